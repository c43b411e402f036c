"""The door of the web server."""

import os

from django.core.asgi import get_asgi_application

from vermilion.site.commands import lifeline

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vermilion.site.settings")
lifeline.follow_starter_of_this_worker(grace=20)
application = get_asgi_application()
