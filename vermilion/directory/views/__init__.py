"""The pages of the directory: one function per page, at most one act each."""
