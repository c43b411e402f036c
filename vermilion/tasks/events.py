"""What came about with duties."""

from dataclasses import dataclass

from vermilion.kernel.events import Event
from vermilion.kernel.types import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTakenIn(Event):
    task_id: int
    subject: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReturned(Event):
    task_id: int
    subject: Subject
    part: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCompleted(Event):
    task_id: int
    subject: Subject
    part: str
