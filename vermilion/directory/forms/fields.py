"""Fields that the forms of the directory share: bodies, days, choices of units and people."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vermilion.directory import models, queries
from vermilion.kernel.cursors import as_key
from vermilion.kernel.text import composed
from vermilion.web.forms import DayField

LARGEST_SHEET = 20 * 1024 * 1024
TODAY_WHEN_EMPTY = _("Today when left empty.")


class BodyInput(forms.TextInput):
    """A text field over which the island `combo-box` lays a list of bodies.

    What was picked from the list comes as an id beside the text; typing on empties it.
    """

    template_name = "directory/body_input.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        picked = data.get(f"{name}-picked", "")
        return f"#{picked}" if as_key(picked) else super().value_from_datadict(data, files, name)

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, str) and (picked := _picked(value)) is not None:
            return queries.names_of([picked]).get(picked, "")
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
        if (picked := _picked(typed)) is not None:
            found = list(queries.names_of([picked]))
        else:
            meant = queries.bodies_meant(typed, on=localdate())
            found = [each.id for each in meant]
            if len(found) > 1:
                names = "; ".join(f"{each.name} ({each.detail})" for each in meant[:5])
                raise ValidationError(self.error_messages["several"], params={"names": names})
        if not found:
            raise ValidationError(self.error_messages["unknown"], params={"typed": typed})
        return found[0]


def _picked(value: str) -> int | None:
    """The body that was picked from the list, as the page sends it: `#` and its key."""
    return as_key(value.removeprefix("#")) if value.startswith("#") else None


class LastDayField(DayField):
    """The last day on which something holds, as people say it; gives the first on which not."""

    def clean(self, value: Any) -> date | None:
        last = super().clean(value)
        return last + timedelta(days=1) if last else None

    def prepare_value(self, value: Any) -> Any:
        return value - timedelta(days=1) if isinstance(value, date) else value


def from_day(help_text: Any = TODAY_WHEN_EMPTY) -> DayField:
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


def number(value: Any) -> int | None:
    """The id behind a choice; none for the empty one."""
    return int(value) if value else None
