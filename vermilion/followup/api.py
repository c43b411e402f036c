"""Following up for machines: where a document stands, reminding, watching, the duty list."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Field, Router, Schema, Status

from vermilion.documents import queries as documents
from vermilion.followup import actions, queries
from vermilion.web.api.examples import example
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Given, Number

router = Router()


class Step(Schema):
    """Somebody was told."""

    at: datetime
    rung: str
    names: list[str]
    by: str = Field(description="Who reminded by hand; empty: the ladder did.")


class Stall(Schema):
    """One thing that is waited for in a document."""

    id: int
    stage: str
    why: str
    place: str = Field(description="The unit for which it waits; empty: a person.")
    holders: list[str]
    since: datetime
    hour: datetime | None
    late: bool
    read_at: datetime | None
    next_step_at: datetime | None
    steps: list[Step]
    why_not_remind: list[str] = Field(description="Why the caller may not remind; empty: may.")


class Reminded(Schema):
    """Who was reminded."""

    names: list[str]


class Watch(Schema):
    """Whether the caller, and the caller's unit, watch a document."""

    mine: bool
    of_unit: bool


class WatchGiven(Given):
    """Who shall watch: the caller, or the caller's unit; and whether from now on or no more."""

    for_unit: bool = False
    watch: bool = True


class Evening(Schema):
    """A day of the duty list."""

    on: date
    works: bool = Field(description="Whether the body works on this day.")
    names: list[str] = Field(description="Who is on duty, the first first.")


class TurnsGiven(Given):
    """Who is to be on duty on a day and in the night that follows, by appointment."""

    on: date
    people: Annotated[list[Number], Field(min_length=1, max_length=4)]


@router.get(
    "/documents/{number}/stall",
    auth=scope("read"),
    response=list[Stall],
    summary="Where a document stands",
    openapi_extra=example(
        "What the letter entered above waits for",
        path={"number": ("registry_register", "/document")},
    ),
)
def stall(request: ApiRequest, number: Number) -> list[dict[str, Any]]:
    """What a document waits for in the caller's body: for whom, since when, why, who was told."""
    documents.document(request.actor, number, request.now)
    return [
        {
            "id": each.wait_id,
            "stage": each.stage,
            "why": each.why,
            "place": each.place,
            "holders": [holder.name for holder in each.holders],
            "since": each.since,
            "hour": each.hour,
            "late": each.late,
            "read_at": each.read_at,
            "next_step_at": each.next_step_at,
            "steps": [
                {"at": step.at, "rung": step.rung, "names": list(step.names), "by": step.by}
                for step in each.steps
            ],
            "why_not_remind": [str(reason) for reason in each.remind.reasons],
        }
        for each in queries.stall(request.actor, number, at=request.now)
    ]


@router.post(
    "/waits/{number}/prompts",
    auth=scope("work"),
    response={201: Reminded},
    summary="Remind whoever has it",
    openapi_extra={"x-refuses": True},
)
def remind(request: ApiRequest, number: Number) -> Status[dict[str, Any]]:
    """Remind by hand. Refused within four hours of the last time, whoever reminded."""
    prompt = actions.remind_now(actor=request.actor, wait_id=number, at=request.now)
    return Status(201, {"names": prompt.names})


@router.post(
    "/documents/{number}/watching",
    auth=scope("work"),
    response=Watch,
    summary="Watch a document",
    openapi_extra=example(
        "Watch the letter entered above",
        path={"number": ("registry_register", "/document")},
        body={"watch": True},
    ),
)
def watching(request: ApiRequest, number: Number, given: WatchGiven) -> dict[str, Any]:
    """Watch a document that one may see, or no more."""
    act = actions.watch if given.watch else actions.unwatch
    act(actor=request.actor, document_id=number, for_unit=given.for_unit, at=request.now)
    watch = queries.watch_of(request.actor, number)
    return {"mine": watch.mine, "of_unit": watch.of_unit}


@router.get(
    "/duty",
    auth=scope("read"),
    response=list[Evening],
    summary="The duty list",
    openapi_extra=example("The next two weeks"),
)
def duty(request: ApiRequest) -> list[dict[str, Any]]:
    """Who is on duty in the caller's body on the next fourteen days."""
    return [
        {
            "on": each.on,
            "works": each.works,
            "names": [turn.appointment.person.full_name for turn in each.turns],
        }
        for each in queries.evenings(request.actor.own_body, at=request.now)
    ]


@router.post(
    "/duty",
    auth=scope("work"),
    response={201: list[Evening]},
    summary="Put people on duty",
    openapi_extra={"x-refuses": True},
)
def plan(request: ApiRequest, given: TurnsGiven) -> Status[list[dict[str, Any]]]:
    """Put people on duty on a day. Refused for past days and for people of other bodies."""
    actions.plan_turns(
        actor=request.actor,
        body_id=request.actor.own_body,
        on=given.on,
        people=given.people,
        at=request.now,
    )
    return Status(201, duty(request))
