"""Units and posts of a body, and who sits where, on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from vermilion.directory import models
from vermilion.directory.queries.days import holding, today_of
from vermilion.directory.wording import DUTIES
from vermilion.kernel.actors import Duty
from vermilion.kernel.refusals import NotFound

Seat = models.Appointment
"""Somebody in a post, for those above who pass it on and read it."""


@dataclass(frozen=True, slots=True)
class UnitOn:
    """A unit as it was on a day. `depth` says how far below the body it stands."""

    pk: int
    name: str
    abbreviation: str
    parent_id: int | None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class PostOn:
    """A post as it was on a day, and who held it then."""

    pk: int
    title: str
    unit_id: int | None
    unit: str
    duties: tuple[Duty, ...]
    signs_as: str
    holders: tuple[models.Appointment, ...] = ()

    @property
    def in_words(self) -> list[str]:
        """The duties in the language at hand."""
        return [str(DUTIES[duty]) for duty in self.duties]


def units_of(body_id: int, at: datetime) -> list[UnitOn]:
    """The units of a body now, each followed by the units below it."""
    return units_on(body_id, _today(body_id, at))


def units_on(body_id: int, on: date) -> list[UnitOn]:
    """The units of a body on a day, each followed by the units below it."""
    rows = models.UnitState.objects.filter(holding(on), body=body_id).order_by(
        "unit__ordinal", "unit_id"
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


def posts_of(body_id: int, at: datetime) -> list[PostOn]:
    """The posts of a body now, in their order, with whoever holds them."""
    return posts_on(body_id, _today(body_id, at))


def posts_on(body_id: int, on: date) -> list[PostOn]:
    """The posts of a body on a day, in their order, with whoever held them then."""
    states = (
        models.PostState.objects.filter(holding(on), body=body_id)
        .select_related("unit")
        .order_by("post__ordinal", "post_id")
    )
    holders: dict[int, list[models.Appointment]] = {}
    seats = _seats(on).filter(post__states__in=states.values("pk"))
    for seat in seats.order_by("valid_from", "pk"):
        holders.setdefault(seat.post_id, []).append(seat)
    return [
        PostOn(
            pk=state.post_id,
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
    body_id: int, at: datetime, *, unit_id: int | None = None, duty: Duty | None = None
) -> list[models.Appointment]:
    """Who holds posts in a body, in one unit of it, or with one duty, in the order of the posts."""
    seats = _seats(_today(body_id, at)).filter(post__body=body_id)
    if unit_id is not None:
        seats = seats.filter(post__unit=unit_id)
    if duty is not None:
        seats = seats.filter(post__duties__contains=[duty.value])
    return list(seats.order_by("post__ordinal", "post_id", "valid_from", "pk"))


def people_along(body_id: int, at: datetime, *, duties: Iterable[Duty]) -> list[models.Appointment]:
    """Who has one of these duties in a body or in those above it, the nearest first."""
    own = models.Body.objects.filter(pk=body_id)
    line = models.Body.objects.filter(lo__lte=own.values("lo")[:1], hi__gte=own.values("hi")[:1])
    seats = _seats(_today(body_id, at)).filter(
        post__body__in=line, post__duties__overlap=[duty.value for duty in duties]
    )
    return list(seats.order_by("-post__body__lo", "post__ordinal", "post_id", "valid_from", "pk"))


def leaders_of(body_id: int, at: datetime) -> list[models.Appointment]:
    """Who leads a body, the head first."""
    return people_in(body_id, at, duty=Duty.LEADER)


def leads(appointment_id: int, body_id: int, at: datetime) -> bool:
    """Whether somebody is a leader of a body now."""
    now = models.Appointment.objects.filter(holding(_today(body_id, at)), pk=appointment_id)
    return now.filter(post__body=body_id, post__duties__contains=[Duty.LEADER.value]).exists()


def clerks_of(body_id: int, at: datetime) -> list[models.Appointment]:
    """The clerks of a body."""
    return people_in(body_id, at, duty=Duty.CLERK)


def heads_of(unit_id: int, at: datetime) -> list[models.Appointment]:
    """Who heads a unit. Usually one; several for a while when the post changes hands."""
    body_id = body_of_unit(unit_id)
    return people_in(body_id, at, unit_id=unit_id, duty=Duty.HEAD) if body_id else []


def seats_of(appointment_ids: Iterable[int]) -> dict[int, models.Appointment]:
    """Who holds or held these appointments, and where, by id."""
    seats = _with_places(models.Appointment.objects.filter(pk__in=set(appointment_ids)))
    return {seat.pk: seat for seat in seats.order_by("pk")}


def seat(appointment_id: int) -> models.Appointment:
    """An appointment with its person and post. Refused when there is none."""
    found = _with_places(models.Appointment.objects.filter(pk=appointment_id)).first()
    if found is None:
        raise NotFound()
    return found


def unit(unit_id: int) -> models.Unit:
    """A unit with its body. Refused when there is none."""
    found = models.Unit.objects.select_related("body").filter(pk=unit_id).first()
    if found is None:
        raise NotFound()
    return found


def post(post_id: int) -> models.Post:
    """A post with its body and unit. Refused when there is none."""
    found = models.Post.objects.select_related("body", "unit").filter(pk=post_id).first()
    if found is None:
        raise NotFound()
    return found


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


def _today(body_id: int, at: datetime) -> date:
    bodies = models.Body.objects.filter(pk=body_id).values_list("time_zone", flat=True)
    return today_of(bodies.first() or "UTC", at)
