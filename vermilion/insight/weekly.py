"""The sheet of a week, put together from the same figures as every page."""

from datetime import datetime, timedelta

from vermilion.insight import queries, rules
from vermilion.insight.types import DURING, Days, Measure, Record, Sheet
from vermilion.kernel.actors import Actor

MOST = 12
"""Late duties, and duties soon due, that the sheet names; the rest opens from its figure."""


def sheet(actor: Actor, days: Days, *, at: datetime) -> Sheet:
    """The week of the actor's body, over what the actor may see. A fixed number of queries."""
    before = dict(queries.totals(actor, rules.last_whole_week(days.first), at=at))
    totals = queries.totals(actor, days, at=at)
    ahead = Days(days.last + timedelta(days=1), days.last + timedelta(days=7))
    return Sheet(
        body=actor.body,
        week=rules.name_of_week(days),
        days=days,
        totals=tuple(totals),
        before=tuple(before[each].count if each in DURING else -1 for each, _figure in totals),
        by_unit=queries.by_unit(actor, days, at=at),
        late=_named(queries.latest(actor, at=at, most=MOST), Measure.LATE),
        due=_named(queries.due_soon(actor, ahead, at=at, most=MOST), Measure.OPEN),
    )


def _named(tasks: list[queries.Task], measure: Measure) -> tuple[Record, ...]:
    return tuple(queries.as_records(tasks, measure))
