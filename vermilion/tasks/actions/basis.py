"""What every act upon a duty begins and ends with."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.types import Subject
from vermilion.tasks import models, rules, standing


class ReasonTooShort(Refused):
    message = _(
        "Give a reason of at least %(least)s characters; whoever reads it must understand it."
    )
    status = 422
    field = "reason"


class NotOfThisBody(Refused):
    message = _("Only units and people of this body can be named.")
    status = 422


def locked(task_id: int) -> models.Task:
    """A duty that nobody else changes meanwhile. Refused when there is none."""
    task = models.Task.objects.select_for_update().filter(pk=task_id).first()
    if task is None:
        raise NotFound
    return task


def by(actor: Actor, at: datetime) -> dict[str, Any]:
    """Who acts, in which post and for whom, as every act keeps it."""
    return {"by": actor.name, "by_post": actor.post, "by_for": actor.for_name, "at": at}


def own_post(actor: Actor) -> int | None:
    """The appointment in whose right one acts: of the other, in another's stead."""
    return actor.for_appointment_id or actor.appointment_id


def of(task: models.Task) -> dict[str, Any]:
    """What every event says of the duty."""
    return {
        "task_id": task.pk,
        "subject": Subject(task.subject_kind, task.subject_id),
        "body_id": task.body_id,
        "part": task.part,
        "unit_id": task.unit_id,
        "appointment_id": task.appointment_id,
        "giver_id": task.giver_id,
        "due_at": task.due_at,
    }


def settle(task: models.Task, at: datetime) -> models.Task:
    """Copy onto the task what its acts say."""
    now = standing.derived(task)
    if now.state != task.state:
        task.state_since = at
    task.state, task.due_at, task.progress = now.state, now.due_at, now.progress
    task.doer_id, task.doer_name = now.doer_id, now.doer_name
    task.save(update_fields=["state", "state_since", "due_at", "progress", "doer", "doer_name"])
    return task


def take_in_if_new(actor: Actor, task: models.Task, at: datetime) -> bool:
    """Note that a duty is in hand where an act shows it. Says whether it was new."""
    if models.TakingIn.objects.filter(task=task).exists():
        return False
    models.TakingIn.objects.create(task=task, **by(actor, at))
    return True


def require_reason(reason: str) -> str:
    """The reason without blanks around it. Refused when it says nothing."""
    if not rules.says_enough(reason):
        raise ReasonTooShort(least=rules.LEAST_REASON)
    return reason.strip()


def names_in(body_id: int, at: datetime) -> dict[tuple[str, int | None], str]:
    """What the units and people of a body are called now, by kind and number."""
    names: dict[tuple[str, int | None], str] = {
        ("unit", unit.pk): unit.name for unit in directory.units_of(body_id, at)
    }
    for seat in directory.people_in(body_id, at):
        names["post", seat.pk] = f"{seat.person.full_name}, {seat.post.title}"
    return names


def name_of(body_id: int, at: datetime, *, unit_id: int | None, appointment_id: int | None) -> str:
    """What a unit or a person of a body is called. Refused when it is none of the body."""
    wanted = ("unit", unit_id) if unit_id is not None else ("post", appointment_id)
    name = names_in(body_id, at).get(wanted)
    if name is None:
        raise NotOfThisBody
    return name
