"""What every package speaks: who acts, what was refused, what came about, which day it is.

No tables, no web, no settings. Every other package may import this one; it imports none.
"""
