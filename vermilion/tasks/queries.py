"""Everything read about duties."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import Verdict
from vermilion.tasks import models, policy
from vermilion.tasks.types import OPEN


def held_by(actor: Actor) -> QuerySet[models.Task]:
    """Every duty given to the actor's unit, or to the actor in this post; soonest due first."""
    mine = Q(appointment_id=actor.appointment_id)
    if actor.for_appointment_id is not None:
        mine |= Q(appointment_id=actor.for_appointment_id)
    if actor.unit_id is not None:
        mine |= Q(unit_id=actor.unit_id)
    return models.Task.objects.filter(mine).order_by("due_at", "id")


def open_for(actor: Actor) -> QuerySet[models.Task]:
    """What the actor's unit, or the actor in this post, still has to do; soonest due first."""
    return held_by(actor).filter(state__in=OPEN)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the actor may do with a duty, and why not."""

    take_in: Verdict
    give_back: Verdict
    complete: Verdict


def verdicts(actor: Actor, task: models.Task) -> Verdicts:
    """Whether the actor may take in, return and complete this duty, each with its reasons."""
    return Verdicts(
        policy.can_take_in(actor, task),
        policy.can_return(actor, task),
        policy.can_complete(actor, task),
    )


def held(actor: Actor, task_id: int) -> models.Task:
    """One duty of the actor, with its acts. NotFound if it is not the actor's."""
    found = _with_acts(held_by(actor).filter(pk=task_id)).first()
    if found is None:
        raise NotFound
    return found


def about(kind: str, ids: Sequence[int]) -> QuerySet[models.Task]:
    """Every duty about these things, with its acts, in the order in which they were given."""
    tasks = models.Task.objects.filter(subject_kind=kind, subject_id__in=ids)
    return _with_acts(tasks).order_by("id")


def _with_acts(tasks: QuerySet[models.Task]) -> QuerySet[models.Task]:
    return tasks.select_related(
        "taking_in", "return_act", "completion", "withdrawal"
    ).prefetch_related("completion__evidence")
