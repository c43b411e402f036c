"""The numbers of a book: which series runs on a day, and its next number."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import Refused
from vermilion.registry import models, rules
from vermilion.registry.types import BookKind, Turnover


class NoTermOpen(Refused):
    message = _("The book runs by term, and no term is open on %(day)s. Enter the term first.")


def incoming_book(actor: Actor) -> models.Book:
    book, _made = models.Book.objects.get_or_create(body_id=actor.own_body, kind=BookKind.INCOMING)
    return book


def lock_series(book: models.Book, day: date) -> models.Series:
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
