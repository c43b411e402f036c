"""Deal with an arrival: into the book, to the same document, aside, or back."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.arrivals import models, policy
from vermilion.arrivals.actions.learning import learn
from vermilion.arrivals.actions.rows import files_of, locked, note, settle
from vermilion.arrivals.events import ArrivalRefused, ArrivalRegistered
from vermilion.arrivals.types import Deed, Source, Standing
from vermilion.audit import actions as audit
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import Refused
from vermilion.registry import actions as books
from vermilion.registry import queries as lines
from vermilion.registry.types import Received


class AlreadySettled(Refused):
    message = _("This arrival has been dealt with already.")


class NothingToRegister(Refused):
    message = _("Its file was handed back, so there is nothing of it to enter in the book.")


@transaction.atomic
def register(*, actor: Actor, arrival_id: int, received: Received, at: datetime) -> lines.Entry:
    """Enter an arrival in the book, with its files, under the next number, and learn from it.

    Sent twice, it is entered once: the second time gives the line of the first. Its files need
    not have been read, nor loaded by anybody. What was refused or joined is not entered.
    """
    arrival = locked(arrival_id)
    if arrival.standing == Standing.REGISTERED and arrival.entry and _is_its_own(actor, arrival):
        policy.require(policy.can_take_in(actor))
        return arrival.entry
    policy.require(policy.can_settle(actor, arrival))
    entry = books.register_incoming(actor=actor, received=_with_files(received, arrival), at=at)
    learn(actor=actor, arrival=arrival, received=received, entry_words=str(entry), at=at)
    _registered(arrival, entry.pk, actor=actor, at=at)
    for each in arrival.followers.filter(standing=Standing.JOINED).order_by("pk"):
        follow(each, entry.pk, actor=actor, at=at)
    return entry


@transaction.atomic
def join(
    *,
    actor: Actor,
    arrival_id: int,
    entry_id: int,
    at: datetime,
    arrived_on: date | None = None,
    channel: str = "",
    words: str = "",
) -> models.Arrival:
    """Join an arrival to a line of the book: the same document, come on another way.

    No number is used, and figures count one. Sent twice, it is joined once.
    """
    arrival = locked(arrival_id)
    if arrival.standing == Standing.JOINED and arrival.entry_id == entry_id:
        policy.require(policy.can_take_in(actor))
        return arrival
    policy.require(policy.can_settle(actor, arrival))
    lines.entry(actor, entry_id)
    if channel:
        arrival.channel = channel
    _join_channel(arrival, entry_id, actor=actor, at=at, arrived_on=arrived_on, words=words)
    settle(arrival, Standing.JOINED, actor=actor, at=at)
    note(arrival, Deed.JOINED, actor=actor, at=at, words=words)
    _tell(arrival, entry_id, "arrivals.arrival.joined", actor=actor, at=at)
    return arrival


@transaction.atomic
def refuse(*, actor: Actor, arrival_id: int, reason: str, at: datetime) -> models.Arrival:
    """Refuse an arrival, with a reason that reaches the sender. It uses no number."""
    arrival = locked(arrival_id)
    policy.require(policy.can_settle(actor, arrival) & policy.can_say(reason))
    settle(arrival, Standing.REFUSED, actor=actor, at=at, reason=reason.strip())
    note(arrival, Deed.REFUSED, actor=actor, at=at, words=reason.strip())
    audit.record(
        actor,
        "arrivals.arrival.refused",
        f"arrival:{arrival.pk}",
        at=at,
        reason=reason.strip()[:500],
    )
    publish(
        ArrivalRefused(
            actor=actor,
            at=at,
            arrival_id=arrival.pk,
            body_id=arrival.body_id,
            reason=reason.strip(),
        )
    )
    return arrival


@transaction.atomic
def put_aside(*, actor: Actor, arrival_id: int, reason: str, at: datetime) -> models.Arrival:
    """Lay an arrival aside for a while, saying why. It stays in the inbox, apart."""
    arrival = locked(arrival_id)
    policy.require(policy.can_settle(actor, arrival) & policy.can_say(reason))
    arrival.standing = Standing.ASIDE
    arrival.reason = reason.strip()[:500]
    arrival.save(update_fields=["standing", "reason"])
    note(arrival, Deed.ASIDE, actor=actor, at=at, words=reason.strip())
    audit.record(
        actor,
        "arrivals.arrival.aside",
        f"arrival:{arrival.pk}",
        at=at,
        reason=reason.strip()[:500],
    )
    return arrival


@transaction.atomic
def take_up(*, actor: Actor, arrival_id: int, at: datetime) -> models.Arrival:
    """Take up again what was put aside."""
    arrival = locked(arrival_id)
    policy.require(policy.can_take_up(actor, arrival))
    arrival.standing = Standing.WAITING
    arrival.reason = ""
    arrival.save(update_fields=["standing", "reason"])
    note(arrival, Deed.TAKEN_UP, actor=actor, at=at)
    audit.record(actor, "arrivals.arrival.taken_up", f"arrival:{arrival.pk}", at=at)
    return arrival


def follow(arrival: models.Arrival, entry_id: int, *, actor: Actor, at: datetime) -> None:
    """Let an arrival that was joined to another stand in the book where that one stands."""
    _join_channel(arrival, entry_id, actor=actor, at=at)
    arrival.save()
    _tell(arrival, entry_id, "arrivals.arrival.joined", actor=actor, at=at)


def _join_channel(
    arrival: models.Arrival,
    entry_id: int,
    *,
    actor: Actor,
    at: datetime,
    arrived_on: date | None = None,
    words: str = "",
) -> None:
    books.join_channel(
        actor=actor,
        entry_id=entry_id,
        channel=arrival.channel,
        arrived_on=arrived_on or local_day(arrival.came_at, actor.time_zone),
        files=files_of(arrival),
        note=words,
        packet=arrival.packet_id,
        at=at,
    )
    arrival.entry_id = entry_id


def _registered(arrival: models.Arrival, entry_id: int, *, actor: Actor, at: datetime) -> None:
    arrival.entry_id = entry_id
    settle(arrival, Standing.REGISTERED, actor=actor, at=at)
    note(arrival, Deed.REGISTERED, actor=actor, at=at)
    _tell(arrival, entry_id, "arrivals.arrival.registered", actor=actor, at=at)


def _tell(arrival: models.Arrival, entry_id: int, act: str, *, actor: Actor, at: datetime) -> None:
    audit.record(actor, act, f"arrival:{arrival.pk}", at=at, entry=entry_id)
    publish(
        ArrivalRegistered(
            actor=actor,
            at=at,
            arrival_id=arrival.pk,
            body_id=arrival.body_id,
            entry_id=entry_id,
        )
    )


def _is_its_own(actor: Actor, arrival: models.Arrival) -> bool:
    return actor.body_id == arrival.body_id


def _with_files(received: Received, arrival: models.Arrival) -> Received:
    files = tuple(files_of(arrival))
    if not files and arrival.source != Source.PAPER:
        raise NothingToRegister
    return replace(
        received,
        particulars=replace(received.particulars, files=files),
        packet=arrival.packet_id,
        document_code=arrival.document_key,
    )
