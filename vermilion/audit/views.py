"""The pages of the log, and the files by which others check it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vermilion.audit import actions, forms, queries, words
from vermilion.audit.types import Act, Sought
from vermilion.web.api.paging import cut
from vermilion.web.requests import ActingRequest

ON_A_PAGE = 50
_A_YEAR = 31_536_000


@require_safe
def log(request: ActingRequest) -> HttpResponse:
    """The log of one's body, newest first, a page at a time."""
    search = forms.Search(request.GET or None)
    sought = search.sought()
    actions.read(actor=request.actor, sought=sought, at=request.now)
    found = cut(
        queries.entries(request.actor, sought),
        by=("-at", "-id"),
        name="audit.entries",
        cursor=request.GET.get("cursor"),
        limit=ON_A_PAGE,
    )
    acts = queries.acts_of(found.rows)
    asked = _asked(sought)
    context = {
        "search": search,
        "lines": [_line(act) for act in acts],
        "filters": _filters(asked, acts),
        "clear_url": request.path if asked else "",
        "next_url": _url(request, {**asked, "cursor": found.next}) if found.next else "",
        "first_url": _url(request, asked) if request.GET.get("cursor") else "",
        "state": queries.state(),
    }
    page = "audit/log.html#entries" if request.htmx else "audit/log.html"
    return render(request, page, context)


@require_safe
def entry(request: ActingRequest, number: int) -> HttpResponse:
    """One entry in words, and the proof that it stands in the log as it was signed."""
    actions.read(actor=request.actor, sought=Sought(entry=number), at=request.now)
    act = queries.entry(request.actor, number)
    context = {
        "act": act,
        "line": _line(act),
        "facts": words.facts_in_words(act.facts),
        "proof": queries.proof_of(number),
    }
    return render(request, "audit/entry.html", context)


@require_safe
def proof(request: ActingRequest, number: int) -> HttpResponse:
    """The proof of an entry as a file, to be checked by anybody, offline."""
    actions.read(actor=request.actor, sought=Sought(entry=number), at=request.now)
    queries.entry(request.actor, number)
    found = queries.proof_of(number)
    if found is None:
        raise queries.NotPublishedYet
    response = HttpResponse(found.text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="entry-{number}.tlog-proof"'
    return response


@login_not_required
@require_safe
def checkpoint(request: ActingRequest) -> HttpResponse:  # noqa: ARG001 - Django passes it
    """The last root that was signed."""
    last = queries.last_checkpoint()
    if last is None:
        raise Http404
    response = HttpResponse(last.note, content_type="text/plain; charset=utf-8")
    patch_cache_control(response, no_cache=True)
    return response


@login_not_required
@require_safe
def tile(
    request: ActingRequest,  # noqa: ARG001 - Django passes it
    level: str,
    place: str,
    width: str | None = None,
) -> HttpResponse:
    """Hashes of the tree. They tell nothing of the entries, which carry a secret seal."""
    return _unchanging(queries.tile(int(level), _index(place), _width(width)))


@require_safe
def bundle(request: ActingRequest, place: str, width: str | None = None) -> HttpResponse:
    """Entries themselves, of all bodies at once: for operators."""
    actions.read_bundle(actor=request.actor, index=_index(place), at=request.now)
    return _unchanging(queries.bundle(_index(place), _width(width)))


def _unchanging(content: bytes | None) -> HttpResponse:
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type="application/octet-stream")
    patch_cache_control(response, max_age=_A_YEAR, immutable=True)
    return response


def _index(place: str) -> int:
    return int(place.replace("x", "").replace("/", "")[:18])


def _width(width: str | None) -> int:
    given = int(width) if width else 256
    if given > 256 or (width and given == 256):
        raise Http404
    return given


def _line(act: Act) -> dict[str, Any]:
    return {
        "act": act,
        "what": act.in_words,
        "subject": words.subject_in_words(act.subject),
        "subject_url": words.subject_page(act.subject),
    }


def _asked(sought: Sought) -> dict[str, str]:
    asked = {
        "act": sought.act,
        "day": sought.day.strftime("%d/%m/%Y") if sought.day else "",
        "person": str(sought.person or ""),
        "subject": sought.subject,
    }
    return {name: value for name, value in asked.items() if value}


def _filters(asked: dict[str, str], acts: list[Act]) -> list[dict[str, str]]:
    """Each part of the question in words, with the address of the question without it."""
    named = dict(words.acts())
    labels = {
        "act": lambda value: named.get(value, value),
        "day": lambda value: value,
        "person": lambda value: acts[0].who if acts else _("Person %(id)s") % {"id": value},
        "subject": words.subject_in_words,
    }
    return [
        {
            "label": labels[name](value),
            "url": "?" + urlencode({each: asked[each] for each in asked if each != name}),
        }
        for name, value in asked.items()
    ]


def _url(request: ActingRequest, asked: Mapping[str, str | None]) -> str:
    return f"{request.path}?{urlencode(asked)}" if asked else request.path
