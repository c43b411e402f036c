"""The lines of the books, already cut down to what the actor may see."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import Q, QuerySet

from vermilion.kernel.actors import Actor
from vermilion.kernel.cursors import as_key
from vermilion.kernel.letters import folded
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import Verdict
from vermilion.registry import models, policy
from vermilion.registry.types import BookKind

Entry = models.Entry
Lines = QuerySet[models.Entry]
"""A set of lines that can still be narrowed and paged."""

"""Digits of a key that a bigint surely holds."""
MOST_WORDS = 12
"""So many words of a question are looked for; what follows narrows nothing any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which lines of the books somebody wants to read. Empty values want everything."""

    kind: BookKind = BookKind.INCOMING
    book_id: int | None = None
    series_id: int | None = None
    since: date | None = None
    until: date | None = None
    words: str = ""
    late: bool = False
    struck_out: bool = False
    custom: tuple[tuple[int, str], ...] = field(default=())


def incoming(actor: Actor, wanted: Wanted | None = None) -> Lines:
    """The incoming books of the actor's body, newest line first."""
    return lines(actor, replace(wanted or Wanted(), kind=BookKind.INCOMING))


def lines(actor: Actor, wanted: Wanted) -> Lines:
    """The lines of the books of one kind, newest first; empty for those who do not read them.

    Documents above the actor's clearance are left out.
    """
    if not policy.can_read_book(actor):
        return models.Entry.objects.none()
    entries = models.Entry.objects.filter(
        book_id__in=_books(actor, wanted), document__secrecy__lte=actor.clearance
    )
    if wanted.series_id:
        entries = entries.filter(series_id=wanted.series_id)
    if wanted.since:
        entries = entries.filter(arrived_on__gte=wanted.since)
    if wanted.until:
        entries = entries.filter(arrived_on__lte=wanted.until)
    if wanted.words:
        entries = entries.filter(_says(wanted.words))
    if wanted.late:
        entries = entries.filter(late_by__gt=0)
    if wanted.struck_out:
        entries = entries.filter(struck_out=True)
    for field_id, value in wanted.custom:
        entries = entries.filter(custom__contains={str(field_id): value})
    return _whole(entries, wanted.kind).order_by("-id")


def entry(actor: Actor, entry_id: int) -> models.Entry:
    """One line of a book of the actor's body. NotFound if there is none, or none for this actor."""
    if not policy.can_read_book(actor):
        raise NotFound
    entries = models.Entry.objects.filter(
        pk=entry_id, body_id=actor.own_body, document__secrecy__lte=actor.clearance
    )
    found = _whole(entries).first()
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the actor may do with a line, and why not."""

    strike_out: Verdict
    correct: Verdict
    join: Verdict
    post: Verdict


def verdicts(actor: Actor, line: models.Entry) -> Verdicts:
    """What the actor may do with a line, each with the reasons why not."""
    return Verdicts(
        policy.can_strike_out(actor, line),
        policy.can_correct(actor, line),
        policy.can_join(actor, line),
        policy.can_post(actor, line),
    )


def may_register(actor: Actor) -> Verdict:
    """Whether the actor may enter documents, with the reasons why not."""
    return policy.can_register(actor)


PAGE = 50
"""Lines of one page of a book."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines, and the cursor behind which the next ones lie (empty: no more)."""

    entries: Lines
    after: str


def page_of(lines: Lines, *, after: str = "") -> Page:
    """One page of lines, read by key: a page far down costs what the first one costs."""
    last = as_key(after)
    if last is not None:
        lines = lines.filter(pk__lt=last)
    found = lines[: PAGE + 1]
    more = len(found) > PAGE
    return Page(found[:PAGE], str(found[PAGE - 1].pk) if more else "")


def entries_of(document_ids: Iterable[int]) -> dict[int, models.Entry]:
    """The newest line of each of these documents. For pages that have checked who may see them."""
    lines = models.Entry.objects.filter(document_id__in=list(document_ids)).select_related(
        "series__book", "body", "striking"
    )
    return {line.document_id: line for line in lines.order_by("id")}


def entries_without(relation: str) -> QuerySet[models.Entry, int]:
    """The ids of incoming lines, not struck out, that lack a row of a package above."""
    lines = models.Entry.objects.filter(
        struck_out=False, book__kind=BookKind.INCOMING, **{relation: None}
    )
    return lines.order_by("id").values_list("id", flat=True)


def _books(actor: Actor, wanted: Wanted) -> list[int]:
    """The keys of the books asked for: few, and known first, so that each is read by its index."""
    books = models.Book.objects.filter(body_id=actor.own_body, kind=wanted.kind)
    if wanted.book_id:
        books = books.filter(pk=wanted.book_id)
    return list(books.order_by("id").values_list("id", flat=True))


def _whole(entries: Lines, kind: BookKind | None = None) -> Lines:
    """Lines with everything that a row of a book shows, in a fixed number of queries."""
    beside = ["transfers"]
    if kind in (None, BookKind.INCOMING):
        beside.append("joinings")
    if kind != BookKind.INCOMING:
        beside.append("addressees")
    return entries.select_related(
        "body", "series", "series__book", "document", "document__type", "striking"
    ).prefetch_related(*beside)


def _says(words: str) -> Q:
    """A line says the words if each begins a word of it; a number alone is also its number."""
    says = Q()
    for word in folded(words).split()[:MOST_WORDS]:
        says &= Q(says__contains=f" {word.lstrip('0') or word}")
    if words.strip().isdecimal() and len(words.strip()) < 9:
        return Q(number=int(words)) | says
    return says
