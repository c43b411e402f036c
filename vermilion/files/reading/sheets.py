"""Pages as PDF without touching their pictures: taken out of files, set upright, put together."""

import io
import math
import os
from collections.abc import Sequence
from typing import Any

import img2pdf  # type: ignore[import-untyped] # it tells no types
import pikepdf
from PIL import Image, ImageOps, UnidentifiedImageError

from vermilion.files.reading.bitmaps import MOST_PIXELS_OF_SOURCE, POINTS, dpi_of_image
from vermilion.files.reading.trouble import Trouble

QUALITY = 90
AS_THEY_ARE = frozenset({"JPEG", "JPEG2000"})
"""Pictures that a PDF holds as they are. Others are packed anew, without loss where asked."""

KEPT_OF_A_PAGE = frozenset(
    {
        "/Type", "/Contents", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox",
        "/ArtBox", "/Rotate", "/UserUnit", "/Group",
    }
)  # fmt: skip
"""What a page takes along. Links, beads and forms would draw other pages of its file with them."""


def opened(file: int, kind: str, *, lossless: bool = True) -> pikepdf.Pdf:
    """A file as PDF: itself, or its pictures on pages of their true size."""
    if kind != "pdf":
        return pikepdf.open(io.BytesIO(_of_images(file, lossless=lossless)))
    content = open(file, "rb", closefd=False)  # noqa: SIM115 - stays open as long as its pages are read
    content.seek(0)
    try:
        return pikepdf.open(content)
    except pikepdf.PasswordError as fault:
        raise Trouble("needs-password") from fault
    except pikepdf.PdfError as fault:
        raise Trouble("damaged", format="PDF") from fault


def is_signed(document: pikepdf.Pdf) -> bool:
    """Whether a digital signature covers bytes of this file, so that rewriting would break it."""
    for each in document.objects:
        if isinstance(each, pikepdf.Dictionary) and "/ByteRange" in each and "/Contents" in each:
            return True
    return False


def set_upright(page: pikepdf.Page, turn: int, leaning: float, document: pikepdf.Pdf) -> None:
    """Turn a page by quarters clockwise, and its content by what its lines lean.

    Both are written beside the content: no picture is unpacked, let alone packed anew.
    """
    if leaning:
        # The lean is measured after the turn, but about the middle of the page: that is the same.
        _lean(page, leaning, document)
    if turn:
        page.rotate(turn, relative=True)


def taken(page: pikepdf.Page, into: pikepdf.Pdf) -> pikepdf.Page:
    """A copy of a page in another file, with nothing that leads back to where it was."""
    into.pages.append(page)
    copy = into.pages[-1]
    for name in list(copy.obj.keys()):
        if name not in KEPT_OF_A_PAGE:
            del copy.obj[name]
    return copy


def _lean(page: pikepdf.Page, leaning: float, document: pikepdf.Pdf) -> None:
    left, bottom, right, top = (float(side) for side in page.cropbox)
    x, y = (left + right) / 2, (bottom + top) / 2
    angle = math.radians(leaning)
    cos, sin = math.cos(angle), math.sin(angle)
    across, down = x - x * cos + y * sin, y - x * sin - y * cos
    before = f"q {cos:.6f} {sin:.6f} {-sin:.6f} {cos:.6f} {across:.4f} {down:.4f} cm\n"
    page.contents_add(pikepdf.Stream(document, before.encode()), prepend=True)
    page.contents_add(pikepdf.Stream(document, b"\nQ"))


def _of_images(file: int, *, lossless: bool) -> bytes:
    size = os.fstat(file).st_size
    content = os.pread(file, size, 0)
    try:
        with Image.open(io.BytesIO(content)) as image:
            frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
            stated = [_stated(image, number) for number in range(frames)]
            pictures = _pictures(image, content, frames, lossless=lossless)
        return bytes(_laid(pictures, stated))
    except Image.DecompressionBombError as fault:
        raise Trouble("too-much-memory") from fault
    except (UnidentifiedImageError, OSError, ValueError, EOFError, SyntaxError) as fault:
        raise Trouble("damaged", format="image") from fault
    except img2pdf.ImageOpenError as fault:
        raise Trouble("damaged", format="image") from fault


def _stated(image: Image.Image, number: int) -> Any:
    image.seek(number)
    if image.width * image.height > MOST_PIXELS_OF_SOURCE:
        raise Trouble("too-much-memory")
    return image.info.get("dpi")


def _pictures(
    image: Image.Image, content: bytes, frames: int, *, lossless: bool
) -> Sequence[bytes]:
    if frames == 1 and image.format in AS_THEY_ARE and image.mode in {"L", "RGB", "CMYK"}:
        return [content]
    return [_packed(image, number, lossless=lossless) for number in range(frames)]


def _packed(image: Image.Image, number: int, *, lossless: bool) -> bytes:
    image.seek(number)
    upright = ImageOps.exif_transpose(image)
    out = io.BytesIO()
    if upright.mode == "1":
        upright.save(out, "TIFF", compression="group4")
    elif lossless and upright.mode in {"L", "RGB", "P"} and "transparency" not in upright.info:
        upright.save(out, "PNG")
    else:
        shown = _on_white(upright)
        if lossless:
            shown.save(out, "PNG")
        else:
            shown.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        shown = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", shown.size, "white"), shown).convert("RGB")
    if image.mode.startswith("I"):
        return image.point(lambda level: level / 256).convert("L")
    return image if image.mode in {"L", "RGB"} else image.convert("RGB")


def _laid(pictures: Sequence[bytes], stated: Sequence[Any]) -> bytes:
    """Each picture on a page of its true size."""
    made = pikepdf.Pdf.new()
    for picture, dpi in zip(pictures, stated, strict=True):

        def size(
            across: int, down: int, _ndpi: Any, dpi: Any = dpi
        ) -> tuple[float, float, float, float]:
            width, height = (
                side * POINTS / dpi_of_image(across, down, dpi) for side in (across, down)
            )
            return width, height, width, height

        page = img2pdf.convert(picture, layout_fun=size, rotation=img2pdf.Rotation.ifvalid)
        made.pages.extend(pikepdf.open(io.BytesIO(page)).pages)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
