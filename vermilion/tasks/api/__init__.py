"""Duties for machines: read what is mine, and do everything that a page can do about it."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpResponse
from ninja import Router, Status

from vermilion.files import queries as files
from vermilion.tasks import actions, queries
from vermilion.tasks.api.schemas import (
    AnswerGiven,
    DeadlineGiven,
    DecisionGiven,
    ExtensionGiven,
    PartsGiven,
    PassedOn,
    ProgressGiven,
    QuestionGiven,
    Reason,
    Report,
    ReturnGiven,
    Rule,
    RuleGiven,
    Task,
    told,
)
from vermilion.tasks.types import Below
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Number

Door = TypeVar("Door", bound=Callable[..., Any])

router = Router()

REFUSES = {"x-refuses": True}


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
    return page_of(request, response, found, lambda rows: [told(row) for row in rows])


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
    return page_of(request, response, found, lambda rows: [told(row) for row in rows])


@router.get(
    "/extensions/rule",
    auth=scope("read"),
    response=Rule,
    summary="The rule of extensions",
    openapi_extra=example("How often deadlines may be extended"),
)
def extension_rule(request: ApiRequest) -> dict[str, Any]:
    """How often and how far deadlines may be extended in the caller's body."""
    return _rule(request)


@router.post(
    "/extensions/rule",
    auth=scope("work"),
    response={201: Rule},
    summary="Set the rule of extensions",
    openapi_extra=REFUSES,
)
def set_extension_rule(request: ApiRequest, given: RuleGiven) -> Status[dict[str, Any]]:
    """Set how often, and by how many days in all, deadlines may be extended in the branch."""
    actions.set_extension_rule(
        actor=request.actor,
        body_id=request.actor.own_body,
        most=given.most,
        days=given.days,
        at=request.now,
    )
    return Status(201, _rule(request))


def _rule(request: ApiRequest) -> dict[str, Any]:
    rule = queries.extension_rule_of(request.actor.own_body)
    return {"most": rule.most, "days": rule.days, "set_by": rule.body_id}


@router.get("/{number}", auth=scope("read"), response=Task, summary="A duty")
def task(request: ApiRequest, number: Number) -> dict[str, Any]:
    """One duty that the caller holds, gave, leads above, or is asked about."""
    return _now(request, number)


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
    return told(queries.held(request.actor, number))


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
    return told(queries.answered(made, asked.task_id))


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


@_post("/{number}/deadline", "Set another deadline")
def set_deadline(request: ApiRequest, number: Number, given: DeadlineGiven) -> dict[str, Any]:
    """Give a duty that one gave another deadline, earlier or later, with the reason."""
    queries.concerning(request.actor, number)
    actions.set_deadline(
        actor=request.actor,
        task_id=number,
        until=given.until,
        reason=given.reason,
        at=request.now,
    )
    return _now(request, number)


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
    return told(queries.concerning(request.actor, task_id))
