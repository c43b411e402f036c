"""Words and plain values of signing in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Method(TextChoices):
    """By what somebody signed in."""

    PASSWORD = "password", _("password")
    PASSKEY = "passkey", _("passkey")
    RECOVERY = "recovery", _("one-time link")
    DEMO = "demo", _("picked in the demonstration")


class Way(TextChoices):
    """How a recovery link reaches the person."""

    HANDED = "handed", _("handed over by an administrator")
    MAILED = "mailed", _("sent by mail")


class State(TextChoices):
    """How an account stands. Read off its rows, never stored."""

    NONE = "none", pgettext_lazy("account", "no account")
    OPEN = "open", pgettext_lazy("account", "open")
    LOCKED = "locked", pgettext_lazy("account", "locked")
    CLOSED = "closed", pgettext_lazy("account", "closed")


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
    body: str
    for_name: str
    chosen: bool

    @property
    def value(self) -> str:
        """What the switch posts: the post, and for whom."""
        return f"{self.appointment_id}:{self.for_appointment_id or ''}"


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


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """One place where an account is signed in. `id` names the session without giving it away."""

    id: str
    browser: str
    system: str
    address: str
    method: str | Promise
    began_at: datetime
    seen_at: datetime
    is_this_one: bool


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token as its owner sees it. The secret is gone; the hint is its last letters."""

    id: int
    name: str
    hint: str
    post: str
    scopes: list[str | Promise]
    issued_at: datetime
    expires_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Whence:
    """From where somebody signs in, and by what."""

    address: str | None
    agent: str
    method: Method
    second_factor: bool = False


@dataclass(frozen=True, slots=True)
class Entrance:
    """What is worth saying to somebody who has just signed in."""

    device_is_new: bool
    failures_before: int


@dataclass(frozen=True, slots=True)
class PersonToBe:
    """Somebody one can be in the demonstration."""

    user_id: int
    sign_in_name: str
    name: str
    post: str
    body: str


ACTS: Mapping[str, str | Promise] = {
    "accounts.account.opened": _("Opened the account"),
    "accounts.accounts.opened": _("Opened accounts in bulk"),
    "accounts.machine.opened": _("Opened an account for a machine"),
    "accounts.account.closed": _("Closed the account"),
    "accounts.account.locked": _("Locked the account"),
    "accounts.account.unlocked": _("Unlocked the account"),
    "accounts.password.set": _("Set a password"),
    "accounts.recovery.asked": _("Asked for a way back in"),
    "accounts.recovery.issued": _("Issued a link to get back in"),
    "accounts.recovery.sent": _("Sent a link to get back in by mail"),
    "accounts.recovery.redeemed": _("Got back in by a link"),
    "accounts.second_factor.added": _("Added a second factor"),
    "accounts.second_factor.removed": _("Removed a second factor"),
    "accounts.second_factors.removed": _("Removed all second factors"),
    "accounts.session.began": _("Signed in"),
    "accounts.session.refused": _("Was refused at the sign-in"),
    "accounts.session.proven": _("Proved again who is there"),
    "accounts.session.ended": _("Ended a session"),
    "accounts.sessions.ended": _("Ended sessions"),
    "accounts.door.shut": _("Shut the door after too many tries"),
    "accounts.post.chosen": _("Chose the post to act in"),
    "accounts.preferences.kept": _("Chose language and display"),
    "accounts.token.issued": _("Issued a token"),
    "accounts.token.revoked": _("Revoked a token"),
    "accounts.tidied": _("Tidied away what had ended"),
}
"""What each act of this package is called in words; see `vermilion.audit.words`."""

SUBJECTS: Mapping[str, str | Promise] = {
    "user": _("Account"),
    "name": _("Sign-in name"),
    "token": _("Token"),
}
