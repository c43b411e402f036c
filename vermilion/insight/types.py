"""What is counted, over which days, and how it is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vermilion.insight.telling import HAPPENINGS as HAPPENINGS


class Measure(TextChoices):
    """One thing that is counted. The same definition holds on every page and at every level."""

    ARRIVED = "arrived", _("papers arrived")
    CLOSED = "closed", _("papers closed")
    WAITING = "waiting", _("papers not closed yet")
    PAPERS_LATE = "papers_late", _("papers late")
    GIVEN = "given", _("duties given to lead")
    DONE = "done", _("duties completed")
    DONE_LATE = "done_late", _("completed after the deadline")
    RETURNED = "returned", _("duties returned")
    OPEN = "open", _("duties open")
    LATE = "late", _("duties late")


PAPERS = (Measure.ARRIVED, Measure.CLOSED, Measure.WAITING, Measure.PAPERS_LATE)
"""What counts papers; the other measures count duties."""

DURING = (
    Measure.ARRIVED,
    Measure.CLOSED,
    Measure.GIVEN,
    Measure.DONE,
    Measure.DONE_LATE,
    Measure.RETURNED,
)
"""What happened within the days asked for; the other measures say how it stands now."""


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both counted, on the wall of the reader's body."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What narrows a figure. Nothing narrows by default; 0 means those without a unit or type."""

    unit_id: int | None = None
    type_id: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """How many, and where they are listed."""

    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: what it is about, and a figure for each column."""

    label: str | Promise
    figures: tuple[Figure, ...]
    on_time: float | None = None
    """The share of what was completed that was completed in time, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures. `columns` are the names of its figures."""

    columns: tuple[str | Promise, ...]
    rows: tuple[Row, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One paper or duty that a figure counts, as a list shows it."""

    document_id: int
    number: str
    symbol: str
    about: str
    language: str
    who: str
    since: datetime
    due: datetime | None
    standing: str | Promise
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The week of a body on one page: what a leader looks at on Monday morning."""

    body: str
    week: str
    days: Days
    totals: tuple[tuple[Measure, Figure], ...]
    before: tuple[int, ...]
    """The same totals of what happened in the week before; -1 where nothing can be said."""
    by_unit: Table
    late: tuple[Record, ...]
    due: tuple[Record, ...]


ACTS: Mapping[str, str | Promise] = {
    "insight.week.announced": _("Told %(count)s leaders that the sheet of the week is there"),
}

SUBJECTS: Mapping[str, str | Promise] = {"week": _("Sheet of the week")}
