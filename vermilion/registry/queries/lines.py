"""The lines of the books, already cut down to what the actor may see."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from vermilion.kernel import text
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import Verdict
from vermilion.registry import models, policy
from vermilion.registry.types import BookKind

Entry = models.Entry
Lines = QuerySet[models.Entry]
"""A set of lines that can still be narrowed and paged."""

LONGEST_KEY = 18
"""Digits of a key that a bigint surely holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which lines of a book somebody wants to read. Empty values want everything."""

    series_id: int | None = None
    since: date | None = None
    until: date | None = None
    words: str = ""


def incoming(actor: Actor, wanted: Wanted | None = None) -> Lines:
    """The incoming book of the actor's body, newest line first; empty for those who do not read it.

    Documents above the actor's clearance are left out.
    """
    if not policy.can_read_book(actor):
        return models.Entry.objects.none()
    wanted = wanted or Wanted()
    entries = models.Entry.objects.filter(
        body_id=actor.own_body,
        series__book__kind=BookKind.INCOMING,
        document__secrecy__lte=actor.clearance,
    )
    if wanted.series_id:
        entries = entries.filter(series_id=wanted.series_id)
    if wanted.since:
        entries = entries.filter(arrived_on__gte=wanted.since)
    if wanted.until:
        entries = entries.filter(arrived_on__lte=wanted.until)
    if wanted.words:
        entries = entries.filter(_says(wanted.words))
    return (
        entries.select_related("series", "document", "document__type", "striking")
        .prefetch_related("transfers")
        .order_by("-id")
    )


def _says(words: str) -> Q:
    """A line says the words if its number is them, or if symbol, issuer or abstract holds them."""
    wanted = text.composed(words)
    says = (
        Q(symbol_key__contains=text.same_symbol_key(wanted))
        | Q(issuer_key__contains=text.same_name_key(wanted))
        | Q(document__abstract__icontains=wanted)
    )
    return says | Q(number=int(wanted)) if wanted.isdecimal() and len(wanted) < 9 else says


def entry(actor: Actor, entry_id: int) -> models.Entry:
    """One line of a book of the actor's body. NotFound if there is none, or none for this actor."""
    found = incoming(actor).filter(pk=entry_id).first()
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the actor may do with a line, and why not."""

    strike_out: Verdict
    correct: Verdict


def verdicts(actor: Actor, line: models.Entry) -> Verdicts:
    """Whether the actor may strike out and correct a line, each with its reasons."""
    return Verdicts(policy.can_strike_out(actor, line), policy.can_correct(actor, line))


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
    if after.isdecimal() and len(after) <= LONGEST_KEY:
        lines = lines.filter(pk__lt=int(after))
    found = lines[: PAGE + 1]
    more = len(found) > PAGE
    return Page(found[:PAGE], str(found[PAGE - 1].pk) if more else "")


def entries_of(document_ids: list[int]) -> dict[int, models.Entry]:
    """The newest line of each of these documents. For pages that have checked who may see them."""
    lines = models.Entry.objects.filter(document_id__in=document_ids).select_related(
        "series", "striking"
    )
    return {line.document_id: line for line in lines.order_by("id")}


def entries_without(relation: str) -> QuerySet[models.Entry, int]:
    """The ids of incoming lines, not struck out, that lack a row of a package above."""
    lines = models.Entry.objects.filter(
        struck_out=False, book__kind=BookKind.INCOMING, **{relation: None}
    )
    return lines.order_by("id").values_list("id", flat=True)
