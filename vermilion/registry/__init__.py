"""The books of a body: what arrived, under which number.

Lines are added and struck out, never edited or removed. Numbers run without a gap within a book.
"""
