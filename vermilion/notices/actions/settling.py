"""What people want to be told of, and what is usual in a body."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import Refused
from vermilion.notices import models, policy, queries, rules
from vermilion.notices.types import Channel, Rhythm, house

Choices = Mapping[tuple[str, str], int | None]
"""Channels by kind of happening and reason; None goes back to what is usual."""


class NoSuchLine(Refused):
    message = _("There is no such line in the matrix: %(event)s, %(reason)s.")
    status = 422


class AlarmsAreFixed(Refused):
    message = _("Alarms reach whoever must act; they cannot be turned down.")
    status = 422


@transaction.atomic
def settle_matrix(*, actor: Actor, choices: Choices, at: datetime) -> None:
    """Choose how one is told, line by line. Lines that are not named stay as they are.

    Refused for lines that do not exist, and for alarms.
    """
    policy.require(policy.can_keep_own(actor))
    _refuse_unknown(choices)
    mine = models.Wish.objects.filter(person_id=actor.person_id or 0)
    for (event, reason), channel in choices.items():
        line = mine.filter(event=event, reason=reason)
        if channel is None:
            line.delete()
        elif not line.update(channel=channel):
            models.Wish.objects.create(
                person_id=actor.person_id or 0, event=event, reason=reason, channel=channel
            )
    audit.record(
        actor,
        "notices.matrix.settled",
        f"person:{actor.person_id}",
        at=at,
        lines=_in_short(choices),
    )


@transaction.atomic
def settle_usual(*, actor: Actor, choices: Choices, at: datetime) -> None:
    """Settle how people of one's body, and of those below it, are usually told, line by line."""
    policy.require(policy.can_settle_usual(actor))
    _refuse_unknown(choices)
    here = models.Usual.objects.filter(body_id=actor.own_body)
    for (event, reason), channel in choices.items():
        line = here.filter(event=event, reason=reason)
        if channel is None:
            line.delete()
        elif not line.update(channel=channel):
            models.Usual.objects.create(
                body_id=actor.own_body, event=event, reason=reason, channel=channel
            )
    audit.record(
        actor, "notices.usual.settled", f"body:{actor.own_body}", at=at, lines=_in_short(choices)
    )


@transaction.atomic
def settle_rhythm(*, actor: Actor, rhythm: Rhythm, at: datetime) -> None:
    """Choose when the mail of the day comes. What waits for it already comes then as well."""
    policy.require(policy.can_keep_own(actor))
    models.DigestHour.objects.update_or_create(
        person_id=actor.person_id or 0,
        defaults={"minute": rhythm.minute, "days": sorted(set(rhythm.days))},
    )
    due = rules.next_digest(at, minute=rhythm.minute, days=rhythm.days, time_zone=actor.time_zone)
    queries.waiting_for_digest(actor.person_id or 0, at=at).update(mail_due_at=due)
    audit.record(
        actor,
        "notices.rhythm.settled",
        f"person:{actor.person_id}",
        at=at,
        minute=rhythm.minute,
        days=[str(day) for day in sorted(set(rhythm.days))],
    )


def _refuse_unknown(choices: Choices) -> None:
    for (event, reason), channel in choices.items():
        kind = house.happenings.get(event)
        if kind is None or reason not in kind.usual or channel not in (None, *Channel.values):
            raise NoSuchLine(event=event, reason=reason)
        if kind.fixed:
            raise AlarmsAreFixed


def _in_short(choices: Choices) -> list[str]:
    """The lines that were settled, as the trace keeps them: no more than it has room for."""
    lines: Sequence[str] = [
        f"{event} {reason}={'usual' if channel is None else channel}"
        for (event, reason), channel in sorted(choices.items())
    ]
    return list(lines[:40])
