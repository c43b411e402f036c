"""What came about with duties: their holders, givers and watchers are told; waits begin and end."""

from collections.abc import Sequence
from datetime import datetime

from vermilion.directory import queries as directory
from vermilion.followup import rules
from vermilion.followup.actions import answer, await_, move_hour, pass_to
from vermilion.followup.papers import tell
from vermilion.followup.queries import holders_of, urgency_of
from vermilion.followup.types import Awaited, Stage
from vermilion.followup.watchers import tell_watchers
from vermilion.kernel.types import Subject
from vermilion.routing import queries as routing
from vermilion.tasks.events import (
    DeadlineSet,
    ExtensionAsked,
    ExtensionDecided,
    QuestionAnswered,
    QuestionAsked,
    ReportSentBack,
    TaskCompleted,
    TaskGiven,
    TaskPassedOn,
    TaskReopened,
    TaskReported,
    TaskReturned,
    TaskTakenIn,
    TaskTakenOver,
    TaskWithdrawn,
)
from vermilion.tasks.types import OfTask, Part

_REASON = {"lead": "lead", "support": "support", "information": "informed"}


def on_task_given(event: TaskGiven) -> None:
    """Whoever has it is told; it waits to be taken in, and for its deadline."""
    urgency = urgency_of(event.subject.id)
    if event.part != Part.INFORMATION:
        _await(event, Stage.TAKE_IN, urgency=urgency)
        _await_work(event, urgency)
    name = "task.given"
    facts: dict[str, str | None] = {}
    if event.due_at is not None:
        name, facts = "task.given.due", {"due_at": event.due_at.isoformat()}
    tell(
        event.actor,
        name,
        event.subject,
        _holders(event),
        reason=_REASON[event.part],
        at=event.at,
        urgent=urgency >= rules.URGENT and event.part != Part.INFORMATION,
        facts=facts,
    )


def on_task_taken_in(event: TaskTakenIn) -> None:
    """It waits no more to be taken in; the giver is told who wants to be."""
    _answer(event, Stage.TAKE_IN)
    told = _tell(event, "task.taken_in", [event.giver_id], "giver")
    tell_watchers(event, "task.taken_in", event.subject.id, but=tuple(told))


def on_task_passed_on(event: TaskPassedOn) -> None:
    """The person to whom the work was passed on is told, and is reminded from now on."""
    pass_to(actor=event.actor, subject=_task(event), holder_id=event.person_id, at=event.at)
    _tell(event, "task.passed_on", [event.person_id], "doer")


def on_task_taken_over(event: TaskTakenOver) -> None:
    """Whoever had the work is told that somebody took it over."""
    pass_to(actor=event.actor, subject=_task(event), holder_id=event.taker_id, at=event.at)
    if event.before_id is not None:
        _tell(event, "task.taken_over", [event.before_id], "doer")
    else:
        _tell(event, "task.taken_over", _holders(event), "lead")


def on_question_asked(event: QuestionAsked) -> None:
    """Whoever is asked is told; an answer is waited for."""
    asked = _people(event, event.asked_unit_id, event.asked_id or None)
    if event.asked_unit_id is None and event.asked_id is None:
        asked = [event.giver_id] if event.giver_id else []
    await_(
        actor=event.actor,
        awaited=Awaited(
            stage=Stage.ANSWER,
            subject=Subject("question", event.question_id),
            document_id=event.subject.id,
            body_id=event.body_id,
            unit_id=event.asked_unit_id,
            holder_id=event.asked_id or (None if event.asked_unit_id else event.giver_id),
            urgency=urgency_of(event.subject.id),
            since=event.at,
        ),
        at=event.at,
    )
    _tell(event, "question.asked", asked, "asked")


def on_question_answered(event: QuestionAnswered) -> None:
    """Whoever asked is told; the work goes on."""
    subject = Subject("question", event.question_id)
    answer(actor=event.actor, at=event.at, subject=subject)
    asker = [event.asker_id] if event.asker_id else _holders(event)
    _tell(event, "question.answered", asker, "asker")


def on_extension_asked(event: ExtensionAsked) -> None:
    """Whoever decides is told; the decision is waited for."""
    deciders = _people(event, None, event.decider_id)
    await_(
        actor=event.actor,
        awaited=Awaited(
            stage=Stage.DECIDE,
            subject=Subject("extension", event.extension_id),
            document_id=event.subject.id,
            body_id=event.body_id,
            holder_id=event.decider_id,
            urgency=urgency_of(event.subject.id),
            since=event.at,
        ),
        at=event.at,
    )
    _tell(event, "extension.asked", deciders, "decider", until_at=event.until.isoformat())


def on_extension_decided(event: ExtensionDecided) -> None:
    """Whoever asked is told; a later deadline moves reminders and lateness along."""
    answer(actor=event.actor, at=event.at, subject=Subject("extension", event.extension_id))
    asker = [event.asker_id] if event.asker_id else _holders(event)
    if event.until is None:
        _tell(event, "extension.refused", asker, "asker")
        return
    move_hour(actor=event.actor, subject=_task(event), hour=event.until, at=event.at)
    until = event.until.isoformat()
    told = _tell(event, "extension.granted", asker, "asker", until_at=until)
    tell_watchers(event, "extension.granted", event.subject.id, but=tuple(told), until_at=until)


def on_deadline_set(event: DeadlineSet) -> None:
    """Whoever has it is told; reminders and lateness move along, earlier or later."""
    if event.due_at is None:
        return
    if event.due_before is None:
        _await_work(event, urgency_of(event.subject.id))
    else:
        move_hour(actor=event.actor, subject=_task(event), hour=event.due_at, at=event.at)
    until = event.due_at.isoformat()
    told = _tell(event, "deadline.set", _holders(event), _part(event), until_at=until)
    tell_watchers(event, "deadline.set", event.subject.id, but=tuple(told), until_at=until)


def on_task_reported(event: TaskReported) -> None:
    """Those who approve reports of the unit are told; the approval is waited for."""
    _answer(event, Stage.TAKE_IN, Stage.WORK)
    _await(event, Stage.APPROVE, urgency=urgency_of(event.subject.id))
    heads = directory.heads_of(event.unit_id, event.at) if event.unit_id else []
    deciders: list[int | None] = [each.pk for each in heads] or [event.giver_id]
    _tell(event, "task.reported", deciders, "decider")


def on_report_sent_back(event: ReportSentBack) -> None:
    """Whoever reported is told; the work goes on."""
    _answer(event, Stage.APPROVE)
    _await_work(event, urgency_of(event.subject.id))
    reporter = [event.reporter_id] if event.reporter_id else _holders(event)
    _tell(event, "report.sent_back", reporter, "doer")


def on_task_completed(event: TaskCompleted) -> None:
    """Nothing is waited for of this duty; giver and watchers are told."""
    _answer(event)
    told = _tell(event, "task.completed", [event.giver_id], "giver")
    tell_watchers(event, "task.completed", event.subject.id, but=tuple(told))


def on_task_reopened(event: TaskReopened) -> None:
    """Whoever had it is told; the work is waited for again."""
    _await_work(event, urgency_of(event.subject.id))
    told = _tell(event, "task.reopened", _holders(event), _part(event))
    tell_watchers(event, "task.reopened", event.subject.id, but=tuple(told))


def on_task_returned(event: TaskReturned) -> None:
    """Whoever gave it is told with the clerks; where it led, a new direction is waited for."""
    _answer(event)
    told = _tell(event, "task.returned", [event.giver_id], "giver")
    clerks = [each.pk for each in directory.clerks_of(event.body_id, event.at)]
    told += _tell(event, "task.returned", clerks, "clerk")
    tell_watchers(event, "task.returned", event.subject.id, but=tuple(told))
    if routing.wants_direction(event.subject.id, event.body_id):
        await_(
            actor=event.actor,
            awaited=Awaited(
                stage=Stage.DIRECT,
                subject=event.subject,
                document_id=event.subject.id,
                body_id=event.body_id,
                holder_id=event.giver_id,
                urgency=urgency_of(event.subject.id),
                since=event.at,
            ),
            at=event.at,
        )


def on_task_withdrawn(event: TaskWithdrawn) -> None:
    """Nothing is waited for of this duty; whoever had it is told."""
    _answer(event)
    told = _tell(event, "task.withdrawn", _holders(event), _REASON[event.part])
    tell_watchers(event, "task.withdrawn", event.subject.id, but=tuple(told))


def _await(event: OfTask, stage: Stage, *, urgency: int, hour: datetime | None = None) -> None:
    await_(
        actor=event.actor,
        awaited=Awaited(
            stage=stage,
            subject=_task(event),
            document_id=event.subject.id,
            body_id=event.body_id,
            unit_id=event.unit_id,
            holder_id=event.appointment_id,
            urgency=urgency,
            since=event.at,
            hour=hour,
        ),
        at=event.at,
    )


def _await_work(event: OfTask, urgency: int) -> None:
    if event.due_at is not None:
        _await(event, Stage.WORK, urgency=urgency, hour=event.due_at)


def _answer(event: OfTask, *stages: Stage) -> None:
    answer(actor=event.actor, at=event.at, stages=stages, subject=_task(event))


def _task(event: OfTask) -> Subject:
    return Subject("task", event.task_id)


def _part(event: OfTask) -> str:
    return "support" if event.part == Part.SUPPORT else "lead"


def _holders(event: OfTask) -> list[int]:
    return _people(event, event.unit_id, event.appointment_id)


def _people(event: OfTask, unit_id: int | None, holder_id: int | None) -> list[int]:
    return holders_of(body_id=event.body_id, unit_id=unit_id, holder_id=holder_id, at=event.at)


def _tell(
    event: OfTask,
    name: str,
    holders: Sequence[int | None],
    reason: str,
    **facts: str | None,
) -> list[int]:
    people = [each for each in holders if each]
    return tell(event.actor, name, event.subject, people, reason=reason, at=event.at, facts=facts)
