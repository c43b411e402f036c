"""Work going from hand to hand within a unit, and how far it is."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import Refused
from vermilion.tasks import models, policy
from vermilion.tasks.actions.basis import (
    by,
    locked,
    of,
    own_post,
    require_reason,
    settle,
    take_in_if_new,
)
from vermilion.tasks.events import ProgressReported, TaskPassedOn, TaskTakenIn, TaskTakenOver
from vermilion.tasks.types import Manner


class NotOfTheUnit(Refused):
    message = _("Only people of the unit that holds it can be given the work.")
    status = 422
    field = "person"


class DoesItAlready(Refused):
    message = _("%(name)s has the work already.")
    field = "person"


class NothingToSay(Refused):
    message = _("Say how far it is in words too, or change the share of the work done.")
    status = 422
    field = "words"


class NotAShare(Refused):
    message = _("Progress is a whole number of percent, from 0 to 100.")
    status = 422
    field = "percent"


@transaction.atomic
def pass_on(
    *, actor: Actor, task_id: int, person_id: int, words: str = "", at: datetime
) -> models.Task:
    """Give the work to a person of the unit; the unit keeps the duty, and has it in hand.

    Refused for people outside the unit and units below it, and for whoever has it already.
    """
    task = locked(task_id)
    policy.require(policy.can_pass_on(actor, task))
    name = _people_of(task, at).get(person_id)
    if name is None:
        raise NotOfTheUnit
    if task.doer_id == person_id:
        raise DoesItAlready(name=name)
    is_new = take_in_if_new(actor, task, at)
    before_id = task.doer_id
    models.Handover.objects.create(
        task=task,
        manner=Manner.PASSED,
        person_id=person_id,
        person_name=name,
        before_name=task.doer_name,
        words=words.strip(),
        **by(actor, at),
    )
    settle(task, at)
    audit.record(actor, "tasks.task.passed_on", f"task:{task.pk}", at=at, person=name)
    if is_new:
        publish(TaskTakenIn(actor=actor, at=at, **of(task)))
    publish(TaskPassedOn(actor=actor, at=at, person_id=person_id, before_id=before_id, **of(task)))
    return task


def _people_of(task: models.Task, at: datetime) -> dict[int, str]:
    """Whoever may be given the work of a unit: its people, and those of the units below it."""
    units = directory.units_of(task.body_id, at)
    below = {task.unit_id}
    for _each in units:
        below |= {unit.pk for unit in units if unit.parent_id in below}
    return {
        seat.pk: f"{seat.person.full_name}, {seat.post.title}"
        for seat in directory.people_in(task.body_id, at)
        if seat.post.unit_id in below
    }


@transaction.atomic
def take_over(*, actor: Actor, task_id: int, reason: str, at: datetime) -> models.Task:
    """Take the work over, from whoever has it in the unit or from the unit, with the reason."""
    task = locked(task_id)
    policy.require(policy.can_take_over(actor, task))
    words = require_reason(reason)
    is_new = take_in_if_new(actor, task, at)
    taker = own_post(actor) or 0
    before_id = task.doer_id
    models.Handover.objects.create(
        task=task,
        manner=Manner.TAKEN,
        person_id=taker,
        person_name=f"{actor.for_name or actor.name}, {directory.seat(taker).post.title}",
        before_name=task.doer_name or task.recipient,
        words=words,
        **by(actor, at),
    )
    settle(task, at)
    audit.record(actor, "tasks.task.taken_over", f"task:{task.pk}", at=at, reason=words)
    if is_new:
        publish(TaskTakenIn(actor=actor, at=at, **of(task)))
    publish(TaskTakenOver(actor=actor, at=at, taker_id=taker, before_id=before_id, **of(task)))
    return task


@transaction.atomic
def report_progress(
    *, actor: Actor, task_id: int, percent: int, words: str, at: datetime
) -> models.Task:
    """Say how far the work is. Refused when neither the share nor the words say anything new."""
    task = locked(task_id)
    policy.require(policy.can_progress(actor, task))
    if not 0 <= percent <= 100:
        raise NotAShare
    if not words.strip() and percent == task.progress:
        raise NothingToSay
    models.Progress.objects.create(task=task, percent=percent, words=words.strip(), **by(actor, at))
    settle(task, at)
    audit.record(actor, "tasks.task.progressed", f"task:{task.pk}", at=at, percent=percent)
    publish(ProgressReported(actor=actor, at=at, percent=percent, **of(task)))
    return task
