"""What is typed on the pages of the directory, as plain values."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vermilion.access.types import Grade
from vermilion.directory import models, queries, sheets
from vermilion.directory.sheets import SheetKind
from vermilion.directory.types import Authority, Succession
from vermilion.directory.wording import DUTIES
from vermilion.kernel.text import composed
from vermilion.web.forms import DayField

LARGEST_SHEET = 20 * 1024 * 1024
_TODAY_WHEN_EMPTY = _("Today when left empty.")


class BodyInput(forms.TextInput):
    """A text field over which the island `combo-box` lays a list of bodies.

    What was picked from the list comes as an id beside the text; typing on empties it.
    """

    template_name = "directory/body_input.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        picked = data.get(f"{name}-picked", "")
        return f"#{picked}" if picked.isdigit() else super().value_from_datadict(data, files, name)

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, str) and value.startswith("#") and value[1:].isdigit():
            return queries.names_of([int(value[1:])]).get(int(value[1:]), "")
        return super().format_value(value)


class BodyField(forms.CharField):
    """A body, by its code, its name, or what the list offered while typing; gives its id."""

    widget = BodyInput
    default_error_messages = {
        "unknown": _("No body is known by this name or code: %(typed)s."),
        "several": _("Several bodies may be meant: %(names)s. Write the code of one."),
    }

    def __init__(self, **given: Any) -> None:
        given.setdefault("help_text", _("Its code, or enough of its name."))
        super().__init__(**given)

    def prepare_value(self, value: Any) -> Any:
        return queries.names_of([value]).get(value, "") if isinstance(value, int) else value

    def clean(self, value: Any) -> int | None:
        typed = composed(super().clean(value) or "")
        if not typed:
            return None
        if typed.startswith("#") and typed[1:].isdigit():
            found = list(queries.names_of([int(typed[1:])]))
        else:
            meant = queries.bodies_meant(typed, on=localdate())
            found = [each.id for each in meant]
            if len(found) > 1:
                names = "; ".join(f"{each.name} ({each.detail})" for each in meant[:5])
                raise ValidationError(self.error_messages["several"], params={"names": names})
        if not found:
            raise ValidationError(self.error_messages["unknown"], params={"typed": typed})
        return found[0]


class LastDayField(DayField):
    """The last day on which something holds, as people say it; gives the first on which not."""

    def clean(self, value: Any) -> date | None:
        last = super().clean(value)
        return last + timedelta(days=1) if last else None

    def prepare_value(self, value: Any) -> Any:
        return value - timedelta(days=1) if isinstance(value, date) else value


def _on(help_text: Any = _TODAY_WHEN_EMPTY) -> DayField:
    return DayField(label=_("From which day"), required=False, help_text=help_text)


def kind_choices() -> list[tuple[str, str]]:
    """The kinds of bodies, named in the language at hand."""
    return [(kind.code, kind_name(kind)) for kind in queries.kinds()]


def kind_name(kind: models.BodyKind) -> str:
    """What a kind of body is called in the language at hand, else in English, else its code."""
    names: dict[str, str] = kind.names
    return names.get(get_language() or "en") or names.get("en") or kind.code


def unit_choices(body_id: int, on: date, *, none: Any) -> list[tuple[str, Any]]:
    """The units of a body, those below others set in."""
    units = queries.units_on(body_id, on)
    return [("", none), *((str(unit.pk), f"{'– ' * unit.depth}{unit.name}") for unit in units)]


def seat_choices(seats: Iterable[models.Appointment]) -> list[tuple[str, str]]:
    """People by name and post."""
    return [(str(seat.pk), f"{seat.person.full_name}, {seat.post.title}") for seat in seats]


class AsOf(forms.Form):
    """The day as of which a page shows the organisation, and what is looked for."""

    q = forms.CharField(label=_("Find a body"), required=False, max_length=200)
    on = DayField(label=_("As of"), required=False)


class Founding(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=kind_choices)
    short_name = forms.CharField(label=_("Short name"), max_length=60, required=False)
    abbreviation = forms.CharField(
        label=_("Abbreviation"),
        max_length=30,
        required=False,
        help_text=_("As it stands in numbers and notations."),
    )
    place = forms.CharField(
        label=_("Place"),
        max_length=100,
        required=False,
        help_text=_("As it stands before the date on a document."),
    )
    on = _on()


class Renaming(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    short_name = forms.CharField(label=_("Short name"), max_length=60, required=False)
    abbreviation = forms.CharField(label=_("Abbreviation"), max_length=30, required=False)
    on = _on()


class Particulars(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=kind_choices)
    place = forms.CharField(label=_("Place"), max_length=100, required=False)
    time_zone = forms.CharField(
        label=_("Time zone"),
        max_length=40,
        help_text=_("Such as Asia/Ho_Chi_Minh. Days and years are decided by it."),
    )


class Placing(forms.Form):
    parent = BodyField(label=_("Body above it"))
    on = _on()


class Ending(forms.Form):
    """The day from which something no longer holds."""

    on = DayField(
        label=_("First day on which it no longer holds"),
        required=False,
        help_text=_TODAY_WHEN_EMPTY,
    )


class Nothing(forms.Form):
    """A step that needs no more than one's word."""


class Succeeding(forms.Form):
    successor = BodyField(label=_("Body that takes over"))
    manner = forms.ChoiceField(label=_("How"), choices=Succession.choices)
    on = _on(_("The day on which the body ends, when left empty."))


class Coding(forms.Form):
    scheme = forms.CharField(
        label=_("Scheme"), max_length=40, help_text=_("Such as QD20-2020 or QCVN102-2016.")
    )
    value = forms.CharField(label=_("Code"), max_length=35)
    on = _on()
    until = LastDayField(label=_("Last day"), required=False)


class UnitOpening(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    abbreviation = forms.CharField(label=_("Abbreviation"), max_length=30, required=False)
    parent = forms.ChoiceField(label=_("Unit above it"), required=False)
    on = _on()

    def __init__(self, *arguments: Any, body_id: int, today: date, **given: Any) -> None:
        super().__init__(*arguments, **given)
        choices = unit_choices(body_id, today, none=_("None: it stands directly in the body"))
        self.fields["parent"].choices = choices  # type: ignore[attr-defined]


class UnitRenaming(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    abbreviation = forms.CharField(label=_("Abbreviation"), max_length=30, required=False)
    ordinal = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=100_000)
    on = _on()


class UnitPlacing(forms.Form):
    body = BodyField(label=_("Body"), required=False, help_text=_("Left empty, it stays."))
    parent = forms.ChoiceField(
        label=_("Unit above it"),
        required=False,
        help_text=_("Counts within the same body only."),
    )
    on = _on()

    def __init__(self, *arguments: Any, body_id: int, today: date, **given: Any) -> None:
        super().__init__(*arguments, **given)
        choices = unit_choices(body_id, today, none=_("None: it stands directly in the body"))
        self.fields["parent"].choices = choices  # type: ignore[attr-defined]


class PostForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=120)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    duties = forms.MultipleChoiceField(
        label=_("Duties"),
        required=False,
        choices=[(duty.value, name) for duty, name in DUTIES.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    signs_as = forms.ChoiceField(
        label=_("Signs"),
        required=False,
        choices=[("", _("does not sign for the body")), *Authority.choices],
    )
    ordinal = forms.IntegerField(
        label=_("Place in the list"), min_value=0, max_value=100_000, required=False
    )
    on = _on()

    def __init__(self, *arguments: Any, body_id: int, today: date, **given: Any) -> None:
        super().__init__(*arguments, **given)
        choices = unit_choices(body_id, today, none=_("None: it stands directly in the body"))
        self.fields["unit"].choices = choices  # type: ignore[attr-defined]


class PersonForm(forms.Form):
    full_name = forms.CharField(label=_("Full name"), max_length=100)
    email = forms.EmailField(label=_("E-mail"), required=False)
    telephone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    clearance = forms.TypedChoiceField(
        label=_("Cleared for"), choices=Grade.choices, coerce=int, initial=0
    )


class Appointing(forms.Form):
    person = forms.ChoiceField(label=_("Person"))
    on = _on()
    until = LastDayField(label=_("Last day"), required=False)
    is_main = forms.BooleanField(label=_("This is the person’s main post"), required=False)

    def __init__(self, *arguments: Any, people: Iterable[models.Person], **given: Any) -> None:
        super().__init__(*arguments, **given)
        choices = [(str(each.pk), each.full_name) for each in people]
        self.fields["person"].choices = choices  # type: ignore[attr-defined]


class _WithinBody(forms.Form):
    """Somebody gives, somebody holds: both chosen among the people of one body."""

    def __init__(self, *arguments: Any, seats: Iterable[models.Appointment], **given: Any) -> None:
        super().__init__(*arguments, **given)
        choices = seat_choices(seats)
        for name in ("giver", "holder"):
            if name in self.fields:
                self.fields[name].choices = choices  # type: ignore[attr-defined]


class Deputising(_WithinBody):
    giver = forms.ChoiceField(label=_("Head"))
    holder = forms.ChoiceField(label=_("Deputy"))
    matter = forms.CharField(label=_("Matter"), max_length=300, required=False)
    on = _on()
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
    on = _on()
    until = LastDayField(label=_("Last day"), required=False)

    def types(self) -> list[str]:
        """The codes of document types, each once."""
        typed = self.cleaned_data["document_types"].split(",")
        return list(dict.fromkeys(word.strip() for word in typed if word.strip()))


class PassingOn(_WithinBody):
    holder = forms.ChoiceField(label=_("Deputy"))
    on = _on()
    until = LastDayField(label=_("Last day"), required=False)


class Assisting(_WithinBody):
    giver = forms.ChoiceField(label=_("Leader"))
    holder = forms.ChoiceField(label=_("Assistant"))
    on = _on()
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


def number(value: Any) -> int | None:
    """The id behind a choice; none for the empty one."""
    return int(value) if value else None
