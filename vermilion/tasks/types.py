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


STRENGTH = (Part.LEAD, Part.SUPPORT, Part.INFORMATION)
"""Where one is named more than once, the first of these parts is the one that counts."""


class State(TextChoices):
    """How a duty stands. Derived from its acts by `rules.state_of`; stored as a copy."""

    GIVEN = "given", _("waiting to be taken in")
    DOING = "doing", _("in work")
    WAITING = "waiting", _("waiting for an answer")
    REPORTED = "reported", _("reported, waiting for approval")
    DONE = "done", _("completed")
    RETURNED = "returned", _("returned")
    WITHDRAWN = "withdrawn", _("withdrawn")


OPEN = (State.GIVEN, State.DOING, State.WAITING, State.REPORTED)
"""The states in which a duty has not ended."""

ACTIVE = (State.GIVEN, State.DOING)
"""The states in which its holder has something to do now; in the others somebody else has."""


class Ground(TextChoices):
    """Why a duty is given back. The words beside it say the rest."""

    NOT_OURS = "not_ours", _("not our field")
    UNCLEAR = "unclear", _("not clear what is wanted")
    IMPOSSIBLE = "impossible", _("cannot be done by then, or with what there is")
    OTHER = "other", _("another reason")


class Manner(TextChoices):
    """How work within a unit changed hands."""

    PASSED = "passed", _("passed on")
    TAKEN = "taken", _("taken over")
    SUCCEEDED = "succeeded", _("gone to the successor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A duty to be given: to a unit, or to a person in a post; exactly one of the two.

    `latest_at` is the moment behind which no extension may go: what the matter itself is due by.
    With `approval` the head of the unit approves the report before the duty is done.
    """

    subject: Subject
    body_id: int
    unit_id: int | None = None
    appointment_id: int | None = None
    recipient: str
    part: str
    instruction: str
    due_at: datetime | None = None
    latest_at: datetime | None = None
    approval: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Below:
    """A part of one's own duty, given on: to a unit or a person, with its own words and day."""

    part: Part
    unit_id: int | None = None
    appointment_id: int | None = None
    instruction: str = ""
    due_at: datetime | None = None

    @property
    def holder(self) -> tuple[str, int | None]:
        """Whom it names, so that two can be compared."""
        return ("unit", self.unit_id) if self.unit_id else ("post", self.appointment_id)


@dataclass(frozen=True, slots=True)
class RolledUp:
    """How far what was given below a duty is."""

    given: int
    done: int


ACTS: Mapping[str, str | Promise] = {
    "tasks.task.given": _("Gave a duty to %(recipient)s"),
    "tasks.task.taken_in": _("Took the duty in"),
    "tasks.task.passed_on": _("Passed the work on to %(person)s"),
    "tasks.task.succeeded": _("The work went to the successor, %(person)s"),
    "tasks.task.taken_over": _("Took the work over: %(reason)s"),
    "tasks.task.shared": _("Gave parts of the duty on to %(count)s others"),
    "tasks.task.progressed": _("Reported progress: %(percent)s%%"),
    "tasks.question.asked": _("Asked %(asked)s a question"),
    "tasks.question.answered": _("Answered the question"),
    "tasks.extension.asked": _("Asked for a later deadline: %(reason)s"),
    "tasks.extension.granted": _("Granted a later deadline"),
    "tasks.extension.refused": _("Refused a later deadline: %(reason)s"),
    "tasks.deadline.set": _("Set another deadline: %(reason)s"),
    "tasks.extension_rule.set": _("Set how often and how far deadlines may be extended"),
    "tasks.task.returned": _("Returned the duty: %(reason)s"),
    "tasks.task.reported": _("Reported the duty done, for approval"),
    "tasks.report.approved": _("Approved the report"),
    "tasks.report.sent_back": _("Sent the report back: %(reason)s"),
    "tasks.task.completed": _("Reported the duty completed"),
    "tasks.task.reopened": _("Reopened the duty: %(reason)s"),
    "tasks.task.withdrawn": _("Withdrew the duty: %(reason)s"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, str | Promise] = {
    "task": _("Duty"),
    "extension_rule": _("Rule of extensions"),
}
