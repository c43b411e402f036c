"""Documents for machines: their types, what stands on them, what can be read out of a file."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from ninja import Field, Router, Schema

from vermilion.access.types import Grade
from vermilion.documents import actions, models, queries
from vermilion.documents.reading.paper import Guess, Reading
from vermilion.documents.types import IssuerMatch, Urgency
from vermilion.files import queries as files
from vermilion.kernel.clock import local_day
from vermilion.web.api.examples import example
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Day, Number

router = Router(auth=scope("read"))

Box = tuple[float, float, float, float]


class Type(Schema):
    """A type of document, on the days on which its rules are in force."""

    id: int
    code: str
    family: str = Field(description="state, legal, party or copy.")
    abbreviation: str
    name: str = Field(description="In the language asked for.")
    names: dict[str, str]
    valid_from: date
    valid_to: date | None


class FileOfDocument(Schema):
    """A file of a document."""

    name: str
    digest: str = Field(description="Its bytes: /files/{digest}/content.")
    size: int
    media_type: str
    held: bool = Field(description="Waits for a clerk's check; nobody is given its bytes.")


class Document(Schema):
    """What stands on a document."""

    id: int
    symbol: str = Field(description="Number and notation.")
    dated_on: date | None
    issuer: str
    issuer_body: int | None
    type: str = Field(description="The code of its type; empty if none was stated.")
    abstract: str
    signer: str
    signer_post: str
    competence: str
    urgency: Urgency
    secrecy: Grade
    circulation: str
    pages: int | None
    copies: int
    language: str
    note: str
    reply_due_on: date | None
    dossier_year: int | None
    dossier_notation: str
    dossier_ordinal: int | None
    recorded_at: datetime
    files: list[FileOfDocument]


class Place(Schema):
    """Where on the paper something stands."""

    page: int
    line: int
    box: Box | None = Field(description="Left, top, right, bottom as fractions of the page.")


class Found(Schema):
    """One value that was read."""

    field: str
    value: str | int | list[str]
    certainty: float = Field(description="0 to 1; below 0.8 a person should look again.")
    place: Place | None


class Match(Schema):
    """A body that may have issued the paper."""

    body: int
    name: str
    parent: str
    fit: float


class Read(Schema):
    """Everything that was read out of a file. What could not be read is not there."""

    pages: int
    found: list[Found]
    issuers: list[Match]


@router.get(
    "/types",
    response=list[Type],
    summary="Types of documents",
    openapi_extra=example("Those in use on a day", query={"on": "2026-01-05"}),
)
def types(request: ApiRequest, on: Day | None = None) -> list[dict[str, Any]]:
    """Those in use on a day, today when left out, in the order of the rules they come from."""
    day = on or local_day(request.now, request.actor.time_zone)
    language = get_language() or "vi"
    return [
        {
            "id": row.pk,
            "code": row.code,
            "family": row.family,
            "abbreviation": row.abbreviation,
            "name": row.name_in(language),
            "names": row.names,
            "valid_from": row.valid_from,
            "valid_to": row.valid_to,
        }
        for row in queries.types_on(day)
    ]


@router.get("/{number}", response=Document, summary="A document")
def document(request: ApiRequest, number: Number) -> dict[str, Any]:
    """What stands on one document, and its files, for whoever may see it."""
    found = queries.document(request.actor, number, request.now)
    return _told(request, found)


@router.get(
    "/readings/{uuid:upload_id}",
    response=Read,
    summary="Read a file that was handed in",
    openapi_extra={"x-refuses": True},
)
def reading(request: ApiRequest, upload_id: UUID) -> dict[str, Any]:
    """Proposals for every field, each with its certainty and place. Nothing is stored.

    A file that waits for a clerk's check is refused.
    """
    [handed_in] = files.handed_in(request.actor, [str(upload_id)])
    if handed_in.blob_id is None:
        raise actions.FileNotHere
    if queries.is_held(handed_in.blob_id):
        raise actions.HeldForACheck
    made = queries.reading_of(handed_in.blob_id)
    day = local_day(request.now, request.actor.time_zone)
    return {
        "pages": made.pages,
        "found": list(_found(made)),
        "issuers": [_match(match) for match in queries.issuers_of(made, day)],
    }


def _told(request: ApiRequest, found: models.Document) -> dict[str, Any]:
    stated = {name: getattr(found, name) for name in actions.STATED}
    return stated | {
        "id": found.pk,
        "issuer_body": found.issuer_body_id,
        "type": found.type.code if found.type else "",
        "recorded_at": found.recorded_at,
        "files": [
            {
                "name": file.name,
                "digest": file.digest,
                "size": file.size,
                "media_type": file.media_type,
                "held": file.held,
            }
            for file in queries.files_of(request.actor, found.pk, at=request.now)
        ],
    }


def _found(made: Reading) -> list[dict[str, Any]]:
    told = []
    for name in Reading.__dataclass_fields__:
        guess = getattr(made, name)
        if isinstance(guess, Guess):
            told.append(
                {
                    "field": name,
                    "value": _value(guess.value),
                    "certainty": round(guess.certainty, 2),
                    "place": guess.place and _place(guess),
                }
            )
    return told


def _value(value: object) -> str | int | list[str]:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, int) else str(getattr(value, "symbol", value))


def _place(guess: "Guess[Any]") -> dict[str, Any] | None:
    place = guess.place
    return {"page": place.page, "line": place.line, "box": place.box or None} if place else None


def _match(match: IssuerMatch) -> dict[str, Any]:
    return {"body": match.body_id, "name": match.name, "parent": match.parent, "fit": match.fit}
