"""The box in the bar: what was typed, read as a number, a name, words or an act, and what it finds.

What can be found is a list of finders in one file of the site (`settings.FINDERS`). Each cuts
down to what the actor may see, and says of each hit why it is one. An act is never done from
here: a hit leads to its form.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.db.models import TextChoices
from django.utils import translation
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from vermilion.kernel.letters import folded
from vermilion.web import navigation
from vermilion.web.requests import ActingRequest

LONGEST = 200
EACH = 6
"""Hits of one kind in the box. The page of results shows more."""

MORE = 30
"""Hits of one kind on the page of results."""


class Kind(TextChoices):
    """Under which heading a hit stands. The order is that of the box."""

    ACTS = "acts", _("Acts")
    PAPERS = "papers", _("Papers")
    PAGES = "pages", _("Places")
    BODIES = "bodies", _("Bodies")
    PEOPLE = "people", _("People")
    WORDS = "words", _("Words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found: what it is called, why it was found, and where it leads.

    A hit without an address completes what is typed (`fill`).
    """

    kind: Kind
    label: str
    note: str = ""
    reason: str = ""
    url: str = ""
    fill: str = ""
    icon: str = "arrow-right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something to be done to a paper, by the words people type for it.

    `words` are several, parted by commas; every language of the house is understood whichever is
    shown. `form` says where the act is done for this paper, or nothing where it may not be done.
    """

    name: str
    label: str | Promise
    words: str | Promise
    icon: str
    form: Callable[[ActingRequest, object], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed, read in every way it may be meant."""

    text: str
    words: str
    compact: str
    number: int | None
    year: int | None
    most: int
    acts: tuple[str, ...] = ()
    rest: "Asked | None" = None


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind."""

    kind: Kind
    hits: list[Hit]


Finder = Callable[[ActingRequest, Asked], Iterable[Hit]]

_NUMBER = re.compile(r"(?:so |n )?0*(\d{1,8})(?: (?:nam )?((?:19|20)\d\d))?")
_BETWEEN = re.compile(r"(?<=[^\W\d_])(?=\d)")


def asked(text: str, *, most: int = EACH) -> Asked:
    """Read what was typed: `chuyen125`, `Chuyển 125`, `forward 125` are one and the same."""
    text = text.strip()[:LONGEST]
    words = folded(_BETWEEN.sub(" ", text))
    plain = folded(text)
    meant, rest = _act_and_rest(words)
    number, year = _numbers(plain)
    return Asked(
        text=text,
        words=plain,
        compact=plain.replace(" ", ""),
        number=number,
        year=year,
        most=most,
        acts=meant,
        rest=_of_paper(rest, most) if meant else None,
    )


def found(request: ActingRequest, what: Asked) -> list[Group]:
    """What the finders of the site have for this actor, kind by kind."""
    by_kind: dict[Kind, list[Hit]] = {kind: [] for kind in Kind}
    if what.words:
        for finder in _finders():
            for hit in finder(request, what):
                by_kind[hit.kind].append(hit)
    return [Group(kind, hits[: what.most]) for kind, hits in by_kind.items() if hits]


def pages(request: ActingRequest, what: Asked) -> Iterator[Hit]:
    """Places of the rail whose name has all the words, in the language shown or in another."""
    for place in navigation.places(request):
        names = {folded(name) for name in _in_every_language(place.label)}
        if any(_begin_words(name, what.words) for name in names):
            yield Hit(
                kind=Kind.PAGES,
                label=str(place.label),
                reason=str(_("A page of the house")),
                url=place.url,
                icon=place.icon,
            )


def acts() -> tuple[Act, ...]:
    """Every act that can be asked for here."""
    return tuple(import_string(settings.ACTS_BY_WORD))


def completions(_request: ActingRequest, what: Asked) -> Iterator[Hit]:
    """Acts whose words begin so, before their paper is named."""
    if what.rest is not None or len(what.words) < 2:
        return
    for act in acts():
        if any(word.startswith(what.words) for word in _words_of(act.name)):
            shown = str(act.words).partition(",")[0].strip()
            yield Hit(
                kind=Kind.ACTS,
                label=str(act.label),
                reason=str(_("Type the number of the paper after it")),
                fill=f"{shown} ",
                icon=act.icon,
            )


def _numbers(words: str) -> tuple[int | None, int | None]:
    """The number that was typed, and its year where one was typed with it."""
    match = _NUMBER.fullmatch(words)
    if match is None:
        return None, None
    return int(match[1]), int(match[2]) if match[2] else None


def _of_paper(rest: str, most: int) -> Asked | None:
    if not rest:
        return None
    number, year = _numbers(rest)
    compact = rest.replace(" ", "")
    return Asked(text=rest, words=rest, compact=compact, number=number, year=year, most=most)


def _act_and_rest(words: str) -> tuple[tuple[str, ...], str]:
    """The acts that the first words name, and what follows. The longest name counts."""
    best = ""
    meant: tuple[str, ...] = ()
    for act in acts():
        for word in _words_of(act.name):
            if words == word or words.startswith(f"{word} "):
                if len(word) > len(best):
                    best, meant = word, (act.name,)
                elif len(word) == len(best) and act.name not in meant:
                    meant = (*meant, act.name)
    return meant, words[len(best) :].strip()


@cache
def _words_of(name: str) -> tuple[str, ...]:
    [act] = [each for each in acts() if each.name == name]
    every = {folded(word) for words in _in_every_language(act.words) for word in words.split(",")}
    return tuple(sorted(every - {""}))


def _in_every_language(text: str | Promise) -> set[str]:
    said = set()
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            said.add(str(text))
    return said


def _begin_words(name: str, words: str) -> bool:
    return all(f" {word}" in f" {name}" for word in words.split())


@cache
def _finders() -> tuple[Finder, ...]:
    return tuple(import_string(settings.FINDERS))
