"""Waits begin and end with the acts of others, within those acts."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.followup import models, queries, rules
from vermilion.followup.types import DAYS_BEFORE, Answer, Awaited, Stage
from vermilion.jobs.queue import defer
from vermilion.kernel.actors import Actor
from vermilion.kernel.types import Subject


@transaction.atomic
def await_(*, actor: Actor, awaited: Awaited, at: datetime) -> models.Wait:
    """Begin to wait for something, or bring what is waited for up to date. Its first step is
    planned by the timetable, at once where it is flash."""
    del actor
    remind = None
    if awaited.stage == Stage.WORK and awaited.hour is not None:
        remind = next_reminder(awaited.body_id, awaited.hour, after=at)
    starts = awaited.hour if awaited.hour and awaited.hour > awaited.since else awaited.since
    wait, _made = models.Wait.objects.update_or_create(
        stage=awaited.stage,
        subject_kind=awaited.subject.kind,
        subject_id=awaited.subject.id,
        answered_at=None,
        defaults={
            "document_id": awaited.document_id,
            "body_id": awaited.body_id,
            "unit_id": awaited.unit_id,
            "holder_id": awaited.holder_id,
            "urgency": awaited.urgency,
            "since": awaited.since,
            "hour": awaited.hour,
            "step": 0,
            "next_step_at": starts,
            "remind_at": remind,
        },
    )
    if awaited.urgency >= FLASH and starts <= at:
        defer("followup.climb", queue="upkeep")
    return wait


FLASH = 3
"""What is flash is not left to the next minute of the timetable."""


@transaction.atomic
def answer(
    *,
    actor: Actor,
    at: datetime,
    stages: Sequence[str] = (),
    subject: Subject | None = None,
    document_id: int | None = None,
) -> int:
    """End waits of a thing, or of a whole document, since what was waited for came about.

    Says how many there were; none is no fault, since a wait may have ended with another.
    """
    waits = models.Wait.objects.filter(answered_at=None)
    if subject is not None:
        waits = waits.filter(subject_kind=subject.kind, subject_id=subject.id)
    if document_id is not None:
        waits = waits.filter(document_id=document_id)
    if stages:
        waits = waits.filter(stage__in=stages)
    if subject is None and document_id is None:
        return 0
    return waits.update(
        answered_at=at,
        answered_by=actor.name,
        answered_by_post=actor.post,
        next_step_at=None,
        remind_at=None,
    )


@transaction.atomic
def pass_to(*, actor: Actor, subject: Subject, holder_id: int | None, at: datetime) -> int:
    """The work on something is in other hands: it is they who are told from now on."""
    del actor, at
    waits = models.Wait.objects.filter(
        answered_at=None, subject_kind=subject.kind, subject_id=subject.id
    )
    return waits.update(holder_id=holder_id)


@transaction.atomic
def move_hour(*, actor: Actor, subject: Subject, hour: datetime, at: datetime) -> None:
    """Work is due at another hour: reminders and lateness move along with the deadline."""
    del actor
    for wait in models.Wait.objects.select_for_update().filter(
        answered_at=None,
        stage=Stage.WORK,
        subject_kind=subject.kind,
        subject_id=subject.id,
    ):
        wait.hour, wait.next_step_at, wait.step = hour, max(hour, at), 0
        # What was said of the old hour stands; the ladder starts again with the new one.
        if wait.escalations.exists():
            wait.step = wait.escalations.count()
        wait.remind_at = next_reminder(wait.body_id, hour, after=at)
        wait.save(update_fields=["hour", "next_step_at", "step", "remind_at"])


@transaction.atomic
def mark_read(
    *, actor: Actor, abouts: Sequence[Subject], holders: Sequence[int], at: datetime
) -> int:
    """Write down that somebody who was alarmed, or who has it, has read of these papers.

    Where the ladder of the body asks for no more, it is climbed no further.
    """
    read = 0
    for about in abouts:
        waits = models.Wait.objects.select_for_update().filter(
            answered_at=None, read_at=None, urgency__gte=rules.URGENT
        )
        if about.kind == "document":
            waits = waits.filter(document_id=about.id)
        else:
            waits = waits.filter(subject_kind=about.kind, subject_id=about.id)
        for wait in waits.order_by("id"):
            told = {one for each in wait.escalations.all() for one in each.told}
            concerned = told | {wait.holder_id} if wait.holder_id else told
            if wait.stage == Stage.REGISTER or concerned & set(holders):
                _read(actor, wait, at)
                read += 1
    return read


def _read(actor: Actor, wait: models.Wait, at: datetime) -> None:
    wait.read_at, wait.read_by, wait.read_by_post = at, actor.name, actor.post
    if queries.ladder_for(wait.body_id, wait.urgency).answer == Answer.READ:
        wait.next_step_at = None
    wait.save(update_fields=["read_at", "read_by", "read_by_post", "next_step_at"])
    audit.record(actor, "followup.alarm.read", f"wait:{wait.pk}", at=at)


def next_reminder(body_id: int, hour: datetime, *, after: datetime) -> datetime | None:
    """The next morning on which somebody may want to be reminded of an hour."""
    zone = directory.body(body_id).time_zone
    mornings = rules.reminders_between(hour, DAYS_BEFORE.values(), time_zone=zone, after=after)
    return mornings[0] if mornings else None
