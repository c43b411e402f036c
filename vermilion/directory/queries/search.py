"""Find bodies while somebody types: with tones or without, by initials, former names and codes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from vermilion.directory import models
from vermilion.directory.queries.bodies import branch, present_bodies
from vermilion.directory.queries.days import holding
from vermilion.directory.types import Choice
from vermilion.kernel.letters import folded
from vermilion.kernel.text import composed

ROWS = 20


def search(
    text: str, *, on: date, kinds: Sequence[str] = (), below: int | None = None
) -> list[Choice]:
    """At most twenty bodies that exist on a day and that a person may mean by what was typed.

    Every word must begin a word of the name, its short forms or its initials. A former name or a
    former code leads to the present body, and says so. Higher bodies come first.
    """
    typed = composed(text)[:200]
    if not folded(typed):
        return []
    found = _by_name(typed, on, kinds, below)
    if len(found) < ROWS:
        known = {each.id for each in found}
        by_other = _by_other(typed, on, kinds, below)
        found += [each for each in by_other if each.id not in known]
    return found[:ROWS]


def bodies_meant(typed: str, *, on: date, below: int | None = None) -> list[Choice]:
    """The bodies that a code or a name means exactly; else those that a search finds.

    One row: that is meant. Several: the person must say more.
    """
    coded = models.Identifier.objects.filter(holding(on), value__iexact=typed)
    named = models.Body.objects.filter(
        holding(on), Q(name__iexact=typed) | Q(pk__in=coded.values("body"))
    )
    rows = (
        _within(named, (), below)
        .order_by("kind__level", "sort_key", "pk")
        .values_list("pk", "name", "parent__name")
    )
    exact = [Choice(id=pk, name=name, detail=parent or "") for pk, name, parent in rows[:ROWS]]
    return exact or search(typed, on=on, below=below)


def _by_name(typed: str, on: date, kinds: Sequence[str], below: int | None) -> list[Choice]:
    rows = (
        _within(models.Body.objects.filter(holding(on)), kinds, below)
        .filter(_all_words(typed))
        .annotate(
            as_typed=_first(name__icontains=typed),
            together=_first(search_key__contains=f" {folded(typed)}"),
            from_start=_first(search_key__startswith=f" {folded(typed)}"),
        )
        .order_by(
            "-as_typed",
            "-together",
            "kind__level",
            "kind__ordinal",
            "-from_start",
            "sort_key",
            "pk",
        )
        .values_list("pk", "name", "parent__name")
    )
    return [Choice(id=pk, name=name, detail=parent or "") for pk, name, parent in rows[:ROWS]]


def _by_other(typed: str, on: date, kinds: Sequence[str], below: int | None) -> list[Choice]:
    """Bodies that a code, a former code or a former name leads to."""
    codes = models.Identifier.objects.filter(value__istartswith=typed, valid_from__lte=on).order_by(
        "value", "pk"
    )
    names = models.BodyState.objects.filter(_all_words(typed), valid_to__lte=on)
    names = names.order_by("-valid_to", "pk")
    came_by: dict[int, str] = {}
    for body_id, value in codes.values_list("body_id", "value")[:ROWS]:
        came_by.setdefault(body_id, value)
    for body_id, name in names.values_list("body_id", "name")[:ROWS]:
        came_by.setdefault(body_id, name)

    notes: dict[int, str] = {}
    for start, leads in present_bodies(list(came_by), on).items():
        for body_id, _name in leads:
            said = _("formerly %(name)s") if body_id != start else _("also %(name)s")
            notes.setdefault(body_id, said % {"name": came_by[start]})
    rows = _within(models.Body.objects.filter(pk__in=notes), kinds, below)
    found = rows.order_by("sort_key", "pk").values_list("pk", "name", "parent__name")
    return [
        Choice(id=pk, name=name, detail=parent or "", note=notes[pk]) for pk, name, parent in found
    ]


def _all_words(typed: str) -> Q:
    every = Q()
    for word in folded(typed).split():
        every &= Q(search_key__contains=f" {word}")
    return every


def _first(**condition: Any) -> Case:
    return Case(
        When(**condition, then=Value(True)), default=Value(False), output_field=BooleanField()
    )


def _within(
    bodies: QuerySet[models.Body], kinds: Sequence[str], below: int | None
) -> QuerySet[models.Body]:
    if kinds:
        bodies = bodies.filter(kind__code__in=kinds)
    if below is not None:
        bodies = bodies.filter(pk__in=branch(below).order_by().values("pk"))
    return bodies
