"""Enter documents in the books."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.access import actions as access
from vermilion.access.rules import may_carry
from vermilion.access.types import Cause, body_token
from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.documents import actions as documents
from vermilion.documents import queries as papers
from vermilion.documents.types import TypeFamily
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import Refused
from vermilion.kernel.types import Subject
from vermilion.registry import models, policy, rules
from vermilion.registry.actions.fields import values_for
from vermilion.registry.actions.joining import join_channel
from vermilion.registry.actions.numbers import book_for, lock_series, take_number
from vermilion.registry.actions.twins import (
    NotationTaken,
    keys_of_issued,
    refuse_twin,
    twin_keys,
    words_of,
)
from vermilion.registry.events import IncomingRegistered, InternalRegistered, OutgoingRegistered
from vermilion.registry.types import BookKind, Channel, Issued, Received
from vermilion.workdays import queries as workdays

LATEST = 9999
"""Working days that are counted; what is later is late enough."""


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


class NotationNeeded(Refused):
    message = _("Say what follows the number, such as QĐ-BNV: a number alone is no notation.")
    status = 422
    field = "notation"


@transaction.atomic
def register_incoming(*, actor: Actor, received: Received, at: datetime) -> models.Entry:
    """Enter a received document in the incoming book of the actor's body, under the next number.

    The number belongs to the year or term in which it is registered, whatever date the document
    bears (Decree 30/2020 Art. 22.2). Refused, and no number is used: a document that is already
    there, one that would arrive in the future, and one laid before anybody but a leader here.
    A document that joins a line which is there is noted beside it, and uses no number.
    """
    policy.require(policy.can_register(actor))
    if received.joins_entry_id is not None:
        return _join(actor, received, at)
    today = local_day(at, actor.time_zone)
    if received.arrived_on > today:
        raise NotYetArrived(arrived_on=received.arrived_on)
    _refuse_strange_leader(actor, received.laid_before_id, at)
    entry = _enter_incoming(actor, received, today, at)
    _let_it_be_read(entry, at)
    audit.record(
        actor,
        "registry.incoming.registered",
        f"entry:{entry.pk}",
        at=at,
        number=entry.number,
        document=entry.document_id,
        second_copy=bool(received.second_copy_reason),
    )
    publish(
        IncomingRegistered(
            actor=actor,
            at=at,
            entry_id=entry.pk,
            document_id=entry.document_id,
            body_id=entry.body_id,
            laid_before_id=received.laid_before_id,
        )
    )
    return entry


def _enter_incoming(actor: Actor, received: Received, today: date, at: datetime) -> models.Entry:
    particulars = received.particulars
    book = book_for(
        actor,
        BookKind.INCOMING,
        day=today,
        secret=particulars.secrecy > 0,
        book_id=received.book_id,
    )
    custom = _custom(book, received.custom)
    document = documents.record_document(
        actor=actor, particulars=particulars, at=at, bare=_is_bare(book, particulars.secrecy)
    )

    # The lock is held until commit, so it is taken last.
    series = lock_series(book, today, type_id=particulars.type_id)
    refuse_twin(book.body_id, received)
    return models.Entry.objects.create(
        series=series,
        number=take_number(series),
        document_id=document.pk,
        arrived_on=received.arrived_on,
        channel=received.channel,
        laid_before_id=received.laid_before_id,
        second_copy_reason=received.second_copy_reason,
        packet=received.packet,
        document_code=received.document_code,
        custom=custom,
        late_by=_late_by(book, received.arrived_on, today, at_once=particulars.urgency > 0),
        says=words_of(particulars, particulars.symbol, custom),
        **twin_keys(particulars),
        **_signed(book, actor, at),
    )


@transaction.atomic
def register_outgoing(*, actor: Actor, issued: Issued, at: datetime) -> models.Entry:
    """Enter a signed document of the actor's body in the outgoing book; it gets its number here.

    The number belongs to the day of registration (Decree 30/2020 Art. 15), whatever day the paper
    bears. Copies have a book of their own. Refused, and no number is used: a number and notation
    that the book has already in this period, a type without its series, a term that is not open.
    """
    policy.require(policy.can_register(actor))
    family = papers.family_of(issued.particulars.type_id)
    kind = BookKind.COPIES if family == TypeFamily.COPY else BookKind.OUTGOING
    entry = _issue(actor, issued, kind, family, at)
    audit.record(
        actor,
        "registry.outgoing.registered",
        f"entry:{entry.pk}",
        at=at,
        number=entry.document.symbol,
        document=entry.document_id,
    )
    publish(
        OutgoingRegistered(
            actor=actor,
            at=at,
            entry_id=entry.pk,
            document_id=entry.document_id,
            body_id=entry.body_id,
        )
    )
    return entry


@transaction.atomic
def register_internal(*, actor: Actor, issued: Issued, at: datetime) -> models.Entry:
    """Enter a document that stays within the actor's body in its internal book.

    It is numbered and refused as an outgoing one is.
    """
    policy.require(policy.can_register(actor))
    family = papers.family_of(issued.particulars.type_id)
    entry = _issue(actor, issued, BookKind.INTERNAL, family, at)
    audit.record(
        actor,
        "registry.internal.registered",
        f"entry:{entry.pk}",
        at=at,
        number=entry.document.symbol,
        document=entry.document_id,
    )
    publish(
        InternalRegistered(
            actor=actor,
            at=at,
            entry_id=entry.pk,
            document_id=entry.document_id,
            body_id=entry.body_id,
        )
    )
    return entry


def _issue(actor: Actor, issued: Issued, kind: BookKind, family: str, at: datetime) -> models.Entry:
    if not issued.notation.strip():
        raise NotationNeeded
    today = local_day(at, actor.time_zone)
    secrecy = issued.particulars.secrecy
    book = book_for(actor, kind, day=today, secret=secrecy > 0, book_id=issued.book_id)
    custom = _custom(book, issued.custom)

    # The number stands on the document, so it is taken before the document is written.
    series = lock_series(book, today, type_id=issued.particulars.type_id)
    number = take_number(series)
    year = series.opens_on.year
    symbol = rules.symbol(number, issued.notation.strip(), family=family, year=year)
    keys = keys_of_issued(symbol, series)
    if models.Entry.objects.filter(body_id=book.body_id, struck_out=False, **keys).exists():
        raise NotationTaken(symbol=symbol)
    particulars = replace(issued.particulars, symbol=symbol, issuer_body_id=book.body_id)
    document = documents.record_document(
        actor=actor, particulars=particulars, at=at, bare=_is_bare(book, secrecy)
    )
    entry = models.Entry.objects.create(
        series=series,
        number=number,
        document=document,
        arrived_on=today,
        channel=Channel.ELECTRONIC if particulars.files else Channel.PAPER,
        file_copy=issued.file_copy,
        custom=custom,
        late_by=_late_by(book, particulars.dated_on, today),
        says=words_of(particulars, symbol, custom | _names(issued)),
        **keys,
        **_signed(book, actor, at),
    )
    _address(entry, issued)
    _let_it_be_read(entry, at)
    return entry


def _late_by(book: models.Book, day: date | None, today: date, *, at_once: bool = False) -> int:
    """Working days by which a paper of a day is entered late: to be entered on that day, or at the
    latest on the next working day; an urgent one at once (Decree 30/2020 Art. 4.2c, 15.3, 22)."""
    if day is None or today <= day:
        return 0
    late = workdays.calendar_of(book.body_id, today).days_late(day, today, at_once=at_once)
    return min(late, LATEST)


def _join(actor: Actor, received: Received, at: datetime) -> models.Entry:
    joining = join_channel(
        actor=actor,
        entry_id=received.joins_entry_id or 0,
        channel=received.channel,
        arrived_on=received.arrived_on,
        files=received.particulars.files,
        packet=received.packet,
        note=received.particulars.note,
        at=at,
    )
    return joining.entry


def _refuse_strange_leader(actor: Actor, laid_before_id: int | None, at: datetime) -> None:
    # Whoever a document is laid before is let see it.
    if laid_before_id is not None and not directory.leads(laid_before_id, actor.own_body, at):
        raise NoLeaderHere


def _is_bare(book: models.Book, secrecy: int) -> bool:
    """Whether the book takes a line alone, because this network may not carry the content."""
    return book.takes_bare_lines and not may_carry(settings.VERMILION.zone, secrecy)


def _custom(book: models.Book, given: Mapping[str, str]) -> dict[str, str]:
    has_fields: bool = vars(book).get("has_fields", True)
    return values_for(book, given) if has_fields else {}


def _signed(book: models.Book, actor: Actor, at: datetime) -> dict[str, Any]:
    """Who entered a line, where and when."""
    return {
        "book_id": book.pk,
        "body_id": book.body_id,
        "registered_at": at,
        "registrar": actor.name,
        "registrar_post": actor.post,
    }


def _names(issued: Issued) -> dict[str, str]:
    return {f"to {ordinal}": each.name for ordinal, each in enumerate(issued.recipients)}


def _address(entry: models.Entry, issued: Issued) -> None:
    models.Addressee.objects.bulk_create(
        models.Addressee(entry=entry, ordinal=ordinal, name=each.name, body_id=each.body_id)
        for ordinal, each in enumerate(issued.recipients)
    )


def _let_it_be_read(entry: models.Entry, at: datetime) -> None:
    access.grant(
        holders=[body_token(entry.body_id, duty) for duty in policy.READERS],
        thing=Subject("document", entry.document_id),
        cause=Cause.REGISTERED,
        cause_id=entry.pk,
        at=at,
    )
