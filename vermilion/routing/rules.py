"""Decisions about slips, from plain values to plain values."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from vermilion.routing.types import Progress, Share, ShareState, Standing
from vermilion.tasks.types import STRENGTH, Part, State

_PLACE = re.compile(r"\{([^{}]{1,40})\}")


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


def strongest(shares: Sequence[Share]) -> list[Share]:
    """Each recipient once, with the strongest of the parts that were named for it."""
    best: dict[tuple[str, int | None], Share] = {}
    for share in sorted(shares, key=lambda each: STRENGTH.index(each.part)):
        best.setdefault(share.holder, share)
    return list(best.values())


def as_plan(shares: Sequence[Share]) -> list[dict[str, object]]:
    """Shares as plain values, to be kept with a preparation."""
    return [
        {
            "part": str(each.part),
            "unit_id": each.unit_id,
            "appointment_id": each.appointment_id,
            "due_at": each.due_at.isoformat() if each.due_at else None,
            "instruction": each.instruction,
            "approval": each.approval,
        }
        for each in shares
    ]


def from_plan(plan: Sequence[Mapping[str, Any]]) -> list[Share]:
    """The shares that were kept with a preparation."""
    return [
        Share(
            part=Part(each["part"]),
            unit_id=each["unit_id"],
            appointment_id=each["appointment_id"],
            due_at=datetime.fromisoformat(each["due_at"]) if each["due_at"] else None,
            instruction=each["instruction"],
            approval=each["approval"],
        )
        for each in plan
    ]


def filled(text: str, values: Mapping[str, str]) -> str:
    """A phrase with its places filled in; a place that nothing fills stays as it was written."""
    return _PLACE.sub(lambda found: values.get(found[1].strip().casefold(), found[0]), text)


def is_late(due_at: datetime | None, *, finished: bool, now: datetime) -> bool:
    """Whether a deadline has passed on something that is not finished."""
    return due_at is not None and not finished and due_at < now
