"""Units and posts of a body, and who sits where, on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, QuerySet

from vermilion.directory import models
from vermilion.directory.queries.days import holding, today_of
from vermilion.directory.types import HeldPost
from vermilion.kernel.actors import Duty


@dataclass(frozen=True, slots=True)
class UnitOn:
    """A unit as it was on a day. `depth` says how far below the body it stands."""

    id: int
    name: str
    abbreviation: str
    parent_id: int | None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class PostOn:
    """A post as it was on a day, and who held it then."""

    id: int
    title: str
    unit_id: int | None
    unit: str
    duties: tuple[Duty, ...]
    signs_as: str
    holders: tuple[HeldPost, ...] = ()


def units_of(body_id: int, *, on: date) -> list[UnitOn]:
    """The units of a body on a day, each followed by the units below it."""
    rows = (
        models.UnitState.objects.filter(holding(on), body=body_id)
        .annotate(place=F("unit__ordinal"))
        .order_by("place", "unit_id")
    )
    below: dict[int | None, list[models.UnitState]] = {}
    states = list(rows)
    here = {state.unit_id for state in states}
    for state in states:
        below.setdefault(state.parent_id if state.parent_id in here else None, []).append(state)
    found: list[UnitOn] = []
    waiting = [(state, 0) for state in reversed(below.get(None, []))]
    while waiting:
        state, depth = waiting.pop()
        found.append(UnitOn(state.unit_id, state.name, state.abbreviation, state.parent_id, depth))
        waiting.extend((child, depth + 1) for child in reversed(below.get(state.unit_id, [])))
    return found


def posts_of(body_id: int, *, on: date) -> list[PostOn]:
    """The posts of a body on a day, in their order, with whoever held them then."""
    states = (
        models.PostState.objects.filter(holding(on), body=body_id)
        .annotate(place=F("post__ordinal"))
        .select_related("unit")
        .order_by("place", "post_id")
    )
    holders: dict[int, list[HeldPost]] = {}
    seats = _seats(on).filter(post__states__in=states.values("pk"))
    for seat in seats.order_by("valid_from", "pk"):
        holders.setdefault(seat.post_id, []).append(_held(seat))
    return [
        PostOn(
            id=state.post_id,
            title=state.title,
            unit_id=state.unit_id,
            unit=state.unit.name if state.unit else "",
            duties=tuple(Duty(word) for word in state.duties),
            signs_as=state.signs_as,
            holders=tuple(holders.get(state.post_id, ())),
        )
        for state in states
    ]


def people_in(
    body_id: int, *, at: datetime, unit_id: int | None = None, duty: Duty | None = None
) -> list[HeldPost]:
    """Who holds posts in a body, in one unit of it, or with one duty, in the order of the posts."""
    body = models.Body.objects.only("time_zone").filter(pk=body_id).first()
    if body is None:
        return []
    seats = _seats(today_of(body.time_zone, at)).filter(post__body=body_id)
    if unit_id is not None:
        seats = seats.filter(post__unit=unit_id)
    if duty is not None:
        seats = seats.filter(post__duties__contains=[duty.value])
    return [_held(seat) for seat in seats.order_by("post__ordinal", "post_id", "valid_from", "pk")]


def leaders_of(body_id: int, *, at: datetime) -> list[HeldPost]:
    """Who leads a body, the head first."""
    return people_in(body_id, at=at, duty=Duty.LEADER)


def clerks_of(body_id: int, *, at: datetime) -> list[HeldPost]:
    """The clerks of a body."""
    return people_in(body_id, at=at, duty=Duty.CLERK)


def heads_of(unit_id: int, *, at: datetime) -> list[HeldPost]:
    """Who heads a unit. Usually one; several for a while when the post changes hands."""
    unit = models.Unit.objects.filter(pk=unit_id).first()
    return people_in(unit.body_id, at=at, unit_id=unit_id, duty=Duty.HEAD) if unit else []


def seat_of(appointment_id: int) -> HeldPost | None:
    """Who holds or held an appointment, and where, whether or not it is in force."""
    seat = _with_places(models.Appointment.objects.filter(pk=appointment_id)).first()
    return _held(seat) if seat else None


def seats_of(appointment_ids: Iterable[int]) -> dict[int, HeldPost]:
    """Who holds or held these appointments, by id."""
    seats = _with_places(models.Appointment.objects.filter(pk__in=set(appointment_ids)))
    return {seat.pk: _held(seat) for seat in seats.order_by("pk")}


def unit_names(unit_ids: Iterable[int]) -> dict[int, str]:
    """The present names of units, by id."""
    return dict(models.Unit.objects.filter(pk__in=set(unit_ids)).values_list("pk", "name"))


def body_of_unit(unit_id: int) -> int | None:
    """The body a unit belongs to now."""
    return models.Unit.objects.filter(pk=unit_id).values_list("body_id", flat=True).first()


def _seats(on: date) -> QuerySet[models.Appointment]:
    return _with_places(models.Appointment.objects.filter(holding(on)))


def _with_places(seats: QuerySet[models.Appointment]) -> QuerySet[models.Appointment]:
    return seats.select_related("person", "post__body", "post__unit")


def _held(seat: models.Appointment) -> HeldPost:
    post = seat.post
    return HeldPost(
        appointment_id=seat.pk,
        person_id=seat.person_id,
        person=seat.person.full_name,
        post=post.title,
        unit_id=post.unit_id,
        unit=post.unit.name if post.unit else "",
        body_id=post.body_id,
        body=post.body.name,
        is_main=False,
        duties=frozenset(Duty(word) for word in post.duties),
        signs_as=post.signs_as,
    )
