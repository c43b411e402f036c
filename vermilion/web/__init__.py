"""Requests with an actor, forms, components, the design system and the error pages.

A toolkit without domain tables: every package that has pages builds on it, and it knows none of
them. The one table it holds remembers the answers to machine requests (idempotency keys).
"""
