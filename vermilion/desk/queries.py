"""What lies on somebody's desk. Counts and lists come from the same sets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from vermilion.desk.types import View
from vermilion.kernel.actors import Actor, Duty
from vermilion.routing import queries as routing
from vermilion.routing.queries import Slips

PAGE = 40
"""Rows of one page: three screens of a tall display."""

MANY = 1000
"""A count stops here and is said as "1,000+"; nobody acts on the difference."""

_SETS: Mapping[View, Callable[..., Slips]] = {
    View.DIRECT: routing.to_direct,
    View.DO: routing.to_do,
    View.CLOSE: routing.to_close,
    View.LATE: routing.late,
    View.OTHERS: routing.with_others,
    View.DONE: routing.finished,
}


def views_of(actor: Actor) -> list[View]:
    """The lists that make sense in the post in which one acts, the most pressing first."""
    views = [View.DO, View.LATE, View.OTHERS, View.DONE]
    if actor.has(Duty.CLERK):
        views.insert(0, View.CLOSE)
    if actor.has(Duty.LEADER):
        views.insert(0, View.DIRECT)
    return views


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list, and the cursor behind which the next ones lie (empty: no more)."""

    rows: Slips
    after: str


def waiting(actor: Actor, view: View, *, at: datetime, after: str = "") -> Page:
    """One page of a list: the newest first, since deadlines are said on each row.

    `after` is the cursor of the page before; a cursor that is none starts at the top.
    """
    rows = _SETS[view](actor, at=at)
    if after.isdecimal():
        rows = rows.filter(pk__lt=int(after))
    found = rows.select_related("document__type", "entry__series").order_by("-id")[: PAGE + 1]
    more = len(found) > PAGE
    return Page(found[:PAGE], str(found[PAGE - 1].pk) if more else "")


def counts(actor: Actor, *, at: datetime) -> dict[View, int]:
    """How much lies in each list, up to `MANY`. One query a list."""
    return {
        view: _SETS[view](actor, at=at).order_by()[: MANY + 1].count() for view in views_of(actor)
    }
