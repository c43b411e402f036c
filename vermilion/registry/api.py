"""The incoming book for machines: enter a document, read the book, strike out a line."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Router, Schema, Status

from vermilion.documents.types import FileHandedIn, Particulars
from vermilion.files import queries as files
from vermilion.registry import actions, models, queries
from vermilion.registry.rules import padded
from vermilion.registry.types import Channel, Received
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Day, Given, Number

router = Router()

Words = Annotated[str, Field(max_length=500)]


class Arrival(Given):
    """A document that arrived: what stands on it, its files, when and how it came."""

    symbol: Words = Field("", description="Number and notation, such as 15/QĐ-BNV.")
    dated_on: date | None = None
    issuer: Annotated[str, Field(min_length=1, max_length=200)]
    issuer_body_id: Number | None = None
    type_id: Number | None = None
    abstract: Annotated[str, Field(min_length=1, max_length=500)]
    signer: Words = ""
    signer_post: Words = ""
    competence: Annotated[str, Field(max_length=10)] = ""
    urgency: Annotated[int, Field(ge=0, le=4)] = 0
    secrecy: Annotated[int, Field(ge=0, le=3)] = 0
    pages: Annotated[int | None, Field(ge=1, le=100_000)] = None
    language: Annotated[str, Field(max_length=10)] = "vi"
    note: Words = ""
    arrived_on: date
    channel: Channel = Channel.ELECTRONIC
    laid_before_id: Number | None = Field(None, description="The appointment of the leader.")
    second_copy_reason: Annotated[str, Field(max_length=300)] = ""
    uploads: Annotated[list[UUID], Field(max_length=50)] = Field(
        default_factory=list, description="Files that were handed in before, by their upload ids."
    )


class Line(Schema):
    """A line of the incoming book."""

    id: int
    number: str = Field(description="The arrival number as the book writes it.")
    opens_on: date = Field(description="The first day of the year or term of the number.")
    document: int
    arrived_on: date
    registered_at: datetime
    registrar: str
    symbol: str
    dated_on: date | None
    issuer: str
    abstract: str
    struck_out: str = Field(description="The reason why it was struck out; empty if it was not.")


class StrikingGiven(Given):
    """Why a line is struck out."""

    reason: Annotated[str, Field(min_length=10, max_length=500)]


@router.post(
    "/incoming",
    auth=scope("register"),
    response={201: Line},
    summary="Register a document",
    openapi_extra={
        **example(
            "Enter a letter that came on paper",
            body={
                "symbol": "77/CV-VD",
                "issuer": "Cơ quan ví dụ",
                "abstract": "V/v mời họp",
                "arrived_on": "2026-01-05",
                "channel": "paper",
            },
            status=201,
        ),
        "x-refuses": True,
    },
)
def register(request: ApiRequest, arrival: Arrival) -> Status[dict[str, Any]]:
    """Enter a received document in the book of the caller's body, under the next number.

    A document that is there already is refused, and uses no number.
    """
    entry = actions.register_incoming(
        actor=request.actor, received=_received(request, arrival), at=request.now
    )
    return Status(201, _line(queries.entry(request.actor, entry.pk)))


@router.get(
    "/incoming",
    auth=scope("read"),
    response=Page[Line],
    summary="The incoming book",
    openapi_extra=example("The last two lines", query={"limit": 2}),
)
def incoming(
    request: ApiRequest,
    response: HttpResponse,
    words: Annotated[str, Field(max_length=200)] = "",
    since: Day | None = None,
    until: Day | None = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    """The book of the caller's body, newest line first; what the caller may not see is left out."""
    wanted = queries.Wanted(words=words, since=since, until=until)
    found = cut(
        queries.incoming(request.actor, wanted),
        by=("-id",),
        name="registry.incoming",
        cursor=cursor,
        limit=limit,
    )
    return page_of(request, response, found, lambda rows: [_line(row) for row in rows])


@router.get(
    "/entries/{number}",
    auth=scope("read"),
    response=Line,
    summary="A line of the book",
    openapi_extra=example("One line", path={"number": ("registry_incoming", "/items/0/id")}),
)
def entry(request: ApiRequest, number: Number) -> dict[str, Any]:
    """One line, by its id."""
    return _line(queries.entry(request.actor, number))


@router.post(
    "/entries/{number}/striking",
    auth=scope("register"),
    response=Line,
    summary="Strike out a line",
    openapi_extra={
        **example(
            "Strike out the letter entered above",
            path={"number": ("registry_register", "/id")},
            body={"reason": "Văn bản gửi nhầm địa chỉ"},
        ),
        "x-refuses": True,
    },
)
def strike_out(request: ApiRequest, number: Number, why: StrikingGiven) -> dict[str, Any]:
    """Strike out a line with the reason. It stays legible, and its number stays used."""
    queries.entry(request.actor, number)
    actions.strike_out(actor=request.actor, entry_id=number, reason=why.reason, at=request.now)
    return _line(queries.entry(request.actor, number))


def _received(request: ApiRequest, arrival: Arrival) -> Received:
    handed_in = files.handed_in(request.actor, [str(upload) for upload in arrival.uploads])
    stated = arrival.dict(
        exclude={"arrived_on", "channel", "laid_before_id", "second_copy_reason", "uploads"}
    )
    return Received(
        particulars=Particulars(
            **stated,
            files=tuple(
                FileHandedIn(blob_id=each.blob_id, name=each.name)
                for each in handed_in
                if each.blob_id
            ),
        ),
        arrived_on=arrival.arrived_on,
        channel=arrival.channel,
        laid_before_id=arrival.laid_before_id,
        second_copy_reason=arrival.second_copy_reason,
    )


def _line(entry: models.Entry) -> dict[str, Any]:
    return {
        "id": entry.pk,
        "number": padded(entry.number),
        "opens_on": entry.series.opens_on,
        "document": entry.document_id,
        "arrived_on": entry.arrived_on,
        "registered_at": entry.registered_at,
        "registrar": entry.registrar,
        "symbol": entry.document.symbol,
        "dated_on": entry.document.dated_on,
        "issuer": entry.document.issuer,
        "abstract": entry.document.abstract,
        "struck_out": entry.striking.reason if entry.struck_out else "",
    }
