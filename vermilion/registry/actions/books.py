"""Settle how the books of a body run."""

from datetime import date, datetime

from django.db import transaction

from vermilion.audit import actions as audit
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.registry import models, policy
from vermilion.registry.actions.numbers import book_for
from vermilion.registry.types import BookKind, Turnover


@transaction.atomic
def settle_turnover(*, actor: Actor, turnover: Turnover, at: datetime) -> models.Book:
    """Let the incoming book of the actor's body turn over every year, or every term.

    Holds for series opened from now on; a series that is open runs to its end.
    """
    policy.require(policy.can_open_book(actor))
    book = book_for(actor, BookKind.INCOMING, day=local_day(at, actor.time_zone))
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
