"""Whom a wait concerns: whoever has it, and who stands on each rung above."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from vermilion.directory import queries as directory
from vermilion.documents import queries as documents
from vermilion.followup import models, rules
from vermilion.followup.types import Rung, Stage
from vermilion.kernel.actors import Duty


def holders_of(
    *, body_id: int, unit_id: int | None, holder_id: int | None, at: datetime, stage: str = ""
) -> list[int]:
    """The appointments that have something: a person, or those who answer for a unit.

    A unit is answered for by its head; where it has none, by everybody who works in it. What is
    to be registered the clerks have, and what nobody was named for the leaders.
    """
    if holder_id is not None:
        return [holder_id]
    if unit_id is not None:
        heads = directory.heads_of(unit_id, at)
        return [each.pk for each in heads or directory.people_in(body_id, at, unit_id=unit_id)]
    if stage == Stage.REGISTER:
        return [each.pk for each in directory.clerks_of(body_id, at)]
    return [each.pk for each in directory.leaders_of(body_id, at)]


def people_on(wait: models.Wait, *, at: datetime) -> dict[str, Sequence[int]]:
    """Who stands on each rung of the ladder of a wait, but for the duty list."""
    holders = holders_of(
        body_id=wait.body_id,
        unit_id=wait.unit_id,
        holder_id=wait.holder_id,
        at=at,
        stage=wait.stage,
    )
    # Whoever stands in for somebody absent is told with them, not a step later.
    away = directory.away_on(holders, at.date())
    holders += [each.deputy_id for each in away.values() if each.deputy_id]
    seats = directory.seats_of(holders)
    leaders = [each.pk for each in directory.leaders_of(wait.body_id, at)]
    places = [wait.unit_id, *(seat.post.unit_id for seat in seats.values())]
    units = sorted({each for each in places if each is not None})
    return {
        Rung.HOLDER: holders,
        Rung.DEPUTY: _deputies(wait.body_id, holders, at),
        Rung.HEAD: [head.pk for unit_id in units for head in directory.heads_of(unit_id, at)],
        # What is not urgent reaches the head of the body, and none of the deputies.
        Rung.LEADER: leaders if wait.urgency >= rules.URGENT else leaders[:1],
    }


def names_of(appointment_ids: Iterable[int]) -> dict[int, str]:
    """Names and posts of those who hold these appointments, by id. One query."""
    seats = directory.seats_of(appointment_ids)
    return {pk: f"{seat.person.full_name}, {seat.post.title}" for pk, seat in seats.items()}


def still_see(appointment_ids: Iterable[int], document_id: int, *, at: datetime) -> list[int]:
    """Those of these appointments who may see a document now."""
    seeing = []
    for each in appointment_ids:
        try:
            actor = directory.actor_in(each, at=at)
        except directory.PostNotHeld:
            continue
        if documents.visible(actor, at).filter(pk=document_id).exists():
            seeing.append(each)
    return seeing


def _deputies(body_id: int, holders: Sequence[int], at: datetime) -> list[int]:
    """Who stands in for these holders now, and who assists them."""
    found = [
        each.appointment_id
        for holder in holders
        for each in directory.who_stands_in_for(holder, at=at)
    ]
    if any(
        seat.post.duties and Duty.LEADER in seat.post.duties
        for seat in directory.seats_of(holders).values()
    ):
        day = at.date()
        found += [
            each.assistant_id
            for each in directory.assistants_of(body_id, on=day)
            if each.leader_id in holders and each.valid_from <= day
        ]
    return found
