"""A file that is not kept here, laid open: its text page by page, its parts, or why not."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from vermilion.files import child, looking, models, recognising, words
from vermilion.files.reading.trouble import Trouble
from vermilion.files.types import PageText

PIECE = 1024 * 1024
MOST_PARTS = 100
LARGEST_PARTS = 512 * 1024 * 1024
MOST_LETTERS = 4_000_000
KINDS_OF_ARCHIVES = {"application/zip": "archive", "message/rfc822": "mail"}


@dataclass(frozen=True, slots=True)
class Part:
    """A file inside a mail or an archive."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class LaidOpen:
    """What a file holds. `code` and `sentence` say why it could not be read, or not wholly."""

    format: str = ""
    pages: tuple[PageText, ...] = ()
    total: int = 0
    warnings: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    code: str = ""
    sentence: str = ""

    @property
    def recognised(self) -> bool:
        """Whether any of the text was recognised in a picture."""
        return any(page.recognised for page in self.pages)


def laid_open(file: BinaryIO, *, pages: int, recognise: int) -> LaidOpen:
    """Read a file with all that is known of reading files. Keeps nothing, never raises for a file.

    Of a scan, so many pages from the front and the last one are recognised.
    """
    try:
        # A passing copy of our own: what is read in another process needs a place in the system.
        with child.plain_file(iter(lambda: file.read(PIECE), b"")) as copy:
            return _laid_open(copy, pages, recognise)
    except Trouble as trouble:
        said = words.reason(trouble.code, trouble.facts)
        return LaidOpen(code=trouble.code, sentence=str(said.sentence))
    except child.Killed:
        return LaidOpen(code="killed", sentence=str(words.reason("killed", {}).sentence))
    except child.Broken:
        broken = words.reason("reader-broken", {})
        return LaidOpen(code="reader-broken", sentence=str(broken.sentence))


def _laid_open(file: BinaryIO, pages: int, recognise: int) -> LaidOpen:
    if not os.fstat(file.fileno()).st_size:
        return LaidOpen(code="empty", sentence="The file is empty.")
    named = child.run("identify", file, child.IDENTIFYING)
    kind = looking.kind_of(named["media_type"])
    parts = _parts(file, KINDS_OF_ARCHIVES.get(named["media_type"], ""))
    if kind not in looking.READ and kind != "image":
        code = "" if parts else "no-text"
        sentence = "" if parts else str(words.reason("no-text", {}).sentence)
        return LaidOpen(named["format_name"], parts=parts, code=code, sentence=sentence)
    told: dict[str, Any] = {"pages": [], "total": 1, "warnings": []}
    if kind != "image":
        told = child.run(
            "text", file, child.READING, kind=kind, first=1, count=pages, most=MOST_LETTERS
        )
    read = {page["number"]: _page(page) for page in told["pages"]}
    scanned = [1] if kind == "image" else list(told.get("scanned", ()))
    read |= {page.number: page for page in _recognised(file, kind, scanned, recognise)}
    found = tuple(read[number] for number in sorted(read))
    code, sentence = _nothing_read(found, scanned)
    warnings = tuple(
        words.warning(each["code"], each.get("facts", {})) for each in told["warnings"]
    )
    return LaidOpen(
        named["format_name"], found, told["total"], warnings, parts, "" if parts else code, sentence
    )


def _recognised(file: BinaryIO, kind: str, scanned: Sequence[int], most: int) -> Sequence[PageText]:
    chosen = [*scanned[: max(1, most - 1)], *scanned[max(1, most - 1) :][-1:]]
    return recognising.pages_of_text(file, kind, chosen)


def _nothing_read(pages: Sequence[PageText], scanned: Sequence[int]) -> tuple[str, str]:
    if any(page.text.strip() for page in pages):
        return "", ""
    if scanned and recognising.engine() is None:
        return "no-engine", str(words.reason("no-engine", {}).sentence)
    return "no-text", str(words.reason("no-text", {}).sentence)


def _parts(file: BinaryIO, kind: str) -> tuple[Part, ...]:
    if not kind:
        return ()
    with child.plain_file([]) as out:
        told = child.run(
            "parts", file, child.UNPACKING, into=[out], kind=kind, most=MOST_PARTS,
            size=LARGEST_PARTS,
        )  # fmt: skip
        parts = []
        for each in told["parts"]:
            out.seek(each["begin"])
            parts.append(Part(each["name"], out.read(each["end"] - each["begin"])))
        return tuple(parts)


def _page(told: dict[str, Any]) -> PageText:
    row = models.Page(**told)
    lines = recognising.lines_of(row.lines)
    return PageText(row.number, row.text, row.width, row.height, lines)
