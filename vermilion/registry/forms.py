"""What is typed about the books, as frozen values."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from vermilion.access.types import Grade
from vermilion.directory import queries as directory
from vermilion.documents.forms import ParticularsForm, initial_of
from vermilion.documents.types import FileHandedIn
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.registry import models, queries
from vermilion.registry.types import Channel, Received
from vermilion.web.forms import DayField

LEAST_REASON = 10


class Wanted(forms.Form):
    """Which lines of the book somebody wants to read."""

    words = forms.CharField(
        label=_("Number, name or words"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    series = forms.TypedChoiceField(label=_("Period"), required=False, coerce=int, empty_value=None)
    since = DayField(label=_("Arrived since"), required=False)
    until = DayField(label=_("Arrived until"), required=False)

    def __init__(self, *arguments: Any, series: Iterable[models.Series], **named: Any) -> None:
        super().__init__(*arguments, **named)
        periods = [
            (each.pk, _("%(year)s, from %(day)s") % {"year": each, "day": _day(each)})
            for each in series
        ]
        self.fields["series"].choices = [("", _("all")), *periods]  # type: ignore[attr-defined]  # a choice field

    def wanted(self) -> queries.Wanted:
        """What was asked for; what cannot be understood asks for nothing."""
        if not self.is_valid():
            return queries.Wanted()
        asked = self.cleaned_data
        return queries.Wanted(
            series_id=asked["series"],
            since=asked["since"],
            until=asked["until"],
            words=asked["words"],
        )

    def as_query(self) -> str:
        """The same question as part of an address, without its empty parts."""
        return urlencode({name: self.data[name] for name in self.fields if self.data.get(name)})


class Registration(ParticularsForm):
    """A received document: what stands on it, when and how it came, before whom it is laid."""

    arrived_on = DayField(label=_("Arrival date"))
    channel = forms.ChoiceField(
        label=_("How it arrived"),
        choices=Channel.choices,
        widget=forms.Select(attrs={"data-short": ""}),
    )
    laid_before = forms.TypedChoiceField(
        label=_("Lay before"), required=False, coerce=int, empty_value=None
    )
    second_copy_reason = forms.CharField(
        label=_("Reason for a second number"),
        required=False,
        max_length=300,
        help_text=_("Only where the book has this document already and it still needs a number."),
    )

    def __init__(self, *arguments: Any, actor: Actor, at: datetime, **named: Any) -> None:
        today = local_day(at, actor.time_zone)
        initial = {"arrived_on": today, "channel": Channel.ELECTRONIC, **named.pop("initial", {})}
        super().__init__(*arguments, on=today, initial=initial, **named)
        leaders = directory.leaders_of(actor.body_id, at) if actor.body_id else []
        names = [(str(each.pk), f"{each.person.full_name}, {each.post.title}") for each in leaders]
        nobody = [("", str(_("this body has no leader in office")))]
        self.fields["laid_before"].choices = names or nobody  # type: ignore[attr-defined]  # a choice field

    def received(self, files: Sequence[FileHandedIn] = ()) -> Received:
        """The document as the act takes it. Only after the form is valid."""
        return Received(
            particulars=self.particulars(files),
            arrived_on=self.cleaned_data["arrived_on"],
            channel=self.cleaned_data["channel"],
            laid_before_id=self.cleaned_data["laid_before"],
            second_copy_reason=self.cleaned_data["second_copy_reason"].strip(),
        )


class Declared(forms.Form):
    """What is declared of a file before any byte of it is sent."""

    grade = forms.TypedChoiceField(
        label=_("Grade of secrecy"),
        coerce=int,
        choices=Grade.choices,
        initial=Grade.OPEN,
        help_text=_("What this network may not hold is refused before it is stored."),
    )


class Correction(ParticularsForm):
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


def correction_of(data: Any, line: models.Entry, *, at: datetime, time_zone: str) -> Correction:
    """The form that corrects what is said of a registered document."""
    return Correction(data, on=local_day(at, time_zone), initial=initial_of(line.document))


def _day(series: models.Series) -> str:
    return date_format(series.opens_on, "SHORT_DATE_FORMAT")
