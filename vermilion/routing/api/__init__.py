"""Slips for machines: what waits for direction, direct, close."""

from typing import Any

from django.http import HttpResponse
from ninja import Router, Status

from vermilion.routing import actions, queries
from vermilion.routing.api.schemas import (
    ClosingGiven,
    Confirmed,
    DoneForMe,
    Help,
    LeaderGiven,
    Phrase,
    PhraseGiven,
    PreparationGiven,
    ReopeningGiven,
    Slip,
    UnitCircle,
    UnitCircleGiven,
    phrase_told,
    shares_of,
    slip_told,
)
from vermilion.routing.types import Standing
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Number

router = Router()


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
    return page_of(request, response, found, lambda rows: [slip_told(row) for row in rows])


@router.get(
    "/slips/{number}",
    auth=scope("read"),
    response=Slip,
    summary="A slip",
    openapi_extra=example("One slip", path={"number": ("routing_slips", "/items/0/id")}),
)
def slip(request: ApiRequest, number: Number) -> dict[str, Any]:
    """One slip."""
    return slip_told(queries.slip(request.actor, number, at=request.now))


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
        shares=shares_of(given),
        preparation_id=given.preparation_id,
        at=request.now,
    )
    return Status(201, slip_told(queries.slip(request.actor, number, at=request.now)))


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
        shares=shares_of(given),
        note=given.note,
        at=request.now,
    )
    return Status(201, slip_told(queries.slip(request.actor, number, at=request.now)))


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
    return slip_told(queries.slip(request.actor, number, at=request.now))


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
    return slip_told(queries.slip(request.actor, number, at=request.now))


@router.get("/phrases", auth=scope("read"), response=list[Phrase], summary="Phrases")
def phrases(request: ApiRequest) -> list[dict[str, Any]]:
    """The phrases offered to the caller for directions: the own ones, then those of the body."""
    return [phrase_told(each) for each in queries.phrases_for(request.actor)]


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
    return Status(201, phrase_told(made))


@router.post(
    "/phrases/{number}/striking",
    auth=scope("work"),
    response={204: None},
    summary="Offer a phrase no longer",
    openapi_extra={"x-refuses": True},
)
def strike_phrase(request: ApiRequest, number: Number) -> Status[None]:
    """Offer a phrase no longer: one's own, or one of the body by those who keep them."""
    actions.strike_phrase(actor=request.actor, phrase_id=number, at=request.now)
    return Status(204, None)


@router.get("/circles", auth=scope("read"), response=list[UnitCircle], summary="Circles of units")
def circles(request: ApiRequest) -> list[dict[str, Any]]:
    """The units and people of the caller's body that can be named at once."""
    return [
        {"id": each.pk, "name": each.name, "members": each.members}
        for each in queries.unit_circles(request.actor.own_body)
    ]


@router.post(
    "/circles",
    auth=scope("work"),
    response={201: UnitCircle},
    summary="Keep a circle of units",
    openapi_extra={"x-refuses": True},
)
def keep_circle(request: ApiRequest, given: UnitCircleGiven) -> Status[dict[str, Any]]:
    """Keep units and people of the body under a name, to be named at once in directions."""
    made = actions.keep_circle(
        actor=request.actor, name=given.name, members=given.members, at=request.now
    )
    return Status(201, {"id": made.pk, "name": made.name, "members": made.members})


@router.post(
    "/circles/{number}/striking",
    auth=scope("work"),
    response={204: None},
    summary="Offer a circle no longer",
    openapi_extra={"x-refuses": True},
)
def strike_circle(request: ApiRequest, number: Number) -> Status[None]:
    """Offer a circle of units no longer. Directions that named it stay as they are."""
    actions.strike_circle(actor=request.actor, circle_id=number, at=request.now)
    return Status(204, None)


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
    return slip_told(queries.slip(request.actor, number, at=request.now))
