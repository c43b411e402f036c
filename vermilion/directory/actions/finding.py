"""Find what a row of a sheet names: a body, a unit, a post, a person, a day, a number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.utils.translation import gettext_lazy as _

from vermilion.directory import models, queries
from vermilion.directory.queries.days import holding
from vermilion.directory.sheets import Row, day_typed
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.letters import folded
from vermilion.kernel.refusals import Refused

Thing = TypeVar("Thing")
Place = TypeVar("Place", models.Unit, models.Post)


class NotAmongThem(Refused):
    """A row names something that is not there."""

    message = _("There is no such thing here: %(typed)s.")

    def __init__(self, *, column: str, typed: str) -> None:
        self.column = column
        super().__init__(typed=typed)


class SeveralFit(Refused):
    """A row names something that is there more than once."""

    message = _("Several fit: %(typed)s. Give the number in the system.")

    def __init__(self, *, column: str, typed: str) -> None:
        self.column = column
        super().__init__(typed=typed)


class NotADay(Refused):
    message = _("This is not a day of the calendar: %(typed)s. Write it like 21/11/2026.")

    def __init__(self, *, column: str, typed: str) -> None:
        self.column = column
        super().__init__(typed=typed)


class NotANumber(Refused):
    message = _("This is not a number: %(typed)s.")

    def __init__(self, *, column: str, typed: str) -> None:
        self.column = column
        super().__init__(typed=typed)


@dataclass(frozen=True, slots=True)
class Setting:
    """For whom, where and when rows are carried out."""

    actor: Actor
    body: models.Body
    at: datetime
    kinds: Mapping[str, str]

    @property
    def today(self) -> date:
        return local_day(self.at, self.body.time_zone)


def known_body(row: Row, setting: Setting) -> models.Body | None:
    """By number, by code, else the body of this name just below the one the row names."""
    bodies = models.Body.objects.filter(holding(setting.today)).order_by("pk")
    if row.get("id"):
        found = bodies.filter(pk=number_in(row, "id") or 0).first()
        if found is None:
            raise NotAmongThem(column="id", typed=row["id"])
        return found
    if row.get("code"):
        coded = models.Identifier.objects.filter(holding(setting.today), value=row["code"])
        if row.get("scheme"):
            coded = coded.filter(scheme=row["scheme"])
        known = list(bodies.filter(pk__in=coded.values("body"))[:2])
        if known:
            return only_one(known, row["code"], "code")
    parent_id = body_named(row, setting, "parent") or setting.body.pk
    return bodies.filter(parent=parent_id, name=row["name"]).first()


def body_named(row: Row, setting: Setting, column: str) -> int | None:
    """The body that a pair of columns names: by number, or by code or name within the branch."""
    if row.get(f"{column}_id"):
        number = number_in(row, f"{column}_id") or 0
        if not models.Body.objects.filter(pk=number).exists():
            raise NotAmongThem(column=f"{column}_id", typed=row[f"{column}_id"])
        return number
    typed = row.get(column, "")
    if not typed:
        return None
    meant = queries.bodies_meant(typed, on=setting.today, below=setting.body.pk)
    exact = [each for each in meant if folded(each.name) == folded(typed)] or meant
    if not exact:
        raise NotAmongThem(column=column, typed=typed)
    if len(exact) > 1:
        raise SeveralFit(column=column, typed=typed)
    return exact[0].id


def units_in(body_id: int, setting: Setting) -> list[models.Unit]:
    units = models.Unit.objects.filter(holding(setting.today), body=body_id)
    return list(units.order_by("ordinal", "pk"))


def unit_named(row: Row, column: str, units: list[models.Unit]) -> int | None:
    typed = row.get(column, "")
    if not typed:
        return None
    fitting = [
        unit for unit in units if folded(typed) in (folded(unit.name), folded(unit.abbreviation))
    ]
    unit = only_one(fitting, typed, column)
    if unit is None:
        raise NotAmongThem(column=column, typed=typed)
    return unit.pk


def by_number(row: Row, things: list[Place]) -> Place | None:
    if not row.get("id"):
        return None
    number = number_in(row, "id")
    found = next((thing for thing in things if thing.pk == number), None)
    if found is None:
        raise NotAmongThem(column="id", typed=row["id"])
    return found


def only_one(found: list[Thing], typed: str, column: str) -> Thing | None:
    if len(found) > 1:
        raise SeveralFit(column=column, typed=typed)
    return found[0] if found else None


def number_in(row: Row, column: str) -> int | None:
    typed = row.get(column, "")
    if not typed:
        return None
    if not typed.isdecimal():
        raise NotANumber(column=column, typed=typed)
    return int(typed)


def day_in(row: Row, column: str) -> date | None:
    typed = row.get(column, "")
    try:
        return day_typed(typed)
    except ValueError as wrong:
        raise NotADay(column=column, typed=typed) from wrong


def posts_titled(row: Row, body_id: int, setting: Setting) -> list[models.Post]:
    unit_id = unit_named(row, "unit", units_in(body_id, setting))
    posts = models.Post.objects.filter(holding(setting.today), body=body_id, unit=unit_id)
    fitting = [
        post
        for post in posts.order_by("ordinal", "pk")
        if folded(post.title) == folded(row["title"])
    ]
    if not fitting:
        raise NotAmongThem(column="title", typed=row["title"])
    return fitting


def known_person(row: Row, posts: list[models.Post]) -> models.Person | None:
    """By number; by e-mail; else whoever of this name holds or held one of these posts."""
    people = models.Person.objects.order_by("pk")
    if row.get("id"):
        found = people.filter(pk=number_in(row, "id") or 0).first()
        if found is None:
            raise NotAmongThem(column="id", typed=row["id"])
        return found
    if row.get("email"):
        same = list(people.filter(email__iexact=row["email"])[:2])
        if same:
            return only_one(same, row["email"], "email")
    namesakes = people.filter(full_name=row["full_name"], appointments__post__in=posts).distinct()
    return only_one(list(namesakes[:2]), row["full_name"], "full_name")
