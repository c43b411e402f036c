"""The incoming register on paper, in its legal layout (Decree 30/2020 Art. 22.3b, App. IV)."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import typst
from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_bidi, ngettext
from django.utils.translation import gettext as _

from vermilion.kernel.actors import Actor
from vermilion.registry import models
from vermilion.registry.types import Turnover
from vermilion.web.printing import fonts

TEMPLATE = Path(__file__).parent / "print" / "incoming.typ"


def incoming_register(
    *, series: models.Series, entries: Sequence[models.Entry], actor: Actor, at: datetime
) -> bytes:
    """The lines of one period as a PDF/A-2b, with cover, page totals and who printed it when.

    Struck-out lines stand struck through with their reason; nothing is left out.
    """
    zone = ZoneInfo(actor.time_zone)
    body = series.book.body
    book = {
        "language": (get_language() or "vi")[:2],
        "rtl": get_language_bidi(),
        "body": body.name,
        "above": body.parent.name if body.parent else "",
        "period": _period(series),
        "days": _days(entries),
        "numbers": _numbers(entries),
        "printed": _("Printed by %(name)s, %(post)s, on %(at)s")
        % {"name": _apart(actor.name), "post": _apart(actor.post), "at": _moment(at, zone)},
        "labels": _labels(entries),
        "rows": [_row(entry, zone) for entry in entries],
    }
    return typst.compile(
        TEMPLATE,
        font_paths=[fonts()],
        ignore_system_fonts=True,
        sys_inputs={"book": json.dumps(book, ensure_ascii=False)},
        pdf_standards="a-2b",
        timestamp=int(at.timestamp()),
    )


def _labels(entries: Sequence[models.Entry]) -> dict[str, object]:
    return {
        "title": _("Register of incoming documents"),
        "page": _("Page"),
        "keeper": _("Keeper of the register"),
        "head": _("Head of the office"),
        "sign": _("(signature and full name)"),
        "total": ngettext(
            "This register has %(count)s line.", "This register has %(count)s lines.", len(entries)
        )
        % {"count": len(entries)},
        "columns": [
            _("Arrival date"),
            _("Arrival number"),
            _("Author"),
            _("Number and notation"),
            _("Document date"),
            _("Type and abstract"),
            _("Unit or person receiving it"),
            _("Transfer date"),
            _("Receipt"),
            _("Note"),
        ],
    }


def _row(entry: models.Entry, zone: ZoneInfo) -> dict[str, object]:
    document = entry.document
    transfers = list(entry.transfers.all())
    return {
        "arrived": _day(entry.arrived_on),
        "number": str(entry),
        "struck": entry.struck_out,
        "issuer": _apart(document.issuer),
        "symbol": _from_left(document.symbol),
        "dated": _day(document.dated_on),
        "abstract": _type_and_abstract(entry),
        "recipients": [_apart(each.recipient) for each in transfers],
        "transferred": sorted({_day(each.at.astimezone(zone).date()) for each in transfers}),
        "receipts": list(_receipts(transfers, zone)),
        "note": _note(entry),
    }


def _type_and_abstract(entry: models.Entry) -> str:
    kind = entry.document.type
    name = kind.name_in(get_language() or "vi") if kind else ""
    abstract = _apart(entry.document.abstract)
    return f"{name}: {abstract}" if name else abstract


def _receipts(transfers: Iterable[models.Transfer], zone: ZoneInfo) -> Iterable[str]:
    for each in transfers:
        if each.received_at:
            yield f"{_apart(each.received_by)}, {_moment(each.received_at, zone)}"


def _note(entry: models.Entry) -> str:
    if entry.struck_out:
        return _("Struck out: %(reason)s") % {"reason": _apart(entry.striking.reason)}
    if entry.second_copy_reason:
        return _("Second copy: %(reason)s") % {"reason": _apart(entry.second_copy_reason)}
    return _apart(entry.document.note)


def _period(series: models.Series) -> str:
    if series.book.turnover == Turnover.YEAR:
        return _("Year %(year)s") % {"year": series.opens_on.year}
    return _("Term from %(day)s") % {"day": _day(series.opens_on)}


def _days(entries: Sequence[models.Entry]) -> str:
    if not entries:
        return ""
    days = [entry.arrived_on for entry in entries]
    return _("From %(first)s to %(last)s") % {"first": _day(min(days)), "last": _day(max(days))}


def _numbers(entries: Sequence[models.Entry]) -> str:
    if not entries:
        return _("No lines yet")
    numbers = [entry.number for entry in entries]
    return _("Numbers %(first)s to %(last)s") % {"first": min(numbers), "last": max(numbers)}


def _apart(words: str) -> str:
    """Words that run in their own direction and turn nothing around them."""
    return f"\u2068{words}\u2069" if words else ""


def _from_left(code: str) -> str:
    """A number and notation, which no right-to-left page may turn round."""
    return f"\u2066{code}\u2069" if code else ""


def _day(day: date | None) -> str:
    return date_format(day, "d/m/Y") if day else ""


def _moment(at: datetime, zone: ZoneInfo) -> str:
    return date_format(at.astimezone(zone), "d/m/Y H:i")
