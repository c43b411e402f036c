"""What somebody wants to see of a list, as the address says it; and the address that says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.http import QueryDict

from vermilion.desk.types import USUAL_COLUMNS, Column, Mode, Spacing, Term, View
from vermilion.documents.types import Urgency
from vermilion.kernel.cursors import as_key, as_keys
from vermilion.routing.types import Standing

"""Digits of a key that a bigint surely holds."""

SORTS = ("arrived", "due", "urgency", "sender", "code", "dated", "number", "state", "since", "type")
"""What a list can be sorted by."""

MOST_SORTS = 3
LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which papers of a list are wanted. Empty values want every one."""

    words: str = ""
    urgency: tuple[int, ...] = ()
    types: tuple[int, ...] = ()
    sender: str = ""
    since: date | None = None
    until: date | None = None
    due_since: date | None = None
    due_until: date | None = None
    term: str = ""
    unit_id: int | None = None
    appointment_id: int | None = None
    standing: tuple[str, ...] = ()
    has_file: bool | None = None

    def __bool__(self) -> bool:
        return self != Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a list is drawn: sorted by what, as lines or a table, how close, with which columns."""

    sort: tuple[str, ...] = ()
    mode: Mode = Mode.ROWS
    columns: tuple[Column, ...] = USUAL_COLUMNS
    widths: Mapping[str, int] = field(default_factory=dict)
    spacing: Spacing = Spacing.USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One state of the desk. Everything in it stands in the address."""

    view: View
    filters: Filters = field(default_factory=Filters)
    layout: Layout = field(default_factory=Layout)
    after: str = ""
    chosen: int | None = None
    left: int | None = None
    saved: int | None = None


def read(asked: QueryDict, *, view: View, usual: Layout) -> Wanted:
    """The state that an address names. What it does not say is as usual; nonsense is not said."""
    return Wanted(
        view=view,
        filters=_filters(asked),
        layout=_layout(asked, usual),
        after=asked.get("after", "")[:300],
        chosen=as_key(asked.get("chosen", "")),
        left=as_key(asked.get("left", "")),
        saved=as_key(asked.get("saved", "")),
    )


def _filters(asked: QueryDict) -> Filters:
    return Filters(
        words=asked.get("q", "").replace("\x00", "").strip()[:LONGEST_WORDS],
        urgency=tuple(
            sorted({int(each) for each in asked.getlist("urgency") if each in _URGENCIES})
        ),
        types=_keys(asked.getlist("type")),
        sender=asked.get("sender", "").replace("\x00", "").strip()[:LONGEST_WORDS],
        since=_day(asked.get("since", "")),
        until=_day(asked.get("until", "")),
        due_since=_day(asked.get("due_since", "")),
        due_until=_day(asked.get("due_until", "")),
        term=asked.get("term", "") if asked.get("term", "") in Term.values else "",
        unit_id=as_key(asked.get("unit", "")),
        appointment_id=as_key(asked.get("person", "")),
        standing=tuple(
            sorted({each for each in asked.getlist("state") if each in Standing.values})
        ),
        has_file={"1": True, "0": False}.get(asked.get("file", "")),
    )


_URGENCIES = {str(each) for each in Urgency.values}


def _layout(asked: QueryDict, usual: Layout) -> Layout:
    layout = usual
    if "sort" in asked:
        layout = replace(layout, sort=sorts(asked.get("sort", "")))
    if asked.get("mode", "") in Mode.values:
        layout = replace(layout, mode=Mode(asked.get("mode", "")))
    if asked.get("spacing") in Spacing.values:
        layout = replace(layout, spacing=Spacing(asked.get("spacing", "")))
    if "columns" in asked:
        named = [each for value in asked.getlist("columns") for each in value.split(",")]
        chosen = tuple(dict.fromkeys(Column(each) for each in named if each in Column.values))
        layout = replace(layout, columns=chosen or USUAL_COLUMNS)
    return layout


def sorts(text: str) -> tuple[str, ...]:
    """The keys that a text like "-urgency,due" sorts by, each once."""
    keys: dict[str, str] = {}
    for each in text.split(","):
        name = each.removeprefix("-")
        if name in SORTS:
            keys.setdefault(name, each)
    return tuple(keys.values())[:MOST_SORTS]


def layout_of(kept: Mapping[str, Any]) -> Layout:
    """The layout that was kept as plain values; what is no longer known is left out."""
    return Layout(
        sort=sorts(",".join(kept.get("sort", ()))),
        mode=Mode(kept["mode"]) if kept.get("mode") in Mode.values else Mode.ROWS,
        columns=tuple(Column(each) for each in kept.get("columns", ()) if each in Column.values)
        or USUAL_COLUMNS,
        widths={
            str(name): int(width)
            for name, width in dict(kept.get("widths", {})).items()
            if name in Column.values
        },
        spacing=_spacing(kept.get("spacing")),
    )


def _spacing(said: object) -> Spacing:
    return Spacing(str(said)) if said in Spacing.values else Spacing.USUAL


def kept(layout: Layout) -> dict[str, Any]:
    """A layout as plain values, to be kept."""
    return {
        "sort": list(layout.sort),
        "mode": layout.mode.value,
        "columns": [each.value for each in layout.columns],
        "widths": dict(layout.widths),
        "spacing": layout.spacing.value,
    }


def address(
    wanted: Wanted, *, usual: Layout | None = None, place: bool = False, **other: object
) -> str:
    """The query that says this state: only what differs from the usual; `place` with the page.

    `other` adds to it, and takes away what is None.
    """
    query = QueryDict(mutable=True)
    query["view"] = wanted.view.value
    if wanted.saved:
        query["saved"] = str(wanted.saved)
    _say_filters(query, wanted.filters)
    if wanted.layout.sort != (usual.sort if usual else ()):
        query["sort"] = ",".join(wanted.layout.sort)
    if wanted.layout.mode != (usual.mode if usual else Mode.ROWS):
        query["mode"] = wanted.layout.mode.value
    if wanted.layout.spacing != (usual.spacing if usual else Spacing.USUAL):
        query["spacing"] = wanted.layout.spacing.value
    if wanted.layout.columns != (usual.columns if usual else USUAL_COLUMNS):
        query["columns"] = ",".join(each.value for each in wanted.layout.columns)
    if place and wanted.after:
        query["after"] = wanted.after
    for name, value in other.items():
        query.pop(name, None)
        if value is not None:
            query[name] = str(value)
    return query.urlencode(safe=",")


def _say_filters(query: QueryDict, filters: Filters) -> None:
    texts = {
        "q": filters.words,
        "sender": filters.sender,
        "since": filters.since.isoformat() if filters.since else "",
        "until": filters.until.isoformat() if filters.until else "",
        "due_since": filters.due_since.isoformat() if filters.due_since else "",
        "due_until": filters.due_until.isoformat() if filters.due_until else "",
        "term": filters.term,
        "unit": str(filters.unit_id or ""),
        "person": str(filters.appointment_id or ""),
        "file": {True: "1", False: "0", None: ""}[filters.has_file],
    }
    query.update({name: text for name, text in texts.items() if text})
    for name, values in (
        ("urgency", filters.urgency),
        ("type", filters.types),
        ("state", filters.standing),
    ):
        if values:
            query.setlist(name, [str(each) for each in values])


def _day(text: str) -> date | None:
    """A day as an address has it (2026-11-21) or as somebody types it (21/11/2026)."""
    parts = text.strip().split("/")
    iso = "-".join(reversed(parts)) if len(parts) == 3 else text.strip()
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _keys(texts: list[str]) -> tuple[int, ...]:
    return tuple(sorted(set(as_keys(texts))))
