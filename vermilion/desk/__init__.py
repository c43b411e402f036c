"""Pages that put packages together: the desk, the page of a document."""
