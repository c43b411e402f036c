"""Words and plain values of arrivals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vermilion.documents.types import FileHandedIn

LEAST_REASON = 10
"""Letters of a reason that says something."""


class Source(TextChoices):
    """By which way an arrival reached the inbox."""

    HAND = "hand", _("handed in by hand")
    FOLDER = "folder", _("taken from a watched folder")
    MAIL = "mail", _("by electronic mail")
    MACHINE = "machine", _("sent by another system")
    PAPER = "paper", _("on paper, without a file")


class Standing(TextChoices):
    """How an arrival stands. `joined` means: the document was here already."""

    WAITING = "waiting", _("waiting to be registered")
    ASIDE = "aside", _("put aside")
    REGISTERED = "registered", _("entered in the book")
    JOINED = "joined", _("joined to the same document")
    REFUSED = "refused", _("refused, handed back")
    GATHERED = "gathered", _("put together with another arrival")


OPEN = (Standing.WAITING, Standing.ASIDE)
"""An arrival that stands so is still to be dealt with."""


class Deed(TextChoices):
    """What was done with an arrival."""

    CAME = "came", _("came in")
    READ = "read", _("was read")
    UNPACKED = "unpacked", _("was unpacked")
    ASIDE = "aside", _("put aside")
    TAKEN_UP = "taken_up", _("taken up again")
    REGISTERED = "registered", _("entered in the book")
    JOINED = "joined", _("joined to the same document")
    REFUSED = "refused", _("refused, handed back")
    GATHERED = "gathered", _("put together with another arrival")
    PARTED = "parted", _("parted into several")
    ORDERED = "ordered", _("its files were ordered")
    REPEATED = "repeated", _("came once more, and was acknowledged")


class LessonKind(TextChoices):
    """What the registering of earlier papers taught."""

    ISSUER = "issuer", _("what the words of an issuer mean")
    TYPE = "type", _("the type of an issuer’s papers")
    LEADER = "leader", _("before whom such papers are laid")


class Origin(TextChoices):
    """Where the value of a field of a proposal comes from."""

    STATED = "stated", _("stated by the sender")
    READ = "read", _("read on the paper")
    LEARNED = "learned", _("as last time")
    FOUND = "found", _("found in the directory")


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What came in, before anybody has looked at it."""

    source: str
    files: tuple[FileHandedIn, ...] = ()
    channel: str = "electronic"
    title: str = ""
    packet_id: str = ""
    document_key: str = ""
    letter_from: str = ""
    letter_text: str = ""
    stated: Mapping[str, object] = field(default_factory=dict)
    urgency: int = 0
    deliver_at: datetime | None = None
    each_apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where a proposed value comes from, how certain it is, and where it stands on the paper."""

    origin: str
    certainty: float = 1.0
    page: int | None = None
    words: str | Promise = ""
    lesson_id: int | None = None


ACTS: Mapping[str, str | Promise] = {
    "arrivals.arrival.came": _("Took in what arrived"),
    "arrivals.packet.repeated": _("Acknowledged a packet that had come before"),
    "arrivals.arrival.unpacked": _("Unpacked the arrival"),
    "arrivals.arrival.read": _("Read the paper that arrived"),
    "arrivals.arrival.registered": _("Entered the arrival in the book"),
    "arrivals.arrival.joined": _("Joined the arrival to the same document"),
    "arrivals.arrival.refused": _("Refused the arrival: %(reason)s"),
    "arrivals.arrival.aside": _("Put the arrival aside: %(reason)s"),
    "arrivals.arrival.taken_up": _("Took the arrival up again"),
    "arrivals.arrival.gathered": _("Put several arrivals together"),
    "arrivals.arrival.parted": _("Parted the arrival into several"),
    "arrivals.arrival.ordered": _("Ordered the files of the arrival"),
    "arrivals.lesson.learned": _("Learned from what was registered"),
    "arrivals.lesson.forgotten": _("Forgot what was learned: %(reason)s"),
    "arrivals.folder.refused": _("Refused a file of the watched folder"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, str | Promise] = {
    "arrival": _("New arrival"),
    "lesson": _("Lesson"),
}

FACTS: Mapping[str, str | Promise] = {
    "source": _("Way of arrival"),
    "parts": _("Parts"),
    "code": _("Ground"),
}
