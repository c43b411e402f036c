"""The head of a paper: where it is looked for, its mottoes, its place and date."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from vermilion.documents.reading import letters
from vermilion.documents.reading.dates import is_hollow_date, other_date, vietnamese_date
from vermilion.documents.reading.paper import Cell, Guess, Sheet, moved
from vermilion.documents.reading.words import MOTTOES, PARTY_TITLE, STATE_MOTTO, STATE_TITLE

DEEP = 45
"""Cells of the first page among which the head is looked for."""

_NO_DATE = re.compile(
    r"^ *(?:subject|sub|re|ref|no|f|file|विषय|सं|फा|संख्या|पत्रांक|الموضوع|رقم|الرقم)(?![^\W\d_])"
)
_TORN = re.compile(r"thang|nam[12][0-9]{3}|[a-z]{2,30}ngay")
"""Pieces of a place-and-date line whose figures nobody has filled in."""

_BEFORE_DAY = re.compile(r"(?:, ?(?:hoi|luc) [0-9][^,]{2,18})?,? ?n[gq]a[yv]\b")
_WORDS_JOINED = re.compile(r"(?<=[a-zà-ỹ])(?=[A-ZĐ])")
"""Where a blank got lost: no Vietnamese name has a capital within a word."""

_KINDS_OF_PLACES = ("phố", "xã", "khu", "trấn")
_PLACE_NAME = re.compile(r"([A-ZĐÀ-Ỹ][\w.\-']*(?: [A-ZĐÀ-Ỹ][\w.\-']*){0,5}),? *$")


def heading(sheet: Sheet) -> tuple[Cell, ...]:
    """The cells in which the head of the paper is looked for."""
    return sheet.cells[:DEEP]


def family_of(cells: Sequence[Cell]) -> str:
    """`state` or `party`, after the title that heads the paper; empty for neither."""
    for cell in cells[:20]:
        if letters.found_about(STATE_TITLE, cell.squeezed, slips=4):
            return "state"
        if letters.found_about(STATE_MOTTO, cell.squeezed, slips=3):
            return "state"
        if letters.found_about(PARTY_TITLE, cell.squeezed, slips=3):
            return "party"
    return ""


def without_mottoes(cells: Sequence[Cell]) -> Iterator[Cell]:
    """The cells with national title, motto and Party title cut out of them."""
    awaited = ""
    for cell in cells:
        if awaited and cell.squeezed == awaited and (cell.middle or 1.0) > 0.5:
            awaited = ""
            continue
        rest, left = _without_begun_title(cell)
        awaited = left or awaited
        for motto in MOTTOES:
            found = letters.found_about(motto, rest.squeezed, slips=max(2, len(motto) // 9))
            if found:
                rest = _without(rest, *found)
        if rest.squeezed or rest is cell:
            yield rest


def _without_begun_title(cell: Cell) -> tuple[Cell, str]:
    """The cell without a national title that the next line goes on with, and what is awaited."""
    for motto in (STATE_TITLE, PARTY_TITLE):
        if motto in cell.squeezed:
            continue
        at = cell.squeezed.find(motto[:12])
        begun = cell.squeezed[at:] if at >= 0 else ""
        if begun and motto.startswith(begun):
            return _without(cell, at, len(cell.squeezed)), motto[len(begun) :]
    return cell, ""


def _without(cell: Cell, start: int, end: int) -> Cell:
    """The cell without the letters that stand between two places of its squeezed text."""
    places = letters.squeeze(cell.folded)[1]
    left = cell.text[: places[start]] if start else ""
    right = cell.text[places[end - 1] + 1 :] if end else ""
    left, right = left.lstrip(" -–—_*.:").rstrip(" _*.:"), right.strip(" -–—_*.:")
    return moved(cell, f"{left} {right}".strip())


def date_guess(cells: Sequence[Cell], page: Sequence[Cell]) -> Guess[date] | None:
    """The date of the place-and-date line, wherever on the first page the text layer has put it."""
    best: Guess[date] | None = None
    for index, cell in enumerate(page):
        found = vietnamese_date(cell.squeezed)
        if found:
            made, start, end = found
            certainty = _certainty_of_date(cell, index, start, end)
            if best is None or certainty > best.certainty:
                best = Guess(made, certainty, cell.place)
    hollow = next((cell for cell in page[:25] if is_hollow_date(cell.squeezed)), None)
    if hollow and (best is None or best.certainty < 0.9):
        # What the text speaks of is not the day that nobody has filled in yet.
        return _torn_date(page[: page.index(hollow) + 7])
    if best and best.certainty >= 0.6:
        return best
    torn = _torn_date(page)
    if torn or best or any(_TORN.fullmatch(cell.squeezed) for cell in page[:25]):
        return torn or best
    return _date_in_figures(cells)


def _certainty_of_date(cell: Cell, index: int, start: int, end: int) -> float:
    places = letters.squeeze(cell.folded)[1]
    before = cell.text[: places[start]].strip() if start else ""
    is_last = len(cell.squeezed) - end <= 1
    has_place = (
        bool(_PLACE_NAME.search(before)) and cell.text[places[start] - 1 : places[start]] in " ,"
    )
    certainty = 0.5 + 0.2 * (index < 25) + 0.15 * is_last + 0.13 * (has_place and is_last)
    if (before and before[0].islower()) or len(before.split()) > 14:
        certainty -= 0.45
    if re.match(r"(can cu|theo|tra loi|phuc dap|thuc hien|-)", cell.folded):
        certainty -= 0.4
    return max(0.1, min(certainty, 0.98))


def _torn_date(page: Sequence[Cell]) -> Guess[date] | None:
    """A date whose line was torn in pieces, or whose numbers were filled in elsewhere."""
    for index, cell in enumerate(page):
        if not re.search(r"n[gq]a[yv]|thang|nam", cell.squeezed):
            continue
        below = _in_column(cell, page[index + 1 : index + 7])
        together = "".join(each.squeezed for each in (cell, *page[index + 1 : index + 7]))
        found = vietnamese_date(cell.squeezed + below) or vietnamese_date(together[:160])
        if found and found[1] <= len(cell.squeezed):
            return Guess(found[0], 0.75, cell.place)
        if is_hollow_date(cell.squeezed):
            return _filled_date(cell, page)
    return None


def _in_column(cell: Cell, following: Sequence[Cell]) -> str:
    """What stands in the line below, in the same column."""
    one = cell.place.box
    if one is None:
        return ""
    for each in following:
        two = each.place.box
        if two and two[0] < one[2] and two[2] > one[0] and 0.004 < two[1] - one[1] < 0.035:
            return each.squeezed
    return ""


def _filled_date(hollow: Cell, page: Sequence[Cell]) -> Guess[date] | None:
    year = re.search(r"nam([12][0-9]{3})", hollow.squeezed)
    numbers = [
        cell.squeezed for cell in page if re.fullmatch(r"[0-9]{1,2}|20[0-9]{2}", cell.squeezed)
    ]
    month = re.search(r"thang([0-9]{1,2})nam", hollow.squeezed)
    years = [year[1]] if year else [each for each in numbers if len(each) == 4]
    short = [each for each in numbers if len(each) <= 2]
    wanted = [*short[:1], month[1]] if month else short[:2]
    if not years or len(wanted) < 2:
        return None
    try:
        return Guess(date(int(years[0]), int(wanted[1]), int(wanted[0])), 0.5, hollow.place)
    except ValueError:
        return None


def _date_in_figures(cells: Sequence[Cell]) -> Guess[date] | None:
    best: Guess[date] | None = None
    for cell in cells:
        labelled = re.search(r"ngay|\bdated?\b|दिनांक|تاريخ", cell.folded)
        if _NO_DATE.match(cell.folded) and not labelled:
            continue
        made = other_date(cell.folded[labelled.start() :] if labelled else cell.folded)
        if made:
            alone = 0.1 if len(cell.squeezed) < 24 else 0.0
            at_start = labelled is not None and len(cell.folded[: labelled.start()]) < 4
            certainty = (0.85 if at_start else 0.45 if labelled else 0.65) + alone
            if best is None or certainty > best.certainty:
                best = Guess(made, certainty, cell.place)
    return best


def place_guess(page: Sequence[Cell], dated_on: Guess[date] | None) -> Guess[str] | None:
    """The place before the date on its line."""
    if dated_on is None or dated_on.place is None:
        there = [each for each in page[:DEEP] if is_hollow_date(each.squeezed)]
    else:
        there = [each for each in page if each.place == dated_on.place]
    cell = next((each for each in there if re.search(r"n[gq]a[yv]", each.squeezed)), None)
    if cell is None:
        return None
    at = _BEFORE_DAY.search(cell.folded)
    named = _WORDS_JOINED.sub(" ", place_at_the_end(cell.text[: at.start()])) if at else ""
    if not named:
        return None
    certainty = min(dated_on.certainty, 0.95) if dated_on else 0.7
    return Guess(named, certainty, cell.place)


def place_at_the_end(text: str) -> str:
    """The name of a place with which the text ends: its words begin with capitals."""
    words = text.strip(" ,.ˆ'`~|").split(" ")
    start = len(words)
    while start and len(words) - start < 6:
        word = words[start - 1]
        kind = word.lower() in _KINDS_OF_PLACES and start > 1 and words[start - 2][:1].isupper()
        if not (word[:1].isupper() or kind):
            break
        start -= 1
    return " ".join(words[start:])[:100].strip(" .,")
