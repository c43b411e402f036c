"""What every printed page needs: the fonts of the four scripts, built beside the static files."""

from pathlib import Path

from django.conf import settings


def fonts() -> Path:
    """The folder of fonts for printed pages."""
    folder: Path = settings.PRINT_FONTS
    return folder
