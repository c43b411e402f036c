"""Lists in pages, by cursor: the next page begins after the last row of this one.

A cursor is signed, names its list and is opaque to the caller. Rows that come in while one reads
on are neither doubled nor lost; no page is slower than the first.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import urlencode

from django.core import signing
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Field, Schema

from vermilion.kernel.refusals import Refused

Row = TypeVar("Row", bound=Model)
Item = TypeVar("Item")

Cursor = Annotated[
    str | None,
    Field(max_length=1_000, description="Where to go on: `next` of the page before."),
]
Limit = Annotated[int, Field(ge=1, le=200, description="How many items at most.")]


class UnknownCursor(Refused):
    """A cursor that was not given out here, or for another list."""

    message = _("This cursor was not given out for this list.")
    status = 404


class Page(Schema, Generic[Item]):
    """Some items of a list, and where it goes on."""

    items: list[Item]
    next: str | None = Field(description="The cursor of the next page; null on the last.")


@dataclass(frozen=True, slots=True)
class Slice(Generic[Row]):
    """Rows of a page, and the cursor of the next."""

    rows: list[Row]
    next: str | None


def cut(
    rows: QuerySet[Row], *, by: Sequence[str], name: str, cursor: str | None, limit: int
) -> Slice[Row]:
    """One page of rows ordered by fields of which the last is unique; `-` turns a field round."""
    ordered = rows.order_by(*by)
    if cursor:
        ordered = ordered.filter(_beyond(by, _read(cursor, name, len(by))))
    found = list(ordered[: limit + 1])
    more = len(found) > limit
    found = found[:limit]
    last = [_value(found[-1], field) for field in by] if more else []
    return Slice(found, _write(last, name) if more else None)


def tell_next(request: HttpRequest, response: HttpResponse, cursor: str | None) -> None:
    """Say in the header Link where the next page is (RFC 8288)."""
    if cursor:
        query = request.GET.copy()
        query["cursor"] = cursor
        address = request.build_absolute_uri(f"{request.path}?{urlencode(query, doseq=True)}")
        response["Link"] = f'<{address}>; rel="next"'


def page_of(
    request: HttpRequest,
    response: HttpResponse,
    found: Slice[Row],
    shown: Callable[[list[Row]], list[Item]],
) -> dict[str, Any]:
    """A page as an operation gives it, with its header."""
    tell_next(request, response, found.next)
    return {"items": shown(found.rows), "next": found.next}


def _beyond(by: Sequence[str], values: Sequence[Any]) -> Q:
    """Rows after these values: (a, b) > (x, y), each field in its own direction."""
    beyond = Q()
    for place, field in enumerate(by):
        condition = Q(
            **{f"{field.lstrip('-')}__{'lt' if field[0] == '-' else 'gt'}": values[place]}
        )
        for before in range(place):
            condition &= Q(**{by[before].lstrip("-"): values[before]})
        beyond |= condition
    return beyond


def _value(row: Model, field: str) -> Any:
    value: Any = row
    for step in field.lstrip("-").split("__"):
        value = getattr(value, step)
    return value


def _write(values: list[Any], name: str) -> str:
    plain = [
        {"t": value.isoformat()} if isinstance(value, date | datetime) else value
        for value in values
    ]
    return signing.dumps(plain, salt=f"cursor:{name}", serializer=_Json)


def _read(cursor: str, name: str, count: int) -> list[Any]:
    try:
        plain = signing.loads(cursor, salt=f"cursor:{name}", serializer=_Json)
    except (signing.BadSignature, ValueError) as wrong:
        raise UnknownCursor from wrong
    if len(plain) != count:
        raise UnknownCursor
    return [value["t"] if isinstance(value, dict) else value for value in plain]


class _Json:
    """Letters as they are: cursors stay short."""

    def dumps(self, obj: Any) -> bytes:
        return json.dumps(obj, separators=(",", ":"), ensure_ascii=False).encode()

    def loads(self, data: bytes) -> Any:
        return json.loads(data)
