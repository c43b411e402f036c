"""The official document: types, marks, files, issuer, and what can be read out of its text.

Not its registration (`registry`), nor what is to be done about it (`routing`, `tasks`).
"""
