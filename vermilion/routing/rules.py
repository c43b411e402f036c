"""Decisions about slips, from plain values to plain values."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from vermilion.documents.types import Urgency
from vermilion.routing.types import Progress, Share, ShareState, Standing
from vermilion.tasks.types import Part, State

_WORKING_DAYS = {Urgency.NORMAL: 7, Urgency.URGENT: 3, Urgency.VERY_URGENT: 1}
"""A suggestion, not a law: "at once" has no days in Decree 30/2020."""

SATURDAY = 5


def without_lead(shares: Sequence[Share]) -> bool:
    """Whether somebody is to support a matter that nobody leads (Decree 30/2020 Art. 23.4)."""
    parts = {share.part for share in shares}
    return Part.SUPPORT in parts and Part.LEAD not in parts


def named_twice(shares: Sequence[Share]) -> bool:
    """Whether one unit or person is given two parts at once."""
    holders = [share.holder for share in shares]
    return len(set(holders)) < len(holders)


def progress(shares: Sequence[ShareState]) -> Progress:
    """Count the leads: those that count for closing, those done, those given back.

    A withdrawn lead counts no more; supports and readers never do.
    """
    leads = [share.state for share in shares if share.part == Part.LEAD]
    return Progress(
        leads=sum(state not in (State.RETURNED, State.WITHDRAWN) for state in leads),
        done=sum(state == State.DONE for state in leads),
        returned=sum(state == State.RETURNED for state in leads),
    )


def standing(
    latest: Sequence[ShareState],
    *,
    directed: bool,
    returned_since_direction: bool,
    closed: bool,
    withdrawn: bool,
) -> Standing:
    """How a slip stands, from its acts and shares.

    A lead that gave its share back holds the slip until the leader directs anew; a slip that was
    directed for information alone waits for nobody.
    """
    if withdrawn:
        return Standing.WITHDRAWN
    if closed:
        return Standing.CLOSED
    if not directed:
        return Standing.DIRECTING
    if returned_since_direction:
        return Standing.AGAIN
    so_far = progress(latest)
    return Standing.READY if so_far.done == so_far.leads else Standing.DOING


def suggested_day(today: date, urgency: int) -> date:
    """The working day by which a paper of this urgency is usually dealt with; flash: today."""
    day = today
    for _each in range(_WORKING_DAYS.get(Urgency(urgency), 0)):
        day += timedelta(days=1)
        while day.weekday() >= SATURDAY:
            day += timedelta(days=1)
    return day


def is_late(due_at: datetime | None, *, finished: bool, now: datetime) -> bool:
    """Whether a deadline has passed on something that is not finished."""
    return due_at is not None and not finished and due_at < now
