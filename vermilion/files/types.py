"""How far the examination of a file has come, what is told of a file, who lets it be read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vermilion.kernel.actors import Actor

Reader = Callable[[Actor, int, datetime], bool]
Bar = Callable[[int], bool]

readers: list[Reader] = []
"""Asked in turn whether an actor may read a blob: (actor, blob id, at) -> bool."""

bars: list[Bar] = []
"""Asked first: a blob that one of them holds back is read by nobody but the installation."""

Gate = Callable[[Actor, int, datetime], None]

gates: list[Gate] = []
"""Asked before any byte is kept: (actor, declared grade of secrecy, at). Refuse by raising."""


Beginning = Callable[["PageText"], str]

beginnings: list[Beginning] = []
"""Asked whether a page reads like the first of a paper: a name for it, or nothing."""


class Stage(TextChoices):
    """What is examined, in this order."""

    TYPE = "type", _("Type of the content")
    UNPACKING = "unpacking", _("Size when unpacked")
    MALWARE = "malware", _("Malware")
    TEXT = "text", _("Text")
    PAGES = "pages", _("Page images")


class State(TextChoices):
    """How an examination stands.

    `refused` means that it could not be read, and is kept and served all the same;
    `quarantined` that it is kept but served to nobody; `failed` that the fault is ours.
    """

    RECEIVING = "receiving", _("being handed in")
    WAITING = "waiting", _("waiting to be examined")
    RUNNING = "running", _("being examined")
    DONE = "done", _("examined")
    SKIPPED = "skipped", _("not examined")
    REFUSED = "refused", _("cannot be read")
    QUARANTINED = "quarantined", _("in quarantine")
    RELEASED = "released", _("released from quarantine")
    FAILED = "failed", _("examination failed")


class Recognising(TextChoices):
    """How the recognition of words in a scan stands.

    `impossible` means that no engine is installed here: it goes on by itself once there is one.
    """

    WAITING = "waiting", _("waiting to be recognised")
    RUNNING = "running", _("words are being recognised")
    DONE = "done", _("words are recognised")
    FAILED = "failed", _("recognition failed")
    STOPPED = "stopped", _("recognition was stopped")
    IMPOSSIBLE = "impossible", _("recognition is not possible here")


class Soundness(TextChoices):
    """What a check of kept bytes found."""

    SOUND = "sound", _("sound")
    MISSING = "missing", _("missing from the store")
    ALTERED = "altered", _("altered in the store")
    LOCKED = "locked", _("its key is missing")


Box = tuple[float, float, float, float]
"""Left, top, right, bottom: as fractions of the page, from top left."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was recognised in a scan, its place, and how certain it is (0 to 1)."""

    text: str
    box: Box
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page and the place where it stands.

    Lines of a scan tell how certain they are, and their words one by one.
    """

    text: str
    box: Box
    certainty: float = 1.0
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page. Formats without pages have one, sheets one each.

    Of a scanned page, places are those on the page as it is set upright for reading.
    """

    number: int
    text: str
    width: float = 0.0
    height: float = 0.0
    lines: tuple[Line, ...] = ()
    recognised: bool = False
    """Whether the text was recognised in a scan, so that any letter of it may be wrong."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the examination of a blob stands as a whole, in words."""

    blob_id: int
    state: State
    sentence: str = ""
    what_helps: str = ""
    warnings: tuple[str, ...] = ()
    pages: int | None = None

    @property
    def served(self) -> bool:
        """Whether the bytes are given to those who may read them."""
        return self.state is not State.QUARANTINED

    @property
    def under_way(self) -> bool:
        return self.state in (State.RECEIVING, State.WAITING, State.RUNNING)


@dataclass(frozen=True, slots=True)
class RecognitionStanding:
    """How the recognition of a scan stands, in words: pages done of all."""

    blob_id: int
    state: Recognising
    done: int
    of: int
    sentence: str = ""
    what_helps: str = ""

    @property
    def under_way(self) -> bool:
        return self.state in (Recognising.WAITING, Recognising.RUNNING)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A file as its uploader sees it: the name it came with and how it stands."""

    upload_id: UUID
    name: str
    size: int | None
    received: int
    media_type: str
    blob_id: int | None
    digest: str
    standing: Standing
    recognition: RecognitionStanding | None = None

    @property
    def finished(self) -> bool:
        return self.blob_id is not None

    @property
    def state(self) -> State:
        return self.standing.state

    @property
    def sentence(self) -> str:
        return self.standing.sentence

    @property
    def warnings(self) -> tuple[str, ...]:
        return self.standing.warnings


@dataclass(frozen=True, slots=True)
class PageOf:
    """A page of a kept file: by its number from 1, turned clockwise in degrees, set straight."""

    blob_id: int
    number: int
    turn: int = 0
    straight: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A paper that is to be put together: its name, and its pages in their order."""

    name: str
    pages: tuple[PageOf, ...]


ACTS: Mapping[str, str | Promise] = {
    "files.file.handed_in": _("Handed in a file"),
    "files.pages.arranged": _("Put papers together from pages of files"),
    "files.upload.begun": _("Began to hand in a file"),
    "files.upload.withdrawn": _("Gave up handing in a file"),
    "files.blob.examined": _("Examined the file"),
    "files.blob.quarantined": _("Put the file into quarantine"),
    "files.blob.released": _("Took the file out of quarantine: %(ground)s"),
    "files.blob.destroyed": _("Destroyed the bytes of the file: %(ground)s"),
    "files.blob.mended": _("Mended the kept bytes of the file"),
    "files.blob.unsound": _("Found the kept bytes of the file altered or missing"),
    "files.blob.suspected": _("Doubted the kept bytes of the file"),
    "files.blob.recognised": _("Recognised the words of the scan"),
    "files.recognition.failed": _("Could not recognise the words of the scan"),
    "files.recognition.asked_for": _("Asked for the words of the scan to be recognised"),
    "files.recognition.stopped": _("Stopped the recognition of the scan"),
    "files.examination.asked_again": _("Asked for the file to be examined again"),
    "files.key.rotated": _("Made a new master key"),
    "files.key.retired": _("Retired a master key"),
    "files.keys.rewrapped": _("Wrapped the keys of files anew"),
    "files.store.swept": _("Swept the store"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, str | Promise] = {
    "blob": _("File"),
    "upload": _("Upload"),
    "key": _("Master key"),
    "store": _("Store"),
}
