"""The working calendar: hours of the week, holidays, days made up, and what follows for deadlines.

A body keeps its own or takes over that of the nearest body above it which keeps one.
"""
