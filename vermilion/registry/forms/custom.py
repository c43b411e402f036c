"""The fields that a body asks for in its books beside those of the law."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language

from vermilion.registry import models
from vermilion.registry.types import FieldForm
from vermilion.web.forms import DayField

_PREFIX = "custom_"


class WithCustomFields(forms.Form):
    """A form that also asks for the fields of the body, each in its form."""

    def ask_for(
        self, fields: Iterable[models.CustomField], values: Mapping[str, str] | None = None
    ) -> None:
        """Add these fields, filled with what a line says in them."""
        for field in fields:
            made = _made(field)
            made.initial = (values or {}).get(str(field.pk), "")
            if field.form == FieldForm.DAY and made.initial:
                made.initial = date.fromisoformat(made.initial)
            self.fields[f"{_PREFIX}{field.pk}"] = made

    @property
    def custom_fields(self) -> list[forms.BoundField]:
        """The fields of the body, as the page shows them."""
        return [self[name] for name in self.fields if name.startswith(_PREFIX)]

    def custom(self) -> dict[str, str]:
        """What was written in them, by the key of the field. Only after the form is valid."""
        written = {
            name.removeprefix(_PREFIX): self.cleaned_data.get(name)
            for name in self.fields
            if name.startswith(_PREFIX)
        }
        return {key: _as_kept(value) for key, value in written.items() if value not in (None, "")}


def _made(field: models.CustomField) -> forms.Field:
    label = field.name_in(get_language() or "vi")
    if field.form == FieldForm.DAY:
        return DayField(label=label, required=field.required)
    if field.form == FieldForm.NUMBER:
        return forms.DecimalField(label=label, required=field.required, max_digits=18)
    if field.form == FieldForm.CHOICE:
        offered = [("", "—"), *((each, each) for each in field.choices)]
        return forms.ChoiceField(label=label, required=field.required, choices=offered)
    return forms.CharField(label=label, required=field.required, max_length=500)


def _as_kept(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return format(value, "f") if hasattr(value, "as_tuple") else str(value)
