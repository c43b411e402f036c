"""Change the organisation within the branch that the post of the token administers."""

from django.db.models import Model
from ninja import Status

from vermilion.directory import actions
from vermilion.directory.api.router import router, writes
from vermilion.directory.api.shapes import (
    Appointing,
    Coding,
    Ending,
    Entering,
    Founding,
    Made,
    Moving,
    PostCreating,
    Renaming,
    Succeeding,
    UnitOpening,
)
from vermilion.web.api.types import ApiRequest, Number


@router.post("/bodies", auth=writes, response={201: Made}, summary="Found a body")
def found_body(request: ApiRequest, given: Founding) -> Status[dict[str, int]]:
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
def add_identifier(request: ApiRequest, number: Number, given: Coding) -> Status[dict[str, int]]:
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
def open_unit(request: ApiRequest, number: Number, given: UnitOpening) -> Status[dict[str, int]]:
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
def create_post(request: ApiRequest, number: Number, given: PostCreating) -> Status[dict[str, int]]:
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
def enter_person(request: ApiRequest, given: Entering) -> Status[dict[str, int]]:
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
def appoint(request: ApiRequest, number: Number, given: Appointing) -> Status[dict[str, int]]:
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


def _made(row: Model) -> Status[dict[str, int]]:
    return Status(201, {"id": row.pk})
