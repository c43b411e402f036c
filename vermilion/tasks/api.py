"""Duties for machines: read what is mine, take in, return, complete."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Router, Schema

from vermilion.files import queries as files
from vermilion.tasks import actions, models, queries
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Given, Number

router = Router()


class Task(Schema):
    """A duty of the caller's unit, or of the caller in this post."""

    id: int
    subject: str = Field(description="What it is about, such as document:12.")
    part: str
    recipient: str
    instruction: str
    given_by: str
    given_at: datetime
    due_at: datetime | None
    state: str


class ReturnGiven(Given):
    """Why a duty is returned."""

    reason: Annotated[str, Field(max_length=1000)]


class Report(Given):
    """What was done, and the files that show it."""

    report: Annotated[str, Field(max_length=8000)]
    uploads: Annotated[list[UUID], Field(max_length=50)] = Field(default_factory=list)


@router.get(
    "/",
    auth=scope("read"),
    response=Page[Task],
    summary="My duties",
    openapi_extra=example("What is still to do", query={"limit": 2}),
)
def tasks(
    request: ApiRequest, response: HttpResponse, cursor: Cursor = None, limit: Limit = 50
) -> dict[str, Any]:
    """What the caller's unit, or the caller in this post, still has to do; newest first."""
    found = cut(
        queries.open_for(request.actor), by=("-id",), name="tasks", cursor=cursor, limit=limit
    )
    return page_of(request, response, found, lambda rows: [_task(row) for row in rows])


@router.post(
    "/{number}/taking-in",
    auth=scope("work"),
    response=Task,
    summary="Take a duty in",
    openapi_extra={"x-refuses": True},
)
def take_in(request: ApiRequest, number: Number) -> dict[str, Any]:
    """Take a duty in hand; the book shows the receipt."""
    queries.held(request.actor, number)
    actions.take_in(actor=request.actor, task_id=number, at=request.now)
    return _task(queries.held(request.actor, number))


@router.post(
    "/{number}/return",
    auth=scope("work"),
    response=Task,
    summary="Return a duty",
    openapi_extra={"x-refuses": True},
)
def give_back(request: ApiRequest, number: Number, why: ReturnGiven) -> dict[str, Any]:
    """Return a duty to whoever gave it, with the reason."""
    queries.held(request.actor, number)
    actions.give_back(actor=request.actor, task_id=number, reason=why.reason, at=request.now)
    return _task(queries.held(request.actor, number))


@router.post(
    "/{number}/completion",
    auth=scope("work"),
    response=Task,
    summary="Report a duty completed",
    openapi_extra={"x-refuses": True},
)
def complete(request: ApiRequest, number: Number, what: Report) -> dict[str, Any]:
    """Report a duty done, with what was done and the files that show it."""
    queries.held(request.actor, number)
    handed_in = files.handed_in(request.actor, [str(upload) for upload in what.uploads])
    actions.complete(
        actor=request.actor,
        task_id=number,
        report=what.report,
        evidence=[(each.blob_id, each.name) for each in handed_in if each.blob_id],
        at=request.now,
    )
    return _task(queries.held(request.actor, number))


def _task(task: models.Task) -> dict[str, Any]:
    return {
        "id": task.pk,
        "subject": f"{task.subject_kind}:{task.subject_id}",
        "part": task.part,
        "recipient": task.recipient,
        "instruction": task.instruction,
        "given_by": task.given_by,
        "given_at": task.given_at,
        "due_at": task.due_at,
        "state": task.state,
    }
