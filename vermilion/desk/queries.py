"""What lies on somebody's desk. Counts and lists come from the same sets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from vermilion.arrivals import queries as arrivals
from vermilion.desk import models, narrowing, paging
from vermilion.desk import wanted as wanting
from vermilion.desk.types import Audience, BulkAct, ItemState, View
from vermilion.desk.wanted import Filters, Layout, Wanted
from vermilion.followup import queries as followup
from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.refusals import NotFound
from vermilion.routing import queries as routing
from vermilion.routing.queries import Slips
from vermilion.tasks import queries as tasks
from vermilion.tasks.types import Part, State

PAGE = 40
"""Rows of one page: three screens of a tall display."""

MOST = 50_000
"""Papers of one run. Nobody looks an act on more than these over before it begins."""

MANY = 1000
"""A count stops here and is said as "1,000+"; nobody acts on the difference."""


def _new(actor: Actor, *, at: datetime) -> Slips:
    """What was given to the actor's unit, or to the actor in this post, and nobody has taken in."""
    given = tasks.open_for(actor).filter(state=State.GIVEN).order_by()
    return routing.visible(actor, at=at).filter(pk__in=given.values("assignment__slip_id"))


def _today(actor: Actor, *, at: datetime) -> Slips:
    """What the actor has to have done by the end of this day, and what should be done already."""
    due = tasks.open_for(actor).filter(due_at__lt=narrowing.start_of_tomorrow(actor, at))
    shares = due.order_by().values("assignment__slip_id")
    return routing.visible(actor, at=at).filter(pk__in=shares)


def _asked(actor: Actor, *, at: datetime) -> Slips:
    """What waits for this actor's word: a question, a later deadline, a report to be approved."""
    waiting = tasks.to_decide(actor).order_by().values("assignment__slip_id")
    return routing.visible(actor, at=at).filter(pk__in=waiting)


def _watched(actor: Actor, *, at: datetime) -> Slips:
    """What the actor, or the actor's unit, wants to be told of."""
    return routing.visible(actor, at=at).filter(document_id__in=followup.watched(actor))


_SETS: Mapping[View, Callable[..., Slips]] = {
    View.NEW: _new,
    View.TODAY: _today,
    View.LATE: routing.late,
    View.DIRECT: routing.to_direct,
    View.ASKED: _asked,
    View.CLOSE: routing.to_close,
    View.DO: routing.to_do,
    View.OTHERS: routing.with_others,
    View.WATCHED: _watched,
    View.DONE: routing.finished,
}


_GROWING = {View.DIRECT: "-id", View.OTHERS: "-id", View.DONE: "-id", View.LATE: "due_at"}
"""Lists that are read from the slips themselves, with the order that an index has. The others
begin with a few duties or papers."""


def views_of(actor: Actor) -> list[View]:
    """The lists that make sense in the post in which one acts, the most pressing first."""
    mine = [View.NEW, View.TODAY, View.LATE, View.ASKED, View.DO]
    rest = [View.OTHERS, View.WATCHED, View.DONE]
    if actor.has(Duty.LEADER):
        return [View.DIRECT, *mine, *rest]
    if actor.has(Duty.CLERK):
        return [View.CLOSE, *mine, *rest]
    return [*mine, *rest]


def acts_of(actor: Actor) -> list[BulkAct]:
    """What this actor can do to many papers at once, what the post is for before the rest."""
    mine = [
        BulkAct.TAKE_IN,
        BulkAct.COMPLETE,
        BulkAct.PASS_ON,
        BulkAct.SHARE,
        BulkAct.EXTEND,
        BulkAct.GIVE_BACK,
    ]
    anybodys = [BulkAct.READ, BulkAct.REMIND, BulkAct.WATCH, BulkAct.UNWATCH]
    if actor.has(Duty.LEADER):
        leaders = [BulkAct.DIRECT, BulkAct.CLOSE, BulkAct.DEADLINE, BulkAct.LAY_BEFORE]
        return [*leaders, *mine, *anybodys]
    if actor.has(Duty.CLERK):
        return [BulkAct.CLOSE, BulkAct.LAY_BEFORE, *mine, *anybodys]
    return [*mine, *anybodys]


def papers(actor: Actor, view: View, *, at: datetime, filters: Filters | None = None) -> Slips:
    """Every slip of a list, cut down to what the filters want. Without an order."""
    found = _SETS[view](actor, at=at).order_by()
    return narrowing.narrowed(found, filters, actor=actor, at=at) if filters else found


@dataclass(frozen=True, slots=True)
class Line:
    """A slip as a list needs it, read as plain values."""

    id: int
    document_id: int
    number: int
    arrived_on: date
    standing: str
    standing_since: datetime
    due_at: datetime | None
    leads: int
    leads_done: int
    symbol: str
    dated_on: date | None
    issuer: str
    abstract: str
    urgency: int
    secrecy: int
    language: str
    type_id: int | None


_READ = (
    "id",
    "document_id",
    "entry__number",
    "entry__arrived_on",
    "standing",
    "standing_since",
    "due_at",
    "leads",
    "leads_done",
    "document__symbol",
    "document__dated_on",
    "document__issuer",
    "document__abstract",
    "document__urgency",
    "document__secrecy",
    "document__language",
    "document__type_id",
)


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines of a list, and the cursor behind which the next ones lie (empty: no more)."""

    lines: Sequence[Line]
    after: str


def page_of(
    actor: Actor,
    wanted: Wanted,
    *,
    at: datetime,
    size: int = PAGE,
    only: Sequence[int] | None = None,
) -> Page:
    """One page of a list, or of some slips of it. A cursor that is none starts at the top.

    One query.
    """
    keys = narrowing.keys_of(wanted.layout.sort, wanted.view)
    found = papers(actor, wanted.view, at=at, filters=wanted.filters)
    if only is not None:
        found = found.filter(pk__in=only)
    reached = paging.values_of(wanted.after, keys) if wanted.after else None
    if reached is not None:
        found = found.filter(paging.after(keys, reached))
    sorted_by = [each.ordering() for each in keys]
    rows = found.order_by(*sorted_by).values_list(*_READ, *(F(each.field) for each in keys))
    read = list(rows[: size + 1])
    lines = [Line(*row[: len(_READ)]) for row in read[:size]]
    more = len(read) > size
    return Page(lines, paging.cursor_of(read[size - 1][len(_READ) :]) if more else "")


def waiting(actor: Actor, view: View, *, at: datetime, after: str = "") -> Page:
    """One page of a list as it usually is."""
    return page_of(actor, replace(Wanted(view=view), after=after), at=at)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much lies in each list, and in the inbox for those who read it (else None)."""

    lists: Mapping[View, int]
    inbox: int | None


def counts(actor: Actor, *, at: datetime) -> Counts:
    """How much lies where, each up to `MANY` and one more. One query for all of it."""
    # Nobody counts what is closed; it is the one list that only grows.
    views: list[View] = [view for view in views_of(actor) if view != View.DONE]
    sets: list[QuerySet[Any]] = [_in_order(actor, Wanted(view=view), at=at) for view in views]
    reads_inbox = bool(arrivals.may_read_inbox(actor))
    if reads_inbox:
        sets.append(arrivals.waiting(actor, at).order_by())
    found = _numbers(sets)
    lists = dict(zip(views, found[: len(views)], strict=True))
    return Counts(lists, found[-1] if reads_inbox else None)


def count(actor: Actor, wanted: Wanted, *, at: datetime) -> int:
    """How many papers of a list its filters want, up to `MANY` and one more."""
    [found] = _numbers([_in_order(actor, wanted, at=at)])
    return found


def _in_order(actor: Actor, wanted: Wanted, *, at: datetime) -> Slips:
    """The papers of a list, those of a list that grows by the index of its order.

    Without an order the database begins with the oldest papers, which were closed long ago.
    """
    found = papers(actor, wanted.view, at=at, filters=wanted.filters)
    order = _GROWING.get(wanted.view)
    return found.order_by(order) if order else found


def _numbers(sets: Sequence[QuerySet[Any]]) -> list[int]:
    """The sizes of several sets, each up to `MANY` and one more, by one statement."""
    parts: list[str] = []
    values: list[Any] = []
    for each in sets:
        if each.query.is_empty():
            parts.append("0")
            continue
        sql, params = each.values("pk")[: MANY + 1].query.sql_with_params()
        # A set of the ORM with its values bound; nothing typed is in the text.
        parts.append(f"(SELECT count(*) FROM ({sql}) AS listed)")  # noqa: S608 - see above
        values += params
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", values)
        return [int(each) for each in cursor.fetchone()]


def next_after(actor: Actor, wanted: Wanted, document_id: int, *, at: datetime) -> int | None:
    """The paper that follows, in the order of a list, one that may have left it. Two queries."""
    keys = narrowing.keys_of(wanted.layout.sort, wanted.view)
    fields = [each.field for each in keys]
    left = routing.visible(actor, at=at).filter(document_id=document_id)
    stood = left.order_by("-id").values_list(*fields).first()
    if stood is None:
        return None
    found = papers(actor, wanted.view, at=at, filters=wanted.filters)
    further = found.filter(paging.after(keys, stood))
    ordered = further.order_by(*(each.ordering() for each in keys))
    return ordered.values_list("document_id", flat=True).first()


def leads_of(slip_ids: Sequence[int]) -> dict[int, str]:
    """Who leads each of these slips, by name. For lines that this actor sees."""
    shares = routing.Slip.objects.filter(pk__in=slip_ids, assignments__part=Part.LEAD)
    named: dict[int, list[str]] = {}
    found = shares.order_by("assignments__id").values_list("pk", "assignments__task__recipient")
    for slip_id, recipient in found:
        named.setdefault(slip_id, []).append(recipient)
    return {slip_id: "; ".join(dict.fromkeys(names)) for slip_id, names in named.items()}


def layout_of(actor: Actor, view: View) -> Layout:
    """How this person has a list drawn, or how it usually is."""
    kept = models.Layout.objects.filter(person_id=actor.person_id or 0, view=view)
    return wanting.layout_of(kept.values_list("kept", flat=True).first() or {})


def saved_views(actor: Actor) -> QuerySet[models.SavedView]:
    """Views that this person saved, and those shared with the unit or the body; by name."""
    shared = Q(audience=Audience.BODY, body_id=actor.own_body)
    if actor.unit_id is not None:
        shared |= Q(audience=Audience.UNIT, unit_id=actor.unit_id)
    pins = models.Pin.objects.filter(person_id=actor.person_id or 0, saved_view=OuterRef("pk"))
    found = models.SavedView.objects.filter(Q(person_id=actor.person_id or 0) | shared)
    return found.annotate(pinned=Exists(pins)).order_by("name", "id")


def pinned_views(actor: Actor) -> QuerySet[models.SavedView]:
    """The views that this person keeps in the rail, by name; none that is shared no more."""
    seen = saved_views(actor).values("pk")
    mine = models.SavedView.objects.filter(pins__person_id=actor.person_id or 0, pk__in=seen)
    return mine.order_by("name", "id")


def saved_view(actor: Actor, view_id: int) -> models.SavedView:
    """One saved view. NotFound if there is none, or none for this person."""
    found = saved_views(actor).filter(pk=view_id).first()
    if found is None:
        raise NotFound
    return found


def runs_of(actor: Actor) -> QuerySet[models.Run]:
    """The runs that this person planned, the newest first, each with how far it has come."""
    by_state = {state.value: Count("items", filter=Q(items__state=state)) for state in ItemState}
    mine = models.Run.objects.filter(person_id=actor.person_id or 0).annotate(
        papers=Count("items"), **by_state
    )
    return mine.order_by("-id")


def run(actor: Actor, run_id: int) -> models.Run:
    """One run, with how far it has come. NotFound if there is none, or it is somebody else's."""
    found = runs_of(actor).filter(pk=run_id).first()
    if found is None:
        raise NotFound
    return found


def run_under_way(run_id: int) -> models.Run | None:
    """A run that has begun and neither ended nor been stopped."""
    begun = models.Run.objects.filter(pk=run_id, begun_at__isnull=False, ended_at=None)
    return begun.first()


def items_waiting(run: models.Run) -> QuerySet[models.RunItem]:
    """The papers of a run to which nothing was done yet, in their order."""
    return run.items.filter(state=ItemState.WAITING).order_by("id")


def items_of(run: models.Run, state: str = "") -> QuerySet[models.RunItem]:
    """The papers of a run with what came of each; those that need a look before the rest."""
    items = run.items.select_related("slip__document", "slip__entry__series")
    return (items.filter(state=state) if state else items).order_by("-state", "id")


def entries_of(slip_ids: Sequence[int]) -> list[int]:
    """The lines of the book of these slips, in their order. For slips that this actor sees."""
    found = dict(routing.Slip.objects.filter(pk__in=slip_ids).values_list("pk", "entry_id"))
    return [found[each] for each in slip_ids if each in found]


def slips_meant(
    actor: Actor, wanted: Wanted, marked: Sequence[int] | None, *, at: datetime
) -> list[int]:
    """The slips of a list that were marked, in its order; all that match it if None."""
    keys = narrowing.keys_of(wanted.layout.sort, wanted.view)
    found = papers(actor, wanted.view, at=at, filters=wanted.filters)
    if marked is not None:
        found = found.filter(pk__in=marked)
    ordered = found.order_by(*(each.ordering() for each in keys))
    return list(ordered.values_list("pk", flat=True)[: MOST + 1])
