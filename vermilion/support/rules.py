"""How a problem stands by what was done about it, and by when it is to be solved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from vermilion.support.types import State, StepKind, Weight

LEAST_WORDS = 10
"""Characters that a report or a reason has at least: less tells nobody anything."""

WORKING_DAYS: Mapping[str, int] = {Weight.STOPPED: 1, Weight.SLOWED: 5, Weight.BEARABLE: 15}
"""Working days within which a problem is to be solved, by how badly it holds people up."""

_AFTER: Mapping[str, State] = {
    StepKind.TAKEN: State.IN_HAND,
    StepKind.JOINED: State.JOINED,
    StepKind.SOLVED: State.SOLVED,
    StepKind.DECLINED: State.DECLINED,
    StepKind.REOPENED: State.REPORTED,
}


@dataclass(frozen=True, slots=True)
class Done:
    """One step, in what matters for how the problem stands."""

    kind: str
    at: datetime
    owner_id: int | None = None
    owner_name: str = ""
    due_at: datetime | None = None
    other_id: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    state: State
    since: datetime
    owner_id: int | None
    owner_name: str
    due_at: datetime
    joined_to_id: int | None


def standing(reported_at: datetime, due_at: datetime, steps: Iterable[Done]) -> Standing:
    """How a problem stands by its steps, in the order in which they were done.

    A problem that is reopened goes back to whoever had it in hand, if somebody had.
    """
    state, since = State.REPORTED, reported_at
    owner: tuple[int | None, str] = (None, "")
    other = None
    for step in steps:
        due_at = step.due_at or due_at
        if step.kind == StepKind.TAKEN:
            owner = (step.owner_id, step.owner_name)
        after = _AFTER.get(step.kind)
        if step.kind == StepKind.REOPENED and owner[1]:
            after = State.IN_HAND
        if after is not None:
            other = step.other_id if after is State.JOINED else None
            state, since = after, step.at
    return Standing(state, since, *owner, due_at, other)
