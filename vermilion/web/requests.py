"""A request made by somebody in a post, at a time."""

from datetime import datetime

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from vermilion.kernel.actors import Actor


class ActingRequest(HttpRequest):
    """What every view behind the sign-in receives.

    `actor` is set by the sign-in of `accounts`, `now` and `trace` by this package's middleware.
    """

    actor: Actor
    now: datetime
    trace: str
    htmx: HtmxDetails
