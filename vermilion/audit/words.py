"""What acts, subjects and facts are called in words.

The log knows acts by dotted names (`registry.incoming.registered`). The package that performs an
act also names it, in its own `types` module and its own catalogue of translations:

    ACTS = {"registry.incoming.registered": _("Entered %(number)s in the incoming book")}
    SUBJECTS = {"entry": _("Register entry")}      # the kinds of its subjects
    FACTS = {"number": _("Number")}                # the names of its facts, where worth naming

The site collects them when it starts (`vermilion.site.acts`) and says at which page a subject is
found. Places such as `%(number)s` are filled with the facts of the trace; a fact that is missing
leaves a dash.
"""

from collections.abc import Mapping
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

Word = str | Promise
Words = Mapping[str, Word]


class _Dictionary:
    """Holds the words of this installation."""

    def __init__(self) -> None:
        self.acts: Words = {}
        self.subjects: Words = {}
        self.facts: Words = {}
        self.pages: Mapping[str, str] = {}


_dictionary = _Dictionary()


def connect(*, acts: Words, subjects: Words, facts: Words, pages: Mapping[str, str]) -> None:
    """Set the words, once, when the installation starts. `pages` names a URL per subject kind."""
    _dictionary.acts = acts
    _dictionary.subjects = subjects
    _dictionary.facts = facts
    _dictionary.pages = pages


def acts() -> list[tuple[str, str]]:
    """Every act that has words, with its words without facts, in their order."""
    named = [(name, _without_facts(words)) for name, words in _dictionary.acts.items()]
    return sorted(named, key=lambda each: each[1])


def act_in_words(act: str, facts: Mapping[str, Any]) -> str:
    """What was done, as a sentence in the language at hand; the dotted name where none is known."""
    words = _dictionary.acts.get(act)
    return act if words is None else str(words) % _Filled(facts)


def subject_in_words(subject: str) -> str:
    """What it was done to: `entry:12` as its kind in words and its number."""
    kind, _colon, number = subject.partition(":")
    words = _dictionary.subjects.get(kind)
    return subject if words is None else f"{words} {number}"


def subject_page(subject: str) -> str | None:
    """Where the subject is found on screen, or None."""
    kind, _colon, number = subject.partition(":")
    name = _dictionary.pages.get(kind)
    if name is None:
        return None
    try:
        return reverse(name, args=[number])
    except NoReverseMatch:
        return None


def facts_in_words(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Each fact with its name and its value as a person reads them."""
    return [
        (str(_dictionary.facts.get(name, name)), _value(value))
        for name, value in sorted(facts.items())
    ]


class _Filled(dict[str, str]):
    """Facts as places of a sentence; what is missing is a dash."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        super().__init__({name: _value(value) for name, value in facts.items()})

    def __missing__(self, _name: str) -> str:
        return "–"


def _without_facts(words: str | Promise) -> str:
    return str(words) % _Ellipses()


class _Ellipses(dict[str, str]):
    def __missing__(self, _name: str) -> str:
        return "…"


def _value(value: Any) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    return str(value)
