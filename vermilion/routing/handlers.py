"""What slips do when something happens below."""

from vermilion.registry import actions as registry
from vermilion.registry.events import EntryStruckOut, IncomingRegistered
from vermilion.routing import actions, standing
from vermilion.tasks.events import TaskCompleted, TaskReturned, TaskTakenIn


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


def on_task_taken_in(event: TaskTakenIn) -> None:
    """Taking in acknowledges the transfer in the book."""
    registry.acknowledge(actor=event.actor, reference=f"task:{event.task_id}", at=event.at)
    standing.follow(event.task_id, ended=False, at=event.at)


def on_task_returned(event: TaskReturned) -> None:
    """A returned share ends what it let its holder see."""
    standing.follow(event.task_id, ended=True, at=event.at)


def on_task_completed(event: TaskCompleted) -> None:
    """A completed share moves the slip on."""
    standing.follow(event.task_id, ended=False, at=event.at)
