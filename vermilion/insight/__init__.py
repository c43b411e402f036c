"""Figures over what other packages keep: how much came, how much waits, how much is late.

Nothing is stored here. Each figure is the count of a set that can be opened, over what the reader
may see, so that a figure and its list cannot differ.
"""
