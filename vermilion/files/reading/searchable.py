"""Make a searchable PDF/A of a scan: its pages upright, what was recognised behind the pictures."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import ocrmypdf
import pikepdf

from vermilion.files.reading import remembered, sheets
from vermilion.files.reading.trouble import Trouble


def answer(
    *, file: int, into: list[int], kind: str, folder: str, beside: list[int], languages: list[str]
) -> dict[str, Any]:
    """Write the PDF into the file given; the recognised pages come as JSON in a file beside.

    Pages that are not among them stay as they are. A signed file is refused.
    """
    with open(beside[0], encoding="utf-8", closefd=False) as told:
        pages = json.load(told)
    room = Path(folder)
    os.environ.update(HOME=folder, TMPDIR=folder, PATH="/usr/bin:/bin:/usr/local/bin")
    _lay_upright(file, kind, pages, room / "upright.pdf")
    remembered.pages.update({page["number"]: page for page in pages})
    made = room / "searchable.pdf"
    try:
        ocrmypdf.ocr(
            room / "upright.pdf",
            made,
            plugins=["vermilion.files.reading.remembered"],
            language=languages,
            pages=",".join(str(page["number"]) for page in pages),
            mode="redo",
            output_type="auto",
            optimize=0,
            jobs=1,
            use_threads=True,
            progress_bar=False,
            pdf_renderer="fpdf2",
        )
    except ocrmypdf.exceptions.ExitCodeException as fault:
        raise Trouble("not-searchable", why=type(fault).__name__) from fault
    with made.open("rb") as content, os.fdopen(into[0], "wb", closefd=False) as out:
        shutil.copyfileobj(content, out)
    with pikepdf.open(made) as finished:
        archival = bool(finished.open_metadata().pdfa_status)
    return {"size": made.stat().st_size, "archival": archival}


def _lay_upright(file: int, kind: str, pages: list[dict[str, Any]], into: Path) -> None:
    with sheets.opened(file, kind, lossless=False) as document:
        if sheets.is_signed(document):
            raise Trouble("signed")
        for page in pages:
            sheets.set_upright(
                document.pages[page["number"] - 1], page["turn"], page["leaning"], document
            )
        document.save(into)
