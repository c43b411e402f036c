"""What one row of a sheet brings about, through the same acts as the pages."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from django.db.models import Q

from vermilion.directory import models
from vermilion.directory.actions.bodies import (
    NothingChanges,
    alter_body,
    found_body,
    move_body,
    rename_body,
)
from vermilion.directory.actions.codes import add_identifier
from vermilion.directory.actions.finding import (
    NotAmongThem,
    Setting,
    body_named,
    by_number,
    day_in,
    known_body,
    known_person,
    number_in,
    only_one,
    posts_titled,
    unit_named,
    units_in,
)
from vermilion.directory.actions.people import (
    appoint,
    correct_person,
    end_appointment,
    enter_person,
)
from vermilion.directory.actions.posts import alter_post, create_post
from vermilion.directory.actions.units import move_unit, open_unit, rename_unit
from vermilion.directory.queries.days import holding
from vermilion.directory.sheets import Row
from vermilion.directory.types import SIGNING, SheetKind
from vermilion.kernel.letters import folded

MADE, CHANGED, UNCHANGED = "made", "changed", "unchanged"
_YES = {"x", "1", "yes", "true", "co", "हाँ", "نعم"}


def carry_out(kind: SheetKind, row: Row, setting: Setting) -> str:
    """Make what a row says come about; gives made, changed or unchanged."""
    return _BY_KIND[kind](row, setting)


def _body_row(row: Row, setting: Setting) -> str:
    body = known_body(row, setting)
    kind = setting.kinds.get(folded(row["kind"]))
    if kind is None:
        raise NotAmongThem(column="kind", typed=row["kind"])
    parent_id = body_named(row, setting, "parent")
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
            on=day_in(row, "valid_from"),
            at=setting.at,
        )
        _give_code(made, row, setting)
        return MADE

    changed = _change_body(body, kind, parent_id, row, setting)
    return CHANGED if changed else UNCHANGED


def _change_body(
    body: models.Body, kind: str, parent_id: int | None, row: Row, setting: Setting
) -> bool:
    """Name, particulars, code and place, each where the row says otherwise; whether any did."""
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
    return any(done)


def _unit_row(row: Row, setting: Setting) -> str:
    body_id = body_named(row, setting, "body") or setting.body.pk
    units = units_in(body_id, setting)
    ordinal = number_in(row, "ordinal")
    parent_id = unit_named(row, "parent", units)
    unit = by_number(row, units) or only_one(
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
            on=day_in(row, "valid_from"),
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
    body_id = body_named(row, setting, "body") or setting.body.pk
    unit_id = unit_named(row, "unit", units_in(body_id, setting))
    posts = list(
        models.Post.objects.filter(holding(setting.today), body=body_id).order_by("ordinal", "pk")
    )
    fitting = [
        each
        for each in posts
        if folded(each.title) == folded(row["title"]) and each.unit_id == unit_id
    ]
    post = by_number(row, posts) or only_one(fitting, row["title"], "title")
    duties, signs_as = _carried(row)
    if post is None:
        create_post(
            actor=setting.actor,
            body_id=body_id,
            title=row["title"],
            unit_id=unit_id,
            duties=duties,
            signs_as=signs_as,
            ordinal=number_in(row, "ordinal"),
            on=day_in(row, "valid_from"),
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
            ordinal=number_in(row, "ordinal"),
            at=setting.at,
        )
    )
    return CHANGED if changed else UNCHANGED


def _carried(row: Row) -> tuple[list[str], str]:
    """The duties a row names, and in whose right the post signs."""
    duties = [word.strip() for word in row.get("duties", "").split(",") if word.strip()]
    signs_as = row.get("signs_as", "")
    if signs_as and signs_as not in SIGNING:
        raise NotAmongThem(column="signs_as", typed=signs_as)
    return duties, signs_as


def _person_row(row: Row, setting: Setting) -> str:
    body_id = body_named(row, setting, "body") or setting.body.pk
    title = row.get("title", "")
    posts = posts_titled(row, body_id, setting) if title else []
    person = known_person(row, posts)
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
    last = day_in(row, "last_day")
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
    start = day_in(row, "valid_from")
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
