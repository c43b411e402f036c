"""The demonstration: whom one can be, and the mail that would have been sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Line:
    """One of the cast, and what to try as that person."""

    sign_in_name: str
    what_to_try: Promise


CAST = (
    Line(
        "lan", _("Register a paper that arrived: drop a PDF and correct what was read out of it.")
    ),
    Line("minh", _("Direct what waits: who leads, who supports, by when. Three touches.")),
    Line("hoa", _("Take in a task, report how it stands, complete it.")),
    Line("dung", _("See what your department has, and who is late.")),
    Line("chief", _("See what the whole office has before it, and what is late.")),
    Line("khanh", _("Prepare what is laid before a leader.")),
    Line("tuan", _("Keep the books of a commune, on an old computer and a weak line.")),
    Line("mai", _("Direct in a commune, where few people do everything.")),
    Line("nam", _("Keep people, posts and accounts of the office and of the bodies below it.")),
)
"""Shown as far as the population that was planted has accounts of these names."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as it would have left."""

    to: str
    subject: str
    text: str
    at: datetime


def letters(number: int = 50) -> list[Letter]:
    """The last letters that were laid down instead of being sent, the newest first."""
    folder = Path(settings.EMAIL_FILE_PATH)
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True)
    every = (letter for path in files for letter in reversed(list(_letters_in(path))))
    return list(islice(every, number))


def _letters_in(path: Path) -> Iterator[Letter]:
    """A file holds the letters of one connection, each followed by a line of hyphens."""
    for part in path.read_bytes().split(b"\n" + b"-" * 79 + b"\n"):
        if part.strip():
            message = message_from_bytes(part.lstrip(), policy=policy.default)
            if isinstance(message, EmailMessage):
                yield _letter(message)


def _letter(message: EmailMessage) -> Letter:
    body = message.get_body(preferencelist=("plain",))
    return Letter(
        to=str(message.get("To", "")),
        subject=str(message.get("Subject", "")),
        text=body.get_content() if body else "",
        at=parsedate_to_datetime(str(message["Date"])).replace(tzinfo=UTC),
    )
