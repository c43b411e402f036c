"""Paper of which there is no file: it goes the way of everything that comes in, at once."""

from datetime import date, datetime

from django.db import transaction

from vermilion.arrivals import models, policy, queries
from vermilion.arrivals.actions.rows import note
from vermilion.arrivals.actions.settling import join, register
from vermilion.arrivals.events import ArrivalCame
from vermilion.arrivals.types import Deed, Source, Standing
from vermilion.audit import actions as audit
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.registry import queries as lines
from vermilion.registry.types import Received


@transaction.atomic
def register_paper(*, actor: Actor, received: Received, once: str, at: datetime) -> lines.Entry:
    """Enter at once a paper of which there is no file, and learn from it. `once` names the form:
    sent again, it is the same paper."""
    policy.require(policy.can_take_in(actor))
    before = _same_form(actor, once)
    if before is not None and before.entry is not None:
        return before.entry
    stated = received.particulars
    arrival = _came(
        actor,
        title=stated.symbol,
        channel=received.channel,
        urgency=stated.urgency,
        once=once,
        at=at,
    )
    if stated.issuer_body_id is not None:
        # What was typed is what stands on the paper; which body it means is what it teaches.
        known = queries.known_of(actor, {"issuer": stated.issuer}, at=at).initial
        arrival.seen = {
            "issuer": stated.issuer,
            "issuer_proposed": known.get("issuer", stated.issuer),
            "issuer_body_id": known.get("issuer_body_id"),
        }
        arrival.save(update_fields=["seen"])
    return register(actor=actor, arrival_id=arrival.pk, received=received, at=at)


@transaction.atomic
def join_paper(
    *,
    actor: Actor,
    entry_id: int,
    channel: str,
    arrived_on: date,
    title: str = "",
    once: str,
    at: datetime,
) -> models.Arrival:
    """Note that a paper without a file is a document which is in the book already: the paper copy
    of what came electronically, say. It uses no number. Sent twice, it is joined once."""
    policy.require(policy.can_take_in(actor))
    before = _same_form(actor, once)
    if before is not None and before.standing == Standing.JOINED:
        return before
    lines.entry(actor, entry_id)
    arrival = _came(actor, title=title, channel=channel, urgency=0, once=once, at=at)
    return join(
        actor=actor,
        arrival_id=arrival.pk,
        entry_id=entry_id,
        arrived_on=arrived_on,
        at=at,
    )


def _same_form(actor: Actor, once: str) -> models.Arrival | None:
    """What this form brought when it was sent before; a form without a name is always a new one."""
    if not once:
        return None
    return models.Arrival.objects.filter(body_id=actor.own_body, packet_id=_packet(once)).first()


def _packet(once: str) -> str:
    return f"paper:{once}" if once else ""


def _came(
    actor: Actor, *, title: str, channel: str, urgency: int, once: str, at: datetime
) -> models.Arrival:
    arrival = models.Arrival.objects.create(
        body_id=actor.own_body,
        source=Source.PAPER,
        channel=channel,
        came_at=at,
        order_at=at,
        brought_by=actor.name,
        title=title,
        packet_id=_packet(once),
        urgency=urgency,
    )
    note(arrival, Deed.CAME, actor=actor, at=at)
    audit.record(
        actor, "arrivals.arrival.came", f"arrival:{arrival.pk}", at=at, source=Source.PAPER
    )
    publish(
        ArrivalCame(
            actor=actor,
            at=at,
            arrival_id=arrival.pk,
            body_id=arrival.body_id,
            urgency=arrival.urgency,
            deliver_at=None,
        )
    )
    return arrival
