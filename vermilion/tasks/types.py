"""Words and plain values of duties."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vermilion.kernel.events import Event
from vermilion.kernel.types import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class OfTask(Event):
    """What every event of a duty says: what it is about, whose it is, who gave it, by when.

    `unit_id` or `appointment_id` holds the duty; `giver_id` is the appointment that gave it.
    """

    task_id: int
    subject: Subject
    body_id: int
    part: str = ""
    unit_id: int | None = None
    appointment_id: int | None = None
    giver_id: int | None = None
    due_at: datetime | None = None


class Part(TextChoices):
    """What part one has in a matter (Decree 30/2020 Art. 23.4)."""

    LEAD = "lead", _("lead")
    SUPPORT = "support", _("support")
    INFORMATION = "information", _("for information")


class State(TextChoices):
    """How a duty stands. Derived from its acts by `rules.state_of`; stored as a copy."""

    GIVEN = "given", _("waiting to be taken in")
    DOING = "doing", _("in work")
    DONE = "done", _("completed")
    RETURNED = "returned", _("returned")
    WITHDRAWN = "withdrawn", _("withdrawn")


OPEN = (State.GIVEN, State.DOING)
"""The states in which somebody still has something to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A duty to be given: to a unit, or to a person in a post; exactly one of the two."""

    subject: Subject
    body_id: int
    unit_id: int | None = None
    appointment_id: int | None = None
    recipient: str
    part: str
    instruction: str
    due_at: datetime | None = None


ACTS: Mapping[str, str | Promise] = {
    "tasks.task.given": _("Gave a duty to %(recipient)s"),
    "tasks.task.taken_in": _("Took the duty in"),
    "tasks.task.returned": _("Returned the duty: %(reason)s"),
    "tasks.task.completed": _("Reported the duty completed"),
    "tasks.task.withdrawn": _("Withdrew the duty: %(reason)s"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, str | Promise] = {"task": _("Duty")}
