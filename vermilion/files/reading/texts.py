"""The text of a file, page by page, whatever its type."""

import os
from collections.abc import Iterable
from itertools import islice
from typing import Any

from vermilion.files.reading.trouble import Trouble

LARGEST_PLAIN = 32 * 1024 * 1024


def answer(*, file: int, kind: str, first: int, count: int, most: int) -> dict[str, Any]:
    """Pages from `first` on with their lines, how many there are, and warnings."""
    if kind == "pdf":
        from vermilion.files.reading import pdf

        return pdf.text(file=file, first=first, count=count, most=most)
    if kind == "eml":
        return _mail(file, most)
    texts = islice(_texts(kind, file), first - 1, first - 1 + count)
    return _pages(texts, most)


def _texts(kind: str, file: int) -> Iterable[str]:
    if kind in {"docx", "xlsx", "odt", "ods"}:
        from vermilion.files.reading import office

        readers = {
            "docx": office.docx, "xlsx": office.xlsx, "odt": office.odt, "ods": office.ods
        }  # fmt: skip
        return readers[kind](file)
    from vermilion.files.reading import markup, plain

    content = plain.decoded(_start(file))
    if kind == "html":
        return [markup.text_of_html(content)]
    if kind == "txt":
        return [content.replace("\r\n", "\n").replace("\0", "")]
    raise Trouble("no-text")


def _mail(file: int, most: int) -> dict[str, Any]:
    from vermilion.files.reading import mail

    text, attached = mail.read(file)
    told = _pages([text], most)
    if attached:
        told["warnings"].append({"code": "carries-files", "facts": {"names": attached[:20]}})
    return told


def _pages(texts: Iterable[str], most: int) -> dict[str, Any]:
    pages: list[dict[str, Any]] = []
    left = most
    for number, text in enumerate(texts, start=1):
        kept = text[:left].replace("\0", "")
        left -= len(kept)
        pages.append({"number": number, "text": kept, "width": 0, "height": 0, "lines": []})
        if left <= 0:
            break
    return {"pages": pages, "total": len(pages), "warnings": []}


def _start(file: int) -> bytes:
    size = min(os.fstat(file).st_size, LARGEST_PLAIN)
    pieces = b""
    while len(pieces) < size:
        more = os.pread(file, size - len(pieces), len(pieces))
        if not more:
            break
        pieces += more
    return pieces
