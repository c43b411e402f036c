"""The working calendar of a body on a day, and what it says of deadlines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import QuerySet
from django.utils.functional import Promise

from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import Verdict
from vermilion.workdays import holidays, models, policy, reasons, rules
from vermilion.workdays.rules import Calendar
from vermilion.workdays.types import WEEK, Hours, Limit, Manner, SpecialDay, Suggestion


@dataclass(frozen=True, slots=True)
class Kept:
    """The calendar of a body and where it comes from.

    `week_of` names the body whose hours hold, empty while the usual ones of the house do.
    """

    calendar: Calendar
    week_of: str
    own_week: bool
    country: str


def calendar_of(body_id: int, on: date) -> Calendar:
    """The working calendar of a body on a day. Three queries.

    Hours come from the nearest body, upwards, that keeps some; days that differ from all of
    them, the nearest body's word counting most, and below all from the country.
    """
    return kept_calendar(body_id, on).calendar


def kept_calendar(body_id: int, on: date) -> Kept:
    """The same, with what an administrator asks about it."""
    body = directory.body(body_id)
    weeks: dict[int, models.WorkingWeek] = {}
    for row in (
        models.WorkingWeek.objects.filter(
            body__lo__lte=body.lo, body__hi__gte=body.hi, valid_from__lte=on
        )
        .select_related("body")
        .order_by("-body__lo", "-valid_from", "-id")
    ):
        weeks.setdefault(row.body_id, row)
    nearest = next((row for row in weeks.values() if row.hours), None)
    week = _as_hours(nearest.hours) if nearest and nearest.hours else WEEK
    country = holidays.country_of(body.time_zone)
    days = dict(holidays.holidays_of(country, week))
    for own in _days_above(body.lo, body.hi).order_by("body__lo", "id"):
        days[own.day] = _special(own, week)
    return Kept(
        calendar=Calendar(body.time_zone, week, days),
        week_of=nearest.body.name if nearest else "",
        own_week=nearest is not None and nearest.body_id == body_id,
        country=country,
    )


def _days_above(lo: int, hi: int) -> QuerySet[models.DayOfOwn]:
    return models.DayOfOwn.objects.filter(body__lo__lte=lo, body__hi__gte=hi, struck_at=None)


def _special(own: models.DayOfOwn, week: tuple[Hours, ...]) -> SpecialDay:
    manner = Manner(own.manner)
    return SpecialDay(rules.hours_of(own.day, manner, week), manner, own.name)


def _as_hours(stored: Sequence[Sequence[Sequence[str]]]) -> tuple[Hours, ...]:
    return tuple(
        tuple((time.fromisoformat(begin), time.fromisoformat(end)) for begin, end in day)
        for day in stored
    )


def days_left(actor: Actor, on: datetime) -> Callable[[datetime, datetime], int]:
    """A counter of working days between now and a deadline, for the pages of an actor.

    The calendar is read once, and only when a deadline is shown.
    """
    known: list[Calendar] = []

    def count(at: datetime, due: datetime) -> int:
        if not known:
            known.append(calendar_of(actor.own_body, local_day(on, actor.time_zone)))
        return known[0].days_left(at, due)

    return count


def limits_of(body_id: int) -> list[Limit]:
    """The usual times that hold in a body, its own before those of the bodies above it."""
    body = directory.body(body_id)
    rows = (
        models.UsualTime.objects.filter(body__lo__lte=body.lo, body__hi__gte=body.hi)
        .select_related("body")
        .order_by("-body__lo", "-id")
    )
    latest: dict[tuple[int, str, int | None], models.UsualTime] = {}
    for row in rows:
        latest.setdefault((row.body_id, row.type_code, row.urgency), row)
    return [
        Limit(type_code=row.type_code, urgency=row.urgency, days=row.days, body=row.body.name)
        for row in latest.values()
        if row.days is not None
    ]


def suggestion(
    *,
    body_id: int,
    at: datetime,
    urgency: int,
    type_code: str = "",
    type_name: str | Promise = "",
    urgency_name: str | Promise = "",
    not_after: date | None = None,
) -> Suggestion:
    """The deadline that is usual for a paper of a type and an urgency, and why this day.

    `not_after` is the day on which the paper itself wants its answer: no deadline lies behind it.
    """
    today = local_day(at, directory.body(body_id).time_zone)
    calendar = calendar_of(body_id, today)
    limit = rules.limit_for(limits_of(body_id), type_code=type_code, urgency=urgency)
    usual = calendar.add_days(today, limit.days)
    if limit.days == 0 and calendar.due_on(usual) <= at:
        usual = calendar.next_working_day(usual)
    day = usual
    if not_after is not None and today < not_after < usual:
        day = calendar.last_working_day(not_after)
    if calendar.due_on(day) <= at:
        day = usual
    return Suggestion(
        due_at=calendar.due_on(day),
        day=day,
        days=calendar.days_between(today, day),
        reasons=tuple(
            reasons.of_suggestion(
                calendar,
                today=today,
                usual=usual,
                day=day,
                limit=limit,
                type_name=type_name,
                urgency_name=urgency_name,
            )
        ),
    )


def why_day(*, body_id: int, at: datetime, due_at: datetime) -> list[str]:
    """How a deadline is counted in the calendar of a body, as sentences."""
    calendar = calendar_of(body_id, local_day(at, directory.body(body_id).time_zone))
    return reasons.of_counting(
        calendar, first=calendar.local_day(at), last=calendar.local_day(due_at)
    )


def can_keep(actor: Actor, body_id: int) -> Verdict:
    """Whether the actor may change the calendar of a body, with the reasons why not."""
    return policy.can_keep(actor, body_id)


def own_days(body_id: int, year: int) -> list[models.DayOfOwn]:
    """The days of a year that a body or one above it has set, in order."""
    body = directory.body(body_id)
    rows = _days_above(body.lo, body.hi).filter(day__year=year).select_related("body")
    return list(rows.order_by("day", "id"))


def own_day(day_id: int) -> models.DayOfOwn:
    """One day that a body set. NotFound if there is none, or if it was struck out."""
    found = models.DayOfOwn.objects.filter(pk=day_id, struck_at=None).first()
    if found is None:
        raise NotFound
    return found


def public_years(body_id: int) -> dict[int, bool]:
    """For which years the public holidays of a body are known, and whether they were announced."""
    return holidays.years_of(holidays.country_of(directory.body(body_id).time_zone))
