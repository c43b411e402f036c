"""Take the specks off a noisy scan before its words are recognised.

Dust, worn glass and cheap sensors strew dots over the paper, and the parting of the page into
blocks takes whole lines for pictures then. Where a page is quiet, nothing is done: what takes off
specks takes a little off the tones of letters, too.
"""

from PIL import Image, ImageChops, ImageFilter, ImageStat

NOISY = 1.0
"""So much (of 255) does white paper differ on the mean from what lies around it."""

SPECKS = 150
"""So many dots stand on a million pixels of paper that are much darker than what lies around."""

DARKER = 60
ROUND = 3


SAMPLE = 900
"""Pixels across and down of what is looked at to tell whether a page is noisy."""


LEAST_DPI = 180
"""Below it strokes of letters are as thin as specks are."""


def quieted(picture: Image.Image, dpi: int) -> Image.Image:
    """The picture without its specks, if it has many; the picture itself otherwise."""
    if picture.mode != "L" or min(picture.size) < 100 or dpi < LEAST_DPI:
        return picture
    if not _is_noisy(_middle_of(picture)):
        return picture
    return picture.filter(ImageFilter.MedianFilter(ROUND))


def _middle_of(picture: Image.Image) -> Image.Image:
    across, down = min(SAMPLE, picture.width), min(SAMPLE, picture.height)
    left, top = (picture.width - across) // 2, (picture.height - down) // 2
    return picture.crop((left, top, left + across, top + down))


def _is_noisy(sample: Image.Image) -> bool:
    smooth = sample.filter(ImageFilter.MedianFilter(ROUND))
    white = ImageStat.Stat(smooth).median[0] * 0.85
    paper = smooth.filter(ImageFilter.MinFilter(5)).point(lambda level: 255 if level > white else 0)
    seen = ImageStat.Stat(paper).sum[0] / 255
    if not seen:
        return False
    differs = ImageChops.difference(sample, smooth)
    dots = differs.point(lambda level: 255 if level > DARKER else 0)
    specks = ImageStat.Stat(dots, paper).sum[0] / 255
    unlike = ImageStat.Stat(differs, paper).mean[0]
    return bool(unlike > NOISY or specks * 1_000_000 / seen > SPECKS)
