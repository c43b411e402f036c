"""Units are opened, renamed, moved and closed."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import models, policy
from vermilion.directory.actions import endings
from vermilion.directory.actions.bodies import NothingChanges, body_of, must_stand
from vermilion.directory.actions.days import (
    AlreadyEnded,
    called,
    day_of_change,
    first_day,
    must_end_after,
    one_at_a_time,
    turn_state,
)
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.letters import search_key
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.text import composed
from vermilion.kernel.verdicts import require


class UnitNameTaken(Refused):
    message = _("There is already a unit called %(name)s at this place.")
    field = "name"


class UnitOfAnotherBody(Refused):
    message = _("The unit above it must belong to the same body.")
    field = "parent"


class UnitBelowItself(Refused):
    message = _("A unit cannot be placed below itself or below one of its own units.")
    field = "parent"


class UnitStillManned(Refused):
    message = _(
        "%(count)s people still hold posts in it. Appoint them elsewhere or end their posts first."
    )


@transaction.atomic
def open_unit(
    *,
    actor: Actor,
    body_id: int,
    name: str,
    at: datetime,
    parent_id: int | None = None,
    abbreviation: str = "",
    ordinal: int | None = None,
    on: date | None = None,
) -> models.Unit:
    """A unit comes about within a body, or within a unit of it, from a day on.

    Refused: a name that stands there already, a body or unit that has ended.
    """
    body = body_of(body_id)
    require(policy.can_administer(actor, body))
    one_at_a_time(f"directory.units {body_id}")
    day = first_day(on, at, body.time_zone)
    must_stand(body, day)
    parent = _parent(parent_id, body_id, day)
    full_name = called(name)
    _refuse_namesake(body_id, parent, full_name, day)

    last = models.Unit.objects.filter(body=body).order_by("-ordinal").first()
    unit = models.Unit.objects.create(
        body=body,
        parent=parent,
        name=full_name,
        abbreviation=composed(abbreviation),
        ordinal=ordinal if ordinal is not None else (last.ordinal + 1 if last else 1),
        search_key=search_key(full_name, abbreviation),
        valid_from=day,
    )
    models.UnitState.objects.create(unit=unit, valid_from=day, **_state_values(unit))

    audit.record(
        actor,
        "directory.unit.opened",
        f"unit:{unit.pk}",
        at=at,
        body=body_id,
        name=full_name,
        parent=parent_id,
        valid_from=day.isoformat(),
    )
    return unit


@transaction.atomic
def rename_unit(
    *,
    actor: Actor,
    unit_id: int,
    name: str,
    at: datetime,
    abbreviation: str | None = None,
    ordinal: int | None = None,
    on: date | None = None,
) -> models.Unit:
    """A unit is called otherwise from a day on, or takes another place in the list.

    Refused: a name that stands beside it already, the same name, days to come.
    """
    unit = unit_of(unit_id)
    require(policy.can_administer(actor, unit.body))
    one_at_a_time(f"directory.units {unit.body_id}")
    day = day_of_change(unit.states.all(), on, local_day(at, unit.body.time_zone))
    must_be_open(unit, day)
    before = (unit.name, unit.abbreviation, unit.ordinal)
    unit.name = called(name)
    unit.abbreviation = unit.abbreviation if abbreviation is None else composed(abbreviation)
    unit.ordinal = unit.ordinal if ordinal is None else ordinal
    if before == (unit.name, unit.abbreviation, unit.ordinal):
        raise NothingChanges()
    _refuse_namesake(unit.body_id, unit.parent, unit.name, day, apart_from=unit)

    unit.search_key = search_key(unit.name, unit.abbreviation)
    unit.save(update_fields=["name", "abbreviation", "ordinal", "search_key"])
    if before[:2] != (unit.name, unit.abbreviation):
        turn_state(unit.states.all(), day, **_state_values(unit))

    audit.record(
        actor,
        "directory.unit.renamed",
        f"unit:{unit.pk}",
        at=at,
        name=unit.name,
        before=before[0],
        valid_from=day.isoformat(),
    )
    return unit


@transaction.atomic
def move_unit(
    *,
    actor: Actor,
    unit_id: int,
    at: datetime,
    parent_id: int | None = None,
    body_id: int | None = None,
    on: date | None = None,
) -> models.Unit:
    """A unit stands elsewhere from a day on, with all its units, their posts and their people.

    Refused: a place within itself, a unit of another body than the one named, days to come.
    """
    unit = unit_of(unit_id)
    target = body_of(body_id) if body_id else unit.body
    require(policy.can_administer(actor, unit.body) & policy.can_administer(actor, target))
    for each in sorted({unit.body_id, target.pk}):
        one_at_a_time(f"directory.units {each}")
    day = day_of_change(unit.states.all(), on, local_day(at, unit.body.time_zone))
    must_be_open(unit, day)
    must_stand(target, day)
    parent = _parent(parent_id, target.pk, day)
    if (unit.body_id, unit.parent_id) == (target.pk, parent_id):
        raise NothingChanges()
    branch = _with_units_below(unit)
    if parent_id in branch:
        raise UnitBelowItself()
    _refuse_namesake(target.pk, parent, unit.name, day, apart_from=unit)

    before = (unit.body_id, unit.parent_id)
    unit.parent = parent
    unit.body = target
    unit.save(update_fields=["parent", "body"])
    turn_state(unit.states.all(), day, **_state_values(unit))
    if before[0] != target.pk:
        _take_along(branch, target, day, apart_from=unit)

    audit.record(
        actor,
        "directory.unit.moved",
        f"unit:{unit.pk}",
        at=at,
        body=target.pk,
        parent=parent_id,
        body_before=before[0],
        parent_before=before[1],
        units=len(branch),
        valid_from=day.isoformat(),
    )
    return unit


@transaction.atomic
def close_unit(*, actor: Actor, unit_id: int, at: datetime, on: date | None = None) -> models.Unit:
    """A unit ends on a day, with the units below it and its empty posts.

    Refused while somebody holds a post in it.
    """
    unit = unit_of(unit_id)
    require(policy.can_administer(actor, unit.body))
    one_at_a_time(f"directory.units {unit.body_id}")
    day = first_day(on, at, unit.body.time_zone)
    must_be_open(unit, unit.valid_from)
    must_end_after(unit.states.order_by("-valid_from")[0].valid_from, day)
    branch = _with_units_below(unit)
    posts = models.Post.objects.filter(unit__in=branch)
    manned = models.Appointment.objects.filter(
        Q(valid_to=None) | Q(valid_to__gt=day), post__in=posts
    ).count()
    if manned:
        raise UnitStillManned(count=manned)

    endings.end_posts(posts, day)
    count = endings.end_units(models.Unit.objects.filter(pk__in=branch), day)

    audit.record(
        actor,
        "directory.unit.closed",
        f"unit:{unit.pk}",
        at=at,
        name=unit.name,
        units=count,
        valid_to=day.isoformat(),
    )
    unit.refresh_from_db()
    return unit


def unit_of(unit_id: int) -> models.Unit:
    """The unit with its body, locked; refused when there is none."""
    units: QuerySet[models.Unit] = models.Unit.objects.select_for_update(of=("self",))
    unit = units.select_related("body", "parent").filter(pk=unit_id).first()
    if unit is None:
        raise NotFound()
    return unit


def must_be_open(unit: models.Unit, day: date) -> None:
    """Refuse when the unit has ended by a day."""
    if unit.valid_to is not None and unit.valid_to <= day:
        raise AlreadyEnded(name=unit.name, day=unit.valid_to.isoformat())


def _parent(parent_id: int | None, body_id: int, day: date) -> models.Unit | None:
    if parent_id is None:
        return None
    parent = unit_of(parent_id)
    if parent.body_id != body_id:
        raise UnitOfAnotherBody()
    must_be_open(parent, day)
    return parent


def _with_units_below(unit: models.Unit) -> list[int]:
    """The unit and every unit below it, however deep."""
    found = [unit.pk]
    level: Sequence[int] = found
    while level:
        level = list(
            models.Unit.objects.filter(parent__in=level).order_by("pk").values_list("pk", flat=True)
        )
        found.extend(level)
    return found


def _take_along(
    branch: list[int], body: models.Body, day: date, *, apart_from: models.Unit
) -> None:
    """Let the units below, and the posts of all of them, belong to the body they moved to."""
    still_open = Q(valid_to=None) | Q(valid_to__gt=day)
    for below in models.Unit.objects.filter(still_open, pk__in=branch).exclude(pk=apart_from.pk):
        below.body = body
        below.save(update_fields=["body"])
        turn_state(below.states.all(), max(day, _last_turn(below)), body=body)
    for post in models.Post.objects.filter(still_open, unit__in=branch):
        post.body = body
        post.save(update_fields=["body"])
        turn_state(post.states.all(), max(day, _last_turn(post)), body=body)


def _last_turn(row: models.Unit | models.Post) -> date:
    return row.states.order_by("-valid_from").values_list("valid_from", flat=True)[0]


def _refuse_namesake(
    body_id: int,
    parent: models.Unit | None,
    name: str,
    day: date,
    *,
    apart_from: models.Unit | None = None,
) -> None:
    beside = models.Unit.objects.filter(
        Q(valid_to=None) | Q(valid_to__gt=day), body=body_id, parent=parent, name=name
    )
    if beside.exclude(pk=apart_from.pk if apart_from else 0).exists():
        raise UnitNameTaken(name=name)


def _state_values(unit: models.Unit) -> dict[str, object]:
    return {
        "body": unit.body,
        "parent": unit.parent,
        "name": unit.name,
        "abbreviation": unit.abbreviation,
    }
