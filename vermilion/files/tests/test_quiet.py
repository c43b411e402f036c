"""Noisy scans lose their specks; quiet ones stay as they are, pixel for pixel."""

import io
import os
import random
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from vermilion.files.reading import bitmaps
from vermilion.files.reading.quiet import quieted


def page() -> Image.Image:
    made = Image.new("L", (1200, 1600), 245)
    draw = ImageDraw.Draw(made)
    for row in range(80, 1520, 40):
        draw.text((100, row), "Uy ban nhan dan xa " * 4, fill=20, font=ImageFont.load_default(24))
    return made


def test_a_quiet_page_stays_as_it_is():
    made = page()

    assert quieted(made, 200) is made


def test_of_a_coarse_scan_nothing_is_taken():
    made = Image.effect_noise((1200, 1600), 90)

    assert quieted(made, 150) is made


def test_specks_are_taken_off_a_noisy_page():
    made, chance = page(), random.Random(7)  # noqa: S311 - specks, the same each time
    spots = [(chance.randrange(1200), chance.randrange(1600)) for _ in range(9_000)]
    for spot in spots:
        made.putpixel(spot, 40)

    clean = quieted(made, 200)

    # In the margin, where nothing else is dark.
    between = [(x, y) for x, y in spots if 5 < x < 80 and 5 < y < 1590]
    assert sum(clean.getpixel(spot) > 200 for spot in between) > 0.95 * len(between)


@pytest.mark.parametrize("size", [(1654, 2339), (2480, 3508)])
def test_a_scan_in_a_pdf_is_drawn_pixel_for_pixel(tmp_path: Path, size: tuple[int, int]):
    out, dpi = io.BytesIO(), size[0] / 8.27
    Image.effect_noise(size, 60).save(out, "PDF", resolution=dpi)
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(out.getvalue())
    file = os.open(scan, os.O_RDONLY)
    try:
        _, draw = bitmaps.opened(file, "pdf")
        sheet = draw(1)
    finally:
        os.close(file)

    assert sheet.picture is not None
    assert sheet.picture.size == size
