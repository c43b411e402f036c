"""Recognise the words of scanned pages: each page set upright, its words with place, certainty."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby, pairwise
from statistics import fmean, median
from typing import Any

from PIL import Image, ImageStat

from vermilion.files.reading import bitmaps, upright
from vermilion.files.reading.engine import Tesseract, TooSlow, Word
from vermilion.files.reading.quiet import quieted
from vermilion.files.reading.second_look import with_second_look

COLUMN_GAP = 1.6
"""A gap wider than so many times the height of its line parts two columns."""

DOUBTFUL = 0.45
"""Below this mean certainty a page may lie another way up than it seems to."""

INK_OF_A_BLANK = 0.0008
"""Share of a page that may be dark, by dust and shine-through, and the page is blank."""

NOISE = 0.25
"""Words less certain than this, of one or two signs, are specks."""


def answer(
    *,
    file: int,
    kind: str,
    numbers: list[int],
    program: str,
    languages: list[str],
    seconds: int,
    at_once: int = 1,
) -> dict[str, Any]:
    """The pages of these numbers, and how many there are. One too slow is told as such."""
    engine = Tesseract(program, tuple(languages), seconds)
    total, page_of = bitmaps.opened(file, kind)
    wanted = [number for number in numbers if 1 <= number <= total]

    def page(sheet: bitmaps.Sheet) -> dict[str, Any]:
        return _page(sheet, engine)

    return {"pages": list(_in_turn(page, map(page_of, wanted), at_once)), "total": total}


def _in_turn(
    page: Callable[[bitmaps.Sheet], dict[str, Any]],
    sheets: Iterator[bitmaps.Sheet],
    at_once: int,
) -> Iterator[dict[str, Any]]:
    """Pages are drawn one after the other, since PDFium wants that; they are read side by side."""
    if at_once == 1:
        yield from map(page, sheets)
        return
    with ThreadPoolExecutor(at_once) as readers:
        yield from readers.map(page, sheets)


def _page(sheet: bitmaps.Sheet, engine: Tesseract) -> dict[str, Any]:
    told = {
        "number": sheet.number, "text": "", "lines": [], "turn": 0, "leaning": 0.0,
        "certainty": 0.0, "trouble": sheet.trouble,
        "width": round(sheet.width, 2), "height": round(sheet.height, 2),
    }  # fmt: skip
    if sheet.picture is None:
        return told
    try:
        turn, leaning, picture, words = _read(quieted(sheet.picture, sheet.dpi), sheet.dpi, engine)
        if sheet.number == 1 and _is_latin(words):
            language = engine.spoken("Latin")
            words = with_second_look(picture, words, language, sheet.dpi, engine)
    except TooSlow:
        return told | {"trouble": "too-long"}
    if turn in {90, 270}:
        told["width"], told["height"] = told["height"], told["width"]
    lines = [_line(line, picture.size) for line in _lines(words)]
    return told | {
        "turn": turn,
        "leaning": leaning,
        "lines": lines,
        "text": "\n".join(line["text"] for line in lines),
        "certainty": round(_certainty(words), 3) if words else float(_is_blank(picture)),
    }


def _read(
    picture: Image.Image, dpi: int, engine: Tesseract
) -> tuple[int, float, Image.Image, list[Word]]:
    turn, script = engine.lie_of(picture)
    best = _read_turned(picture, turn, script, dpi, engine)
    if _certainty(best[3]) >= DOUBTFUL or len(best[3]) < 3:
        return best
    for other in {0, 180} - {turn}:
        tried = _read_turned(picture, other, script, dpi, engine)
        best = max(best, tried, key=lambda each: _certainty(each[3]))
    return best


def _read_turned(
    picture: Image.Image, turn: int, script: str, dpi: int, engine: Tesseract
) -> tuple[int, float, Image.Image, list[Word]]:
    turned = upright.put_right(picture, turn, 0)
    leaning = upright.leaning_of(turned)
    level = upright.put_right(turned, 0, leaning)
    words = engine.words(level, engine.spoken(script), dpi)
    return turn, leaning, level, [word for word in words if not _is_speck(word)]


def _is_latin(words: Sequence[Word]) -> bool:
    letters = [sign for word in words for sign in word.text if sign.isalpha()]
    latin = sum(sign < "\u0250" or "\u1e00" <= sign <= "\u1eff" for sign in letters)
    return latin > len(letters) / 2


def _is_blank(picture: Image.Image) -> bool:
    """Whether nothing stands on the page, also no picture: certain that it has no words."""
    small = picture.convert("L")
    small.thumbnail((400, 1_600), Image.Resampling.BOX)
    across, down = small.size
    # Without the margins, where holes were punched and the glass leaves dark edges.
    inner = small.crop((across // 10, down // 12, across - across // 10, down - down // 12))
    paper = ImageStat.Stat(inner).median[0]
    marked = sum(count for level, count in enumerate(inner.histogram()) if level < paper * 0.75)
    return bool(marked < INK_OF_A_BLANK * inner.width * inner.height)


def _is_speck(word: Word) -> bool:
    return word.certainty < NOISE and len(word.text) <= 2


def _certainty(words: Sequence[Word]) -> float:
    """Of the page: long words count for more."""
    letters = sum(len(word.text) for word in words)
    return sum(word.certainty * len(word.text) for word in words) / letters if letters else 0.0


def _lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words line by line; where a wide gap parts two columns, each side is a line of its own."""
    for _key, row in groupby(words, key=lambda word: word.line):
        line = list(row)
        height = median(word.box[3] - word.box[1] for word in line)
        piece = [line[0]]
        for before, word in pairwise(line):
            gap = max(word.box[0] - before.box[2], before.box[0] - word.box[2])
            if gap > COLUMN_GAP * height:
                yield piece
                piece = []
            piece.append(word)
        yield piece


def _line(words: Sequence[Word], size: tuple[int, int]) -> dict[str, Any]:
    left, top, right, bottom = zip(*(word.box for word in words), strict=True)
    return {
        "text": " ".join(word.text for word in words),
        "box": _share((min(left), min(top), max(right), max(bottom)), size),
        "certainty": round(fmean(word.certainty for word in words), 2),
        "words": [[word.text, *_share(word.box, size), round(word.certainty, 2)] for word in words],
    }


def _share(box: tuple[int, int, int, int], size: tuple[int, int]) -> list[float]:
    across, down = size
    left, top, right, bottom = box
    return [
        round(left / across, 4), round(top / down, 4),
        round(right / across, 4), round(bottom / down, 4),
    ]  # fmt: skip
