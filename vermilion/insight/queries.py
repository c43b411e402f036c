"""Figures and the sets behind them. A figure is the count of the set that its link opens."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vermilion.directory import queries as directory
from vermilion.documents import queries as documents
from vermilion.insight import rules
from vermilion.insight.types import DURING, PAPERS, Cut, Days, Figure, Measure, Record, Row, Table
from vermilion.kernel.actors import Actor
from vermilion.notices.types import Paper
from vermilion.routing import queries as routing
from vermilion.routing.types import UNFINISHED, Standing
from vermilion.tasks import queries as tasks
from vermilion.tasks.types import OPEN, Part, State

Task = tasks.Task

NONE = 0
"""Stands in an address for papers without a type and duties without a unit."""

_BY_UNIT = (
    Measure.GIVEN,
    Measure.DONE,
    Measure.DONE_LATE,
    Measure.RETURNED,
    Measure.OPEN,
    Measure.LATE,
)
_BY_TYPE = PAPERS
_BY_MONTH = (Measure.ARRIVED, Measure.CLOSED)


def records(actor: Actor, measure: Measure, days: Days, cut: Cut, *, at: datetime) -> QuerySet[Any]:
    """The papers or duties that a figure counts, the newest first."""
    rows: QuerySet[Any] = _papers(actor, at) if measure in PAPERS else _duties(actor, at)
    rows = rows.filter(_counted(measure, days, actor, at))
    if cut.unit_id is not None and measure not in PAPERS:
        rows = rows.filter(holder=cut.unit_id) if cut.unit_id else rows.filter(holder=None)
    if cut.type_id is not None and measure in PAPERS:
        rows = rows.filter(document__type=cut.type_id or None)
    return rows.order_by("-id")


def totals(actor: Actor, days: Days, *, at: datetime) -> list[tuple[Measure, Figure]]:
    """Every measure over everything the actor may see. Two queries."""
    counted = {
        **_papers(actor, at).aggregate(**_counts(PAPERS, days, actor, at)),
        **_duties(actor, at).aggregate(**_counts(_BY_UNIT, days, actor, at)),
    }
    return [
        (measure, Figure(counted[measure], address(measure, days, Cut())))
        for measure in (*PAPERS, *_BY_UNIT)
    ]


def by_unit(actor: Actor, days: Days, *, at: datetime) -> Table:
    """Duties to lead by the unit that holds them, in the order of the units. Two queries."""
    counted = {
        row["holder"] or NONE: row
        for row in _duties(actor, at)
        .order_by()
        .values("holder")
        .annotate(**_counts(_BY_UNIT, days, actor, at))
    }
    names = {unit.pk: unit.name for unit in directory.units_of(actor.own_body, at)}
    names |= directory.unit_names([each for each in counted if each and each not in names])
    rows = [
        _row(name, _BY_UNIT, counted[unit], days, Cut(unit_id=unit))
        for unit, name in [*names.items(), (NONE, _("without a unit"))]
        if unit in counted
    ]
    return Table(tuple(measure.label for measure in _BY_UNIT), tuple(rows))


def by_type(actor: Actor, days: Days, *, at: datetime) -> Table:
    """Papers by their type, the most frequent first. Two queries."""
    counted = [
        row
        for row in _papers(actor, at)
        .order_by()
        .values("document__type")
        .annotate(**_counts(_BY_TYPE, days, actor, at))
        if any(row[measure] for measure in _BY_TYPE)
    ]
    counted.sort(key=lambda row: (-row[Measure.ARRIVED], -row[Measure.WAITING]))
    language = get_language() or "vi"
    names = {
        each.pk: each.name_in(language)
        for each in documents.types_of([row["document__type"] for row in counted])
    }
    rows = [
        _row(
            names.get(row["document__type"], _("without a type")),
            _BY_TYPE,
            row,
            days,
            Cut(type_id=row["document__type"] or NONE),
        )
        for row in counted
    ]
    return Table(tuple(measure.label for measure in _BY_TYPE), tuple(rows))


def by_month(actor: Actor, today: date, *, at: datetime) -> Table:
    """What arrived and was closed in each of the last months. One query."""
    months = rules.months_back(today)
    asked = {
        f"{measure}_{number}": Count("id", filter=_counted(measure, month, actor, at))
        for number, month in enumerate(months)
        for measure in _BY_MONTH
    }
    counted = _papers(actor, at).aggregate(**asked)
    rows = [
        Row(
            f"{month.first:%m/%Y}",
            tuple(
                Figure(counted[f"{measure}_{number}"], address(measure, month, Cut()))
                for measure in _BY_MONTH
            ),
        )
        for number, month in enumerate(months)
    ]
    return Table(tuple(measure.label for measure in _BY_MONTH), tuple(rows))


def latest(actor: Actor, *, at: datetime, most: int) -> list[tasks.Task]:
    """The duties to lead that are late, those late for longest first."""
    today = rules.week_of(at.date())
    late = _duties(actor, at).filter(_counted(Measure.LATE, today, actor, at))
    return list(late.order_by("due_at", "id")[:most])


def due_soon(actor: Actor, days: Days, *, at: datetime, most: int) -> list[tasks.Task]:
    """The duties to lead that fall due within some days."""
    first, beyond = _span(days, actor)
    rows = _duties(actor, at).filter(state__in=OPEN, due_at__gte=max(first, at), due_at__lt=beyond)
    return list(rows.order_by("due_at", "id")[:most])


def address(measure: Measure, days: Days, cut: Cut) -> str:
    """Where the records of a figure are listed."""
    asked: dict[str, object] = {"of": measure.value, "first": days.first, "last": days.last}
    if cut.unit_id is not None:
        asked["unit"] = cut.unit_id
    if cut.type_id is not None:
        asked["type"] = cut.type_id
    return f"{reverse('insight:records')}?{urlencode(asked)}"


def _papers(actor: Actor, at: datetime) -> routing.Slips:
    return routing.visible(actor, at=at).exclude(standing=Standing.WITHDRAWN)


def _duties(actor: Actor, at: datetime) -> QuerySet[Any]:
    """Duties to lead, each given once: what a unit gave on to its own people is its own affair."""
    seen = routing.visible(actor, at=at).order_by().values("document_id")
    return (
        tasks.of_body(actor.own_body)
        .filter(part=Part.LEAD, parent=None, subject_kind="document", subject_id__in=seen)
        .annotate(holder=Coalesce("unit_id", "appointment__post__unit_id"))
    )


def _counts(
    measures: Sequence[Measure], days: Days, actor: Actor, at: datetime
) -> Mapping[str, Count]:
    return {
        measure.value: Count("id", filter=_counted(measure, days, actor, at))
        for measure in measures
    }


def _counted(measure: Measure, days: Days, actor: Actor, at: datetime) -> Q:
    """What a measure counts: the one definition of it."""
    first, beyond = _span(days, actor)
    done = Q(state=State.DONE, state_since__gte=first, state_since__lt=beyond)
    return {
        Measure.ARRIVED: Q(opened_at__gte=first, opened_at__lt=beyond),
        Measure.CLOSED: Q(
            standing=Standing.CLOSED, standing_since__gte=first, standing_since__lt=beyond
        ),
        Measure.WAITING: Q(standing__in=UNFINISHED),
        Measure.PAPERS_LATE: Q(standing__in=UNFINISHED, due_at__lt=at),
        Measure.GIVEN: Q(given_at__gte=first, given_at__lt=beyond),
        Measure.DONE: done,
        Measure.DONE_LATE: done & Q(due_at__lt=F("state_since")),
        Measure.RETURNED: Q(state=State.RETURNED, state_since__gte=first, state_since__lt=beyond),
        Measure.OPEN: Q(state__in=OPEN),
        Measure.LATE: Q(state__in=OPEN, due_at__lt=at),
    }[measure]


def _span(days: Days, actor: Actor) -> tuple[datetime, datetime]:
    zone = ZoneInfo(actor.time_zone)
    beyond = days.last + timedelta(days=1)
    return datetime.combine(days.first, time(), zone), datetime.combine(beyond, time(), zone)


def _row(
    label: str, measures: Sequence[Measure], counted: Mapping[str, int], days: Days, cut: Cut
) -> Row:
    figures = tuple(Figure(counted[measure], address(measure, days, cut)) for measure in measures)
    row = Row(label, figures)
    if Measure.DONE in measures:
        done = counted[Measure.DONE]
        return replace(row, on_time=rules.share(done - counted[Measure.DONE_LATE], done))
    return row


def is_of_days(measure: Measure) -> bool:
    """Whether a measure depends on the days asked for, or says how it stands now."""
    return measure in DURING


def with_papers(rows: QuerySet[Any], measure: Measure) -> QuerySet[Any]:
    """These records with what is shown of each."""
    if measure in PAPERS:
        return rows.select_related("document__type", "entry")
    return rows


def as_records(rows: Sequence[Any], measure: Measure) -> list[Record]:
    """Records as a list shows them. One query more for duties: their papers."""
    if measure in PAPERS:
        return [
            Record(
                document_id=row.document_id,
                number=str(row.entry),
                symbol=row.document.symbol,
                about=row.document.abstract,
                language=row.document.language,
                who=row.document.issuer,
                since=row.opened_at,
                due=row.due_at,
                standing=Standing(row.standing).label,
                ended_at=None if row.standing in UNFINISHED else row.standing_since,
            )
            for row in rows
        ]
    papers = documents.summaries_of([row.subject_id for row in rows])
    return [
        Record(
            document_id=row.subject_id,
            number="",
            symbol=papers[row.subject_id].symbol,
            about=papers[row.subject_id].abstract,
            language="",
            who=row.recipient,
            since=row.given_at,
            due=row.due_at,
            standing=State(row.state).label,
            ended_at=None if row.state in OPEN else row.state_since,
        )
        for row in rows
    ]


def weeks_called(weeks: Sequence[int]) -> Mapping[int, Paper]:
    """What the sheets of weeks are called in a notice: 202647 is the 47th week of 2026."""
    return {
        week: Paper(
            title=_("Sheet of week %(number)s of %(year)s")
            % {"number": week % 100, "year": week // 100}
        )
        for week in weeks
    }
