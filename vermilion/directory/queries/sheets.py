"""Sheets handed in, and the organisation as rows of a sheet."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from vermilion.directory import models
from vermilion.directory.queries.actors import PostNotHeld, actor_in
from vermilion.directory.queries.bodies import branch
from vermilion.directory.queries.days import holding
from vermilion.directory.sheets import COLUMNS
from vermilion.directory.types import SheetKind
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """A row of a sheet: its number as a spreadsheet shows it, its cells, and what it does."""

    number: int
    cells: list[str]
    outcome: str
    column: str
    reason: str


def sheet(sheet_id: int) -> models.Sheet:
    """A sheet with its body. Refused when there is none."""
    found = models.Sheet.objects.select_related("body").filter(pk=sheet_id).first()
    if found is None:
        raise NotFound()
    return found


def sheets_of(body_id: int) -> QuerySet[models.Sheet]:
    """The sheets handed in for a body, the newest first, without their rows."""
    sheets = models.Sheet.objects.filter(body=body_id).defer("rows", "outcomes")
    return sheets.order_by("-handed_in_at", "-pk")


def actor_of_sheet(sheet_id: int, *, at: datetime) -> Actor:
    """Whoever handed a sheet in, as long as the post is held. Else refused."""
    handed_in = sheet(sheet_id)
    if handed_in.by_id is None:
        raise PostNotHeld()
    return actor_in(handed_in.by_id, at=at)


def outcomes_of(found: models.Sheet) -> list[RowOutcome]:
    """What each row of a sheet will do or did. Numbers count the heading as the first row."""
    columns = COLUMNS[SheetKind(found.kind)]
    return [
        RowOutcome(
            number=number,
            cells=[row.get(column.key, "") for column in columns],
            outcome=outcome["outcome"],
            column=outcome.get("column", ""),
            reason=outcome.get("reason", ""),
        )
        for number, (row, outcome) in enumerate(
            zip(found.rows, found.outcomes, strict=False), start=2
        )
    ]


def as_rows(kind: SheetKind, body_id: int, *, on: date) -> Iterator[list[str]]:
    """The present bodies, units, posts or people of a branch, as rows of a sheet."""
    for row in _BY_KIND[kind](body_id, on):
        yield [row.get(column.key, "") for column in COLUMNS[kind]]


def _bodies(body_id: int, on: date) -> Iterator[dict[str, str]]:
    codes: dict[int, models.Identifier] = {}
    held = models.Identifier.objects.filter(holding(on), body__in=branch(body_id).order_by())
    for code in held.order_by("-pk"):
        codes[code.body_id] = code
    bodies = branch(body_id).filter(holding(on)).exclude(pk=body_id)
    for body in bodies.select_related("kind", "parent"):
        known = codes.get(body.pk)
        yield {
            "id": str(body.pk),
            "scheme": known.scheme if known else "",
            "code": known.value if known else "",
            "name": body.name,
            "short_name": body.short_name,
            "abbreviation": body.abbreviation,
            "kind": body.kind.code,
            "parent_id": str(body.parent_id or ""),
            "parent": body.parent.name if body.parent else "",
            "place": body.place,
            "time_zone": body.time_zone,
            "valid_from": body.valid_from.isoformat(),
        }


def _units(body_id: int, on: date) -> Iterator[dict[str, str]]:
    units = models.Unit.objects.filter(holding(on), body__in=branch(body_id).order_by())
    for unit in units.select_related("body", "parent").order_by("body__lo", "ordinal", "pk"):
        yield {
            "id": str(unit.pk),
            "body_id": str(unit.body_id),
            "body": unit.body.name,
            "name": unit.name,
            "abbreviation": unit.abbreviation,
            "parent": unit.parent.name if unit.parent else "",
            "ordinal": str(unit.ordinal),
            "valid_from": unit.valid_from.isoformat(),
        }


def _posts(body_id: int, on: date) -> Iterator[dict[str, str]]:
    posts = models.Post.objects.filter(holding(on), body__in=branch(body_id).order_by())
    for post in posts.select_related("body", "unit").order_by("body__lo", "ordinal", "pk"):
        yield {
            "id": str(post.pk),
            "body_id": str(post.body_id),
            "body": post.body.name,
            "unit": post.unit.name if post.unit else "",
            "title": post.title,
            "duties": ", ".join(post.duties),
            "signs_as": post.signs_as,
            "ordinal": str(post.ordinal),
            "valid_from": post.valid_from.isoformat(),
        }


def _people(body_id: int, on: date) -> Iterator[dict[str, str]]:
    seats = models.Appointment.objects.filter(
        holding(on), post__body__in=branch(body_id).order_by()
    )
    related = seats.select_related("person", "post__body", "post__unit")
    for seat in related.order_by("post__body__lo", "post__ordinal", "pk"):
        last = seat.valid_to - timedelta(days=1) if seat.valid_to else None
        yield {
            "id": str(seat.person_id),
            "full_name": seat.person.full_name,
            "email": seat.person.email,
            "telephone": seat.person.telephone,
            "body_id": str(seat.post.body_id),
            "body": seat.post.body.name,
            "unit": seat.post.unit.name if seat.post.unit else "",
            "title": seat.post.title,
            "valid_from": seat.valid_from.isoformat(),
            "last_day": last.isoformat() if last else "",
            "main": "x" if seat.main_since else "",
        }


_BY_KIND: Mapping[SheetKind, Callable[[int, date], Iterator[dict[str, str]]]] = {
    SheetKind.BODIES: _bodies,
    SheetKind.UNITS: _units,
    SheetKind.POSTS: _posts,
    SheetKind.PEOPLE: _people,
}
