"""Set a scanned page straight: how far its lines lean, and a picture put right."""

import itertools
from typing import Any

from PIL import Image, ImageStat

LOOKED_AT = 640
"""Pixels across at which leaning is measured: enough for lines of text, quick to turn."""

MOST = 8.0
STEPS = ((MOST, 1.0), (0.75, 0.25), (0.2, 0.05))
"""Degrees to each side that are tried, in steps of so many degrees, each round finer."""

WORTH_IT = 0.15
"""Degrees below which a page is left as it lies."""

FLAT = 1.08
"""So much clearer must the lines stand out than as the page lies for it to be turned at all."""


def put_right(picture: Image.Image, turn: int, leaning: float) -> Image.Image:
    """The picture turned by quarters clockwise, and then by what its lines lean."""
    if turn:
        picture = picture.rotate(-turn, expand=True)
    if leaning:
        picture = picture.rotate(
            leaning, resample=Image.Resampling.BICUBIC, fillcolor=_white(picture)
        )
    return picture


def leaning_of(picture: Image.Image) -> float:
    """Degrees by which the picture must be turned counter-clockwise for its lines to lie level.

    Lines that lie level leave white between them: the angle is sought at which rows differ most.
    """
    small = _ink(picture)
    as_it_lies = _clearness(small, 0)
    if as_it_lies == 0:
        return 0.0
    best, found = as_it_lies, 0.0
    for reach, step in STEPS:
        middle = found
        count = round(reach / step)
        for place in range(-count, count + 1):
            angle = middle + place * step
            clearness = _clearness(small, angle)
            if clearness > best:
                best, found = clearness, angle
    if abs(found) < WORTH_IT or abs(found) >= MOST or best < as_it_lies * FLAT:
        return 0.0
    return round(found, 2)


def _ink(picture: Image.Image) -> Image.Image:
    """White on black, small: what is clearly darker than the paper."""
    small = picture.convert("L")
    small.thumbnail((LOOKED_AT, LOOKED_AT * 4), Image.Resampling.BOX)
    paper = ImageStat.Stat(small).median[0]
    dark = paper * 0.8
    return small.point(lambda level: 255 if level < dark else 0)


def _clearness(small: Image.Image, angle: float) -> float:
    turned = small.rotate(angle, resample=Image.Resampling.BILINEAR) if angle else small
    across, down = turned.size
    # Without the margins, where black edges of the scanner's glass may stand.
    inner = turned.crop((across // 12, down // 16, across - across // 12, down - down // 16))
    rows: Any = inner.convert("F").resize((1, inner.height), Image.Resampling.BOX)
    levels: list[float] = [rows.getpixel((0, y)) for y in range(inner.height)]
    return sum((after - before) ** 2 for before, after in itertools.pairwise(levels))


def _white(picture: Image.Image) -> Any:
    return 255 if picture.mode in {"L", "1"} else "white"
