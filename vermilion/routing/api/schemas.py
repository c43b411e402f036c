"""What machines say of slips and are told of them."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Field, Schema
from pydantic import AwareDatetime

from vermilion.routing import models
from vermilion.routing.types import Share
from vermilion.tasks.types import Part
from vermilion.web.api.types import Given, Number


class Slip(Schema):
    """A document on its way through the caller's body."""

    id: int
    document: int
    entry: int
    standing: str
    opened_at: datetime
    due_at: datetime | None
    leads: int
    leads_done: int


class ShareGiven(Given):
    """What one unit, or one person in a post, is to have: name exactly one of the two."""

    part: Part
    unit_id: Number | None = None
    appointment_id: Number | None = None
    due_at: AwareDatetime | None = Field(None, description="With a time zone; a lead has one.")
    instruction: Annotated[str, Field(max_length=4000)] = Field(
        "", description="Words for this one alone, in place of those of the direction."
    )
    approval: bool = Field(False, description="The head of the unit approves the report.")


class DirectionGiven(Given):
    """The words of a leader, and the shares."""

    instruction: Annotated[str, Field(max_length=4000)] = ""
    shares: Annotated[list[ShareGiven], Field(max_length=4000)]


class PreparationGiven(DirectionGiven):
    """A direction as an assistant proposes it."""

    note: Annotated[str, Field(max_length=1000)] = ""


class Confirmed(DirectionGiven):
    """The words of a leader, and the shares; with the preparation they were made from, if any."""

    preparation_id: Number | None = None


class ReopeningGiven(Given):
    """Why a matter is opened again, and which duties with it."""

    reason: Annotated[str, Field(max_length=1000)]
    tasks: Annotated[list[Number], Field(max_length=4000)] = Field(default_factory=list)


class LeaderGiven(Given):
    """Before which leader it shall lie, and why."""

    leader_id: Number
    reason: Annotated[str, Field(max_length=1000)]


class Help(Schema):
    """What helps to direct a paper: a usual deadline, whom papers of the kind were given to."""

    due_at: datetime
    why_due: list[str] = Field(description="Why the deadline falls on this day, in sentences.")
    papers: int = Field(description="How many papers of the kind the suggestion comes from.")
    certainty: float = Field(description="From 0 to 1.")
    leads: list[str] = Field(description="Such as unit:3 or post:7.")
    supports: list[str]
    readers: list[str]


class Phrase(Schema):
    """Words that are offered for directions."""

    id: int
    text: str
    of_body: bool


class PhraseGiven(Given):
    """Words to be offered for directions."""

    text: Annotated[str, Field(min_length=1, max_length=500)]
    of_body: bool = False


class DoneForMe(Schema):
    """A direction that was given in the caller's stead."""

    at: datetime
    by: str
    document: int
    direction: str


class ClosingGiven(Given):
    """What is noted on closing."""

    note: Annotated[str, Field(max_length=1000)] = ""


Member = Annotated[str, Field(pattern=r"^(unit|post):[1-9][0-9]{0,17}$")]


class UnitCircle(Schema):
    """Units and people that can be named at once."""

    id: int
    name: str
    members: list[str] = Field(description="Such as unit:3 or post:7.")


class UnitCircleGiven(Given):
    """Units and people to be kept under a name."""

    name: Annotated[str, Field(min_length=1, max_length=120)]
    members: Annotated[list[Member], Field(min_length=1, max_length=500)] = Field(
        description="Such as unit:3 or post:7."
    )


def shares_of(given: DirectionGiven) -> list[Share]:
    """The shares of a direction, as the act takes them."""
    return [
        Share(
            part=each.part,
            unit_id=each.unit_id,
            appointment_id=each.appointment_id,
            due_at=each.due_at,
            instruction=each.instruction,
            approval=each.approval,
        )
        for each in given.shares
    ]


def phrase_told(phrase: models.Phrase) -> dict[str, Any]:
    """A phrase as plain values."""
    return {"id": phrase.pk, "text": phrase.text, "of_body": phrase.person_id is None}


def slip_told(slip: models.Slip) -> dict[str, Any]:
    """A slip as plain values."""
    return {
        "id": slip.pk,
        "document": slip.document_id,
        "entry": slip.entry_id,
        "standing": slip.standing,
        "opened_at": slip.opened_at,
        "due_at": slip.due_at,
        "leads": slip.leads,
        "leads_done": slip.leads_done,
    }
