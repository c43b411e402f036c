"""What is typed about people, delegations, circles and sheets."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from vermilion.access.types import Grade
from vermilion.directory import models, sheets
from vermilion.directory.forms.fields import (
    LARGEST_SHEET,
    BodyField,
    LastDayField,
    from_day,
    kind_choices,
    seat_choices,
)
from vermilion.directory.types import Authority, SheetKind


class PersonForm(forms.Form):
    full_name = forms.CharField(label=_("Full name"), max_length=100)
    email = forms.EmailField(label=_("E-mail"), required=False)
    telephone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    clearance = forms.TypedChoiceField(
        label=_("Cleared for"), choices=Grade.choices, coerce=int, initial=0
    )


class Appointing(forms.Form):
    person = forms.ChoiceField(label=_("Person"))
    on = from_day()
    until = LastDayField(label=_("Last day"), required=False)
    is_main = forms.BooleanField(label=_("This is the person’s main post"), required=False)

    def __init__(self, *arguments: Any, people: Iterable[models.Person], **given: Any) -> None:
        super().__init__(*arguments, **given)
        choices = [(str(each.pk), each.full_name) for each in people]
        self.fields["person"].choices = choices  # type: ignore[attr-defined] # a choice field


class _WithinBody(forms.Form):
    """Somebody gives, somebody holds: both chosen among the people of one body."""

    def __init__(self, *arguments: Any, seats: Iterable[models.Appointment], **given: Any) -> None:
        super().__init__(*arguments, **given)
        choices = seat_choices(seats)
        for name in ("giver", "holder"):
            if name in self.fields:
                self.fields[name].choices = choices  # type: ignore[attr-defined] # a choice field


class Deputising(_WithinBody):
    giver = forms.ChoiceField(label=_("Head"))
    holder = forms.ChoiceField(label=_("Deputy"))
    matter = forms.CharField(label=_("Matter"), max_length=300, required=False)
    on = from_day()
    until = LastDayField(label=_("Last day"), required=False)


class Delegating(_WithinBody):
    giver = forms.ChoiceField(label=_("Head"))
    holder = forms.ChoiceField(label=_("Who signs"))
    authority = forms.ChoiceField(
        label=_("By what right"),
        choices=[(each.value, each.label) for each in (Authority.BY_ORDER, Authority.WRITTEN)],
    )
    matter = forms.CharField(label=_("Matter"), max_length=300, required=False)
    document_types = forms.CharField(
        label=_("Types of documents"),
        max_length=400,
        required=False,
        help_text=_("Their codes, separated by commas. All types when left empty."),
    )
    basis = forms.CharField(
        label=_("Document it rests on"),
        max_length=200,
        required=False,
        help_text=_("Needed for written authority, as are the matter and the last day."),
    )
    on = from_day()
    until = LastDayField(label=_("Last day"), required=False)

    def types(self) -> list[str]:
        """The codes of document types, each once."""
        typed = self.cleaned_data["document_types"].split(",")
        return list(dict.fromkeys(word.strip() for word in typed if word.strip()))


class PassingOn(_WithinBody):
    holder = forms.ChoiceField(label=_("Deputy"))
    on = from_day()
    until = LastDayField(label=_("Last day"), required=False)


class Assisting(_WithinBody):
    giver = forms.ChoiceField(label=_("Leader"))
    holder = forms.ChoiceField(label=_("Assistant"))
    on = from_day()
    until = LastDayField(label=_("Last day"), required=False)


class CircleForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    branch = BodyField(
        label=_("Every body below"),
        required=False,
        help_text=_("The body itself counts. Left empty, only the bodies named below belong."),
    )
    kinds = forms.MultipleChoiceField(
        label=_("of these kinds"),
        required=False,
        choices=kind_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Every kind when none is ticked."),
    )
    members = forms.CharField(
        label=_("And these bodies"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        help_text=_("One on a line: its code, or enough of its name."),
    )

    def clean_members(self) -> list[int]:
        """One body a line; each line that says nothing plain is named."""
        field = BodyField()
        found: list[int] = []
        wrong: list[ValidationError] = []
        for line in self.cleaned_data["members"].splitlines():
            if not line.strip():
                continue
            try:
                body_id = field.clean(line)
            except ValidationError as error:
                wrong.append(error)
            else:
                if body_id is not None and body_id not in found:
                    found.append(body_id)
        if wrong:
            raise ValidationError(wrong)
        return found


class HandingIn(forms.Form):
    """A sheet to be tried."""

    kind = forms.ChoiceField(label=_("What the rows are"), choices=SheetKind.choices)
    file = forms.FileField(
        label=_("Sheet"),
        help_text=_("XLSX, or CSV in UTF-8. At most 20 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_file(self) -> Any:
        """A file of a size that a sheet may have."""
        given = self.cleaned_data["file"]
        if given.size > LARGEST_SHEET:
            raise ValidationError(_("The file is larger than 20 MB. Split it."))
        return given

    def rows(self) -> list[dict[str, str]]:
        """What the sheet says, row by row. What is no sheet is refused."""
        given = self.cleaned_data["file"]
        return sheets.read(SheetKind(self.cleaned_data["kind"]), given.read())


class Looking(forms.Form):
    q = forms.CharField(label=_("Find a person"), required=False, max_length=100)
