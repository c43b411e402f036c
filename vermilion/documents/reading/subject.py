"""What a paper is about: its type, its abstract, whom it addresses, which paper it answers."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from vermilion.documents.reading import letters
from vermilion.documents.reading.addressed import ITEM, is_addressed
from vermilion.documents.reading.dates import is_bare_date, is_hollow_date, vietnamese_date
from vermilion.documents.reading.heading import place_at_the_end
from vermilion.documents.reading.lists import listed
from vermilion.documents.reading.marks import marks
from vermilion.documents.reading.paper import Cell, Guess, Sheet, moved
from vermilion.documents.reading.words import OPENINGS, TypeWord, type_words

MOST_ABSTRACT_LINES = 9
MOST_ABSTRACT = 500

_ABOUT = re.compile(r"(?:^|[ (])v ?[/.,|] ?v ?[:.]? ?|(?:^|\()(?:ve viec|v/v:?) ")
_SUBJECT = re.compile(r"^ *(?:subject|sub|re|विषय|الموضوع|موضوع|بشأن) ?[:：\-.] ?", re.I)
_ANEW = re.compile(
    r"^(?:sir|dear|excellency|your excellency|madam|to|"
    r"the undersigned|महोदय|सेवा|संदर्भ|السيد|السادة|تحية|السلام|سعادة|kinh|"
    r"no[.:]|ref|dated?|from|दिनांक|दिनाँक|तारीख|التاريخ|تاريخ|التوقيع|الى)(?![^\W\d_])"
)
_ENUMERATED = re.compile(
    r"^(?:[ivx]{1,4}|[a-d]|[0-9]{1,2}) ?[.)/-] ?\S|^dieu [0-9]|^(?:chuong|phan) [ivx0-9]+\b"
)
_AUTHORITY = re.compile(
    r"^(?:(?:quyen |pho )?(?:chu tich|bo truong|giam doc|tong giam doc|thu tuong|tong bi thu|"
    r"cuc truong|vu truong|"
    r"chanh van phong|chanh an|vien truong|hieu truong|truong ban|tong kiem toan|bi thu|"
    r"thu truong|tong cuc truong|"
    r"chi cuc truong|thong doc|uy ban|hoi dong|ban thuong vu|ban chap hanh|bo chinh tri|"
    r"ban bi thu|quoc hoi|"
    r"chinh phu|dai hoi|thuong truc|ban|bo|so)\b)"
)
_DATED = re.compile(r", ngay (?:[0-9]{1,2} )?thang (?:[0-9]{1,2} )?nam(?: [0-9]{4})?$")
_TITLES_ABROAD = frozenset(map(letters.key, listed("titles of letters abroad")))
_HANGING = frozenset(
    (
        "va",
        "ve",
        "cua",
        "cac",
        "tai",
        "trong",
        "cho",
        "theo",
        "voi",
        "tu",
        "den",
        "viec",
        "nam",
        "so",
    )
)
_BEFORE_FIGURES = frozenset(
    ("nam", "so", "thu", "thang", "quy", "lan", "dot", "khoa", "ngay", "giai", "doan", "an")
)
_INVITES = re.compile(
    r"trantrong(?:kinhmoi|gioithieu|baocao|denghi|thongbao)|kinhmoi:?(?:ong|ba|dong)"
)
_OF_SEVERAL = ("lientich", "phoihop", "liennganh", "phoihoplienganh")


def type_cell(cells: Sequence[Cell]) -> tuple[int, TypeWord] | None:
    """The line that names the type, standing alone in capitals; its place among the cells."""
    small = _type_in_small_letters(cells)
    for index, cell in enumerate(cells):
        if small and small[0] < index:
            return small
        if not letters.is_shouted(cell.text) or cell.text.rstrip().endswith(":"):
            continue
        for word in type_words():
            if _is_title(cell.squeezed, word):
                return index, word
    for index, cell in enumerate(cells):
        for word in type_words():
            if _begins_with_type(cell, word):
                return index, word
    return _type_in_small_letters(cells)


def _type_in_small_letters(cells: Sequence[Cell]) -> tuple[int, TypeWord] | None:
    """A title whose capitals are a matter of style alone: the text layer has small letters."""
    for index, cell in enumerate(cells[:30]):
        if cell.text[:1].isupper() and not cell.text.rstrip().endswith((":", ".", ";", ",")):
            for word in type_words():
                if cell.squeezed == word.key and len(word.key) > 5:
                    return index, word
        if is_addressed(cell) or cell.squeezed.startswith("cancu"):
            break
    return None


def _is_title(squeezed: str, word: TypeWord) -> bool:
    """`KẾ HOẠCH`, or `KẾ HOẠCH LIÊN TỊCH`."""
    return bool(word.key) and (
        squeezed == word.key
        or (squeezed.startswith(word.key) and squeezed[len(word.key) :] in _OF_SEVERAL)
    )


def _begins_with_type(cell: Cell, word: TypeWord) -> bool:
    """`QUYẾT ĐỊNH Về việc …`: type and abstract run together on one line."""
    if not cell.squeezed.startswith(word.key + "ve") and not (
        cell.squeezed.startswith(word.key + "so") and word.family == "legal"
    ):
        return False
    return letters.is_shouted(cell.text[: len(word.name)])


def type_guess(
    cells: Sequence[Cell], *, family: str, symbol: str, has_about: bool
) -> Guess[str] | None:
    """The type by its title line, by the notation, or for want of both by the letter's form."""
    titled = type_cell(cells)
    short = _abbreviation(symbol)
    legal = bool(re.match(r"^[0-9]{1,5}[a-zđ]?/[12][0-9]{3}/", symbol))
    families = ("legal",) if legal else (family,) if family else ("state", "party")
    if titled:
        index, word = titled
        code = _code(lambda each: each.key == word.key, families)
        certainty = 0.95 if short in word.abbreviations else 0.85
        return Guess(code or word.code, certainty, cells[index].place)
    if short:
        code = _code(lambda each: short in each.abbreviations, families)
        if code:
            return Guess(code, 0.8, None)
    if has_about:
        return Guess("party-letter" if family == "party" else "state-letter", 0.85, None)
    return None


def _code(fits: "object", families: Sequence[str]) -> str:
    assert callable(fits)  # noqa: S101 - the two callers are above
    preferred = [*families, "state", "legal", "party", "copy"]
    found = [word for word in type_words() if fits(word)]
    found.sort(key=lambda word: preferred.index(word.family))
    return found[0].code if found and found[0].family in families else ""


def _abbreviation(symbol: str) -> str:
    """The part of a notation that names the type: QĐ in 15/QĐ-BNV, HD in 36-HD/VPTW."""
    parts = re.split(r"[/-]", symbol)
    known = {each for word in type_words() for each in word.abbreviations}
    place = 2 if len(parts) > 2 and re.fullmatch("[12][0-9]{3}", parts[1]) else 1
    return next((part for part in parts[place : place + 1] if part in known), "")


def about_cell(cells: Sequence[Cell]) -> tuple[int, int] | None:
    """Where an official letter says what it is about (`V/v …`): cell, and where its text begins."""
    for index, cell in enumerate(cells):
        found = _ABOUT.search(cell.folded)
        if found and (
            found.start() == 0 or letters.fold(cell.text[: found.start()])[-12:] is not None
        ):
            if found.group().strip().startswith("ve viec") and found.start() > 0:
                continue
            return index, found.end()
        if is_addressed(cell):
            break
    return None


def abstract_guess(cells: Sequence[Cell], sheet: Sheet) -> Guess[str] | None:
    """The abstract: after `V/v` of a letter, below the title of a named paper, after `Subject`."""
    titled = type_cell(cells)
    about = about_cell(cells)
    if titled and (about is None or titled[0] <= about[0]):
        return _below_title(cells, *titled, sheet=sheet)
    if about:
        return _of_letter(cells, *about, sheet=sheet)
    return _after_subject(cells) or _below_a_title_abroad(cells)


def _of_letter(cells: Sequence[Cell], index: int, start: int, *, sheet: Sheet) -> Guess[str] | None:
    first = cells[index]
    parts = [_cut_date(first.only(first.text[start:])).text.strip()]
    column, last = first.middle, first
    for cell in cells[index + 1 : index + 1 + 2 * MOST_ABSTRACT_LINES]:
        if is_addressed(cell) or len(parts) > MOST_ABSTRACT_LINES:
            break
        if sheet.placed and column is not None and cell.middle is not None:
            if abs(cell.middle - column) > 0.17:
                continue
            if cell.top - last.top > 0.042:
                break
        if _is_no_abstract(cell, parts):
            continue
        if _ENUMERATED.match(cell.folded) or _opens_the_text(cell):
            break
        parts.append(_cut_date(cell).text)
        last = cell
    return _abstract(parts, first, 0.93)


def _cut_date(cell: Cell) -> Cell:
    """A line of the abstract without the place and date that were merged into it."""
    found = _DATED.search(cell.folded)
    if not found:
        return cell
    text = cell.text[: found.start()]
    place = place_at_the_end(text)
    return moved(cell, text[: text.rindex(place)].rstrip()) if place else cell


def _is_no_abstract(cell: Cell, parts: Sequence[str]) -> bool:
    """Rules, marks, dates and mottoes that the text layer has laid between the lines."""
    if (len(cell.squeezed) < 2 and not cell.squeezed.isdigit()) or (
        (vietnamese_date(cell.squeezed) or is_hollow_date(cell.squeezed))
        and len(cell.squeezed) < 45
    ):
        return True
    if cell.squeezed.isdigit() and len(cell.squeezed) <= 4:
        if parts[-1].rstrip().endswith(("-", "–", "/", ",")):
            return False
        return letters.fold(parts[-1]).rpartition(" ")[2] not in _BEFORE_FIGURES
    return letters.is_shouted(cell.text) and bool(marks([cell.text]))


def _below_title(
    cells: Sequence[Cell], index: int, word: TypeWord, *, sheet: Sheet
) -> Guess[str] | None:
    title = cells[index]
    same_line = "" if _is_title(title.squeezed, word) else title.text[len(word.name) :].strip()
    parts = [same_line] if same_line else []
    last = title
    several = cells[index + 1 : index + 1 + MOST_ABSTRACT_LINES + 4]
    for cell, following in zip_longest(several, several[1:]):
        if not letters.key(cell.text):
            if parts:
                break
            continue
        below_a_gap = not sheet.placed and cell.place.line - last.place.line > 1
        if parts and below_a_gap and not _must_go_on(parts[-1], cell.text):
            break
        if parts and _ends_the_abstract(cell, parts, sheet, title):
            break
        if parts and sheet.placed and _begins_a_paragraph(cell, following, title):
            break
        if parts and sheet.placed and _is_far_below(last, cell, title):
            break
        if _is_no_abstract(cell, parts or [""]):
            continue
        if not parts and (_opens_the_text(cell) or _ENUMERATED.match(cell.folded)):
            break
        parts.append(cell.text)
        last = cell
        if len(parts) >= MOST_ABSTRACT_LINES:
            break
    return _abstract(parts, cells[index + 1] if len(cells) > index + 1 else title, 0.9)


def _must_go_on(above: str, below: str) -> bool:
    """Whether a title goes on below an empty line: each of its lines was a paragraph."""
    last = letters.fold(above).rstrip().rpartition(" ")[2]
    return below[:1].islower() or above.rstrip().endswith((",", "-")) or last in _HANGING


def _is_far_below(last: Cell, cell: Cell, title: Cell) -> bool:
    """Whether a line that is not centred stands well below the title, as the text does."""
    one, two = last.place.box, cell.place.box
    if one is None or two is None or abs((cell.middle or 0) - (title.middle or 0)) < 0.01:
        return False
    return two[1] - one[1] > 1.85 * max(one[3] - one[1], two[3] - two[1])


def _begins_a_paragraph(cell: Cell, following: Cell | None, title: Cell) -> bool:
    """Whether a wide line is set in, and the one below it begins at the margin."""
    one, two = cell.place.box, following.place.box if following else None
    if not one or not two or title.middle is None or following is None or following.middle is None:
        return False
    set_in = one[2] - one[0] > 0.55 and two[0] < one[0] - 0.02 and two[1] - one[1] < 0.04
    return set_in and abs(following.middle - title.middle) > 0.022 and cell.text[:1].isupper()


def _ends_the_abstract(cell: Cell, parts: Sequence[str], sheet: Sheet, title: Cell) -> bool:
    if _opens_the_text(cell) or _ENUMERATED.match(cell.folded) or is_addressed(cell):
        return True
    if letters.is_shouted(cell.text) and not letters.is_shouted(parts[-1]):
        return True
    if parts[-1].endswith((".", ";", ":")):
        return True
    if ITEM.match(cell.text) or re.match(r"[-–—_=]{2,}", cell.text):
        return True
    if not sheet.placed and _is_a_paragraph(cell.text):
        return True
    if sheet.placed and cell.place.box and title.middle is not None and cell.middle is not None:
        wide = cell.place.box[2] - cell.place.box[0]
        off_centre = abs(cell.middle - title.middle)
        if off_centre > (0.022 if wide > 0.55 else 0.03):
            return True
        return wide >= 0.7 and cell.place.box[0] < 0.2 and _indents(cell, parts)
    return False


def _is_a_paragraph(text: str) -> bool:
    """Whether a line that was not cut at the edge of a page is more than a part of a title."""
    return text[:1].isupper() and (
        len(text) > 140 or (len(text) > 60 and text.rstrip().endswith((".", ":", ";")))
    )


def _indents(cell: Cell, parts: Sequence[str]) -> bool:
    """Whether a wide line begins a paragraph: a capital after a whole abstract."""
    return cell.text[:1].isupper() and len(parts[-1]) < 0.8 * len(cell.text)


def _opens_the_text(cell: Cell) -> bool:
    if any(cell.squeezed.startswith(opening) and len(opening) > 3 for opening in OPENINGS):
        return not cell.text[:1].islower()
    if _INVITES.search(cell.squeezed) and not letters.is_shouted(cell.text):
        return True
    return letters.is_shouted(cell.text) and bool(_AUTHORITY.match(cell.folded))


def _abstract(parts: Sequence[str], first: Cell, certainty: float) -> Guess[str] | None:
    text = " ".join(part for part in parts if part).strip(" -–—_*:.;،।'`~|")
    text = re.sub(r"(?<=[A-ZĐ0-9][/-]) (?=[A-ZĐ0-9])", "", text)
    text = re.sub(r"(?<=\w)- (?=[a-zà-ỹ])|(?<=\b\w)- (?=\w)", "-", text) if "- " in text else text
    text = re.sub(r"^[Vv] ?/ ?[Vv]:? ?", "", text).strip()
    # Years and amounts whose figures were taken for letters.
    text = re.sub(r"\b[12][0Oo][0-9Oo]{2}\b", lambda year: re.sub("[Oo]", "0", year[0]), text)
    if len(text) < 4:
        return None
    return Guess(text[:MOST_ABSTRACT].strip(), certainty, first.place)


def _below_a_title_abroad(cells: Sequence[Cell]) -> Guess[str] | None:
    """What an English, Hindi or Arabic paper says below `CIRCULAR` and the like."""
    for index, cell in enumerate(cells[:-1]):
        below = cells[index + 1]
        if cell.squeezed in _TITLES_ABROAD and not _ANEW.match(below.folded):
            parts, last = [below.text], below
            for each in cells[index + 2 : index + 6]:
                if is_addressed(each) or not _goes_on_below(last, each):
                    break
                if last.middle and each.middle and abs(last.middle - each.middle) > 0.03:
                    break
                parts.append(each.text)
                last = each
            return _abstract(parts, below, 0.7) if len(" ".join(parts)) < 300 else None
    return None


def _after_subject(cells: Sequence[Cell]) -> Guess[str] | None:
    for index, cell in enumerate(cells):
        found = _SUBJECT.match(cell.text)
        if found:
            parts, last = [cell.text[found.end() :]], cell
            for below in cells[index + 1 : index + 8]:
                if _is_apart(below, cell):
                    continue
                if not _goes_on_below(last, below) or parts[-1].rstrip().endswith((".", "।", ":")):
                    break
                parts.append(below.text)
                last = below
            return _abstract(parts, cell, 0.85)
    return None


def _is_apart(cell: Cell, column: Cell) -> bool:
    """Whether a line stands in another column."""
    one, two = cell.place.box, column.place.box
    return bool(one and two and (one[0] > two[2] + 0.01 or one[2] < two[0] - 0.01))


def _goes_on_below(last: Cell, below: Cell) -> bool:
    """Whether the next line still belongs to a subject that takes several."""
    if _ANEW.match(below.folded) or not below.squeezed:
        return False
    goes_on = last.text.rstrip().endswith((",", "-", "–")) or below.text[:1].islower()
    if is_bare_date(below.folded) and not goes_on:
        return False
    one, two = last.place.box, below.place.box
    if one and two:
        return two[1] - one[1] < 1.7 * max(one[3] - one[1], 0.012) and two[1] > one[1]
    return len(last.text) >= 40 and not below.text[:1].isupper()
