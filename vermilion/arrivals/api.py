"""The inbox for machines: lay in what came, look how it stands, refuse it."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Router, Schema, Status
from pydantic import AwareDatetime

from vermilion.arrivals import actions, models, queries
from vermilion.arrivals.types import LEAST_REASON, Came, Source, Standing
from vermilion.documents.types import FileHandedIn
from vermilion.files import queries as files
from vermilion.registry.types import Channel
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Given, Number

router = Router()

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
    reason: str = Field(description="Why it was refused or put aside.")


class RefusalGiven(Given):
    """Why an arrival is refused."""

    reason: Annotated[str, Field(min_length=LEAST_REASON, max_length=500)]


@router.post(
    "/",
    auth=scope("register"),
    response={201: Arrival},
    summary="Lay something into the inbox",
    openapi_extra={"x-refuses": True},
)
def take_in(request: ApiRequest, given: ArrivalGiven) -> Status[dict[str, Any]]:
    """A packet that came before is answered with the arrival it made the first time."""
    handed_in = files.handed_in(request.actor, [str(each) for each in given.uploads])
    stated = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in given.stated.dict().items()
        if value
    }
    came = Came(
        source=Source.MACHINE,
        channel=given.channel,
        title=given.title or handed_in[0].name,
        packet_id=given.packet_id,
        document_key=given.document_id,
        letter_from=given.letter_from,
        letter_text=given.letter_text,
        urgency=given.urgency,
        deliver_at=given.deliver_at,
        stated=stated,
        files=tuple(
            FileHandedIn(blob_id=each.blob_id, name=each.name)
            for each in handed_in
            if each.blob_id is not None
        ),
    )
    arrival = actions.take_in(actor=request.actor, came=came, at=request.now)
    return Status(201, _told(arrival))


@router.get(
    "/",
    auth=scope("read"),
    response=Page[Arrival],
    summary="The inbox",
    openapi_extra=example("What came last", query={"limit": 2}),
)
def arrivals(
    request: ApiRequest,
    response: HttpResponse,
    standing: Standing = Standing.WAITING,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    """What stands so in the inbox of the caller's body, newest first."""
    rows = queries.inbox(request.actor, standing).order_by("-id")
    found = cut(rows, by=("-id",), name="arrivals.inbox", cursor=cursor, limit=limit)
    return page_of(request, response, found, lambda rows: [_told(row) for row in rows])


@router.get("/{number}", auth=scope("read"), response=Arrival, summary="An arrival")
def arrival(request: ApiRequest, number: Number) -> dict[str, Any]:
    """One arrival, by its id."""
    return _told(queries.arrival(request.actor, number))


@router.post(
    "/{number}/refusal",
    auth=scope("register"),
    response=Arrival,
    summary="Refuse an arrival",
    openapi_extra={"x-refuses": True},
)
def refuse(request: ApiRequest, number: Number, why: RefusalGiven) -> dict[str, Any]:
    """Refuse it with the reason. It uses no number."""
    queries.arrival(request.actor, number)
    refused = actions.refuse(
        actor=request.actor, arrival_id=number, reason=why.reason, at=request.now
    )
    return _told(refused)


def _told(found: models.Arrival) -> dict[str, Any]:
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
        "reason": found.reason,
    }
