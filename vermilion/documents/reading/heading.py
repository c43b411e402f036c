"""The head of a paper: motto, issuer, number and notation, place and date."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from vermilion.documents.reading import letters
from vermilion.documents.reading.dates import is_hollow_date, other_date, vietnamese_date
from vermilion.documents.reading.paper import Cell, Guess, Place, Sheet, moved
from vermilion.documents.reading.words import (
    MOTTOES,
    PARTY_TITLE,
    STATE_MOTTO,
    STATE_TITLE,
    begins_a_name,
    mark_words,
    type_words,
)

DEEP = 45
"""Cells of the first page among which the head is looked for."""

_LAW = r"(?:luat|bo luat|phap lenh|nghi quyet|nghi dinh|lenh|thong tu|quyet dinh|chi thi)"
_LABELLED = re.compile(
    rf"(?:^|[^a-z0-9])(?:{_LAW} )?(s[o06ó]|so ky hieu|no|ref no|ref|our ref)"
    r"(?: ?[:.;] ?| )+(?=[0-9.…_o/ -])"
)
_OTHER_LABELS = re.compile(
    r"(?:f\. ?no\.?|no\.?|ref(?:erence)?(?: no)?\.?|our ref\.?|संख्या|सं\.?|पत्रांक|फा\. ?सं\.?|"
    r"फाइल सं\.?|"
    r"رقم(?: الكتاب)?|الرقم|العدد|المرجع|الاشارة|الإشارة|إشارة)(?: ?[:：.] ?| )"
)
_NUMBER = re.compile(r"^[ .…_]*([0-9oOlI]{1,6}[a-zđ]{0,2})? ?([/-]) ?(?=[0-9A-Za-zĐđ])")
_BARE = re.compile(r"^([0-9]{1,6}[a-zđ]{0,2}) ?[/-] ?[A-ZĐ0-9]")
_LONE_NUMBER = re.compile(r"^[0-9]{1,5}[a-zđ]?$")
_TOKEN = re.compile(r"[^\W_](?:[\w&.+()]|[-/])*")
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
    for cell in cells:
        rest = cell
        for motto in MOTTOES:
            found = letters.found_about(motto, rest.squeezed, slips=max(2, len(motto) // 9))
            if found:
                rest = _without(rest, *found)
        if rest.squeezed or rest is cell:
            yield rest


def _without(cell: Cell, start: int, end: int) -> Cell:
    """The cell without the letters that stand between two places of its squeezed text."""
    places = letters.squeeze(cell.folded)[1]
    left = cell.text[: places[start]] if start else ""
    right = cell.text[places[end - 1] + 1 :] if end else ""
    return moved(cell, f"{left} {right}".strip(" -–—_*.:"))


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
    if best and best.certainty >= 0.6:
        return best
    return _torn_date(page) or best or _date_in_figures(cells)


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
        together = "".join(each.squeezed for each in page[index : index + 7])
        found = vietnamese_date(together[:160])
        if found and found[1] <= len(cell.squeezed):
            return Guess(found[0], 0.75, cell.place)
        if is_hollow_date(cell.squeezed):
            return _filled_date(cell, page)
    return None


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
    for cell in cells:
        made = other_date(cell.folded)
        if made:
            labelled = re.search(r"ngay|date|dated|दिनांक|تاريخ", cell.folded)
            return Guess(made, 0.85 if labelled else 0.7, cell.place)
    return None


def symbol_guess(cells: Sequence[Cell], page: Sequence[Cell]) -> Guess[str] | None:
    """Number and notation, after `Số` as a rule; joined where the text layer tore them apart."""
    torn: Guess[str] | None = None
    for index, cell in enumerate(cells):
        found = _LABELLED.search(cell.folded + " ")
        if not found and cell.squeezed not in ("so", "s0", "s6"):
            continue
        start, rest = (found.start(), cell.text[found.end() :]) if found else (0, "")
        whole = _whole_symbol(rest)
        if whole:
            return Guess(whole, 0.97 if start <= 25 else 0.85, cell.place)
        torn = torn or _torn_symbol(rest, cells, index, page)
    return torn or _bare_symbol(cells) or _foreign_symbol(cells)


def _whole_symbol(rest: str) -> str:
    """The symbol with which the text begins; empty unless number and notation are both there."""
    found = _NUMBER.match(rest)
    if not found or not found[1]:
        return ""
    notation = _notation(rest[found.end() :])
    return f"{_mended(found[1])}{found[2]}{notation}" if notation else ""


def _mended(number: str) -> str:
    """A number whose figures were taken for letters."""
    head = number.rstrip("abcdđeghk")
    return head.translate(str.maketrans("oOlI", "0011")) + number[len(head) :]


def _notation(text: str) -> str:
    """The notation with which the text begins; blanks are allowed only at hyphens and slashes."""
    joined = re.sub(r" ?([/-]) ?(?=[\w(])", r"\1", text[:120]).replace("–", "-")
    tokens = joined.split(" ")
    notation = tokens[0]
    # Letters torn apart: `Q Đ-UBND`, `B N V`.
    for token in tokens[1:]:
        if len(notation.rpartition("-")[2]) <= 1 and re.match(r"^[A-ZĐ]{1,2}(?:[-/]|$)", token):
            notation += token
        else:
            break
    found = _TOKEN.match(notation)
    return found[0].rstrip(".-/(") if found else ""


def _torn_symbol(
    rest: str, cells: Sequence[Cell], index: int, page: Sequence[Cell]
) -> Guess[str] | None:
    """`Số:` here, `15` and `/QĐ-BNV` below or beside; or the number filled in far away."""
    following = [each.text for each in cells[index + 1 : index + 4]]
    tried = rest
    for text in following:
        if vietnamese_date(letters.key(text)):
            continue
        tried = (
            f"{tried}{text}"
            if tried.endswith(("/", "-")) or text[:1] in "/-"
            else f"{tried} {text}"
        )
        whole = _whole_symbol(tried.lstrip())
        if whole:
            return Guess(whole, 0.85, cells[index].place)
    half = rest.lstrip() or "".join(following[:1])
    hollow = re.match(r"^[ .…_]*([/-]) ?(?=[A-ZĐ0-9])", half)
    if not hollow:
        return None
    notation = _notation(half[hollow.end() :])
    filled = _filled_number(cells[index].place, index, page)
    return Guess(f"{filled}{hollow[1]}{notation}", 0.6 if filled else 0.3, cells[index].place)


def _filled_number(beside: Place, index: int, page: Sequence[Cell]) -> str:
    """The lone number nearest to a hollow one."""
    lone = [
        (abs(place - index), cell)
        for place, cell in enumerate(page)
        if _LONE_NUMBER.match(cell.text)
        and not (cell.place.box and beside.box and abs(cell.top - beside.box[1]) > 0.03)
    ]
    return min(lone, key=lambda each: each[0])[1].text if lone else ""


def _bare_symbol(cells: Sequence[Cell]) -> Guess[str] | None:
    """A number and notation that stand without `Số`."""
    known = {short for word in type_words() for short in word.abbreviations}
    for cell in cells[:25]:
        if _BARE.match(cell.text) and vietnamese_date(cell.squeezed) is None:
            whole = _whole_symbol(cell.text)
            parts = re.split(r"[/-]", whole)
            if whole and len(whole) == len(cell.text.replace(" ", "")) and known & set(parts):
                return Guess(whole, 0.7, cell.place)
    return None


def _foreign_symbol(cells: Sequence[Cell]) -> Guess[str] | None:
    """The reference of an English, Hindi or Arabic paper."""
    for cell in cells[:25]:
        found = _OTHER_LABELS.search(cell.text.lower())
        if not found or found.start() > 12:
            continue
        rest = re.split(r"(?i)\s{2,}|\bdated?\b|दिनांक|التاريخ|بتاريخ|,", cell.text[found.end() :])[
            0
        ]
        value = rest.strip(" :،")
        value = value.rstrip(".") if value.count(".") == 1 else value
        if any(sign.isdigit() for sign in value) and len(value) <= 60:
            return Guess(value, 0.8, cell.place)
    return None


def issuer_lines(cells: Sequence[Cell], sheet: Sheet) -> list[Cell]:
    """The lines of the issuer's cell: capitals of the left column above the number."""
    lines: list[Cell] = []
    for cell in map(_before_the_date, without_mottoes(cells[:20])):
        if _ends_the_issuer(cell):
            if lines:
                break
            continue
        if sheet.placed and cell.middle is not None and cell.middle > 0.6:
            continue
        text = cell.text.strip(" *-–—_.")
        if len(letters.key(text)) < 2 or not letters.is_shouted(text) or _is_a_mark(text):
            continue
        lines.append(moved(cell, text))
    return lines[:6]


def _before_the_date(cell: Cell) -> Cell:
    """A line of the issuer's cell without the place and date that were merged into it."""
    if not vietnamese_date(cell.squeezed) or _LABELLED.search(cell.folded + " "):
        return cell
    words = cell.text.split()
    shouted = 0
    while shouted < len(words) and letters.is_shouted(words[shouted]) and len(words[shouted]) > 1:
        shouted += 1
    name = " ".join(words[:shouted])
    return moved(cell, name) if begins_a_name(name) else cell


def _ends_the_issuer(cell: Cell) -> bool:
    if _LABELLED.search(cell.folded + " ") or cell.squeezed == "so" or _BARE.match(cell.text):
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
        if names and (not begins_a_name(line.text) or _goes_on(previous, line.squeezed)):
            names[-1] = f"{names[-1]} {line.text}"
        else:
            names.append(line.text)
    return names


def _goes_on(previous: str, squeezed: str) -> bool:
    """Whether a line that begins like a name is still part of the one above."""
    if previous.endswith(("va", "cua", "thuoc", "truc", "ve", "cac")):
        return True
    return previous in ("uyban", "bantochuc", "dangbo") and not squeezed.startswith("vanphong")
