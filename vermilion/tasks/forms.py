"""What is typed about a duty."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vermilion.tasks.rules import LEAST_REASON


class GivingBack(forms.Form):
    """Why a duty is returned."""

    reason = forms.CharField(
        label=_("Reason for returning it"),
        min_length=LEAST_REASON,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The leader reads this and decides who shall have it instead."),
    )


class Completion(forms.Form):
    """What was done."""

    report = forms.CharField(
        label=_("Report of the result"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What was done and with what result. The matter is closed on this."),
    )
