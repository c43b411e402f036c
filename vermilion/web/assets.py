"""Where built files are found: the stylesheet, the islands, the icons, the fonts."""

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage


def address_of(name: str) -> str:
    """The address of a built file under its far-future name, or its plain name before it is built.

    A page must come up, and an error page above all, even where the front end has not been built.
    """
    try:
        return staticfiles_storage.url(name)
    except ValueError:
        return f"{settings.STATIC_URL}{name}"
