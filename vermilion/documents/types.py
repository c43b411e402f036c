"""Marks and plain values of documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import IntegerChoices, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class TypeFamily(TextChoices):
    """Whose rules of form a type of document belongs to."""

    STATE = "state", _("administrative documents of the State")
    LEGAL = "legal", _("legal normative documents")
    PARTY = "party", _("documents of the Party")
    COPY = "copy", _("copies")


class Urgency(IntegerChoices):
    """How fast a document must move (Decree 30/2020; edXML Priority 0–4)."""

    NORMAL = 0, _("normal")
    URGENT = 1, _("urgent")
    VERY_URGENT = 2, _("very urgent")
    FLASH = 3, _("flash")
    TIMED_FLASH = 4, _("timed flash")


class Circulation(TextChoices):
    """Marks of circulation (Decree 30/2020, cell 11 of the layout)."""

    NONE = "", _("none")
    RETURN_AFTER_READING = "return", _("return after reading")
    INTERNAL = "internal", _("internal circulation")


class Settlement(TextChoices):
    """How a clerk's check of a file that bears a mark of secrecy ended."""

    NOT_SECRET = "not_secret", _("not secret")
    HANDED_BACK = "handed_back", _("handed back, bytes deleted")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileHandedIn:
    """A stored file and the name under which it came."""

    blob_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What a clerk states of a document: the fields of Decree 30/2020 Appendix VI, part II."""

    symbol: str
    dated_on: date | None
    issuer: str
    issuer_body_id: int | None = None
    type_id: int | None = None
    abstract: str
    signer: str = ""
    signer_post: str = ""
    competence: str = ""
    urgency: int = Urgency.NORMAL
    secrecy: int = 0
    circulation: str = ""
    pages: int | None = None
    copies: int = 1
    language: str = "vi"
    note: str = ""
    reply_due_on: date | None = None
    dossier_year: int | None = None
    dossier_notation: str = ""
    dossier_ordinal: int | None = None
    files: tuple[FileHandedIn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A document in one line, for lists of other packages."""

    id: int
    symbol: str
    dated_on: date | None
    issuer: str
    type: str
    abstract: str
    urgency: int
    secrecy: int
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerMatch:
    """A body that an issuer's name may mean, and how well it fits (1 is exact)."""

    body_id: int
    name: str
    parent: str
    fit: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFile:
    """A file that waits for a clerk's check: the mark that was found, never the content."""

    id: int
    size: int
    grade: int
    words: str
    line: int
    held_at: datetime
    handed_in_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOfDocument:
    """A file of a document as its page shows it. A held one is named and not shown."""

    attachment_id: int
    blob_id: int
    name: str
    digest: str
    size: int
    media_type: str
    held: bool = False
    has_pages: bool = True
    under_way: bool = False

    @property
    def readable(self) -> bool:
        """Whether its bytes may be asked for."""
        return not self.held


class Kind(StrEnum):
    """In which way a field is not in order."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    OUT_OF_RANGE = "out_of_range"
    IN_THE_FUTURE = "in_the_future"


_SENTENCES: dict[Kind, str | Promise] = {
    Kind.MISSING: _("This must be filled in."),
    Kind.TOO_LONG: _("At most %(limit)s letters fit here (Decree 30/2020). Shorten it."),
    Kind.OUT_OF_RANGE: _("Enter a number from 1 to %(limit)s."),
    Kind.IN_THE_FUTURE: _("This day is still to come. Look at the date on the paper again."),
}
_OTHER_SENTENCES: dict[tuple[str, Kind], str | Promise] = {
    ("notation", Kind.TOO_LONG): _(
        "The notation after the number may have %(limit)s letters at most (Decree 30/2020)."
    ),
    ("abstract", Kind.MISSING): _("Say in a line what the document is about."),
    ("issuer", Kind.MISSING): _("Say which body issued the document, as it stands on it."),
    ("dossier_year", Kind.OUT_OF_RANGE): _("Write the year of the dossier in four figures."),
    ("dated_on", Kind.OUT_OF_RANGE): _("The document cannot be older than %(limit)s."),
    ("reply_due_on", Kind.OUT_OF_RANGE): _("A reply cannot be due before the document’s day."),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One field that is not in order. `limit` is what it may be at most."""

    field: str
    kind: Kind
    limit: int = 0

    @property
    def in_words(self) -> str:
        """What is wrong with the field and what to do, in the language at hand."""
        sentence = _OTHER_SENTENCES.get((self.field, self.kind), _SENTENCES[self.kind])
        return str(sentence) % {"limit": self.limit}


ACTS: Mapping[str, str | Promise] = {
    "documents.types.loaded": _("Loaded the types of documents"),
    "documents.document.recorded": _("Recorded the document"),
    "documents.document.corrected": _("Corrected the document: %(reason)s"),
    "documents.file.attached": _("Added a file to the document"),
    "documents.secret.refused": _("Tried to hand in what this network may not hold; refused"),
    "documents.file.held": _("A file that bears a mark of secrecy was held for a check"),
    "documents.file.found_open": _("Found that a held file is not secret"),
    "documents.file.handed_back": _("Handed a secret file back; it was deleted here"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, str | Promise] = {
    "document": _("Document"),
    "hold": _("File held for a check"),
}

FACTS: Mapping[str, str | Promise] = {
    "grade": _("Grade of secrecy"),
    "zone": _("Network zone"),
    "fields": _("Fields corrected"),
    "changed": _("Types changed"),
}
