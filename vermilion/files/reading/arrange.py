"""Put one PDF together from pages of several files; no picture in them is packed anew."""

import os
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

import pikepdf

from vermilion.files.reading import bitmaps, sheets, upright
from vermilion.files.reading.trouble import Trouble

MOST_PAGES = 3_000


def answer(
    *,
    file: int,
    into: list[int],
    kinds: list[str],
    pages: list[dict[str, Any]],
    beside: Sequence[int] = (),
) -> dict[str, Any]:
    """Write the PDF into the file given. `source` of a page counts the files from 0.

    A page whose `leaning` is not known is measured. A signed or locked file is refused, and so is
    a page that is not there. Tells what each page leaned.
    """
    handles = [file, *beside]
    with ExitStack() as open_files:
        made = open_files.enter_context(pikepdf.Pdf.new())
        sources: dict[int, pikepdf.Pdf] = {}
        leanings = []
        for wanted in pages:
            which = wanted["source"]
            if which not in sources:
                sources[which] = open_files.enter_context(
                    _opened(handles[which], kinds[which], which)
                )
            leanings.append(_take(wanted, sources[which], made, handles[which], kinds[which]))
        out = open_files.enter_context(os.fdopen(into[0], "wb", closefd=False))
        made.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return {"leanings": leanings}


def _opened(file: int, kind: str, which: int) -> pikepdf.Pdf:
    try:
        document = sheets.opened(file, kind)
    except Trouble as trouble:
        raise Trouble(trouble.code, source=which, **trouble.facts) from trouble
    if document.is_encrypted:
        raise Trouble("needs-password", source=which)
    if kind == "pdf":
        if sheets.is_signed(document):
            raise Trouble("signed", source=which)
        # What is filled in, stamped and noted becomes part of the page, as it is seen.
        document.generate_appearance_streams()
        document.flatten_annotations("screen")
    return document


def _take(
    wanted: dict[str, Any], source: pikepdf.Pdf, made: pikepdf.Pdf, file: int, kind: str
) -> float:
    number, turn = wanted["number"], wanted["turn"]
    if not 1 <= number <= len(source.pages):
        raise Trouble("no-such-page", source=wanted["source"], page=number)
    leaning = wanted["leaning"]
    if leaning is None:
        leaning = _measured(file, kind, number, turn)
    page = sheets.taken(source.pages[number - 1], made)
    sheets.set_upright(page, turn, leaning, made)
    return float(leaning)


def _measured(file: int, kind: str, number: int, turn: int) -> float:
    _total, draw = bitmaps.opened(file, kind)
    picture = draw(number).picture
    return upright.leaning_of(upright.put_right(picture, turn, 0)) if picture else 0.0
