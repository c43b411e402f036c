"""What came about with duties.

Each event says of the duty whose it is and who gave it (see `types.OfTask`), so that listeners
need not read it again. That a unit finds a matter not its own is a `TaskReturned` with its
ground: refusing is a word for bodies that do not take a document in, not for duties.
"""

from dataclasses import dataclass
from datetime import datetime

from vermilion.tasks import types


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskGiven(types.OfTask):
    """A unit or a person has a new duty; `parent_id` names the duty of which it is a part."""

    parent_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTakenIn(types.OfTask):
    """The recipient has the duty in hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReturned(types.OfTask):
    """The recipient gave the duty back; it has ended, and everything given below it."""

    reason: str
    ground: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPassedOn(types.OfTask):
    """Within the unit a person has been given the work; the unit keeps the duty."""

    person_id: int
    before_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTakenOver(types.OfTask):
    """Somebody took the work from whoever did it in the unit, or a leader from the unit."""

    taker_id: int
    before_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskShared(types.OfTask):
    """The lead has asked another for support: `support_id` is the duty that arose."""

    support_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAsked(types.OfTask):
    """The holder asks whoever gave it, or another unit or person, and waits visibly."""

    question_id: int
    asked_unit_id: int | None = None
    asked_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswered(types.OfTask):
    """A question about the duty has its answer; `asker_id` waited for it."""

    question_id: int
    asker_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionAsked(types.OfTask):
    """The holder asks for a later deadline; `decider_id` decides (empty: any leader)."""

    extension_id: int
    until: datetime
    decider_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionDecided(types.OfTask):
    """A later deadline was granted (`until`), or refused (no `until`)."""

    extension_id: int
    until: datetime | None
    asker_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineSet(types.OfTask):
    """Whoever gave the duty set another deadline, `due_at`, earlier or later than it was."""

    due_before: datetime | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReported(types.OfTask):
    """How far the work is, in percent."""

    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReported(types.OfTask):
    """A report waits for approval before the duty counts as completed."""

    completion_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSentBack(types.OfTask):
    """The report was not approved; the work goes on."""

    completion_id: int
    reporter_id: int | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCompleted(types.OfTask):
    """The duty is done, and approved where the direction asked for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReopened(types.OfTask):
    """Whoever directed opened a completed duty again; the work goes on."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskWithdrawn(types.OfTask):
    """Those who gave the duty took it back; it has ended, and everything given below it."""

    reason: str
