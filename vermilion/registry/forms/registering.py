"""What a clerk types of a document that came."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vermilion.access.types import Grade
from vermilion.directory import queries as directory
from vermilion.documents.forms import ParticularsForm
from vermilion.documents.types import FileHandedIn
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.registry import queries
from vermilion.registry.forms.custom import WithCustomFields
from vermilion.registry.types import BookKind, Channel, Received
from vermilion.web.forms import DayField


class Registration(WithCustomFields, ParticularsForm):
    """A received document: what stands on it, when and how it came, before whom it is laid."""

    arrived_on = DayField(label=_("Arrival date"))
    channel = forms.ChoiceField(
        label=_("How it arrived"),
        choices=Channel.choices,
        widget=forms.Select(attrs={"data-short": ""}),
    )
    laid_before = forms.TypedChoiceField(
        label=_("Lay before"), required=False, coerce=int, empty_value=None
    )
    second_copy_reason = forms.CharField(
        label=_("Reason for a second number"),
        required=False,
        max_length=300,
        help_text=_("Only where the book has this document already and it still needs a number."),
    )

    def __init__(self, *arguments: Any, actor: Actor, at: datetime, **named: Any) -> None:
        today = local_day(at, actor.time_zone)
        initial = {"arrived_on": today, "channel": Channel.ELECTRONIC, **named.pop("initial", {})}
        super().__init__(*arguments, on=today, initial=initial, **named)
        leaders = directory.leaders_of(actor.body_id, at) if actor.body_id else []
        names = [(str(each.pk), f"{each.person.full_name}, {each.post.title}") for each in leaders]
        nobody = [("", str(_("this body has no leader in office")))]
        self.fields["laid_before"].choices = names or nobody  # type: ignore[attr-defined]  # a choice field
        self.ask_for(queries.fields_of(actor, BookKind.INCOMING))

    def received(self, files: Sequence[FileHandedIn] = ()) -> Received:
        """The document as the act takes it. Only after the form is valid."""
        return Received(
            particulars=self.particulars(files),
            arrived_on=self.cleaned_data["arrived_on"],
            channel=self.cleaned_data["channel"],
            laid_before_id=self.cleaned_data["laid_before"],
            second_copy_reason=self.cleaned_data["second_copy_reason"].strip(),
            custom=self.custom(),
        )


class Declared(forms.Form):
    """What is declared of a file before any byte of it is sent."""

    grade = forms.TypedChoiceField(
        label=_("Grade of secrecy"),
        coerce=int,
        choices=Grade.choices,
        initial=Grade.OPEN,
        help_text=_("What this network may not hold is refused before it is stored."),
    )
