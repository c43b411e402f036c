"""Everything that is written about duties."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.types import Subject
from vermilion.tasks import models, policy, rules
from vermilion.tasks.events import (
    TaskCompleted,
    TaskGiven,
    TaskReturned,
    TaskTakenIn,
    TaskWithdrawn,
)
from vermilion.tasks.types import Duty, State


class ReasonTooShort(Refused):
    message = _(
        "Give a reason of at least %(least)s characters; whoever reads it must understand it."
    )
    status = 422
    field = "reason"


class ReportMissing(Refused):
    message = _("Say what was done. The report is what the matter is closed on.")
    status = 422
    field = "report"


class DueInThePast(Refused):
    message = _("The deadline of %(recipient)s lies in the past.")
    status = 422
    field = "due_on"


@transaction.atomic
def give(*, actor: Actor, duty: Duty, at: datetime) -> models.Task:
    """Give a duty to a unit or a person. Refused if its deadline has passed already.

    Whoever calls has been allowed to give it: the direction on a slip asks its own policy.
    """
    policy.require(policy.can_give(actor, duty))
    if duty.due_at is not None and duty.due_at <= at:
        raise DueInThePast(recipient=duty.recipient)
    task = models.Task.objects.create(
        subject_kind=duty.subject.kind,
        subject_id=duty.subject.id,
        body_id=duty.body_id,
        unit_id=duty.unit_id,
        appointment_id=duty.appointment_id,
        recipient=duty.recipient,
        part=duty.part,
        instruction=duty.instruction,
        due_at=duty.due_at,
        given_by=actor.name,
        given_by_post=actor.post,
        given_for=actor.for_name,
        given_at=at,
        state=State.GIVEN,
        state_since=at,
    )
    audit.record(
        actor,
        "tasks.task.given",
        f"task:{task.pk}",
        at=at,
        about=str(duty.subject),
        part=duty.part,
        recipient=duty.recipient,
    )
    publish(TaskGiven(actor=actor, at=at, **_of(task)))
    return task


@transaction.atomic
def take_in(*, actor: Actor, task_id: int, at: datetime) -> models.Task:
    """Take a duty in hand. Refused if it is not the actor's, or not waiting any more."""
    task = _locked(task_id)
    policy.require(policy.can_take_in(actor, task))
    models.TakingIn.objects.create(task=task, **_by(actor, at))
    _settle(task, at)
    audit.record(actor, "tasks.task.taken_in", f"task:{task.pk}", at=at)
    publish(TaskTakenIn(actor=actor, at=at, **_of(task)))
    return task


@transaction.atomic
def give_back(*, actor: Actor, task_id: int, reason: str, at: datetime) -> models.Task:
    """Return a duty to whoever gave it. Refused without a reason that says something."""
    task = _locked(task_id)
    policy.require(policy.can_return(actor, task))
    _require_reason(reason)
    models.Return.objects.create(task=task, reason=reason.strip(), **_by(actor, at))
    _settle(task, at)
    audit.record(actor, "tasks.task.returned", f"task:{task.pk}", at=at, reason=reason.strip())
    publish(
        TaskReturned(
            actor=actor,
            at=at,
            reason=reason.strip(),
            **_of(task),
        )
    )
    return task


@transaction.atomic
def complete(
    *,
    actor: Actor,
    task_id: int,
    report: str,
    at: datetime,
    evidence: Sequence[tuple[int, str]] = (),
) -> models.Task:
    """Report a duty done, with what was done and the files that show it (blob and name each)."""
    task = _locked(task_id)
    policy.require(policy.can_complete(actor, task))
    if not report.strip():
        raise ReportMissing
    completion = models.Completion.objects.create(
        task=task, report=report.strip(), **_by(actor, at)
    )
    models.Evidence.objects.bulk_create(
        [models.Evidence(completion=completion, blob_id=blob, name=name) for blob, name in evidence]
    )
    _settle(task, at)
    audit.record(actor, "tasks.task.completed", f"task:{task.pk}", at=at, files=len(evidence))
    publish(TaskCompleted(actor=actor, at=at, **_of(task)))
    return task


@transaction.atomic
def withdraw(*, actor: Actor, task_id: int, reason: str, at: datetime) -> models.Task:
    """Take an open duty back from its recipient, with the reason."""
    task = _locked(task_id)
    policy.require(policy.can_withdraw(actor, task))
    _require_reason(reason)
    models.Withdrawal.objects.create(task=task, reason=reason.strip(), **_by(actor, at))
    _settle(task, at)
    audit.record(actor, "tasks.task.withdrawn", f"task:{task.pk}", at=at, reason=reason.strip())
    publish(TaskWithdrawn(actor=actor, at=at, reason=reason.strip(), **_of(task)))
    return task


def _locked(task_id: int) -> models.Task:
    task = models.Task.objects.select_for_update().filter(pk=task_id).first()
    if task is None:
        raise NotFound
    return task


def _of(task: models.Task) -> dict[str, Any]:
    """What every event says of the duty."""
    return {
        "task_id": task.pk,
        "subject": Subject(task.subject_kind, task.subject_id),
        "body_id": task.body_id,
        "part": task.part,
        "unit_id": task.unit_id,
        "appointment_id": task.appointment_id,
        "due_at": task.due_at,
    }


def _by(actor: Actor, at: datetime) -> "dict[str, str | datetime]":
    return {"by": actor.name, "by_post": actor.post, "by_for": actor.for_name, "at": at}


def _settle(task: models.Task, at: datetime) -> None:
    """Copy onto the task what its acts say."""
    task.state = rules.state_of(
        taken=models.TakingIn.objects.filter(task=task).exists(),
        returned=models.Return.objects.filter(task=task).exists(),
        completed=models.Completion.objects.filter(task=task).exists(),
        withdrawn=models.Withdrawal.objects.filter(task=task).exists(),
    )
    task.state_since = at
    task.save(update_fields=["state", "state_since"])


def _require_reason(reason: str) -> None:
    if not rules.says_enough(reason):
        raise ReasonTooShort(least=rules.LEAST_REASON)
