"""Bodies on a day: what they were called, where they stood, who came after them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Count, F, QuerySet
from django.utils.translation import gettext as _

from vermilion.directory import models
from vermilion.directory.queries.days import holding
from vermilion.directory.types import BodyName, BodyOn
from vermilion.kernel.refusals import NotFound

_FAR = 12
"""Successors are followed this far; a longer chain is a mistake in the data."""

_PRESENT = """
    with recursive lead(start, id, steps, ended) as (
        select id, id, 0, valid_to is not null and valid_to <= %(day)s
          from directory_body where id = any(%(ids)s)
        union
        select l.start, b.id, l.steps + 1, b.valid_to is not null and b.valid_to <= %(day)s
          from lead l
          join directory_successorlink s on s.body_id = l.id
          join directory_body b on b.id = s.successor_id
         where l.ended and l.steps < %(far)s
    )
    select l.start, l.id, min(b.name) from lead l join directory_body b on b.id = l.id
     where not l.ended group by l.start, l.id order by min(l.steps), l.id
"""


@dataclass(frozen=True, slots=True)
class Found:
    """The body that a code leads to on a day, and by which way when that is not plain."""

    body_id: int
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A body below another, for the tree that opens level by level."""

    id: int
    name: str
    kind: str
    children: int


def is_empty() -> bool:
    """Whether no body has been entered yet."""
    return not models.Body.objects.exists()


def branch(body_id: int) -> QuerySet[models.Body]:
    """A body and every body below it, in the order of the tree."""
    top = models.Body.objects.filter(pk=body_id)
    return models.Body.objects.filter(
        lo__gte=top.values("lo")[:1], hi__lte=top.values("hi")[:1]
    ).order_by("lo", "pk")


def bodies_where_it_is(at: datetime, *, weekday: int, hour: int) -> list[models.Body]:
    """The bodies in whose time zone it is an hour of a weekday (Monday is 0). Two queries."""
    zones = models.Body.objects.order_by().values_list("time_zone", flat=True).distinct()
    right = [
        zone
        for zone in zones
        if (local := at.astimezone(ZoneInfo(zone))).weekday() == weekday and local.hour == hour
    ]
    return list(models.Body.objects.filter(time_zone__in=right, valid_to=None).order_by("pk"))


def is_in_branch(body_id: int, *, of: int) -> bool:
    """Whether a body is another or lies below it."""
    return branch(of).filter(pk=body_id).exists()


def ancestors(body_id: int) -> list[BodyName]:
    """The bodies above one, the topmost first."""
    own = models.Body.objects.filter(pk=body_id)
    above = models.Body.objects.filter(
        lo__lt=own.values("lo")[:1], hi__gt=own.values("hi")[:1]
    ).order_by("lo")
    return [BodyName(*row) for row in above.values_list("pk", "name", "parent_id")]


def names_of(body_ids: Iterable[int]) -> dict[int, str]:
    """The present names of bodies, by id."""
    return dict(models.Body.objects.filter(pk__in=set(body_ids)).values_list("pk", "name"))


def body(body_id: int) -> models.Body:
    """A body with its kind and parent. Refused when there is none."""
    found = models.Body.objects.select_related("kind", "parent").filter(pk=body_id).first()
    if found is None:
        raise NotFound()
    return found


def body_on(body_id: int, on: date) -> BodyOn | None:
    """A body as it was on a day; none when it did not exist then."""
    return next(iter(_bodies_on([body_id], on)), None)


def bodies_on(on: date) -> list[BodyOn]:
    """Every body that existed on a day, as it was then, ordered by name and id."""
    return _bodies_on(None, on)


def children_on(parent_id: int | None, on: date) -> list[Branch]:
    """The bodies just below one on a day, and how many stood below each of them."""
    states = (
        models.BodyState.objects.filter(holding(on), parent=parent_id)
        .select_related("kind")
        .order_by("kind__ordinal", "body__sort_key", "body_id")
    )
    rows = list(states)
    below = dict(
        models.BodyState.objects.filter(holding(on), parent__in=[row.body_id for row in rows])
        .values_list("parent_id")
        .annotate(count=Count("pk"))
    )
    return [Branch(row.body_id, row.name, row.kind.code, below.get(row.body_id, 0)) for row in rows]


def tree_on(on: date) -> dict[int, int | None]:
    """Which body stood below which on a day: body to parent."""
    rows = models.BodyState.objects.filter(holding(on)).order_by("body_id")
    return dict(rows.values_list("body_id", "parent_id"))


def existing(
    on: date, *, kind: str | None = None, below: int | None = None
) -> QuerySet[models.Body]:
    """Bodies in being on a day, of one kind or of any, in one branch or anywhere."""
    found = models.Body.objects.filter(holding(on)).select_related("kind")
    if kind is not None:
        found = found.filter(kind__code=kind)
    if below is not None:
        found = found.filter(pk__in=branch(below).order_by().values("pk"))
    return found.order_by("lo", "pk")


def identifiers_of(body_id: int) -> QuerySet[models.Identifier]:
    """Every code a body has or had, the present ones first."""
    return models.Identifier.objects.filter(body=body_id).order_by(
        F("valid_to").desc(nulls_first=True), "scheme", "pk"
    )


def identifier(identifier_id: int) -> models.Identifier:
    """A code with its body. Refused when there is none."""
    found = models.Identifier.objects.select_related("body").filter(pk=identifier_id).first()
    if found is None:
        raise NotFound()
    return found


def history_of(body_id: int) -> QuerySet[models.BodyState]:
    """What a body was called and where it stood, the latest first."""
    return (
        models.BodyState.objects.filter(body=body_id)
        .select_related("kind", "parent")
        .order_by("-valid_from", "-pk")
    )


def successors_of(body_id: int) -> QuerySet[models.SuccessorLink]:
    """Which bodies took over from one."""
    links = models.SuccessorLink.objects.filter(body=body_id).select_related("successor")
    return links.order_by("on", "pk")


def predecessors_of(body_id: int) -> QuerySet[models.SuccessorLink]:
    """From which bodies one took over."""
    links = models.SuccessorLink.objects.filter(successor=body_id).select_related("body")
    return links.order_by("on", "pk")


def body_by_identifier(scheme: str, value: str, *, on: date) -> Found | None:
    """The body that a code leads to on a day.

    A code that was retired, or whose body has ended, leads to the body that took over, and the
    note says so. A code that leads to several successors, or to none, leads nowhere.
    """
    codes = models.Identifier.objects.filter(value=value).select_related("body")
    if scheme:
        codes = codes.filter(scheme=scheme)
    code = codes.filter(holding(on)).order_by("pk").first()
    if code is None:
        code = codes.filter(valid_from__lte=on).order_by("-valid_to", "-pk").first()
    if code is None:
        return None
    if code.body.valid_to is None or on < code.body.valid_to:
        old = code.valid_to is not None and code.valid_to <= on
        note = _("%(code)s is a former code of this body.") % {"code": value} if old else ""
        return Found(code.body_id, code.body.name, note)
    present = present_bodies([code.body_id], on)[code.body_id]
    if len(present) != 1:
        return None
    [(successor_id, successor)] = present
    note = _("%(code)s was %(former)s, which this body succeeded.")
    return Found(successor_id, successor, note % {"code": value, "former": code.body.name})


def present_bodies(body_ids: Sequence[int], on: date) -> dict[int, list[tuple[int, str]]]:
    """For each body, those that stand in its place on a day: itself, or its successors in being."""
    leads: dict[int, list[tuple[int, str]]] = {body_id: [] for body_id in body_ids}
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT, {"ids": list(leads), "day": on, "far": _FAR})
        for start, body_id, name in cursor.fetchall():
            leads[start].append((body_id, name))
    return leads


def kinds() -> QuerySet[models.BodyKind]:
    """The kinds of bodies, in the order of the country's list."""
    return models.BodyKind.objects.order_by("ordinal", "pk")


def _bodies_on(ids: Sequence[int] | None, on: date) -> list[BodyOn]:
    states = models.BodyState.objects.filter(holding(on))
    codes = models.Identifier.objects.filter(holding(on))
    if ids is not None:
        states, codes = states.filter(body__in=ids), codes.filter(body__in=ids)
    held: dict[int, list[tuple[str, str]]] = {}
    for pk, scheme, value in codes.order_by("scheme", "pk").values_list(
        "body_id", "scheme", "value"
    ):
        held.setdefault(pk, []).append((scheme, value))
    return [
        BodyOn(
            id=state.body_id,
            name=state.name,
            short_name=state.short_name,
            abbreviation=state.abbreviation,
            kind_id=state.kind_id,
            parent_id=state.parent_id,
            valid_from=state.valid_from,
            valid_to=state.valid_to,
            identifiers=tuple(held.get(state.body_id, ())),
        )
        for state in states.order_by("body__sort_key", "body_id")
    ]
