"""How forms look: every `{{ form }}` and `{{ field.as_field_group }}` comes out in our markup."""

from datetime import date
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _


class Renderer(TemplatesSetting):
    """Draws forms from the templates of this package; named in the setting `FORM_RENDERER`."""

    form_template_name = "web/forms/form.html"
    formset_template_name = "web/forms/formset.html"
    field_template_name = "web/forms/field.html"

    def render(self, template_name: str, context: Any, request: Any = None) -> str:
        return super().render(_OURS.get(template_name, template_name), context, request)


_OURS = {
    "django/forms/errors/list/default.html": "web/forms/errors.html",
    "django/forms/widgets/multiple_input.html": "web/forms/many.html",
    "django/forms/widgets/radio.html": "web/forms/many.html",
    "django/forms/widgets/checkbox_select.html": "web/forms/many.html",
}


class DayInput(forms.DateInput):
    """A day typed with the figures alone: `21/11/2026`, `21-11-2026` or `21112026`."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        typing = {
            "inputmode": "numeric",
            "autocomplete": "off",
            "placeholder": _("dd/mm/yyyy"),
            "data-day": "",
        }
        super().__init__(attrs={**typing, **(attrs or {})})


class DayField(forms.DateField):
    """A calendar day as this house writes it."""

    widget = DayInput
    default_error_messages = {
        "invalid": _("This is not a day of the calendar. Write it like 21/11/2026."),
    }

    def to_python(self, value: Any) -> date | None:
        return super().to_python(value.strip() if isinstance(value, str) else value)
