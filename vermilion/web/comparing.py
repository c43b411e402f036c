"""Forms over what others may change meanwhile: whoever saves later gets a comparison.

The form carries, signed, the values it was shown with. When it comes back and those in the house
are others by now, three are laid beside each other: as it was, as it is, as was typed. What only
one side changed is taken from that side; what both changed is decided field by field, by the
person. Nothing typed is lost, nothing saved by another is overwritten unseen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

SALT = "edited version"
THEIRS, MINE = "theirs", "mine"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that both changed: what it was, what it is now, what was typed."""

    name: str
    label: str
    before: str
    theirs: str
    mine: str
    taken: str = ""


class Compared(forms.Form):
    """A form whose `initial` is what stands in the house now. Mixed in before other forms.

    Only fields that have an initial value are compared: a reason typed for the change is not.
    """

    not_compared: ClassVar[frozenset[str]] = frozenset()
    # Whether a field that only somebody else changed is asked about too, and not taken unseen.
    asks_about_all: ClassVar[bool] = False

    edited_version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.differences: list[Difference] = []
        self._first = ""
        self.remember()

    def remember(self) -> None:
        """Keep what stands in the house. Called again by forms that add fields of their own.

        A form that is only filled in anew, before anything was sent, stays the version it was.
        """
        self._now = {name: self._settled(name, self._initial(name)) for name in self._names()}
        if self.initial.get("edited_version", self._first) == self._first:
            self._first = self.initial["edited_version"] = self._signed(self._now)

    def clean(self) -> dict[str, Any] | None:
        """Take from each side what it alone changed; ask about what both changed."""
        cleaned = super().clean()
        cleaned = self.cleaned_data if cleaned is None else cleaned
        seen = self._seen(cleaned.pop("edited_version", ""))
        if seen is None or seen == self._now:
            return self._decided(cleaned, seen)
        data = self.data.copy()  # type: ignore[attr-defined] # a QueryDict when it was sent
        for name in self._names():
            mine = self._settled(name, self._sent(name))
            if self._now[name] in (seen.get(name, ""), mine):
                continue
            if mine == seen.get(name, "") and not self.asks_about_all:
                cleaned[name] = self._as_it_is(name)
                data[self.add_prefix(name)] = self._now[name]
            else:
                self.differences.append(self._difference(name, seen.get(name, ""), mine))
        if self.differences:
            data[self.add_prefix("edited_version")] = self._signed(
                self._now, [each.name for each in self.differences]
            )
            self.data = data
            self.add_error(None, _CHANGED)
        return cleaned

    def _decided(self, cleaned: dict[str, Any], seen: dict[str, str] | None) -> dict[str, Any]:
        """Nothing changed since it was shown: do as was decided where both had changed a field."""
        if seen is None:
            return cleaned
        for name in self._asked:
            taken = self.data.get(self.add_prefix(f"take_{name}"), "")
            mine = self._settled(name, self._sent(name))
            if taken == THEIRS:
                cleaned[name] = self._as_it_is(name)
            elif taken != MINE:
                self.differences.append(self._difference(name, "", mine))
        if self.differences:
            self.add_error(None, _CHANGED)
        return cleaned

    def _names(self) -> Iterator[str]:
        for name in self.fields:
            if name != "edited_version" and name not in self.not_compared and name in self.initial:
                yield name

    def _initial(self, name: str) -> object:
        return self.get_initial_for_field(self.fields[name], name)

    def _sent(self, name: str) -> object:
        field = self.fields[name]
        return field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))

    def _as_it_is(self, name: str) -> object:
        return self.fields[name].clean(self._initial(name))

    def _settled(self, name: str, value: object) -> str:
        """A value as text that is the same for all ways of writing it."""
        try:
            return _plain(self.fields[name].clean(value))
        except (ValidationError, TypeError, ValueError):
            return _plain(value)

    def _difference(self, name: str, before: str, mine: str) -> Difference:
        return Difference(
            name=self.add_prefix(name),
            label=str(self[name].label),
            before=self._shown(name, before),
            theirs=self._shown(name, self._now[name]),
            mine=self._shown(name, mine),
            taken=self.data.get(self.add_prefix(f"take_{name}"), ""),
        )

    def _shown(self, name: str, text: str) -> str:
        """A value as people read it: of a choice, its label."""
        choices = getattr(self.fields[name], "choices", None)
        if choices is None:
            return text
        labels = {str(value): str(label) for value, label in choices if not isinstance(label, list)}
        return ", ".join(labels.get(each, each) for each in text.split("\n"))

    def _signed(self, values: dict[str, str], asked: list[str] | None = None) -> str:
        return signing.dumps({"values": values, "asked": asked or []}, salt=SALT, compress=True)

    def _seen(self, sent: str) -> dict[str, str] | None:
        """What the form was shown with. None when that cannot be known: nothing is compared."""
        self._asked: list[str] = []
        try:
            told = signing.loads(sent, salt=SALT)
        except signing.BadSignature:
            return None
        self._asked = [name for name in told["asked"] if name in self.fields]
        values: dict[str, str] = told["values"]
        return values


_CHANGED = _(
    "Somebody changed the same meanwhile. Both are shown beside each other: choose for each "
    "which to keep. What you typed is kept until you have chosen."
)


def _plain(value: object) -> str:
    if value is None or value == "" or value is False:
        return ""
    if value is True:
        return "1"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Model):
        return str(value.pk)
    if isinstance(value, (list, tuple, set, frozenset)):
        return "\n".join(sorted(_plain(each) for each in value))
    return str(value).replace("\r\n", "\n").strip()
