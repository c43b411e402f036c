"""Settle which books a body keeps and how they run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.registry import models, policy
from vermilion.registry.actions.numbers import book_for, grouping_on, running_series
from vermilion.registry.types import BookKind, Grouping, Turnover


class BookThere(Refused):
    message = _("This body keeps that book already.")
    field = "name"


class PeriodUnderWay(Refused):
    message = _(
        "This period has numbers already, and nobody knows yet when it ends. Which types share a "
        "series can change when the next period begins: enter the day first."
    )
    field = "grouping"


class GroupsInUse(Refused):
    message = _(
        "These groups have given out numbers in this period. They can change when it is over."
    )
    field = "grouping"


class TermOutOfOrder(Refused):
    message = _("A term begins after the one before it. That one began on %(day)s.")
    status = 422
    field = "opens_on"


class KeeperElsewhere(Refused):
    message = _("A book is kept by a post of this body.")
    status = 422
    field = "keeper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How a book is to run. `groups` are names of groups with the ids of their types."""

    turnover: Turnover
    grouping: Grouping
    groups: Sequence[tuple[str, Sequence[int]]] = ()
    keeper_id: int | None = None
    takes_bare_lines: bool = False


@transaction.atomic
def open_book(
    *,
    actor: Actor,
    kind: BookKind,
    secret: bool = False,
    name: str = "",
    notation: str = "",
    turnover: Turnover = Turnover.YEAR,
    starts_at: int = 1,
    at: datetime,
) -> models.Book:
    """Open a book of the actor's body beside those that open by themselves.

    One with a name has numbers of its own: a council that uses the body's seal (Decree 30/2020,
    App. I), a congress. A book taken over from paper within a year goes on at `starts_at`.
    """
    policy.require(policy.can_open_book(actor))
    books = models.Book.objects.filter(body_id=actor.own_body, kind=kind, secret=secret, name=name)
    if books.exists():
        raise BookThere
    book = models.Book.objects.create(
        body_id=actor.own_body,
        kind=kind,
        secret=secret,
        name=name,
        notation=notation,
        turnover=turnover,
    )
    if starts_at > 1:
        running_series(book, local_day(at, actor.time_zone), group_id=None, starts_at=starts_at)
    audit.record(
        actor, "registry.book.opened", f"book:{book.pk}", at=at, kind=kind, starts_at=starts_at
    )
    return book


@transaction.atomic
def settle_book(*, actor: Actor, book_id: int, settled: Settled, at: datetime) -> models.Book:
    """Settle how a book turns over, which types share a series in it, and who keeps it.

    A series that is open runs to its end. Where numbers were given in this period already, the
    types share their series as before until it is over: no number may come twice in it.
    """
    book = _own_book(actor, book_id)
    policy.require(policy.can_open_book(actor))
    _refuse_strange_keeper(actor, settled.keeper_id, at)
    today = local_day(at, actor.time_zone)
    _regroup(book, settled, today)
    book.turnover = settled.turnover
    book.keeper_id = settled.keeper_id
    book.takes_bare_lines = book.secret and settled.takes_bare_lines
    book.save()
    audit.record(
        actor,
        "registry.book.settled",
        f"book:{book.pk}",
        at=at,
        turnover=book.turnover,
        grouping=book.grouping,
        keeper=book.keeper_id,
    )
    return book


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
def close_book(*, actor: Actor, book_id: int, at: datetime) -> models.Book:
    """Close a book that has a name: the council is dissolved, the congress is over.

    It takes no more lines; those it has stay, and it can be printed.
    """
    book = _own_book(actor, book_id)
    policy.require(policy.can_close_book(actor, book))
    book.closed_on = local_day(at, actor.time_zone)
    book.save(update_fields=["closed_on"])
    audit.record(actor, "registry.book.closed", f"book:{book.pk}", at=at)
    return book


@transaction.atomic
def open_term(*, actor: Actor, name: str, opens_on: date, at: datetime) -> models.Term:
    """Open a term of the committee of the actor's body; the one before closes on that day.

    The day is the one after the congress closed. Every series that runs by term ends the day
    before, and the next number is 01 again.
    """
    policy.require(policy.can_open_book(actor))
    terms = models.Term.objects.filter(body_id=actor.own_body)
    last = terms.order_by("-opens_on").first()
    if last is not None and opens_on <= last.opens_on:
        raise TermOutOfOrder(day=last.opens_on)
    terms.filter(closes_on=None).update(closes_on=opens_on)
    models.Series.objects.filter(
        book__body_id=actor.own_body, book__turnover=Turnover.TERM, closes_on=None
    ).update(closes_on=opens_on)
    term = models.Term.objects.create(body_id=actor.own_body, name=name, opens_on=opens_on)
    audit.record(actor, "registry.term.opened", f"term:{term.pk}", at=at, opens_on=str(opens_on))
    return term


def _regroup(book: models.Book, settled: Settled, today: date) -> None:
    now = grouping_on(book, today)
    wanted = {name: set(types) for name, types in settled.groups if types}
    changes_sets = settled.grouping == Grouping.SETS and wanted != _groups_of(book)
    if settled.grouping == now and not changes_sets:
        book.grouping_from = None
        book.grouping = settled.grouping
        return
    running = models.Series.objects.filter(book=book, opens_on__lte=today, last__gt=0)
    numbered = running.exclude(closes_on__lte=today).order_by("-closes_on").first()
    if numbered is not None:
        if now == Grouping.SETS and changes_sets:
            raise GroupsInUse
        if numbered.closes_on is None:
            raise PeriodUnderWay
        book.grouping_before, book.grouping_from = now, numbered.closes_on
    else:
        book.grouping_from = None
    book.grouping = settled.grouping
    if changes_sets:
        _write_groups(book, wanted)


def _groups_of(book: models.Book) -> dict[str, set[int]]:
    groups: dict[str, set[int]] = {}
    for name, type_id in models.GroupedType.objects.filter(book=book).values_list(
        "group__name", "type_id"
    ):
        groups.setdefault(name, set()).add(type_id)
    return groups


def _write_groups(book: models.Book, wanted: Mapping[str, set[int]]) -> None:
    models.GroupedType.objects.filter(book=book).delete()
    for name, types in wanted.items():
        group, _made = models.TypeGroup.objects.get_or_create(book=book, name=name)
        models.GroupedType.objects.bulk_create(
            models.GroupedType(book=book, group=group, type_id=type_id) for type_id in sorted(types)
        )


def _refuse_strange_keeper(actor: Actor, keeper_id: int | None, at: datetime) -> None:
    if keeper_id is not None:
        posts = directory.posts_of(actor.own_body, at)
        if keeper_id not in {each.pk for each in posts}:
            raise KeeperElsewhere


def _own_book(actor: Actor, book_id: int) -> models.Book:
    books = models.Book.objects.select_for_update().filter(body_id=actor.own_body)
    book = books.filter(pk=book_id).first()
    if book is None:
        raise NotFound
    return book
