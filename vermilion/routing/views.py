"""Directing and closing. Each act is a POST to its noun; a refused one shows its form again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vermilion.routing import actions, forms, queries
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import back_or, refusals_on


@require_http_methods(["GET", "POST"])
def directions(request: ActingRequest, slip_id: int) -> HttpResponse:
    """Write a direction on a slip."""
    slip = queries.slip(request.actor, slip_id, at=request.now)
    form = forms.Direction(
        request.POST or None,
        slip=slip,
        at=request.now,
        initial=queries.suggestion_for(slip, at=request.now),
    )
    if form.is_valid():
        with refusals_on(form):
            actions.direct(
                actor=request.actor,
                slip_id=slip_id,
                instruction=form.instruction_text,
                shares=form.shares(),
                at=request.now,
            )
            messages.success(request, _("The direction is written, and everybody named has it."))
            return back_or(request, "desk:document", slip.document_id)
    context = {
        "form": form,
        "slip": slip,
        "may": queries.verdicts(request.actor, slip),
        "back": request.POST.get("back", ""),
    }
    return render(request, "routing/direction.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def closing(request: ActingRequest, slip_id: int) -> HttpResponse:
    """Close a slip."""
    slip = queries.slip(request.actor, slip_id, at=request.now)
    form = forms.Closing(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            actions.close(
                actor=request.actor,
                slip_id=slip_id,
                note=form.cleaned_data["note"],
                at=request.now,
            )
            messages.success(request, _("The matter is closed."))
            return back_or(request, "desk:document", slip.document_id)
    context = {
        "form": form,
        "slip": slip,
        "may": queries.verdicts(request.actor, slip),
        "back": request.POST.get("back", ""),
    }
    return render(request, "routing/closing.html", context, status=422 if form.errors else 200)
