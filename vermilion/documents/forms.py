"""What a clerk types of a document, or corrects of what was read out of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vermilion.access.types import Grade
from vermilion.documents import actions, queries, rules
from vermilion.documents.models import Document
from vermilion.documents.reading.dates import typed_date
from vermilion.documents.reading.paper import Guess, Reading
from vermilion.documents.types import (
    Circulation,
    FileHandedIn,
    IssuerMatch,
    Particulars,
    TypeFamily,
    Urgency,
)
from vermilion.kernel.cursors import as_key
from vermilion.web.forms import DayField
from vermilion.web.widgets import ComboBox

"""Digits of a key that a bigint surely holds."""

SURE = 0.8
"""Below this a value that was read is marked as doubtful."""

_READ = ("symbol", "dated_on", "issuer", "abstract", "signer", "signer_post", "competence")
_READ_MARKS = ("urgency", "secrecy", "circulation")
LANGUAGES = [
    ("vi", _("Vietnamese")),
    ("en", _("English")),
    ("hi", _("Hindi")),
    ("ar", _("Arabic")),
    ("fr", _("French")),
    ("ru", _("Russian")),
    ("zh", _("Chinese")),
    ("lo", _("Lao")),
    ("km", _("Khmer")),
]


class TolerantDayField(DayField):
    """A day as people write it: 20/11/2026, 20-11-2026, 2026-11-20, 20.11.26 or 201126."""

    def to_python(self, value: Any) -> date | None:
        typed = typed_date(value) if isinstance(value, str) else None
        return typed or super().to_python(value)


class BodyField(forms.TypedChoiceField):
    """A body of the directory, found by typing; any of the thousands may be sent, not only those
    that the page offered."""

    def __init__(self, **named: Any) -> None:
        widget = ComboBox(url=reverse_lazy("directory:choices-bodies"))
        super().__init__(coerce=int, empty_value=None, widget=widget, **named)

    def valid_value(self, value: Any) -> bool:
        return as_key(value) is not None


class ReadField(forms.BoundField):
    """A field that knows whether its value was read out of the paper, and how certainly."""

    @property
    def guess(self) -> "Guess[Any] | None":
        guesses: Mapping[str, Guess[Any]] = getattr(self.form, "guesses", {})
        return guesses.get(self.name)

    def css_classes(self, extra_classes: Any = None) -> str:
        classes: str = super().css_classes(extra_classes)
        if self.guess is None:
            return classes
        mark = "field--read" if self.guess.certainty >= SURE else "field--read field--doubtful"
        return f"{classes} {mark}".strip()


class ParticularsForm(forms.Form):
    """The fields of a document in the order of the paper.

    Given a reading of the paper, proposes what it says: such fields carry the class `field--read`
    (and `field--doubtful`) and point at their place for the reader of the file.
    """

    bound_field_class = ReadField
    required_css_class = "field--needed"

    symbol = forms.CharField(
        label=_("Number and notation"),
        required=False,
        max_length=rules.LIMITS["symbol"],
        help_text=_("As it stands on the paper, such as 15/QĐ-BNV or 36-HD/VPTW."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    dated_on = TolerantDayField(
        label=_("Date of the document"),
        required=False,
        help_text=_("The day on the paper, such as 20/11/2026 or 201126."),
        error_messages={"invalid": _("Write the day like 20/11/2026.")},
    )
    issuer = forms.CharField(
        label=_("Issuing body"),
        max_length=rules.LIMITS["issuer"],
        help_text=_("Its name as it stands on the paper."),
        error_messages={"required": _("Say which body issued the document, as it stands on it.")},
    )
    issuer_body_id = BodyField(label=_("The same body in the directory"), required=False)
    type_id = forms.TypedChoiceField(label=_("Type"), required=False, coerce=int, empty_value=None)
    abstract = forms.CharField(
        label=_("Abstract"),
        max_length=rules.LIMITS["abstract"],
        help_text=_("What the document is about, in a line or two."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say in a line what the document is about.")},
    )
    signer = forms.CharField(
        label=_("Signed by"), required=False, max_length=rules.LIMITS["signer"]
    )
    signer_post = forms.CharField(
        label=_("Post of the signer"), required=False, max_length=rules.LIMITS["signer_post"]
    )
    competence = forms.CharField(
        label=_("Signed in the right of"),
        required=False,
        max_length=rules.LIMITS["competence"],
        help_text=_("TM, KT, TL, TUQ or Q, as it stands before the post."),
        widget=forms.TextInput(
            attrs={"autocapitalize": "characters", "spellcheck": "false", "data-short": ""}
        ),
    )
    urgency = forms.TypedChoiceField(label=_("Urgency"), coerce=int, choices=Urgency.choices)
    secrecy = forms.TypedChoiceField(
        label=_("Grade of secrecy"),
        coerce=int,
        choices=Grade.choices,
        help_text=_(
            "Choose it before handing in a file. What this network may not hold is refused."
        ),
    )
    circulation = forms.ChoiceField(
        label=_("Circulation"), required=False, choices=Circulation.choices
    )
    pages = forms.IntegerField(
        label=_("Pages"), required=False, min_value=1, max_value=rules.MOST_PAGES
    )
    copies = forms.IntegerField(
        label=_("Copies"), initial=1, min_value=1, max_value=rules.MOST_COPIES
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, initial="vi")
    reply_due_on = TolerantDayField(
        label=_("Reply asked for by"),
        required=False,
        help_text=_("Only if the paper names a day."),
        error_messages={"invalid": _("Write the day like 20/11/2026.")},
    )
    dossier_year = forms.IntegerField(
        label=_("Year of the dossier"),
        required=False,
        min_value=rules.EARLIEST_YEAR,
        max_value=rules.LATEST_YEAR,
    )
    dossier_notation = forms.CharField(
        label=_("Notation of the dossier"),
        required=False,
        max_length=rules.LIMITS["dossier_notation"],
        help_text=_("As the list of dossiers has it, such as 01.TCCB."),
    )
    dossier_ordinal = forms.IntegerField(
        label=_("Ordinal in the dossier"),
        required=False,
        min_value=1,
        max_value=rules.MOST_IN_A_DOSSIER,
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=rules.LIMITS["note"],
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        on: date,
        reading: Reading | None = None,
        matches: Sequence[IssuerMatch] = (),
        initial: Mapping[str, Any] | None = None,
        **more: Any,
    ) -> None:
        self.on = on
        self.guesses = _guesses(reading) if reading else {}
        proposed = {name: guess.value for name, guess in self.guesses.items()}
        if reading:
            proposed |= _proposed_otherwise(reading, matches)
        super().__init__(data, initial={**proposed, **(initial or {})}, **more)
        self._offer_types()
        self._offer_bodies(matches)
        for name, guess in self.guesses.items():
            self._point_at(name, guess)

    def clean_issuer_body_id(self) -> int | None:
        chosen: int | None = self.cleaned_data["issuer_body_id"]
        if chosen is not None and not queries.is_a_body(chosen):
            raise forms.ValidationError(_("This body is not in the directory. Choose another."))
        return chosen

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            stated = rules.tidy(self.particulars())
            for fault in rules.faults(stated, today=self.on):
                name = "symbol" if fault.field == "notation" else fault.field
                self.add_error(name, fault.in_words)
        return cleaned

    def particulars(self, files: Sequence[FileHandedIn] = ()) -> Particulars:
        """What was typed, as the acts take it. Only after the form is valid."""
        stated = {name: self.cleaned_data[name] for name in actions.STATED}
        return Particulars(**stated, files=tuple(files))

    def _offer_types(self) -> None:
        language = get_language() or "vi"
        families: dict[str, list[tuple[int, str]]] = {}
        for row in queries.types_on(self.on):
            label = f"{row.name_in(language)} ({row.abbreviation})" if row.abbreviation else ""
            families.setdefault(row.family, []).append((row.pk, label or row.name_in(language)))
        groups = [(TypeFamily(family).label, rows) for family, rows in families.items()]
        self._choices("type_id", [("", _("not said")), *groups])

    def _offer_bodies(self, matches: Sequence[IssuerMatch]) -> None:
        offered = {match.body_id: _line_of(match) for match in matches}
        chosen = self.data.get(self.add_prefix("issuer_body_id")) if self.is_bound else None
        chosen = chosen or self.initial.get("issuer_body_id")
        key = as_key(chosen)
        if key is not None and key not in offered:
            offered |= queries.names_of_bodies([key])
        self._choices("issuer_body_id", [("", _("not in the directory")), *offered.items()])

    def _choices(self, name: str, choices: Sequence[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - the fields above
        field.choices = choices

    def _point_at(self, name: str, guess: Guess[Any]) -> None:
        field = self.fields[name]
        field.widget.attrs["data-certainty"] = f"{guess.certainty:.2f}"
        if guess.place:
            field.widget.attrs["data-reader-page"] = guess.place.page
            field.widget.attrs["data-reader-line"] = guess.place.line
        if guess.place and guess.place.box:
            field.widget.attrs["data-reader-box"] = ",".join(
                f"{edge:.4f}" for edge in guess.place.box
            )
        if guess.certainty < SURE:
            field.help_text = _("Read with doubt: compare it with the paper.")


class Checked(forms.Form):
    """What a clerk found who checked a file that bears a mark."""

    reason = forms.CharField(
        label=_("What you found"),
        min_length=10,
        max_length=500,
        help_text=_("Such as: the words stand in the title of a law; or: a secret of grade “mật”."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def initial_of(document: Document) -> dict[str, Any]:
    """What a document says now, for the form that corrects it."""
    return {name: getattr(document, name) for name in actions.STATED}


def _guesses(reading: Reading) -> dict[str, Guess[Any]]:
    """What was read, by the field it belongs to."""
    found = {name: getattr(reading, name) for name in (*_READ, *_READ_MARKS)}
    return {name: guess for name, guess in found.items() if guess is not None}


def _proposed_otherwise(reading: Reading, matches: Sequence[IssuerMatch]) -> dict[str, Any]:
    """What follows from a reading without being a value of the paper itself."""
    proposed: dict[str, Any] = {}
    if reading.pages:
        proposed["pages"] = min(reading.pages, rules.MOST_PAGES)
    if reading.language:
        proposed["language"] = reading.language.value
    if reading.type_code:
        proposed["type_id"] = queries.type_id_of(reading.type_code.value)
    if matches and matches[0].fit >= SURE:
        proposed["issuer_body_id"] = matches[0].body_id
        proposed["issuer"] = matches[0].name
    return proposed


def _line_of(match: IssuerMatch) -> str:
    return f"{match.name} — {match.parent}" if match.parent else match.name
