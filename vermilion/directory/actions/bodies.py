"""Bodies come about, change their name, codes and place, and end."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import models, policy
from vermilion.directory.actions import endings
from vermilion.directory.actions.days import (
    called,
    day_of_change,
    end_state,
    first_day,
    known_time_zone,
    must_end_after,
    turn_state,
)
from vermilion.directory.actions.tree import lock_tree, move_branch, place_for_child
from vermilion.directory.types import Succession
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.letters import search_key, sort_key
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.text import composed
from vermilion.kernel.verdicts import require


class NoSuchKind(Refused):
    message = _("There is no kind of body called %(kind)s.")
    field = "kind"


class NameTakenBesideIt(Refused):
    message = _("There is already a body called %(name)s at this place in the tree.")
    field = "name"


class BelowItself(Refused):
    message = _("A body cannot be placed below itself or below a body of its own branch.")
    field = "parent"


class PlaceHasEnded(Refused):
    message = _("%(name)s has ended; nothing can be placed below it any more.")
    field = "parent"


class HasBodiesBelow(Refused):
    message = _("%(count)s bodies below it are still in being. Move or close them first.")


class NothingChanges(Refused):
    message = _("This is how it stands already.")


class SucceedsItself(Refused):
    message = _("A body cannot succeed itself.")
    field = "successor"


@transaction.atomic
def found_body(
    *,
    actor: Actor,
    kind: str,
    name: str,
    parent_id: int | None,
    at: datetime,
    on: date | None = None,
    until: date | None = None,
    short_name: str = "",
    abbreviation: str = "",
    place: str = "",
    time_zone: str = "",
) -> models.Body:
    """A body comes about below another, from a day on.

    Refused: a name that stands there already, a parent that has ended, a kind nobody knows.
    """
    lock_tree()
    parent = body_of(parent_id) if parent_id else None
    require(policy.can_found_below(actor, parent))
    zone = known_time_zone(time_zone or (parent.time_zone if parent else settings.TIME_ZONE))
    day = first_day(on, at, zone)
    must_end_after(day, until)
    if parent is not None:
        must_stand(parent, day)
    full_name = called(name)
    _refuse_namesake(parent, full_name, day)

    body = models.Body(
        kind=_kind(kind),
        parent=parent,
        name=full_name,
        short_name=composed(short_name),
        abbreviation=composed(abbreviation),
        place=composed(place),
        time_zone=zone,
        valid_from=day,
        valid_to=until,
    )
    _enter(body)

    audit.record(
        actor,
        "directory.body.founded",
        f"body:{body.pk}",
        at=at,
        name=full_name,
        kind=kind,
        parent=parent_id,
        valid_from=day.isoformat(),
    )
    return body


@transaction.atomic
def rename_body(
    *,
    actor: Actor,
    body_id: int,
    name: str,
    at: datetime,
    short_name: str | None = None,
    abbreviation: str | None = None,
    on: date | None = None,
) -> models.Body:
    """A body is called otherwise from a day on; what it was called before is kept.

    Refused: a name that stands beside it already, the same name, days to come.
    """
    body = body_of(body_id, lock=True)
    require(policy.can_administer(actor, body))
    day = day_of_change(body.states.all(), on, local_day(at, body.time_zone))
    must_stand(body, day)
    before = (body.name, body.short_name, body.abbreviation)
    body.name = called(name)
    body.short_name = body.short_name if short_name is None else composed(short_name)
    body.abbreviation = body.abbreviation if abbreviation is None else composed(abbreviation)
    if before == (body.name, body.short_name, body.abbreviation):
        raise NothingChanges()
    _refuse_namesake(body.parent, body.name, day, apart_from=body)

    body.sort_key = sort_key(body.name)
    body.search_key = search_key(body.name, body.short_name, body.abbreviation)
    body.save(update_fields=["name", "short_name", "abbreviation", "sort_key", "search_key"])
    turn_state(body.states.all(), day, **_state_values(body))

    audit.record(
        actor,
        "directory.body.renamed",
        f"body:{body.pk}",
        at=at,
        name=body.name,
        before=before[0],
        valid_from=day.isoformat(),
    )
    return body


@transaction.atomic
def alter_body(
    *, actor: Actor, body_id: int, at: datetime, place: str, time_zone: str, kind: str
) -> models.Body:
    """Correct where a body sits, its time zone, and its kind. Refused when nothing changes."""
    body = body_of(body_id, lock=True)
    require(policy.can_administer(actor, body))
    day = day_of_change(body.states.all(), None, local_day(at, body.time_zone))
    must_stand(body, day)
    before = (body.place, body.time_zone, body.kind_id)
    body.place, body.time_zone, body.kind = composed(place), known_time_zone(time_zone), _kind(kind)
    if before == (body.place, body.time_zone, body.kind_id):
        raise NothingChanges()

    body.save(update_fields=["place", "time_zone", "kind"])
    if before[2] != body.kind_id:
        turn_state(body.states.all(), day, **_state_values(body))

    audit.record(
        actor,
        "directory.body.altered",
        f"body:{body.pk}",
        at=at,
        place=body.place,
        time_zone=body.time_zone,
        kind=kind,
    )
    return body


@transaction.atomic
def move_body(
    *, actor: Actor, body_id: int, parent_id: int | None, at: datetime, on: date | None = None
) -> models.Body:
    """A body, with its whole branch, stands below another from a day on.

    Refused: a place within its own branch, a place that has ended, days to come.
    """
    lock_tree()
    body = body_of(body_id, lock=True)
    parent = body_of(parent_id) if parent_id else None
    require(policy.can_end_or_move(actor, body) & policy.can_found_below(actor, parent))
    day = day_of_change(body.states.all(), on, local_day(at, body.time_zone))
    must_stand(body, day)
    if body.parent_id == parent_id:
        raise NothingChanges()
    if parent is not None:
        if body.lo <= parent.lo and parent.hi <= body.hi:
            raise BelowItself()
        must_stand(parent, day)
    _refuse_namesake(parent, body.name, day, apart_from=body)

    before = body.parent_id
    move_branch(body, parent)
    body.refresh_from_db()
    turn_state(body.states.all(), day, **_state_values(body))

    audit.record(
        actor,
        "directory.body.moved",
        f"body:{body.pk}",
        at=at,
        parent=parent_id,
        before=before,
        valid_from=day.isoformat(),
    )
    return body


@transaction.atomic
def close_body(*, actor: Actor, body_id: int, at: datetime, on: date | None = None) -> models.Body:
    """A body ends on a day, with its units, posts, appointments and codes.

    Refused while bodies below it are in being.
    """
    lock_tree()
    body = body_of(body_id, lock=True)
    require(policy.can_end_or_move(actor, body))
    day = first_day(on, at, body.time_zone)
    must_stand(body, body.valid_from)
    must_end_after(body.states.order_by("-valid_from")[0].valid_from, day)
    in_being = Q(valid_to=None) | Q(valid_to__gt=day)
    below = models.Body.objects.filter(in_being, parent=body).count()
    if below:
        raise HasBodiesBelow(count=below)

    ended = endings.end_all_of_body(body, day)
    body.valid_to = day
    body.save(update_fields=["valid_to"])
    end_state(body.states.all(), day)

    audit.record(
        actor,
        "directory.body.closed",
        f"body:{body.pk}",
        at=at,
        name=body.name,
        valid_to=day.isoformat(),
        **ended,
    )
    return body


@transaction.atomic
def succeed(
    *,
    actor: Actor,
    body_id: int,
    successor_ids: Sequence[int],
    manner: Succession,
    at: datetime,
    on: date | None = None,
) -> None:
    """Say which bodies took over from one that ended or ends: by merger, split or new name.

    What still comes under its old name and codes leads to them. Linking twice changes nothing.
    """
    body = body_of(body_id, lock=True)
    require(policy.can_administer(actor, body))
    day = on or body.valid_to or local_day(at, body.time_zone)
    successors = [body_of(each) for each in successor_ids]
    if body_id in successor_ids:
        raise SucceedsItself()

    models.SuccessorLink.objects.bulk_create(
        [
            models.SuccessorLink(body=body, successor=each, on=day, manner=manner)
            for each in successors
        ],
        ignore_conflicts=True,
    )

    audit.record(
        actor,
        "directory.body.succeeded",
        f"body:{body.pk}",
        at=at,
        successors=[str(each) for each in successor_ids],
        manner=manner.value,
        on=day.isoformat(),
    )


def body_of(body_id: int, *, lock: bool = False) -> models.Body:
    """The body, locked if it is to be changed; refused when there is none."""
    bodies = models.Body.objects.select_for_update() if lock else models.Body.objects.all()
    body = bodies.filter(pk=body_id).first()
    if body is None:
        raise NotFound()
    return body


def must_stand(body: models.Body, day: date) -> None:
    """Refuse when the body has ended by a day."""
    if body.valid_to is not None and body.valid_to <= day:
        raise PlaceHasEnded(name=body.name)


def _kind(code: str) -> models.BodyKind:
    kind = models.BodyKind.objects.filter(code=code).first()
    if kind is None:
        raise NoSuchKind(kind=code)
    return kind


def _enter(body: models.Body) -> None:
    """Give a new body its place in the tree, its keys, and the first line of its history."""
    interval = place_for_child(body.parent)
    body.lo, body.hi = interval.lo, interval.hi
    body.sort_key = sort_key(body.name)
    body.search_key = search_key(body.name, body.short_name, body.abbreviation)
    body.save(force_insert=True)
    models.BodyState.objects.create(
        body=body, valid_from=body.valid_from, valid_to=body.valid_to, **_state_values(body)
    )


def _refuse_namesake(
    parent: models.Body | None, name: str, day: date, *, apart_from: models.Body | None = None
) -> None:
    beside = models.Body.objects.filter(
        Q(valid_to=None) | Q(valid_to__gt=day), parent=parent, name=name
    )
    if beside.exclude(pk=apart_from.pk if apart_from else 0).exists():
        raise NameTakenBesideIt(name=name)


def _state_values(body: models.Body) -> dict[str, object]:
    return {
        "kind": body.kind,
        "parent": body.parent,
        "name": body.name,
        "short_name": body.short_name,
        "abbreviation": body.abbreviation,
        "search_key": body.search_key,
    }
