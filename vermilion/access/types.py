"""Grades of secrecy, zones of the network, and the words by which grants name holders."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import IntegerChoices, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Grade(IntegerChoices):
    """Grades of state secrecy (Law 117/2025/QH15): mật, tối mật, tuyệt mật; 0 is open."""

    OPEN = 0, _("open")
    SECRET = 1, _("secret")
    TOP_SECRET = 2, _("top secret")
    ABSOLUTE_SECRET = 3, _("absolutely secret")


class Zone(TextChoices):
    """The network an installation stands on. Only an enclave has no link to the outside."""

    INTERNET = "internet", _("Internet")
    CONNECTED = "connected", _("connected internal network")
    ENCLAVE = "enclave", _("independent local network")


class Cause(TextChoices):
    """Why a grant exists. When the cause ends, so does the grant."""

    REGISTERED = "registered", _("registered by the clerks of this body")
    DIRECTING = "directing", _("laid before the leader for direction")
    ASSIGNED = "assigned", _("given as a duty")
    INFORMED = "informed", _("sent for information")
    ASKED = "asked", _("asked about it")
    SHARED = "shared", _("shared by a colleague")
    DELEGATED = "delegated", _("held in the stead of another")


@dataclass(frozen=True, slots=True)
class Why:
    """One reason why somebody may see a thing: the cause, through which role, since when."""

    cause: str
    in_words: str | Promise
    holder: str
    since: datetime
    until: datetime | None


def body_token(body_id: int, duty: str = "") -> str:
    """Everybody of a body, or those of its people whose post carries a duty."""
    return f"body:{body_id}:{duty}" if duty else f"body:{body_id}"


def unit_token(unit_id: int) -> str:
    """Everybody of a unit."""
    return f"unit:{unit_id}"


def post_token(appointment_id: int) -> str:
    """One person in one post."""
    return f"post:{appointment_id}"
