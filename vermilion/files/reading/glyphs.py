"""The letters of a PDF page with their places, as PDFium has them."""

import ctypes
import math
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from vermilion.files.reading.layout import Glyph

SLANTING = 0.35
"""Letters turned by more than this (radians) are no part of lines; slanted italics are less."""

GRID = 1_000_000

_SEEN = ""
"""A blank that PDFium has put in where it saw a gap."""


def glyphs(page: Any, words: Any) -> tuple[list[Glyph], list[Glyph]]:
    """The letters that stand upright, and those that stand askew (as watermarks do)."""
    across, down = _placing(page)
    straight: list[Glyph] = []
    askew: list[Glyph] = []
    turned = page.get_rotation() * math.pi / 180
    order, behind = 0, ""
    for sign, angle, origin, box in _letters(words):
        if sign == _SEEN:
            behind = behind or "seen"
            continue
        blank = sign.isspace()
        order += not blank
        lean = math.remainder(angle - turned, 2 * math.pi)
        xs, ys = zip(
            *((across(*corner), down(*corner)) for corner in (origin, box[:2], box[2:])),
            strict=True,
        )
        edges = min(xs[1:]), min(ys[1:]), max(xs[1:]), max(ys[1:])
        glyph = Glyph(sign, order, xs[0], ys[0], *edges, behind=behind)
        (straight if abs(lean) < SLANTING else askew).append(glyph)
        behind = "typed" if blank else ""
    return straight, askew


def _letters(words: Any) -> Iterator[tuple[str, float, tuple[float, ...], tuple[float, ...]]]:
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    for index in range(words.count_chars()):
        code = pdfium.FPDFText_GetUnicode(words, index)
        if code in (13, 10, 32) and pdfium.FPDFText_IsGenerated(words, index):
            yield _SEEN, 0.0, (), ()
            continue
        if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
            continue
        pdfium.FPDFText_GetCharOrigin(words, index, x, y)
        if not pdfium.FPDFText_GetLooseCharBox(words, index, box):
            continue
        yield (
            chr(code),
            max(0.0, pdfium.FPDFText_GetCharAngle(words, index)),
            (x.value, y.value),
            (box.left, box.bottom, box.right, box.top),
        )


def _placing(page: Any) -> tuple[Any, Any]:
    """From places of the page's own to points from the top left, as it is looked at."""
    width, height = page.get_size()
    at = [_on_the_grid(page, *corner) for corner in ((0, 0), (1000, 0), (0, 1000))]
    (x0, y0), (x1, y1), (x2, y2) = at
    factors = [(x1 - x0) / 1000, (x2 - x0) / 1000, (y1 - y0) / 1000, (y2 - y0) / 1000]

    def across(x: float, y: float) -> float:
        return (x0 + factors[0] * x + factors[1] * y) * float(width) / GRID

    def down(x: float, y: float) -> float:
        return (y0 + factors[2] * x + factors[3] * y) * float(height) / GRID

    return across, down


def _on_the_grid(page: Any, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, GRID, GRID, 0, x, y, across, down)
    return across.value, down.value
