"""Decisions about files from plain values: names, types, ranges, advised part sizes."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_NAME = 255
LARGEST_PART = 16 * 1024 * 1024
ADVISED_PART = 1024 * 1024

PDF = "application/pdf"
UNKNOWN = "application/octet-stream"
SHOWN_IN_PLACE = frozenset(
    {PDF, "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp"}
)
"""What a browser may show by itself. Everything else is offered as a download, in a sandbox."""

PICTURES = frozenset(
    {"image/png", "image/jpeg", "image/gif", "image/webp", "image/tiff", "image/bmp"}
)

OPEN_XML = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."

OFFICE = {
    f"{OPEN_XML}wordprocessingml.document": "docx",
    f"{OPEN_XML}spreadsheetml.sheet": "xlsx",
    f"{OPEN_XML}presentationml.presentation": "pptx",
    f"{OPEN_DOCUMENT}text": "odt",
    f"{OPEN_DOCUMENT}spreadsheet": "ods",
    f"{OPEN_DOCUMENT}presentation": "odp",
    "application/msword": "doc",
    "application/vnd.ms-excel": "xls",
    "application/vnd.ms-powerpoint": "ppt",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
}
"""Office files and the ending under which LibreOffice knows them."""

PAGED_BY_CONVERSION = frozenset({"docx", "odt", "doc", "rtf", "pptx", "odp", "ppt"})
"""Office files whose pages mean something, so that their text is told page by page."""

ENDINGS: dict[str, frozenset[str]] = {
    "pdf": frozenset({PDF}),
    "docx": frozenset({f"{OPEN_XML}wordprocessingml.document"}),
    "xlsx": frozenset({f"{OPEN_XML}spreadsheetml.sheet"}),
    "pptx": frozenset({f"{OPEN_XML}presentationml.presentation"}),
    "odt": frozenset({f"{OPEN_DOCUMENT}text"}),
    "ods": frozenset({f"{OPEN_DOCUMENT}spreadsheet"}),
    "odp": frozenset({f"{OPEN_DOCUMENT}presentation"}),
    "doc": frozenset({"application/msword", "application/rtf", "text/rtf"}),
    "xls": frozenset({"application/vnd.ms-excel"}),
    "ppt": frozenset({"application/vnd.ms-powerpoint"}),
    "rtf": frozenset({"application/rtf", "text/rtf"}),
    "png": frozenset({"image/png"}),
    "jpg": frozenset({"image/jpeg"}),
    "jpeg": frozenset({"image/jpeg"}),
    "gif": frozenset({"image/gif"}),
    "tif": frozenset({"image/tiff"}),
    "tiff": frozenset({"image/tiff"}),
    "webp": frozenset({"image/webp"}),
    "zip": frozenset({"application/zip"}),
    "html": frozenset({"text/html", "application/xhtml+xml"}),
    "htm": frozenset({"text/html", "application/xhtml+xml"}),
    "eml": frozenset({"message/rfc822"}),
    "txt": frozenset({"text/plain"}),
}
"""What the content must be for an ending to tell the truth. Others promise nothing."""


SURELY_BLANK = 1.0
"""The certainty of a scanned page without words on which nothing else stands either."""

SEPARATOR = "VERMILION NEXT PAPER"
"""What is printed on separator sheets, large enough to be recognised any way up."""


@dataclass(frozen=True, slots=True)
class SeenPage:
    """What was seen on a page that tells where papers begin; the name of one that begins."""

    blank: bool = False
    separates: bool = False
    begins: str = ""


def is_separator(text: str) -> bool:
    """Whether a page is a separator sheet, by its words."""
    return SEPARATOR in " ".join(re.findall(r"[A-Z]+", text.upper()))


def proposed_papers(pages: Iterable[SeenPage]) -> list[int]:
    """For each page the number of the paper it is proposed for, from 1; 0 leaves it out."""
    told: list[int] = []
    paper, begun = 1, False
    for page in pages:
        if page.separates or page.blank:
            told.append(0)
            paper, begun = (paper + 1, False) if page.separates and begun else (paper, begun)
            continue
        if page.begins and begun:
            paper += 1
        begun = True
        told.append(paper)
    return told


@dataclass(frozen=True, slots=True)
class Span:
    """The bytes from `start` up to `stop`, which is not one of them."""

    start: int
    stop: int

    @property
    def length(self) -> int:
        return self.stop - self.start


class OutOfRange(Exception):
    """None of the bytes asked for exist."""


def spans(header: str, size: int) -> Span | None:
    """The one range of bytes that a Range header asks for; None when all are to be sent.

    A header that is malformed or asks for several ranges is left unheeded, as HTTP allows.
    """
    asked = re.fullmatch(r"\s*bytes\s*=\s*(\d{0,18})\s*-\s*(\d{0,18})\s*", header)
    if not asked or asked.group(1) == asked.group(2) == "":
        return None
    first, last = asked.groups()
    if first == "":
        length = min(int(last), size)
        if length == 0:
            raise OutOfRange
        return Span(size - length, size)
    start = int(first)
    if last and int(last) < start:
        return None
    if start >= size:
        raise OutOfRange
    return Span(start, min(int(last) + 1, size) if last else size)


def clean_name(name: str) -> str:
    """The last part of a path, without what no file system or screen should see in a name."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    # Marks that turn the direction of writing make `fdp.exe` look like `exe.pdf`.
    shown = "".join(
        c for c in last if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    shown = shown.strip(" .")
    if len(shown) <= LONGEST_NAME:
        return shown or "unnamed"
    stem, dot, ending = shown.rpartition(".")
    if not dot or len(ending) > 10:
        return shown[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"


def ending_of(name: str) -> str:
    """What stands after the last dot, in small letters."""
    _, dot, ending = name.rpartition(".")
    return ending.lower() if dot else ""


def tells_untruth(name: str, media_type: str) -> bool:
    """Whether the ending of a name promises another content than was found."""
    promised = ENDINGS.get(ending_of(name))
    return promised is not None and media_type not in promised


def usual_ending(media_type: str) -> str:
    """The ending under which files of a type usually go, with its dot; nothing if unknown."""
    fitting = (ending for ending, types in ENDINGS.items() if media_type in types)
    ending = next(fitting, "")
    return f".{ending}" if ending else ""


def shown_in_place(media_type: str) -> bool:
    """Whether a browser may show the bytes by itself."""
    return media_type in SHOWN_IN_PLACE


def has_pages(media_type: str) -> bool:
    """Whether pages can be pictured from the bytes as they are."""
    return media_type == PDF or media_type in PICTURES
