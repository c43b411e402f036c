"""What machines say of arrivals and are told of them."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema
from pydantic import AwareDatetime

from vermilion.arrivals import models, queries
from vermilion.arrivals.types import LEAST_REASON
from vermilion.documents.types import Circulation
from vermilion.registry.types import Channel
from vermilion.web.api.types import Given, Number

Words = Annotated[str, Field(max_length=255)]


class Stated(Given):
    """What the sender states of the paper. It is proposed to the clerk, not typed again."""

    symbol: Annotated[str, Field(max_length=60)] = ""
    dated_on: date | None = None
    issuer: Annotated[str, Field(max_length=200)] = ""
    abstract: Annotated[str, Field(max_length=500)] = ""
    signer: Annotated[str, Field(max_length=50)] = ""
    signer_post: Annotated[str, Field(max_length=100)] = ""
    competence: Annotated[str, Field(max_length=10)] = ""
    reply_due_on: date | None = None


class ArrivalGiven(Given):
    """Something that came in, before anybody has looked at it."""

    uploads: Annotated[list[UUID], Field(min_length=1, max_length=50)] = Field(
        description="Files that were handed in before; the first is the paper itself."
    )
    title: Words = ""
    packet_id: Words = Field(
        "", description="The sender's name of this packet: sent again, it is acknowledged once."
    )
    document_id: Words = Field(
        "", description="The sender's name of the document: on another way, it is joined."
    )
    channel: Channel = Channel.ELECTRONIC
    urgency: Annotated[int, Field(ge=0, le=3)] = 0
    deliver_at: AwareDatetime | None = Field(
        None, description="The hour of a timed flash, with a time zone."
    )
    letter_from: Words = ""
    letter_text: Annotated[str, Field(max_length=20_000)] = ""
    stated: Stated = Field(default_factory=Stated)


class Arrival(Schema):
    """An arrival and how it stands."""

    id: int
    standing: str
    came_at: datetime
    title: str
    packet_id: str
    document_id: str
    urgency: int
    deliver_at: datetime | None
    came_late: bool
    entry: int | None = Field(description="The line of the book it stands in, once it does.")
    number: str = Field(description="The number it bears there, or that of its first copy.")
    reason: str = Field(description="Why it was refused or put aside.")


class ReasonGiven(Given):
    """Why an arrival is refused or put aside."""

    reason: Annotated[str, Field(min_length=LEAST_REASON, max_length=500)]


class Correction(Given):
    """What is to be entered otherwise than proposed; a member that is left out is as proposed."""

    symbol: Annotated[str, Field(max_length=500)] = ""
    dated_on: date | None = None
    issuer: Annotated[str, Field(max_length=200)] = ""
    issuer_body_id: Number | None = None
    type_id: Number | None = None
    abstract: Annotated[str, Field(max_length=500)] = ""
    signer: Annotated[str, Field(max_length=500)] = ""
    signer_post: Annotated[str, Field(max_length=500)] = ""
    competence: Annotated[str, Field(max_length=10)] = ""
    urgency: Annotated[int, Field(ge=0, le=4)] = 0
    secrecy: Annotated[int, Field(ge=0, le=3)] = 0
    circulation: Circulation = Circulation.NONE
    pages: Annotated[int | None, Field(ge=1, le=100_000)] = None
    copies: Annotated[int, Field(ge=1, le=999)] = 1
    language: Annotated[str, Field(max_length=10)] = "vi"
    note: Annotated[str, Field(max_length=500)] = ""
    reply_due_on: date | None = None
    dossier_year: Annotated[int | None, Field(ge=1945, le=9999)] = None
    dossier_notation: Annotated[str, Field(max_length=20)] = ""
    dossier_ordinal: Annotated[int | None, Field(ge=1, le=999)] = None


class RegistrationGiven(Given):
    """How an arrival is entered in the book."""

    corrections: Correction = Field(default_factory=Correction)
    arrived_on: date | None = Field(
        None, description="The day it came; that of the arrival if left out."
    )
    laid_before_id: Number | None = Field(
        None, description="The appointment of the leader; as proposed if left out."
    )
    second_copy_reason: Annotated[str, Field(max_length=300)] = ""
    book_id: Number | None = None
    custom: Annotated[dict[str, Annotated[str, Field(max_length=500)]], Field(max_length=50)] = (
        Field(default_factory=dict, description="Fields of the body, by their ids.")
    )


class JoiningOfArrival(Given):
    """Which line of the book is the same document, and how this copy of it came."""

    entry: Number
    channel: Channel | None = Field(None, description="As the arrival came if left out.")


class Proposed(Schema):
    """What is proposed for one field of an arrival, where it comes from and how certain it is."""

    field: str
    value: str
    origin: str = Field(description="stated, read, learned or found; empty where it was counted.")
    certainty: float = Field(description="From 0 to 1; below 0.8 somebody should look.")
    page: int | None = Field(description="The page on which it stands.")


class Twin(Schema):
    """A line of the book that may hold the same document, and how it was recognised."""

    entry: int
    number: str
    how: str


class Proposal(Schema):
    """Everything that can be said of an arrival before anybody has looked at it."""

    fields: list[Proposed]
    twins: list[Twin]


def told(found: models.Arrival) -> dict[str, Any]:
    """An arrival as plain values."""
    return {
        "id": found.pk,
        "standing": found.standing,
        "came_at": found.came_at,
        "title": found.title,
        "packet_id": found.packet_id,
        "document_id": found.document_key,
        "urgency": found.urgency,
        "deliver_at": found.deliver_at,
        "came_late": found.came_late,
        "entry": found.entry_id,
        "number": str(found.entry) if found.entry else "",
        "reason": found.reason,
    }


def proposal_told(proposed: queries.Proposed, twins: list[queries.TwinLine]) -> dict[str, Any]:
    """A proposal as plain values."""
    return {
        "fields": [
            _field_told(name, value, proposed)
            for name, value in sorted(proposed.initial.items())
            if value not in ("", None)
        ],
        "twins": [
            {"entry": each.entry.pk, "number": str(each.entry), "how": each.how} for each in twins
        ],
    }


def _field_told(name: str, value: Any, proposed: queries.Proposed) -> dict[str, Any]:
    mark = proposed.marks.get(name)
    return {
        "field": name,
        "value": value.isoformat() if isinstance(value, date) else str(value),
        "origin": str(mark.origin) if mark else "",
        "certainty": mark.certainty if mark else 1.0,
        "page": mark.page if mark else None,
    }
