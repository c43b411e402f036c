"""Vermilion: the shared operations system of a country's public bodies."""

__version__ = "2026.11.0"
