"""What is typed when work is handed over."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vermilion.directory.queries import Seat


class HandingOver(forms.Form):
    """To whom, and why."""

    successor = forms.TypedChoiceField(label=_("Successor"), coerce=int)
    reason = forms.CharField(
        label=_("Reason"),
        min_length=10,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stands in the history of everything that is handed over."),
    )

    def __init__(self, *args: Any, seats: Iterable[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(seat.pk, f"{seat.person.full_name}, {seat.post.title}") for seat in seats]
        self.fields["successor"].choices = choices  # type: ignore[attr-defined] # a choice field
