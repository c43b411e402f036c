"""Words of documents in the language of the page."""

from django import template
from django.utils.translation import get_language

from vermilion.documents.models import DocumentType

register = template.Library()


@register.simple_tag
def type_name(type: DocumentType | None) -> str:  # noqa: A002 - the word of the house
    """The name of a type of document."""
    return type.name_in(get_language() or "vi") if type else ""
