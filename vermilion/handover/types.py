"""Words and plain values of handing over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What somebody who leaves a post has in person."""

    TASK = "task", _("duty in person")
    SLIP = "slip", _("paper waiting for direction")
    DELEGATION = "delegation", _("right to act in another’s stead")
    ASSISTANCE = "assistance", _("assistance to a leader")


class Outcome(TextChoices):
    """What came of handing one thing over."""

    HANDED = "handed", _("handed over")
    ENDED = "ended", _("ended with the post")
    REFUSED = "refused", _("not handed over")


LISTED_FOR = 30
"""Days for which both sides find a handing over on their page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One thing that somebody has in person: what it is, what it is called, where it is opened."""

    kind: Kind
    id: int
    label: str
    due_at: datetime | None = None
    document_id: int | None = None


ACTS: Mapping[str, str | Promise] = {
    "handover.work.handed_over": _(
        "Handed the work of %(leaver)s to %(successor)s: %(count)s things"
    ),
    "handover.item.signed": _("Signed for what was handed over"),
}

SUBJECTS: Mapping[str, str | Promise] = {"departure": _("Handing over of work")}
