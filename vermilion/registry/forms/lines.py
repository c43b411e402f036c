"""Which lines are wanted, and what is done to one of them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from vermilion.documents.forms import ParticularsForm, initial_of
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.cursors import as_keys
from vermilion.registry import models, queries
from vermilion.registry.forms.custom import WithCustomFields
from vermilion.registry.types import BookKind, Channel, Turnover
from vermilion.web.comparing import Compared
from vermilion.web.forms import DayField

LEAST_REASON = 10
MOST_LABELS = 500
LABEL_SHEETS = [
    ("70x37", _("24 labels of 70 × 37 mm")),
    ("52x30", _("40 labels of 52.5 × 29.7 mm")),
    ("99x57", _("10 labels of 99 × 57 mm")),
]


class Wanted(forms.Form):
    """Which lines of the books of a kind somebody wants to read."""

    words = forms.CharField(
        label=_("Number, name or words"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    series = forms.TypedChoiceField(label=_("Period"), required=False, coerce=int, empty_value=None)
    since = DayField(label=_("Arrived since"), required=False)
    until = DayField(label=_("Arrived until"), required=False)
    late = forms.BooleanField(label=_("Entered late alone"), required=False)
    struck_out = forms.BooleanField(label=_("Struck out alone"), required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        series: Iterable[models.Series],
        kind: BookKind = BookKind.INCOMING,
    ) -> None:
        super().__init__(data)
        self.kind = kind
        self.periods = {each.pk: period_in_words(each) for each in series}
        self.fields["series"].choices = [("", _("all")), *self.periods.items()]  # type: ignore[attr-defined]  # a choice field
        if kind != BookKind.INCOMING:
            self.fields["since"].label = _("Entered since")
            self.fields["until"].label = _("Entered until")

    def wanted(self) -> queries.Wanted:
        """What was asked for; what cannot be understood asks for nothing."""
        if not self.is_valid():
            return queries.Wanted(kind=self.kind)
        asked = self.cleaned_data
        return queries.Wanted(
            kind=self.kind,
            series_id=asked["series"],
            since=asked["since"],
            until=asked["until"],
            words=asked["words"],
            late=asked["late"],
            struck_out=asked["struck_out"],
        )

    def as_query(self) -> str:
        """The same question as part of an address, without its empty parts."""
        return urlencode({name: self.data[name] for name in self.fields if self.data.get(name)})

    def in_words(self) -> list[str]:
        """The same question as sentences, for the heading of what is taken along."""
        if not self.is_valid():
            return []
        asked = self.cleaned_data
        return [
            f"{self.fields[name].label}: {said}"
            for name, said in (
                ("words", asked["words"]),
                ("series", self.periods.get(asked["series"], "")),
                ("since", asked["since"] and date_format(asked["since"], "d/m/Y")),
                ("until", asked["until"] and date_format(asked["until"], "d/m/Y")),
                ("struck_out", asked["struck_out"] and "✓"),
            )
            if said
        ]


class Correction(Compared, WithCustomFields, ParticularsForm):  # type: ignore[misc] # each cleans its own and asks the next
    """Corrected particulars, and why."""

    reason = forms.CharField(
        label=_("Reason for the correction"),
        min_length=LEAST_REASON,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class Striking(forms.Form):
    """Why a line is struck out."""

    reason = forms.CharField(
        label=_("Reason for striking it out"),
        min_length=LEAST_REASON,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Joining(forms.Form):
    """A copy of a document that has its line."""

    channel = forms.ChoiceField(
        label=_("How it arrived"), choices=Channel.choices, initial=Channel.PAPER
    )
    arrived_on = DayField(label=_("Arrival date"))
    note = forms.CharField(label=_("Note"), required=False, max_length=500)

    def __init__(self, data: Any = None, *, actor: Actor, at: datetime) -> None:
        super().__init__(data, initial={"arrived_on": local_day(at, actor.time_zone)})


class Posting(forms.Form):
    """Envelopes given to the post."""

    on = DayField(label=_("Day"))
    recipient = forms.CharField(label=_("Recipient"), max_length=200)
    envelopes = forms.IntegerField(label=_("Envelopes"), initial=1, min_value=1, max_value=9999)
    note = forms.CharField(label=_("Note"), required=False, max_length=500)

    def __init__(self, data: Any = None, *, actor: Actor, at: datetime) -> None:
        super().__init__(data, initial={"on": local_day(at, actor.time_zone)})


class Span(forms.Form):
    """The days over which something is wanted; this month where none are named."""

    since = DayField(label=_("Since"), required=False)
    until = DayField(label=_("Until"), required=False)

    def days(self, actor: Actor, at: datetime) -> tuple[date, date]:
        """The first and the last day."""
        today = local_day(at, actor.time_zone)
        asked = self.cleaned_data if self.is_valid() else {}
        return asked.get("since") or today.replace(day=1), asked.get("until") or today


class Labels(forms.Form):
    """Which lines want labels, on which sheet."""

    entry = forms.CharField(required=False)
    sheet = forms.ChoiceField(label=_("Sheet of labels"), required=False, choices=LABEL_SHEETS)
    skipped = forms.IntegerField(
        label=_("Labels used already"), required=False, min_value=0, max_value=64
    )

    def keys(self) -> list[int]:
        """The lines that were marked."""
        data = self.data
        given = data.getlist("entry")[:MOST_LABELS] if isinstance(data, QueryDict) else []
        return as_keys(given)

    def size(self) -> str:
        """The sheet that was chosen, the smallest labels where none was."""
        return (self.cleaned_data["sheet"] if self.is_valid() else "") or LABEL_SHEETS[0][0]

    def skip(self) -> int:
        """How many labels of the sheet are gone."""
        return (self.cleaned_data["skipped"] if self.is_valid() else 0) or 0


def correction_of(data: Any, line: models.Entry, *, actor: Actor, at: datetime) -> Correction:
    """The form that corrects what is said of a registered document."""
    day = local_day(at, actor.time_zone)
    form = Correction(data, on=day, initial=initial_of(line.document))
    kind = BookKind(line.series.book.kind)
    form.ask_for(queries.fields_of(actor, kind), line.custom)
    if kind != BookKind.INCOMING:
        # What went out keeps its number and notation.
        form.fields["symbol"].disabled = True
    return form


def period_in_words(series: models.Series) -> str:
    """A period with its book and types, as one chooses it: 2026; 2021–2026, Nghị quyết."""
    term = getattr(series, "term", None) if series.book.turnover == Turnover.TERM else None
    said = [term or str(series.opens_on.year)]
    if series.book.name or series.book.secret:
        said.append(str(series.book))
    if types := queries.name_of_group(series):
        said.append(types)
    return ", ".join(said)
