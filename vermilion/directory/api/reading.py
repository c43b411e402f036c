"""Ask for bodies, units, posts and circles, as of any day."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Field

from vermilion.directory import queries
from vermilion.directory.api.router import router
from vermilion.directory.api.shapes import (
    AsOf,
    Body,
    BodyInBrief,
    Choice,
    Circle,
    FoundByCode,
    Post,
    Recipient,
    Unit,
)
from vermilion.directory.types import BodyOn
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.types import ApiRequest, Number


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
def circles(request: ApiRequest, number: Number) -> list[dict[str, Any]]:  # noqa: ARG001 - as all are
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


def _today(request: ApiRequest) -> date:
    return local_day(request.now, request.actor.time_zone)


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
