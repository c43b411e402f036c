"""What is typed about a working calendar."""

import re
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vermilion.web.forms import DayField
from vermilion.workdays.types import Hours, Manner

WEEKDAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)

_SPAN = re.compile(r"(\d{1,2})[:.h](\d{2})\s*[-–]\s*(\d{1,2})[:.h](\d{2})")


class HoursField(forms.CharField):
    """The stretches of one day: `7:30-11:30, 13:30-17:00`; nothing is a day of rest."""

    default_error_messages = {
        "invalid": _("Write stretches like 7:30-11:30, 13:30-17:00; leave a day of rest empty."),
    }

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        hours = []
        for each in filter(None, (part.strip() for part in re.split(r"[,;،]", text))):
            found = _SPAN.fullmatch(each)
            if found is None:
                raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
            try:
                begin = time(int(found[1]), int(found[2]))
                end = time(int(found[3]), int(found[4]))
            except ValueError as wrong:
                raise forms.ValidationError(
                    self.error_messages["invalid"], code="invalid"
                ) from wrong
            hours.append((begin, end))
        return tuple(hours)


def as_typed(hours: Hours) -> str:
    """Stretches of a day as one types them."""
    return ", ".join(f"{begin:%H:%M}-{end:%H:%M}" for begin, end in hours)


class Week(forms.Form):
    """The hours of each weekday, from a day on."""

    def __init__(self, *arguments: Any, week: tuple[Hours, ...], **named: Any) -> None:
        super().__init__(*arguments, **named)
        for number, name in enumerate(WEEKDAYS):
            self.fields[f"day{number}"] = HoursField(
                label=name, required=False, max_length=200, initial=as_typed(week[number])
            )
        self.fields["valid_from"] = DayField(label=_("From this day on"))

    def week(self) -> tuple[Hours, ...]:
        """The hours of the seven days, Monday first."""
        return tuple(self.cleaned_data[f"day{number}"] for number in range(7))


class Leaving(forms.Form):
    """From which day the hours of the body above hold again."""

    valid_from = DayField(label=_("From this day on"))


class SpecialDayForm(forms.Form):
    """A day that differs from its weekday."""

    day = DayField(label=_("Day"))
    manner = forms.ChoiceField(label=_("What it is"), choices=Manner.choices)
    name = forms.CharField(
        label=_("What it is called"),
        max_length=120,
        help_text=_("Such as: congress of the Party organisation; made up for 31 August."),
    )


class UsualTimeForm(forms.Form):
    """In how many working days papers of a type and an urgency are usually dealt with."""

    type_code = forms.ChoiceField(label=_("Type of document"), required=False)
    urgency = forms.TypedChoiceField(
        label=_("Urgency"), required=False, coerce=int, empty_value=None
    )
    days = forms.IntegerField(
        label=_("Working days"),
        required=False,
        min_value=0,
        max_value=400,
        help_text=_("Empty: what holds above. 0: on the same working day."),
    )

    def __init__(
        self,
        *arguments: Any,
        types: list[tuple[str, str]],
        urgencies: list[tuple[int, str]],
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        self.fields["type_code"].choices = [("", _("Every type")), *types]  # type: ignore[attr-defined]  # a choice field
        self.fields["urgency"].choices = [("", _("Every urgency")), *urgencies]  # type: ignore[attr-defined]  # a choice field
