"""Lines of a page out of its letters, by their places alone.

What a PDF draws one after the other need not stand side by side: word processors draw letters of
a second font after all others of the line, and tables column by column. Places do not lie.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

LEAST_BLANK = 0.14
"""A gap of this share of the height of the letters parts words."""
LEAST_BLANK_OF_JOINED = 0.45
"""The same in scripts whose letters join: there gaps prove little."""
LEAST_BLANK_OF_INDIC = 0.2
"""The same in Indic scripts, behind a sign whose width is known."""
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
    behind: str = ""
    """What stood before it when it was drawn: a `typed` blank, one that was `seen`, or nothing."""

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
    made = [
        piece
        for band in _bands([each for each in glyphs if each.sign])
        for layer in _layers(band)
        for letters in _columns(layer)
        if (piece := _piece(letters)).text
    ]
    return sorted(made, key=lambda piece: piece.order)


def across(glyphs: Sequence[Glyph]) -> list[Piece]:
    """What stands askew over the page, as one piece: nobody reads it line by line."""
    return [_piece(glyphs)] if any(not each.sign.isspace() for each in glyphs) else []


def _layers(band: Sequence[Glyph]) -> list[Sequence[Glyph]]:
    """A line of print by itself, and what was stamped over it by itself."""
    visible = sorted((each for each in band if not each.sign.isspace()), key=lambda each: each.x)
    run_of: dict[int, int] = {}
    last: Glyph | None = None
    for glyph in sorted(visible, key=lambda each: each.order):
        goes_on = last and glyph.order - last.order == 1 and glyph.x >= last.x
        run_of[glyph.order] = run_of[last.order] if last and goes_on else glyph.order
        last = glyph
    hits: dict[int, int] = {}
    for one, two in pairwise(visible):
        narrow = min(one.right - one.left, two.right - two.left)
        covered = one.right - two.left > 0.4 * narrow > 0
        if covered and run_of[one.order] != run_of[two.order] and one.sign != two.sign:
            for each in (one, two):
                hits[run_of[each.order]] = hits.get(run_of[each.order], 0) + 1
    sizes: dict[int, int] = {}
    for run in run_of.values():
        sizes[run] = sizes.get(run, 0) + 1
    over = {run for run, count in hits.items() if sizes[run] >= 3 and count >= 0.6 * sizes[run]}
    if not over or over == set(sizes):
        over = {max(over)} if over else set()
    if not over:
        return [band]
    stamped = [each for each in band if run_of.get(each.order) in over]
    return [[each for each in band if run_of.get(each.order) not in over], stamped]


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
    visible = [each for each in band if not each.sign.isspace()]
    if not visible:
        return
    typed = [(each.left + each.right) / 2 for each in band if each.sign.isspace()]
    height = median(each.height for each in visible) or 1.0
    column: list[Glyph] = []
    end = 0.0
    for glyph in _numbers_whole(_drawn_once(_in_turn(visible))):
        if column:
            gap = (glyph.left - end) / height
            blank = _blank(column[-1], glyph, typed, gap)
            if gap > _apart(column[-1], glyph, blank):
                yield column
                column, end = [], 0.0
            elif blank or gap > _least_blank(column, glyph):
                column.append(_blank_between(column[-1], glyph))
        column.append(glyph)
        end = max(end, glyph.right)
    yield column


def _in_turn(visible: Sequence[Glyph]) -> list[Glyph]:
    """From left to right; signs of Indic syllables stay in the turn in which they were drawn."""
    turn: dict[int, float] = {}
    before: Glyph | None = None
    for glyph in sorted(visible, key=lambda each: each.order):
        turn[glyph.order] = glyph.x
        if before and glyph.order - before.order == 1 and "\u0900" <= glyph.sign <= "\u0dff":
            near = abs(glyph.x - before.x) < 2 * glyph.height
            turn[glyph.order] = max(glyph.x, turn[before.order]) if near else glyph.x
        before = glyph
    return sorted(visible, key=lambda each: (turn[each.order], each.order))


def _blank(before: Glyph, after: Glyph, typed: Sequence[float], gap: float) -> bool:
    """Whether a blank was typed between two neighbours; what was seen there needs a gap too."""
    first, second = sorted((before, after), key=lambda each: each.order)
    if second.order - first.order == 1:
        seen = second.behind == "seen" and gap > 0.08 and not _is_joined(second.sign)
        least = -2.0 if _is_joined(second.sign) else -0.3
        return seen or (second.behind == "typed" and gap > least)
    slack = 0.15 * before.height
    if _is_joined(before.sign) or _is_joined(after.sign):
        slack, gap = 0.0, gap + 0.05 if gap > 0.1 else 0.0
    return gap > 0.15 or (
        gap > 0.05 and any(before.right - slack < at < after.left + slack for at in typed)
    )


def _apart(before: Glyph, after: Glyph, blank: bool) -> float:
    """From which gap on two neighbours stand in different columns."""
    if blank:
        return COLUMNS_APART_BY_BLANKS
    return COLUMNS_APART if abs(after.order - before.order) == 1 else 0.6


def _least_blank(column: Sequence[Glyph], after: Glyph) -> float:
    before = column[-1]
    if not (_is_joined(before.sign) and _is_joined(after.sign)):
        return LEAST_BLANK
    # Of a syllable that is told as one sign, the width of the first of its shapes is all we know.
    whole_syllable = len(column) > 1 and column[-2].x == before.x
    indic = "\u0900" <= before.sign <= "\u0dff" and not whole_syllable
    return LEAST_BLANK_OF_INDIC if indic else LEAST_BLANK_OF_JOINED


def _is_joined(sign: str) -> bool:
    return "\u0590" <= sign[0] <= "\u0dff" or "\ufb1d" <= sign[0] <= "\ufefe"


def _blank_between(before: Glyph, after: Glyph) -> Glyph:
    return Glyph(
        " ", before.order, before.right, before.base,
        before.right, before.top, max(before.right, after.left), before.bottom,
    )  # fmt: skip


def _numbers_whole(letters: list[Glyph]) -> list[Glyph]:
    """Numbers that were filled in over other signs stay whole, and those signs beside them."""
    turn = {each.order: each.x for each in letters}
    in_order = sorted(letters, key=lambda each: each.order)
    runs: list[list[Glyph]] = []
    for before, glyph in zip([None, *in_order], in_order, strict=False):
        if not glyph.sign.isdecimal():
            continue
        if before and before.sign.isdecimal() and before.order == glyph.order - 1 and runs:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    for run in runs:
        first, last = run[0], run[-1]
        if len(run) < 2 or first.x > last.x:
            continue
        for each in letters:
            if first.x <= each.x < last.x and not first.order <= each.order <= last.order:
                left = each.left + each.right < first.left + last.right
                turn[each.order] = first.x - 0.001 if left else last.x + 0.001
    return sorted(letters, key=lambda each: (turn[each.order], each.order))


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
    forward = ""
    for glyph in reversed(_lam_before_alef(letters)):
        kind = _forward_kind(glyph.sign)
        joins = forward and (glyph.sign in "/.-:,_" or (glyph.sign == " " and forward == "L"))
        if words and forward and (kind or joins):
            words[-1].insert(0, glyph)
        else:
            words.append([glyph])
            forward = ""
        forward = kind or forward
    signs: list[str] = []
    for word in words:
        # A sign between figures belongs to them; at their edge it does not.
        while len(word) > 1 and word[0].sign in "/.-:,_ ":
            word.append(word.pop(0))
        signs += [each.sign for each in word]
    return signs


def _forward_kind(sign: str) -> str:
    """`L` for Latin letters, `N` for figures, nothing for what is read from the right."""
    kind = unicodedata.bidirectional(sign[0])
    return "L" if kind == "L" else "N" if kind in ("EN", "AN") else ""


def _lam_before_alef(letters: Sequence[Glyph]) -> list[Glyph]:
    """Two letters of one sign share their place; of lam and alef, lam is read first."""
    sorted_ = list(letters)
    for at in range(len(sorted_) - 1):
        one, two = sorted_[at], sorted_[at + 1]
        if one.x == two.x and one.sign == _LAM and two.sign in _ALEFS:
            sorted_[at], sorted_[at + 1] = two, one
    return sorted_


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
