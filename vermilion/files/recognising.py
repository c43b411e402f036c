"""Recognise words in scans with Tesseract: which languages are here, and pages as text."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, BinaryIO

from django.conf import settings

from vermilion.files import child, models, renditions, rules
from vermilion.files.reading.trouble import Trouble
from vermilion.files.types import Line, PageText, Word

SECONDS_OF_A_PAGE = 90
"""Time for the densest page there is; an ordinary one takes two seconds."""

RECOGNISED_AT_ONCE = 12
"""Pages of a scan that are recognised while somebody waits for all of them."""


@dataclass(frozen=True, slots=True)
class Engine:
    """Tesseract as it stands on this machine, with the languages that are wanted and here."""

    program: str
    languages: tuple[str, ...]


def engine() -> Engine | None:
    """What recognises scans here; nothing where it is not installed or not wanted."""
    program = shutil.which("tesseract")
    wanted: str = settings.VERMILION.ocr
    if program is None or wanted in {"", "none"}:
        return None
    here = _languages(program)
    languages = tuple(each for each in wanted.split() if each in here)
    if not languages:
        return None
    return Engine(program, (*languages, "osd") if "osd" in here else languages)


def recognised(
    file: BinaryIO, kind: str, numbers: Sequence[int], found: Engine, *, at_once: int = 1
) -> list[dict[str, Any]]:
    """The pages of these numbers as the child tells them: upright, with words and certainty.

    `Trouble` when the file as a whole cannot be read; one page that cannot says so in `trouble`.
    """
    told = child.run(
        "recognise",
        file,
        child.Limits(memory=child.RECOGNISING.memory, seconds=_seconds(numbers)),
        kind=kind,
        numbers=list(numbers),
        program=found.program,
        languages=list(found.languages),
        seconds=SECONDS_OF_A_PAGE,
        at_once=at_once,
    )
    pages: list[dict[str, Any]] = told["pages"]
    return pages


def pages_of_text(
    file: BinaryIO, kind: str, numbers: Sequence[int] = range(1, RECOGNISED_AT_ONCE + 1)
) -> list[PageText]:
    """The words of a scan, page by page; nothing where no engine is installed."""
    found = engine()
    if found is None or not numbers:
        return []
    at_once = min(2, os.cpu_count() or 1, len(numbers))
    return [as_text(page) for page in recognised(file, kind, numbers, found, at_once=at_once)]


def as_text(page: Mapping[str, Any]) -> PageText:
    """A page as it was recognised, in the shape that text of any origin has."""
    return PageText(
        page["number"],
        page["text"],
        page["width"],
        page["height"],
        lines_of(page["lines"]),
        recognised=True,
    )


def lines_of(lines: Iterable[Mapping[str, Any]]) -> tuple[Line, ...]:
    """Lines as they are kept: those of scans with certainty and words."""
    return tuple(
        Line(
            line["text"],
            tuple(line["box"]),
            line.get("certainty", 1.0),
            tuple(
                Word(text, (left, top, right, bottom), certainty)
                for text, left, top, right, bottom, certainty in line.get("words", ())
            ),
        )
        for line in lines
    )


def _seconds(numbers: Sequence[int]) -> int:
    return child.RECOGNISING.seconds * max(1, len(numbers))


@dataclass(frozen=True, slots=True)
class Made:
    """What became of the searchable rendition: archival PDF/A, plain PDF, or none and why not."""

    said: str
    trouble: str = ""


def searchable(
    blob: models.Blob, file: BinaryIO, kind: str, found: Engine, *, at: datetime
) -> Made:
    """Make a searchable PDF of a scan beside it: pages upright, words behind the pictures.

    Of a signed file none is made: what it would show of the signature would hold no more.
    """
    rows = models.Page.objects.filter(blob=blob, certainty__isnull=False).order_by("number")
    fields = ("number", "text", "lines", "turn", "leaning")
    pages = list(rows.values(*fields))
    languages = [each for each in found.languages if each != "osd"]
    with (
        tempfile.TemporaryFile(dir=child.room()) as out,
        tempfile.TemporaryFile(dir=child.room()) as told,
        child.private_folder() as folder,
    ):
        told.write(json.dumps(pages).encode())
        told.flush()
        try:
            made = child.run(
                "searchable", file, _limits_of_searchable(len(pages)), into=[out], beside=[told],
                kind=kind, folder=folder, languages=languages,
            )  # fmt: skip
        except Trouble as trouble:
            return Made("none", "signed-as-it-is" if trouble.code == "signed" else "not-searchable")
        except (child.Killed, child.Broken):
            return Made("none", "not-searchable")
        renditions.replace(blob, models.Rendition.Kind.PDF, out, media_type=rules.PDF, at=at)
    return Made("PDF/A" if made["archival"] else "PDF")


def _limits_of_searchable(pages: int) -> child.Limits:
    return child.Limits(
        memory=child.RECOGNISING.memory,
        seconds=child.CONVERTING.seconds + 5 * pages,
        output=child.CONVERTING.output,
    )


@lru_cache
def _languages(program: str) -> frozenset[str]:
    """Asked once for each process: who installs another language starts the workers anew."""
    told = subprocess.run(  # noqa: S603 - the program that was found
        [program, "--list-langs"], check=False, capture_output=True, text=True, timeout=30
    )
    return frozenset(told.stdout.split("\n")[1:]) - {""}
