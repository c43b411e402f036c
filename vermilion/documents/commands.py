"""`vermilion read`: what can be read out of papers, without storing anything."""

import io
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

if TYPE_CHECKING:
    from vermilion.files.queries import LaidOpen

FIELDS = (
    "symbol", "number", "notation", "dated_on", "place_of_issue", "issuer", "parent", "type_code",
    "abstract", "signer", "signer_post", "competence", "also_signed", "urgency", "secrecy",
    "circulation", "answers", "reply_due", "recipients", "copied_to", "drafter", "copies",
    "language", "pages",
)  # fmt: skip
"""What is told of every paper, in this order; null where nothing was made out."""

RECOGNISED_PAGES = 6
"""Pages of a scan that are recognised: what a clerk enters stands at its head and its end."""

MOST_DEPTH = 3


def mount(line: typer.Typer) -> None:
    """Add the word `read`."""
    line.command()(read)


def read(
    papers: Annotated[
        list[Path], typer.Argument(help="Files: PDF, scan, DOCX, ODT, HTML, EML, ZIP.")
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    scanned_pages: Annotated[
        int, typer.Option(help="How many pages of a scan to recognise.", min=1)
    ] = RECOGNISED_PAGES,
) -> None:
    """Read number, date, issuer, type, abstract, signer and marks out of papers. Stores nothing.

    Each field comes with its certainty and its place. Ends with status 1 when a file could not be
    read; the others are told all the same.
    """
    _make_ready()
    told = [_of_path(paper, scanned_pages) for paper in papers]
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2, default=_plain))
    for each in told:
        if not as_json:
            _print(each)
        if each["error"]:
            typer.echo(f"{each['file']}: {each['error']['message']}", err=True)
    raise typer.Exit(1 if any(each["error"] for each in told) else 0)


def _make_ready() -> None:
    """Load the packages. Reading asks nothing of a database, so none is started."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vermilion.site.settings")
    import django

    django.setup()


def _of_path(paper: Path, scanned_pages: int) -> dict[str, Any]:
    try:
        with paper.open("rb") as file:
            return _of_file(paper.name, file, scanned_pages)
    except FileNotFoundError:
        return _unread(paper.name, "missing", "There is no such file.")
    except IsADirectoryError:
        return _unread(paper.name, "folder", "This is a folder, not a file.")
    except OSError as fault:
        return _unread(paper.name, "unreadable", fault.strerror or str(fault))


def _of_file(name: str, file: BinaryIO, scanned_pages: int, depth: int = 0) -> dict[str, Any]:
    from vermilion.documents.reading.reader import MOST_PAGES, read
    from vermilion.files import queries as files

    laid = files.laid_open(file, pages=10 * MOST_PAGES, recognise=scanned_pages)
    told = _unread(name, laid.code, laid.sentence) | _about(laid)
    if laid.pages:
        reading = read(laid.pages, page_count=laid.total)
        told |= {field: _guess(field, getattr(reading, field)) for field in FIELDS}
    told["attachments"] = [
        _of_file(part.name, io.BytesIO(part.content), scanned_pages, depth + 1)
        for part in (laid.parts if depth < MOST_DEPTH else ())
    ]
    return told


def _unread(name: str, code: str, message: str) -> dict[str, Any]:
    """The shape of every answer, with nothing in it but what is the matter."""
    error = {"code": code, "message": message or code} if code else None
    nothing = {"format": "", "recognised": False, "warnings": [], "attachments": []}
    return {"file": name, "error": error} | dict.fromkeys(FIELDS) | nothing


def _about(laid: "LaidOpen") -> dict[str, Any]:
    return {
        "format": laid.format,
        "recognised": laid.recognised,
        "warnings": [each for each in laid.warnings if each],
    }


def _guess(field: str, found: Any) -> dict[str, Any] | None:
    """One field as it is told: value, certainty, place; and in words what has a code."""
    if found is None:
        return None
    if field == "pages":
        return {"value": found, "certainty": 1.0, "place": None} if found else None
    told = asdict(found)
    told["certainty"] = round(found.certainty, 2)
    if words := _in_words(field, found.value):
        told["words"] = words
    return told


def _in_words(field: str, value: object) -> str:
    from vermilion.documents.reading.words import mark_words, type_rows

    if field == "type_code":
        names = (row["names"]["vi"] for row in type_rows() if row["code"] == value)
        return next(names, "").partition(" (")[0]
    said = [mark for mark in mark_words() if (mark.kind, mark.value) == (field, value)]
    # Each stands on paper in several languages; the country's own is told.
    own = (mark.words for mark in said if mark.key.isascii() and not mark.words.isascii())
    return next(own, said[0].words if said else "")


def _print(told: dict[str, Any]) -> None:
    typer.echo(told["file"])
    for line in _lines(told):
        typer.echo(f"  {line}")
    for part in told["attachments"]:
        _print(part)


def _lines(told: dict[str, Any]) -> Iterator[str]:
    for name in FIELDS:
        found = told[name]
        if found:
            said = found.get("words") or _line(found["value"])
            yield f"{name:15} {found['certainty']:>4.0%}  {said}"


def _line(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(_line(each) for each in value.values() if each)
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    return str(value)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else str(value)
