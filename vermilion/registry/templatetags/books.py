"""What templates ask of the books."""

from datetime import date
from typing import Any

from django import template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language

from vermilion.documents.types import FileOfDocument
from vermilion.kernel.actors import Actor
from vermilion.registry import models, queries

register = template.Library()

_CODES = ("CodeNumber", "CodeNotation", "FileCode.FileNotation", "FileCode.OrganId")


@register.filter
def reads_books(actor: Actor | None) -> bool:
    """Whether somebody, who may be nobody yet, reads the books of the body."""
    return actor is not None and queries.may_read_books(actor)


@register.simple_tag
def field_name(field: models.CustomField) -> str:
    """What a field of the body is called in the language of the page."""
    return field.name_in(get_language() or "vi")


@register.simple_tag
def metadatum(each: queries.Metadatum) -> str:
    """A field of the law as it is read: days as days, codes from left to right."""
    if isinstance(each.value, date):
        return date_format(each.value, "SHORT_DATE_FORMAT")
    if each.name in _CODES:
        return format_html('<bdi class="code" dir="ltr">{}</bdi>', each.value)
    return format_html('<bdi dir="auto">{}</bdi>', each.value)


@register.inclusion_tag("registry/stamp.html")
def arrival_stamp(entry: models.Entry | None, files: list[FileOfDocument]) -> dict[str, Any]:
    """The arrival stamp over the first page of the reader beside it. Nothing without a line."""
    if entry is None or not files or files[0].held or not files[0].has_pages:
        return {}
    stamp = queries.stamp_on(entry, files[0].blob_id)
    if stamp is None:
        return {}
    said, place = stamp
    return {
        "stamp": said,
        "place": [f"{edge:.4f}" for edge in place],
        "wide": f"{place[2] - place[0]:.4f}",
        "high": f"{place[3] - place[1]:.4f}",
        "copy": reverse("registry:stamped", args=[entry.pk]),
    }
