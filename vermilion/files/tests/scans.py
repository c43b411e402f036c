"""Scans made of sample papers: at 200 dpi, leaning, with noise, any way up."""

import io
import random
import shutil

import img2pdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.papers import make
from vermilion.files import recognising

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None,
    reason="Tesseract is not installed here, so no scan can be recognised",
)


def languages_here() -> tuple[str, ...]:
    """What the engine of this machine knows."""
    found = recognising.engine()
    return found.languages if found else ()


def scan(
    kind: str = "letter", *, turn: int = 0, leaning: float = 0.0, noise: float = 0.1, dpi: int = 200
) -> Image.Image:
    """A sample paper as it comes off the glass: `turn` in degrees clockwise."""
    page = pypdfium2.PdfDocument(make(kind))[0]
    picture = page.render(scale=dpi / 72).to_pil().convert("RGB")
    if leaning:
        picture = picture.rotate(leaning, resample=Image.Resampling.BICUBIC, fillcolor="white")
    if noise:
        random.seed(7)
        specks = Image.effect_noise(picture.size, 28).convert("RGB")
        picture = Image.blend(picture, specks, noise)
    return picture.rotate(-turn, expand=True) if turn else picture


def jpeg(picture: Image.Image, dpi: int = 200) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80, dpi=(dpi, dpi))
    return out.getvalue()


def tiff(*pictures: Image.Image, dpi: int = 200) -> bytes:
    out = io.BytesIO()
    first, *others = pictures
    first.save(out, "TIFF", save_all=True, append_images=others, dpi=(dpi, dpi), compression="jpeg")
    return out.getvalue()


def pdf(*pictures: Image.Image) -> bytes:
    """A PDF of nothing but pictures, as scanners make them."""
    made = img2pdf.convert([jpeg(picture) for picture in pictures])
    assert made is not None
    return bytes(made)


def drawn(words: str) -> Image.Image:
    """A sheet with a line of large letters."""
    sheet = Image.new("RGB", (1654, 2339), "white")
    pen = ImageDraw.Draw(sheet)
    pen.text((150, 900), words, fill="black", font=ImageFont.load_default(90))
    return sheet
