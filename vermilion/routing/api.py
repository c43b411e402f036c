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


class DirectionGiven(Given):
    """The words of a leader, and the shares."""

    instruction: Annotated[str, Field(max_length=4000)] = ""
    shares: Annotated[list[ShareGiven], Field(max_length=4000)]


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
def direct(request: ApiRequest, number: Number, given: DirectionGiven) -> Status[dict[str, Any]]:
    """Write a direction and give each share to its unit or person."""
    queries.slip(request.actor, number, at=request.now)
    actions.direct(
        actor=request.actor,
        slip_id=number,
        instruction=given.instruction,
        shares=[
            Share(
                part=each.part,
                unit_id=each.unit_id,
                appointment_id=each.appointment_id,
                due_at=each.due_at,
            )
            for each in given.shares
        ],
        at=request.now,
    )
    return Status(201, _slip(queries.slip(request.actor, number, at=request.now)))


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
