"""Words and plain values of the directory."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Family(TextChoices):
    """The side of the house a body stands on; its rules of form and numbering follow from it."""

    PARTY = "party", _("Party")
    STATE = "state", _("State")
    FRONT = "front", _("Front and organisations")


class Authority(TextChoices):
    """In whose right one signs (Decree 30/2020 Art. 13; Guideline 36-HD/VPTW)."""

    HEAD = "head", _("head of the body")
    COLLECTIVE = "tm", _("on behalf of the collective (TM)")
    DEPUTY = "kt", _("for the head, by a deputy (KT)")
    BY_ORDER = "tl", _("by order of the head (TL)")
    WRITTEN = "tuq", _("by written authority (TUQ)")


class Succession(StrEnum):
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    DISSOLVED = "dissolved"


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body as it is called on a date."""

    id: int
    name: str
    parent_id: int | None
