"""What is typed about a list: filters, its layout, the name of a view."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vermilion.desk import policy, wanted
from vermilion.desk.types import USUAL_COLUMNS, Audience, Column, Mode, Spacing, Term
from vermilion.desk.wanted import Filters, Layout
from vermilion.directory import queries as directory
from vermilion.documents.types import Urgency
from vermilion.kernel.actors import Actor
from vermilion.routing.types import Standing
from vermilion.web.forms import DayField
from vermilion.web.widgets import ComboBox, ComboBoxMultiple


class Narrowing(forms.Form):
    """Which papers of a list are wanted."""

    q = forms.CharField(
        label=_("Words"),
        required=False,
        help_text=_("Part of a number, of a notation, of an author or of an abstract."),
    )
    urgency = forms.MultipleChoiceField(
        label=_("Urgency"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(each.value, capfirst(str(each.label))) for each in Urgency],
    )
    term = forms.ChoiceField(label=_("Deadline"), required=False)
    sender = forms.CharField(label=_("Author"), required=False)
    type = forms.MultipleChoiceField(label=_("Type"), required=False, widget=ComboBoxMultiple)
    since = DayField(label=_("Arrived on or after"), required=False)
    until = DayField(label=_("Arrived on or before"), required=False)
    due_since = DayField(label=_("Due on or after"), required=False)
    due_until = DayField(label=_("Due on or before"), required=False)
    unit = forms.ChoiceField(label=_("A unit has a share"), required=False, widget=ComboBox)
    person = forms.ChoiceField(
        label=_("Laid before a person, or given to one"), required=False, widget=ComboBox
    )
    state = forms.MultipleChoiceField(
        label=pgettext_lazy("of a paper", "State"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(each.value, capfirst(str(each.label))) for each in Standing],
    )
    file = forms.ChoiceField(label=_("File"), required=False)

    def __init__(
        self, *args: Any, actor: Actor, at: datetime, types: Mapping[int, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        any_one = ("", _("Any"))
        self.fields["term"].choices = [any_one, *Term.choices]  # type: ignore[attr-defined] # a choice field
        self.fields["file"].choices = [  # type: ignore[attr-defined] # a choice field
            any_one,
            ("1", _("With a file")),
            ("0", _("Without a file")),
        ]
        self.fields["type"].choices = [(str(key), name) for key, name in types.items()]  # type: ignore[attr-defined] # a choice field
        self.fields["unit"].choices = [any_one] + [  # type: ignore[attr-defined] # a choice field
            (str(unit.pk), unit.name) for unit in directory.units_of(actor.own_body, at)
        ]
        self.fields["person"].choices = [any_one] + [  # type: ignore[attr-defined] # a choice field
            (str(seat.pk), f"{seat.person.full_name} ({seat.post.title})")
            for seat in directory.people_in(actor.own_body, at)
        ]


def narrowing_of(filters: Filters) -> dict[str, object]:
    """The filters in force, as the form shows them."""
    return {
        "q": filters.words,
        "urgency": [str(each) for each in filters.urgency],
        "term": filters.term,
        "sender": filters.sender,
        "type": [str(each) for each in filters.types],
        "since": filters.since,
        "until": filters.until,
        "due_since": filters.due_since,
        "due_until": filters.due_until,
        "unit": str(filters.unit_id or ""),
        "person": str(filters.appointment_id or ""),
        "state": list(filters.standing),
        "file": {True: "1", False: "0", None: ""}[filters.has_file],
    }


_ORDERS = {
    "arrived": _("Arrival, oldest first"),
    "-arrived": _("Arrival, newest first"),
    "due": _("Deadline, nearest first"),
    "-due": _("Deadline, farthest first"),
    "-urgency": _("Urgency, most urgent first"),
    "sender": _("Author, A to Z"),
    "code": _("Number and notation"),
    "-dated": _("Document date, newest first"),
    "dated": _("Document date, oldest first"),
    "type": _("Type"),
    "state": pgettext_lazy("of a paper", "State"),
    "since": _("State since, longest first"),
    "number": _("Arrival number, lowest first"),
    "-number": _("Arrival number, highest first"),
}

WIDEST = 800
NARROWEST = 40


class LayingOut(forms.Form):
    """How a list is drawn."""

    mode = forms.ChoiceField(label=_("Show as"), choices=Mode.choices, widget=forms.RadioSelect)
    spacing = forms.ChoiceField(
        label=_("Papers stand"), choices=Spacing.choices, widget=forms.RadioSelect
    )
    first = forms.ChoiceField(label=_("Sorted by"), required=False)
    second = forms.ChoiceField(label=_("then by"), required=False)
    third = forms.ChoiceField(label=_("and then by"), required=False)

    def __init__(self, *args: Any, layout: Layout, **kwargs: Any) -> None:
        sort = (*layout.sort, "", "", "")
        initial = {
            "mode": layout.mode,
            "spacing": layout.spacing,
            "first": sort[0],
            "second": sort[1],
            "third": sort[2],
        }
        super().__init__(*args, **{**kwargs, "initial": initial})
        orders = [("", _("As the list usually is")), *_ORDERS.items()]
        rest = [("", _("Nothing more")), *_ORDERS.items()]
        self.fields["first"].choices = orders  # type: ignore[attr-defined] # a choice field
        self.fields["second"].choices = rest  # type: ignore[attr-defined] # a choice field
        self.fields["third"].choices = rest  # type: ignore[attr-defined] # a choice field
        self._layout = layout
        for place, column in enumerate(Column, 1):
            chosen = column in layout.columns
            at = layout.columns.index(column) + 1 if chosen else len(layout.columns) + place
            self.fields[f"shown_{column.value}"] = forms.BooleanField(
                label=column.label, required=False, initial=chosen
            )
            self.fields[f"place_{column.value}"] = forms.IntegerField(
                label=_("Place"), required=False, min_value=1, max_value=99, initial=at
            )
            self.fields[f"width_{column.value}"] = forms.IntegerField(
                label=_("Width"),
                required=False,
                min_value=NARROWEST,
                max_value=WIDEST,
                initial=layout.widths.get(column.value),
            )

    def columns(self) -> list[dict[str, object]]:
        """The fields of each column together, in the order of their places."""
        fields = [
            {
                "column": column,
                "shown": self[f"shown_{column.value}"],
                "place": self[f"place_{column.value}"],
                "width": self[f"width_{column.value}"],
            }
            for column in Column
        ]
        return sorted(fields, key=lambda each: int(each["place"].value() or 99))  # type: ignore[attr-defined] # a bound field

    def layout(self) -> Layout:
        """The layout that was chosen."""
        given = self.cleaned_data
        shown = [each for each in Column if given[f"shown_{each.value}"]]
        shown.sort(key=lambda each: given[f"place_{each.value}"] or 99)
        sort = wanted.sorts(",".join(given[name] for name in ("first", "second", "third")))
        return Layout(
            sort=sort,
            mode=Mode(given["mode"]),
            spacing=Spacing(given["spacing"]),
            columns=tuple(shown) or USUAL_COLUMNS,
            widths={
                each.value: given[f"width_{each.value}"]
                for each in Column
                if given[f"width_{each.value}"]
            },
        )


class Saving(forms.Form):
    """A name for what one sees, and who shall find it."""

    name = forms.CharField(label=_("Name"), max_length=60)
    audience = forms.ChoiceField(
        label=_("Who finds it"), choices=Audience.choices, widget=forms.RadioSelect
    )
    pinned = forms.BooleanField(label=_("Keep it in the rail"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = [  # type: ignore[attr-defined] # a choice field
            (each.value, each.label) for each in Audience if policy.can_share(actor, each)
        ]
        self.fields["audience"].initial = Audience.MINE
