"""What is typed about bodies, units and posts."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vermilion.directory.forms.fields import (
    TODAY_WHEN_EMPTY,
    BodyField,
    LastDayField,
    from_day,
    kind_choices,
    unit_choices,
)
from vermilion.directory.types import SIGNING, Succession
from vermilion.directory.wording import DUTIES
from vermilion.web.forms import DayField


class AsOf(forms.Form):
    """The day as of which a page shows the organisation, and what is looked for."""

    q = forms.CharField(label=_("Find a body"), required=False, max_length=200)
    on = DayField(label=_("As of"), required=False)


class Founding(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=pgettext_lazy("directory", "Kind"), choices=kind_choices)
    short_name = forms.CharField(label=_("Short name"), max_length=60, required=False)
    abbreviation = forms.CharField(
        label=_("Abbreviation"),
        max_length=30,
        required=False,
        help_text=_("As it stands in numbers and notations."),
    )
    place = forms.CharField(
        label=pgettext_lazy("directory", "Place"),
        max_length=100,
        required=False,
        help_text=_("As it stands before the date on a document."),
    )
    on = from_day()


class Renaming(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    short_name = forms.CharField(label=_("Short name"), max_length=60, required=False)
    abbreviation = forms.CharField(label=_("Abbreviation"), max_length=30, required=False)
    on = from_day()


class Particulars(forms.Form):
    kind = forms.ChoiceField(label=pgettext_lazy("directory", "Kind"), choices=kind_choices)
    place = forms.CharField(
        label=pgettext_lazy("directory", "Place"), max_length=100, required=False
    )
    time_zone = forms.CharField(
        label=_("Time zone"),
        max_length=40,
        help_text=_("Such as Asia/Ho_Chi_Minh. Days and years are decided by it."),
    )


class Placing(forms.Form):
    parent = BodyField(label=_("Body above it"))
    on = from_day()


class Ending(forms.Form):
    """The day from which something no longer holds."""

    on = DayField(
        label=_("First day on which it no longer holds"),
        required=False,
        help_text=TODAY_WHEN_EMPTY,
    )


class Nothing(forms.Form):
    """A step that needs no more than one's word."""


class Succeeding(forms.Form):
    successor = BodyField(label=_("Body that takes over"))
    manner = forms.ChoiceField(label=_("How"), choices=Succession.choices)
    on = from_day(_("The day on which the body ends, when left empty."))


class Coding(forms.Form):
    scheme = forms.CharField(
        label=_("Scheme"), max_length=40, help_text=_("Such as QD20-2020 or QCVN102-2016.")
    )
    value = forms.CharField(label=_("Code"), max_length=35)
    on = from_day()
    until = LastDayField(label=_("Last day"), required=False)


class UnitOpening(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    abbreviation = forms.CharField(label=_("Abbreviation"), max_length=30, required=False)
    parent = forms.ChoiceField(label=_("Unit above it"), required=False)
    on = from_day()

    def __init__(self, *arguments: Any, body_id: int, today: date, **given: Any) -> None:
        super().__init__(*arguments, **given)
        choices = unit_choices(body_id, today, none=_("None: it stands directly in the body"))
        self.fields["parent"].choices = choices  # type: ignore[attr-defined] # a choice field


class UnitRenaming(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    abbreviation = forms.CharField(label=_("Abbreviation"), max_length=30, required=False)
    ordinal = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=100_000)
    on = from_day()


class UnitPlacing(forms.Form):
    body = BodyField(
        label=pgettext_lazy("directory", "Body"),
        required=False,
        help_text=_("Left empty, it stays."),
    )
    parent = forms.ChoiceField(
        label=_("Unit above it"),
        required=False,
        help_text=_("Counts within the same body only."),
    )
    on = from_day()

    def __init__(self, *arguments: Any, body_id: int, today: date, **given: Any) -> None:
        super().__init__(*arguments, **given)
        choices = unit_choices(body_id, today, none=_("None: it stands directly in the body"))
        self.fields["parent"].choices = choices  # type: ignore[attr-defined] # a choice field


class PostForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=120)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    duties = forms.MultipleChoiceField(
        label=pgettext_lazy("directory", "Duties"),
        required=False,
        choices=[(duty.value, name) for duty, name in DUTIES.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    signs_as = forms.ChoiceField(
        label=_("Signs"),
        required=False,
        choices=[
            ("", _("does not sign for the body")),
            *((each.value, each.label) for each in SIGNING),
        ],
    )
    ordinal = forms.IntegerField(
        label=_("Place in the list"), min_value=0, max_value=100_000, required=False
    )
    on = from_day()

    def __init__(self, *arguments: Any, body_id: int, today: date, **given: Any) -> None:
        super().__init__(*arguments, **given)
        choices = unit_choices(body_id, today, none=_("None: it stands directly in the body"))
        self.fields["unit"].choices = choices  # type: ignore[attr-defined] # a choice field
