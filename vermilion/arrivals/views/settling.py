"""What else is done with an arrival: joined, refused, put aside, taken up."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vermilion.arrivals import actions, forms, models, queries
from vermilion.arrivals.views.registering import again, gone_on
from vermilion.arrivals.views.showing import about
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other


@require_POST
def joining(request: ActingRequest, arrival_id: int) -> HttpResponse:
    """The same document on another way: join it to its line in the book."""
    found = queries.arrival(request.actor, arrival_id)
    form = forms.Joining(request.POST)
    if form.is_valid():
        with refusals_on(form):
            joined = actions.join(
                actor=request.actor,
                arrival_id=arrival_id,
                entry_id=form.cleaned_data["entry"],
                channel=form.cleaned_data["channel"],
                at=request.now,
            )
            said = _("Joined to number %(number)s. No number was used.")
            messages.success(request, said % {"number": joined.entry})
            return gone_on(request, found)
    return again(request, found, {**about(request, found), "act_form": form})


@require_POST
def refusal(request: ActingRequest, arrival_id: int) -> HttpResponse:
    """Refuse an arrival, such as one meant for somebody else."""
    return _with_reason(
        request, arrival_id, actions.refuse, "refusal", _("Refused. No number was used.")
    )


@require_POST
def laying_aside(request: ActingRequest, arrival_id: int) -> HttpResponse:
    """Put an arrival aside for a while."""
    return _with_reason(request, arrival_id, actions.put_aside, "aside", _("Put aside."))


@require_POST
def taking_up(request: ActingRequest, arrival_id: int) -> HttpResponse:
    """Take up again what was put aside."""
    found = queries.arrival(request.actor, arrival_id)
    actions.take_up(actor=request.actor, arrival_id=found.pk, at=request.now)
    messages.success(request, _("It waits in the inbox again."))
    return see_other("arrivals:arrival", found.pk)


def _with_reason(
    request: ActingRequest,
    arrival_id: int,
    act: Callable[..., models.Arrival],
    name: str,
    said: str,
) -> HttpResponse:
    found = queries.arrival(request.actor, arrival_id)
    form = forms.Reason(request.POST)
    if form.is_valid():
        with refusals_on(form):
            act(
                actor=request.actor,
                arrival_id=arrival_id,
                reason=form.cleaned_data["reason"],
                at=request.now,
            )
            messages.success(request, said)
            return gone_on(request, found)
    return again(request, found, {**about(request, found), "reason_form": form, "asked_for": name})
