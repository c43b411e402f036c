"""What is asked of the figures."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vermilion.insight import rules
from vermilion.insight.types import Days
from vermilion.web.forms import DayField

LONGEST = 366 * 5
"""Days that figures are counted over at most."""


class Span(forms.Form):
    """From which day to which. Left empty, it is the month at hand."""

    first = DayField(label=_("From"), required=False)
    last = DayField(label=_("Until"), required=False)

    def clean(self) -> dict[str, Any]:
        """The days in order, and not more of them than anybody can read."""
        given = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last and last < first:
            self.add_error("last", _("The last day comes before the first."))
        if first and last and (last - first).days > LONGEST:
            self.add_error("last", _("Ask for five years at most."))
        return given

    def days(self, today: date) -> Days:
        """The days asked for; the month at hand where none, or none that hold, were asked for."""
        if not self.is_valid():
            return rules.month_of(today)
        first, last = self.cleaned_data["first"], self.cleaned_data["last"]
        if first is None and last is None:
            return rules.month_of(today)
        if first is None:
            return Days(rules.month_of(last).first, last)
        return Days(first, last or max(first, today))
