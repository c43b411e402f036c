"""Everything read about duties."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound
from vermilion.tasks import models
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


def task(task_id: int) -> models.Task:
    """One duty with its acts. NotFound if there is none."""
    found = _with_acts(models.Task.objects.filter(pk=task_id)).first()
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
