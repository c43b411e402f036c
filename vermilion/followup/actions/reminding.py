"""Reminders: before a deadline, for those who want them; and by hand, not too often."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.documents import queries as documents
from vermilion.followup import models, policy, queries, rules
from vermilion.followup.actions.waiting import next_reminder
from vermilion.followup.papers import subject_of, tell
from vermilion.followup.types import DAYS_BEFORE, Offset
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound, Refused


class NobodyToRemind(Refused):
    message = _("Nobody holds the post for whom it waits; reassign it.")


@transaction.atomic
def remind_next(*, actor: Actor, at: datetime) -> models.Wait | None:
    """Remind of the next deadline whose morning has come; None when there is none.

    Of those who have the work only those are told who want to be reminded so long before. Of a
    deadline as it stands one is reminded once for each morning.
    """
    policy.require(policy.can_climb(actor))
    wait = (
        models.Wait.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("body")
        .filter(answered_at=None, remind_at__lte=at)
        .order_by("remind_at", "id")
        .first()
    )
    if wait is None or wait.remind_at is None or wait.hour is None:
        return None
    zone = wait.body.time_zone
    ahead = (local_day(wait.hour, zone) - local_day(wait.remind_at, zone)).days
    offset = next((each for each, days in DAYS_BEFORE.items() if days == ahead), None)
    if offset is not None and wait.hour > at:
        told = _remind(actor, wait, offset, at)
        models.Reminder.objects.get_or_create(
            wait=wait, offset=offset, due_at=wait.hour, defaults={"number": len(told), "at": at}
        )
    wait.remind_at = next_reminder(wait.body_id, wait.hour, after=at)
    wait.save(update_fields=["remind_at"])
    return wait


@transaction.atomic
def remind_now(*, actor: Actor, wait_id: int, at: datetime) -> models.Prompt:
    """Remind whoever has it, by hand. Refused within four hours of the last time."""
    wait = models.Wait.objects.select_for_update().filter(pk=wait_id).first()
    if wait is None or not _sees(actor, wait, at):
        raise NotFound
    last = wait.prompts.order_by("-at").values_list("at", flat=True).first()
    policy.require(policy.can_remind(actor, wait, last=last, at=at))
    holders = _holders(wait, at)
    names = queries.names_of(holders)
    if not names:
        raise NobodyToRemind
    prompt = models.Prompt.objects.create(
        wait=wait,
        by=actor.name,
        by_post=actor.post,
        by_for=actor.for_name,
        names=list(names.values()),
        at=at,
    )
    tell(
        actor,
        "prompt",
        subject_of(wait),
        holders,
        reason="holder",
        at=at,
        urgent=wait.urgency >= rules.URGENT,
        facts={"since_at": wait.since.isoformat()},
    )
    audit.record(
        actor,
        "followup.wait.prompted",
        str(subject_of(wait)),
        at=at,
        wait=wait.pk,
        told=", ".join(names.values())[:300],
    )
    return prompt


@transaction.atomic
def settle_reminders(*, actor: Actor, before: Sequence[str], at: datetime) -> None:
    """Choose how long before a deadline one is reminded; nothing chosen: never."""
    policy.require(policy.can_watch(actor))
    chosen = [each.value for each in Offset if each.value in before]
    models.ReminderHabit.objects.update_or_create(
        person_id=actor.person_id, defaults={"before": chosen}
    )
    audit.record(
        actor, "followup.reminders.settled", f"person:{actor.person_id}", at=at, before=chosen
    )


def _remind(actor: Actor, wait: models.Wait, offset: Offset, at: datetime) -> list[int]:
    seats = directory.seats_of(_holders(wait, at))
    wanted = queries.offsets_of([seat.person_id for seat in seats.values()])
    return tell(
        actor,
        "due.soon",
        subject_of(wait),
        [pk for pk, seat in seats.items() if offset in wanted[seat.person_id]],
        reason="holder",
        at=at,
        facts={"due_at": wait.hour.isoformat() if wait.hour else None},
    )


def _holders(wait: models.Wait, at: datetime) -> list[int]:
    return queries.holders_of(
        body_id=wait.body_id,
        unit_id=wait.unit_id,
        holder_id=wait.holder_id,
        at=at,
        stage=wait.stage,
    )


def _sees(actor: Actor, wait: models.Wait, at: datetime) -> bool:
    if wait.document_id is None:
        return bool(policy.can_read_alarms(actor)) and wait.body_id == actor.body_id
    return documents.visible(actor, at).filter(pk=wait.document_id).exists()
