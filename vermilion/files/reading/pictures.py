"""A page as a picture a browser can show: from a PDF, or from an image file."""

import os
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from vermilion.files.reading.trouble import Trouble

QUALITY = 80
MOST_PIXELS = 120_000_000
Image.MAX_IMAGE_PIXELS = MOST_PIXELS


def answer(*, file: int, into: int, kind: str, number: int, width: int) -> dict[str, Any]:
    """Write page `number` as WebP into the file given; tell how many pages there are."""
    picture, total = (
        _of_pdf(file, number, width) if kind == "pdf" else _of_image(file, number, width)
    )
    if picture is None:
        return {"total": total, "made": False}
    with os.fdopen(into, "wb", closefd=False) as out:
        picture.save(out, "WEBP", quality=QUALITY, method=4)
    return {"total": total, "made": True, "width": picture.width, "height": picture.height}


def _of_pdf(file: int, number: int, width: int) -> tuple[Any, int]:
    from vermilion.files.reading import pdf

    document, _mapped = pdf.opened(file)
    total = len(document)
    document.close()
    return pdf.picture(file=file, number=number, width=width), total


def _of_image(file: int, number: int, width: int) -> tuple[Any, int]:
    try:
        with open(file, "rb", closefd=False) as content, Image.open(content) as image:
            total = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
            if not 1 <= number <= total:
                return None, total
            image.seek(number - 1)
            if image.width * image.height > MOST_PIXELS:
                raise Trouble("too-much-memory")
            image.draft("RGB", (width, width * 4))
            upright = ImageOps.exif_transpose(image).convert("RGB")
            upright.thumbnail((width, width * 4))
            return upright, total
    except Image.DecompressionBombError as fault:
        raise Trouble("too-much-memory") from fault
    except (UnidentifiedImageError, OSError, ValueError, EOFError, SyntaxError) as fault:
        raise Trouble("damaged", format="image") from fault
