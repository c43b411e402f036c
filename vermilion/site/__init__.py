"""Settings, urls, wiring, navigation, seeds, doctor and the command line.

The parts put together: nothing below imports this package.
"""
