"""What a leader or a clerk typed on a slip, as frozen values."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vermilion.directory import queries as directory
from vermilion.kernel.clock import end_of_day, local_day
from vermilion.routing import models
from vermilion.routing.types import Share
from vermilion.tasks.types import Part
from vermilion.web.forms import DayField
from vermilion.web.widgets import ComboBoxMultiple

LONGEST = timedelta(days=3 * 365)


class Direction(forms.Form):
    """The leader's direction: who leads, who supports, who shall know, by when, and the words."""

    leads = forms.MultipleChoiceField(label=_("Lead"), required=False, widget=ComboBoxMultiple)
    supports = forms.MultipleChoiceField(
        label=_("Support"), required=False, widget=ComboBoxMultiple
    )
    readers = forms.MultipleChoiceField(
        label=_("For information"), required=False, widget=ComboBoxMultiple
    )
    due_on = DayField(
        label=_("Deadline"),
        required=False,
        help_text=_("End of office hours on that day. A lead has a deadline."),
    )
    instruction = forms.CharField(
        label=_("Direction"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *arguments: Any, slip: models.Slip, at: datetime, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._time_zone = slip.body.time_zone
        self._at = at
        choices = list(_people_and_units(slip.body_id, at))
        for name in ("leads", "supports", "readers"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field

    def clean_due_on(self) -> date | None:
        due_on: date | None = self.cleaned_data["due_on"]
        if due_on is not None:
            today = local_day(self._at, self._time_zone)
            if end_of_day(due_on, self._time_zone) <= self._at:
                raise forms.ValidationError(_("The deadline lies in the past."))
            if due_on > today + LONGEST:
                raise forms.ValidationError(_("The deadline lies more than three years ahead."))
        return due_on

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("leads") and not given.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", _("Give the leads a deadline."))
        return given

    def shares(self) -> list[Share]:
        """Every share named, the leads first."""
        due_on = self.cleaned_data["due_on"]
        due_at = end_of_day(due_on, self._time_zone) if due_on else None
        parts = (("leads", Part.LEAD), ("supports", Part.SUPPORT), ("readers", Part.INFORMATION))
        return [
            _share(value, part, None if part == Part.INFORMATION else due_at)
            for name, part in parts
            for value in self.cleaned_data[name]
        ]

    @property
    def instruction_text(self) -> str:
        """The words of the direction."""
        return str(self.cleaned_data["instruction"])


class Closing(forms.Form):
    """What a clerk notes when closing a slip."""

    note = forms.CharField(
        label=_("Note on closing"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def _share(value: str, part: Part, due_at: datetime | None) -> Share:
    kind, _colon, number = value.partition(":")
    if kind == "unit":
        return Share(part=part, unit_id=int(number), due_at=due_at)
    return Share(part=part, appointment_id=int(number), due_at=due_at)


def _people_and_units(
    body_id: int, at: datetime
) -> Iterator[tuple[Any, Sequence[tuple[str, str]]]]:
    yield (
        _("Units"),
        [(f"unit:{unit.pk}", unit.name) for unit in directory.units_of(body_id, at)],
    )
    yield (
        _("People"),
        [
            (f"post:{each.pk}", f"{each.person.full_name} ({each.post.title})")
            for each in directory.people_in(body_id, at)
        ],
    )
