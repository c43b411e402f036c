"""Everything that is written in the books."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vermilion.access import actions as access
from vermilion.access.types import Cause, body_token
from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.documents import actions as documents
from vermilion.documents.types import Particulars
from vermilion.kernel import text
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.types import Subject
from vermilion.registry import models, policy, rules
from vermilion.registry.events import EntryStruckOut, IncomingRegistered
from vermilion.registry.types import BookKind, Received, Turnover


class AlreadyRegistered(Refused):
    message = _(
        "This document is already in the book, as number %(number)s. If this is a second copy "
        "that needs a number of its own, say why."
    )
    field = "second_copy_reason"


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


class NoTermOpen(Refused):
    message = _("The book runs by term, and no term is open on %(day)s. Enter the term first.")


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
    series = _lock_series(_incoming_book(actor), today)
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


@transaction.atomic
def strike_out(*, actor: Actor, entry_id: int, reason: str, at: datetime) -> models.Striking:
    """Strike out a line, with the reason. The line stays legible and its number stays used."""
    entry = _locked(entry_id)
    policy.require(policy.can_strike_out(actor, entry))
    striking = models.Striking.objects.create(
        entry=entry, reason=reason, by=actor.name, by_post=actor.post, at=at
    )
    models.Entry.objects.filter(pk=entry.pk).update(struck_out=True)
    audit.record(actor, "registry.entry.struck_out", f"entry:{entry.pk}", at=at, reason=reason)
    publish(
        EntryStruckOut(
            actor=actor, at=at, entry_id=entry.pk, document_id=entry.document_id, reason=reason
        )
    )
    return striking


@transaction.atomic
def correct(
    *, actor: Actor, entry_id: int, particulars: Particulars, reason: str, at: datetime
) -> None:
    """Correct what was read or typed wrongly of a registered document. Old values are kept.

    The number, the book and the files stay as they are. Refused if the corrected number and
    notation are those of another line.
    """
    entry = _locked(entry_id)
    policy.require(policy.can_correct(actor, entry))
    documents.correct_particulars(
        actor=actor, document_id=entry.document_id, particulars=particulars, reason=reason, at=at
    )
    keys = _twin_keys(particulars)
    if not entry.second_copy_reason:
        _refuse_same(models.Entry.objects.exclude(pk=entry.pk), entry.body_id, keys)
    models.Entry.objects.filter(pk=entry.pk).update(**keys)
    audit.record(actor, "registry.entry.corrected", f"entry:{entry.pk}", at=at, reason=reason)


@transaction.atomic
def hand_on(
    *, actor: Actor, entry_id: int, recipient: str, reference: str, at: datetime
) -> models.Transfer:
    """Note in the book to whom a document was handed on. Asked for by the act that hands it on."""
    entry = _locked(entry_id)
    policy.require(policy.can_hand_on(actor, entry))
    return models.Transfer.objects.create(
        entry=entry, recipient=recipient, reference=reference, at=at
    )


@transaction.atomic
def acknowledge(*, actor: Actor, reference: str, at: datetime) -> None:
    """Note in the book who acknowledged a transfer, and when. The first acknowledgement counts."""
    transfer = models.Transfer.objects.filter(reference=reference).select_related("entry").first()
    if transfer is None:
        return
    policy.require(policy.can_hand_on(actor, transfer.entry))
    models.Transfer.objects.filter(pk=transfer.pk, received_at=None).update(
        received_at=at, received_by=actor.name
    )


@transaction.atomic
def settle_turnover(*, actor: Actor, turnover: Turnover, at: datetime) -> models.Book:
    """Let the incoming book of the actor's body turn over every year, or every term.

    Holds for series opened from now on; a series that is open runs to its end.
    """
    policy.require(policy.can_open_book(actor))
    book = _incoming_book(actor)
    book.turnover = turnover
    book.save(update_fields=["turnover"])
    audit.record(actor, "registry.book.settled", f"book:{book.pk}", at=at, turnover=turnover)
    return book


@transaction.atomic
def open_term(*, actor: Actor, name: str, opens_on: date, at: datetime) -> models.Term:
    """Open a term of the committee of the actor's body; the one before closes on that day."""
    policy.require(policy.can_open_book(actor))
    terms = models.Term.objects.filter(body_id=actor.own_body)
    terms.filter(closes_on=None).update(closes_on=opens_on)
    models.Series.objects.filter(
        book__body_id=actor.own_body, book__turnover=Turnover.TERM, closes_on=None
    ).update(closes_on=opens_on)
    term = models.Term.objects.create(body_id=actor.own_body, name=name, opens_on=opens_on)
    audit.record(actor, "registry.term.opened", f"term:{term.pk}", at=at, opens_on=str(opens_on))
    return term


def _refuse_strange_leader(actor: Actor, laid_before_id: int | None, at: datetime) -> None:
    # Whoever a document is laid before is let see it.
    if laid_before_id is not None:
        leaders = directory.leaders_of(actor.own_body, at)
        if laid_before_id not in {each.pk for each in leaders}:
            raise NoLeaderHere


def _incoming_book(actor: Actor) -> models.Book:
    book, _made = models.Book.objects.get_or_create(body_id=actor.own_body, kind=BookKind.INCOMING)
    return book


def _lock_series(book: models.Book, day: date) -> models.Series:
    """The series that runs on a day, locked. A book turns over on the wall, which is not UTC."""
    running = models.Series.objects.filter(book=book, opens_on__lte=day).exclude(closes_on__lte=day)
    if not running.exists():
        days = _period(book, day)
        models.Series.objects.bulk_create(
            [models.Series(book=book, opens_on=days.since, closes_on=days.until)],
            ignore_conflicts=True,
        )
    series = running.select_for_update().get()
    series.book = book
    return series


def _period(book: models.Book, day: date) -> rules.Days:
    if book.turnover == Turnover.YEAR:
        return rules.calendar_year(day)
    terms = models.Term.objects.filter(body_id=book.body_id, opens_on__lte=day)
    term = terms.exclude(closes_on__lte=day).first()
    if term is None:
        raise NoTermOpen(day=day)
    return rules.Days(term.opens_on, term.closes_on)


def _refuse_twin(series: models.Series, received: Received) -> None:
    if not received.second_copy_reason:
        keys = _twin_keys(received.particulars)
        _refuse_same(models.Entry.objects.all(), series.book.body_id, keys)


def _refuse_same(
    entries: QuerySet[models.Entry], body_id: int, keys: dict[str, str | int | None]
) -> None:
    if not keys["symbol_key"]:
        return
    same = entries.filter(body_id=body_id, struck_out=False, second_copy_reason="", **keys)
    twin = same.first()
    if twin is not None:
        raise AlreadyRegistered(number=rules.padded(twin.number), entry_id=twin.pk)


def _twin_keys(particulars: Particulars) -> dict[str, str | int | None]:
    return {
        "symbol_key": text.same_symbol_key(particulars.symbol),
        "issuer_key": text.same_name_key(particulars.issuer),
        "dated_in": particulars.dated_on.year if particulars.dated_on else None,
    }


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
        **_twin_keys(received.particulars),
    )


def _locked(entry_id: int) -> models.Entry:
    entry = models.Entry.objects.select_for_update().filter(pk=entry_id).first()
    if entry is None:
        raise NotFound
    return entry
