"""A second look at the head of a page, where what matters stands in few and short lines.

The page as a whole is parted into blocks first, and short lines between wide gaps (the number and
notation of a paper) get lost in that. The head alone, read line by line, does not lose them.
"""

from collections.abc import Sequence
from itertools import groupby
from statistics import fmean

from PIL import Image

from vermilion.files.reading.engine import Tesseract, Word

ACROSS, DOWN = 0.5, 0.34
"""The share of the page that is looked at again: its upper left."""

LINES_ALONE = 6
"""Tesseract's word for: a single block of text, line by line."""

WORTH_IT = 0.02
"""A line read anew replaces what stood there when it is more certain by this."""

LEAST = 0.45
"""A line less certain than this is noise."""


def with_second_look(
    picture: Image.Image, words: Sequence[Word], language: str, dpi: int, engine: Tesseract
) -> list[Word]:
    """The words of the page; in its head those of whichever look is more certain of them."""
    edge = int(picture.width * ACROSS)
    head = picture.crop((0, 0, edge, int(picture.height * DOWN)))
    kept = list(words)
    for _, row in groupby(engine.words(head, language, dpi, LINES_ALONE), lambda word: word.line):
        # A word that the edge has cut is told better by the first look.
        line = [word for word in row if word.box[2] < edge - 8]
        if sum(len(word.text) for word in line) < 4 or _sure(line) < LEAST:
            continue
        there = [word for word in kept if _in_line(word, line, edge)]
        # What goes on beyond the edge belongs to a line of its own.
        if any(word.box[0] < edge <= word.box[2] for word in there):
            continue
        if not there or _sure(line) > _sure(there) + WORTH_IT:
            kept = [word for word in kept if word not in there]
            kept += [_as_own_line(word) for word in line]
    return kept


def _in_line(word: Word, line: Sequence[Word], edge: int) -> bool:
    top, bottom = min(each.box[1] for each in line), max(each.box[3] for each in line)
    middle = (word.box[1] + word.box[3]) / 2
    return top <= middle <= bottom and word.box[0] < edge


def _sure(words: Sequence[Word]) -> float:
    return fmean(word.certainty for word in words)


def _as_own_line(word: Word) -> Word:
    block, paragraph, line = word.line
    return Word(word.text, word.box, word.certainty, (1000 + block, paragraph, line))
