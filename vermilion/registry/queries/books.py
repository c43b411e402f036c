"""The books themselves, their periods, and how they stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound
from vermilion.registry import models, policy
from vermilion.registry.queries.lines import Wanted, incoming
from vermilion.registry.types import BookKind, StateOfBook


def may_read_books(actor: Actor) -> bool:
    """Whether the actor reads the books of the body in which one acts."""
    return bool(policy.can_read_book(actor))


def for_printing(actor: Actor, wanted: Wanted) -> tuple[models.Series, Sequence[models.Entry]]:
    """The lines of one period by number; of the present period if none is named."""
    periods = series_of(actor).select_related("book__body__parent")
    if wanted.series_id:
        periods = periods.filter(pk=wanted.series_id)
    period = periods.first()
    if period is None or not policy.can_read_book(actor):
        raise NotFound
    lines = incoming(actor, replace(wanted, series_id=period.pk)).order_by("number", "id")
    return period, list(lines)


def series_of(actor: Actor) -> QuerySet[models.Series]:
    """The periods of the incoming book of the actor's body, the present one first."""
    return models.Series.objects.filter(
        book__body_id=actor.own_body, book__kind=BookKind.INCOMING
    ).order_by("-opens_on", "-id")


def state_of_books(*, body_id: int) -> list[StateOfBook]:
    """How each period of each book of a body stands, the oldest first."""
    periods = models.Series.objects.filter(book__body_id=body_id).annotate(
        entered=Count("entries"), struck_out=Count("entries", filter=Q(entries__struck_out=True))
    )
    return [
        StateOfBook(
            period.book.kind, period.opens_on, period.last, period.entered, period.struck_out
        )
        for period in periods.select_related("book").order_by("opens_on", "id")
    ]


@dataclass(frozen=True, slots=True)
class PresentPeriod:
    """How far the period that runs has come."""

    last_number: int
    struck_out: int


def present_state(actor: Actor, *, at: datetime) -> PresentPeriod | None:
    """How the present period of the incoming book stands. None before its first line."""
    if actor.body_id is None:
        return None
    period = series_of(actor).filter(opens_on__lte=local_day(at, actor.time_zone)).first()
    if period is None:
        return None
    # Not the lines but the counter: a page does not read a year's book to say how long it is.
    struck_out = models.Entry.objects.filter(series=period, struck_out=True).count()
    return PresentPeriod(period.last, struck_out)
