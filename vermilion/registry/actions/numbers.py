"""The numbers of a book: which series runs on a day, and its next number."""

from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from vermilion.directory import queries as directory
from vermilion.directory.types import Family
from vermilion.documents import queries as documents
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import Refused
from vermilion.registry import models, rules
from vermilion.registry.types import BookKind, Grouping, Turnover


class NoTermOpen(Refused):
    message = _("The book runs by term, and no term is open on %(day)s. Enter the term first.")


class NoSuchBook(Refused):
    message = _("This body keeps no such book, or it is closed. Choose another one.")
    status = 422
    field = "book"


class TypeNeeded(Refused):
    message = _("In this book each type of document has its own numbers. Say which type this is.")
    status = 422
    field = "type_id"


def book_for(
    actor: Actor, kind: BookKind, *, day: date, secret: bool = False, book_id: int | None = None
) -> models.Book:
    """The book of the actor's body that takes such a document; opened when it is first needed."""
    fields = models.CustomField.objects.filter(
        body=OuterRef("body"), kind=OuterRef("kind"), retired_at=None
    )
    books = models.Book.objects.filter(body_id=actor.own_body, kind=kind, secret=secret).annotate(
        has_fields=Exists(fields)
    )
    if book_id is not None:
        chosen = books.filter(Q(closed_on=None) | Q(closed_on__gt=day), pk=book_id).first()
        if chosen is None:
            raise NoSuchBook
        return chosen
    usual = books.filter(name="")
    found = usual.first()
    if found is None:
        models.Book.objects.bulk_create(
            [_usual_book(actor.own_body, kind, secret=secret, day=day)], ignore_conflicts=True
        )
        found = usual.get()
    return found


def lock_series(book: models.Book, day: date, *, type_id: int | None = None) -> models.Series:
    """The series that gives the number of such a document on a day, locked."""
    return running_series(book, day, group_id=_group(book, day, type_id))


def running_series(
    book: models.Book, day: date, *, group_id: int | None, starts_at: int = 1
) -> models.Series:
    """The series that runs on a day, locked. A book turns over on the wall, which is not UTC.

    A period that is over is never found again, whatever day the paper bears.
    """
    running = (
        models.Series.objects.filter(book=book, group=group_id, opens_on__lte=day)
        .exclude(closes_on__lte=day)
        .select_for_update()
    )
    series = running.first()
    if series is None:
        days = _period(book, day)
        models.Series.objects.bulk_create(
            [
                models.Series(
                    book=book,
                    group_id=group_id,
                    opens_on=days.since,
                    closes_on=days.until,
                    starts_at=starts_at,
                    last=starts_at - 1,
                )
            ],
            ignore_conflicts=True,
        )
        series = running.get()
    series.book = book
    return series


def take_number(series: models.Series) -> int:
    """The next number of a locked series. It is given back when the act is undone."""
    series.last += 1
    series.save(update_fields=["last"])
    return series.last


def _usual_book(body_id: int, kind: BookKind, *, secret: bool, day: date) -> models.Book:
    """A book as a body has it before anybody settles anything.

    What the Party issues is numbered by term and by type; all else by year in one series.
    """
    book = models.Book(body_id=body_id, kind=kind, secret=secret)
    issued = kind in (BookKind.OUTGOING, BookKind.INTERNAL)
    if issued and _term_on(body_id, day) and _is_of_the_party(body_id):
        book.turnover, book.grouping = Turnover.TERM, Grouping.EACH
    return book


def _is_of_the_party(body_id: int) -> bool:
    return directory.body(body_id).kind.family == Family.PARTY


def grouping_on(book: models.Book, day: date) -> Grouping:
    """Which types share a series on a day: what was settled, or what held before it."""
    before = book.grouping_from is not None and day < book.grouping_from
    return Grouping(book.grouping_before if before else book.grouping)


def _group(book: models.Book, day: date, type_id: int | None) -> int | None:
    """The group of types whose series gives the number; none where all types share one."""
    grouping = grouping_on(book, day)
    if grouping == Grouping.ONE:
        return None
    if type_id is None:
        if grouping == Grouping.EACH:
            raise TypeNeeded
        return None
    places = models.GroupedType.objects.filter(book=book, type_id=type_id)
    group_id = places.values_list("group_id", flat=True).first()
    if group_id is None and grouping == Grouping.EACH:
        group_id = _group_of_its_own(book, type_id)
    return group_id


def _group_of_its_own(book: models.Book, type_id: int) -> int:
    code = documents.type_row(type_id).code
    models.TypeGroup.objects.bulk_create(
        [models.TypeGroup(book=book, name=code)], ignore_conflicts=True
    )
    group = models.TypeGroup.objects.get(book=book, name=code)
    models.GroupedType.objects.bulk_create(
        [models.GroupedType(book=book, group=group, type_id=type_id)], ignore_conflicts=True
    )
    return models.GroupedType.objects.get(book=book, type_id=type_id).group_id


def _period(book: models.Book, day: date) -> rules.Days:
    if book.turnover == Turnover.YEAR:
        return rules.calendar_year(day)
    term = _term_on(book.body_id, day)
    if term is None:
        raise NoTermOpen(day=day)
    return rules.Days(term.opens_on, term.closes_on)


def _term_on(body_id: int, day: date) -> models.Term | None:
    terms = models.Term.objects.filter(body_id=body_id, opens_on__lte=day)
    return terms.exclude(closes_on__lte=day).first()
