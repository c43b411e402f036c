"""Words that were recognised already, given to OCRmyPDF in the place of an engine.

OCRmyPDF loads this module as a plugin. The pages themselves it need not draw: that was done for
the recognition.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pypdfium2
from ocrmypdf import hookimpl
from ocrmypdf.hocrtransform import BoundingBox, OcrClass, OcrElement
from ocrmypdf.pluginspec import OcrEngine, OrientationConfidence
from PIL import Image

pages: dict[int, Mapping[str, Any]] = {}
"""Recognised pages by their number, laid here before OCRmyPDF begins."""

RIGHT_TO_LEFT = ("\u0590", "\u08ff")


class Remembered(OcrEngine):
    """Answers with what is remembered of a page."""

    @staticmethod
    def version() -> str:
        return "1"

    @staticmethod
    def creator_tag(options: Any) -> str:  # noqa: ARG004 - as OCRmyPDF calls it
        return "Vermilion"

    def __str__(self) -> str:
        return "Vermilion"

    @staticmethod
    def languages(options: Any) -> set[str]:
        return set(options.languages)

    @staticmethod
    def get_orientation(
        input_file: Path,  # noqa: ARG004 - as OCRmyPDF calls it
        options: Any,  # noqa: ARG004 - as above
    ) -> OrientationConfidence:
        return OrientationConfidence(angle=0, confidence=0.0)

    @staticmethod
    def supports_generate_ocr() -> bool:
        return True

    @staticmethod
    def generate_ocr(
        input_file: Path,
        options: Any,  # noqa: ARG004 - as OCRmyPDF calls it
        page_number: int = 0,
    ) -> tuple[OcrElement, str]:
        with Image.open(input_file) as image:
            size = image.size
            dpi = float(image.info["dpi"][0])
        page = pages.get(page_number + 1, {})
        lines = [_line(line, size) for line in page.get("lines", ())]
        root = OcrElement(
            ocr_class=OcrClass.PAGE,
            bbox=BoundingBox(0, 0, *size),
            dpi=dpi,
            page_number=page_number,
            children=[OcrElement(ocr_class=OcrClass.PARAGRAPH, children=[line]) for line in lines],
        )
        return root, str(page.get("text", ""))

    @staticmethod
    def generate_hocr(input_file: Path, output_hocr: Path, output_text: Path, options: Any) -> None:
        raise NotImplementedError

    @staticmethod
    def generate_pdf(input_file: Path, output_pdf: Path, output_text: Path, options: Any) -> None:
        raise NotImplementedError


@hookimpl(tryfirst=True)
def get_ocr_engine(options: Any) -> OcrEngine:  # noqa: ARG001 - as OCRmyPDF calls it
    return Remembered()


@hookimpl(tryfirst=True)
def rasterize_pdf_page(
    input_file: Path,
    output_file: Path,
    raster_dpi: Any,
    pageno: int,
    page_dpi: Any,
    rotation: int | None,
) -> Path:
    """An empty sheet of the right size: nobody looks at it."""
    document = pypdfium2.PdfDocument(input_file)
    width, height = document[pageno - 1].get_size()
    if rotation in {90, 270}:
        width, height = height, width
    size = (max(1, round(width * raster_dpi.x / 72)), max(1, round(height * raster_dpi.y / 72)))
    dpi = (page_dpi or raster_dpi).x
    Image.new("L", size, 255).save(output_file, dpi=(dpi, dpi))
    document.close()
    return output_file


def _line(line: Mapping[str, Any], size: tuple[int, int]) -> OcrElement:
    rtl = any(RIGHT_TO_LEFT[0] <= sign <= RIGHT_TO_LEFT[1] for sign in line["text"])
    words = [
        OcrElement(
            ocr_class=OcrClass.WORD, text=text, confidence=certainty, bbox=_box(box, size),
            direction="rtl" if rtl else "ltr",
        )
        for text, *box, certainty in line["words"]
    ]  # fmt: skip
    return OcrElement(
        ocr_class=OcrClass.LINE,
        bbox=_box(line["box"], size),
        direction="rtl" if rtl else "ltr",
        children=words,
    )


def _box(box: Any, size: tuple[int, int]) -> BoundingBox:
    left, top, right, bottom = box
    across, down = size
    return BoundingBox(left * across, top * down, right * across, bottom * down)
