"""Telling leaders that the sheet of a week is there."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.insight import policy, rules
from vermilion.insight.types import Days
from vermilion.kernel.actors import Actor
from vermilion.kernel.types import Subject
from vermilion.notices import actions as notices


@transaction.atomic
def announce_week(*, actor: Actor, body_id: int, days: Days, at: datetime) -> int:
    """Tell the leaders of a body that the sheet of a week is there; gives how many were told."""
    policy.require(policy.can_announce(actor))
    name = rules.name_of_week(days)
    leaders = [seat.pk for seat in directory.leaders_of(body_id, at)]
    told = notices.tell(
        actor=actor,
        event="week.ready",
        about=Subject("week", int(name.replace("-W", ""))),
        holders=leaders,
        reason="superior",
        at=at,
        url=f"{reverse('insight:week')}?of={name}",
    )
    audit.record(
        actor, "insight.week.announced", f"week:{name.replace('-W', '')}", at=at, count=len(told)
    )
    return len(told)
