"""What somebody looks for in the log."""

import re
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from vermilion.audit import words
from vermilion.audit.types import Sought
from vermilion.web.forms import DayField

_SUBJECT = re.compile(r"[a-z][a-z_-]{0,39}:[0-9]{1,19}")
_LARGEST = 2**63 - 1


class Search(forms.Form):
    """The question above the log. What cannot be understood asks nothing."""

    act = forms.ChoiceField(label=_("What was done"), required=False)
    day = DayField(label=_("Day"), required=False)
    person = forms.IntegerField(
        required=False, min_value=1, max_value=_LARGEST, widget=forms.HiddenInput
    )
    subject = forms.RegexField(_SUBJECT, required=False, widget=forms.HiddenInput)

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type] # as Django takes them
        field = self.fields["act"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("any act")), *words.acts()]

    def sought(self) -> Sought:
        """The question as a value."""
        self.full_clean()
        given = self.cleaned_data if self.is_bound else {}
        day = given.get("day")
        return Sought(
            act=given.get("act") or "",
            person=given.get("person"),
            day=day if isinstance(day, date) else None,
            subject=given.get("subject") or "",
        )
