"""The door of the web server."""

import os
from typing import TYPE_CHECKING, cast

from django.core.asgi import get_asgi_application

from vermilion.site.commands import lifeline

if TYPE_CHECKING:
    from vermilion.live.stream import Application as ASGIApplication

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vermilion.site.settings")
lifeline.follow_starter_of_this_worker(grace=20)


def _application() -> "ASGIApplication":
    pages = get_asgi_application()
    # Its views stand on models, which stand once Django is set up by the line above.
    from vermilion.live.stream import Door

    return Door(cast("ASGIApplication", pages))


application = _application()
