"""The files that bear a mark of secrecy, and what the clerk's check comes to."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vermilion.documents import actions, forms, models, queries
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other


@require_safe
def held(request: ActingRequest) -> HttpResponse:
    """Every file of the body that was stopped; those that wait come first."""
    context = {
        "waiting": queries.held_files(request.actor),
        "settled": queries.settled_holds(request.actor)[:50],
        "may_check": queries.may_check(request.actor),
    }
    return render(request, "documents/held.html", context)


@require_safe
def hold(request: ActingRequest, hold_id: int) -> HttpResponse:
    """One stopped file: the mark and where it was found. Its content is not shown."""
    found = queries.hold(request.actor, hold_id)
    return render(request, "documents/hold.html", _about(request, found, forms.Checked()))


@require_POST
def clearance(request: ActingRequest, hold_id: int) -> HttpResponse:
    """The clerk found that the file is not secret: it goes on."""
    found = queries.hold(request.actor, hold_id)
    form = forms.Checked(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.confirm_not_secret(
                actor=request.actor,
                hold_id=hold_id,
                reason=form.cleaned_data["reason"],
                at=request.now,
            )
            messages.success(request, _("The file is no longer held. It can be recorded now."))
            return see_other("documents:held")
    return render(request, "documents/hold.html", _about(request, found, form), status=422)


@require_POST
def handing_back(request: ActingRequest, hold_id: int) -> HttpResponse:
    """The clerk found that the file is secret: it is handed back, and deleted here."""
    found = queries.hold(request.actor, hold_id)
    form = forms.Checked(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.hand_back(
                actor=request.actor,
                hold_id=hold_id,
                reason=form.cleaned_data["reason"],
                at=request.now,
            )
            messages.success(request, _("Handed back. Nothing of the file is left here."))
            return see_other("documents:held")
    return render(request, "documents/hold.html", _about(request, found, form), status=422)


def _about(request: ActingRequest, found: models.Hold, form: forms.Checked) -> dict[str, object]:
    return {"hold": found, "form": form, "may": queries.may_settle(request.actor, found)}
