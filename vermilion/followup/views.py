"""Alarms, the ladder, the duty list, and what is done about what waits."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.followup import actions, forms, panels, policy, queries
from vermilion.followup.types import USUAL_STEPS
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import require
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import back_or, refusals_on, see_other


@require_safe
def alarms(request: ActingRequest) -> HttpResponse:
    """The alarms of the body: when each sounded, who read it, when it was dealt with."""
    require(policy.can_read_alarms(request.actor))
    open_only = request.GET.get("view") != "all"
    found, after = queries.alarms(
        request.actor, at=request.now, open_only=open_only, after=request.GET.get("after", "")
    )
    context = {
        "alarms": panels.alarm_rows(found),
        "tabs": panels.alarm_tabs(
            open_only=open_only, number=queries.number_of_alarms(request.actor, at=request.now)
        ),
        "open_only": open_only,
        "next_url": f"?view={'open' if open_only else 'all'}&after={after}" if after else "",
        "may_settle": policy.can_settle_ladder(request.actor),
    }
    return render(request, "followup/alarms.html", context)


@require_http_methods(["GET", "POST"])
def duty(request: ActingRequest) -> HttpResponse:
    """The duty list of the body: read it, put somebody on it."""
    body_id = request.actor.own_body
    people = panels.people_of(body_id, at=request.now)
    today = local_day(request.now, request.actor.time_zone)
    form = forms.Planning(request.POST or None, people=people, initial={"on": today})
    if form.is_valid():
        with refusals_on(form):
            actions.plan_turns(
                actor=request.actor,
                body_id=body_id,
                on=form.cleaned_data["on"],
                people=form.people(),
                at=request.now,
            )
            messages.success(request, _("They are on the duty list."))
            return see_other("followup:duty")
    context = {
        "form": form,
        "evenings": queries.evenings(body_id, at=request.now),
        "may_plan": policy.can_plan(request.actor, body_id),
        "mine": request.actor.appointment_id,
        "body": request.actor.body,
    }
    return render(request, "followup/duty.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def turn(request: ActingRequest, turn_id: int) -> HttpResponse:
    """One duty: give it to somebody else, take it over, strike it out; each with a reason."""
    found = queries.turn(turn_id)
    if found.body_id != request.actor.body_id:
        raise NotFound
    form = forms.Swap(
        request.POST or None,
        people=[
            each
            for each in panels.people_of(found.body_id, at=request.now)
            if each[0] != found.appointment_id
        ],
    )
    if form.is_valid():
        with refusals_on(form):
            actions.swap_turn(
                actor=request.actor,
                turn_id=turn_id,
                appointment_id=form.cleaned_data["to"],
                reason=form.cleaned_data["reason"],
                at=request.now,
            )
            messages.success(request, _("The duty has changed hands; the list shows why."))
            return see_other("followup:duty")
    context = {
        "turn": found,
        "form": form,
        "reason_form": forms.WithReason(),
        "may_swap": policy.can_swap(request.actor, found),
        "may_take_over": policy.can_take_over(request.actor, found),
    }
    return render(request, "followup/turn.html", context, status=422 if form.errors else 200)


@require_POST
def taking_over(request: ActingRequest, turn_id: int) -> HttpResponse:
    """Take over another's duty."""
    actions.take_over_turn(
        actor=request.actor,
        turn_id=turn_id,
        reason=request.POST.get("reason", ""),
        at=request.now,
    )
    messages.success(request, _("The duty is yours now."))
    return see_other("followup:duty")


@require_POST
def striking(request: ActingRequest, turn_id: int) -> HttpResponse:
    """Strike a duty out of the list."""
    actions.strike_turn(
        actor=request.actor,
        turn_id=turn_id,
        reason=request.POST.get("reason", ""),
        at=request.now,
    )
    messages.success(request, _("It is struck out of the list."))
    return see_other("followup:duty")


@require_safe
def ladder(request: ActingRequest) -> HttpResponse:
    """The ladders that hold in the body, and where each was settled."""
    context = {
        "lines": panels.ladder_lines(request.actor.own_body),
        "may_settle": policy.can_settle_ladder(request.actor),
        "body": request.actor.body,
    }
    return render(request, "followup/ladder.html", context)


@require_http_methods(["GET", "POST"])
def rungs(request: ActingRequest, urgency: int) -> HttpResponse:
    """The ladder of one urgency: settle it for the body, or go back to that above."""
    require(policy.can_settle_ladder(request.actor))
    if urgency not in USUAL_STEPS:
        raise NotFound
    if "drop" in request.POST:
        actions.drop_ladder(actor=request.actor, urgency=urgency, at=request.now)
        messages.success(request, _("The ladder of the body above holds again."))
        return see_other("followup:ladder")
    steps = queries.ladder_for(request.actor.own_body, urgency)
    form = forms.ladder_form(request.POST or None, steps)
    if form.is_valid():
        with refusals_on(form):
            actions.settle_ladder(actor=request.actor, steps=form.steps(urgency), at=request.now)
            messages.success(request, _("The ladder is settled; it holds from the next step on."))
            return see_other("followup:ladder")
    context = {"form": form, "steps": steps, "urgency": panels.urgency_word(urgency)}
    return render(request, "followup/rungs.html", context, status=422 if form.errors else 200)


@require_POST
def reminders(request: ActingRequest) -> HttpResponse:
    """When one is reminded of deadlines."""
    actions.settle_reminders(
        actor=request.actor, before=request.POST.getlist("before"), at=request.now
    )
    messages.success(request, _("You will be reminded so from now on."))
    return back_or(request, "notices:matrix")


@require_POST
def prompting(request: ActingRequest, wait_id: int) -> HttpResponse:
    """Remind whoever has it."""
    prompt = actions.remind_now(actor=request.actor, wait_id=wait_id, at=request.now)
    names = ", ".join(prompt.names)
    messages.success(request, _("Reminded: %(names)s.") % {"names": names})
    document_id = queries.wait(wait_id).document_id
    if document_id is None:
        return back_or(request, "followup:alarms")
    return back_or(request, "desk:document", document_id)


@require_POST
def watching(request: ActingRequest, document_id: int) -> HttpResponse:
    """Watch a document, or no more; alone or with one's unit."""
    act = actions.unwatch if "end" in request.POST else actions.watch
    for_unit = request.POST.get("who") == "unit"
    act(actor=request.actor, document_id=document_id, for_unit=for_unit, at=request.now)
    if "end" in request.POST:
        messages.success(request, _("It is watched no more."))
    else:
        messages.success(request, _("You will be told what becomes of it."))
    return back_or(request, "desk:document", document_id)
