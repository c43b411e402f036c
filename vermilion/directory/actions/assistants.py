"""Assistants: who prepares for a leader, and decides nothing."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from vermilion.audit import actions as audit
from vermilion.directory import models, policy
from vermilion.directory.actions.days import AlreadyEnded, first_day, must_end_after
from vermilion.directory.actions.delegations import StandsInAlready, both_seats, must_hold_then
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import require


@transaction.atomic
def assign_assistant(
    *,
    actor: Actor,
    assistant_id: int,
    leader_id: int,
    at: datetime,
    on: date | None = None,
    until: date | None = None,
) -> models.Assistance:
    """An assistant sees what is laid before a leader and prepares it; decides nothing for them.

    Refused: another body, and doing so twice.
    """
    leader, assistant = both_seats(actor, leader_id, assistant_id)
    day = first_day(on, at, leader.post.body.time_zone)
    must_end_after(day, until)
    must_hold_then(leader, day)
    must_hold_then(assistant, day)
    twice = Q(valid_to=None) | Q(valid_to__gt=day)
    if until is not None:
        twice &= Q(valid_from__lt=until)
    if models.Assistance.objects.filter(twice, assistant=assistant, leader=leader).exists():
        raise StandsInAlready(name=assistant.person.full_name)

    assistance = models.Assistance.objects.create(
        assistant=assistant, leader=leader, valid_from=day, valid_to=until
    )

    audit.record(
        actor,
        "directory.assistant.assigned",
        f"assistance:{assistance.pk}",
        at=at,
        assistant=assistant.person.full_name,
        leader=leader.person.full_name,
        valid_from=day.isoformat(),
    )
    return assistance


@transaction.atomic
def end_assistance(
    *, actor: Actor, assistance_id: int, at: datetime, on: date | None = None
) -> models.Assistance:
    """An assistant no longer prepares for a leader from a day on. Refused when it has ended."""
    rows = models.Assistance.objects.select_for_update(of=("self",))
    assistance = (
        rows.select_related("leader__post__body", "leader__person", "assistant__person")
        .filter(pk=assistance_id)
        .first()
    )
    if assistance is None:
        raise NotFound()
    require(policy.can_delegate(actor, assistance.leader))
    day = max(first_day(on, at, assistance.leader.post.body.time_zone), assistance.valid_from)
    if assistance.valid_to is not None and assistance.valid_to <= day:
        raise AlreadyEnded(
            name=assistance.assistant.person.full_name, day=assistance.valid_to.isoformat()
        )

    assistance.valid_to = day
    assistance.save(update_fields=["valid_to"])

    audit.record(
        actor,
        "directory.assistance.ended",
        f"assistance:{assistance.pk}",
        at=at,
        assistant=assistance.assistant.person.full_name,
        leader=assistance.leader.person.full_name,
        valid_to=day.isoformat(),
    )
    return assistance
