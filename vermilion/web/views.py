"""Pages of the frame itself: what one prefers to see, what the box in the bar finds."""

from urllib.parse import urlsplit, urlunsplit

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe

from vermilion.web import errors, finding, preferences
from vermilion.web.requests import ActingRequest
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


@never_cache
@require_safe
def news(request: ActingRequest) -> HttpResponse:
    """What the frame counts, as it stands now: for pages that lie open."""
    return render(request, "web/shell/news.html")


@require_safe
def search(request: ActingRequest) -> HttpResponse:
    """Everything found, kind by kind. Where only one thing is meant, that thing itself (`go`)."""
    what = finding.asked(request.GET.get("q", ""), most=finding.MORE)
    groups = finding.found(request, what)
    certain = [
        hit
        for group in groups
        if group.kind is not finding.Kind.WORDS
        for hit in group.hits
        if hit.url
    ]
    if "go" in request.GET and len(certain) == 1:
        return HttpResponseRedirect(certain[0].url)
    return render(request, "web/found.html", {"q": what.text, "groups": groups})


@require_safe
def suggestions(request: ActingRequest) -> JsonResponse:
    """What may be meant by what was typed so far."""
    what = finding.asked(request.GET.get("q", ""))
    rows = [
        {
            "kind": str(group.kind),
            "label": str(group.kind.label),
            "hits": [
                {
                    "label": hit.label,
                    "note": hit.note,
                    "reason": hit.reason,
                    "url": hit.url,
                    "fill": hit.fill,
                    "icon": hit.icon,
                }
                for hit in group.hits
            ],
        }
        for group in finding.found(request, what)
    ]
    return JsonResponse({"groups": rows})
