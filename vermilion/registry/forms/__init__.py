"""What is typed about the books, as frozen values. One module for each of their subjects."""

from vermilion.registry.forms.books import CustomField, Opening, Settling, Term
from vermilion.registry.forms.custom import WithCustomFields
from vermilion.registry.forms.issuing import Issuing
from vermilion.registry.forms.lines import (
    Correction,
    Joining,
    Labels,
    Posting,
    Span,
    Striking,
    Wanted,
    correction_of,
    period_in_words,
)
from vermilion.registry.forms.registering import Declared, Registration

__all__ = [
    "Correction",
    "CustomField",
    "Declared",
    "Issuing",
    "Joining",
    "Labels",
    "Opening",
    "Posting",
    "Registration",
    "Settling",
    "Span",
    "Striking",
    "Term",
    "Wanted",
    "WithCustomFields",
    "correction_of",
    "period_in_words",
]
