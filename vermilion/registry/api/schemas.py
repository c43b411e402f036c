"""What machines say of documents and are told of lines."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema

from vermilion.documents.types import Circulation, FileHandedIn, Particulars
from vermilion.files import queries as files
from vermilion.registry import models, queries
from vermilion.registry.rules import padded
from vermilion.registry.types import BookKind, Channel, Issued, Received, Recipient
from vermilion.web.api.types import ApiRequest, Given, Number

Words = Annotated[str, Field(max_length=500)]


class OnPaper(Given):
    """What stands on a document (Decree 30/2020, Appendix VI, part II)."""

    symbol: Words = Field("", description="Number and notation, such as 15/QĐ-BNV.")
    dated_on: date | None = None
    issuer: Annotated[str, Field(min_length=1, max_length=200)]
    issuer_body_id: Number | None = None
    type_id: Number | None = None
    abstract: Annotated[str, Field(max_length=500)] = Field(
        description="Empty for the bare line of a secret document alone."
    )
    signer: Words = ""
    signer_post: Words = ""
    competence: Annotated[str, Field(max_length=10)] = ""
    urgency: Annotated[int, Field(ge=0, le=4)] = 0
    secrecy: Annotated[int, Field(ge=0, le=3)] = 0
    circulation: Circulation = Circulation.NONE
    pages: Annotated[int | None, Field(ge=1, le=100_000)] = None
    copies: Annotated[int, Field(ge=1, le=999)] = 1
    language: Annotated[str, Field(max_length=10)] = "vi"
    note: Words = ""
    reply_due_on: date | None = None
    dossier_year: Annotated[int | None, Field(ge=1945, le=9999)] = None
    dossier_notation: Annotated[str, Field(max_length=20)] = ""
    dossier_ordinal: Annotated[int | None, Field(ge=1, le=999)] = None


Custom = Annotated[dict[str, Annotated[str, Field(max_length=500)]], Field(max_length=50)]
Uploads = Annotated[list[UUID], Field(max_length=50)]


class Incoming(OnPaper):
    """A document that arrived: what stands on it, its files, when and how it came."""

    arrived_on: date
    channel: Channel = Channel.ELECTRONIC
    laid_before_id: Number | None = Field(None, description="The appointment of the leader.")
    second_copy_reason: Annotated[str, Field(max_length=300)] = ""
    packet: Annotated[str, Field(max_length=100)] = Field(
        "", description="What the sender's system calls the packet; entered once."
    )
    document_code: Annotated[str, Field(max_length=100)] = Field(
        "", description="What the sender's system calls the document."
    )
    book_id: Number | None = None
    custom: Custom = Field(default_factory=dict, description="Fields of the body, by their ids.")
    joins_entry_id: Number | None = Field(
        None, description="The line of the same document, come by another channel before."
    )
    uploads: Uploads = Field(
        default_factory=list, description="Files that were handed in before, by their upload ids."
    )


class Issue(OnPaper):
    """A signed paper of the caller's body. Its number is given here; `symbol` is not looked at."""

    notation: Annotated[str, Field(min_length=1, max_length=30)] = Field(
        description="What follows the number, such as QĐ-BNV or HD/VPTW."
    )
    recipients: Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=200)] = (
        Field(default_factory=list)
    )
    file_copy: Annotated[str, Field(max_length=200)] = ""
    book_id: Number | None = None
    custom: Custom = Field(default_factory=dict)
    uploads: Uploads = Field(default_factory=list)


class Corrected(OnPaper):
    """What a document says in truth, and why it is corrected."""

    reason: Annotated[str, Field(min_length=10, max_length=500)]
    custom: Custom | None = None


class JoiningGiven(Given):
    """The same document, come once more."""

    channel: Channel
    arrived_on: date
    note: Words = ""
    packet: Annotated[str, Field(max_length=100)] = ""
    uploads: Uploads = Field(default_factory=list)


class PostingGiven(Given):
    """Envelopes given to the post."""

    on: date
    recipient: Annotated[str, Field(min_length=1, max_length=200)]
    envelopes: Annotated[int, Field(ge=1, le=9999)] = 1
    note: Words = ""


class Line(Schema):
    """A line of a book."""

    id: int
    kind: BookKind
    book: str
    secret: bool
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
    channel: Channel
    came_again_by: list[Channel]
    recipients: list[str]
    file_copy: str
    custom: dict[str, str]
    late: bool = Field(
        description="Entered later than on the working day after it came; an urgent one, than on"
        " the day itself."
    )
    late_by: int = Field(description="By how many working days.")
    of_earlier_period: bool = Field(
        description="The paper belongs to an earlier period than its number."
    )
    short_link: str
    struck_out: str = Field(description="The reason why it was struck out; empty if it was not.")


class StrikingGiven(Given):
    """Why a line is struck out."""

    reason: Annotated[str, Field(min_length=10, max_length=500)]


def issued(request: ApiRequest, issue: Issue) -> Issued:
    """A signed paper as the act takes it."""
    stated = issue.dict(
        exclude={"notation", "recipients", "file_copy", "book_id", "custom", "uploads"}
    )
    return Issued(
        particulars=Particulars(**stated, files=files_of(request, issue.uploads)),
        notation=issue.notation,
        recipients=tuple(Recipient(name=name) for name in issue.recipients),
        file_copy=issue.file_copy,
        book_id=issue.book_id,
        custom=issue.custom,
    )


def files_of(request: ApiRequest, uploads: list[UUID]) -> tuple[FileHandedIn, ...]:
    """The files that were handed in before, those of them that are here."""
    handed_in = files.handed_in(request.actor, [str(upload) for upload in uploads])
    return tuple(
        FileHandedIn(blob_id=each.blob_id, name=each.name) for each in handed_in if each.blob_id
    )


def received(request: ApiRequest, arrival: Incoming) -> Received:
    """A document that arrived, as the act takes it."""
    beside: dict[str, Any] = {
        "arrived_on": arrival.arrived_on,
        "channel": arrival.channel,
        "laid_before_id": arrival.laid_before_id,
        "second_copy_reason": arrival.second_copy_reason,
        "packet": arrival.packet,
        "document_code": arrival.document_code,
        "book_id": arrival.book_id,
        "custom": arrival.custom,
        "joins_entry_id": arrival.joins_entry_id,
    }
    stated = arrival.dict(exclude={*beside, "uploads"})
    return Received(
        particulars=Particulars(**stated, files=files_of(request, arrival.uploads)), **beside
    )


def told(entry: models.Entry) -> dict[str, Any]:
    """A line as machines are told of it."""
    return {
        "id": entry.pk,
        "kind": entry.series.book.kind,
        "book": entry.series.book.name,
        "secret": entry.series.book.secret,
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
        "channel": entry.channel,
        "came_again_by": [each.channel for each in entry.joinings.all()],
        "recipients": [each.name for each in entry.addressees.all()],
        "file_copy": entry.file_copy,
        "custom": entry.custom,
        "late": entry.late_by > 0,
        "late_by": entry.late_by,
        "of_earlier_period": entry.of_earlier_period,
        "short_link": queries.short_code(entry),
        "struck_out": entry.striking.reason if entry.struck_out else "",
    }
