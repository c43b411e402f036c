"""The words of a letter: plain text, and the same as HTML. Nothing in it is fetched or tracked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vermilion.notices import models, queries
from vermilion.notices.types import Addressee, Paper
from vermilion.notices.words import Line, because, papers_called, sentence


@dataclass(frozen=True, slots=True)
class Part:
    """One paper within a letter, and what came about with it."""

    paper: Paper
    url: str
    lines: list[Line] = field(default_factory=list)


def compose(letter: models.Letter, addressee: Addressee, *, at: datetime) -> EmailMultiAlternatives:
    """A letter as it leaves, in the language and the hours of whoever gets it.

    Its message id is the letter's own, so that a second copy is known as one.
    """
    with (
        translation.override(addressee.language),
        timezone.override(ZoneInfo(addressee.time_zone)),
    ):
        parts = _parts(letter)
        words = {
            "addressee": addressee,
            "parts": parts,
            "language": addressee.language,
            "direction": "rtl" if translation.get_language_bidi() else "ltr",
            "change_url": settings.PUBLIC_ADDRESS + reverse("notices:matrix"),
            "centre_url": settings.PUBLIC_ADDRESS + reverse("notices:centre"),
            "at": at,
        }
        message = EmailMultiAlternatives(
            subject=_subject(letter, parts),
            body=render_to_string("notices/mail.txt", words),
            to=[letter.address],
            headers={
                "Message-ID": _message_id(letter),
                "Auto-Submitted": "auto-generated",
                "Content-Language": addressee.language,
                "List-Unsubscribe": f"<{words['change_url']}>",
                **({"Importance": "high", "X-Priority": "1"} if letter.urgent else {}),
            },
        )
        message.attach_alternative(render_to_string("notices/mail.html", words), "text/html")
    return message


def _parts(letter: models.Letter) -> list[Part]:
    rows = queries.told_in(letter)
    notices = queries.by_id(row.notice_id for row in rows)
    abouts = {each.pk: (each.about_kind, each.about_id) for each in notices.values()}
    papers = papers_called(abouts.values())
    parts: dict[int, Part] = {}
    for row in rows:
        if row.notice_id not in abouts:
            continue
        part = parts.setdefault(
            row.notice_id,
            Part(
                paper=papers[abouts[row.notice_id]],
                url=settings.PUBLIC_ADDRESS + reverse("notices:notice", args=[row.notice_id]),
            ),
        )
        part.lines.append(
            Line(sentence(row.event, by=row.by, facts=row.facts), row.at, because(row.reason))
        )
    return list(parts.values())


def _subject(letter: models.Letter, parts: Sequence[Part]) -> str:
    """What it is about in one line: the happening where there is one, else how many papers."""
    if len(parts) == 1 and len(parts[0].lines) == 1:
        words = parts[0].lines[0].what
        name = parts[0].paper.number
        said = f"{words} ({name})" if name else words
    else:
        said = ngettext("News of %(number)s paper", "News of %(number)s papers", len(parts)) % {
            "number": len(parts)
        }
    if letter.urgent:
        said = _("Urgent: %(what)s") % {"what": said}
    return " ".join(said.split())


def _message_id(letter: models.Letter) -> str:
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
    return f"<notices.{letter.pk}.{int(letter.written_at.timestamp())}@{host}>"
