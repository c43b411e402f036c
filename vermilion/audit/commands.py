"""`vermilion audit …`: verify the log, and show the key by which others can."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import psycopg
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from vermilion.audit import notes, verifying
from vermilion.audit.evidence import Report
from vermilion.audit.notes import Verifier

audit = typer.Typer(help="The log of acts: verify it.", no_args_is_help=True)


def mount(line: typer.Typer) -> None:
    """Add the words of `vermilion audit`. The line's context object has the house ready."""
    line.add_typer(audit, name="audit")


@audit.command()
def verify(
    context: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    database_url: Annotated[
        str, typer.Option(help="Read this database instead of the installation's.")
    ] = "",
    key: Annotated[
        str, typer.Option(help="Verifier key of the log (`audit key`). Empty: the keys kept here.")
    ] = "",
    checkpoint: Annotated[
        list[Path] | None,
        typer.Option(help="A checkpoint kept elsewhere, compared as well. Repeatable."),
    ] = None,
) -> None:
    """Rebuild the log from its rows and compare it with every checkpoint.

    Names each row altered, removed, inserted or moved. Reads as a role that may only look.
    Ends with status 1 when anything is found, 2 when the log cannot be read.
    """
    quiet = as_json or not sys.stderr.isatty()
    try:
        with nullcontext() if database_url else context.obj():
            address = database_url or os.environ["VERMILION_DATABASE_URL"]
            report = _read(address, _keys(key, checkpoint or []), quiet=quiet)
    except (psycopg.Error, OSError, notes.Unreadable) as wrong:
        typer.echo(f"The log cannot be read: {wrong}", err=True)
        raise typer.Exit(2) from wrong
    typer.echo(json.dumps(report.as_json(), indent=2) if as_json else _in_words(report))
    raise typer.Exit(0 if report.sound else 1)


@audit.command(name="key")
def show_key() -> None:
    """Print the verifier key: the public half, by which anybody can check our checkpoints."""
    typer.echo(str(_keys("", []).verifier))


@dataclass(frozen=True, slots=True)
class _Keys:
    """By what the log is judged."""

    verifier: Verifier
    seal: bytes | None
    outside: list[str]


def _keys(given: str, files: list[Path]) -> _Keys:
    outside = [path.read_text(encoding="utf-8") for path in files]
    if given:
        return _Keys(Verifier.parse(given), None, outside)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vermilion.site.settings")
    # Needs the settings of an installation, which a reader elsewhere does not have.
    from vermilion.audit import keys, memory

    note = memory.last_note()
    return _Keys(keys.verifier(), keys.seal_key(), [*outside, *([note] if note else [])])


def _read(address: str, keys: _Keys, *, quiet: bool) -> Report:
    with (
        verifying.opened(address) as (connection, reader),
        _progress(quiet=quiet) as progress,
    ):
        return verifying.verify(
            connection,
            verifier=keys.verifier,
            reader=reader,
            seal_key=keys.seal,
            outside=keys.outside,
            progress=progress,
        )


def _in_words(report: Report) -> str:
    lines = [
        f"Log {report.origin}, read as {report.reader}: "
        f"{report.entries} entries, {report.checkpoints} checkpoints, {report.waiting} waiting."
    ]
    if not report.seals_checked:
        lines.append("Read without the seal key: seals were not checked.")
    lines += [finding.says[0].upper() + finding.says[1:] + "." for finding in report.findings]
    untold = sum(report.counts.values()) - len(report.findings)
    if untold:
        lines.append(f"And {untold} more.")
    if report.sound:
        lines.append("Every entry is as it was signed.")
    return "\n".join(lines)


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    if quiet:
        yield lambda _done, _of: None
        return
    columns = (TextColumn("Reading the log"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task("entries", total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
