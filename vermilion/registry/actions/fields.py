"""What a body writes in its own fields of a line."""

from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vermilion.kernel.refusals import Refused
from vermilion.kernel.text import composed
from vermilion.registry import models, rules

LONGEST = 500


class FieldNeeded(Refused):
    message = _("This body asks for “%(field)s” in this book. Fill it in.")
    status = 422


class FieldNotInForm(Refused):
    message = _("“%(value)s” cannot be written in the field “%(field)s”.")
    status = 422


def values_for(book: models.Book, given: Mapping[str, str]) -> dict[str, str]:
    """The values of the custom fields of a book, by the field's key, as they are kept."""
    language = get_language() or "vi"
    kept: dict[str, str] = {}
    fields = models.CustomField.objects.filter(body_id=book.body_id, kind=book.kind)
    for field in fields.filter(retired_at=None).order_by("id"):
        value = composed(given.get(str(field.pk), ""))[:LONGEST]
        if value and not rules.is_in_form(field.form, field.choices, value):
            raise FieldNotInForm(field=field.name_in(language), value=value)
        if value:
            kept[str(field.pk)] = value
        elif field.required:
            raise FieldNeeded(field=field.name_in(language))
    return kept
