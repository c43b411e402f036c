"""Slips for machines: what waits for direction, direct, close."""

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Field, Router, Schema, Status
from pydantic import AwareDatetime

from vermilion.routing import actions, models, queries
from vermilion.routing.types import Share, Standing
from vermilion.tasks.types import Part
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Given, Number

router = Router()


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


@router.get(
    "/slips",
    auth=scope("read"),
    response=Page[Slip],
    summary="Slips",
    openapi_extra=example("The last two slips", query={"limit": 2}),
)
def slips(
    request: ApiRequest,
    response: HttpResponse,
    standing: Standing | None = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    """The slips of the caller's body that the caller may see, newest first."""
    rows = queries.visible(request.actor, at=request.now)
    if standing is not None:
        rows = rows.filter(standing=standing)
    found = cut(rows, by=("-id",), name="routing.slips", cursor=cursor, limit=limit)
    return page_of(request, response, found, lambda rows: [_slip(row) for row in rows])


@router.get(
    "/slips/{number}",
    auth=scope("read"),
    response=Slip,
    summary="A slip",
    openapi_extra=example("One slip", path={"number": ("routing_slips", "/items/0/id")}),
)
def slip(request: ApiRequest, number: Number) -> dict[str, Any]:
    """One slip."""
    return _slip(queries.slip(request.actor, number, at=request.now))


@router.post(
    "/slips/{number}/directions",
    auth=scope("direct"),
    response={201: Slip},
    summary="Direct a document",
    openapi_extra={"x-refuses": True},
)
def direct(request: ApiRequest, number: Number, given: Confirmed) -> Status[dict[str, Any]]:
    """Write a direction and give each share to its unit or person."""
    queries.slip(request.actor, number, at=request.now)
    actions.direct(
        actor=request.actor,
        slip_id=number,
        instruction=given.instruction,
        shares=_shares(given),
        preparation_id=given.preparation_id,
        at=request.now,
    )
    return Status(201, _slip(queries.slip(request.actor, number, at=request.now)))


@router.post(
    "/slips/{number}/preparations",
    auth=scope("work"),
    response={201: Slip},
    summary="Prepare a direction",
    openapi_extra={"x-refuses": True},
)
def prepare(request: ApiRequest, number: Number, given: PreparationGiven) -> Status[dict[str, Any]]:
    """Lay a prepared direction before the leader, who confirms or changes it."""
    queries.slip(request.actor, number, at=request.now)
    actions.prepare(
        actor=request.actor,
        slip_id=number,
        instruction=given.instruction,
        shares=_shares(given),
        note=given.note,
        at=request.now,
    )
    return Status(201, _slip(queries.slip(request.actor, number, at=request.now)))


@router.get(
    "/slips/{number}/help",
    auth=scope("read"),
    response=Help,
    summary="What helps to direct a document",
    openapi_extra=example("Help with one slip", path={"number": ("routing_slips", "/items/0/id")}),
)
def help_with(request: ApiRequest, number: Number) -> dict[str, Any]:
    """The usual deadline with its reasons, and whom earlier papers of the kind were given to."""
    slip = queries.slip(request.actor, number, at=request.now)
    deadline = queries.deadline_for(slip, at=request.now)
    learned = queries.learned_for(slip, at=request.now)
    return {
        "due_at": deadline.due_at,
        "why_due": list(deadline.reasons),
        "papers": learned.papers if learned else 0,
        "certainty": learned.certainty if learned else 0.0,
        "leads": list(learned.leads) if learned else [],
        "supports": list(learned.supports) if learned else [],
        "readers": list(learned.readers) if learned else [],
    }


@router.post(
    "/slips/{number}/leader",
    auth=scope("work"),
    response=Slip,
    summary="Lay a document before another leader",
    openapi_extra={"x-refuses": True},
)
def lay_before(request: ApiRequest, number: Number, given: LeaderGiven) -> dict[str, Any]:
    """Lay a document that waits for direction before another leader, with the reason."""
    queries.slip(request.actor, number, at=request.now)
    actions.lay_before(
        actor=request.actor,
        slip_id=number,
        leader_id=given.leader_id,
        reason=given.reason,
        at=request.now,
    )
    return _slip(queries.slip(request.actor, number, at=request.now))


@router.post(
    "/slips/{number}/reopening",
    auth=scope("direct"),
    response=Slip,
    summary="Reopen a matter",
    openapi_extra={"x-refuses": True},
)
def reopen(request: ApiRequest, number: Number, given: ReopeningGiven) -> dict[str, Any]:
    """Open a closed slip again, with the reason, and the duties that are named with it."""
    queries.slip(request.actor, number, at=request.now)
    actions.reopen(
        actor=request.actor,
        slip_id=number,
        reason=given.reason,
        task_ids=given.tasks,
        at=request.now,
    )
    return _slip(queries.slip(request.actor, number, at=request.now))


@router.get("/phrases", auth=scope("read"), response=list[Phrase], summary="Phrases")
def phrases(request: ApiRequest) -> list[dict[str, Any]]:
    """The phrases offered to the caller for directions: the own ones, then those of the body."""
    return [_phrase(each) for each in queries.phrases_for(request.actor)]


@router.post(
    "/phrases",
    auth=scope("work"),
    response={201: Phrase},
    summary="Keep a phrase",
    openapi_extra={"x-refuses": True},
)
def keep_phrase(request: ApiRequest, given: PhraseGiven) -> Status[dict[str, Any]]:
    """Keep a phrase for directions: for oneself, or for the body."""
    made = actions.keep_phrase(
        actor=request.actor, text=given.text, of_body=given.of_body, at=request.now
    )
    return Status(201, _phrase(made))


@router.get(
    "/done-for-me", auth=scope("read"), response=list[DoneForMe], summary="Done in my stead"
)
def done_for_me(request: ApiRequest) -> list[dict[str, Any]]:
    """What deputies and delegates directed for the caller, the newest first."""
    return [
        {"at": each.at, "by": each.by, "document": each.document_id, "direction": each.what}
        for each in queries.done_in_their_stead(request.actor)
    ]


@router.post(
    "/slips/{number}/closing",
    auth=scope("direct"),
    response=Slip,
    summary="Close a matter",
    openapi_extra={"x-refuses": True},
)
def close(request: ApiRequest, number: Number, given: ClosingGiven) -> dict[str, Any]:
    """Close a slip; refused until every lead is done."""
    queries.slip(request.actor, number, at=request.now)
    actions.close(actor=request.actor, slip_id=number, note=given.note, at=request.now)
    return _slip(queries.slip(request.actor, number, at=request.now))


def _shares(given: DirectionGiven) -> list[Share]:
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


def _phrase(phrase: models.Phrase) -> dict[str, Any]:
    return {"id": phrase.pk, "text": phrase.text, "of_body": phrase.person_id is None}


def _slip(slip: models.Slip) -> dict[str, Any]:
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
