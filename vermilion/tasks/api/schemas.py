"""What machines say of duties and are told of them."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema
from pydantic import AwareDatetime

from vermilion.tasks import models
from vermilion.tasks.types import Ground, Part
from vermilion.web.api.types import Given, Number


class Task(Schema):
    """A duty: whose it is, how it stands, and until when."""

    id: int
    subject: str = Field(description="What it is about, such as document:12.")
    parent: int | None = Field(description="The duty of which it is a part.")
    part: str
    recipient: str
    doer: str = Field(description="Who does it in the unit, if it was passed on.")
    instruction: str
    given_by: str
    given_for: str = Field(description="In whose stead it was given, if in another's.")
    given_at: datetime
    due_at: datetime | None
    latest_at: datetime | None = Field(description="The moment behind which it cannot be extended.")
    progress: int
    state: str
    question: int | None = Field(description="The question for whose answer it waits.")
    extension: int | None = Field(description="The later deadline that waits for a decision.")


class Reason(Given):
    """Why something is done."""

    reason: Annotated[str, Field(max_length=1000)]


class ReturnGiven(Reason):
    """Why a duty is returned."""

    ground: Ground = Ground.OTHER


class Report(Given):
    """What was done, and the files that show it."""

    report: Annotated[str, Field(max_length=8000)]
    uploads: Annotated[list[UUID], Field(max_length=50)] = Field(default_factory=list)


class PassedOn(Given):
    """Who of the unit shall do it."""

    person_id: Number
    words: Annotated[str, Field(max_length=1000)] = ""


class PartGiven(Given):
    """What one unit, or one person in a post, is to have of a duty: name exactly one of the two."""

    part: Part
    unit_id: Number | None = None
    appointment_id: Number | None = None
    instruction: Annotated[str, Field(max_length=4000)] = ""
    due_at: AwareDatetime | None = None


class PartsGiven(Given):
    """Parts of a duty that are given on."""

    parts: Annotated[list[PartGiven], Field(max_length=4000)]


class QuestionGiven(Given):
    """What is asked; of nobody named: of whoever gave the duty."""

    text: Annotated[str, Field(max_length=2000)]
    unit_id: Number | None = None
    appointment_id: Number | None = None


class AnswerGiven(Given):
    """What is answered."""

    text: Annotated[str, Field(max_length=4000)]


class ExtensionGiven(Reason):
    """Until when, and why."""

    until: AwareDatetime


class DeadlineGiven(Reason):
    """Another deadline, and why."""

    until: AwareDatetime


class RuleGiven(Given):
    """How often, and by how many days in all, deadlines may be extended."""

    most: Annotated[int, Field(ge=0, le=20)]
    days: Annotated[int, Field(ge=0, le=730)]


class Rule(Schema):
    """How far deadlines may be extended in a body, and which body above it says so."""

    most: int
    days: int
    set_by: int | None = Field(description="The body whose rule it is; none: the house's own.")


class DecisionGiven(Given):
    """The day that is granted; none refuses it, with the reason."""

    until: AwareDatetime | None = None
    reason: Annotated[str, Field(max_length=1000)] = ""


class ProgressGiven(Given):
    """How far the work is."""

    percent: Annotated[int, Field(ge=0, le=100)]
    words: Annotated[str, Field(max_length=2000)] = ""


def told(task: models.Task) -> dict[str, Any]:
    """A duty as plain values."""
    question, extension = task.question, task.extension
    return {
        "id": task.pk,
        "subject": f"{task.subject_kind}:{task.subject_id}",
        "parent": task.parent_id,
        "part": task.part,
        "recipient": task.recipient,
        "doer": task.doer_name,
        "instruction": task.instruction,
        "given_by": task.given_by,
        "given_for": task.given_for,
        "given_at": task.given_at,
        "due_at": task.due_at,
        "latest_at": task.latest_at,
        "progress": task.progress,
        "state": task.state,
        "question": question.pk if question else None,
        "extension": extension.pk if extension else None,
    }
