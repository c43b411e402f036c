"""Settings, urls, wiring, navigation, seeds, doctor and the command line: the parts put together.
"""
