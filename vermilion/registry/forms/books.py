"""What is settled about the books of a body."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vermilion.directory import queries as directory
from vermilion.documents import queries as documents
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.registry import models, queries
from vermilion.registry.actions import Settled
from vermilion.registry.types import BookKind, FieldForm, Grouping, Turnover
from vermilion.web.forms import DayField
from vermilion.web.widgets import ComboBoxMultiple

LANGUAGES = ("vi", "en", "hi", "ar")
MORE_GROUPS = 2
"""Empty groups at the end of the form, for those that are to come."""


class Opening(forms.Form):
    """A book beside those that open by themselves."""

    kind = forms.ChoiceField(label=_("What it holds"), choices=BookKind.choices)
    secret = forms.BooleanField(label=_("For secret documents"), required=False)
    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=100,
        help_text=_("Of the council or congress that has numbers of its own; empty for the body."),
    )
    notation = forms.CharField(
        label=_("Its letters in the notation"), required=False, max_length=30
    )
    turnover = forms.ChoiceField(label=_("Numbers start again"), choices=Turnover.choices)
    starts_at = forms.IntegerField(
        label=_("First number"),
        initial=1,
        min_value=1,
        max_value=999_999,
        help_text=_("The one after the last in the paper book, if it is taken over within a year."),
    )

    def __init__(self, data: Any = None, *, secret_here: bool) -> None:
        super().__init__(data)
        if not secret_here:
            self.fields["secret"].help_text = _(
                "On this network such a book can hold bare lines alone, without abstract or files."
            )


class Settling(forms.Form):
    """How a book turns over, which types share numbers in it, who keeps it."""

    turnover = forms.ChoiceField(label=_("Numbers start again"), choices=Turnover.choices)
    keeper = forms.TypedChoiceField(
        label=_("Kept by"), required=False, coerce=int, empty_value=None, choices=()
    )
    grouping = forms.ChoiceField(
        label=_("Which types share numbers"), choices=Grouping.choices, widget=forms.RadioSelect
    )
    takes_bare_lines = forms.BooleanField(
        label=_("Enter a bare line of what this network may not hold"),
        required=False,
        help_text=_("Number, date, issuer and grade; no abstract, no note, no files."),
    )

    def __init__(self, data: Any = None, *, book: models.Book, actor: Actor, at: datetime) -> None:
        initial = {
            "turnover": book.turnover,
            "keeper": book.keeper_id,
            "grouping": book.grouping,
            "takes_bare_lines": book.takes_bare_lines,
        }
        super().__init__(data, initial=initial)
        self.pairs: list[tuple[str, str]] = []
        posts = [(each.pk, _post(each)) for each in directory.posts_of(actor.own_body, at)]
        self.fields["keeper"].choices = [("", _("nobody in particular")), *posts]  # type: ignore[attr-defined]  # a choice field
        if not book.secret:
            del self.fields["takes_bare_lines"]
        if book.kind != BookKind.COPIES:
            self._offer_groups(book, local_day(at, actor.time_zone))

    def settled(self) -> Settled:
        """How the book is to run. Only after the form is valid."""
        asked = self.cleaned_data
        return Settled(
            turnover=Turnover(asked["turnover"]),
            grouping=Grouping(asked["grouping"]),
            groups=[
                (asked[name].strip(), asked[types])
                for name, types in self.pairs
                if asked[name].strip()
            ],
            keeper_id=asked["keeper"],
            takes_bare_lines=asked.get("takes_bare_lines", False),
        )

    @property
    def groups(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Name and types of each group, as the page shows them."""
        return [(self[name], self[types]) for name, types in self.pairs]

    def _offer_groups(self, book: models.Book, today: Any) -> None:
        language = get_language() or "vi"
        types = [(row.pk, _type(row, language)) for row in documents.types_on(today)]
        kept: list[tuple[str, Sequence[int]]] = []
        if book.grouping == Grouping.SETS:
            kept = [
                (group.name, [each.type_id for each in group.types.all()])
                for group in queries.groups_of(book)
            ]
        for place, (name, chosen) in enumerate([*kept, *[("", ())] * MORE_GROUPS], 1):
            pair = (f"group_{place}", f"types_{place}")
            self.fields[pair[0]] = forms.CharField(
                label=_("Name of the group"), required=False, max_length=100, initial=name
            )
            self.fields[pair[1]] = forms.TypedMultipleChoiceField(
                label=_("Types in it"),
                required=False,
                coerce=int,
                choices=types,
                initial=list(chosen),
                widget=ComboBoxMultiple(),
            )
            self.pairs.append(pair)


class Term(forms.Form):
    """A term of the committee that begins."""

    name = forms.CharField(label=_("Name"), max_length=100, help_text=_("Such as 2025–2030."))
    opens_on = DayField(label=_("First day"), help_text=_("The day after the congress closed."))


class CustomField(forms.Form):
    """A field that the body asks for in its books."""

    kind = forms.ChoiceField(label=_("In the books of"), choices=BookKind.choices)
    form = forms.ChoiceField(label=_("What is written in it"), choices=FieldForm.choices)
    name_vi = forms.CharField(label=_("Name in Vietnamese"), required=False, max_length=100)
    name_en = forms.CharField(label=_("Name in English"), required=False, max_length=100)
    name_hi = forms.CharField(label=_("Name in Hindi"), required=False, max_length=100)
    name_ar = forms.CharField(label=_("Name in Arabic"), required=False, max_length=100)
    choices = forms.CharField(
        label=_("Choices, one a line"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    required = forms.BooleanField(label=_("Must be filled in"), required=False)

    def names(self) -> dict[str, str]:
        """The name by language. Only after the form is valid."""
        return {language: self.cleaned_data[f"name_{language}"] for language in LANGUAGES}


def _type(row: Any, language: str) -> str:
    name: str = row.name_in(language)
    return f"{name} ({row.abbreviation})" if row.abbreviation else name


def _post(post: directory.PostOn) -> str:
    held = ", ".join(each.person.full_name for each in post.holders)
    return f"{post.title} — {held}" if held else post.title
