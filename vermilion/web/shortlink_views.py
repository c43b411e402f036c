"""Where a short link leads."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from vermilion.web import shortlinks
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import see_other_path


@never_cache
@require_safe
def short_link(request: ActingRequest, code: str) -> HttpResponse:
    """Lead on to what a short code means; to those who may not see it, say how to ask."""
    place = shortlinks.place_of(request.actor, code, request.now)
    if place:
        return see_other_path(place)
    context = {
        "code": code[: shortlinks.LONGEST],
        "meant": shortlinks.read(code) is not None,
        "helpers": [
            each for told in shortlinks.helpers for each in told(request.actor, request.now)
        ],
    }
    return render(request, "web/short_link.html", context, status=404)
