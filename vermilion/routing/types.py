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
    """What one unit, or one person in a post, is to have of a matter."""

    part: Part
    unit_id: int | None = None
    appointment_id: int | None = None
    due_at: datetime | None = None

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


ACTS: Mapping[str, str | Promise] = {
    "routing.slip.opened": _("Laid the document before a leader"),
    "routing.slip.directed": _("Wrote a direction"),
    "routing.slip.closed": _("Closed the matter"),
    "routing.slip.withdrawn": _("Withdrew the slip"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, str | Promise] = {"slip": _("Slip")}
