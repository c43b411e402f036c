"""Tell scanned pages of a PDF from those that hold text which can be used."""

from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

FEW = 25
"""Letters that a page without usable text may have: a page number, a scanner's mark."""

SOME = 200
"""Letters that may be stamped on a scan: a number, a date, the line of a signature."""

MOST_OF_IT, ALL_OF_IT = 0.6, 0.8
"""Shares of a page that a picture covers, so that the page is a scan."""

LOOKED_THROUGH = 60
INVISIBLE = 3


def is_scanned(document: pypdfium2.PdfDocument, number: int, text: str) -> bool:
    """Whether the words of a page stand in a picture or in drawn outlines, not in its text.

    An older recognition that knew no Vietnamese letters is not counted as text either.
    """
    letters = sum(sign.isalnum() for sign in text)
    if letters >= SOME and not _is_plain(text):
        return False
    try:
        page = document[number - 1]
        if letters < FEW:
            return any(each.type != pdfium.FPDF_PAGEOBJ_TEXT for each in page.get_objects())
        covered = _covered(page)
        if letters < SOME:
            return covered >= MOST_OF_IT
        return covered >= ALL_OF_IT and _is_hidden(page)
    except pypdfium2.PdfiumError:
        return False


def _is_plain(text: str) -> bool:
    """No letters beyond those of English, or hardly any."""
    beyond = sum(sign.isalpha() and sign > "\x7f" for sign in text)
    return beyond <= len(text) // 200


def _covered(page: Any) -> float:
    """Share of the page that its largest picture covers."""
    width, height = page.get_size()
    largest = 0.0
    for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = each.get_bounds()
        largest = max(largest, (right - left) * (top - bottom))
    return float(largest / max(width * height, 1))


def _is_hidden(page: Any) -> bool:
    """Whether the text is there to be searched, not seen."""
    texts = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=3)
    for place, each in enumerate(texts):
        if pdfium.FPDFTextObj_GetTextRenderMode(each.raw) != INVISIBLE:
            return False
        if place >= LOOKED_THROUGH:
            break
    return True
