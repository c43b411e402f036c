"""What types of documents and urgencies are called, for packages below `documents`."""

from datetime import date

from django.utils.text import capfirst
from django.utils.translation import get_language

from vermilion.documents import queries as documents
from vermilion.documents.types import Urgency


def by_name(on: date) -> tuple[list[tuple[str, str]], list[tuple[int, str]]]:
    """The types in use on a day and the urgencies, each by its name in the reader's language."""
    language = get_language() or "vi"
    types = [(row.code, row.name_in(language)) for row in documents.types_on(on)]
    urgencies = [(int(each), capfirst(str(each.label))) for each in Urgency]
    return types, urgencies
