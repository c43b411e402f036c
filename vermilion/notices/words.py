"""Notices in words: sentences filled with facts, in the language and time zone at hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vermilion.notices.types import Paper, house

_APART, _TOGETHER = "\u2068", "\u2069"
"""Isolates of the bidirectional algorithm: a name stays whole in an Arabic line."""


class _Filled(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "–"


def sentence(event: str, *, by: str, facts: Mapping[str, Any]) -> str:
    """What came about, as a sentence. A happening that is known no more says its own name."""
    kind = house.happenings.get(event)
    if kind is None:
        return event
    values = {name: _plain(name, value) for name, value in facts.items() if value is not None}
    return str(kind.told) % _Filled({"by": isolated(by), **values})


def because(reason: str) -> str:
    """Why one was told, as a sentence."""
    known = house.reasons.get(reason)
    return str(known.because) if known else ""


def papers_called(abouts: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Paper]:
    """What these papers may be called. One question for each kind of paper."""
    by_kind: dict[str, set[int]] = {}
    for kind, key in abouts:
        by_kind.setdefault(kind, set()).add(key)
    found = {}
    for kind, keys in by_kind.items():
        called = house.papers.get(kind)
        named = called(sorted(keys)) if called else {}
        for key in keys:
            found[kind, key] = named.get(key) or Paper(
                title=_("A matter that is not here any more")
            )
    return found


def isolated(value: object) -> str:
    """A value within a sentence, kept whole where the sentence runs from right to left."""
    text = str(value)
    return f"{_APART}{text}{_TOGETHER}" if translation.get_language_bidi() and text else text


@dataclass(frozen=True, slots=True)
class Line:
    """One happening as it is read: what, by whom, when, for which reason."""

    what: str
    at: datetime
    because: str


def _plain(name: str, value: Any) -> str:
    if name.endswith("_at") and isinstance(value, str):
        moment = datetime.fromisoformat(value)
        return isolated(date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT"))
    if name.endswith("_on") and isinstance(value, str):
        return isolated(date_format(date.fromisoformat(value), "SHORT_DATE_FORMAT"))
    return isolated(value)
