"""How a duty stands by its acts: what is copied onto it, and what `doctor` compares."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from vermilion.tasks import models, rules
from vermilion.tasks.types import State


@dataclass(frozen=True, slots=True)
class Derived:
    state: State
    due_at: datetime | None
    doer_id: int | None
    doer_name: str
    progress: int


def derived(task: models.Task) -> Derived:
    """How a duty stands by its acts. A fixed number of queries; none for tasks `with_acts`."""
    completions = list(task.completions.all())
    standing = [each for each in completions if each.stands]
    done = any(each.is_final for each in standing)
    granted = [
        each.decision.until
        for each in task.extensions.all()
        if each.is_decided and each.decision.until is not None
    ]
    handovers = list(task.handovers.all())
    state = rules.state_of(
        taken=hasattr(task, "taking_in"),
        returned=hasattr(task, "return_act"),
        completed=done,
        withdrawn=hasattr(task, "withdrawal"),
        reported=bool(standing) and not done,
        waiting=task.question is not None,
        part=task.part,
    )
    return Derived(
        state=state,
        due_at=granted[-1] if granted else task.first_due_at,
        doer_id=handovers[-1].person_id if handovers else None,
        doer_name=handovers[-1].person_name if handovers else "",
        progress=_progress(task, done=done),
    )


def _progress(task: models.Task, *, done: bool) -> int:
    if done:
        return 100
    reported: Sequence[models.Progress] = list(task.progresses.all())
    return reported[-1].percent if reported else 0


def with_acts(tasks: QuerySet[models.Task]) -> QuerySet[models.Task]:
    """The tasks with every act upon them, in a fixed number of queries."""
    return tasks.select_related("taking_in", "return_act", "withdrawal", "parent").prefetch_related(
        "handovers",
        "progresses",
        Prefetch("questions", models.Question.objects.select_related("answer")),
        Prefetch("extensions", models.Extension.objects.select_related("decision")),
        Prefetch(
            "completions",
            models.Completion.objects.select_related("approval", "reopening").prefetch_related(
                "evidence__blob"
            ),
        ),
    )
