"""Stands in the place of the sign-in: whoever the test names is the one who acts."""

from django.conf import settings


def as_named(get_response):
    """Put the actor of the test on each request."""

    def middleware(request):
        request.actor = settings.WHO_ACTS
        return get_response(request)

    return middleware
