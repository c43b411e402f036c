"""The books themselves, their periods, and how they stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.conf import settings
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vermilion.access.rules import may_carry
from vermilion.access.types import Grade
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.verdicts import Verdict
from vermilion.registry import models, policy
from vermilion.registry.queries.lines import Wanted, lines
from vermilion.registry.types import BookKind, StateOfBook

MOST_PRINTED = 3_000
"""Lines of one print: some three hundred pages, set in seconds while somebody waits for them."""


class TooMuchToPrint(Refused):
    message = _(
        "At most %(most)s lines are printed at once. Choose fewer days, a month at a time, say."
    )
    status = 422


def may_read_books(actor: Actor) -> bool:
    """Whether the actor reads the books of the body in which one acts."""
    return bool(policy.can_read_book(actor))


def may_settle_books(actor: Actor) -> Verdict:
    """Whether the actor may settle how the books run, with the reasons why not."""
    return policy.can_open_book(actor)


def may_close(actor: Actor, book: models.Book) -> Verdict:
    """Whether the actor may close a book, with the reasons why not."""
    return policy.can_close_book(actor, book)


def books_of(actor: Actor, *, kind: BookKind | None = None) -> QuerySet[models.Book]:
    """The books of the actor's body that the actor may read, the usual ones first."""
    if not (policy.can_read_book(actor) or policy.can_open_book(actor)):
        return models.Book.objects.none()
    books = models.Book.objects.filter(body_id=actor.own_body)
    if kind is not None:
        books = books.filter(kind=kind)
    if actor.clearance < Grade.SECRET:
        books = books.filter(secret=False)
    return books.select_related("keeper", "body").order_by("kind", "secret", "name", "id")


def open_books(actor: Actor, kind: BookKind, *, at: datetime) -> QuerySet[models.Book]:
    """The books of a kind that take new lines: none that is closed, whatever year it was of."""
    today = local_day(at, actor.time_zone)
    return books_of(actor, kind=kind).filter(Q(closed_on=None) | Q(closed_on__gt=today))


def book(actor: Actor, book_id: int) -> models.Book:
    """One book of the actor's body."""
    found = books_of(actor).filter(pk=book_id).first()
    if found is None:
        raise NotFound
    return found


def secret_books_are_kept_here() -> bool:
    """Whether the network zone of this installation may carry what secret books hold."""
    return may_carry(settings.VERMILION.zone, Grade.SECRET)


def groups_of(book: models.Book) -> QuerySet[models.TypeGroup]:
    """The groups of types of a book, with their types."""
    groups = models.TypeGroup.objects.filter(book=book, types__isnull=False).distinct()
    return groups.prefetch_related("types__type").order_by("name", "id")


def terms_of(actor: Actor) -> QuerySet[models.Term]:
    """The terms of the committee of the actor's body, the present one first."""
    return models.Term.objects.filter(body_id=actor.own_body).order_by("-opens_on", "-id")


def fields_of(
    actor: Actor, kind: BookKind | None = None, *, retired: bool = False
) -> QuerySet[models.CustomField]:
    """The fields that the actor's body asks for in its books of a kind, in their order."""
    fields = models.CustomField.objects.filter(body_id=actor.own_body)
    if kind is not None:
        fields = fields.filter(kind=kind)
    if not retired:
        fields = fields.filter(retired_at=None)
    return fields.order_by("kind", "id")


def for_printing(actor: Actor, wanted: Wanted) -> tuple[models.Series, Sequence[models.Entry]]:
    """The lines of one period by number; of the present period if none is named.

    Refused where there are more of them than are printed at once.
    """
    periods = series_of(actor, wanted.kind).select_related("book__body__parent", "group")
    if wanted.series_id:
        periods = periods.filter(pk=wanted.series_id)
    if wanted.book_id:
        periods = periods.filter(book_id=wanted.book_id)
    period = periods.first()
    if period is None or not policy.can_read_book(actor):
        raise NotFound
    found = lines(actor, replace(wanted, series_id=period.pk)).order_by("number", "id")
    taken = list(found[: MOST_PRINTED + 1])
    if len(taken) > MOST_PRINTED:
        raise TooMuchToPrint(most=MOST_PRINTED)
    return period, taken


def series_of(actor: Actor, kind: BookKind = BookKind.INCOMING) -> QuerySet[models.Series]:
    """The periods of the books of a kind, the present one of the usual book first."""
    terms = models.Term.objects.filter(body=OuterRef("book__body"), opens_on=OuterRef("opens_on"))
    return (
        models.Series.objects.filter(book__in=books_of(actor, kind=kind))
        .annotate(term=Subquery(terms.values("name")[:1]))
        .select_related("book", "group")
        .prefetch_related("group__types__type")
        .order_by("-opens_on", "book__name", "book__secret", "group__name", "-id")
    )


def name_of_group(series: models.Series) -> str:
    """The types whose documents a series numbers; empty where it numbers all."""
    if series.group is None:
        return ""
    types = [each.type for each in series.group.types.all()]
    if len(types) == 1:
        return types[0].name_in(get_language() or "vi")
    return series.group.name


def state_of_books(*, body_id: int) -> list[StateOfBook]:
    """How each period of each book of a body stands, the oldest first."""
    periods = models.Series.objects.filter(book__body_id=body_id).annotate(
        entered=Count("entries"), struck_out=Count("entries", filter=Q(entries__struck_out=True))
    )
    return [
        StateOfBook(
            period.book.kind,
            period.opens_on,
            period.last,
            period.entered,
            period.struck_out,
            starts_at=period.starts_at,
            secret=period.book.secret,
            group=name_of_group(period),
        )
        for period in periods.select_related("book", "group")
        .prefetch_related("group__types__type")
        .order_by("opens_on", "id")
    ]


@dataclass(frozen=True, slots=True)
class PresentPeriod:
    """How far the period that runs has come."""

    last_number: int
    struck_out: int


def present_state(
    actor: Actor, *, at: datetime, kind: BookKind = BookKind.INCOMING
) -> PresentPeriod | None:
    """How the present period of the usual book of a kind stands. None before its first line.

    Where types have series of their own there is no one last number to tell.
    """
    if actor.body_id is None:
        return None
    today = local_day(at, actor.time_zone)
    [period] = _running(actor, kind, today)[:1] or [None]
    if period is None or period.group_id is not None:
        return None
    # Not the lines but the counter: a page does not read a year's book to say how long it is.
    struck_out = models.Entry.objects.filter(series=period, struck_out=True).count()
    return PresentPeriod(period.last, struck_out)


def _running(actor: Actor, kind: BookKind, today: date) -> QuerySet[models.Series]:
    usual = models.Series.objects.filter(
        book__body_id=actor.own_body, book__kind=kind, book__secret=False, book__name=""
    )
    return (
        usual.filter(opens_on__lte=today, last__gt=0)
        .exclude(closes_on__lte=today)
        .order_by("-opens_on", "group_id", "-id")
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """A book with its present series, each with the types it numbers and its last number."""

    book: models.Book
    series: list[tuple[str, int]]


def standing_of_books(actor: Actor, *, at: datetime) -> list[Standing]:
    """Every book of the body as it stands today."""
    today = local_day(at, actor.time_zone)
    running = (
        models.Series.objects.filter(book__in=books_of(actor), opens_on__lte=today)
        .exclude(closes_on__lte=today)
        .select_related("group")
        .prefetch_related("group__types__type")
        .order_by("group__name", "id")
    )
    standing: dict[int, list[tuple[str, int]]] = {}
    for series in running:
        standing.setdefault(series.book_id, []).append((name_of_group(series), series.last))
    return [Standing(book, standing.get(book.pk, [])) for book in books_of(actor)]
