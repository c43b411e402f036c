"""Directing, preparing, closing, reopening, laying before another leader."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vermilion.directory import queries as directory
from vermilion.documents import queries as documents
from vermilion.kernel.clock import local_day
from vermilion.routing import actions, forms, models, queries
from vermilion.routing.types import Share
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import back_or, refusals_on

_both = require_http_methods(["GET", "POST"])

HELPS = ("apply", "insert")
"""Buttons of the form that fill something in and send nothing to anybody."""


@_both
def directions(request: ActingRequest, slip_id: int) -> HttpResponse:
    """Write a direction on a slip; or, for a leader one assists, prepare it."""
    slip = queries.slip(request.actor, slip_id, at=request.now)
    may = queries.verdicts(request.actor, slip, at=request.now)
    preparing = not may.direct and bool(may.prepare)
    if any(name in request.POST for name in HELPS):
        return _helped(request, slip, preparing=preparing)
    page = forms.direction(
        request.actor, slip, at=request.now, preparing=preparing, data=request.POST or None
    )
    form: forms.Direction = page["direction_form"]
    if form.is_valid():
        with refusals_on(form):
            _carry_out(request, slip, form, preparing=preparing)
            return back_or(request, "desk:document", slip.document_id)
    context = {**page, **_paper(request, slip), "may": may, "back": request.POST.get("back", "")}
    return render(request, "routing/direction.html", context, status=422 if form.errors else 200)


def _carry_out(
    request: ActingRequest, slip: models.Slip, form: forms.Direction, *, preparing: bool
) -> None:
    """Direct, or lay the prepared direction before the leader."""
    if preparing:
        actions.prepare(
            actor=request.actor,
            slip_id=slip.pk,
            instruction=form.instruction_text,
            shares=form.shares(),
            note=form.cleaned_data["note"],
            at=request.now,
        )
        messages.success(request, _("It lies before the leader, who confirms or changes it."))
        return
    actions.direct(
        actor=request.actor,
        slip_id=slip.pk,
        instruction=form.instruction_text,
        shares=form.shares(),
        preparation_id=form.cleaned_data["preparation"],
        at=request.now,
    )
    messages.success(request, _("The direction is written, and everybody named has it."))
    _say_who_is_away(request, form.shares())


def _say_who_is_away(request: ActingRequest, shares: Sequence[Share]) -> None:
    """Deadlines know absences: whoever is away before the day is named, and who stands in."""
    people = [each.appointment_id for each in shares if each.appointment_id]
    ends = [each.due_at for each in shares if each.appointment_id and each.due_at]
    zone = request.actor.time_zone
    today = local_day(request.now, zone)
    last = local_day(max(ends), zone) if ends else today
    for away in directory.away_between(people, today, last).values():
        said = (
            _("%(name)s is away from %(first)s to %(last)s; %(deputy)s stands in.")
            if away.deputy
            else _("%(name)s is away from %(first)s to %(last)s, and nobody stands in.")
        )
        messages.warning(
            request,
            said
            % {
                "name": away.name,
                "deputy": away.deputy,
                "first": date_format(away.first_day, "SHORT_DATE_FORMAT"),
                "last": date_format(away.last_day, "SHORT_DATE_FORMAT"),
            },
        )


def _helped(request: ActingRequest, slip: models.Slip, *, preparing: bool) -> HttpResponse:
    """The form again, with the suggestion or the phrase in it; nothing has been done."""
    typed: dict[str, Any] = forms.typed(request.POST)
    learned = queries.learned_for(slip, at=request.now) if "apply" in request.POST else None
    if learned is not None:
        typed |= forms.from_learned(learned)
    for phrase in queries.phrases_for(request.actor):
        if str(phrase.pk) == request.POST.get("insert"):
            before = str(typed.get("instruction") or "").rstrip()
            typed["instruction"] = f"{before} {phrase.text}".strip()
    page = forms.direction(request.actor, slip, at=request.now, preparing=preparing, initial=typed)
    context = {
        **page,
        **_paper(request, slip),
        "may": queries.verdicts(request.actor, slip, at=request.now),
        "back": request.POST.get("back", ""),
    }
    template = "routing/direction_form.html" if request.htmx else "routing/direction.html"
    return render(request, template, context)


def _paper(request: ActingRequest, slip: models.Slip) -> dict[str, Any]:
    """The paper itself, so that a form that comes back stands beside what it is about."""
    files = documents.files_of(request.actor, slip.document_id, at=request.now)
    return {"slip": slip, "document": slip.document, "files": files}


@_both
def closing(request: ActingRequest, slip_id: int) -> HttpResponse:
    """Close a slip."""
    slip = queries.slip(request.actor, slip_id, at=request.now)
    form = forms.Closing(request.POST if request.method == "POST" else None)
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
    return _page(request, slip, form, "routing/closing.html")


@_both
def reopening(request: ActingRequest, slip_id: int) -> HttpResponse:
    """Open a closed matter again."""
    slip = queries.slip(request.actor, slip_id, at=request.now)
    form = forms.SlipReopening(request.POST if request.method == "POST" else None, slip=slip)
    if form.is_valid():
        with refusals_on(form):
            actions.reopen(
                actor=request.actor,
                slip_id=slip_id,
                reason=form.cleaned_data["reason"],
                task_ids=[int(each) for each in form.cleaned_data["tasks"]],
                at=request.now,
            )
            messages.success(request, _("The matter is open again."))
            return back_or(request, "desk:document", slip.document_id)
    return _page(request, slip, form, "routing/reopening.html")


@_both
def laying_before(request: ActingRequest, slip_id: int) -> HttpResponse:
    """Lay a document before another leader."""
    slip = queries.slip(request.actor, slip_id, at=request.now)
    form = forms.LayingBefore(
        request.POST if request.method == "POST" else None, slip=slip, at=request.now
    )
    if form.is_valid():
        with refusals_on(form):
            actions.lay_before(
                actor=request.actor,
                slip_id=slip_id,
                leader_id=int(form.cleaned_data["leader"]),
                reason=form.cleaned_data["reason"],
                at=request.now,
            )
            messages.success(request, _("It lies before the leader you named."))
            return back_or(request, "desk:document", slip.document_id)
    return _page(request, slip, form, "routing/laying_before.html")


def _page(request: ActingRequest, slip: models.Slip, form: Any, template: str) -> HttpResponse:
    asked = request.POST or request.GET
    context = {
        "form": form,
        "slip": slip,
        "may": queries.verdicts(request.actor, slip, at=request.now),
        "back": asked.get("back", ""),
    }
    return render(request, template, context, status=422 if form.errors else 200)
