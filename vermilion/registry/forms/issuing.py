"""What a clerk types of a signed paper that gets its number."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vermilion.directory import queries as directory
from vermilion.documents.forms import ParticularsForm
from vermilion.documents.types import FileHandedIn
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.text import composed
from vermilion.registry import queries
from vermilion.registry.forms.custom import WithCustomFields
from vermilion.registry.types import BookKind, Issued, Recipient

MOST_RECIPIENTS = 200
LONGEST_NAME = 200


class Issuing(WithCustomFields, ParticularsForm):
    """A signed paper of the body. The number is given when it is entered, and not before."""

    recipients = forms.CharField(
        label=_("Recipients"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line, as they stand on the paper; the last is often “Lưu: VT”."),
    )
    file_copy = forms.CharField(
        label=_("Unit or person that keeps the file copy"), required=False, max_length=200
    )
    book = forms.TypedChoiceField(
        label=_("Book"), required=False, coerce=int, empty_value=None, choices=()
    )

    def __init__(
        self, data: Any = None, *, actor: Actor, at: datetime, kind: BookKind, **named: Any
    ) -> None:
        today = local_day(at, actor.time_zone)
        issuer = directory.names_of([actor.own_body]).get(actor.own_body, "")
        initial = {
            "dated_on": today,
            "issuer": issuer,
            "issuer_body_id": actor.own_body,
            **named.pop("initial", {}),
        }
        super().__init__(data, on=today, initial=initial, **named)
        notation = self.fields["symbol"]
        notation.label = _("Notation")
        notation.required = True
        notation.help_text = _(
            "What follows the number, such as QĐ-BNV or HD/VPTW. The number itself is given when "
            "the paper is entered."
        )
        books = queries.open_books(actor, kind, at=at)
        named_books = [(each.pk, str(each)) for each in books]
        usual = [("", _("the usual one"))]
        self.fields["book"].choices = [*usual, *named_books]  # type: ignore[attr-defined]  # a choice field
        self.ask_for(queries.fields_of(actor, kind))

    def clean_recipients(self) -> list[str]:
        names = [composed(line) for line in self.cleaned_data["recipients"].splitlines()]
        named = [name for name in names if name]
        if len(named) > MOST_RECIPIENTS:
            raise forms.ValidationError(
                _("At most %(most)s recipients fit here; draw a circle of recipients instead."),
                params={"most": MOST_RECIPIENTS},
            )
        return [name[:LONGEST_NAME] for name in named]

    def issued(self, files: Sequence[FileHandedIn] = ()) -> Issued:
        """The paper as the act takes it. Only after the form is valid."""
        particulars = self.particulars(files)
        return Issued(
            particulars=replace(particulars, symbol=""),
            notation=particulars.symbol,
            recipients=tuple(Recipient(name=name) for name in self.cleaned_data["recipients"]),
            file_copy=composed(self.cleaned_data["file_copy"]),
            book_id=self.cleaned_data["book"],
            custom=self.custom(),
        )
