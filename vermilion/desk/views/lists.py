"""The desk, the page of one document, and the filters of a list."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from vermilion.desk import board, forms, panels, queries, reasons
from vermilion.desk.board import Board
from vermilion.documents import queries as documents
from vermilion.kernel.refusals import NotFound
from vermilion.web.requests import ActingRequest

FRAGMENTS = {"counts", "rows", "thing"}
"""Parts of the desk that are fetched alone: the figures, the list, the paper."""


@require_safe
def desk(request: ActingRequest) -> HttpResponse:
    """What waits, and the chosen paper beside it."""
    fragment = _fragment(request)
    here = board.read(request)
    if fragment == "thing":
        return _thing(request, here)
    if fragment == "counts":
        return render(request, "desk/desk.html#counts", {"tabs": here.tabs()})
    page = queries.page_of(request.actor, here.wanted, at=request.now)
    context = here.context(page, with_tabs=fragment != "rows")
    if fragment == "rows":
        return render(request, "desk/desk.html#rows", context)
    if here.wanted.chosen is not None:
        context |= _about(request, here, here.wanted.chosen) or {"chosen": None}
    return render(request, "desk/desk.html", context)


@require_safe
def document(request: ActingRequest, document_id: int) -> HttpResponse:
    """One document: read it, see how it stands, do what is mine to do."""
    context = panels.about(request, document_id)
    return render(request, "desk/document.html", {**context, "back": request.get_full_path()})


@require_safe
def why(request: ActingRequest, document_id: int) -> HttpResponse:
    """Why one has this paper, sees it, may not act upon it, and why it is due when it is."""
    document = documents.document(request.actor, document_id, request.now)
    context = {
        "document": document,
        "reasons": reasons.of(request.actor, document_id, at=request.now),
        "back": reverse("desk:document", args=[document_id]),
    }
    part = "desk/why.html#answers" if request.htmx else "desk/why.html"
    return render(request, part, context)


@require_safe
def filters(request: ActingRequest) -> HttpResponse:
    """What a list can be narrowed by. The form asks the desk itself."""
    here = board.read(request)
    form = forms.Narrowing(
        actor=request.actor,
        at=request.now,
        types=here.types,
        initial=forms.narrowing_of(here.wanted.filters),
    )
    context = {
        "form": form,
        "view": here.wanted.view,
        "kept": here.kept_fields(),
        "back": here.url(),
    }
    return render(request, "desk/filters.html", context)


def _fragment(request: ActingRequest) -> str:
    """The part of the page that is wanted: a line pressed in the list wants the paper alone."""
    asked = request.GET.get("fragment", "")
    if asked in FRAGMENTS:
        return asked
    return "thing" if request.htmx and request.htmx.target == "thing" else ""


def _thing(request: ActingRequest, here: Board) -> HttpResponse:
    """The paper alone. One that is not for this actor says so in its place."""
    shown = here.wanted.chosen
    about = _about(request, here, shown) if shown is not None else None
    context = {"view": here.wanted.view, **here.links(), **(about or {"shown": None})}
    return render(request, "desk/desk.html#thing", context, status=200 if about else 404)


def _about(request: ActingRequest, here: Board, document_id: int) -> dict[str, object] | None:
    """Everything of the chosen paper, and the way back; None if it is not to be seen."""
    try:
        about = panels.about(request, document_id)
    except NotFound:
        return None
    back = here.url(left=document_id)
    return {
        **about,
        "chosen": document_id,
        "shown": document_id,
        "back": back,
        "back_to_list": back,
    }
