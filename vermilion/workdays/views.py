"""The working calendar of a body: read by everybody, kept by its administrators."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.directory import queries as directory
from vermilion.kernel.clock import local_day
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other
from vermilion.workdays import actions, forms, queries
from vermilion.workdays.types import kinds


@require_safe
def calendar(request: ActingRequest, body_id: int | None = None) -> HttpResponse:
    """Hours, days that differ, usual times; of one's own body where none is named."""
    chosen = body_id or request.actor.own_body
    return render(request, "workdays/calendar.html", _page(request, chosen))


@require_http_methods(["POST"])
def week(request: ActingRequest, body_id: int) -> HttpResponse:
    """Set the hours of the week."""
    held = queries.kept_calendar(body_id, _today(request, body_id))
    form = forms.Week(request.POST, week=held.calendar.week)
    return _act(
        request,
        body_id,
        form,
        "week_form",
        lambda: actions.set_week(
            actor=request.actor,
            body_id=body_id,
            week=form.week(),
            valid_from=form.cleaned_data["valid_from"],
            at=request.now,
        ),
        _("The hours hold from that day on."),
    )


@require_POST
def leaving(request: ActingRequest, body_id: int) -> HttpResponse:
    """Go back to the hours of the body above."""
    form = forms.Leaving(request.POST)
    return _act(
        request,
        body_id,
        form,
        "leaving_form",
        lambda: actions.leave_week(
            actor=request.actor,
            body_id=body_id,
            valid_from=form.cleaned_data["valid_from"],
            at=request.now,
        ),
        _("The hours of the body above hold from that day on."),
    )


@require_POST
def days(request: ActingRequest, body_id: int) -> HttpResponse:
    """Let a day differ from its weekday."""
    form = forms.SpecialDayForm(request.POST)
    return _act(
        request,
        body_id,
        form,
        "day_form",
        lambda: actions.set_day(
            actor=request.actor, body_id=body_id, at=request.now, **form.cleaned_data
        ),
        _("The day is in the calendar; deadlines to come count with it."),
    )


@require_POST
def day_striking(request: ActingRequest, day_id: int) -> HttpResponse:
    """Take a day out of the calendar."""
    struck = actions.strike_day(actor=request.actor, day_id=day_id, at=request.now)
    messages.success(request, _("The day is out of the calendar."))
    return see_other("workdays:calendar", struck.body_id)


@require_POST
def usual_times(request: ActingRequest, body_id: int) -> HttpResponse:
    """Set a usual time."""
    types, urgencies = kinds(_today(request, body_id))
    form = forms.UsualTimeForm(request.POST, types=types, urgencies=urgencies)
    return _act(
        request,
        body_id,
        form,
        "time_form",
        lambda: actions.set_usual_time(
            actor=request.actor, body_id=body_id, at=request.now, **form.cleaned_data
        ),
        _("Deadlines are suggested by it from now on."),
    )


def _act(
    request: ActingRequest,
    body_id: int,
    form: django_forms.Form,
    name: str,
    act: Callable[[], object],
    done: str,
) -> HttpResponse:
    """Carry out an act of the page, or show the page with what is wrong."""
    if form.is_valid():
        with refusals_on(form):
            act()
            messages.success(request, done)
            return see_other("workdays:calendar", body_id)
    context = _page(request, body_id) | {name: form}
    return render(request, "workdays/calendar.html", context, status=422)


def _today(request: ActingRequest, body_id: int) -> date:
    return local_day(request.now, directory.body(body_id).time_zone)


def _page(request: ActingRequest, body_id: int) -> dict[str, Any]:
    today = _today(request, body_id)
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and 1900 <= int(asked[:5]) <= 2200 else today.year
    held = queries.kept_calendar(body_id, today)
    types, urgencies = kinds(today)
    return {
        "body": directory.body(body_id),
        "held": held,
        "hours": list(zip(forms.WEEKDAYS, map(forms.as_typed, held.calendar.week), strict=True)),
        "year": year,
        "years": range(year - 1, year + 2),
        "days": queries.days_of_year(body_id, year, on=today),
        "announced": queries.public_years(body_id).get(year),
        "limits": queries.limits_in_words(body_id, types=types, urgencies=urgencies),
        "may": queries.can_keep(request.actor, body_id),
        "week_form": forms.Week(week=held.calendar.week, initial={"valid_from": today}),
        "leaving_form": forms.Leaving(initial={"valid_from": today}),
        "day_form": forms.SpecialDayForm(),
        "time_form": forms.UsualTimeForm(types=types, urgencies=urgencies),
    }
