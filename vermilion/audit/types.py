"""What other packages hand to the log and get from it: plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vermilion.audit.words import Word, act_in_words, connect

__all__ = ["ACTS", "FACTS", "SUBJECTS", "Act", "Sought", "Word", "connect"]

ACTS: Mapping[str, str | Promise] = {
    "audit.log.read": _("Read the log"),
    "audit.bundle.read": _("Read whole bundles of the log"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, str | Promise] = {
    "bundle": _("Bundle of the log"),
}

FACTS: Mapping[str, str | Promise] = {
    "sought_act": _("Act asked for"),
    "sought_person": _("Person asked for"),
    "sought_day": _("Day asked for"),
    "sought_subject": _("Subject asked for"),
    "sought_entry": _("Entry asked for"),
}


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for in the log. Empty fields ask nothing."""

    act: str = ""
    person: int | None = None
    day: date | None = None
    subject: str = ""
    entry: int | None = None

    def as_facts(self) -> dict[str, str | int]:
        """The question as it is written down."""
        asked = {each.name: getattr(self, each.name) for each in fields(self)}
        return {
            f"sought_{name}": value if isinstance(value, int) else str(value)
            for name, value in asked.items()
            if value
        }


@dataclass(frozen=True, slots=True)
class Act:
    """One line of a history: who did what when, to what, as it was written down then."""

    id: int
    at: datetime
    act: str
    subject: str
    actor: Mapping[str, Any]
    facts: Mapping[str, Any]
    request: str
    index: int | None = None
    """The place in the tree; None while it is on its way there."""

    @property
    def in_words(self) -> str:
        """What was done, as a sentence in the language at hand."""
        return act_in_words(self.act, self.facts)

    @property
    def who(self) -> str:
        return str(self.actor.get("name") or "")

    @property
    def post(self) -> str:
        return str(self.actor.get("post") or "")

    @property
    def stood_in_for(self) -> str:
        return str(self.actor.get("for") or "")
