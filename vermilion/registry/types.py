"""Words and plain values of the books."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vermilion.documents.types import Particulars


class BookKind(TextChoices):
    INCOMING = "incoming", _("incoming documents")


class Turnover(TextChoices):
    """When a book starts again at 1: Decree 30/2020 Art. 15.1 and 22.2; the Party by term."""

    YEAR = "year", _("every calendar year")
    TERM = "term", _("every term of the committee")


class Channel(TextChoices):
    """How a document reached the body."""

    PAPER = "paper", _("on paper")
    ELECTRONIC = "electronic", _("electronically")


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A document as the clerk has it in hand."""

    particulars: Particulars
    arrived_on: date
    channel: str = Channel.ELECTRONIC
    laid_before_id: int | None = None
    second_copy_reason: str = ""


@dataclass(frozen=True, slots=True)
class StateOfBook:
    """How a book stands in one period. `entered` counts struck-out lines too."""

    book: str
    opens_on: date
    last_number: int
    entered: int
    struck_out: int

    @property
    def has_gaps(self) -> bool:
        return self.last_number != self.entered


ACTS: Mapping[str, str | Promise] = {
    "registry.incoming.registered": _("Registered the document under number %(number)s"),
    "registry.entry.struck_out": _("Struck out the line: %(reason)s"),
    "registry.entry.corrected": _("Corrected the particulars: %(reason)s"),
    "registry.book.settled": _("Settled how the book turns over"),
    "registry.term.opened": _("Opened a term from %(opens_on)s"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, str | Promise] = {
    "entry": _("Line of a book"),
    "book": _("Book"),
    "term": _("Term"),
}
