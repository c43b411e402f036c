"""`vermilion read`: what can be read out of papers, without storing anything."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

FIELDS = (
    "symbol", "dated_on", "parent", "issuer", "type_code", "abstract", "signer", "signer_post",
    "competence", "urgency", "secrecy", "circulation", "answers", "recipients", "language",
)  # fmt: skip


def mount(line: typer.Typer) -> None:
    """Add the word `read`. The line's context object has the house ready."""
    line.command()(read)


def read(
    context: typer.Context,
    papers: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, readable=True)],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Read number, date, issuer, type, abstract, signer and marks out of papers. Stores nothing."""
    with context.obj():
        told = [{"file": paper.name, **_told(paper)} for paper in papers]
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2, default=_plain))
        return
    for each in told:
        typer.echo(each["file"])
        for name in FIELDS:
            if name in each:
                found = each[name]
                typer.echo(f"  {name:12} {found['certainty']:>4.0%}  {_line(found['value'])}")
        typer.echo(f"  {'pages':12}       {each['pages']}")


def _told(paper: Path) -> dict[str, Any]:
    from vermilion.documents.reading.reader import MOST_PAGES
    from vermilion.documents.reading.reader import read as read_pages
    from vermilion.files import queries as files

    with paper.open("rb") as file:
        pages = files.text_in(file, pages=MOST_PAGES)
    told = asdict(read_pages(pages))
    return {name: value for name, value in told.items() if value is not None}


def _line(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(_line(each) for each in value.values() if each)
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    return str(value)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else str(value)
