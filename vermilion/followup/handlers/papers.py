"""What came about with arrivals, slips and notices."""

from vermilion.arrivals.events import ArrivalCame, ArrivalRefused, ArrivalRegistered
from vermilion.directory import queries as directory
from vermilion.followup import rules
from vermilion.followup.actions import answer, await_, mark_read
from vermilion.followup.papers import tell
from vermilion.followup.queries import urgency_of
from vermilion.followup.types import Awaited, Stage
from vermilion.followup.watchers import tell_watchers
from vermilion.kernel.types import Subject
from vermilion.notices.events import NoticesSeen
from vermilion.registry.events import EntryStruckOut
from vermilion.routing.events import (
    DirectionPrepared,
    SlipClosed,
    SlipDirected,
    SlipOpened,
    SlipReopened,
)


def on_arrival_came(event: ArrivalCame) -> None:
    """Clerks are told, and a wait begins; of a timed flash at its hour."""
    about = Subject("arrival", event.arrival_id)
    urgent = event.urgency >= rules.URGENT
    await_(
        actor=event.actor,
        awaited=Awaited(
            stage=Stage.REGISTER,
            subject=about,
            body_id=event.body_id,
            since=event.at,
            urgency=event.urgency,
            hour=event.deliver_at,
        ),
        at=event.at,
    )
    tell(
        event.actor,
        "arrival.urgent" if urgent else "arrival.came",
        about,
        [each.pk for each in directory.clerks_of(event.body_id, event.at)],
        reason="clerk",
        at=event.at,
        urgent=urgent,
    )


def on_arrival_settled(event: ArrivalRegistered | ArrivalRefused) -> None:
    """What was to be registered stands in the book, or was refused."""
    answer(actor=event.actor, at=event.at, subject=Subject("arrival", event.arrival_id))


def on_slip_opened(event: SlipOpened) -> None:
    """The leader and the assistants are told; a direction is waited for."""
    about = Subject("document", event.document_id)
    urgency = urgency_of(event.document_id)
    leader = event.laid_before_id
    await_(
        actor=event.actor,
        awaited=Awaited(
            stage=Stage.DIRECT,
            subject=about,
            document_id=event.document_id,
            body_id=event.body_id,
            holder_id=leader,
            urgency=urgency,
            since=event.at,
        ),
        at=event.at,
    )
    if leader is None:
        return
    urgent = urgency >= rules.URGENT
    tell(event.actor, "slip.laid", about, [leader], reason="leader", at=event.at, urgent=urgent)
    assistants = [
        each.assistant_id
        for each in directory.assistants_of(event.body_id, on=event.at.date())
        if each.leader_id == leader
    ]
    tell(event.actor, "slip.laid", about, assistants, reason="assistant", at=event.at)


def on_direction_prepared(event: DirectionPrepared) -> None:
    """The leader is told of what an assistant prepared."""
    if event.leader_id is not None:
        about = Subject("document", event.document_id)
        tell(
            event.actor,
            "direction.prepared",
            about,
            [event.leader_id],
            reason="leader",
            at=event.at,
        )


def on_slip_directed(event: SlipDirected) -> None:
    """Nobody waits for a direction any more; watchers are told."""
    answer(actor=event.actor, at=event.at, stages=[Stage.DIRECT], document_id=event.document_id)
    tell_watchers(event, "slip.directed", event.document_id)


def on_slip_closed(event: SlipClosed) -> None:
    """Nothing is waited for in a matter that is closed."""
    answer(actor=event.actor, at=event.at, document_id=event.document_id)
    tell_watchers(event, "slip.closed", event.document_id)


def on_slip_reopened(event: SlipReopened) -> None:
    """Leaders, clerks and watchers are told that a matter is open again."""
    about = Subject("document", event.document_id)
    clerks = [each.pk for each in directory.clerks_of(event.body_id, event.at)]
    tell(event.actor, "slip.reopened", about, clerks, reason="clerk", at=event.at)
    tell_watchers(event, "slip.reopened", event.document_id)


def on_entry_struck_out(event: EntryStruckOut) -> None:
    """Nothing is waited for on a line that was struck out."""
    answer(actor=event.actor, at=event.at, document_id=event.document_id)


def on_notices_seen(event: NoticesSeen) -> None:
    """Who was alarmed and has read it is written down."""
    mark_read(
        actor=event.actor,
        abouts=[Subject.parse(each) for each in event.abouts],
        holders=event.holder_ids,
        at=event.at,
    )
