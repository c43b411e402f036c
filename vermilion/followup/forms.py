"""What is typed about ladders, duty and reminders, as frozen values."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vermilion.followup.types import Answer, Offset, Rung, Steps
from vermilion.web.forms import DayField

LEAST_REASON = 5


class Ladder(forms.Form):
    """The ladder of one urgency."""

    minutes = forms.IntegerField(
        label=_("Minutes between two steps"),
        min_value=1,
        max_value=60 * 24 * 30,
        widget=forms.NumberInput(attrs={"data-short": "", "inputmode": "numeric"}),
    )
    working_time = forms.TypedChoiceField(
        label=_("Counted"),
        coerce=lambda value: value == "1",
        choices=[("0", _("by the clock, also at night")), ("1", _("in working time alone"))],
        widget=forms.RadioSelect,
    )
    rungs = forms.MultipleChoiceField(
        label=_("Who is told, step by step"),
        choices=Rung.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("In this order. Those on duty come first while the office rests."),
    )
    answer = forms.ChoiceField(
        label=_("What ends it"), choices=Answer.choices, widget=forms.RadioSelect
    )
    by_mail = forms.BooleanField(
        label=_("Alarms may leave by mail as well"),
        required=False,
        help_text=_("They say that something waits and nothing of what it is."),
    )

    def steps(self, urgency: int) -> Steps:
        """The ladder as the act takes it. Only after the form is valid."""
        given = self.cleaned_data
        return Steps(
            urgency=urgency,
            minutes=given["minutes"],
            rungs=tuple(given["rungs"]),
            answer=given["answer"],
            working_time=given["working_time"],
            by_mail=given["by_mail"],
        )


def ladder_form(data: Any, steps: Steps) -> Ladder:
    """The form with the ladder that holds now."""
    return Ladder(
        data,
        initial={
            "minutes": steps.minutes,
            "working_time": "1" if steps.working_time else "0",
            "rungs": list(steps.rungs),
            "answer": steps.answer,
            "by_mail": steps.by_mail,
        },
    )


class Planning(forms.Form):
    """Who is on duty on a day: the first is alarmed first."""

    on = DayField(label=_("Day, with the night that follows"))
    first = forms.TypedChoiceField(label=_("First on duty"), coerce=int)
    second = forms.TypedChoiceField(
        label=_("Second, if the first does not answer"),
        coerce=int,
        required=False,
        empty_value=None,
    )

    def __init__(self, *arguments: Any, people: Iterable[tuple[int, str]], **named: Any) -> None:
        super().__init__(*arguments, **named)
        choices = [(str(pk), name) for pk, name in people]
        self.fields["first"].choices = [("", "—"), *choices]  # type: ignore[attr-defined]  # a choice field
        self.fields["second"].choices = [("", "—"), *choices]  # type: ignore[attr-defined]  # a choice field

    def people(self) -> Sequence[int]:
        """Who was named, in order. Only after the form is valid."""
        named = [self.cleaned_data["first"], self.cleaned_data["second"]]
        return [each for each in named if each]


class WithReason(forms.Form):
    """Why the duty list changes."""

    reason = forms.CharField(
        label=_("Reason"),
        min_length=LEAST_REASON,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class Swap(WithReason):
    """To whom a duty goes, and why."""

    to = forms.TypedChoiceField(label=_("Goes to"), coerce=int)

    field_order = ("to", "reason")

    def __init__(self, *arguments: Any, people: Iterable[tuple[int, str]], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["to"].choices = [  # type: ignore[attr-defined]  # a choice field
            ("", "—"),
            *((str(pk), name) for pk, name in people),
        ]


class Reminders(forms.Form):
    """How long before a deadline one wants to be reminded."""

    before = forms.MultipleChoiceField(
        label=_("Remind me"),
        choices=Offset.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
