"""Which desks an act changes. They are told that something changed, and ask again for what.

New is what came to somebody's own list; for everybody else who sees the matter counts change.
"""

from vermilion.access.types import body_token
from vermilion.kernel.actors import Duty
from vermilion.kernel.types import Subject
from vermilion.live import queue as live
from vermilion.notices.events import NoticesSeen, PeopleTold
from vermilion.registry.events import EntryStruckOut, IncomingRegistered
from vermilion.routing.events import (
    DirectionPrepared,
    SlipClosed,
    SlipDirected,
    SlipOpened,
    SlipReopened,
)
from vermilion.tasks.types import OfTask

REGISTER = "register"
"""The topic of the incoming book."""

PAPER = "paper"
"""The topic of one paper that lies open."""

NOTICES = "notices"
"""The topic of the bell, and of the centre behind it."""

OfSlip = DirectionPrepared | SlipClosed | SlipDirected | SlipOpened | SlipReopened


def _readers(body_id: int) -> list[str]:
    """Those who read the books of a body, and with them all that is under way in it."""
    return [body_token(body_id, duty) for duty in (Duty.CLERK, Duty.LEADER)]


def on_registered(event: IncomingRegistered) -> None:
    """The book has a line more."""
    live.changed(REGISTER, tokens=_readers(event.body_id), fresh=1, by=event.actor)


def on_struck_out(event: EntryStruckOut) -> None:
    """A line stays, and says that it is struck out."""
    readers = _readers(event.actor.own_body)
    live.changed(REGISTER, tokens=readers, by=event.actor)
    live.changed(tokens=readers, by=event.actor)
    live.changed(PAPER, subjects=[Subject("document", event.document_id)], by=event.actor)


def on_laid_before(event: SlipOpened | DirectionPrepared) -> None:
    """A leader has one paper more to direct, or one prepared."""
    leader = event.laid_before_id if isinstance(event, SlipOpened) else event.leader_id
    live.changed(appointments=[leader], fresh=1, by=event.actor)
    on_slip(event)


def on_slip(event: OfSlip) -> None:
    """A matter goes on: other counts for whoever follows what is under way."""
    live.changed(tokens=_readers(event.body_id), by=event.actor)
    live.changed(PAPER, subjects=[Subject("document", event.document_id)], by=event.actor)


def on_given(event: OfTask) -> None:
    """A unit or a person has one duty more."""
    live.changed(
        units=[event.unit_id], appointments=[event.appointment_id], fresh=1, by=event.actor
    )
    on_duty(event)


def on_duty(event: OfTask) -> None:
    """A duty goes on: for its holder, for whoever gave it, for those who follow the matter."""
    live.changed(
        tokens=_readers(event.body_id),
        units=[event.unit_id],
        appointments=[event.appointment_id, event.giver_id],
        by=event.actor,
    )
    live.changed(PAPER, subjects=[event.subject], by=event.actor)


def on_told(event: PeopleTold) -> None:
    """These people have news: their bells and centres are drawn anew."""
    people = [f"person:{each}" for each in event.person_ids]
    live.changed(NOTICES, tokens=people, fresh=1, by=event.actor)


def on_seen(event: NoticesSeen) -> None:
    """Seen in one window is seen in all windows of that person."""
    live.changed(NOTICES, tokens=[f"person:{event.person_id}"], by=event.actor)
