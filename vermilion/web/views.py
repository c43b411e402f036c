"""Pages of the frame itself: what one prefers to see, and the gallery of components."""

from urllib.parse import urlsplit, urlunsplit

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from vermilion.web import errors, preferences
from vermilion.web.responses import see_other_path


@login_not_required
@never_cache
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Change language, theme or density, and return to where one was."""
    chosen = preferences.changed(
        preferences.of(request),
        language=request.POST.get("language", ""),
        theme=request.POST.get("theme", ""),
        density=request.POST.get("density", ""),
    )
    preferences.tell_keepers(request, chosen)
    response = see_other_path(_way_back(request))
    preferences.write(response, chosen)
    return response


def _way_back(request: HttpRequest) -> str:
    for address in (request.POST.get("next", ""), request.headers.get("Referer", "")):
        if url_has_allowed_host_and_scheme(
            address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        ):
            return _as_chosen(address)
    return "/"


def _as_chosen(address: str) -> str:
    """The address without what asked to see it in another way than was just chosen."""
    parts = urlsplit(address)
    asked = QueryDict(parts.query, mutable=True)
    for name in ("language", "theme", "density"):
        asked.pop(name, None)
    return urlunsplit(parts._replace(query=asked.urlencode()))


@login_not_required
@require_GET
def offline(request: HttpRequest) -> HttpResponse:
    """What stands on the screen while there is no line; kept by the browser beforehand."""
    return errors.answer(request, errors.OFFLINE)
