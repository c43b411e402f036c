"""What one row of a sheet brings about, through the same acts as the pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vermilion.directory import models, queries
from vermilion.directory.actions.bodies import (
    NothingChanges,
    alter_body,
    found_body,
    move_body,
    rename_body,
)
from vermilion.directory.actions.codes import add_identifier
from vermilion.directory.actions.people import (
    appoint,
    correct_person,
    end_appointment,
    enter_person,
)
from vermilion.directory.actions.posts import alter_post, create_post
from vermilion.directory.actions.units import move_unit, open_unit, rename_unit
from vermilion.directory.queries.days import holding
from vermilion.directory.sheets import Row, SheetKind, day_typed
from vermilion.directory.types import Authority
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.letters import folded
from vermilion.kernel.refusals import Refused

Thing = TypeVar("Thing")
Place = TypeVar("Place", models.Unit, models.Post)
MADE, CHANGED, UNCHANGED = "made", "changed", "unchanged"
_YES = {"x", "1", "yes", "true", "co", "हाँ", "نعم"}


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


def carry_out(kind: SheetKind, row: Row, setting: Setting) -> str:
    """Make what a row says come about; gives made, changed or unchanged."""
    return _BY_KIND[kind](row, setting)


def _body_row(row: Row, setting: Setting) -> str:
    body = _known_body(row, setting)
    kind = setting.kinds.get(folded(row["kind"]))
    if kind is None:
        raise NotAmongThem(column="kind", typed=row["kind"])
    parent_id = _body_named(row, setting, "parent")
    if body is None:
        made = found_body(
            actor=setting.actor,
            kind=kind,
            name=row["name"],
            parent_id=parent_id or setting.body.pk,
            short_name=row.get("short_name", ""),
            abbreviation=row.get("abbreviation", ""),
            place=row.get("place", ""),
            time_zone=row.get("time_zone", ""),
            on=_day(row, "valid_from"),
            at=setting.at,
        )
        _give_code(made, row, setting)
        return MADE

    done = [
        _unless_same(
            lambda: rename_body(
                actor=setting.actor,
                body_id=body.pk,
                name=row["name"],
                short_name=row.get("short_name"),
                abbreviation=row.get("abbreviation"),
                at=setting.at,
            )
        ),
        _unless_same(
            lambda: alter_body(
                actor=setting.actor,
                body_id=body.pk,
                kind=kind,
                place=row.get("place", body.place),
                time_zone=row.get("time_zone") or body.time_zone,
                at=setting.at,
            )
        ),
        _give_code(body, row, setting),
    ]
    if parent_id is not None and parent_id != body.parent_id:
        move_body(actor=setting.actor, body_id=body.pk, parent_id=parent_id, at=setting.at)
        done.append(True)
    return CHANGED if any(done) else UNCHANGED


def _unit_row(row: Row, setting: Setting) -> str:
    body_id = _body_named(row, setting, "body") or setting.body.pk
    units = _units_of(body_id, setting)
    ordinal = _number(row, "ordinal")
    parent_id = _unit_named(row, "parent", units)
    unit = _by_number(row, units) or _only(
        [each for each in units if folded(each.name) == folded(row["name"])], row["name"], "name"
    )
    if unit is None:
        open_unit(
            actor=setting.actor,
            body_id=body_id,
            name=row["name"],
            abbreviation=row.get("abbreviation", ""),
            parent_id=parent_id,
            ordinal=ordinal,
            on=_day(row, "valid_from"),
            at=setting.at,
        )
        return MADE
    done = [
        _unless_same(
            lambda: rename_unit(
                actor=setting.actor,
                unit_id=unit.pk,
                name=row["name"],
                abbreviation=row.get("abbreviation"),
                ordinal=ordinal,
                at=setting.at,
            )
        )
    ]
    if "parent" in row and parent_id != unit.parent_id:
        move_unit(actor=setting.actor, unit_id=unit.pk, parent_id=parent_id, at=setting.at)
        done.append(True)
    return CHANGED if any(done) else UNCHANGED


def _post_row(row: Row, setting: Setting) -> str:
    body_id = _body_named(row, setting, "body") or setting.body.pk
    unit_id = _unit_named(row, "unit", _units_of(body_id, setting))
    posts = list(
        models.Post.objects.filter(holding(setting.today), body=body_id).order_by("ordinal", "pk")
    )
    fitting = [
        each
        for each in posts
        if folded(each.title) == folded(row["title"]) and each.unit_id == unit_id
    ]
    post = _by_number(row, posts) or _only(fitting, row["title"], "title")
    duties = [word.strip() for word in row.get("duties", "").split(",") if word.strip()]
    signs_as = row.get("signs_as", "")
    if signs_as and signs_as not in Authority.values:
        raise NotAmongThem(column="signs_as", typed=signs_as)
    if post is None:
        create_post(
            actor=setting.actor,
            body_id=body_id,
            title=row["title"],
            unit_id=unit_id,
            duties=duties,
            signs_as=signs_as,
            ordinal=_number(row, "ordinal"),
            on=_day(row, "valid_from"),
            at=setting.at,
        )
        return MADE
    changed = _unless_same(
        lambda: alter_post(
            actor=setting.actor,
            post_id=post.pk,
            title=row["title"],
            unit_id=unit_id if "unit" in row else post.unit_id,
            duties=duties if "duties" in row else post.duties,
            signs_as=signs_as if "signs_as" in row else post.signs_as,
            ordinal=_number(row, "ordinal"),
            at=setting.at,
        )
    )
    return CHANGED if changed else UNCHANGED


def _person_row(row: Row, setting: Setting) -> str:
    body_id = _body_named(row, setting, "body") or setting.body.pk
    title = row.get("title", "")
    posts = _posts_titled(row, body_id, setting) if title else []
    person = _known_person(row, posts)
    made = person is None
    if person is None:
        person = enter_person(
            actor=setting.actor,
            full_name=row["full_name"],
            email=row.get("email", ""),
            telephone=row.get("telephone", ""),
            kept_by_id=body_id,
            at=setting.at,
        )
        corrected = False
    else:
        known = person
        corrected = _unless_same(
            lambda: correct_person(
                actor=setting.actor,
                person_id=known.pk,
                full_name=row["full_name"],
                email=row.get("email", known.email),
                telephone=row.get("telephone", known.telephone),
                clearance=known.clearance,
                at=setting.at,
            )
        )
    seated = _seat(person, posts, row, setting) if title else False
    if made:
        return MADE
    return CHANGED if corrected or seated else UNCHANGED


def _seat(person: models.Person, posts: list[models.Post], row: Row, setting: Setting) -> bool:
    """Appoint to the post the row names, or end the appointment it gives a last day; whether so."""
    last = _day(row, "last_day")
    until = last + timedelta(days=1) if last else None
    held = (
        models.Appointment.objects.filter(
            Q(valid_to=None) | Q(valid_to__gt=setting.today), person=person, post__in=posts
        )
        .order_by("pk")
        .first()
    )
    if held is not None:
        if until is None or held.valid_to == until:
            return False
        end_appointment(actor=setting.actor, appointment_id=held.pk, at=setting.at, on=until)
        return True
    taken = set(
        models.Appointment.objects.filter(
            Q(valid_to=None) | Q(valid_to__gt=setting.today), post__in=posts
        ).values_list("post_id", flat=True)
    )
    post = next((each for each in posts if each.pk not in taken), posts[0])
    start = _day(row, "valid_from")
    appoint(
        actor=setting.actor,
        person_id=person.pk,
        post_id=post.pk,
        on=max(start, post.valid_from) if start else None,
        until=until,
        is_main=True if folded(row.get("main", "")) in _YES else None,
        at=setting.at,
    )
    return True


def _posts_titled(row: Row, body_id: int, setting: Setting) -> list[models.Post]:
    unit_id = _unit_named(row, "unit", _units_of(body_id, setting))
    posts = models.Post.objects.filter(holding(setting.today), body=body_id, unit=unit_id)
    fitting = [
        post
        for post in posts.order_by("ordinal", "pk")
        if folded(post.title) == folded(row["title"])
    ]
    if not fitting:
        raise NotAmongThem(column="title", typed=row["title"])
    return fitting


def _known_person(row: Row, posts: list[models.Post]) -> models.Person | None:
    """By number; by e-mail; else whoever of this name holds or held one of these posts."""
    people = models.Person.objects.order_by("pk")
    if row.get("id"):
        found = people.filter(pk=_number(row, "id") or 0).first()
        if found is None:
            raise NotAmongThem(column="id", typed=row["id"])
        return found
    if row.get("email"):
        same = list(people.filter(email__iexact=row["email"])[:2])
        if same:
            return _only(same, row["email"], "email")
    namesakes = people.filter(full_name=row["full_name"], appointments__post__in=posts).distinct()
    return _only(list(namesakes[:2]), row["full_name"], "full_name")


def _known_body(row: Row, setting: Setting) -> models.Body | None:
    """By number, by code, else the body of this name just below the one the row names."""
    bodies = models.Body.objects.filter(holding(setting.today)).order_by("pk")
    if row.get("id"):
        found = bodies.filter(pk=_number(row, "id") or 0).first()
        if found is None:
            raise NotAmongThem(column="id", typed=row["id"])
        return found
    if row.get("code"):
        coded = models.Identifier.objects.filter(holding(setting.today), value=row["code"])
        if row.get("scheme"):
            coded = coded.filter(scheme=row["scheme"])
        known = list(bodies.filter(pk__in=coded.values("body"))[:2])
        if known:
            return _only(known, row["code"], "code")
    parent_id = _body_named(row, setting, "parent") or setting.body.pk
    return bodies.filter(parent=parent_id, name=row["name"]).first()


def _body_named(row: Row, setting: Setting, column: str) -> int | None:
    """The body that a pair of columns names: by number, or by code or name within the branch."""
    if row.get(f"{column}_id"):
        number = _number(row, f"{column}_id") or 0
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


def _give_code(body: models.Body, row: Row, setting: Setting) -> bool:
    code, scheme = row.get("code", ""), row.get("scheme", "")
    if not code:
        return False
    present = models.Identifier.objects.filter(holding(setting.today), body=body, value=code)
    if (present.filter(scheme=scheme) if scheme else present).exists():
        return False
    add_identifier(
        actor=setting.actor,
        body_id=body.pk,
        scheme=scheme or "local",
        value=code,
        on=max(body.valid_from, setting.today),
        at=setting.at,
    )
    return True


def _units_of(body_id: int, setting: Setting) -> list[models.Unit]:
    units = models.Unit.objects.filter(holding(setting.today), body=body_id)
    return list(units.order_by("ordinal", "pk"))


def _unit_named(row: Row, column: str, units: list[models.Unit]) -> int | None:
    typed = row.get(column, "")
    if not typed:
        return None
    fitting = [
        unit for unit in units if folded(typed) in (folded(unit.name), folded(unit.abbreviation))
    ]
    unit = _only(fitting, typed, column)
    if unit is None:
        raise NotAmongThem(column=column, typed=typed)
    return unit.pk


def _by_number(row: Row, things: list[Place]) -> Place | None:
    if not row.get("id"):
        return None
    number = _number(row, "id")
    found = next((thing for thing in things if thing.pk == number), None)
    if found is None:
        raise NotAmongThem(column="id", typed=row["id"])
    return found


def _only(found: list[Thing], typed: str, column: str) -> Thing | None:
    if len(found) > 1:
        raise SeveralFit(column=column, typed=typed)
    return found[0] if found else None


def _number(row: Row, column: str) -> int | None:
    typed = row.get(column, "")
    if not typed:
        return None
    if not typed.isdecimal():
        raise NotANumber(column=column, typed=typed)
    return int(typed)


def _day(row: Row, column: str) -> date | None:
    typed = row.get(column, "")
    try:
        return day_typed(typed)
    except ValueError as wrong:
        raise NotADay(column=column, typed=typed) from wrong


def _unless_same(act: Callable[[], object]) -> bool:
    """Carry out a change; whether there was one to make."""
    try:
        act()
    except NothingChanges:
        return False
    return True


_BY_KIND: Mapping[SheetKind, Callable[[Row, Setting], str]] = {
    SheetKind.BODIES: _body_row,
    SheetKind.UNITS: _unit_row,
    SheetKind.POSTS: _post_row,
    SheetKind.PEOPLE: _person_row,
}
