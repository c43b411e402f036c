"""Put a described organisation into the installation: act by act, or at once."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
)

from vermilion.directory import actions
from vermilion.directory.types import BodyData, Entered, SeatData
from vermilion.kernel.actors import system

SEEDED_AT = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
"""The fixed clock of the seeds: Monday morning, 5 January 2026, in Hanoi."""
SINCE = date(2025, 7, 1)
"""The day on which the present provinces and communes came about."""
OPERATOR = system("seed", time_zone="Asia/Ho_Chi_Minh")

Step = Callable[[int], object]
"""Told how many bodies are done since it was last told."""


@contextmanager
def shown(name: str, total: int) -> Iterator[Step]:
    """A bar on the terminal that tells how much is done; silence where nobody looks."""
    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        disable=not console.is_terminal,
    ) as progress:
        bar = progress.add_task(f"seed {name}", total=total)
        yield lambda done: progress.advance(bar, done)


def at_once(bodies: Sequence[BodyData], step: Step) -> Entered:
    """Enter everything in one act. For whole countries alone."""
    return actions.enter_in_bulk(actor=OPERATOR, bodies=bodies, at=SEEDED_AT, on=SINCE, step=step)


def act_by_act(bodies: Sequence[BodyData], step: Step) -> Entered:
    """Found every body and fill it by the same acts as an administrator would."""
    founded: dict[str, int] = {}
    people: dict[int, str] = {}
    appointments: dict[str, int] = {}
    known: dict[str, int] = {}
    for each in bodies:
        body_id = founded[each.key] = _body(each, founded.get(each.parent))
        units = _units(each, body_id)
        for seat in each.seats:
            person_id = known.get(seat.person) or _person(seat, body_id)
            people[person_id] = seat.full_name
            if seat.person:
                known[seat.person] = person_id
            name = f"{each.key}/{seat.title}/{seat.full_name}"
            appointments[name] = _seat(seat, body_id, units.get(seat.unit), person_id)
        step(1)
    return Entered(bodies=founded, people=people, appointments=appointments)


def _units(each: BodyData, body_id: int) -> dict[str, int]:
    units: dict[str, int] = {}
    for unit in each.units:
        units[unit.name] = actions.open_unit(
            actor=OPERATOR,
            body_id=body_id,
            name=unit.name,
            abbreviation=unit.abbreviation,
            parent_id=units[unit.parent] if unit.parent else None,
            at=SEEDED_AT,
            on=SINCE,
        ).pk
    return units


def _person(seat: SeatData, body_id: int) -> int:
    return actions.enter_person(
        actor=OPERATOR,
        full_name=seat.full_name,
        email=seat.email,
        kept_by_id=body_id,
        at=SEEDED_AT,
    ).pk


def _seat(seat: SeatData, body_id: int, unit_id: int | None, person_id: int) -> int:
    post = actions.create_post(
        actor=OPERATOR,
        body_id=body_id,
        unit_id=unit_id,
        title=seat.title,
        duties=seat.duties,
        signs_as=seat.signs_as,
        at=SEEDED_AT,
        on=SINCE,
    )
    return actions.appoint(
        actor=OPERATOR, person_id=person_id, post_id=post.pk, at=SEEDED_AT, on=SINCE
    ).pk


def _body(each: BodyData, parent_id: int | None) -> int:
    body = actions.found_body(
        actor=OPERATOR,
        kind=each.kind,
        name=each.name,
        short_name=each.short_name,
        abbreviation=each.abbreviation,
        place=each.place,
        parent_id=parent_id,
        at=SEEDED_AT,
        on=SINCE,
    )
    for scheme, value in each.codes:
        actions.add_identifier(
            actor=OPERATOR, body_id=body.pk, scheme=scheme, value=value, at=SEEDED_AT, on=SINCE
        )
    return body.pk
