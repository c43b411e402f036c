"""Lines of a page out of its letters, by their places alone.

What a PDF draws one after the other need not stand side by side: word processors draw letters of
a second font after all others of the line, and tables column by column. Places do not lie.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

LEAST_BLANK = 0.16
"""A gap of this share of the height of the letters parts words."""
COLUMNS_APART = 1.0
"""A gap of this share, in which no blank was typed, parts columns."""
COLUMNS_APART_BY_BLANKS = 2.2
"""The same with blanks in it: of a line that was spread out to both edges they may be wide."""

_LAM, _ALEFS = "\u0644", "\u0622\u0623\u0625\u0627"
_SHORT_I = "\u093f"


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter and its place on the page as looked at: where it begins, its line, its box."""

    sign: str
    order: int
    x: float
    base: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or what of it stands in one column."""

    text: str
    order: int
    box: tuple[float, float, float, float]


def pieces(glyphs: Iterable[Glyph]) -> list[Piece]:
    """Every line of the page, cut where columns part, in the order in which they were drawn."""
    seen = [each for each in glyphs if each.sign]
    made = [
        piece
        for band in _bands(seen)
        for letters in _columns(band)
        if (piece := _piece(letters)).text
    ]
    return sorted(made, key=lambda piece: piece.order)


def _bands(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Letters on one line of print, from above. A slanting line of a scan is still one."""
    band: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda each: each.base):
        if band:
            height = max(band[-1].height, 1.0)
            far = glyph.base - band[-1].base > 0.22 * min(height, max(glyph.height, 1.0))
            if far or glyph.base - band[0].base > 0.5 * height:
                yield band
                band = []
        band.append(glyph)
    if band:
        yield band


def _columns(band: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    letters = _drawn_once(sorted(band, key=lambda each: (each.x, each.order)))
    visible = [each for each in letters if not each.sign.isspace()]
    if not visible:
        return
    height = median(each.height for each in visible) or 1.0
    column: list[Glyph] = []
    end, blank = 0.0, False
    for glyph in letters:
        if glyph.sign.isspace():
            blank = True
            continue
        gap = glyph.left - end
        if column and gap > _apart(column[-1], glyph, height, blank):
            yield column
            column = []
        elif column and (gap > LEAST_BLANK * height or (blank and gap > 0.05 * height)):
            column.append(_blank_between(column[-1], glyph))
        column.append(glyph)
        end, blank = max(end, glyph.right) if len(column) > 1 else glyph.right, False
    yield column


def _apart(before: Glyph, after: Glyph, height: float, blank: bool) -> float:
    """From which gap on two neighbours stand in different columns."""
    if blank:
        return COLUMNS_APART_BY_BLANKS * height
    drawn_elsewhere = not 0 < after.order - before.order <= 3
    return (0.6 if drawn_elsewhere else COLUMNS_APART) * height


def _blank_between(before: Glyph, after: Glyph) -> Glyph:
    return Glyph(
        " ", before.order, before.right, before.base,
        before.right, before.top, max(before.right, after.left), before.bottom,
    )  # fmt: skip


def _drawn_once(letters: Sequence[Glyph]) -> list[Glyph]:
    """Without the second drawing of letters that were made bold by drawing them twice."""
    kept: list[Glyph] = []
    for glyph in letters:
        twin = any(
            each.sign == glyph.sign
            and abs(each.x - glyph.x) < 0.08 * max(glyph.height, 1.0)
            and abs(each.order - glyph.order) > 1
            for each in kept[-4:]
        )
        if not twin or glyph.sign.isspace():
            kept.append(glyph)
    return kept


def _piece(letters: Sequence[Glyph]) -> Piece:
    rightward = sum(unicodedata.bidirectional(each.sign[0]) == "L" for each in letters)
    leftward = sum(unicodedata.bidirectional(each.sign[0]) in ("R", "AL") for each in letters)
    signs = _from_the_right(letters) if leftward > rightward else [each.sign for each in letters]
    text = "".join(_composed(sign) for sign in signs)
    if any("\u0900" <= sign <= "\u097f" for sign in text):
        text = _short_i_behind(text)
    visible = [each for each in letters if not each.sign.isspace()] or letters
    return Piece(
        text.strip(),
        min(each.order for each in visible),
        (
            min(each.left for each in visible),
            min(each.top for each in visible),
            max(each.right for each in visible),
            max(each.bottom for each in visible),
        ),
    )


def _from_the_right(letters: Sequence[Glyph]) -> list[str]:
    """The letters as they are read from the right; figures and Latin words within from the left."""
    words: list[list[Glyph]] = []
    for glyph in reversed(letters):
        forward = unicodedata.bidirectional(glyph.sign[0]) in ("L", "EN", "AN")
        joins = glyph.sign in "/.-:," and words and _is_forward(words[-1][0])
        if words and (forward or joins) and _is_forward(words[-1][0]):
            words[-1].insert(0, glyph)
        else:
            words.append([glyph])
    signs: list[str] = []
    for word in words:
        # A sign between figures belongs to them; at their edge it does not.
        while len(word) > 1 and word[0].sign in "/.-:,":
            word.append(word.pop(0))
        signs += [each.sign for each in word]
    return _lam_before_alef(letters, signs)


def _is_forward(glyph: Glyph) -> bool:
    return unicodedata.bidirectional(glyph.sign[0]) in ("L", "EN", "AN")


def _lam_before_alef(letters: Sequence[Glyph], signs: list[str]) -> list[str]:
    """Two letters of one sign share their place; of lam and alef, lam is read first."""
    shared = {
        (one.sign, two.sign)
        for one, two in zip(letters, letters[1:], strict=False)
        if one.x == two.x and one.sign != two.sign
    }
    for at in range(len(signs) - 1):
        pair = signs[at], signs[at + 1]
        if pair[1] == _LAM and pair[0] in _ALEFS and (pair in shared or pair[::-1] in shared):
            signs[at], signs[at + 1] = pair[::-1]
    return signs


def _composed(sign: str) -> str:
    """Shapes of letters (joined ones, Arabic ones by their place in the word) as letters."""
    if sign in "\x02\ufffe\xad":
        return "-"
    if "\ufb00" <= sign <= "\ufdff" or "\ufe70" <= sign <= "\ufefe":
        return unicodedata.normalize("NFKC", sign)
    return " " if sign == "\xa0" else sign


def _short_i_behind(text: str) -> str:
    """Devanagari's short i is drawn before its consonant, and written behind it."""
    signs = list(text)
    for at, sign in enumerate(signs[:-1]):
        behind = at and ("\u0915" <= signs[at - 1] <= "\u0939" or signs[at - 1] == "\u093c")
        if sign == _SHORT_I and not behind and "\u0915" <= signs[at + 1] <= "\u0939":
            end = at + 1
            while end + 2 < len(signs) and signs[end + 1] == "\u094d":
                end += 2
            signs[at : end + 1] = [*signs[at + 1 : end + 1], _SHORT_I]
    return "".join(signs)
