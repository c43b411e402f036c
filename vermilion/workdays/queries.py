"""The working calendar of a body on a day, and what it says of deadlines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import QuerySet
from django.utils.functional import Promise

from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.verdicts import Verdict
from vermilion.workdays import holidays, models, policy, reasons, rules
from vermilion.workdays.rules import Calendar as Calendar
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


def public_years(body_id: int) -> dict[int, bool]:
    """For which years the public holidays of a body are known, and whether they were announced."""
    return holidays.years_of(holidays.country_of(directory.body(body_id).time_zone))


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day of a year that differs from its weekday, and who says so.

    `id` is that of a day which the body itself has set and can take out.
    """

    day: date
    manner: Manner
    name: str | Promise
    said_by: str
    announced: bool
    id: int | None


def days_of_year(body_id: int, year: int, *, on: date) -> list[DayShown]:
    """The days of a year that differ from their weekday in a body, in order."""
    calendar = calendar_of(body_id, on)
    own = {each.day: each for each in own_days_by_distance(body_id, year)}
    return [
        DayShown(
            day=day,
            manner=special.manner,
            name=special.name,
            said_by=own[day].body.name if day in own else "",
            announced=special.announced,
            id=own[day].pk if day in own and own[day].body_id == body_id else None,
        )
        for day, special in sorted(calendar.days.items())
        if day.year == year
    ]


def own_days_by_distance(body_id: int, year: int) -> list[models.DayOfOwn]:
    """The days of a year set by a body or one above it, the nearest body's word last."""
    body = directory.body(body_id)
    rows = _days_above(body.lo, body.hi).filter(day__year=year).select_related("body")
    return list(rows.order_by("body__lo", "id"))


@dataclass(frozen=True, slots=True)
class LimitShown:
    """A usual time in words."""

    what: str
    days: int
    body: str


def limits_in_words(
    body_id: int, *, types: Sequence[tuple[str, str]], urgencies: Sequence[tuple[int, str]]
) -> list[LimitShown]:
    """The usual times that hold in a body; the house's own where nobody has set any."""
    type_names, urgency_names = dict(types), dict(urgencies)
    own = limits_of(body_id)
    set_for = {(each.type_code, each.urgency) for each in own}
    usual = [
        Limit(urgency=urgency, days=rules.DEFAULT_DAYS.get(urgency, 0))
        for urgency, _name in urgencies
        if ("", urgency) not in set_for
    ]
    seen: set[tuple[str, int | None]] = set()
    shown = []
    for each in [*own, *usual]:
        if (each.type_code, each.urgency) in seen:
            continue
        seen.add((each.type_code, each.urgency))
        parts = [
            type_names.get(each.type_code, each.type_code),
            urgency_names.get(each.urgency, "") if each.urgency is not None else "",
        ]
        what = " · ".join(part for part in parts if part)
        shown.append(LimitShown(what or reasons.every_paper(), each.days, each.body))
    return shown
