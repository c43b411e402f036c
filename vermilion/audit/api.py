"""The log for machines: its entries, their proofs, the last checkpoint."""

import base64
from datetime import datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Field, Router, Schema

from vermilion.audit import actions, models, queries
from vermilion.audit.types import Act, Sought
from vermilion.kernel.refusals import NotFound
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Day, Number

router = Router(auth=scope("audit:read"))

ActName = Annotated[str | None, Field(max_length=80, description="The dotted name of an act.")]
SubjectName = Annotated[
    str | None, Field(max_length=80, description="What it was done to, such as entry:12.")
]


class Who(Schema):
    """Who acted, by the names of that time."""

    kind: str = Field(description="person, system or peer.")
    name: str
    person: int | None
    appointment: int | None
    post: str
    body: str
    stood_in_for: str = Field(description="In whose stead, where it was for another.")


class Entry(Schema):
    """One act, as it was written down."""

    number: int
    at: datetime
    act: str
    in_words: str = Field(description="The act as a sentence, in the language asked for.")
    subject: str
    by: Who
    facts: dict[str, Any]
    request: str = Field(description="The trace number of the request or job.")
    index: int | None = Field(description="The place in the tree; null for some seconds.")


class Proof(Schema):
    """What shows to anybody that an entry is in the log."""

    index: int
    size: int = Field(description="How many entries the checkpoint covers.")
    root: str = Field(description="The root that was signed, base64.")
    hashes: list[str] = Field(description="From the neighbour of the leaf up, base64.")
    leaf: str = Field(description="The bytes of the entry as they stand in the tree, base64.")
    file: str = Field(description="The proof as a file: c2sp.org/tlog-proof@v1.")


class Checkpoint(Schema):
    """The last thing that the log has signed."""

    origin: str
    size: int
    root: str = Field(description="base64.")
    published_at: datetime
    note: str = Field(description="The signed note: c2sp.org/tlog-checkpoint.")
    verifier: str = Field(description="The key that checks it.")


@router.get(
    "/entries",
    response=Page[Entry],
    summary="Entries of the log",
    openapi_extra=example("The last two entries", query={"limit": 2}),
)
def entries(
    request: ApiRequest,
    response: HttpResponse,
    act: ActName = None,
    person: Number | None = None,
    day: Day | None = None,
    subject: SubjectName = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    """Newest first: of the caller's body, or of all bodies for an operator.

    That the log was read is itself an entry. A day is a day on the wall of the caller's body.
    """
    sought = Sought(act=act or "", person=person, day=day, subject=subject or "")
    actions.read(actor=request.actor, sought=sought, at=request.now)
    found = cut(
        queries.entries(request.actor, sought),
        by=("-at", "-id"),
        name="audit.entries",
        cursor=cursor,
        limit=limit,
    )
    return page_of(request, response, found, _shown)


@router.get(
    "/entries/{number}",
    response=Entry,
    summary="An entry",
    openapi_extra=example("One entry", path={"number": ("audit_entries", "/items/1/number")}),
)
def entry(request: ApiRequest, number: Number) -> dict[str, Any]:
    """One act, as it was written down."""
    actions.read(actor=request.actor, sought=Sought(entry=number), at=request.now)
    return _told(queries.entry(request.actor, number))


@router.get(
    "/entries/{number}/proof",
    response=Proof,
    summary="The proof of an entry",
    openapi_extra={
        **example("Its proof", path={"number": ("audit_entries", "/items/1/number")}),
        "x-refuses": True,
    },
)
def proof(request: ApiRequest, number: Number) -> dict[str, Any]:
    """What shows to anybody, offline, that the entry stands in the log as it was signed.

    Refused during the seconds between an act and the next checkpoint.
    """
    actions.read(actor=request.actor, sought=Sought(entry=number), at=request.now)
    queries.entry(request.actor, number)
    found = queries.proof_of(number)
    if found is None:
        raise queries.NotPublishedYet
    return {
        "index": found.index,
        "size": found.head.size,
        "root": _base64(found.head.root),
        "hashes": [_base64(each) for each in found.hashes],
        "leaf": _base64(found.leaf),
        "file": found.text,
    }


@router.get(
    "/checkpoint",
    response=Checkpoint,
    summary="The last checkpoint",
    openapi_extra=example("What the log has signed last"),
)
def checkpoint(request: ApiRequest) -> dict[str, Any]:  # noqa: ARG001 - the same for everybody
    """The root of the log, and the signature under it."""
    state = queries.state()
    if state.head is None:
        raise NotFound
    return {
        "origin": state.head.origin,
        "size": state.head.size,
        "root": _base64(state.head.root),
        "published_at": state.published_at,
        "note": state.note,
        "verifier": state.verifier,
    }


def _shown(rows: list[models.Trace]) -> list[dict[str, Any]]:
    return [_told(act) for act in queries.acts_of(rows)]


def _told(act: Act) -> dict[str, Any]:
    return {
        "number": act.id,
        "at": act.at,
        "act": act.act,
        "in_words": act.in_words,
        "subject": act.subject,
        "by": {
            "kind": act.actor.get("kind") or "",
            "name": act.who,
            "person": act.actor.get("person"),
            "appointment": act.actor.get("appointment"),
            "post": act.post,
            "body": act.actor.get("body") or "",
            "stood_in_for": act.stood_in_for,
        },
        "facts": act.facts,
        "request": act.request,
        "index": act.index,
    }


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()
