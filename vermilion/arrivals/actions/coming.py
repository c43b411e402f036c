"""Something comes in."""

from datetime import datetime

from django.db import transaction

from vermilion.arrivals import models, policy, rules
from vermilion.arrivals.actions.rows import lay_to, note, settle
from vermilion.arrivals.actions.settling import follow
from vermilion.arrivals.events import ArrivalCame
from vermilion.arrivals.types import Came, Deed, Standing
from vermilion.audit import actions as audit
from vermilion.documents.types import Urgency
from vermilion.files import queries as files
from vermilion.jobs import queue
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish


@transaction.atomic
def take_in(*, actor: Actor, came: Came, at: datetime) -> models.Arrival:
    """Lay what came in into the inbox of the actor's body, to be read and registered.

    A packet that came before is acknowledged and changes nothing. A document whose identifier is
    known here joins the arrival that brought it first (8.4: packet, then document).
    """
    policy.require(policy.can_take_in(actor))
    if came.packet_id:
        before = _same_packet(actor, came)
        if before is not None:
            note(before, Deed.REPEATED, actor=actor, at=at)
            audit.record(actor, "arrivals.packet.repeated", f"arrival:{before.pk}", at=at)
            return before
    first = _same_document(actor, came)
    arrival = _laid_in(actor, came, at)
    _tell(arrival, actor=actor, at=at)
    if first is not None:
        _join_the_first(arrival, first, actor=actor, at=at)
    else:
        look_into(arrival)
    return arrival


@transaction.atomic
def note_packet_refused(*, actor: Actor, code: str, at: datetime) -> None:
    """Write down that something could not be taken in at all, such as an empty or hostile file."""
    policy.require(policy.can_take_in(actor))
    audit.record(actor, "arrivals.folder.refused", f"body:{actor.own_body}", at=at, code=code)


def look_into(arrival: models.Arrival) -> None:
    """Have the paper read, unless its examination is still to come and will ask for that."""
    rows = models.Enclosure.objects.filter(arrival=arrival).order_by("ordinal", "pk")
    blob_ids = [each.blob_id for each in rows]
    if not blob_ids:
        return
    standings = files.standing_of(blob_ids)
    if not any(standings[each].under_way for each in blob_ids):
        queue.defer("arrivals.look_into", queue="files", arrival_id=arrival.pk)


def _laid_in(actor: Actor, came: Came, at: datetime) -> models.Arrival:
    """The row of an arrival, with its files and the first thing that is said of it."""
    arrival = models.Arrival.objects.create(
        body_id=actor.own_body,
        source=came.source,
        channel=came.channel,
        came_at=at,
        brought_by=actor.name,
        title=came.title[:255],
        packet_id=came.packet_id,
        document_key=came.document_key,
        letter_from=came.letter_from[:255],
        letter_text=came.letter_text,
        stated=dict(came.stated),
        urgency=Urgency.TIMED_FLASH if came.deliver_at else came.urgency,
        deliver_at=came.deliver_at,
        order_at=came.deliver_at or at,
        each_apart=came.each_apart,
    )
    lay_to(arrival, came.files)
    note(arrival, Deed.CAME, actor=actor, at=at, words=came.title)
    return arrival


def _tell(arrival: models.Arrival, *, actor: Actor, at: datetime) -> None:
    audit.record(
        actor, "arrivals.arrival.came", f"arrival:{arrival.pk}", at=at, source=arrival.source
    )
    publish(
        ArrivalCame(
            actor=actor,
            at=at,
            arrival_id=arrival.pk,
            body_id=arrival.body_id,
            urgency=arrival.urgency,
            deliver_at=arrival.deliver_at,
        )
    )


def _same_packet(actor: Actor, came: Came) -> models.Arrival | None:
    rows = models.Arrival.objects.filter(body_id=actor.own_body, packet_id=came.packet_id)
    return rows.exclude(standing=Standing.REFUSED).select_for_update().first()


def _same_document(actor: Actor, came: Came) -> models.Arrival | None:
    if not came.document_key:
        return None
    rows = models.Arrival.objects.filter(
        body_id=actor.own_body, document_key=came.document_key, follows=None
    )
    return rows.exclude(standing=Standing.REFUSED).order_by("pk").select_for_update().first()


def _join_the_first(
    arrival: models.Arrival, first: models.Arrival, *, actor: Actor, at: datetime
) -> None:
    """The same document on another way: it goes where the first goes."""
    arrival.follows = first
    settle(arrival, Standing.JOINED, actor=actor, at=at)
    note(arrival, Deed.JOINED, actor=actor, at=at, words=rules.shortened(str(first)))
    if first.entry_id is not None:
        follow(arrival, first.entry_id, actor=actor, at=at)
