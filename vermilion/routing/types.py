"""Words and plain values of slips."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vermilion.tasks.types import Part, State


class Standing(TextChoices):
    """How a slip stands. Derived by `rules.standing`; stored as a copy."""

    DIRECTING = "directing", _("waiting for direction")
    AGAIN = "again", _("returned by a lead, waiting for a new direction")
    DOING = "doing", _("being dealt with")
    READY = "ready", _("all leads are done, ready to close")
    CLOSED = "closed", _("closed")
    WITHDRAWN = "withdrawn", _("withdrawn")


UNFINISHED = (Standing.DIRECTING, Standing.AGAIN, Standing.DOING, Standing.READY)
FINISHED = (Standing.CLOSED, Standing.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one unit, or one person in a post, is to have of a matter.

    `instruction` is said to this one in place of the words of the direction as a whole; with
    `approval` the head of the unit approves the report.
    """

    part: Part
    unit_id: int | None = None
    appointment_id: int | None = None
    due_at: datetime | None = None
    instruction: str = ""
    approval: bool = False

    @property
    def holder(self) -> tuple[str, int | None]:
        """Whom the share names, so that two shares can be compared."""
        if self.unit_id is not None:
            return ("unit", self.unit_id)
        return ("post", self.appointment_id)


@dataclass(frozen=True, slots=True)
class ShareState:
    """A share and how its duty stands: what `rules` needs to know of it."""

    part: str
    state: State | str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the leads of a slip are. `returned` leads wait for a new direction."""

    leads: int
    done: int
    returned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What makes papers alike: who issued them, of which type, about what."""

    issuer_key: str
    type_code: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A paper directed before: its kind, and who got which part (`unit:3`, `post:7`)."""

    kind: Kind
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """Whom earlier papers of the kind were given to, from how many, and how certain that is."""

    leads: tuple[str, ...]
    supports: tuple[str, ...]
    readers: tuple[str, ...]
    papers: int
    certainty: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneFor:
    """Something that was done in somebody's stead: what, by whom, on which document."""

    at: datetime
    by: str
    by_post: str
    what: str
    document_id: int
    symbol: str
    abstract: str


ACTS: Mapping[str, str | Promise] = {
    "routing.slip.opened": _("Laid the document before a leader"),
    "routing.slip.prepared": _("Prepared a direction"),
    "routing.slip.directed": _("Wrote a direction"),
    "routing.slip.laid_before": _("Laid the document before %(name)s"),
    "routing.slip.reopened": _("Reopened the matter: %(reason)s"),
    "routing.phrase.kept": _("Kept a phrase for directions"),
    "routing.phrase.struck": _("Struck out a phrase for directions"),
    "routing.circle.kept": _("Kept the circle of units %(name)s"),
    "routing.circle.struck": _("Struck out the circle of units %(name)s"),
    "routing.slip.closed": _("Closed the matter"),
    "routing.slip.withdrawn": _("Withdrew the slip"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, str | Promise] = {
    "slip": _("Slip"),
    "phrase": _("Phrase for directions"),
    "unit_circle": _("Circle of units"),
}
