"""Duties for machines: read what is mine, and do everything that a page can do about it."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, TypeVar
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Router, Schema, Status
from pydantic import AwareDatetime

from vermilion.files import queries as files
from vermilion.tasks import actions, models, queries
from vermilion.tasks.types import Below, Ground, Part
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Given, Number

Door = TypeVar("Door", bound=Callable[..., Any])

router = Router()

REFUSES = {"x-refuses": True}


class Task(Schema):
    """A duty: whose it is, how it stands, and until when."""

    id: int
    subject: str = Field(description="What it is about, such as document:12.")
    parent: int | None = Field(description="The duty of which it is a part.")
    part: str
    recipient: str
    doer: str = Field(description="Who does it in the unit, if it was passed on.")
    instruction: str
    given_by: str
    given_for: str = Field(description="In whose stead it was given, if in another's.")
    given_at: datetime
    due_at: datetime | None
    latest_at: datetime | None = Field(description="The moment behind which it cannot be extended.")
    progress: int
    state: str
    question: int | None = Field(description="The question for whose answer it waits.")
    extension: int | None = Field(description="The later deadline that waits for a decision.")


class Reason(Given):
    """Why something is done."""

    reason: Annotated[str, Field(max_length=1000)]


class ReturnGiven(Reason):
    """Why a duty is returned."""

    ground: Ground = Ground.OTHER


class Report(Given):
    """What was done, and the files that show it."""

    report: Annotated[str, Field(max_length=8000)]
    uploads: Annotated[list[UUID], Field(max_length=50)] = Field(default_factory=list)


class PassedOn(Given):
    """Who of the unit shall do it."""

    person_id: Number
    words: Annotated[str, Field(max_length=1000)] = ""


class PartGiven(Given):
    """What one unit, or one person in a post, is to have of a duty: name exactly one of the two."""

    part: Part
    unit_id: Number | None = None
    appointment_id: Number | None = None
    instruction: Annotated[str, Field(max_length=4000)] = ""
    due_at: AwareDatetime | None = None


class PartsGiven(Given):
    """Parts of a duty that are given on."""

    parts: Annotated[list[PartGiven], Field(max_length=4000)]


class QuestionGiven(Given):
    """What is asked; of nobody named: of whoever gave the duty."""

    text: Annotated[str, Field(max_length=2000)]
    unit_id: Number | None = None
    appointment_id: Number | None = None


class AnswerGiven(Given):
    """What is answered."""

    text: Annotated[str, Field(max_length=4000)]


class ExtensionGiven(Reason):
    """Until when, and why."""

    until: AwareDatetime


class DecisionGiven(Given):
    """The day that is granted; none refuses it, with the reason."""

    until: AwareDatetime | None = None
    reason: Annotated[str, Field(max_length=1000)] = ""


class ProgressGiven(Given):
    """How far the work is."""

    percent: Annotated[int, Field(ge=0, le=100)]
    words: Annotated[str, Field(max_length=2000)] = ""


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
        queries.whole(queries.open_for(request.actor)),
        by=("-id",),
        name="tasks",
        cursor=cursor,
        limit=limit,
    )
    return page_of(request, response, found, lambda rows: [_task(row) for row in rows])


@router.get(
    "/waiting",
    auth=scope("read"),
    response=Page[Task],
    summary="Duties that wait for me",
    openapi_extra=example("What is asked of me", query={"limit": 2}),
)
def waiting(
    request: ApiRequest, response: HttpResponse, cursor: Cursor = None, limit: Limit = 50
) -> dict[str, Any]:
    """Duties that wait for the caller: a question, a later deadline, a report to be approved."""
    found = cut(
        queries.whole(queries.to_decide(request.actor)),
        by=("-id",),
        name="tasks.waiting",
        cursor=cursor,
        limit=limit,
    )
    return page_of(request, response, found, lambda rows: [_task(row) for row in rows])


def _post(path: str, summary: str, status: int = 200) -> Callable[[Door], Door]:
    """A door for one act upon a duty."""
    response: Any = Task if status == 200 else {status: Task}
    door: Callable[[Door], Door] = router.post(
        path, auth=scope("work"), response=response, summary=summary, openapi_extra=REFUSES
    )
    return door


@_post("/{number}/taking-in", "Take a duty in")
def take_in(request: ApiRequest, number: Number) -> dict[str, Any]:
    """Take a duty in hand; the book shows the receipt."""
    queries.held(request.actor, number)
    actions.take_in(actor=request.actor, task_id=number, at=request.now)
    return _now(request, number)


@_post("/{number}/return", "Return a duty")
def give_back(request: ApiRequest, number: Number, why: ReturnGiven) -> dict[str, Any]:
    """Return a duty to whoever gave it, with the reason."""
    queries.held(request.actor, number)
    actions.give_back(
        actor=request.actor, task_id=number, reason=why.reason, ground=why.ground, at=request.now
    )
    return _task(queries.held(request.actor, number))


@_post("/{number}/completion", "Report a duty completed")
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
    return _now(request, number)


@_post("/{number}/handover", "Pass a duty on within the unit")
def pass_on(request: ApiRequest, number: Number, to: PassedOn) -> dict[str, Any]:
    """Give the work to a person of the unit; the unit keeps the duty."""
    queries.held(request.actor, number)
    actions.pass_on(
        actor=request.actor,
        task_id=number,
        person_id=to.person_id,
        words=to.words,
        at=request.now,
    )
    return _now(request, number)


@_post("/{number}/taking-over", "Take a duty over")
def take_over(request: ApiRequest, number: Number, why: Reason) -> dict[str, Any]:
    """Take the work over from whoever has it, with the reason."""
    queries.concerning(request.actor, number)
    actions.take_over(actor=request.actor, task_id=number, reason=why.reason, at=request.now)
    return _now(request, number)


@_post("/{number}/parts", "Give parts of a duty on", status=201)
def share(request: ApiRequest, number: Number, given: PartsGiven) -> Status[dict[str, Any]]:
    """Give parts of a duty to one's own people and units below, or ask others for support."""
    queries.held(request.actor, number)
    actions.share(
        actor=request.actor,
        task_id=number,
        parts=[
            Below(
                part=each.part,
                unit_id=each.unit_id,
                appointment_id=each.appointment_id,
                instruction=each.instruction,
                due_at=each.due_at,
            )
            for each in given.parts
        ],
        at=request.now,
    )
    return Status(201, _now(request, number))


@_post("/{number}/progress", "Report progress")
def progress(request: ApiRequest, number: Number, how_far: ProgressGiven) -> dict[str, Any]:
    """Say how far the work is, in percent and in words."""
    queries.held(request.actor, number)
    actions.report_progress(
        actor=request.actor,
        task_id=number,
        percent=how_far.percent,
        words=how_far.words,
        at=request.now,
    )
    return _now(request, number)


@_post("/{number}/question", "Ask about a duty", status=201)
def ask(request: ApiRequest, number: Number, asked: QuestionGiven) -> Status[dict[str, Any]]:
    """Ask a unit, a person, or whoever gave it; the duty waits for the answer."""
    queries.held(request.actor, number)
    actions.ask(
        actor=request.actor,
        task_id=number,
        text=asked.text,
        unit_id=asked.unit_id,
        appointment_id=asked.appointment_id,
        at=request.now,
    )
    return Status(201, _now(request, number))


@_post("/questions/{number}/answer", "Answer a question")
def answer(request: ApiRequest, number: Number, given: AnswerGiven) -> dict[str, Any]:
    """Answer a question about a duty; the work goes on."""
    asked = queries.question(request.actor, number)
    made = actions.answer(actor=request.actor, question_id=number, text=given.text, at=request.now)
    return _task(queries.answered(made, asked.task_id))


@_post("/{number}/extension", "Ask for a later deadline", status=201)
def ask_extension(
    request: ApiRequest, number: Number, wish: ExtensionGiven
) -> Status[dict[str, Any]]:
    """Ask for a later deadline, with the reason; it holds once it was granted."""
    queries.held(request.actor, number)
    actions.ask_extension(
        actor=request.actor,
        task_id=number,
        until=wish.until,
        reason=wish.reason,
        at=request.now,
    )
    return Status(201, _now(request, number))


@_post("/extensions/{number}/decision", "Decide on a later deadline")
def decide_extension(request: ApiRequest, number: Number, given: DecisionGiven) -> dict[str, Any]:
    """Grant a later deadline, to the day asked for or another; or refuse it with the reason."""
    task_id = queries.task_of_extension(request.actor, number)
    actions.decide_extension(
        actor=request.actor,
        extension_id=number,
        until=given.until,
        reason=given.reason,
        at=request.now,
    )
    return _now(request, task_id)


@_post("/{number}/approval", "Approve a report")
def approve(request: ApiRequest, number: Number) -> dict[str, Any]:
    """Approve the report that waits; the duty is completed."""
    queries.concerning(request.actor, number)
    actions.approve(actor=request.actor, task_id=number, at=request.now)
    return _now(request, number)


@_post("/{number}/sending-back", "Send a report back")
def send_back(request: ApiRequest, number: Number, why: Reason) -> dict[str, Any]:
    """Send the report that waits back, with the reason; the work goes on."""
    queries.concerning(request.actor, number)
    actions.send_back(actor=request.actor, task_id=number, reason=why.reason, at=request.now)
    return _now(request, number)


@_post("/{number}/reopening", "Reopen a duty")
def reopen(request: ApiRequest, number: Number, why: Reason) -> dict[str, Any]:
    """Open a completed duty again, with the reason."""
    queries.concerning(request.actor, number)
    actions.reopen(actor=request.actor, task_id=number, reason=why.reason, at=request.now)
    return _now(request, number)


@_post("/{number}/withdrawal", "Withdraw a duty")
def withdraw(request: ApiRequest, number: Number, why: Reason) -> dict[str, Any]:
    """Take an open duty back, with the reason and all that is below it."""
    queries.concerning(request.actor, number)
    actions.withdraw(actor=request.actor, task_id=number, reason=why.reason, at=request.now)
    return _now(request, number)


def _now(request: ApiRequest, task_id: int) -> dict[str, Any]:
    return _task(queries.concerning(request.actor, task_id))


def _task(task: models.Task) -> dict[str, Any]:
    question, extension = task.question, task.extension
    return {
        "id": task.pk,
        "subject": f"{task.subject_kind}:{task.subject_id}",
        "parent": task.parent_id,
        "part": task.part,
        "recipient": task.recipient,
        "doer": task.doer_name,
        "instruction": task.instruction,
        "given_by": task.given_by,
        "given_for": task.given_for,
        "given_at": task.given_at,
        "due_at": task.due_at,
        "latest_at": task.latest_at,
        "progress": task.progress,
        "state": task.state,
        "question": question.pk if question else None,
        "extension": extension.pk if extension else None,
    }
