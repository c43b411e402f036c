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


@require_safe
def desk(request: ActingRequest) -> HttpResponse:
    """What waits, and the chosen paper beside it."""
    views = queries.views_of(request.actor)
    asked = request.GET.get("view", "")
    view = View(asked) if asked in views else views[0]
    after = request.GET.get("after", "")
    page = queries.waiting(request.actor, view, at=request.now, after=after)
    chosen = _chosen(request)
    here = QueryDict(mutable=True)
    here["view"] = view.value
    if after:
        here["after"] = after
    # Where there is room beside the list, the first paper lies open; a phone shows the list.
    shown = chosen or next((slip.document_id for slip in page.rows), None)
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
        "back": request.get_full_path(),
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
    asked = request.GET.get("chosen", "")
    if not asked.isdecimal() or len(asked) > 18:
        return None
    try:
        return documents.document(request.actor, int(asked), request.now).pk
    except NotFound:
        return None


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
