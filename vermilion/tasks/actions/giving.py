"""Giving duties: by a direction, or as a part of a duty one has."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import Refused
from vermilion.kernel.types import Subject
from vermilion.tasks import models, policy, rules
from vermilion.tasks.actions.basis import (
    NotOfThisBody,
    by,
    locked,
    names_in,
    of,
    own_post,
    settle,
    take_in_if_new,
)
from vermilion.tasks.events import TaskGiven, TaskShared, TaskTakenIn
from vermilion.tasks.types import OPEN, Below, Duty, Part, State
from vermilion.web import wording


class DueInThePast(Refused):
    message = _("The deadline of %(recipient)s lies in the past.")
    status = 422
    field = "due_on"


class DueAfterTheMatter(Refused):
    message = _(
        "The deadline of %(recipient)s lies behind that of the matter itself, which is %(latest)s."
    )
    status = 422
    field = "due_on"


class HasThePart(Refused):
    message = _("%(recipient)s has this part in the matter already.")
    status = 409
    field = "supports"


class NobodyNamedBelow(Refused):
    message = _("Name at least one unit or person who shall have a part of it.")
    status = 422
    field = "leads"


class NotYoursToLead(Refused):
    message = _(
        "%(recipient)s is not of your unit. Others may be asked for support, or be informed."
    )
    status = 422
    field = "leads"


class OnlyForInformation(Refused):
    message = _("You have it for information; you can only tell others of it.")
    status = 422
    field = "leads"


@transaction.atomic
def give(
    *, actor: Actor, duty: Duty, at: datetime, parent: models.Task | None = None
) -> models.Task:
    """Give a duty to a unit or a person; once for each part in a matter.

    Whoever calls has been allowed to give it: the direction on a slip asks its own policy.
    Refused when its deadline has passed already or lies behind that of the matter, and when the
    recipient has an open duty with the same part in the same matter.
    """
    policy.require(policy.can_give(actor, duty))
    _refuse_impossible(duty, at)
    task = models.Task.objects.create(
        subject_kind=duty.subject.kind,
        subject_id=duty.subject.id,
        body_id=duty.body_id,
        parent=parent,
        unit_id=duty.unit_id,
        appointment_id=duty.appointment_id,
        recipient=duty.recipient,
        part=duty.part,
        instruction=duty.instruction,
        first_due_at=duty.due_at,
        due_at=duty.due_at,
        latest_at=duty.latest_at,
        approval=duty.approval and duty.part != Part.INFORMATION,
        giver_id=own_post(actor),
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
    publish(TaskGiven(actor=actor, at=at, parent_id=parent.pk if parent else None, **of(task)))
    return task


def _refuse_impossible(duty: Duty, at: datetime) -> None:
    if duty.due_at is not None and duty.due_at <= at:
        raise DueInThePast(recipient=duty.recipient)
    if duty.due_at is not None and duty.latest_at is not None and duty.due_at > duty.latest_at:
        raise DueAfterTheMatter(
            recipient=duty.recipient, latest=wording.moment(duty.latest_at, "full")
        )
    twin = models.Task.objects.filter(
        Q(unit_id=duty.unit_id, appointment_id=duty.appointment_id),
        subject_kind=duty.subject.kind,
        subject_id=duty.subject.id,
        part=duty.part,
        state__in=OPEN,
    )
    if twin.exists():
        raise HasThePart(recipient=duty.recipient)


@transaction.atomic
def share(*, actor: Actor, task_id: int, parts: Sequence[Below], at: datetime) -> list[models.Task]:
    """Give parts of one's duty on: to one's own people and units below, or others for support.

    Who is named twice has the strongest of the parts; who has an open duty in the matter already
    keeps that one. Deadlines do not lie behind the duty's own. Refused when nobody new is named,
    and when somebody outside one's unit is to lead.
    """
    task = locked(task_id)
    policy.require(policy.can_share(actor, task))
    names = names_in(task.body_id, at)
    wanted = [each for each in rules.strongest(parts) if not _has_part(task, each)]
    _refuse_unsound(task, wanted, names, at)
    if take_in_if_new(actor, task, at):
        settle(task, at)
        publish(TaskTakenIn(actor=actor, at=at, **of(task)))
    given = [
        give(actor=actor, duty=_duty(task, each, names[each.holder]), at=at, parent=task)
        for each in wanted
    ]
    audit.record(actor, "tasks.task.shared", f"task:{task.pk}", at=at, count=len(given))
    for each in given:
        publish(TaskShared(actor=actor, at=at, support_id=each.pk, **of(task)))
    return given


def _has_part(task: models.Task, part: Below) -> bool:
    same = models.Task.objects.filter(
        Q(unit_id=part.unit_id, appointment_id=part.appointment_id),
        subject_kind=task.subject_kind,
        subject_id=task.subject_id,
        state__in=OPEN,
    )
    return same.exists()


def _refuse_unsound(
    task: models.Task,
    parts: Sequence[Below],
    names: dict[tuple[str, int | None], str],
    at: datetime,
) -> None:
    if not parts:
        raise NobodyNamedBelow
    if any(each.holder not in names for each in parts):
        raise NotOfThisBody
    if task.part == Part.INFORMATION and any(each.part != Part.INFORMATION for each in parts):
        raise OnlyForInformation
    leading = [each for each in parts if each.part == Part.LEAD]
    if leading:
        own = _own_people_and_units(task, at)
        for each in leading:
            if each.holder not in own:
                raise NotYoursToLead(recipient=names[each.holder])


def _own_people_and_units(task: models.Task, at: datetime) -> set[tuple[str, int]]:
    """The units below the one that holds the duty, and the people in all of them."""
    units = directory.units_of(task.body_id, at)
    unit_id = task.unit_id
    if task.appointment_id is not None:
        unit_id = directory.seat(task.appointment_id).post.unit_id
    below = {unit_id} if unit_id else set()
    for _each in units:
        below |= {unit.pk for unit in units if unit.parent_id in below}
    people = {
        ("post", seat.pk)
        for seat in directory.people_in(task.body_id, at)
        if seat.post.unit_id in below
    }
    return people | {("unit", each) for each in below if each != task.unit_id}


def _duty(task: models.Task, part: Below, name: str) -> Duty:
    latest = task.due_at or task.latest_at
    due_at = None if part.part == Part.INFORMATION else part.due_at or task.due_at
    return Duty(
        subject=Subject(task.subject_kind, task.subject_id),
        body_id=task.body_id,
        unit_id=part.unit_id,
        appointment_id=part.appointment_id,
        recipient=name,
        part=part.part,
        instruction=part.instruction.strip(),
        due_at=due_at,
        latest_at=latest,
    )


@transaction.atomic
def take_in(*, actor: Actor, task_id: int, at: datetime) -> models.Task:
    """Take a duty in hand. Refused if it is not the actor's, or not waiting any more."""
    task = locked(task_id)
    policy.require(policy.can_take_in(actor, task))
    models.TakingIn.objects.create(task=task, **by(actor, at))
    settle(task, at)
    audit.record(actor, "tasks.task.taken_in", f"task:{task.pk}", at=at)
    publish(TaskTakenIn(actor=actor, at=at, **of(task)))
    return task
