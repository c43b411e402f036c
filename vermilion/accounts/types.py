"""Words and plain values of signing in."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Method(TextChoices):
    """By what somebody signed in."""

    PASSWORD = "password", _("password")  # noqa: S105 - the word, not a secret
    PASSKEY = "passkey", _("passkey")
    RECOVERY = "recovery", _("one-time link")
    DEMO = "demo", _("picked in the demonstration")


class Way(TextChoices):
    """How a recovery link reaches the person."""

    HANDED = "handed", _("handed over by an administrator")
    MAILED = "mailed", _("sent by mail")


class State(TextChoices):
    """How an account stands. Read off its rows, never stored."""

    NONE = "none", _("no account")
    OPEN = "open", _("open")
    LOCKED = "locked", _("locked")
    CLOSED = "closed", _("closed")


class Scope(TextChoices):
    """What a token may do, within what its post may do."""

    READ = "read", _("read what this post may see")
    REGISTER = "register", _("register documents and correct entries")
    DIRECT = "direct", _("direct, return and close")
    WORK = "work", _("take in tasks, report, complete")
    FILES = "files", _("store files")
    DIRECTORY = "directory", _("keep bodies, units, posts and people")


@dataclass(frozen=True, slots=True)
class Issued:
    """A secret at the only moment it is known: shown once, kept as a digest."""

    id: int
    secret: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class PostChoice:
    """One line of the post switch: a post to act in, or another's post to act for."""

    appointment_id: int
    for_appointment_id: int | None
    title: str
    place: str
    for_name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One person of a branch, and how his or her account stands."""

    person_id: int
    name: str
    post: str
    body: str
    user_id: int | None
    sign_in_name: str
    state: State
    state_in_words: str | Promise
    last_seen_at: datetime | None
    has_second_factor: bool
