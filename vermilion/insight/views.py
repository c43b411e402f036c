"""The figures of a body, the records behind them, and the sheet of a week."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from vermilion.insight import forms, printing, queries, rules, weekly
from vermilion.insight.types import PAPERS, Cut, Days, Measure
from vermilion.kernel.clock import local_day
from vermilion.kernel.cursors import as_key
from vermilion.kernel.refusals import NotFound
from vermilion.web.requests import ActingRequest

PAGE = 50
"""Records of one page."""


@require_safe
def figures(request: ActingRequest) -> HttpResponse:
    """How much came, waits and is late: in all, by unit, by type, by month."""
    actor, at = request.actor, request.now
    today = local_day(at, actor.time_zone)
    form = forms.Span(request.GET or None)
    days = form.days(today)
    context = {
        "form": form,
        "days": days,
        "totals": queries.totals(actor, days, at=at),
        "by_unit": queries.by_unit(actor, days, at=at),
        "by_type": queries.by_type(actor, days, at=at),
        "by_month": queries.by_month(actor, today, at=at),
        "week_url": reverse("insight:week"),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "insight/figures.html", context, status=status)


@require_safe
def records(request: ActingRequest) -> HttpResponse:
    """What a figure counts, paper by paper or duty by duty."""
    asked = request.GET.get("of", "")
    if asked not in Measure.values:
        raise NotFound
    measure = Measure(asked)
    days, cut = (
        _days(request),
        Cut(unit_id=_number(request, "unit"), type_id=_number(request, "type")),
    )
    rows = queries.records(request.actor, measure, days, cut, at=request.now)
    after = _number(request, "after")
    if after is not None:
        rows = rows.filter(pk__lt=after)
    found = list(queries.with_papers(rows, measure)[: PAGE + 1])
    here = queries.address(measure, days, cut)
    context = {
        "measure": measure,
        "of_days": queries.is_of_days(measure),
        "days": days,
        "of_papers": measure in PAPERS,
        "rows": queries.as_records(found[:PAGE], measure),
        "next_url": f"{here}&after={found[PAGE - 1].pk}" if len(found) > PAGE else "",
        "first_url": here if after is not None else "",
    }
    return render(request, "insight/records.html", context)


@require_safe
def week(request: ActingRequest) -> HttpResponse:
    """The sheet of a week on screen."""
    days = _week(request)
    context = {
        "sheet": weekly.sheet(request.actor, days, at=request.now),
        "earlier": rules.name_of_week(rules.last_whole_week(days.first)),
        "later": _later(request, days),
        "name": rules.name_of_week(days),
    }
    return render(request, "insight/week.html", context)


@require_safe
def week_printed(request: ActingRequest) -> HttpResponse:
    """The sheet of a week on paper."""
    days = _week(request)
    sheet = weekly.sheet(request.actor, days, at=request.now)
    content = printing.weekly_sheet(sheet, actor=request.actor, at=request.now)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="week-{rules.name_of_week(days)}.pdf"'
    return response


def _week(request: ActingRequest) -> Days:
    today = local_day(request.now, request.actor.time_zone)
    asked = request.GET.get("of", "")
    if not asked:
        return rules.last_whole_week(today)
    found = rules.week_named(asked)
    if found is None:
        raise NotFound
    return found


def _later(request: ActingRequest, days: Days) -> str:
    """The week after, unless it has not begun yet."""
    after = Days(days.last, days.last)
    today = local_day(request.now, request.actor.time_zone)
    following = rules.week_of(date.fromordinal(after.last.toordinal() + 1))
    return rules.name_of_week(following) if following.first <= today else ""


def _days(request: ActingRequest) -> Days:
    try:
        first = date.fromisoformat(request.GET.get("first", ""))
        last = date.fromisoformat(request.GET.get("last", ""))
    except ValueError:
        return rules.month_of(local_day(request.now, request.actor.time_zone))
    if not date(1900, 1, 1) <= first <= last <= date(2999, 1, 1):
        raise NotFound
    return Days(first, last)


def _number(request: ActingRequest, name: str) -> int | None:
    return as_key(request.GET.get(name, ""))
