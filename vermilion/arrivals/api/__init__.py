"""The inbox for machines: lay in what came, look at it, enter it, join it, refuse it."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from ninja import Router, Status

from vermilion.arrivals import actions, queries
from vermilion.arrivals.api.schemas import (
    Arrival,
    ArrivalGiven,
    JoiningOfArrival,
    Proposal,
    ReasonGiven,
    RegistrationGiven,
    proposal_told,
    told,
)
from vermilion.arrivals.types import Came, Source, Standing
from vermilion.documents.types import FileHandedIn
from vermilion.files import queries as files
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Number

router = Router()


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
    return Status(201, told(arrival))


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
    return page_of(request, response, found, lambda rows: [told(row) for row in rows])


@router.get("/{number}", auth=scope("read"), response=Arrival, summary="An arrival")
def arrival(request: ApiRequest, number: Number) -> dict[str, Any]:
    """One arrival, by its id."""
    return told(queries.arrival(request.actor, number))


@router.post(
    "/{number}/refusal",
    auth=scope("register"),
    response=Arrival,
    summary="Refuse an arrival",
    openapi_extra={"x-refuses": True},
)
def refuse(request: ApiRequest, number: Number, why: ReasonGiven) -> dict[str, Any]:
    """Refuse it with the reason. It uses no number."""
    queries.arrival(request.actor, number)
    refused = actions.refuse(
        actor=request.actor, arrival_id=number, reason=why.reason, at=request.now
    )
    return told(refused)


@router.get(
    "/{number}/proposal",
    auth=scope("read"),
    response=Proposal,
    summary="What is proposed for an arrival",
)
def proposal(request: ApiRequest, number: Number) -> dict[str, Any]:
    """What was stated, read, found and learned of an arrival, and what may be the same document."""
    found = queries.arrival(request.actor, number)
    proposed = queries.proposed_of(request.actor, found, at=request.now)
    received = queries.received_of(request.actor, found, proposed)
    digests = [each.digest for each in queries.files_in(request.actor, found)[:5]]
    twins = queries.twins_of(request.actor, found, received.particulars, digests)
    return proposal_told(proposed, twins)


@router.post(
    "/{number}/registration",
    auth=scope("register"),
    response={201: Arrival},
    summary="Enter an arrival in the book",
    openapi_extra={"x-refuses": True},
)
def register(
    request: ApiRequest, number: Number, given: RegistrationGiven
) -> Status[dict[str, Any]]:
    """Enter it as proposed, but for what is corrected. Sent again, it answers with the same line.

    A document that is there already is refused and uses no number: join it, or give the reason
    for a second number.
    """
    found = queries.arrival(request.actor, number)
    proposed = queries.proposed_of(request.actor, found, at=request.now)
    said = given.dict(exclude_unset=True)
    received = queries.received_of(
        request.actor, found, proposed, said.pop("corrections", {}), **said
    )
    actions.register(actor=request.actor, arrival_id=number, received=received, at=request.now)
    return Status(201, told(queries.arrival(request.actor, number)))


@router.post(
    "/{number}/joining",
    auth=scope("register"),
    response=Arrival,
    summary="Join an arrival to its line",
    openapi_extra={"x-refuses": True},
)
def join(request: ApiRequest, number: Number, given: JoiningOfArrival) -> dict[str, Any]:
    """The same document on another way: it uses no number, and figures count one."""
    queries.arrival(request.actor, number)
    actions.join(
        actor=request.actor,
        arrival_id=number,
        entry_id=given.entry,
        channel=given.channel or "",
        at=request.now,
    )
    return told(queries.arrival(request.actor, number))


@router.post(
    "/{number}/laying-aside",
    auth=scope("register"),
    response=Arrival,
    summary="Put an arrival aside",
    openapi_extra={"x-refuses": True},
)
def put_aside(request: ApiRequest, number: Number, why: ReasonGiven) -> dict[str, Any]:
    """Put it aside for a while, with the reason. It stays in the inbox, apart."""
    queries.arrival(request.actor, number)
    aside = actions.put_aside(
        actor=request.actor, arrival_id=number, reason=why.reason, at=request.now
    )
    return told(aside)


@router.post(
    "/{number}/taking-up",
    auth=scope("register"),
    response=Arrival,
    summary="Take an arrival up again",
    openapi_extra={"x-refuses": True},
)
def take_up(request: ApiRequest, number: Number) -> dict[str, Any]:
    """Take up again what was put aside."""
    queries.arrival(request.actor, number)
    return told(actions.take_up(actor=request.actor, arrival_id=number, at=request.now))
