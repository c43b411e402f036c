"""What ends a duty, and what opens it again."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.tasks import models, policy, rules
from vermilion.tasks.actions.basis import by, locked, of, own_post, require_reason, settle
from vermilion.tasks.events import (
    ReportSentBack,
    TaskCompleted,
    TaskReopened,
    TaskReported,
    TaskReturned,
    TaskWithdrawn,
)
from vermilion.tasks.types import OPEN, Ground, Part


class ReportMissing(Refused):
    message = _("Say what was done. The report is what the matter is closed on.")
    status = 422
    field = "report"


class PartsOpen(Refused):
    message = _("%(count)s leads below it are not done yet. Wait for them, or withdraw them.")


class HasItAgain(Refused):
    message = _("%(recipient)s has been given this part anew; there is no need to reopen this one.")


@transaction.atomic
def give_back(
    *, actor: Actor, task_id: int, reason: str, at: datetime, ground: str = ""
) -> models.Task:
    """Return a duty to whoever gave it, with everything given below it.

    Refused without a reason that says something.
    """
    task = locked(task_id)
    policy.require(policy.can_return(actor, task))
    words = require_reason(reason)
    models.Return.objects.create(
        task=task, ground=Ground(ground) if ground else "", reason=words, **by(actor, at)
    )
    settle(task, at)
    audit.record(
        actor, "tasks.task.returned", f"task:{task.pk}", at=at, reason=words, ground=ground
    )
    _end_parts(actor, task, gettext("The duty above was returned."), at, spare_readers=False)
    publish(TaskReturned(actor=actor, at=at, reason=words, ground=ground, **of(task)))
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
    """Report a duty done, with what was done and the files that show it (blob and name each).

    Where the direction asks for it, and somebody else than the head reports, the report waits for
    approval first. Refused while a lead given below it is not done; supports below end with it.
    """
    task = locked(task_id)
    policy.require(policy.can_complete(actor, task))
    if not report.strip():
        raise ReportMissing
    parts = list(task.parts.values_list("part", "state"))
    if waiting := rules.leaves_leads_open(parts):
        raise PartsOpen(count=waiting)
    for_approval = task.approval and not policy.heads(actor, task)
    completion = models.Completion.objects.create(
        task=task,
        reporter_id=own_post(actor),
        report=report.strip(),
        for_approval=for_approval,
        **by(actor, at),
    )
    models.Evidence.objects.bulk_create(
        [models.Evidence(completion=completion, blob_id=blob, name=name) for blob, name in evidence]
    )
    settle(task, at)
    if for_approval:
        audit.record(actor, "tasks.task.reported", f"task:{task.pk}", at=at, files=len(evidence))
        publish(TaskReported(actor=actor, at=at, completion_id=completion.pk, **of(task)))
        return task
    audit.record(actor, "tasks.task.completed", f"task:{task.pk}", at=at, files=len(evidence))
    _completed(actor, task, at)
    return task


@transaction.atomic
def approve(*, actor: Actor, task_id: int, at: datetime) -> models.Task:
    """Approve the report that waits; the duty is done. Refused where no report waits."""
    task = locked(task_id)
    policy.require(policy.can_approve(actor, task))
    models.Approval.objects.create(completion=_report(task), approved=True, **by(actor, at))
    settle(task, at)
    audit.record(actor, "tasks.report.approved", f"task:{task.pk}", at=at)
    _completed(actor, task, at)
    return task


@transaction.atomic
def send_back(*, actor: Actor, task_id: int, reason: str, at: datetime) -> models.Task:
    """Send the report that waits back, with the reason; the work goes on."""
    task = locked(task_id)
    policy.require(policy.can_approve(actor, task))
    words = require_reason(reason)
    report = _report(task)
    models.Approval.objects.create(completion=report, approved=False, reason=words, **by(actor, at))
    settle(task, at)
    audit.record(actor, "tasks.report.sent_back", f"task:{task.pk}", at=at, reason=words)
    publish(
        ReportSentBack(
            actor=actor,
            at=at,
            completion_id=report.pk,
            reporter_id=report.reporter_id,
            reason=words,
            **of(task),
        )
    )
    return task


@transaction.atomic
def reopen(*, actor: Actor, task_id: int, reason: str, at: datetime) -> models.Task:
    """Open a completed duty again, with the reason; its report stays readable.

    Refused when the recipient has been given the same part anew meanwhile.
    """
    task = locked(task_id)
    policy.require(policy.can_reopen(actor, task))
    words = require_reason(reason)
    _refuse_second(task)
    models.Reopening.objects.create(completion=_report(task), reason=words, **by(actor, at))
    settle(task, at)
    audit.record(actor, "tasks.task.reopened", f"task:{task.pk}", at=at, reason=words)
    publish(TaskReopened(actor=actor, at=at, reason=words, **of(task)))
    return task


def _report(task: models.Task) -> models.Completion:
    """The report that stands. The policy has seen that there is one."""
    report = task.completion
    if report is None:
        raise NotFound
    return report


def _refuse_second(task: models.Task) -> None:
    again = models.Task.objects.filter(
        Q(unit_id=task.unit_id, appointment_id=task.appointment_id),
        subject_kind=task.subject_kind,
        subject_id=task.subject_id,
        part=task.part,
        state__in=OPEN,
    )
    if again.exists():
        raise HasItAgain(recipient=task.recipient)


@transaction.atomic
def withdraw(*, actor: Actor, task_id: int, reason: str, at: datetime) -> models.Task:
    """Take an open duty back from its recipient, with the reason and all that is below it."""
    task = locked(task_id)
    policy.require(policy.can_withdraw(actor, task))
    return _withdraw(actor, task, require_reason(reason), at)


@transaction.atomic
def end_with_matter(*, actor: Actor, task_id: int, reason: str, at: datetime) -> models.Task:
    """Take an open duty back because the matter ends; whoever ends that has been allowed to."""
    task = locked(task_id)
    policy.require(policy.can_end_with_matter(actor, task))
    return _withdraw(actor, task, require_reason(reason), at)


def _withdraw(actor: Actor, task: models.Task, reason: str, at: datetime) -> models.Task:
    models.Withdrawal.objects.create(task=task, reason=reason, **by(actor, at))
    settle(task, at)
    audit.record(actor, "tasks.task.withdrawn", f"task:{task.pk}", at=at, reason=reason)
    _end_parts(actor, task, reason, at, spare_readers=False)
    publish(TaskWithdrawn(actor=actor, at=at, reason=reason, **of(task)))
    return task


def _completed(actor: Actor, task: models.Task, at: datetime) -> None:
    """What follows from a duty being done: what still supports it below has nothing left to do."""
    _end_parts(actor, task, gettext("The duty above is completed."), at, spare_readers=True)
    publish(TaskCompleted(actor=actor, at=at, **of(task)))


def _end_parts(
    actor: Actor, task: models.Task, reason: str, at: datetime, *, spare_readers: bool
) -> None:
    """End what was given below a duty, and below that. Readers may be left what they read."""
    below = models.Task.objects.select_for_update().filter(parent=task, state__in=OPEN)
    for part in below.order_by("id"):
        if not (spare_readers and part.part == Part.INFORMATION):
            _withdraw(actor, part, reason, at)
