"""Who issued a paper: the lines of the left column above the number, joined to names."""

import re
from collections.abc import Sequence

from vermilion.documents.reading import letters
from vermilion.documents.reading.dates import is_hollow_date, vietnamese_date
from vermilion.documents.reading.heading import without_mottoes
from vermilion.documents.reading.lists import listed
from vermilion.documents.reading.paper import Cell, Sheet, moved
from vermilion.documents.reading.symbol import BARE, is_labelled, is_reference, without_label
from vermilion.documents.reading.words import begins_a_name, mark_words, type_words

MOST_LINES = 8
RIGHT_COLUMN = 0.56
"""Beyond this share of the width, the middle of a line belongs to the right column."""

_PAIRS = frozenset(listed("words that go on across lines"))
_ACROSS = frozenset(map(letters.key, listed("words across a page")))
_OFFICES = re.compile("|".join(map(re.escape, map(letters.fold, listed("offices abroad")))))
_ADDRESS = re.compile(
    r"dia chi ?:|dien thoai|\b(?:dt|tel|fax|email|website|mst|hotline)\b ?[:.]|[0-9 .-]{9}"
)
_ENDS_ABROAD = re.compile(
    r"^(?:to|subject|sub|re|dear|sir|madam|date|dated|विषय|सेवा|दिनांक|महोदय|الموضوع|موضوع|السادة|"
    r"سعادة|التاريخ|تحية|السلام|بسم)\b"
)


def issuer_lines(cells: Sequence[Cell], sheet: Sheet) -> list[Cell]:
    """The lines of the issuer's cell: capitals of the left column above the number."""
    lines: list[Cell] = []
    for cell in map(_before_the_date, without_mottoes(cells[:24])):
        beside = sheet.placed and _is_beside(cell)
        if _ends_the_issuer(cell):
            if lines and not beside:
                break
            continue
        if beside:
            continue
        text = cell.text.strip(" *-–—_.,:'’`~|ˆ")
        if cell.text.rstrip().endswith((" -", " –")):
            text += " -"
        if letters.key(text) in _ACROSS or _ADDRESS.search(cell.folded):
            continue
        if len(letters.key(text)) < 2 or not letters.is_shouted(text) or _is_a_mark(text):
            continue
        if lines and sheet.placed and cell.top - lines[-1].top > 0.06:
            break
        lines.append(moved(cell, text))
    return lines[:MOST_LINES]


def _is_beside(cell: Cell) -> bool:
    box = cell.place.box
    return box is not None and ((box[0] + box[2]) / 2 > RIGHT_COLUMN or box[0] > 0.48)


def office_lines(cells: Sequence[Cell]) -> list[Cell]:
    """The lines that name the office of an English, Hindi or Arabic paper."""
    lines: list[Cell] = []
    torn = False
    for cell in cells[:14]:
        ends = _ENDS_ABROAD.match(cell.folded)
        if is_reference(cell) or ends:
            if lines and not (ends and ends[0] in ("date", "dated", "दिनांक", "التاريخ")):
                break
            continue
        text = cell.text.strip(" *-–—_.,:")
        if lines and _is_apart(cell, lines[-1]):
            continue
        if lines and lines[-1].folded.endswith((" of", " of the", " for", " and", " &")):
            lines[-1] = moved(lines[-1], f"{lines[-1].text} {text}")
        elif lines and torn and text[:1].islower():
            lines[-1] = moved(lines[-1], lines[-1].text + text)
        elif _OFFICES.search(letters.fold(text)) and len(text) < 90 and not text.endswith(";"):
            lines.append(moved(cell, text))
        torn = cell.text.rstrip().endswith(("-", "\u2010"))
    return sorted(lines[:3], key=lambda cell: cell.top)


def _is_apart(cell: Cell, column: Cell) -> bool:
    one, two = cell.place.box, column.place.box
    return bool(one and two and (one[0] > two[2] or one[2] < two[0]))


def _before_the_date(cell: Cell) -> Cell:
    """A line of the issuer's cell without the place and date that were merged into it."""
    if not vietnamese_date(cell.squeezed) or is_labelled(cell):
        return cell
    words = cell.text.split()
    shouted = 0
    while shouted < len(words) and letters.is_shouted(words[shouted]) and len(words[shouted]) > 1:
        shouted += 1
    name = " ".join(words[:shouted])
    return moved(cell, name) if begins_a_name(name) else cell


def _ends_the_issuer(cell: Cell) -> bool:
    bare_label = cell.squeezed == "so" and "ở" not in cell.text.lower()
    if is_labelled(cell) or bare_label or BARE.match(without_label(cell.text)):
        return True
    if vietnamese_date(cell.squeezed) or is_hollow_date(cell.squeezed):
        return True
    return cell.squeezed in {word.key for word in type_words()} or cell.folded.startswith("v/v")


def _is_a_mark(text: str) -> bool:
    return letters.key(text) in {word.key for word in mark_words()}


def names_of_issuer(lines: Sequence[Cell]) -> list[str]:
    """The names in the issuer's cell, parent first: lines that go on with a name are joined."""
    names: list[str] = []
    for line in lines:
        previous = letters.key(names[-1]) if names else ""
        if names and (
            names[-1].endswith("-")
            or not begins_a_name(line.text)
            or _goes_on(previous, line.squeezed)
            or (len(names) > 1 and line.squeezed.startswith("chinhanhkhuvuc"))
            or _is_one_word(names[-1], line.text)
        ):
            names[-1] = f"{names[-1]} {line.text}"
        else:
            names.append(line.text)
    return names


def _goes_on(previous: str, squeezed: str) -> bool:
    """Whether a line that begins like a name is still part of the one above."""
    if previous.endswith(("va", "cua", "thuoc", "truc", "ve", "cac", "duan", "congtrinh")):
        return True
    if squeezed.startswith(("phongthu", "phongchong", "phongchay")):
        return True
    return previous in ("uyban", "bantochuc", "dangbo", "bantuyengiao") and not squeezed.startswith(
        "vanphong"
    )


def _is_one_word(above: str, below: str) -> bool:
    """Whether a word of two syllables was parted by the end of the line: `MÔI` and `TRƯỜNG`."""
    last, first = letters.fold(above).split()[-1:], letters.fold(below).split()[:1]
    return bool(last and first) and f"{last[0]} {first[0]}" in _PAIRS
