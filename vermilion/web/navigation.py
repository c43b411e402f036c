"""The places of the rail: what they are called, where they lead, how much waits there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from vermilion.kernel.actors import Actor
from vermilion.web.requests import ActingRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A place in the rail. `count` says how much waits there; `shown` for whom the place is.

    `sections` are further URL namespaces that belong to the place, so that its mark stays when
    one reads a single entry of the book. `key` leads there after "g".
    """

    name: str
    label: str | Promise
    icon: str
    url_name: str
    count: Callable[[ActingRequest], int | None] | None = None
    shown: Callable[[Actor], bool] | None = None
    sections: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An item as it stands on one page, for one actor."""

    name: str
    label: str | Promise
    icon: str
    url: str
    count: int | None
    current: bool
    key: str = ""


@cache
def _items() -> tuple[Item, ...]:
    return tuple(import_string(settings.NAVIGATION))


def places(request: ActingRequest, items: Iterable[Item] | None = None) -> list[Place]:
    """The rail of this actor on this page. A place whose page is not built yet is left out."""
    return [
        place
        for item in (_items() if items is None else items)
        if item.shown is None or item.shown(request.actor)
        if (place := _place(request, item)) is not None
    ]


def _place(request: ActingRequest, item: Item) -> Place | None:
    try:
        url = reverse(item.url_name)
    except NoReverseMatch:
        return None
    return Place(
        name=item.name,
        label=item.label,
        icon=item.icon,
        url=url,
        count=item.count(request) if item.count else None,
        current=_is_current(request, item),
        key=item.key,
    )


def _is_current(request: HttpRequest, item: Item) -> bool:
    match = request.resolver_match
    if match is None:
        return False
    return match.view_name == item.url_name or match.namespace in item.sections
