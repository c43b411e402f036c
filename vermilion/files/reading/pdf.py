"""Read PDF files: their pages, the places of their lines, and what in them would act by itself."""

import ctypes
import mmap
import os
import re
import zlib
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from vermilion.files.reading import glyphs, layout, scans
from vermilion.files.reading.trouble import Trouble

WRONG_PASSWORD = 4
ACTIVE = {
    b"JavaScript": "JavaScript",
    b"Launch": "Launch",
    b"SubmitForm": "SubmitForm",
    b"ImportData": "ImportData",
    b"RichMedia": "RichMedia",
    b"XFA": "XFA",
}
"""Names that make something act. A script is always called by the long name of its action; the
short `/JS` beside it proves nothing, since the bytes of a picture spell it by chance."""

TOKENS = re.compile(rb"/([A-Za-z#0-9]{2,40})(?![A-Za-z#0-9])")
OBJECT_STREAM = re.compile(rb"/ObjStm.{0,400}?stream\r?\n", re.DOTALL)
MOST_UNPACKED = 64 * 1024 * 1024


def opened(file: int) -> tuple[pypdfium2.PdfDocument, mmap.mmap]:
    """Open a PDF without copying it into memory, or say what is the matter with it."""
    size = os.fstat(file).st_size
    mapped = mmap.mmap(file, size, access=mmap.ACCESS_COPY)
    buffer = (ctypes.c_char * size).from_buffer(mapped)
    try:
        return pypdfium2.PdfDocument(buffer), mapped
    except pypdfium2.PdfiumError as fault:
        if fault.err_code == WRONG_PASSWORD:
            raise Trouble("needs-password") from fault
        raise Trouble("truncated" if ends_early(mapped) else "damaged", format="PDF") from fault


def text(*, file: int, first: int, count: int, most: int) -> dict[str, Any]:
    """The pages from `first` on, line by line, with warnings about the file as a whole."""
    document, mapped = opened(file)
    total = len(document)
    pages, characters, scanned = [], 0, []
    for number in range(first, min(total, first + count - 1) + 1):
        page = _page(document, number)
        characters += len(page["text"])
        pages.append(page)
        if scans.is_scanned(document, number, page["text"]):
            scanned.append(number)
        if characters > most:
            break
    tokens = _tokens(mapped)
    warnings = list(_warnings(mapped, tokens))
    if pages and not characters:
        warnings.append({"code": "no-text-layer"})
    return {
        "pages": pages, "total": total, "warnings": warnings, "scanned": scanned,
        "signed": b"ByteRange" in tokens,
    }  # fmt: skip


def picture(document: pypdfium2.PdfDocument, number: int, width: int) -> Any:
    """A page as a picture of this width, or None when there is no such page."""
    if not 1 <= number <= len(document):
        return None
    page = document[number - 1]
    across, down = page.get_size()
    # A page as long as a street is pictured no larger than a tall sheet.
    scale = min(width / max(across, 1), 4 * width / max(down, 1))
    return page.render(scale=scale, may_draw_forms=True).to_pil()


def ends_early(content: bytes | mmap.mmap) -> bool:
    """Whether the mark that ends every PDF is missing from the end."""
    return content.rfind(b"%%EOF", max(0, len(content) - 4096)) < 0


def _page(document: pypdfium2.PdfDocument, number: int) -> dict[str, Any]:
    try:
        page = _as_shown(document, number)
        width, height = page.get_size()
        straight, askew = glyphs.glyphs(page, page.get_textpage())
    except pypdfium2.PdfiumError:
        # One broken page among sound ones: the reader sees it empty, the others are told.
        return {"number": number, "text": "", "width": 0, "height": 0, "lines": []}
    # A page printed across its sheet has hardly any letter upright.
    if len(askew) > 2 * len(straight):
        straight, askew = askew, straight
    made = [*layout.pieces(straight), *layout.across(askew)]
    lines = [
        {
            "text": piece.text.replace("\0", ""),
            "box": [
                round(min(1.0, max(0.0, side / size)), 4)
                for side, size in zip(piece.box, (width, height) * 2, strict=True)
            ],
        }
        for piece in made
    ]
    return {
        "number": number,
        "text": "\n".join(str(line["text"]) for line in lines),
        "width": round(width, 2),
        "height": round(height, 2),
        "lines": lines,
    }


def _as_shown(document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    """The page with what was filled into its forms and noted on it as part of its text."""
    page = document[number - 1]
    if pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[number - 1]


def _warnings(content: mmap.mmap, tokens: set[bytes]) -> Iterator[dict[str, Any]]:
    kinds = sorted({ACTIVE[token] for token in tokens & ACTIVE.keys()})
    if kinds and b"OpenAction" in tokens:
        kinds.append("OpenAction")
    if kinds:
        yield {"code": "active-content", "facts": {"kinds": kinds}}
    if b"EmbeddedFiles" in tokens:
        yield {"code": "carries-files", "facts": {"names": ["PDF"]}}
    if ends_early(content):
        yield {"code": "ends-early"}


def _tokens(content: mmap.mmap) -> set[bytes]:
    """Every name written in the file, also inside packed objects; `/J#53` is `/JS`."""
    found = {_plain(name) for name in TOKENS.findall(content)}
    room = MOST_UNPACKED
    for packed in OBJECT_STREAM.finditer(content):
        if room <= 0:
            break
        try:
            unpacked = zlib.decompressobj().decompress(content[packed.end() :], room)
        except zlib.error:
            continue
        room -= len(unpacked)
        found |= {_plain(name) for name in TOKENS.findall(unpacked)}
    return found


def _plain(name: bytes) -> bytes:
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes([int(code.group(1), 16)]), name)
