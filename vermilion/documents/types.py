"""Marks and plain values of documents."""

from dataclasses import dataclass
from datetime import date

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


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
    files: tuple[FileHandedIn, ...] = ()
