"""What is typed about notices, as frozen values."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from vermilion.notices.queries import Cell, Group
from vermilion.notices.types import Channel, Rhythm


class Matrix(forms.Form):
    """One choice for each line of a matrix: a channel, or what is usual."""

    def __init__(self, *arguments: Any, groups: Sequence[Group], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.groups = groups
        for group in groups:
            for cell in group.cells:
                if not cell.happening.fixed:
                    self.fields[cell.key] = _field(cell)

    def choices(self) -> dict[tuple[str, str], int | None]:
        """What was chosen, where it differs from what had been. Only after the form is valid."""
        before = {cell.key: cell.chosen for group in self.groups for cell in group.cells}
        return {
            (name.partition("|")[0], name.partition("|")[2]): value
            for name, value in self.cleaned_data.items()
            if value != before[name]
        }

    def lines(self) -> list[dict[str, object]]:
        """The groups as a page shows them: each line with its field, alarms without one."""
        return [
            {
                "label": group.label,
                "lines": [
                    {
                        "cell": cell,
                        "field": None if cell.happening.fixed else self[cell.key],
                        # A happening is named once, on the first of its lines.
                        "first": number == 0
                        or group.cells[number - 1].happening is not cell.happening,
                    }
                    for number, cell in enumerate(group.cells)
                ],
            }
            for group in self.groups
        ]


def _field(cell: Cell) -> forms.Field:
    usual = _("as usual: %(channel)s") % {"channel": cell.usual.label}
    return forms.TypedChoiceField(
        label=f"{cell.happening.label} – {cell.reason.label}",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", usual), *Channel.choices],
        initial="" if cell.chosen is None else cell.chosen.value,
    )


class DigestHour(forms.Form):
    """When the mail of the day comes."""

    hour = forms.TimeField(
        label=_("Hour"),
        input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time", "data-short": ""}, format="%H:%M"),
    )
    days = forms.TypedMultipleChoiceField(
        label=_("On these days"),
        coerce=int,
        choices=list(WEEKDAYS.items()),
        widget=forms.CheckboxSelectMultiple,
    )

    def rhythm(self) -> Rhythm:
        """The hour and days as the act takes them. Only after the form is valid."""
        hour = self.cleaned_data["hour"]
        return Rhythm(minute=hour.hour * 60 + hour.minute, days=tuple(self.cleaned_data["days"]))


def digest_hour(data: Any, rhythm: Rhythm) -> DigestHour:
    """The form with the present hour and days."""
    minute = rhythm.minute
    return DigestHour(
        data,
        initial={"hour": f"{minute // 60:02}:{minute % 60:02}", "days": list(rhythm.days)},
        prefix="digest",
    )
