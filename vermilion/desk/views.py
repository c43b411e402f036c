"""The desk, and the page of one document."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from vermilion.desk import panels, queries
from vermilion.desk.rows import document_rows
from vermilion.desk.types import View
from vermilion.documents import queries as documents
from vermilion.kernel.refusals import NotFound
from vermilion.web.pieces import Tab
from vermilion.web.requests import ActingRequest

LEFT = "left"
"""The part of an address that says which paper one comes from, having done something on it."""

LONGEST_KEY = 18
"""Digits of a key that a bigint surely holds."""


@require_safe
def desk(request: ActingRequest) -> HttpResponse:
    """What waits, and the chosen paper beside it."""
    views = queries.views_of(request.actor)
    asked = request.GET.get("view", "")
    view = View(asked) if asked in views else views[0]
    after = request.GET.get("after", "")
    page = queries.waiting(request.actor, view, at=request.now, after=after)
    chosen = _chosen(request) or _still_here(request, page)
    here = QueryDict(mutable=True)
    here["view"] = view.value
    if after:
        here["after"] = after
    # Where there is room beside the list, a paper lies open; a phone shows the list.
    shown = chosen or _next_one(request, page)
    context: dict[str, object] = {
        "view": view,
        "tabs": _tabs(request, view),
        "rows": list(document_rows(page.rows, query=here.urlencode(), chosen=shown)),
        "next_url": f"{reverse('desk:desk')}?view={view.value}&after={page.after}"
        if page.after
        else "",
        "first_url": f"{reverse('desk:desk')}?view={view.value}" if after else "",
        "chosen": chosen,
        "shown": shown,
        "back": (back := f"{reverse('desk:desk')}?{here.urlencode()}&{LEFT}={shown}"),
        "back_to_list": back,
    }
    if shown is not None:
        context |= panels.about(request, shown)
    return render(request, "desk/desk.html", context)


@require_safe
def document(request: ActingRequest, document_id: int) -> HttpResponse:
    """One document: read it, see how it stands, do what is mine to do."""
    context = panels.about(request, document_id)
    return render(request, "desk/document.html", {**context, "back": request.get_full_path()})


def _chosen(request: ActingRequest) -> int | None:
    """The paper asked for beside the list, if there is one that this actor may see."""
    asked = _number(request, "chosen")
    if asked is None:
        return None
    try:
        return documents.document(request.actor, asked, request.now).pk
    except NotFound:
        return None


def _still_here(request: ActingRequest, page: queries.Page) -> int | None:
    """The paper on which something has just been done, if it is in the list even so."""
    left = _number(request, LEFT)
    return left if left in {slip.document_id for slip in page.rows} else None


def _next_one(request: ActingRequest, page: queries.Page) -> int | None:
    """What one goes on to: the next paper down the list from the one just done, else the first."""
    papers = [slip.document_id for slip in page.rows]
    left = _number(request, LEFT)
    further = (paper for paper in papers if left is not None and paper < left)
    return next(further, papers[0] if papers else None)


def _number(request: ActingRequest, name: str) -> int | None:
    asked = request.GET.get(name, "")
    return int(asked) if asked.isdecimal() and len(asked) <= LONGEST_KEY else None


def _tabs(request: ActingRequest, current: View) -> list[Tab]:
    counts = queries.counts(request.actor, at=request.now)
    return [
        Tab(
            label=view.label,
            url=f"{reverse('desk:desk')}?view={view.value}",
            count=count if view is not View.DONE else None,
            current=view is current,
        )
        for view, count in counts.items()
    ]
