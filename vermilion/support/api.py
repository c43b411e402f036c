"""Reported problems for machines: report one, and see what became of it."""

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Field, Router, Schema, Status

from vermilion.support import actions, queries
from vermilion.support.types import Kind, Report, Weight
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Given, Number

router = Router()


class ReportedProblem(Schema):
    """A reported problem and how it stands."""

    id: int
    kind: str
    weight: str
    words: str
    page: str
    trace: str
    reported_by: str
    reported_at: datetime
    state: str
    state_since: datetime
    owner: str
    due_at: datetime
    joined_to: int | None


class ReportGiven(Given):
    """What holds somebody up. Nothing secret belongs here."""

    kind: Kind
    weight: Weight
    words: Annotated[str, Field(max_length=8000)]
    page: Annotated[str, Field(max_length=500)] = ""
    trace: Annotated[str, Field(max_length=64)] = ""


class WordsGiven(Given):
    """Something to be added to a report."""

    words: Annotated[str, Field(max_length=8000)]


@router.get(
    "/",
    auth=scope("read"),
    response=Page[ReportedProblem],
    summary="My reports",
    openapi_extra=example("What became of my reports", query={"limit": 2}),
)
def problems(
    request: ApiRequest, response: HttpResponse, cursor: Cursor = None, limit: Limit = 50
) -> dict[str, Any]:
    """What the caller reported in this post, the newest first."""
    rows = queries.mine(request.actor)
    found = cut(rows, by=("-id",), name="problems", cursor=cursor, limit=limit)
    return page_of(request, response, found, lambda each: [_problem(row) for row in each])


@router.post(
    "/",
    auth=scope("work"),
    response={201: ReportedProblem},
    summary="Report a problem",
    openapi_extra={"x-refuses": True},
)
def report(request: ApiRequest, given: ReportGiven) -> Status[dict[str, Any]]:
    """Report a problem; it gets a number and a day by which it is to be solved."""
    made = actions.report(actor=request.actor, report=Report(**given.dict()), at=request.now)
    return Status(201, _problem(made))


@router.get("/{number}", auth=scope("read"), response=ReportedProblem, summary="One report")
def problem(request: ApiRequest, number: Number) -> dict[str, Any]:
    """A report of the caller, or one that the caller deals with."""
    return _problem(queries.problem(request.actor, number))


@router.post(
    "/{number}/reply",
    auth=scope("work"),
    response=ReportedProblem,
    summary="Add to a report",
    openapi_extra={"x-refuses": True},
)
def reply(request: ApiRequest, number: Number, given: WordsGiven) -> dict[str, Any]:
    """Add something to one's own report while it waits."""
    queries.problem(request.actor, number)
    actions.reply(actor=request.actor, problem_id=number, words=given.words, at=request.now)
    return _problem(queries.problem(request.actor, number))


def _problem(problem: queries.Problem) -> dict[str, Any]:
    return {
        "id": problem.pk,
        "kind": problem.kind,
        "weight": problem.weight,
        "words": problem.words,
        "page": problem.page,
        "trace": problem.trace,
        "reported_by": problem.by,
        "reported_at": problem.reported_at,
        "state": problem.state,
        "state_since": problem.state_since,
        "owner": problem.owner_name,
        "due_at": problem.due_at,
        "joined_to": problem.joined_to_id,
    }
