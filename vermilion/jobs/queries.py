"""How the jobs stand."""

from dataclasses import dataclass
from typing import Literal

from django.db.models import Count
from procrastinate.contrib.django.models import ProcrastinateJob


@dataclass(frozen=True, slots=True)
class Standing:
    """How many jobs of one kind are in one state."""

    name: str
    queue: str
    status: str
    number: int


def standing() -> list[Standing]:
    """Every kind of job and state that occurs, ordered by queue, name and course of its life."""
    rows = (
        ProcrastinateJob.objects.values("queue_name", "task_name", "status")
        .annotate(number=Count("id"))
        .order_by("queue_name", "task_name", "status")
    )
    return [
        Standing(row["task_name"], row["queue_name"], row["status"], row["number"]) for row in rows
    ]


def number_in(status: Literal["todo", "doing", "failed"], *, name: str) -> int:
    """How many jobs of a name are in a state."""
    return ProcrastinateJob.objects.filter(task_name=name, status=status).count()
