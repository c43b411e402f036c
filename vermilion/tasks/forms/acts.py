"""What is typed about a duty."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import end_of_day, local_day
from vermilion.tasks import models, queries
from vermilion.tasks.rules import LEAST_REASON
from vermilion.tasks.types import Below, Ground, Part
from vermilion.web.forms import DayField
from vermilion.web.widgets import ComboBox, ComboBoxMultiple
from vermilion.workdays import queries as workdays

Choices = Sequence[tuple[Any, Any]]


def reason_field(label: Any, help_text: Any = "") -> forms.CharField:
    """Why something is done, in at least ten characters."""
    return forms.CharField(
        label=label,
        min_length=LEAST_REASON,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=help_text,
    )


def units_and_people(body_id: int, at: datetime) -> Iterator[tuple[Any, Choices]]:
    """The units and people of a body, as choices `unit:3` and `post:7`."""
    yield (
        _("Units"),
        [(f"unit:{unit.pk}", unit.name) for unit in directory.units_of(body_id, at)],
    )
    yield (
        _("People"),
        [
            (f"post:{each.pk}", f"{each.person.full_name} ({each.post.title})")
            for each in directory.people_in(body_id, at)
        ],
    )


def closing_of(day: date, *, body_id: int, time_zone: str) -> datetime:
    """When work ends on a day; on a day of rest at five."""
    return workdays.calendar_of(body_id, day).closing(day) or end_of_day(day, time_zone)


class GivingBack(forms.Form):
    """Why a duty is returned."""

    ground = forms.ChoiceField(
        label=_("Why"), choices=Ground.choices, initial=Ground.NOT_OURS, required=False
    )
    reason = reason_field(
        _("Reason for returning it"),
        _("The leader reads this and decides who shall have it instead."),
    )


class Completion(forms.Form):
    """What was done."""

    report = forms.CharField(
        label=_("Report of the result"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What was done and with what result. The matter is closed on this."),
    )


class _OfTask(forms.Form):
    """A form about one duty, filled in by somebody at a time."""

    def __init__(
        self, *arguments: Any, task: models.Task, actor: Actor, at: datetime, **named: Any
    ) -> None:
        self._task, self._zone, self._at = task, actor.time_zone, at
        super().__init__(*arguments, **named)


class PassingOn(_OfTask):
    """Who of the unit shall do the work."""

    person = forms.ChoiceField(label=_("Person"), widget=ComboBox)
    words = forms.CharField(
        label=_("What to tell them"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        people = queries.people_for(self._task, self._at)
        self.fields["person"].choices = [  # type: ignore[attr-defined]  # a choice field
            ("", ""),
            *((pk, name) for pk, name in people if pk != self._task.doer_id),
        ]


class TakingOver(forms.Form):
    """Why the work is taken over."""

    reason = reason_field(
        _("Reason for taking it over"), _("Whoever has had it until now reads this.")
    )


class Sharing(_OfTask):
    """Who gets which part of one's own duty."""

    leads = forms.MultipleChoiceField(label=_("Lead"), required=False, widget=ComboBoxMultiple)
    supports = forms.MultipleChoiceField(
        label=_("Support"), required=False, widget=ComboBoxMultiple
    )
    readers = forms.MultipleChoiceField(
        label=_("For information"), required=False, widget=ComboBoxMultiple
    )
    due_on = DayField(
        label=_("Deadline"), required=False, help_text=_("Not later than that of your own duty.")
    )
    instruction = forms.CharField(
        label=_("What they shall do"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        choices = list(units_and_people(self._task.body_id, self._at))
        for name in ("leads", "supports", "readers"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field
        if self._task.part == Part.INFORMATION:
            for name in ("leads", "supports", "due_on"):
                del self.fields[name]

    def parts(self) -> list[Below]:
        """Every part named, the leads first."""
        given = self.cleaned_data
        due_on = given.get("due_on")
        due_at = (
            closing_of(due_on, body_id=self._task.body_id, time_zone=self._zone) if due_on else None
        )
        named = (("leads", Part.LEAD), ("supports", Part.SUPPORT), ("readers", Part.INFORMATION))
        return [
            _below(value, part, given["instruction"], due_at)
            for name, part in named
            for value in given.get(name, ())
        ]


def _below(value: str, part: Part, instruction: str, due_at: datetime | None) -> Below:
    kind, _colon, number = value.partition(":")
    return Below(
        part=part,
        unit_id=int(number) if kind == "unit" else None,
        appointment_id=int(number) if kind == "post" else None,
        instruction=instruction,
        due_at=None if part == Part.INFORMATION else due_at,
    )


class Asking(_OfTask):
    """Whom to ask, and what."""

    asked = forms.ChoiceField(label=_("Whom"), required=False, widget=ComboBox)
    text = forms.CharField(
        label=_("Question"),
        min_length=LEAST_REASON,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The duty waits visibly for the answer. Its deadline does not move."),
    )

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        giver = self._task.given_for or self._task.given_by
        self.fields["asked"].choices = [  # type: ignore[attr-defined]  # a choice field
            ("", pgettext_lazy("of a duty", "Whoever gave it: %(name)s") % {"name": giver}),
            *units_and_people(self._task.body_id, self._at),
        ]

    def whom(self) -> dict[str, int | None]:
        """The unit or the person, or neither: whoever gave it."""
        kind, _colon, number = self.cleaned_data["asked"].partition(":")
        return {
            "unit_id": int(number) if kind == "unit" else None,
            "appointment_id": int(number) if kind == "post" else None,
        }


class Answering(forms.Form):
    """The answer to a question."""

    text = forms.CharField(
        label=_("Answer"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )


class Extending(_OfTask):
    """Until when, and why."""

    until = DayField(label=_("New deadline"))
    reason = reason_field(_("Reason for the later deadline"))

    def until_at(self) -> datetime:
        """The end of work on the day asked for."""
        return closing_of(
            self.cleaned_data["until"], body_id=self._task.body_id, time_zone=self._zone
        )


class SettingDeadline(_OfTask):
    """Another deadline of a duty that one gave, and why."""

    until = DayField(label=_("New deadline"))
    reason = reason_field(_("Reason for another deadline"), _("Whoever has the duty reads this."))

    def until_at(self) -> datetime:
        """The end of work on that day."""
        return closing_of(
            self.cleaned_data["until"], body_id=self._task.body_id, time_zone=self._zone
        )


class Deciding(_OfTask):
    """Whether a later deadline is granted, for the day asked for or another."""

    granted = forms.ChoiceField(
        label=_("Decision"),
        choices=[
            ("yes", pgettext_lazy("of a deadline", "Grant it")),
            ("no", pgettext_lazy("of a deadline", "Refuse it")),
        ],
        initial="yes",
        widget=forms.RadioSelect,
    )
    until = DayField(
        label=_("New deadline"),
        required=False,
        help_text=_("The day asked for; write another one to grant that instead."),
    )
    reason = forms.CharField(
        label=_("Words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed when it is refused."),
    )

    def __init__(
        self, *arguments: Any, task: models.Task, actor: Actor, at: datetime, **named: Any
    ) -> None:
        if task.extension is not None:
            asked = local_day(task.extension.until, actor.time_zone)
            named.setdefault("initial", {"until": asked, "granted": "yes"})
        super().__init__(*arguments, task=task, actor=actor, at=at, **named)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("granted") == "yes" and not given.get("until") and "until" not in self.errors:
            self.add_error("until", _("Name the new deadline."))
        return given

    def until_at(self) -> datetime | None:
        """The end of work on the day granted; nothing where it is refused."""
        if self.cleaned_data["granted"] == "no":
            return None
        return closing_of(
            self.cleaned_data["until"], body_id=self._task.body_id, time_zone=self._zone
        )


class ProgressForm(forms.Form):
    """How far the work is."""

    percent = forms.IntegerField(
        label=_("Share of the work done, in percent"), min_value=0, max_value=100
    )
    words = forms.CharField(
        label=_("What was done, what remains"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SendingBack(forms.Form):
    """Why a report is not approved."""

    reason = reason_field(_("What is missing in the report"))


class Reopening(forms.Form):
    """Why a completed duty is opened again."""

    reason = reason_field(_("Reason for reopening it"))


class Withdrawing(forms.Form):
    """Why a duty is taken back."""

    reason = reason_field(
        _("Reason for withdrawing it"), _("Everything that was given on below it ends as well.")
    )


class ExtensionRuleForm(forms.Form):
    """How often, and by how many days in all, deadlines may be extended."""

    most = forms.IntegerField(label=_("How many times at most"), min_value=0, max_value=20)
    days = forms.IntegerField(
        label=_("By how many days in all at most"), min_value=0, max_value=730
    )
