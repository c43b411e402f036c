"""What is said once for many papers."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from vermilion.desk import models
from vermilion.desk.types import BulkAct
from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound
from vermilion.routing import forms as routing_forms
from vermilion.routing import queries as slips
from vermilion.tasks.forms import Completion, GivingBack, reason_field, units_and_people
from vermilion.web.forms import DayField
from vermilion.web.widgets import ComboBox, ComboBoxMultiple


def form_of(run: models.Run, typed: QueryDict | None, *, actor: Actor, at: datetime) -> forms.Form:
    """The form of what a run wants to be told."""
    match run.act:
        case BulkAct.DIRECT:
            return directing(run, typed, actor=actor, at=at)
        case BulkAct.PASS_ON:
            return PassingOn(typed, actor=actor, at=at)
        case BulkAct.SHARE:
            return Sharing(typed, actor=actor, at=at)
        case BulkAct.LAY_BEFORE:
            return LayingBefore(typed, actor=actor, at=at)
        case BulkAct.COMPLETE:
            return Completion(typed)
        case BulkAct.DEADLINE | BulkAct.EXTEND:
            return NewDeadline(typed)
        case BulkAct.GIVE_BACK:
            return GivingBack(typed)
        case BulkAct.CLOSE:
            return Closing(typed)
        case BulkAct.TAKE_BACK:
            return TakingBack(typed)
    return Nothing(typed)


def told(form: forms.Form) -> dict[str, object]:
    """What was typed, as plain values to be kept with the run."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in form.cleaned_data.items()
        if isinstance(value, str | list | date)
    }


class Nothing(forms.Form):
    """An act that needs no words."""


class Closing(forms.Form):
    """What is noted on every paper that is closed."""

    note = forms.CharField(
        label=_("Note on closing"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class TakingBack(forms.Form):
    """Why shares are taken back."""

    reason = forms.CharField(
        label=_("Reason for taking them back"),
        min_length=10,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Whoever had them reads this."),
    )


def directing(
    run: models.Run, typed: QueryDict | None, *, actor: Actor, at: datetime
) -> routing_forms.Direction:
    """The direction that every paper of a run gets, typed as for its first one."""
    first = run.items.order_by("id").select_related("slip__body", "slip__document").first()
    if first is None:
        raise NotFound
    slip = slips.slip(actor, first.slip_id, at=at)
    return routing_forms.Direction(
        typed, slip=slip, at=at, initial={"due_on": slips.deadline_for(slip, at=at).day}
    )


class PassingOn(forms.Form):
    """To whom work is passed on."""

    person = forms.ChoiceField(label=_("Person"), widget=ComboBox)
    words = forms.CharField(
        label=_("What to tell them"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, actor: Actor, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = directory.people_in(actor.own_body, at, unit_id=actor.unit_id)
        self.fields["person"].choices = [  # type: ignore[attr-defined] # a choice field
            ("", ""),
            *(
                (str(seat.pk), f"{seat.person.full_name} ({seat.post.title})")
                for seat in seats
                if seat.pk != actor.appointment_id
            ),
        ]


class NewDeadline(forms.Form):
    """Until when, and why."""

    until = DayField(label=_("New deadline"))
    reason = reason_field(_("Reason"))


class LayingBefore(forms.Form):
    """Before which leader papers shall lie, and why."""

    leader = forms.ChoiceField(label=_("Leader"))
    reason = reason_field(_("Reason"))

    def __init__(self, *args: Any, actor: Actor, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leader"].choices = [  # type: ignore[attr-defined] # a choice field
            (str(each.pk), f"{each.person.full_name}, {each.post.title}")
            for each in directory.leaders_of(actor.own_body, at)
        ]


class Sharing(forms.Form):
    """Who gets which part of every duty."""

    leads = forms.MultipleChoiceField(label=_("Lead"), required=False, widget=ComboBoxMultiple)
    supports = forms.MultipleChoiceField(
        label=_("Support"), required=False, widget=ComboBoxMultiple
    )
    readers = forms.MultipleChoiceField(
        label=_("For information"), required=False, widget=ComboBoxMultiple
    )
    until = DayField(
        label=_("Deadline"), required=False, help_text=_("Not later than that of your own duty.")
    )
    instruction = forms.CharField(
        label=_("What they shall do"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, actor: Actor, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = list(units_and_people(actor.own_body, at))
        for name in ("leads", "supports", "readers"):
            self.fields[name].choices = choices  # type: ignore[attr-defined] # a choice field

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not any(given.get(name) for name in ("leads", "supports", "readers")):
            self.add_error("leads", _("Name at least one unit or person who shall have a part."))
        return given
