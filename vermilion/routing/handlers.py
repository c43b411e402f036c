"""What slips do when something happens below."""

from vermilion.registry import actions as registry
from vermilion.registry.events import EntryStruckOut, IncomingRegistered
from vermilion.routing import actions, standing
from vermilion.tasks.events import (
    DeadlineSet,
    ExtensionDecided,
    QuestionAsked,
    TaskCompleted,
    TaskGiven,
    TaskPassedOn,
    TaskReopened,
    TaskReported,
    TaskReturned,
    TaskTakenIn,
    TaskWithdrawn,
)


def on_incoming_registered(event: IncomingRegistered) -> None:
    """A registered document gets its slip."""
    actions.open_slip(
        actor=event.actor,
        entry_id=event.entry_id,
        document_id=event.document_id,
        body_id=event.body_id,
        laid_before_id=event.laid_before_id,
        at=event.at,
    )


def on_entry_struck_out(event: EntryStruckOut) -> None:
    """A struck-out line takes its slip with it."""
    actions.withdraw(actor=event.actor, entry_id=event.entry_id, reason=event.reason, at=event.at)


def on_task_given(event: TaskGiven) -> None:
    """What is given on below a share belongs to the same slip."""
    if event.parent_id is not None:
        actions.follow_share(
            actor=event.actor, task_id=event.task_id, parent_id=event.parent_id, at=event.at
        )


def on_question_asked(event: QuestionAsked) -> None:
    """Whoever is asked may see what it is about."""
    actions.show_question(
        actor=event.actor, question_id=event.question_id, task_id=event.task_id, at=event.at
    )


def on_task_taken_in(event: TaskTakenIn) -> None:
    """Taking in acknowledges the transfer in the book."""
    registry.acknowledge(actor=event.actor, reference=f"task:{event.task_id}", at=event.at)
    standing.follow(event.task_id, ended=False, at=event.at)


def on_task_passed_on(event: TaskPassedOn) -> None:
    """Whoever gets the work may see what it is about."""
    standing.show_to(event.task_id, event.person_id, at=event.at)


def on_task_returned(event: TaskReturned) -> None:
    """A returned share ends what it let its holder see."""
    standing.follow(event.task_id, ended=True, at=event.at)


def on_task_withdrawn(event: TaskWithdrawn) -> None:
    """A withdrawn share ends what it let its holder see, unless the whole matter was closed."""
    standing.follow(event.task_id, ended=True, at=event.at)


def on_task_moved(event: TaskCompleted | TaskReported | ExtensionDecided | DeadlineSet) -> None:
    """A completed share, or one with another deadline, moves the slip on."""
    standing.follow(event.task_id, ended=False, at=event.at)


def on_task_reopened(event: TaskReopened) -> None:
    """A reopened share opens the matter again, if that was closed."""
    slip_id = standing.closed_slip_of(event.task_id)
    if slip_id is not None:
        actions.reopen(actor=event.actor, slip_id=slip_id, reason=event.reason, at=event.at)
    standing.follow(event.task_id, ended=False, at=event.at)
