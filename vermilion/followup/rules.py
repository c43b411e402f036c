"""Decisions about waits and ladders, from plain values to plain values."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

TURNOVER = time(7, 30)
"""At this hour of the wall the duty of one day ends and that of the next begins."""

PATIENCE = timedelta(hours=4)
"""So long after a reminder nobody can remind of the same thing again."""

MORNING = time(7, 30)
"""The hour of the wall at which people are reminded of deadlines."""

URGENT = 1
"""From this urgency on a wait sounds an alarm, by the clock and also at night."""


class WorkingTime(Protocol):
    """What is asked of a working calendar."""

    def add_working(self, start: datetime, amount: timedelta) -> datetime: ...

    def working_between(self, start: datetime, end: datetime) -> timedelta: ...


def step_after(
    start: datetime, *, minutes: int, working_time: bool, calendar: WorkingTime
) -> datetime:
    """When the next step of a ladder is due: so many minutes later, of the clock or of work."""
    amount = timedelta(minutes=minutes)
    return calendar.add_working(start, amount) if working_time else start + amount


def is_resting(at: datetime, calendar: WorkingTime) -> bool:
    """Whether nobody is at work at a moment: at night, at noon, on a day of rest."""
    return calendar.working_between(at, at + timedelta(minutes=1)) == timedelta(0)


def duty_day(at: datetime, time_zone: str) -> date:
    """Whose duty it is at a moment: that of the day, until half past seven of the next morning."""
    local = at.astimezone(ZoneInfo(time_zone))
    return local.date() if local.time() >= TURNOVER else local.date() - timedelta(days=1)


def next_group(
    sequence: Iterable[tuple[str, Sequence[int]]], told: Iterable[int]
) -> tuple[str, list[int]] | None:
    """The first rung that names somebody not told yet, and those; None: everybody was told."""
    known = set(told)
    for rung, people in sequence:
        fresh = [each for each in dict.fromkeys(people) if each not in known]
        if fresh:
            return rung, fresh
    return None


def sequence_of(
    rungs: Sequence[str],
    people: dict[str, Sequence[int]],
    *,
    on_duty: Sequence[int],
    resting: bool,
) -> list[tuple[str, Sequence[int]]]:
    """Whom the steps tell, in order.

    While the office rests those on duty come first, one after the other, then whoever has it and
    the rest of the ladder. While it works the ladder is climbed as it was settled, and those on
    duty are its rung of that name. Leaders, too, are told one after the other.
    """
    one_by_one: list[tuple[str, Sequence[int]]] = [("duty", [each]) for each in on_duty]
    climbed: list[tuple[str, Sequence[int]]] = []
    for rung in rungs:
        if rung == "duty":
            climbed += one_by_one
        elif rung == "leader":
            climbed += [(rung, [each]) for each in people.get(rung, ())]
        else:
            climbed.append((rung, people.get(rung, ())))
    return [*one_by_one, *climbed] if resting and "duty" in rungs else climbed


def reminders_between(
    due: datetime, days_before: Iterable[int], *, time_zone: str, after: datetime
) -> list[datetime]:
    """The mornings on which a deadline is to be reminded of, that still lie ahead, in order.

    On the day itself the reminder comes early enough: never after the deadline.
    """
    zone = ZoneInfo(time_zone)
    day = due.astimezone(zone).date()
    found = []
    for before in days_before:
        on = day - timedelta(days=before)
        moment = datetime.combine(on, MORNING, zone)
        if after < moment < due:
            found.append(moment)
    return sorted(found)


def may_remind_at(last: datetime | None) -> datetime | None:
    """From when on somebody may be reminded again; None: now."""
    return last + PATIENCE if last else None


def came_late(hour: datetime | None, answered_at: datetime | None, *, now: datetime) -> bool:
    """Whether an hour passed before what was waited for came about."""
    return hour is not None and (answered_at or now) > hour
