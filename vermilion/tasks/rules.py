"""Decisions about duties, from plain values to plain values."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from vermilion.tasks.types import STRENGTH, Below, Part, RolledUp, State

LEAST_REASON = 10
"""A reason shorter than this says nothing; the field's products refuse it as well."""

MOST_EXTENSIONS = 2
MOST_DAYS = 30
"""What holds while no body has set its own rule: twice, and thirty days in all."""


def state_of(
    *,
    taken: bool,
    returned: bool,
    completed: bool,
    withdrawn: bool,
    reported: bool = False,
    waiting: bool = False,
    part: str = Part.LEAD,
) -> State:
    """How a duty stands, from which acts it has. What ended it counts before what began it.

    What is for information is done once it was taken in: there is nothing else to do with it.
    """
    if withdrawn:
        return State.WITHDRAWN
    if returned:
        return State.RETURNED
    if completed or (taken and part == Part.INFORMATION):
        return State.DONE
    if reported:
        return State.REPORTED
    if waiting:
        return State.WAITING
    return State.DOING if taken else State.GIVEN


def says_enough(reason: str) -> bool:
    """Whether a reason has at least ten characters that are not blank."""
    return len(reason.strip()) >= LEAST_REASON


def strongest(shares: Sequence[Below]) -> list[Below]:
    """Each recipient once, with the strongest of the parts that were named for it."""
    best: dict[tuple[str, int | None], Below] = {}
    for share in sorted(shares, key=lambda each: STRENGTH.index(each.part)):
        best.setdefault(share.holder, share)
    return list(best.values())


def rolled_up(parts: Sequence[tuple[str, str]]) -> RolledUp:
    """How far the parts of a duty are, from the part and the state of each.

    What was returned or withdrawn counts no more, and what is for information never did.
    """
    counted = [
        state
        for part, state in parts
        if part != Part.INFORMATION and state not in (State.RETURNED, State.WITHDRAWN)
    ]
    return RolledUp(len(counted), sum(state == State.DONE for state in counted))


def leaves_leads_open(parts: Sequence[tuple[str, str]]) -> int:
    """How many leads below a duty are not done; the duty cannot be completed before them."""
    ended = (State.DONE, State.RETURNED, State.WITHDRAWN)
    return sum(part == Part.LEAD and state not in ended for part, state in parts)


def last_possible(first_due_at: datetime, days: int, latest_at: datetime | None) -> datetime:
    """How far a deadline can be moved: so many days in all, never behind the matter's own day."""
    by_rule = first_due_at + timedelta(days=days)
    return by_rule if latest_at is None else min(by_rule, latest_at)
