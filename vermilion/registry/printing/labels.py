"""Sheets of labels: number, body, day and short link of lines of a book."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vermilion.kernel.actors import Actor
from vermilion.registry import models
from vermilion.registry.printing.setting import apart, from_left, print_mark, typeset, writing
from vermilion.registry.printing.stamps import qr
from vermilion.registry.types import BookKind
from vermilion.web import shortlinks

SHEETS = {
    "70x37": {"width": 70.0, "height": 37.0, "across": 3, "down": 8, "left": 0.0, "top": 0.5},
    "52x30": {"width": 52.5, "height": 29.7, "across": 4, "down": 10, "left": 0.0, "top": 0.0},
    "99x57": {"width": 99.1, "height": 57.0, "across": 2, "down": 5, "left": 5.9, "top": 6.0},
}
"""Sheets of A4 as they are sold, in millimetres."""


def labels(
    *,
    entries: Iterable[models.Entry],
    size: str,
    skip: int,
    link: Callable[[models.Entry], str],
    actor: Actor,
    at: datetime,
) -> bytes:
    """A label for each line, after those of the sheet that are gone already."""
    sheet = SHEETS[size]
    book = {
        **writing(),
        "title": _("Labels"),
        "sheet": sheet,
        "skip": skip % int(sheet["across"] * sheet["down"]),
        "printed": print_mark(actor, at),
        "labels": [_label(each, link(each)) for each in entries],
    }
    return typeset("labels.typ", book, at=at)


def _label(entry: models.Entry, link: str) -> dict[str, object]:
    document = entry.document
    incoming = entry.series.book.kind == BookKind.INCOMING
    number = (
        _("Arrival number %(number)s") % {"number": entry}
        if incoming
        else from_left(document.symbol)
    )
    return {
        "body": apart(entry.body.short_name or entry.body.name),
        "number": number,
        "day": date_format(entry.arrived_on, "d/m/Y"),
        "symbol": from_left(document.symbol) if incoming else "",
        "abstract": apart(document.abstract),
        "code": shortlinks.code_of("e", entry.pk),
        "qr": list(qr(link)),
    }
