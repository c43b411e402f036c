"""The directory for machines: bodies, units, posts, people and circles, as of any day."""

from datetime import date
from typing import Annotated, Any

from django.db.models import Model
from django.http import HttpResponse
from ninja import Field, Router, Schema

from vermilion.directory import actions, queries
from vermilion.directory.types import Authority, BodyOn, Succession
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Number

router = Router(auth=scope("read"))
writes = scope("directory")

Name = Annotated[str, Field(min_length=1, max_length=200)]
Short = Annotated[str, Field(max_length=60)]
Abbreviation = Annotated[str, Field(max_length=30)]
Day = Annotated[
    date | None, Field(description="The first day on which it holds. Today when left out.")
]
AsOf = Annotated[date | None, Field(description="As it stood on this day. Today when left out.")]


class Code(Schema):
    """A code by which a body is known."""

    scheme: str
    value: str


class Body(Schema):
    """A body as it was on a day."""

    id: int
    name: str
    short_name: str
    abbreviation: str
    kind: str = Field(description="The code of its kind.")
    parent: int | None = Field(description="The body above it.")
    valid_from: date = Field(description="Since when it was called and stood like this.")
    valid_to: date | None
    codes: list[Code]


class BodyInBrief(Schema):
    """A body in a list."""

    id: int
    name: str
    kind: str
    parent: int | None
    since: date


class Choice(Schema):
    """A body that a search found."""

    id: int
    name: str
    above: str = Field(description="The body above it.")
    note: str = Field(description="How a former name or code led here.")


class FoundByCode(Schema):
    """The body that a code leads to."""

    id: int
    name: str
    note: str = Field(description="Says so when a former code or a successor is meant.")


class Unit(Schema):
    """A unit of a body."""

    id: int
    name: str
    abbreviation: str
    parent: int | None


class Seat(Schema):
    """Somebody in a post."""

    appointment: int
    person: int
    name: str


class Post(Schema):
    """A post of a body, and who holds it."""

    id: int
    title: str
    unit: int | None
    duties: list[str]
    signs_as: str
    held_by: list[Seat]


class Recipient(Schema):
    """A body that a circle stands for."""

    id: int
    name: str
    parent: int | None


class Circle(Schema):
    """A named set of recipients."""

    id: int
    name: str
    owner: int


class Founding(Schema):
    kind: Annotated[str, Field(max_length=40)]
    name: Name
    parent: Number
    short_name: Short = ""
    abbreviation: Abbreviation = ""
    place: Annotated[str, Field(max_length=100)] = ""
    on: Day = None


class Renaming(Schema):
    name: Name
    short_name: Short | None = None
    abbreviation: Abbreviation | None = None
    on: Day = None


class Moving(Schema):
    parent: Number
    on: Day = None


class Ending(Schema):
    on: Day = None


class Succeeding(Schema):
    successors: Annotated[list[Number], Field(min_length=1, max_length=100)]
    manner: Succession
    on: Day = None


class Coding(Schema):
    scheme: Annotated[str, Field(min_length=1, max_length=40)]
    value: Annotated[str, Field(min_length=1, max_length=35)]
    on: Day = None


class UnitOpening(Schema):
    name: Name
    abbreviation: Abbreviation = ""
    parent: Number | None = None
    on: Day = None


class PostCreating(Schema):
    title: Annotated[str, Field(min_length=1, max_length=120)]
    duties: Annotated[list[Annotated[str, Field(max_length=20)]], Field(max_length=9)] = []
    unit: Number | None = None
    signs_as: Authority | None = None
    on: Day = None


class Entering(Schema):
    full_name: Annotated[str, Field(min_length=1, max_length=100)]
    kept_by: Number
    email: Annotated[str, Field(max_length=254)] = ""
    telephone: Annotated[str, Field(max_length=40)] = ""


class Appointing(Schema):
    person: Number
    on: Day = None
    until: Annotated[date | None, Field(description="The first day on which it ends.")] = None


class Made(Schema):
    """The number of what came about."""

    id: int


@router.get(
    "/bodies",
    response=Page[BodyInBrief],
    summary="Bodies",
    openapi_extra=example("The first two bodies", query={"limit": 2}),
)
def bodies(
    request: ApiRequest,
    response: HttpResponse,
    below: Number | None = None,
    kind: Annotated[str | None, Field(max_length=40)] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    """Bodies in being, in the order of the tree: of a branch, of a kind, or all."""
    rows = queries.existing(_today(request), kind=kind, below=below)
    found = cut(rows, by=("lo", "id"), name="directory.bodies", cursor=cursor, limit=limit)
    return page_of(
        request,
        response,
        found,
        lambda rows: [
            {
                "id": row.pk,
                "name": row.name,
                "kind": row.kind.code,
                "parent": row.parent_id,
                "since": row.valid_from,
            }
            for row in rows
        ],
    )


@router.get(
    "/bodies/search",
    response=list[Choice],
    summary="Find bodies by what somebody types",
    openapi_extra=example("Without tones", query={"q": "van phong"}),
)
def search(
    request: ApiRequest,
    q: Annotated[str, Field(max_length=200)],
    below: Number | None = None,
    on: AsOf = None,
) -> list[dict[str, Any]]:
    """At most twenty. Initials, codes, former names and former codes lead to the present body."""
    found = queries.search(q, on=on or _today(request), below=below)
    return [
        {"id": each.id, "name": each.name, "above": each.detail, "note": each.note}
        for each in found
    ]


@router.get(
    "/bodies/by-code",
    response=FoundByCode,
    summary="The body a code leads to",
    openapi_extra={"x-refuses": True},
)
def by_code(
    request: ApiRequest,
    value: Annotated[str, Field(max_length=35)],
    scheme: Annotated[str, Field(max_length=40)] = "",
    on: AsOf = None,
) -> dict[str, Any]:
    """Follows bodies that ended to the one that took over, and says so."""
    found = queries.body_by_identifier(scheme, value, on=on or _today(request))
    if found is None:
        raise NotFound
    return {"id": found.body_id, "name": found.name, "note": found.note}


@router.get(
    "/bodies/{number}",
    response=Body,
    summary="A body",
    openapi_extra=example("The first body", path={"number": ("directory_bodies", "/items/0/id")}),
)
def body(request: ApiRequest, number: Number, on: AsOf = None) -> dict[str, Any]:
    """A body as it was on a day: its name, place and codes of that day."""
    found = queries.body_on(number, on or _today(request))
    if found is None:
        raise NotFound
    return _body(found)


@router.get(
    "/bodies/{number}/units",
    response=list[Unit],
    summary="Units of a body",
    openapi_extra=example("Its units", path={"number": ("directory_bodies", "/items/0/id")}),
)
def units(request: ApiRequest, number: Number, on: AsOf = None) -> list[dict[str, Any]]:
    """Each followed by the units below it."""
    queries.body(number)
    return [
        {
            "id": unit.pk,
            "name": unit.name,
            "abbreviation": unit.abbreviation,
            "parent": unit.parent_id,
        }
        for unit in queries.units_on(number, on or _today(request))
    ]


@router.get(
    "/bodies/{number}/posts",
    response=list[Post],
    summary="Posts of a body, and who holds them",
    openapi_extra=example("Its posts", path={"number": ("directory_bodies", "/items/0/id")}),
)
def posts(request: ApiRequest, number: Number, on: AsOf = None) -> list[dict[str, Any]]:
    """In the order of the body's list."""
    queries.body(number)
    return [
        {
            "id": post.pk,
            "title": post.title,
            "unit": post.unit_id,
            "duties": [duty.value for duty in post.duties],
            "signs_as": post.signs_as,
            "held_by": [
                {
                    "appointment": seat.pk,
                    "person": seat.person_id,
                    "name": seat.person.full_name,
                }
                for seat in post.holders
            ],
        }
        for post in queries.posts_on(number, on or _today(request))
    ]


@router.get(
    "/bodies/{number}/circles",
    response=list[Circle],
    summary="Circles a body may address",
    openapi_extra=example("Its circles", path={"number": ("directory_bodies", "/items/0/id")}),
)
def circles(request: ApiRequest, number: Number) -> list[dict[str, Any]]:  # noqa: ARG001
    """Its own, and those of the bodies above it."""
    queries.body(number)
    return [
        {"id": circle.pk, "name": circle.name, "owner": circle.owner_id}
        for circle in queries.circles_of(number)
    ]


@router.get("/circles/{number}/recipients", response=list[Recipient], summary="Whom a circle means")
def recipients(request: ApiRequest, number: Number) -> list[dict[str, Any]]:
    """The bodies it stands for now, by name."""
    found = queries.recipients_of(number, at=request.now)
    return [{"id": each.id, "name": each.name, "parent": each.parent_id} for each in found]


@router.post("/bodies", auth=writes, response={201: Made}, summary="Found a body")
def found_body(request: ApiRequest, given: Founding) -> tuple[int, dict[str, int]]:
    """A body comes about below another, within the branch that the post administers."""
    made = actions.found_body(
        actor=request.actor,
        kind=given.kind,
        name=given.name,
        parent_id=given.parent,
        short_name=given.short_name,
        abbreviation=given.abbreviation,
        place=given.place,
        on=given.on,
        at=request.now,
    )
    return _made(made)


@router.post("/bodies/{number}/name", auth=writes, response=Made, summary="Rename a body")
def rename_body(request: ApiRequest, number: Number, given: Renaming) -> dict[str, int]:
    """What it was called before is kept on its days."""
    actions.rename_body(actor=request.actor, body_id=number, at=request.now, **given.dict())
    return {"id": number}


@router.post("/bodies/{number}/place", auth=writes, response=Made, summary="Move a body")
def move_body(request: ApiRequest, number: Number, given: Moving) -> dict[str, int]:
    """With its whole branch."""
    actions.move_body(
        actor=request.actor,
        body_id=number,
        parent_id=given.parent,
        on=given.on,
        at=request.now,
    )
    return {"id": number}


@router.post("/bodies/{number}/closing", auth=writes, response=Made, summary="Close a body")
def close_body(request: ApiRequest, number: Number, given: Ending) -> dict[str, int]:
    """With its units, posts, appointments and codes."""
    actions.close_body(actor=request.actor, body_id=number, on=given.on, at=request.now)
    return {"id": number}


@router.post("/bodies/{number}/successors", auth=writes, response=Made, summary="Name successors")
def succeed(request: ApiRequest, number: Number, given: Succeeding) -> dict[str, int]:
    """What still comes under its name and codes leads to them."""
    actions.succeed(
        actor=request.actor,
        body_id=number,
        successor_ids=given.successors,
        manner=given.manner,
        on=given.on,
        at=request.now,
    )
    return {"id": number}


@router.post("/bodies/{number}/codes", auth=writes, response={201: Made}, summary="Enter a code")
def add_identifier(
    request: ApiRequest, number: Number, given: Coding
) -> tuple[int, dict[str, int]]:
    """Refused while the code belongs to another body."""
    made = actions.add_identifier(
        actor=request.actor,
        body_id=number,
        scheme=given.scheme,
        value=given.value,
        on=given.on,
        at=request.now,
    )
    return _made(made)


@router.post("/bodies/{number}/units", auth=writes, response={201: Made}, summary="Open a unit")
def open_unit(
    request: ApiRequest, number: Number, given: UnitOpening
) -> tuple[int, dict[str, int]]:
    """A unit comes about in a body, or in a unit of it."""
    made = actions.open_unit(
        actor=request.actor,
        body_id=number,
        name=given.name,
        abbreviation=given.abbreviation,
        parent_id=given.parent,
        on=given.on,
        at=request.now,
    )
    return _made(made)


@router.post("/bodies/{number}/posts", auth=writes, response={201: Made}, summary="Create a post")
def create_post(
    request: ApiRequest, number: Number, given: PostCreating
) -> tuple[int, dict[str, int]]:
    """A post comes about in a body, with the duties it carries."""
    made = actions.create_post(
        actor=request.actor,
        body_id=number,
        title=given.title,
        duties=given.duties,
        unit_id=given.unit,
        signs_as=given.signs_as or "",
        on=given.on,
        at=request.now,
    )
    return _made(made)


@router.post("/people", auth=writes, response={201: Made}, summary="Enter a person")
def enter_person(request: ApiRequest, given: Entering) -> tuple[int, dict[str, int]]:
    """Kept by a body until appointed. Namesakes are different people."""
    made = actions.enter_person(
        actor=request.actor,
        full_name=given.full_name,
        kept_by_id=given.kept_by,
        email=given.email,
        telephone=given.telephone,
        at=request.now,
    )
    return _made(made)


@router.post(
    "/posts/{number}/appointments", auth=writes, response={201: Made}, summary="Appoint to a post"
)
def appoint(request: ApiRequest, number: Number, given: Appointing) -> tuple[int, dict[str, int]]:
    """Other posts of the person stay as they are."""
    made = actions.appoint(
        actor=request.actor,
        post_id=number,
        person_id=given.person,
        on=given.on,
        until=given.until,
        at=request.now,
    )
    return _made(made)


@router.post("/appointments/{number}/end", auth=writes, response=Made, summary="End an appointment")
def end_appointment(request: ApiRequest, number: Number, given: Ending) -> dict[str, int]:
    """What was delegated to or by it ends as well."""
    actions.end_appointment(actor=request.actor, appointment_id=number, on=given.on, at=request.now)
    return {"id": number}


def _today(request: ApiRequest) -> date:
    return local_day(request.now, request.actor.time_zone)


def _made(row: Model) -> tuple[int, dict[str, int]]:
    return 201, {"id": row.pk}


def _body(found: BodyOn) -> dict[str, Any]:
    kinds = dict(queries.kinds().values_list("pk", "code"))
    return {
        "id": found.id,
        "name": found.name,
        "short_name": found.short_name,
        "abbreviation": found.abbreviation,
        "kind": kinds[found.kind_id],
        "parent": found.parent_id,
        "valid_from": found.valid_from,
        "valid_to": found.valid_to,
        "codes": [{"scheme": scheme, "value": value} for scheme, value in found.identifiers],
    }
