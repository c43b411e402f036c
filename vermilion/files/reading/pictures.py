"""A page as a picture a browser can show: from a PDF, or from an image file."""

import os
from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from vermilion.files.reading.trouble import Trouble

QUALITY = 80
MOST_PIXELS = 120_000_000
Image.MAX_IMAGE_PIXELS = MOST_PIXELS


def answer(
    *, file: int, into: list[int], kind: str, wanted: list[tuple[int, int]]
) -> dict[str, Any]:
    """Write each page wanted, at its width, as WebP into the file given for it.

    Tells which were made, and how many pages there are.
    """
    total, pictures = _of_pdf(file, wanted) if kind == "pdf" else _of_image(file, wanted)
    made = []
    for place, picture in zip(into, pictures, strict=True):
        made.append(picture is not None)
        if picture is not None:
            with os.fdopen(place, "wb", closefd=False) as out:
                picture.save(out, "WEBP", quality=QUALITY, method=4)
    return {"total": total, "made": made}


def _of_pdf(file: int, wanted: list[tuple[int, int]]) -> tuple[int, Iterator[Any]]:
    from vermilion.files.reading import pdf

    document, _mapped = pdf.opened(file)
    return len(document), (pdf.picture(document, number, width) for number, width in wanted)


def _of_image(file: int, wanted: list[tuple[int, int]]) -> tuple[int, Iterator[Any]]:
    try:
        with open(file, "rb", closefd=False) as content, Image.open(content) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Trouble("too-much-memory")
            total = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
            made = [_shown(image, number, width, total) for number, width in wanted]
            return total, iter(made)
    except Image.DecompressionBombError as fault:
        raise Trouble("too-much-memory") from fault
    except (UnidentifiedImageError, OSError, ValueError, EOFError, SyntaxError) as fault:
        raise Trouble("damaged", format="image") from fault


def _shown(image: Image.Image, number: int, width: int, total: int) -> Any:
    if not 1 <= number <= total:
        return None
    image.seek(number - 1)
    upright = ImageOps.exif_transpose(image).convert("RGB")
    upright.thumbnail((width, width * 4))
    return upright
