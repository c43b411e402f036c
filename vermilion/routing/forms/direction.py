"""What a leader, or an assistant for a leader, types as a direction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from vermilion.kernel.clock import end_of_day, local_day
from vermilion.routing import models, queries, rules
from vermilion.routing.types import Learned, Share
from vermilion.tasks.forms import closing_of, units_and_people
from vermilion.tasks.types import Part
from vermilion.web import wording
from vermilion.web.comparing import Compared
from vermilion.web.forms import DayField
from vermilion.web.widgets import ComboBoxMultiple

LONGEST = timedelta(days=3 * 365)

MORE = ("more0", "more1")
"""Further directions that can be given in the same go."""

PARTS = (("leads", Part.LEAD), ("supports", Part.SUPPORT), ("readers", Part.INFORMATION))

ALL_UNITS = "all:units"
"""Names every unit of the body at once."""

LANGUAGES = ("vi", "en", "hi", "ar")


class Direction(Compared, forms.Form):
    """Who leads, who supports, who shall know, by when, and the words; and more of it at once.

    `stands` is what an assistant has prepared meanwhile: whoever is later than that, or than a
    direction, is asked, since nobody shall hand on what they have not seen.
    """

    asks_about_all = True

    leads = forms.MultipleChoiceField(label=_("Lead"), required=False, widget=ComboBoxMultiple)
    supports = forms.MultipleChoiceField(
        label=_("Support"), required=False, widget=ComboBoxMultiple
    )
    readers = forms.MultipleChoiceField(
        label=_("For information"), required=False, widget=ComboBoxMultiple
    )
    due_on = DayField(
        label=_("Deadline"),
        required=False,
        help_text=_("End of office hours on that day. A lead has a deadline."),
    )
    instruction = forms.CharField(
        label=_("Direction"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    approval = forms.BooleanField(
        label=_("The head of the unit approves the report"), required=False
    )
    note = forms.CharField(
        label=_("To the leader"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    preparation = forms.IntegerField(required=False, widget=forms.HiddenInput)
    directed = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *arguments: Any,
        slip: models.Slip,
        at: datetime,
        preparing: bool = False,
        stands: Mapping[str, Any] | None = None,
        **named: Any,
    ) -> None:
        self._stands = dict(stands or {})
        super().__init__(*arguments, **named)
        self._slip, self._at = slip, at
        self._time_zone = slip.body.time_zone
        self._circles = {f"circle:{each.pk}": each for each in queries.unit_circles(slip.body_id)}
        self._choices = [*units_and_people(slip.body_id, at)]
        circles: list[tuple[str, Any]] = [(ALL_UNITS, _("All units"))]
        circles += [(key, each.name) for key, each in self._circles.items()]
        everybody = [(pgettext_lazy("of units", "Circles"), circles), *self._choices]
        for name, _part in PARTS:
            self.fields[name].choices = self._choices if name == "leads" else everybody  # type: ignore[attr-defined]  # a choice field
        if not preparing:
            del self.fields["note"]
        for name in MORE:
            self._add_line(name, everybody)
        self.remember()

    def _names(self) -> Iterator[str]:
        return (name for name in self._stands if name in self.fields)

    def _initial(self, name: str) -> object:
        return self._stands[name]

    def _add_line(self, name: str, choices: Sequence[tuple[Any, Any]]) -> None:
        """A further direction in the same go: to whom, with which part, by when, in which words."""
        self.fields[f"{name}_who"] = forms.MultipleChoiceField(
            label=_("To"), required=False, choices=choices, widget=ComboBoxMultiple
        )
        self.fields[f"{name}_part"] = forms.ChoiceField(
            label=_("Part"), required=False, choices=Part.choices, initial=Part.LEAD
        )
        self.fields[f"{name}_due_on"] = DayField(label=_("Deadline"), required=False)
        self.fields[f"{name}_words"] = forms.CharField(
            label=_("Words for them alone"),
            required=False,
            max_length=4000,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    @property
    def names(self) -> dict[str, str]:
        """Everybody who can be named, by the value that names them."""
        return {key: str(name) for _label, group in self._choices for key, name in group}

    @property
    def lines(self) -> list[list[forms.BoundField]]:
        """The fields of each further direction."""
        return [
            [self[f"{name}_{field}"] for field in ("who", "part", "due_on", "words")]
            for name in MORE
        ]

    @property
    def has_lines(self) -> bool:
        """Whether a further direction is begun, so that its place is open."""
        return any(self[f"{name}_who"].value() or self.errors.get(f"{name}_who") for name in MORE)

    def clean(self) -> dict[str, Any]:
        if self._directed_meanwhile():
            return self.cleaned_data
        given = super().clean() or self.cleaned_data
        if self.differences:
            self._say_again(preparation=self.initial.get("preparation"))
        for name in ("due_on", *(f"{each}_due_on" for each in MORE)):
            self._check_day(name, given.get(name))
        if given.get("leads") and not given.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", _("Give the leads a deadline."))
        for name in MORE:
            if given.get(f"{name}_who") and not given.get(f"{name}_part"):
                self.add_error(f"{name}_part", _("Say which part they have."))
        return given

    def _directed_meanwhile(self) -> bool:
        """Whether somebody directed the paper since this form was shown; says who and how."""
        last = self._slip.last_direction if "directed" in self.data else None
        if last is None or last.pk == self.cleaned_data.get("directed"):
            return False
        words = {"name": last.by, "words": last.instruction or "–"}
        said = _(
            "%(name)s has directed this paper meanwhile: “%(words)s” What you typed is kept; send"
            " it again if it is still wanted."
        )
        self.add_error(None, said % words)
        self._say_again(directed=last.pk, edited_version=self._first)
        return True

    def _say_again(self, **hidden: object) -> None:
        """What the form, shown once more, says unseen."""
        data = self.data.copy()  # type: ignore[attr-defined] # a QueryDict when it was sent
        for name, value in hidden.items():
            data[name] = "" if value is None else str(value)
        self.data = data

    def _check_day(self, name: str, day: date | None) -> None:
        if day is None:
            return
        if end_of_day(day, self._time_zone) <= self._at:
            self.add_error(name, _("The deadline lies in the past."))
        elif day > local_day(self._at, self._time_zone) + LONGEST:
            self.add_error(name, _("The deadline lies more than three years ahead."))

    def shares(self) -> list[Share]:
        """Every share named, the leads first; what circles add is there once, and weaker."""
        given = self.cleaned_data
        main = [
            self._share(value, part, given["due_on"])
            for name, part in PARTS
            for value in given[name]
            if ":" in value and value not in self._circles and value != ALL_UNITS
        ]
        further = [
            replace(
                self._share(value, Part(given[f"{name}_part"]), self._day_of(name)),
                instruction=self._filled(given[f"{name}_words"]),
            )
            for name in MORE
            for value in given[f"{name}_who"]
            if value not in self._circles and value != ALL_UNITS
        ]
        named = [*main, *further]
        return [*named, *self._of_circles({each.holder for each in named})]

    def _of_circles(self, but: set[tuple[str, int | None]]) -> list[Share]:
        """Whom the circles add: nobody who is named, or has an open share, already."""
        given = self.cleaned_data
        but = but | queries.sharing(self._slip)
        wanted = [
            self._share(member, part, given["due_on"])
            for name, part in PARTS
            for value in given[name]
            for member in self._members(value)
        ]
        wanted += [
            replace(
                self._share(member, Part(given[f"{name}_part"]), self._day_of(name)),
                instruction=self._filled(given[f"{name}_words"]),
            )
            for name in MORE
            for value in given[f"{name}_who"]
            for member in self._members(value)
        ]
        return [each for each in rules.strongest(wanted) if each.holder not in but]

    def _members(self, value: str) -> Iterable[str]:
        if value == ALL_UNITS:
            return [key for key, _name in self._choices[0][1]]
        known = {key for _label, group in self._choices for key, _name in group}
        circle = self._circles.get(value)
        return [each for each in circle.members if each in known] if circle else []

    def _day_of(self, name: str) -> date | None:
        day: date | None = self.cleaned_data[f"{name}_due_on"] or self.cleaned_data["due_on"]
        return day

    def _share(self, value: str, part: Part, due_on: date | None) -> Share:
        kind, _colon, number = value.partition(":")
        due_at = (
            closing_of(due_on, body_id=self._slip.body_id, time_zone=self._time_zone)
            if due_on and part != Part.INFORMATION
            else None
        )
        return Share(
            part=part,
            unit_id=int(number) if kind == "unit" else None,
            appointment_id=int(number) if kind == "post" else None,
            due_at=due_at,
            approval=bool(self.cleaned_data["approval"]) and part != Part.INFORMATION,
        )

    @property
    def instruction_text(self) -> str:
        """The words of the direction, with the places of phrases filled in."""
        return self._filled(str(self.cleaned_data["instruction"]))

    def _filled(self, text: str) -> str:
        if "{" not in text:
            return text
        given = self.cleaned_data
        names = self.names | {key: each.name for key, each in self._circles.items()}
        values = {
            name: ", ".join(names[each] for each in given[name] if each in names)
            for name, _part in PARTS
        }
        if given["due_on"]:
            left = (given["due_on"] - local_day(self._at, self._time_zone)).days
            values |= {"day": wording.moment(given["due_on"]), "days": str(left)}
        return rules.filled(text, _in_every_language(values))


PLACES = {
    "leads": pgettext_lazy("place in a phrase", "lead"),
    "supports": pgettext_lazy("place in a phrase", "supports"),
    "readers": pgettext_lazy("place in a phrase", "readers"),
    "day": pgettext_lazy("place in a phrase", "day"),
    "days": pgettext_lazy("place in a phrase", "days"),
}
"""What can stand between braces in a phrase, in the words of every language."""


def _in_every_language(values: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        with override(language):
            found |= {
                str(PLACES[name]).casefold(): value for name, value in values.items() if value
            }
    return found | {name: value for name, value in values.items() if value}


def places() -> list[str]:
    """The places of phrases as they are written, in the reader's language."""
    return ["{" + str(each) + "}" for each in PLACES.values()]


def typed(data: QueryDict) -> dict[str, Any]:
    """What stands in a form that is shown anew, as it was typed."""
    several = {name for name, _part in PARTS} | {f"{name}_who" for name in MORE}
    return {name: data.getlist(name) if name in several else data.get(name) for name in data}


def nothing_prepared() -> dict[str, Any]:
    """The fields of a direction that nobody has prepared."""
    found: dict[str, Any] = {name: [] for name, _part in PARTS}
    found |= {"instruction": "", "due_on": None, "approval": False}
    for name in MORE:
        found |= {f"{name}_who": [], f"{name}_due_on": None, f"{name}_words": ""}
    return found


def from_learned(learned: Learned) -> dict[str, Any]:
    """What a suggestion learned from earlier papers puts into the form."""
    return {
        "leads": list(learned.leads),
        "supports": list(learned.supports),
        "readers": list(learned.readers),
    }


def from_preparation(prepared: models.Preparation, *, time_zone: str) -> dict[str, Any]:
    """What an assistant prepared, as the form shows it to the leader."""
    shares = rules.from_plan(prepared.plan)
    plain = [each for each in shares if not each.instruction]
    found: dict[str, Any] = {
        name: [_key(each) for each in plain if each.part == part] for name, part in PARTS
    }
    dues = [each.due_at for each in plain if each.due_at]
    found |= {
        "instruction": prepared.instruction,
        "due_on": local_day(dues[0], time_zone) if dues else None,
        "approval": any(each.approval for each in shares),
        "preparation": prepared.pk,
    }
    for name, line in zip(MORE, _lines(shares), strict=False):
        found |= {
            f"{name}_who": [_key(each) for each in line],
            f"{name}_part": line[0].part,
            f"{name}_due_on": local_day(line[0].due_at, time_zone) if line[0].due_at else None,
            f"{name}_words": line[0].instruction,
        }
    return found


def _lines(shares: Sequence[Share]) -> Iterator[list[Share]]:
    """The shares with words of their own, those with the same words together."""
    words = dict.fromkeys((each.instruction, each.part) for each in shares if each.instruction)
    for text, part in words:
        yield [each for each in shares if (each.instruction, each.part) == (text, part)]


def _key(share: Share) -> str:
    return f"unit:{share.unit_id}" if share.unit_id else f"post:{share.appointment_id}"
