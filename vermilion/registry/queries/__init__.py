"""Everything read from the books, already cut down to what the actor may see."""

from vermilion.registry.queries.books import (
    PresentPeriod,
    for_printing,
    may_read_books,
    present_state,
    series_of,
    state_of_books,
)
from vermilion.registry.queries.lines import (
    LONGEST_KEY,
    PAGE,
    Entry,
    Lines,
    Page,
    Verdicts,
    Wanted,
    entries_of,
    entries_without,
    entry,
    incoming,
    may_register,
    page_of,
    verdicts,
)
from vermilion.registry.queries.twins import twins_of

__all__ = [
    "LONGEST_KEY",
    "PAGE",
    "Entry",
    "Lines",
    "Page",
    "PresentPeriod",
    "Verdicts",
    "Wanted",
    "entries_of",
    "entries_without",
    "entry",
    "for_printing",
    "incoming",
    "may_read_books",
    "may_register",
    "page_of",
    "present_state",
    "series_of",
    "state_of_books",
    "twins_of",
    "verdicts",
]
