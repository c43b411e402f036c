"""The work of somebody, handing it over, and signing for it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.directory import queries as directory
from vermilion.handover import actions, forms, queries
from vermilion.handover.policy import can_sign
from vermilion.handover.types import Kind
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other


@require_safe
def departures(request: ActingRequest) -> HttpResponse:
    """What was handed over lately, and whose work may be handed over."""
    seats = directory.people_in(request.actor.own_body, request.now)
    context = {
        "departures": queries.recent(request.actor, at=request.now),
        "people": [seat for seat in seats if queries.may_hand_over(request.actor, seat)],
    }
    return render(request, "handover/departures.html", context)


@require_http_methods(["GET", "POST"])
def work(request: ActingRequest, appointment_id: int) -> HttpResponse:
    """Everything that somebody has in person, and handing it over."""
    leaver = queries.leaver(request.actor, appointment_id)
    seats = queries.successors(leaver, request.now)
    form = forms.HandingOver(request.POST or None, seats=seats)
    if form.is_valid():
        with refusals_on(form):
            made = actions.hand_over(
                actor=request.actor,
                leaver_id=appointment_id,
                successor_id=form.cleaned_data["successor"],
                reason=form.cleaned_data["reason"],
                at=request.now,
            )
            messages.success(request, _("Handed over. What came of each thing is said beside it."))
            return see_other("handover:departure", made.pk)
    context = {
        "leaver": leaver,
        "form": form,
        "work": [
            (Kind(each.kind).label, each)
            for each in queries.work_of(appointment_id, at=request.now)
        ],
    }
    status = 422 if form.errors else 200
    return render(request, "handover/work.html", context, status=status)


@require_safe
def departure(request: ActingRequest, departure_id: int) -> HttpResponse:
    """One handing over, thing by thing."""
    found = queries.departure(request.actor, departure_id)
    items = [(item, can_sign(request.actor, item)) for item in queries.items_of(found)]
    return render(request, "handover/departure.html", {"departure": found, "items": items})


@require_POST
def signature(request: ActingRequest, departure_id: int, item_id: int) -> HttpResponse:
    """Sign for one thing."""
    queries.departure(request.actor, departure_id)
    actions.sign(actor=request.actor, item_id=item_id, at=request.now)
    return see_other("handover:departure", departure_id)
