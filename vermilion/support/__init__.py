"""Problems that people report, who deals with each, by when, and what came of it.

Anybody reports from any screen and sees the fate of what was reported. The administrators of a
branch deal with it, by a day that follows from how badly it holds people up.
"""
