"""What is typed on a slip besides directions, and what is kept for directions."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vermilion.directory import queries as directory
from vermilion.routing import models
from vermilion.tasks.forms import reason_field, units_and_people
from vermilion.web.widgets import ComboBoxMultiple


class Closing(forms.Form):
    """What a clerk notes when closing a slip."""

    note = forms.CharField(
        label=_("Note on closing"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class SlipReopening(forms.Form):
    """Why a closed matter is opened again, and which shares with it."""

    reason = reason_field(_("Reason for reopening it"))
    tasks = forms.MultipleChoiceField(
        label=_("Duties to reopen with it"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *arguments: Any, slip: models.Slip, **named: Any) -> None:
        super().__init__(*arguments, **named)
        done = slip.assignments.filter(below=False, task__state="done").exclude(part="information")
        self.fields["tasks"].choices = [  # type: ignore[attr-defined]  # a choice field
            (each.task_id, each.task.recipient)
            for each in done.select_related("task").order_by("id")
        ]


class LayingBefore(forms.Form):
    """Before which leader a document shall lie, and why."""

    leader = forms.ChoiceField(label=_("Leader"))
    reason = reason_field(_("Reason"))

    def __init__(self, *arguments: Any, slip: models.Slip, at: datetime, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["leader"].choices = [  # type: ignore[attr-defined]  # a choice field
            (each.pk, f"{each.person.full_name}, {each.post.title}")
            for each in directory.leaders_of(slip.body_id, at)
            if each.pk != slip.laid_before_id
        ]


class PhraseForm(forms.Form):
    """Words to be used again in directions."""

    text = forms.CharField(
        label=_("Phrase"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    of_body = forms.BooleanField(label=_("For everybody who directs in this body"), required=False)


class UnitCircleForm(forms.Form):
    """Units and people that are named at once."""

    name = forms.CharField(label=_("Name of the circle"), max_length=120)
    members = forms.MultipleChoiceField(label=_("Units and people"), widget=ComboBoxMultiple)

    def __init__(self, *arguments: Any, body_id: int, at: datetime, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["members"].choices = list(  # type: ignore[attr-defined]  # a choice field
            units_and_people(body_id, at)
        )
