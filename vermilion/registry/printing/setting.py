"""What every paper of the books is set with."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import typst
from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from vermilion.kernel.actors import Actor
from vermilion.web.printing import fonts

_TEMPLATES = Path(__file__).parent.parent / "print"


def typeset(template: str, book: Mapping[str, object], *, at: datetime) -> bytes:
    """A PDF/A-2b of a template of `print/`. The same input gives the same bytes."""
    content: bytes = typst.compile(
        _TEMPLATES / template,
        font_paths=[fonts()],
        ignore_system_fonts=True,
        sys_inputs={"book": json.dumps(book, ensure_ascii=False)},
        pdf_standards="a-2b",
        timestamp=int(at.timestamp()),
    )
    return content


def writing() -> dict[str, object]:
    """The language of the page and the direction it is written in."""
    return {"language": (get_language() or "vi")[:2], "rtl": get_language_bidi()}


def print_mark(actor: Actor, at: datetime) -> str:
    """Who printed it, and when (Decree 30/2020 App. VI III.6: mark printouts)."""
    zone = ZoneInfo(actor.time_zone)
    return _("Printed by %(name)s, %(post)s, on %(at)s") % {
        "name": apart(actor.name),
        "post": apart(actor.post),
        "at": moment(at, zone),
    }


def apart(words: str) -> str:
    """Words that run in their own direction and turn nothing around them."""
    return f"\u2068{words}\u2069" if words else ""


def from_left(code: str) -> str:
    """A number and notation, which no right-to-left page may turn round."""
    return f"\u2066{code}\u2069" if code else ""


def day(when: date | None) -> str:
    """A day as the books write it."""
    return date_format(when, "d/m/Y") if when else ""


def moment(at: datetime, zone: ZoneInfo) -> str:
    """A day and hour on the wall of the body."""
    return date_format(at.astimezone(zone), "d/m/Y H:i")
