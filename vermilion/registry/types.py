"""Words and plain values of the books."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vermilion.documents.types import Particulars
from vermilion.kernel.actors import Actor


class BookKind(TextChoices):
    """What a book holds. Copies have one series of their own (Decree 30/2020 Art. 25)."""

    INCOMING = "incoming", _("incoming documents")
    OUTGOING = "outgoing", _("outgoing documents")
    INTERNAL = "internal", _("internal documents")
    COPIES = "copies", _("copies")


class Grouping(TextChoices):
    """Which types of documents share a series of numbers (Decree 30/2020 Art. 15.1 a to c)."""

    ONE = "one", _("all types share one series")
    EACH = "each", _("each type has its own series")
    SETS = "sets", _("groups of types have series of their own, all others share one")


class FieldForm(TextChoices):
    """What may be written in a custom field."""

    TEXT = "text", _("text")
    NUMBER = "number", _("number")
    DAY = "day", _("day")
    CHOICE = "choice", _("one of several")


class Turnover(TextChoices):
    """When a book starts again at 1: Decree 30/2020 Art. 15.1 and 22.2; the Party by term."""

    YEAR = "year", _("every calendar year")
    TERM = "term", _("every term of the committee")


class Channel(TextChoices):
    """How a document reached the body."""

    PAPER = "paper", _("on paper")
    ELECTRONIC = "electronic", _("electronically")
    AXIS = "axis", _("over the exchange axis")
    PLATFORM = "platform", _("within this platform")
    MAIL = "mail", _("by e-mail")


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A document as the clerk has it in hand."""

    particulars: Particulars
    arrived_on: date
    channel: str = Channel.ELECTRONIC
    laid_before_id: int | None = None
    second_copy_reason: str = ""
    packet: str = ""
    document_code: str = ""
    book_id: int | None = None
    custom: Mapping[str, str] = field(default_factory=dict)
    joins_entry_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """To whom a document goes: a name, and the body of the directory that it means, if any."""

    name: str
    body_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A signed paper of the body, before it has its number. `particulars.symbol` is not looked at.

    `notation` is what follows the number: `QĐ-BNV`, `HD/VPTW`.
    """

    particulars: Particulars
    notation: str
    recipients: tuple[Recipient, ...] = ()
    file_copy: str = ""
    book_id: int | None = None
    custom: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stands in the arrival stamp: whose it is, its word, its fields with what they say."""

    body: str
    word: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """How a document is dealt with, as the packages above know it: for the follow-up register."""

    recipients: tuple[str, ...] = ()
    due: tuple[date, ...] = ()
    standing: str | Promise = ""
    reply: str = ""


followers: list[Callable[[Actor, Sequence[int], datetime], Mapping[int, Followed]]] = []
"""Who tells how lines are followed up, by the keys of the lines. Filled by `site`."""


class Sameness(StrEnum):
    """By what a document is known to be in the book already, the surest first."""

    PACKET = "packet"
    DOCUMENT_ID = "document_id"
    SYMBOL = "symbol"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Twin:
    """A line that holds what seems to be the same document."""

    entry_id: int
    document_id: int
    number: str
    how: Sameness


@dataclass(frozen=True, slots=True)
class StateOfBook:
    """How a series of a book stands in one period. `entered` counts struck-out lines too."""

    book: str
    opens_on: date
    last_number: int
    entered: int
    struck_out: int
    starts_at: int = 1
    secret: bool = False
    group: str = ""

    @property
    def has_gaps(self) -> bool:
        return self.last_number - self.starts_at + 1 != self.entered


_TITLES: Mapping[tuple[str, bool], str | Promise] = {
    ("incoming", False): _("Register of incoming documents"),
    ("outgoing", False): _("Register of outgoing documents"),
    ("internal", False): _("Register of internal documents"),
    ("copies", False): _("Register of copies"),
    ("incoming", True): _("Register of incoming secret documents"),
    ("outgoing", True): _("Register of outgoing secret documents"),
    ("internal", True): _("Register of internal secret documents"),
    ("copies", True): _("Register of secret copies"),
}


def title_of(kind: str, *, secret: bool) -> str | Promise:
    """What a book is called on its cover (Decree 30/2020, App. IV)."""
    return _TITLES[kind, secret]


ACTS: Mapping[str, str | Promise] = {
    "registry.incoming.registered": _("Registered the document under number %(number)s"),
    "registry.outgoing.registered": _("Gave the document number %(number)s"),
    "registry.internal.registered": _("Gave the internal document number %(number)s"),
    "registry.entry.joined": _("Noted that the same document came once more"),
    "registry.entry.posted": _("Gave it to the post: %(envelopes)s envelopes"),
    "registry.entry.struck_out": _("Struck out the line: %(reason)s"),
    "registry.entry.corrected": _("Corrected the particulars: %(reason)s"),
    "registry.book.opened": _("Opened the book"),
    "registry.book.settled": _("Settled how the book turns over"),
    "registry.book.closed": _("Closed the book"),
    "registry.field.defined": _("Asked for the field “%(field)s” in the books"),
    "registry.field.retired": _("Asked for the field “%(field)s” no longer"),
    "registry.term.opened": _("Opened a term from %(opens_on)s"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, str | Promise] = {
    "entry": _("Line of a book"),
    "book": _("Book"),
    "term": _("Term"),
    "custom_field": _("Field of the body"),
}
