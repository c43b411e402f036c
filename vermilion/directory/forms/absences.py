"""What is typed about an absence."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vermilion.directory import models
from vermilion.directory.forms.fields import seat_choices
from vermilion.web.forms import DayField


class Absent(forms.Form):
    """Who is away, on which days, and who stands in."""

    appointment = forms.ChoiceField(label=_("Who is away"))
    first_day = DayField(label=_("First day away"))
    last_day = DayField(label=_("Last day away"))
    deputy = forms.ChoiceField(
        label=_("Who stands in"),
        required=False,
        help_text=_("What is laid before the absent person reaches them. Left empty, it waits."),
    )
    note = forms.CharField(
        label=_("Note for colleagues"),
        max_length=200,
        required=False,
        help_text=_("Everybody in the body reads it. It need not say why."),
    )

    def __init__(self, *arguments: Any, seats: Iterable[models.Appointment], **given: Any) -> None:
        super().__init__(*arguments, **given)
        choices = list(seat_choices(seats))
        self.fields["appointment"].choices = choices  # type: ignore[attr-defined] # a choice field
        self.fields["deputy"].choices = [("", _("nobody")), *choices]  # type: ignore[attr-defined] # a choice field
