"""What one keeps of a list: its layout, and views under a name."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vermilion.desk import actions, board, forms, queries, wanted
from vermilion.desk.board import Board
from vermilion.desk.types import View
from vermilion.kernel.refusals import NotFound
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other, see_other_path


@require_http_methods(["GET", "POST"])
def layout(request: ActingRequest, view: str) -> HttpResponse:
    """How a list is drawn: choose it, keep it, or have it as usual again."""
    here = _board_of(request, view)
    if "reset" in request.POST:
        actions.reset_layout(actor=request.actor, view=view, at=request.now)
        messages.success(request, _("The list is drawn as usual again."))
        return see_other_path(f"{reverse('desk:desk')}?view={view}")
    if "keep" in request.POST:
        return _keep(request, here, here.wanted.layout)
    form = forms.LayingOut(request.POST or None, layout=here.wanted.layout)
    if form.is_valid():
        return _keep(request, here, form.layout())
    context = {"form": form, "view": here.wanted.view, "back": here.url()}
    return render(request, "desk/layout.html", context, status=422 if form.errors else 200)


def _keep(request: ActingRequest, here: Board, layout: wanted.Layout) -> HttpResponse:
    kept = wanted.kept(layout)
    view = here.wanted.view
    actions.keep_layout(actor=request.actor, view=view.value, kept=kept, at=request.now)
    messages.success(request, _("Kept: this list looks like this from now on."))
    usual = replace(here, usual=layout)
    return see_other_path(usual.url(replace(here.wanted, layout=layout, after="")))


@require_POST
def layouts(request: ActingRequest, view: str) -> HttpResponse:
    """The width of one column, as it was drawn with the pointer or the arrows."""
    here = _board_of(request, view)
    given = wanted.layout_of({"widths": {request.POST.get("column", ""): _width(request)}})
    merged = {**here.usual.widths, **given.widths}
    kept = wanted.kept(replace(here.usual, widths=merged))
    actions.keep_layout(actor=request.actor, view=view, kept=kept, at=request.now)
    return HttpResponse(status=204)


def _width(request: ActingRequest) -> int:
    asked = request.POST.get("width", "")
    width = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 5 else 0
    return max(forms.NARROWEST, min(forms.WIDEST, width))


@require_http_methods(["GET", "POST"])
def views(request: ActingRequest) -> HttpResponse:
    """The views one has, and a name for what one sees now."""
    state = QueryDict(request.POST.get("query", "") or request.GET.urlencode())
    here = board.read_state(request, state)
    form = forms.Saving(request.POST or None, actor=request.actor)
    if form.is_valid():
        with refusals_on(form):
            saved = actions.save_view(
                actor=request.actor,
                name=form.cleaned_data["name"],
                audience=form.cleaned_data["audience"],
                pinned=form.cleaned_data["pinned"],
                view=here.wanted.view.value,
                query=_whole(here),
                at=request.now,
            )
            messages.success(request, _("The view is saved."))
            return see_other_path(f"{reverse('desk:desk')}?{saved.query}&saved={saved.pk}")
    context = {
        "form": form,
        "view": here.wanted.view,
        "filters": here.filters_in_force(),
        "query": _whole(here),
        "saved_views": queries.saved_views(request.actor),
        "back": here.url(),
    }
    return render(request, "desk/views.html", context, status=422 if form.errors else 200)


@require_POST
def view(request: ActingRequest, view_id: int) -> HttpResponse:
    """Change a saved view to what one sees, pin it, take it off the rail, or remove it."""
    match request.POST.get("act", ""):
        case "change":
            state = QueryDict(request.POST.get("query", ""))
            here = board.read_state(request, state)
            saved = actions.change_view(
                actor=request.actor,
                view_id=view_id,
                view=here.wanted.view.value,
                query=_whole(here),
                at=request.now,
            )
            messages.success(request, _("The changes are saved."))
            return see_other_path(f"{reverse('desk:desk')}?{saved.query}&saved={saved.pk}")
        case "remove":
            actions.remove_view(actor=request.actor, view_id=view_id, at=request.now)
            messages.success(request, _("The view is removed. No paper was touched."))
        case "pin" | "unpin" as act:
            pinned = act == "pin"
            actions.pin(actor=request.actor, view_id=view_id, pinned=pinned, at=request.now)
    return see_other("desk:views")


def _whole(here: Board) -> str:
    """The state in full, so that it looks the same to somebody with other habits."""
    return wanted.address(replace(here.wanted, saved=None, chosen=None, after=""))


def _board_of(request: ActingRequest, view: str) -> Board:
    if view not in View.values:
        raise NotFound
    state = request.GET.copy()
    state["view"] = view
    return board.read_state(request, state)
