"""Text out of Word, Excel and OpenDocument files, straight from their parts."""

import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

import openpyxl
from lxml import etree

from vermilion.files.reading.markup import elements, part, tidy
from vermilion.files.reading.trouble import Trouble

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
WORD_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
MOST_CELLS = 2_000_000
BROKEN = (zipfile.BadZipFile, KeyError, ValueError, EOFError, OSError, NotImplementedError)


def docx(file: int) -> Iterator[str]:
    """One text: paragraphs and table cells in their order, notes at the end."""
    with _archive(file, "Word") as archive:
        names = set(archive.namelist())
        lines: list[str] = []
        for name in WORD_PARTS:
            if name in names:
                lines += _word_paragraphs(part(archive, name))
        yield tidy(lines)


def odt(file: int) -> Iterator[str]:
    """One text: paragraphs and headings in their order."""
    with _archive(file, "OpenDocument") as archive:
        found = elements(_content(archive), f"{TEXT}p", f"{TEXT}h")
        yield tidy(_letters(element) for element in found)


def ods(file: int) -> Iterator[str]:
    """One text for each sheet, a line for each row."""
    with _archive(file, "OpenDocument") as archive:
        for sheet in elements(_content(archive), f"{TABLE}table"):
            rows = (
                "\t".join(_letters(cell) for cell in row.iter(f"{TABLE}table-cell"))
                for row in sheet.iter(f"{TABLE}table-row")
            )
            yield tidy([sheet.get(f"{TABLE}name", ""), *rows])


def xlsx(file: int) -> Iterator[str]:
    """One text for each sheet, a line for each row, values as last calculated."""
    with open(file, "rb", closefd=False) as content:
        try:
            book = openpyxl.load_workbook(content, read_only=True, data_only=True)
            left = MOST_CELLS
            for sheet in book.worksheets:
                rows: list[str] = [sheet.title]
                for row in sheet.iter_rows(values_only=True):
                    left -= len(row)
                    rows.append("\t".join(_shown(value) for value in row).rstrip())
                    if left < 0:
                        break
                yield tidy(rows)
        except (*BROKEN, etree.XMLSyntaxError, TypeError, AttributeError) as fault:
            raise Trouble("damaged", format="Excel") from fault


def _archive(file: int, called: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(open(file, "rb", closefd=False))
    except BROKEN as fault:
        raise Trouble("damaged", format=called) from fault


def _content(archive: zipfile.ZipFile) -> bytes:
    try:
        manifest = part(archive, "META-INF/manifest.xml")
        if b"encryption-data" in manifest:
            raise Trouble("needs-password")
        return part(archive, "content.xml")
    except BROKEN as fault:
        raise Trouble("damaged", format="OpenDocument") from fault


def _word_paragraphs(xml: bytes) -> Iterable[str]:
    for paragraph in elements(xml, f"{WORD}p"):
        yield "".join(_word_letters(paragraph))
        paragraph.clear()


def _word_letters(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(f"{WORD}t", f"{WORD}tab", f"{WORD}br", f"{WORD}cr"):
        if element.tag == f"{WORD}t":
            yield element.text or ""
        else:
            yield "\t" if element.tag == f"{WORD}tab" else "\n"


def _letters(element: etree._Element) -> str:
    pieces: list[str] = []
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            pieces.append(
                {f"{TEXT}tab": "\t", f"{TEXT}s": " ", f"{TEXT}line-break": "\n"}.get(
                    str(each.tag), ""
                )
            )
            pieces.append(each.text or "")
        elif each is not element:
            pieces.append(each.tail or "")
    return "".join(pieces)


def _shown(value: Any) -> str:
    return "" if value is None else str(value)
