"""What is typed about a problem."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vermilion.support.rules import LEAST_WORDS
from vermilion.support.types import SCREEN, Kind, Report, Weight
from vermilion.web.forms import DayField


class Reporting(forms.Form):
    """What does not work, and how badly. What goes with it is shown, and can be left out."""

    kind = forms.ChoiceField(label=_("What is it about?"), choices=Kind.choices)
    weight = forms.ChoiceField(
        label=_("How badly does it hold you up?"),
        choices=Weight.choices,
        initial=Weight.SLOWED,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What happened, and what did you expect?"),
        min_length=LEAST_WORDS,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Write nothing secret here. What you did last before it is the best clue."),
    )
    with_state = forms.BooleanField(
        label=_("Send the page, its number for support and what my screen is like"),
        required=False,
        initial=True,
    )
    page = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)
    page_title = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    trace = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    viewport = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    scale = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)

    def report(self, seen: Mapping[str, str]) -> Report:
        """What is reported. `seen` is what the request itself says of the screen."""
        given: dict[str, Any] = self.cleaned_data
        state: dict[str, Any] = {}
        if given["with_state"]:
            screen = {name: given.get(name) or seen.get(name, "") for name in SCREEN}
            state = {
                "page": given["page"],
                "page_title": given["page_title"],
                "trace": given["trace"],
                "screen": {name: value[:300] for name, value in screen.items() if value},
            }
        return Report(kind=given["kind"], weight=given["weight"], words=given["words"], **state)


class Words(forms.Form):
    """An answer, or something added to a report."""

    words = forms.CharField(
        label=_("What you want to say"),
        min_length=LEAST_WORDS,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Taking(forms.Form):
    """Who has it in hand."""

    owner = forms.TypedChoiceField(label=_("Who deals with it"), coerce=int)

    def __init__(self, *args: Any, people: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = list(people.items())  # type: ignore[attr-defined] # a choice field


class Postponing(forms.Form):
    """Another day, and why."""

    due_on = DayField(label=_("To be solved by"))
    reason = forms.CharField(
        label=_("Why not earlier"),
        min_length=LEAST_WORDS,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Whoever reported it reads this."),
    )


class Solving(forms.Form):
    """How it was solved."""

    how = forms.CharField(
        label=_("How it was solved"),
        min_length=LEAST_WORDS,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("All who reported it read this."),
    )
    release = forms.CharField(label=_("Solved since release"), max_length=40, required=False)


class Reason(forms.Form):
    """Why something is not changed, or not solved."""

    reason = forms.CharField(
        label=_("Reason"),
        min_length=LEAST_WORDS,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Joining(forms.Form):
    """The other report of the same thing."""

    other = forms.IntegerField(label=_("Number of the other report"), min_value=1)


class Wanted(forms.Form):
    """Which problems the list shows."""

    ALL = ""
    CHOICES = (
        (ALL, _("All that wait")),
        ("mine", _("In my hands")),
        ("nobody", _("In nobody's hands")),
        ("late", _("Late")),
        ("ended", _("Solved or declined")),
    )
    show = forms.ChoiceField(label=_("Show"), choices=CHOICES, required=False)
