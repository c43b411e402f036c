"""Pages as grey pictures for recognition, at the resolution of the scan itself."""

import mmap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageOps, UnidentifiedImageError

from vermilion.files.reading import pdf
from vermilion.files.reading.trouble import Trouble

LEAST_DPI = 150
USUAL_DPI = 300
MOST_PIXELS = 40_000_000
"""A sheet of A2 at 300 dpi. Larger ones are looked at more coarsely."""

MOST_PIXELS_OF_SOURCE = 120_000_000
A4 = (595.28, 841.89)
POINTS = 72
NO_DPI = 72
"""What programs write when they know none."""

Image.MAX_IMAGE_PIXELS = MOST_PIXELS_OF_SOURCE


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size in points as it is looked at, and its picture, unless it has trouble."""

    number: int
    width: float
    height: float
    picture: Image.Image | None
    dpi: int
    trouble: str = ""


def opened(file: int, kind: str) -> tuple[int, Callable[[int], Sheet]]:
    """How many pages there are, and a way to draw each."""
    return _pdf(file) if kind == "pdf" else _image(file)


def dpi_of_image(across: int, down: int, stated: Any) -> float:
    """Pixels per inch: as stated where that can be, otherwise as if the page were A4."""
    try:
        dpi = float(stated[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        dpi = 0.0
    if NO_DPI < dpi <= 2_400:
        return dpi
    return max(across, down) / (A4[1] / POINTS)


def _pdf(file: int) -> tuple[int, Callable[[int], Sheet]]:
    document, mapped = pdf.opened(file)

    # The bytes must stay mapped as long as pages are drawn from them.
    def draw(number: int, _mapped: mmap.mmap = mapped) -> Sheet:
        try:
            page = document[number - 1]
            width, height = page.get_size()
            dpi = _fitting(_own_dpi(page), width, height)
            bitmap = page.render(scale=_scale(dpi, width), grayscale=True, may_draw_forms=True)
            return Sheet(number, width, height, bitmap.to_pil().convert("L"), round(dpi))
        except pypdfium2.PdfiumError:
            return Sheet(number, 0, 0, None, 0, "damaged")

    return len(document), draw


def _scale(dpi: float, width: float) -> float:
    """So large that a scan is drawn pixel for pixel. PDFium's size is rounded up, and a picture
    that is drawn a single pixel wider than it is comes out blurred."""
    across = round(width * dpi / POINTS)
    return (across - 0.5) / width if across > 1 and width else dpi / POINTS


def _own_dpi(page: Any) -> float:
    """The resolution of the largest picture on a page."""
    largest, dpi = 0.0, float(USUAL_DPI)
    for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = each.get_bounds()
        across, down = each.get_px_size()
        area = (right - left) * (top - bottom)
        if area > largest:
            largest = area
            # The picture may lie on its side: the long side belongs to the long side.
            dpi = max(across, down) * POINTS / max(right - left, top - bottom, 1)
    return dpi


def _fitting(dpi: float, width: float, height: float) -> float:
    dpi = max(LEAST_DPI, min(dpi, USUAL_DPI))
    pixels = width * height * (dpi / POINTS) ** 2
    return dpi if pixels <= MOST_PIXELS else float(dpi * (MOST_PIXELS / pixels) ** 0.5)


def _image(file: int) -> tuple[int, Callable[[int], Sheet]]:
    try:
        image = Image.open(open(file, "rb", closefd=False))  # noqa: SIM115 - open while drawn
    except Image.DecompressionBombError as fault:
        raise Trouble("too-much-memory") from fault
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as fault:
        raise Trouble("damaged", format="image") from fault
    _not_too_large(image)

    def draw(number: int) -> Sheet:
        try:
            image.seek(number - 1)
            _not_too_large(image)
            upright = ImageOps.exif_transpose(image)
            dpi = dpi_of_image(*upright.size, image.info.get("dpi"))
            width, height = (side * POINTS / dpi for side in upright.size)
            return _drawn(number, _on_white(upright), dpi, width, height)
        except (Image.DecompressionBombError, MemoryError) as fault:
            raise Trouble("too-much-memory") from fault
        except (OSError, ValueError, EOFError, SyntaxError):
            return Sheet(number, 0, 0, None, 0, "damaged")

    return getattr(image, "n_frames", 1) if image.format == "TIFF" else 1, draw


def _drawn(number: int, grey: Image.Image, dpi: float, width: float, height: float) -> Sheet:
    wanted = _fitting(dpi, width, height)
    if wanted != dpi:
        size = (max(1, round(grey.width * wanted / dpi)), max(1, round(grey.height * wanted / dpi)))
        grey = grey.resize(size, Image.Resampling.LANCZOS)
    return Sheet(number, width, height, grey, round(wanted))


def _on_white(image: Image.Image) -> Image.Image:
    """Grey, with white where the picture lets through what lies below."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        shown = image.convert("RGBA")
        paper = Image.new("RGBA", shown.size, "white")
        return Image.alpha_composite(paper, shown).convert("L")
    if image.mode.startswith("I"):
        # Sixteen bits of grey; a plain conversion would cut them off instead of scaling.
        return image.point(lambda level: level / 256).convert("L")
    return image.convert("L")


def _not_too_large(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS_OF_SOURCE:
        raise Trouble("too-much-memory")
