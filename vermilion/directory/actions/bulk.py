"""Enter many bodies at once, with their codes, units, posts and people: set by set, not act by act.

For an installation that begins. One trace tells how many of each there were and the digest of all
that was given, so that the data can be held against it later.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import models, policy
from vermilion.directory.actions.days import called
from vermilion.directory.actions.tree import lay_out_anew, lock_tree
from vermilion.directory.rules import known_duties
from vermilion.directory.types import BodyData, Entered
from vermilion.kernel.actors import Actor
from vermilion.kernel.letters import person_sort_key, search_key, sort_key
from vermilion.kernel.refusals import Refused
from vermilion.kernel.verdicts import require

_AT_ONCE = 2_000


class ParentUnknown(Refused):
    message = _("%(name)s stands below %(parent)s, which is not among the bodies given before it.")


class GivenTwice(Refused):
    message = _("%(name)s is given twice at the same place.")


@transaction.atomic
def enter_in_bulk(
    *,
    actor: Actor,
    bodies: Sequence[BodyData],
    at: datetime,
    on: date,
    step: Callable[[int], object] = lambda _done: None,
) -> Entered:
    """Many bodies come about at once, as tops of the tree or below one another.

    `step` is told how many bodies are done since it was last told. Refused to all but operators;
    a body below one that was not given before it; a twin.
    """
    require(policy.can_enter_in_bulk(actor))
    _refuse_disorder(bodies)
    lock_tree()
    founded = _found(bodies, on)
    step(len(bodies) * 2 // 5)
    lay_out_anew()
    codes = _codes(bodies, founded, on)
    step(len(bodies) // 5)
    units = _units(bodies, founded, on)
    people, appointments = _seats(bodies, founded, units, on)
    step(len(bodies) - len(bodies) * 2 // 5 - len(bodies) // 5)

    audit.record(
        actor,
        "directory.bodies.entered",
        "installation:0",
        at=at,
        bodies=len(founded),
        codes=codes,
        units=len(units),
        people=len(people),
        appointments=len(appointments),
        digest=_digest(bodies),
    )
    return Entered(
        bodies={key: body.pk for key, body in founded.items()},
        people=people,
        appointments=appointments,
    )


def _refuse_disorder(bodies: Sequence[BodyData]) -> None:
    given: set[str] = set()
    places: set[tuple[str, str]] = set()
    for body in bodies:
        if body.parent and body.parent not in given:
            raise ParentUnknown(name=body.name, parent=body.parent)
        if body.key in given or (body.parent, body.name) in places:
            raise GivenTwice(name=body.name)
        given.add(body.key)
        places.add((body.parent, body.name))


def _found(bodies: Sequence[BodyData], on: date) -> dict[str, models.Body]:
    kinds = {kind.code: kind for kind in models.BodyKind.objects.all()}
    made: dict[str, models.Body] = {}
    # Level by level, since a row must have its key before another can stand below it.
    waiting = list(bodies)
    while waiting:
        level = [each for each in waiting if not each.parent or each.parent in made]
        rows = [_row(each, kinds[each.kind], made.get(each.parent), on) for each in level]
        _insert(models.Body, rows)
        made |= {each.key: row for each, row in zip(level, rows, strict=True)}
        waiting = [each for each in waiting if each.key not in made]
    _insert(
        models.BodyState,
        [
            models.BodyState(
                body=row,
                kind=row.kind,
                parent=row.parent,
                name=row.name,
                short_name=row.short_name,
                abbreviation=row.abbreviation,
                search_key=row.search_key,
                valid_from=on,
            )
            for row in made.values()
        ],
    )
    return made


def _row(
    each: BodyData, kind: models.BodyKind, parent: models.Body | None, on: date
) -> models.Body:
    name = called(each.name)
    return models.Body(
        kind=kind,
        parent=parent,
        name=name,
        short_name=each.short_name,
        abbreviation=each.abbreviation,
        place=each.place,
        time_zone=settings.TIME_ZONE,
        sort_key=sort_key(name),
        search_key=search_key(name, each.short_name, each.abbreviation),
        valid_from=on,
    )


def _codes(bodies: Sequence[BodyData], founded: dict[str, models.Body], on: date) -> int:
    rows = [
        models.Identifier(body=founded[each.key], scheme=scheme, value=value, valid_from=on)
        for each in bodies
        for scheme, value in each.codes
    ]
    _insert(models.Identifier, rows)
    return len(rows)


def _units(
    bodies: Sequence[BodyData], founded: dict[str, models.Body], on: date
) -> dict[tuple[str, str], models.Unit]:
    made: dict[tuple[str, str], models.Unit] = {}
    for below in (False, True):
        fresh = {
            (each.key, unit.name): models.Unit(
                body=founded[each.key],
                parent=made[each.key, unit.parent] if unit.parent else None,
                name=called(unit.name),
                abbreviation=unit.abbreviation,
                ordinal=place,
                search_key=search_key(unit.name, unit.abbreviation),
                valid_from=on,
            )
            for each in bodies
            for place, unit in enumerate(each.units, start=1)
            if bool(unit.parent) is below
        }
        _insert(models.Unit, list(fresh.values()))
        made |= fresh
    _insert(
        models.UnitState,
        [
            models.UnitState(
                unit=unit,
                body=unit.body,
                parent=unit.parent,
                name=unit.name,
                abbreviation=unit.abbreviation,
                valid_from=on,
            )
            for unit in made.values()
        ],
    )
    return made


def _seats(
    bodies: Sequence[BodyData],
    founded: dict[str, models.Body],
    units: dict[tuple[str, str], models.Unit],
    on: date,
) -> tuple[dict[int, str], dict[str, int]]:
    seats = [
        (each, place, seat) for each in bodies for place, seat in enumerate(each.seats, start=1)
    ]
    posts = [
        models.Post(
            body=founded[each.key],
            unit=units[each.key, seat.unit] if seat.unit else None,
            title=seat.title,
            duties=[duty.value for duty in known_duties(seat.duties)],
            signs_as=seat.signs_as,
            ordinal=place,
            valid_from=on,
        )
        for each, place, seat in seats
    ]
    _insert(models.Post, posts)
    _insert(models.PostState, [_post_state(post, on) for post in posts])
    known: dict[str, models.Person] = {}
    people = [
        known.setdefault(
            seat.person or f"{each.key}/{place}",
            _person(seat.full_name, seat.email, founded[each.key]),
        )
        for each, place, seat in seats
    ]
    _insert(models.Person, list(known.values()))
    appointments = _appointed(people, posts, on)
    return (
        {person.pk: person.full_name for person in known.values()},
        {
            f"{each.key}/{seat.title}/{seat.full_name}": appointment.pk
            for (each, _place, seat), appointment in zip(seats, appointments, strict=True)
        },
    )


def _appointed(
    people: Sequence[models.Person], posts: Sequence[models.Post], on: date
) -> list[models.Appointment]:
    """Each person in the post beside it; the first seat somebody takes is the main one."""
    seated: set[int] = set()
    rows = []
    for person, post in zip(people, posts, strict=True):
        main_since = None if person.pk in seated else on
        seated.add(person.pk)
        rows.append(
            models.Appointment(person=person, post=post, main_since=main_since, valid_from=on)
        )
    _insert(models.Appointment, rows)
    return rows


def _person(full_name: str, email: str, kept_by: models.Body) -> models.Person:
    name = called(full_name, 100)
    return models.Person(
        full_name=name,
        sort_key=person_sort_key(name),
        search_key=search_key(name),
        email=email,
        kept_by=kept_by,
    )


def _post_state(post: models.Post, on: date) -> models.PostState:
    return models.PostState(
        post=post,
        body=post.body,
        unit=post.unit,
        title=post.title,
        duties=post.duties,
        signs_as=post.signs_as,
        valid_from=on,
    )


def _insert(model: type[Model], rows: Sequence[Any]) -> None:
    model._default_manager.bulk_create(rows, batch_size=_AT_ONCE)


def _digest(bodies: Iterable[BodyData]) -> str:
    digest = hashlib.sha256()
    for body in bodies:
        digest.update(repr(astuple(body)).encode())
    return f"sha256:{digest.hexdigest()}"
