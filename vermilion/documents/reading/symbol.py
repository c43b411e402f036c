"""Number and notation of a paper, wherever the text layer has put them."""

import re
from collections.abc import Sequence

from vermilion.documents.reading import letters
from vermilion.documents.reading.dates import vietnamese_date
from vermilion.documents.reading.paper import Cell, Guess, Place
from vermilion.documents.reading.words import type_words

_LAW = r"(?:luat|bo luat|phap lenh|nghi quyet|nghi dinh|lenh|thong tu|quyet dinh|chi thi)"
LABELLED = re.compile(
    rf"(?:^|[^a-z0-9])(?:{_LAW} )?([s5$§][o06ó]|s[o06]c|so[,/]? ?ky hieu|no|ref no|ref|our ref)"
    r"(?: ?[:.;,] ?| )+(?=[0-9.…_oil|/ -])"
)
_OTHER_LABELS = re.compile(
    r"(?:f\. ?no\.?|file no\.?|no\.?|letter no\.?|(?:our )?ref(?:erence)?\.?(?: ?no)?\.?|"
    r"संख्या|सं\.?|पत्रांक|पत्र संख्या|फा\. ?सं\.?|फाइल सं(?:ख्या)?\.?|क्रमांक|"
    r"رقم(?: الكتاب)?|الرقم|العدد|المرجع|الاشارة|الإشارة|إشارة|رقم الصادر)(?: ?[:：.] ?| )"
)
_NUMBER = re.compile(r"^[ .…_:]*([0-9oOlI|](?: ?[0-9oOlI|]){0,5}[a-zđ]{0,2})? ?([/-]) ?(?=[^\W_])")
BARE = re.compile(r"^([0-9]{1,6}[a-zđ]{0,2}) ?[/-] ?[A-ZĐƯƠÔĂÂÊ0-9]")
_MISREAD_LABEL = re.compile(r"^\W{0,2}(?:[^\s:]{1,4} ?[:;.] ?|[^\W\d_]{1,3} ?)(?=[0-9])")
_LONE_NUMBER = re.compile(r"^[0-9]{1,5}[a-zđ]?$")
_TOKEN = re.compile(r"[^\W_](?:[\w&.+()]|[-/])*")
_HOLLOW = re.compile(r"^[ .…_]*([/-]) ?(?=[A-ZĐƯƠÔĂÂÊ0-9])")


def halves(symbol: str) -> tuple[str, str]:
    """Number and notation: `15` and `QĐ-BNV`, `09` and `2026/QĐ-UBND`, `36` and `HD/VPTW`."""
    found = re.match(r"([^/-]*?)([/-])(.+)$", symbol)
    return (found[1].strip(), found[3].strip()) if found else (symbol, "")


def without_label(text: str) -> str:
    """The line without a short label before its figures, however that was read: `$6:`, `S50:`."""
    return _MISREAD_LABEL.sub("", text)


def is_labelled(cell: Cell) -> bool:
    """Whether a line is the one of the number: `Số 7` at the end of a name is not."""
    found = LABELLED.search(cell.folded + " ")
    return found is not None and (found.start() <= 2 or bool(_whole(cell.text[found.end() :])))


def is_reference(cell: Cell) -> bool:
    """Whether a line begins with the label of an English, Hindi or Arabic reference."""
    found = _OTHER_LABELS.match(cell.text.lower())
    return found is not None and any(sign.isdigit() for sign in cell.text[found.end() :])


def symbol_guess(
    cells: Sequence[Cell], page: Sequence[Cell], *, abroad: bool = False
) -> Guess[str] | None:
    """Number and notation, after `Số` as a rule; joined where the text layer tore them apart."""
    torn: Guess[str] | None = None
    if abroad and (foreign := _foreign_symbol(cells)):
        return foreign
    for index, cell in enumerate(cells):
        found = LABELLED.search(cell.folded + " ")
        if not found and cell.squeezed not in ("so", "s0", "s6"):
            continue
        start, rest = (found.start(), cell.text[found.end() :]) if found else (0, "")
        if rest.rstrip().endswith(("-", "/")):
            rest = rest.rstrip() + _below(cell, cells[index + 1 : index + 4], cell)
        whole = _whole(rest) or _whole(_parted(rest))
        if whole and not _is_no_notation(whole) and not _is_within_a_sentence(cell, start):
            return Guess(whole, _certainty(whole, start), cell.place)
        if start <= 25:
            torn = torn or _torn_symbol(rest, cells, index, page)
    return torn or _bare_symbol(cells) or _foreign_symbol(cells)


def _is_within_a_sentence(cell: Cell, start: int) -> bool:
    """Whether the number is that of another paper, which the text speaks of."""
    before = cell.text[:start].strip(" (,")
    return len(before) > 3 and any(sign.islower() for sign in before[-12:])


def _parted(rest: str) -> str:
    """`55GM-SNV` with the stroke that a scan has lost, where a type begins behind the number."""
    found = re.match(r"^([0-9]{1,5}) ?([A-ZĐ][A-ZĐa-z]{0,3})-(?=[A-ZĐ])", rest)
    known = {letters.fold(short) for word in type_words() for short in word.abbreviations}
    if not found or letters.fold(found[2]) not in known:
        return ""
    return f"{found[1]}/{rest[found.start(2) :]}"


def _first_below(cell: Cell, following: Sequence[Cell]) -> str:
    """The first word of the line right below: a reference too long for its column goes on there."""
    one = cell.place.box
    for each in following:
        two = each.place.box
        if one and two and (two[0] > one[2] or two[2] < one[0] or not 0 < two[1] - one[1] < 0.04):
            continue
        first = each.text.split(" ")[0]
        return first if any(sign.isdigit() for sign in first) else ""
    return ""


def _below(cell: Cell, following: Sequence[Cell], label: Cell) -> str:
    """The first word of the line below, where the end of a narrow column has broken a notation."""
    left = label.place.box
    for each in following:
        one, two = cell.place.box, each.place.box
        if one and left:
            one = (min(one[0], left[0]), one[1], one[2], one[3])
        if one and two and (two[1] < one[3] - 0.004 or two[0] > one[2] or two[2] < one[0]):
            continue
        first = each.text.split(" ")[0]
        return first if letters.is_shouted(first) else ""
    return ""


def _certainty(symbol: str, start: int) -> float:
    sound = re.fullmatch(r"[0-9]{1,6}[a-zđ]{0,2}[/-][\wĐđ./&+()-]*[^\W\d_][\w./&+()-]*", symbol)
    return 0.97 if sound and start <= 25 else 0.8


def _is_no_notation(symbol: str) -> bool:
    """A date, or a number of pages, is none."""
    return not any(sign.isalpha() for sign in symbol.partition("/")[2] or symbol.partition("-")[2])


def _whole(rest: str) -> str:
    """The symbol with which the text begins; empty unless number and notation are both there."""
    found = _NUMBER.match(rest)
    if not found or not found[1]:
        return ""
    notation = _notation(rest[found.end() :])
    return f"{_mended(found[1])}{found[2]}{notation}" if notation else ""


def _mended(number: str) -> str:
    """A number whose figures were taken for letters."""
    number = number.replace(" ", "")
    head = number.rstrip("abcdđeghk")
    return head.translate(str.maketrans("oOlI|", "00111")) + number[len(head) :]


def _notation(text: str) -> str:
    """The notation with which the text begins; blanks are allowed only at hyphens and slashes."""
    joined = re.sub(r" ?([/-]) ?(?=[\w(])", r"\1", text[:120].replace("–", "-"))
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
    here = cells[index]
    near = [
        each
        for each in cells[index + 1 : index + 4]
        if not (here.place.box and each.place.box and each.top - here.top > 0.025)
        and (len(each.text) < 30 or each.text[:1] in "/-0123456789")
    ]
    following = [each.text for each in near]
    tried = rest
    for each in near:
        text = each.text
        if vietnamese_date(each.squeezed):
            continue
        if text.rstrip().endswith(("-", "/")):
            text = text.rstrip() + _below(each, cells[index + 1 : index + 5], here)
        joins = tried.endswith(("/", "-")) or text[:1] in "/-"
        tried = f"{tried}{text}" if joins else f"{tried} {text}"
        whole = _whole(tried.lstrip())
        if whole and not _is_no_notation(whole):
            return Guess(whole, 0.85, here.place)
    half = next((each.lstrip() for each in (rest, *following) if _HOLLOW.match(each.lstrip())), "")
    hollow = _HOLLOW.match(half)
    if not hollow:
        return None
    notation = _notation(half[hollow.end() :])
    filled = _filled_number(here.place, index, page)
    return Guess(f"{filled}{hollow[1]}{notation}", 0.6 if filled else 0.3, here.place)


def _filled_number(beside: Place, index: int, page: Sequence[Cell]) -> str:
    """The lone number nearest to a hollow one."""
    lone = [
        (abs(place - index), cell)
        for place, cell in enumerate(page)
        if _LONE_NUMBER.match(cell.text)
        and not (
            cell.place.box
            and beside.box
            and (abs(cell.top - beside.box[1]) > 0.025 or cell.place.box[0] > 0.5)
        )
    ]
    return min(lone, key=lambda each: each[0])[1].text if lone else ""


def _bare_symbol(cells: Sequence[Cell]) -> Guess[str] | None:
    """A number and notation that stand without `Số`, or behind a label that was misread."""
    known = {short for word in type_words() for short in word.abbreviations}
    for cell in cells[:25]:
        text = without_label(cell.text)
        if BARE.match(text) and vietnamese_date(cell.squeezed) is None:
            whole = _whole(text)
            parts = re.split(r"[/-]", whole)
            alone = len(whole) >= len(text.replace(" ", "")) - 2
            if whole and alone and (known & set(parts) or re.search("[A-ZĐ]{3}", whole)):
                return Guess(whole, 0.7, cell.place)
    return None


def _foreign_symbol(cells: Sequence[Cell]) -> Guess[str] | None:
    """The reference of an English, Hindi or Arabic paper."""
    for index, cell in enumerate(cells[:25]):
        found = _OTHER_LABELS.search(cell.text.lower() + " ")
        if not found or found.start() > 12:
            continue
        said = cell.text[found.end() :]
        if not said.strip() or said.rstrip().endswith(("-", "/")):
            said = said.rstrip() + _first_below(cell, cells[index + 1 : index + 5])
        rest = re.split(r"(?i)\s{2,}|\bdated?\b|दिनांक|التاريخ|بتاريخ|,", said)[0]
        value = rest.strip(" :،")
        value = value.rstrip(".") if value.count(".") == 1 else value
        if any(sign.isdigit() for sign in value) and len(value) <= 60:
            return Guess(re.sub(r" (?=[./()-])|(?<=[./(-]) ", "", value), 0.8, cell.place)
    return None
