"""Work of somebody who leaves a post going to the successor."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import Refused
from vermilion.tasks import models, policy
from vermilion.tasks.actions.basis import by, locked, of, require_reason, settle
from vermilion.tasks.actions.handing import DoesItAlready
from vermilion.tasks.events import TaskPassedOn
from vermilion.tasks.types import Manner


class NotASuccessor(Refused):
    message = _("Work goes to somebody who holds a post in the same body now.")
    status = 422
    field = "successor"


@transaction.atomic
def hand_to_successor(
    *, actor: Actor, task_id: int, successor_id: int, reason: str, at: datetime
) -> models.Task:
    """Give the work that somebody has in person to the successor, history and deadline unchanged.

    Refused for what nobody has in person, and for a successor of another body.
    """
    task = locked(task_id)
    policy.require(policy.can_hand_to_successor(actor, task))
    words = require_reason(reason)
    successor = {seat.pk: seat for seat in directory.people_in(task.body_id, at)}.get(successor_id)
    if successor is None:
        raise NotASuccessor
    before_id = task.doer_id or task.appointment_id
    name = f"{successor.person.full_name}, {successor.post.title}"
    if before_id == successor_id:
        raise DoesItAlready(name=name)
    models.Handover.objects.create(
        task=task,
        manner=Manner.SUCCEEDED,
        person_id=successor_id,
        person_name=name,
        before_name=task.doer_name or task.recipient,
        words=words,
        **by(actor, at),
    )
    settle(task, at)
    audit.record(actor, "tasks.task.succeeded", f"task:{task.pk}", at=at, person=name)
    publish(
        TaskPassedOn(actor=actor, at=at, person_id=successor_id, before_id=before_id, **of(task))
    )
    return task
