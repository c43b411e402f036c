"""A copy of a paper with the arrival stamp. The file itself stays as it came."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import pikepdf
import segno
from django.utils.translation import gettext as _

from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import Refused
from vermilion.registry.printing.setting import print_mark, typeset, writing
from vermilion.registry.rules import Box, room_for_stamp
from vermilion.registry.types import Stamp

_ON_ITS_SIDE = (90, 270)


class NoCopyOfIt(Refused):
    message = _("This file is locked or damaged, so no copy of it can be stamped.")


def stamped(
    content: bytes,
    stamp: Stamp | None,
    *,
    lines: Sequence[Box] = (),
    link: str,
    short: str,
    actor: Actor,
    at: datetime,
) -> bytes:
    """A new PDF of the paper: the stamp on its first page, the print mark and code on each.

    Signatures of the original hold for the original alone; the copy says that it is one.
    """
    try:
        copy = pikepdf.open(BytesIO(content))
    except pikepdf.PdfError as cannot:
        raise NoCopyOfIt from cannot
    with copy:
        sizes = [_size(page) for page in copy.pages]
        place = room_for_stamp(lines, width=sizes[0][0], height=sizes[0][1])
        book = {
            **writing(),
            "title": _("Copy"),
            "pages": [{"width": width, "height": height} for width, height in sizes],
            "place": place,
            "stamp": _stamp(stamp),
            "qr": list(qr(link)),
            "printed": print_mark(actor, at),
            "short": short,
        }
        with pikepdf.open(BytesIO(typeset("stamped.typ", book, at=at))) as over:
            for page, above in zip(copy.pages, over.pages, strict=True):
                _lay(page, above)
            made = BytesIO()
            copy.save(made, deterministic_id=True)
    return made.getvalue()


def qr(link: str) -> bytes:
    """A link as a square of dots, to be drawn at any size."""
    drawn = BytesIO()
    segno.make(link, micro=False, error="m").save(drawn, kind="svg", border=1, light="white")
    return drawn.getvalue()


def _stamp(stamp: Stamp | None) -> dict[str, object] | None:
    if stamp is None:
        return None
    return {"body": stamp.body, "word": stamp.word, "fields": [list(each) for each in stamp.fields]}


def _size(page: pikepdf.Page) -> tuple[float, float]:
    """The page as one sees it, in points: turned pages are as wide as they are high."""
    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    width, height = abs(right - left), abs(top - bottom)
    return (height, width) if _turn(page) in _ON_ITS_SIDE else (width, height)


def _turn(page: pikepdf.Page) -> int:
    return int(page.obj.get("/Rotate", 0)) % 360


def _lay(page: pikepdf.Page, above: pikepdf.Page) -> None:
    turn = _turn(page)
    if turn:
        # A turned page is turned when it is shown, and what lies on it with it.
        above.rotate(-turn, relative=False)
    page.add_overlay(above, pikepdf.Rectangle(page.cropbox), push_stack=True)
