"""The pages of the books. One module for each of their subjects."""
