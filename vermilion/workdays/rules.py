"""Working time: pure arithmetic over hours of the week and days that differ."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo

from vermilion.workdays.types import WEEK, Hours, Limit, Manner, SpecialDay

ONE_DAY = timedelta(days=1)

FARTHEST = 3660
"""Days that are looked through before it is said that no working time comes: ten years."""

NOON = time(12, 0)

DEFAULT_DAYS = {0: 7, 1: 3, 2: 1}
"""Working days by urgency while no body set its own; "at once" has none in Decree 30/2020."""


class NoWorkingTime(ValueError):
    """A calendar in which nobody ever works answers nothing."""


@dataclass(frozen=True)
class Calendar:
    """When an office works: hours for each weekday, and days that differ from their weekday."""

    time_zone: str = "UTC"
    week: tuple[Hours, ...] = WEEK
    days: Mapping[date, SpecialDay] = field(default_factory=dict)

    @cached_property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def local_day(self, at: datetime) -> date:
        """Which day the wall of this office shows."""
        return at.astimezone(self._zone).date()

    def hours_on(self, day: date) -> Hours:
        """The hours that are worked on a day."""
        special = self.days.get(day)
        return special.hours if special else self.week[day.weekday()]

    def is_working(self, day: date) -> bool:
        """Whether anybody works on a day at all."""
        return bool(self.hours_on(day))

    def spans_on(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """The stretches of work on a day, as moments in UTC."""
        for begin, end in self.hours_on(day):
            yield self._moment(day, begin), self._moment(day, end)

    def opening(self, day: date) -> datetime | None:
        """When work begins on a day; nothing on a day of rest."""
        return next((begin for begin, _end in self.spans_on(day)), None)

    def closing(self, day: date) -> datetime | None:
        """When work ends on a day; nothing on a day of rest."""
        return max((end for _begin, end in self.spans_on(day)), default=None)

    def _moment(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, self._zone).astimezone(UTC)

    def next_working_day(self, day: date) -> date:
        """The first working day after a day."""
        for number in range(1, FARTHEST):
            after = day + number * ONE_DAY
            if self.is_working(after):
                return after
        raise NoWorkingTime

    def last_working_day(self, day: date) -> date:
        """A day itself if one works on it, else the last working day before it."""
        for number in range(FARTHEST):
            before = day - number * ONE_DAY
            if self.is_working(before):
                return before
        raise NoWorkingTime

    def add_days(self, day: date, count: int) -> date:
        """The day that is so many working days later; the day itself is not counted.

        No days at all is the day itself, or the next on which one works.
        """
        if count <= 0:
            return day if self.is_working(day) else self.next_working_day(day)
        for _each in range(count):
            day = self.next_working_day(day)
        return day

    def days_between(self, first: date, last: date) -> int:
        """Working days after the first day, up to and with the last; negative the other way."""
        if last < first:
            return -self.days_between(last, first)
        count = (last - first).days
        return sum(self.is_working(first + number * ONE_DAY) for number in range(1, count + 1))

    def days_late(self, day: date, done_on: date, *, at_once: bool = False) -> int:
        """By how many working days something was done late that was to be done on a day, or at
        the latest on the next working day; what was to be done at once, on the day alone.

        What was done on a day of rest behind its time is a day late as well.
        """
        latest = day if at_once else self.next_working_day(day)
        if done_on <= latest:
            return 0
        return max(1, self.days_between(latest, done_on))

    def days_left(self, at: datetime, due: datetime) -> int:
        """Working days left until a deadline, today not counted; negative when it has passed."""
        return self.days_between(self.local_day(at), self.local_day(due))

    def add_working(self, start: datetime, amount: timedelta) -> datetime:
        """The moment at which so much working time has passed since another."""
        day = self.local_day(start)
        for _each in range(FARTHEST):
            for begin, end in self.spans_on(day):
                stretch = end - max(begin, start)
                if stretch <= timedelta(0):
                    continue
                if amount <= stretch:
                    return max(begin, start) + amount
                amount -= stretch
            day += ONE_DAY
        raise NoWorkingTime

    def working_between(self, start: datetime, end: datetime) -> timedelta:
        """How much working time lies between two moments; negative the other way round."""
        if end < start:
            return -self.working_between(end, start)
        total = timedelta(0)
        day, last = self.local_day(start), self.local_day(end)
        while day <= last:
            for begin, until in self.spans_on(day):
                total += max(timedelta(0), min(until, end) - max(begin, start))
            day += ONE_DAY
        return total

    def due_on(self, day: date) -> datetime:
        """When a deadline of this day ends: the close of work, or of the last day before it.

        A deadline is never moved behind the day that was named.
        """
        closing = self.closing(self.last_working_day(day))
        if closing is None:
            raise NoWorkingTime
        return closing

    def resting_between(self, first: date, last: date) -> list[tuple[date, SpecialDay | None]]:
        """The days of rest after the first day up to the last, with what they are called."""
        count = (last - first).days
        days = (first + number * ONE_DAY for number in range(1, count + 1))
        return [(day, self.days.get(day)) for day in days if not self.is_working(day)]

    def made_up_between(self, first: date, last: date) -> list[date]:
        """The days of rest on which one works all the same, between two days."""
        count = (last - first).days
        days = (first + number * ONE_DAY for number in range(1, count + 1))
        return [day for day in days if self._is_made_up(day)]

    def _is_made_up(self, day: date) -> bool:
        special = self.days.get(day)
        return special is not None and special.manner == Manner.WORKING


def half(hours: Hours, manner: Manner) -> Hours:
    """The part of a day's hours that lies before noon, or behind it."""
    if manner == Manner.MORNING:
        return tuple((begin, min(end, NOON)) for begin, end in hours if begin < NOON)
    return tuple((max(begin, NOON), end) for begin, end in hours if end > NOON)


def hours_of(day: date, manner: Manner, week: tuple[Hours, ...]) -> Hours:
    """The hours of a special day: of its weekday, or of a Monday where its weekday has none."""
    usual = week[day.weekday()] or next((each for each in week if each), ())
    if manner == Manner.OFF:
        return ()
    return usual if manner == Manner.WORKING else half(usual, manner)


def are_sound(week: tuple[Hours, ...]) -> bool:
    """Whether seven days are given, some work is done, and stretches follow one another."""
    spans = [span for hours in week for span in hours]
    ordered = all(before[1] <= after[0] for hours in week for before, after in pairwise(hours))
    return len(week) == 7 and bool(spans) and ordered and all(b < e for b, e in spans)


def limit_for(limits: Sequence[Limit], *, type_code: str, urgency: int) -> Limit:
    """The usual time that fits best: for the type and the urgency, the type, the urgency, any.

    Limits of nearer bodies come first and win among those that fit equally. Without any the
    house's own figures by urgency hold.
    """
    for code, mark in ((type_code, urgency), (type_code, None), ("", urgency), ("", None)):
        for limit in limits:
            if limit.type_code == code and limit.urgency == mark:
                return limit
    return Limit(urgency=urgency, days=DEFAULT_DAYS.get(urgency, 0))
