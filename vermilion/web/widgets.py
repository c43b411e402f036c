"""Fields that choose among many: plain without script, a type-ahead with it."""

from typing import Any

from django import forms
from django.utils.functional import Promise

Address = str | Promise


class _Combo:
    """What the three share: where suggestions come from, and the island around the field."""

    template_name: str = "web/forms/combo.html"
    plain_template: str

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        *,
        url: Address = "",
        least: int = 0,
        source: str = "",
        into: str = "",
        placeholder: str | Promise = "",
    ) -> None:
        super().__init__(attrs)  # type: ignore[call-arg] # a mixin before a widget
        self.url = url
        self.least = least
        self.source = source
        self.into = into
        self.placeholder = placeholder

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)  # type: ignore[misc] # as above
        context["widget"] |= {
            "url": str(self.url),
            "least": self.least,
            "source": self.source,
            "into": self.into,
            "placeholder": self.placeholder,
            "plain_template": self.plain_template,
        }
        return context


class ComboBox(_Combo, forms.Select):
    """One of many. `url` answers `?q=` as islands/combo-box.ts says.

    Without `url` the choices that the field brings along are searched.
    """

    plain_template = "django/forms/widgets/select.html"


class ComboBoxMultiple(_Combo, forms.SelectMultiple):
    """Several of many, as chips."""

    plain_template = "django/forms/widgets/select.html"


class Suggested(_Combo, forms.TextInput):
    """Free text with suggestions; `into` names the field that takes the value of a suggestion."""

    plain_template = "django/forms/widgets/input.html"
