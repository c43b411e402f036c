"""What a clerk says of an arrival: the proposal corrected, a reason, what belongs together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vermilion.access.types import Grade
from vermilion.arrivals import queries
from vermilion.arrivals.types import LEAST_REASON, Mark, Origin
from vermilion.directory import queries as directory
from vermilion.documents.forms import TolerantDayField
from vermilion.documents.types import Particulars
from vermilion.kernel.actors import Actor
from vermilion.kernel.cursors import as_keys
from vermilion.registry.forms import Registration
from vermilion.registry.types import Channel
from vermilion.web.forms import DayField

CERTAIN = 0.95
SURE = 0.8
DOUBTFUL = 0.5

ICONS = {
    Origin.READ: "scan-text",
    Origin.STATED: "send",
    Origin.LEARNED: "history",
    Origin.FOUND: "building-2",
}


class Proposal(Registration):
    """The form of registration, already filled; each field says where its value comes from."""

    once = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        actor: Actor,
        at: datetime,
        proposed: queries.Proposed,
        initial: Mapping[str, Any] | None = None,
        last_sender: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(
            data,
            actor=actor,
            at=at,
            reading=proposed.reading,
            matches=proposed.matches,
            initial={**(initial or {}), **proposed.initial},
        )
        for name, mark in proposed.marks.items():
            if name in self.fields:
                self._mark(name, mark)
        if last_sender:
            self.fields["issuer"].widget.attrs["data-last"] = last_sender["issuer"]

    def stated(self) -> Particulars | None:
        """What the form says of the document, if it can be understood; for finding twins."""
        values = self.cleaned_data if self.is_bound and self.is_valid() else self.initial
        if not values.get("symbol") or not values.get("issuer"):
            return None
        return Particulars(
            symbol=str(values["symbol"]),
            dated_on=values.get("dated_on"),
            issuer=str(values["issuer"]),
            abstract=str(values.get("abstract") or "-"),
        )

    def _mark(self, name: str, mark: Mark) -> None:
        field = self.fields[name]
        field.template_name = "arrivals/field.html"  # type: ignore[attr-defined]  # Django 5.0
        field.mark = {  # type: ignore[attr-defined]  # for that template
            "words": words_of(mark),
            "icon": "triangle-alert" if mark.certainty < SURE else ICONS[Origin(mark.origin)],
            "doubtful": mark.certainty < SURE,
            "learned": mark.origin == Origin.LEARNED,
        }
        if mark.origin != Origin.READ:
            for told in ("data-reader-page", "data-reader-line", "data-reader-box"):
                if mark.origin == Origin.STATED:
                    field.widget.attrs.pop(told, None)


def stated_of(typed: Mapping[str, Any]) -> Particulars | None:
    """What was typed of a paper so far, if it is enough to find its twins by."""
    symbol, issuer = str(typed.get("symbol") or ""), str(typed.get("issuer") or "")
    if not symbol or not issuer:
        return None
    return Particulars(
        symbol=symbol[:60],
        dated_on=_day(str(typed.get("dated_on") or "")),
        issuer=issuer[:200],
        abstract="-",
    )


def _day(typed: str) -> date | None:
    try:
        day: date | None = TolerantDayField(required=False).clean(typed)
    except forms.ValidationError:
        return None
    return day


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What is offered for one field of a paper that is being typed, and why."""

    name: str
    label: str
    value: str
    words: str
    why: str


def suggestions_of(form: Proposal, known: queries.Proposed) -> list[Suggestion]:
    """What earlier papers and the directory offer for the other fields of a form, in words."""
    found = []
    for name, value in known.initial.items():
        choices = {str(key): str(words) for key, words in _choices(form, name, value)}
        found.append(
            Suggestion(
                name=name,
                label=str(form[name].label),
                value=str(value),
                words=choices.get(str(value), str(value)),
                why=words_of(known.marks[name]),
            )
        )
    return found


def _choices(form: Proposal, name: str, value: Any) -> Iterable[tuple[Any, Any]]:
    if name == "issuer_body_id":
        return directory.names_of([value]).items()
    return _apart(getattr(form.fields[name], "choices", ()))


def _apart(choices: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """Choices one by one, those of a group as well."""
    for key, words in choices:
        if isinstance(words, list | tuple):
            yield from _apart(words)
        else:
            yield key, words


def words_of(mark: Mark) -> str:
    """Where a value comes from and how certain it is, in words."""
    if mark.origin == Origin.STATED:
        return gettext("stated by the sender")
    if mark.origin == Origin.LEARNED:
        return gettext("as last time, number %(number)s") % {"number": mark.words}
    if mark.origin == Origin.FOUND:
        if mark.certainty < SURE:
            return gettext("perhaps this one: compare")
        return gettext("found in the directory")
    if mark.certainty >= CERTAIN:
        return gettext("read, certain")
    if mark.certainty >= SURE:
        return gettext("read, nearly certain")
    if mark.certainty >= DOUBTFUL:
        return gettext("read with doubt: compare")
    return gettext("guessed: compare")


class HandIn(forms.Form):
    """Files that came in, how they belong together, and the grade declared before any byte goes."""

    grade = forms.TypedChoiceField(
        label=_("Grade of secrecy"),
        coerce=int,
        choices=Grade.choices,
        initial=Grade.OPEN,
        help_text=_("What this network may not hold is refused before it is stored."),
    )
    together = forms.ChoiceField(
        label=_("Several files are"),
        choices=[("0", _("a paper each")), ("1", _("one paper with its annexes"))],
        initial="0",
    )
    each_apart = forms.ChoiceField(
        label=_("An archive holds"),
        choices=[("0", _("one paper with its annexes")), ("1", _("a paper in each file"))],
        initial="0",
    )
    channel = forms.ChoiceField(
        label=_("How it arrived"), choices=Channel.choices, initial=Channel.ELECTRONIC
    )

    @property
    def as_one(self) -> bool:
        """Whether several files are one paper."""
        return bool(self.cleaned_data["together"] == "1")

    @property
    def one_each(self) -> bool:
        """Whether each file of an archive is a paper of its own."""
        return bool(self.cleaned_data["each_apart"] == "1")


class Reason(forms.Form):
    """Why an arrival is refused or put aside."""

    reason = forms.CharField(
        label=_("Reason"),
        min_length=LEAST_REASON,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class Joining(forms.Form):
    """Which line of the book is the same document, and how this copy of it came."""

    entry = forms.IntegerField(min_value=1, max_value=2**62, widget=forms.HiddenInput)
    channel = forms.ChoiceField(
        label=_("How this copy arrived"), choices=Channel.choices, required=False
    )


class JoiningPaper(forms.Form):
    """Which line of the book a paper without a file is a copy of, how and when that copy came."""

    entry = forms.IntegerField(min_value=1, max_value=2**62)
    channel = forms.ChoiceField(label=_("How it arrived"), choices=Channel.choices)
    arrived_on = DayField(label=_("Arrival date"))
    symbol = forms.CharField(required=False, max_length=60)
    once = forms.CharField(required=False, max_length=40)


class Chosen(forms.Form):
    """Some of the rows of a list."""

    def __init__(self, data: QueryDict, *, name: str) -> None:
        super().__init__(data)
        self.given = data.getlist(name)

    @property
    def ids(self) -> list[int]:
        """The ids that were chosen, in the order in which they stand."""
        return as_keys(self.given)
