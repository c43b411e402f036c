"""Enter documents in the books."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.access import actions as access
from vermilion.access.types import Cause, body_token
from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.documents import actions as documents
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import Refused
from vermilion.kernel.types import Subject
from vermilion.registry import models, policy
from vermilion.registry.actions.numbers import incoming_book, lock_series
from vermilion.registry.actions.twins import refuse_same, twin_keys
from vermilion.registry.events import IncomingRegistered
from vermilion.registry.types import Received


class NotYetArrived(Refused):
    message = _("A document cannot have arrived on %(arrived_on)s: that day is still to come.")
    status = 422
    field = "arrived_on"


class NoLeaderHere(Refused):
    message = _(
        "A document is laid before a leader of this body who is in office, and nobody else."
    )
    status = 422
    field = "laid_before"


@transaction.atomic
def register_incoming(*, actor: Actor, received: Received, at: datetime) -> models.Entry:
    """Enter a received document in the incoming book of the actor's body, under the next number.

    The number belongs to the year or term in which it is registered, whatever date the document
    bears (Decree 30/2020 Art. 22.2). Refused, and no number is used: a document that is already
    there, one that would arrive in the future, and one laid before anybody but a leader here.
    """
    policy.require(policy.can_register(actor))
    today = local_day(at, actor.time_zone)
    if received.arrived_on > today:
        raise NotYetArrived(arrived_on=received.arrived_on)
    _refuse_strange_leader(actor, received.laid_before_id, at)
    document = documents.record_document(actor=actor, particulars=received.particulars, at=at)

    # The lock is held until commit, so it is taken last.
    series = lock_series(incoming_book(actor), today)
    _refuse_twin(series, received)
    entry = _enter(series, document.pk, received, actor, at)

    access.grant(
        holders=[body_token(entry.body_id, duty) for duty in policy.READERS],
        thing=Subject("document", document.pk),
        cause=Cause.REGISTERED,
        cause_id=entry.pk,
        at=at,
    )
    audit.record(
        actor,
        "registry.incoming.registered",
        f"entry:{entry.pk}",
        at=at,
        number=entry.number,
        document=document.pk,
        second_copy=bool(received.second_copy_reason),
    )
    publish(
        IncomingRegistered(
            actor=actor,
            at=at,
            entry_id=entry.pk,
            document_id=document.pk,
            body_id=entry.body_id,
            laid_before_id=received.laid_before_id,
        )
    )
    return entry


def _refuse_strange_leader(actor: Actor, laid_before_id: int | None, at: datetime) -> None:
    # Whoever a document is laid before is let see it.
    if laid_before_id is not None:
        leaders = directory.leaders_of(actor.own_body, at)
        if laid_before_id not in {each.pk for each in leaders}:
            raise NoLeaderHere


def _refuse_twin(series: models.Series, received: Received) -> None:
    if not received.second_copy_reason:
        keys = twin_keys(received.particulars)
        refuse_same(models.Entry.objects.all(), series.book.body_id, keys)


def _enter(
    series: models.Series, document_id: int, received: Received, actor: Actor, at: datetime
) -> models.Entry:
    series.last += 1
    series.save(update_fields=["last"])
    return models.Entry.objects.create(
        series=series,
        number=series.last,
        body_id=series.book.body_id,
        document_id=document_id,
        arrived_on=received.arrived_on,
        channel=received.channel,
        laid_before_id=received.laid_before_id,
        registered_at=at,
        registrar=actor.name,
        registrar_post=actor.post,
        second_copy_reason=received.second_copy_reason,
        **twin_keys(received.particulars),
    )
