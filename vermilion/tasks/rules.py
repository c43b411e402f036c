"""Decisions about duties, from plain values to plain values."""

from vermilion.tasks.types import State

LEAST_REASON = 10
"""A reason shorter than this says nothing; the field's products refuse it as well."""


def state_of(*, taken: bool, returned: bool, completed: bool, withdrawn: bool) -> State:
    """How a duty stands, from which acts it has. What ended it counts before what began it."""
    if withdrawn:
        return State.WITHDRAWN
    if returned:
        return State.RETURNED
    if completed:
        return State.DONE
    return State.DOING if taken else State.GIVEN


def says_enough(reason: str) -> bool:
    """Whether a reason has at least ten characters that are not blank."""
    return len(reason.strip()) >= LEAST_REASON
