"""Words and plain values of the working calendar."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Span = tuple[time, time]
"""From an hour to an hour of one day, on the wall of the office."""

Hours = tuple[Span, ...]
"""The hours of one day; none at all is a day of rest."""

WEEK: tuple[Hours, ...] = (
    *(((time(7, 30), time(11, 30)), (time(13, 30), time(17, 0))),) * 5,
    (),
    (),
)
"""The usual week of an office, Monday first."""


class Manner(TextChoices):
    """In which way a day differs from its weekday."""

    OFF = "off", _("day off")
    WORKING = "working", _("made-up working day")
    MORNING = "morning", _("morning only")
    AFTERNOON = "afternoon", _("afternoon only")


class Holiday(TextChoices):
    """The public holidays that countries' data name."""

    NEW_YEAR = "new-year", _("New Year's Day")
    TET = "tet", _("Lunar New Year (Tết)")
    HUNG_KINGS = "hung-kings", _("Hùng Kings' Commemoration Day")
    REUNIFICATION = "reunification", _("Reunification Day")
    LABOUR = "labour", _("International Labour Day")
    NATIONAL = "national", _("National Day")
    IN_LIEU = "in-lieu", _("day off in lieu of a holiday on a day of rest")
    EXCHANGED = "exchanged", _("exchanged for a working day on another date")


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that differs from its weekday: its hours, in which manner, and what it is called.

    `announced` is False while a country's own rule is followed because nothing was said yet.
    """

    hours: Hours
    manner: Manner
    name: str | Promise
    announced: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A deadline that is usual, and why it falls on this day, as sentences."""

    due_at: datetime
    day: date
    days: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """In how many working days a paper of a type and an urgency is usually dealt with.

    An empty type, or no urgency, means any. `body` names the body that set it, if one did.
    """

    type_code: str = ""
    urgency: int | None = None
    days: int
    body: str = ""


Kinds = tuple[list[tuple[str, str]], list[tuple[int, str]]]

names: list[Callable[[date], Kinds]] = []
"""What types of documents and urgencies are called: filled by `site`, since they stand above."""


def kinds(on: date) -> Kinds:
    """The types of documents and the urgencies for which usual times can be set."""
    return names[0](on) if names else ([], [])


ACTS: Mapping[str, str | Promise] = {
    "workdays.week.set": _("Set the hours of the week"),
    "workdays.week.left": _("Went back to the working calendar of the body above"),
    "workdays.day.set": _("Set %(day)s as a special day: %(name)s"),
    "workdays.day.struck": _("Took the special day %(day)s out of the calendar"),
    "workdays.limit.set": _("Set a usual time of %(days)s working days"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, str | Promise] = {
    "calendar": pgettext_lazy("workdays", "Working calendar"),
}
