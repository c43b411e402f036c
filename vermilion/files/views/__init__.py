"""The pages and doors of files."""
