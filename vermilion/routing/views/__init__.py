"""The pages of slips: each act is a POST to its noun; a refused one shows its form again."""
