"""How a command tells what it does: sentences and bars for people, JSON for machines."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


def as_json(answer: Any) -> None:
    """One JSON document on standard output, and nothing else."""
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")


def fail(sentence: str, *, status: int = 1) -> typer.Exit:
    """Say on standard error why this ends, and give the exit to raise."""
    typer.echo(sentence, err=True)
    return typer.Exit(status)


class Bars:
    """Bars on standard error, one for each kind of work, as far as it has come."""

    def __init__(self, shown: Progress) -> None:
        self._shown = shown
        self._bars: dict[str, Any] = {}

    def __call__(self, what: str, done: int, total: int) -> None:
        if what not in self._bars:
            self._bars[what] = self._shown.add_task(what, total=total or None)
        self._shown.update(self._bars[what], completed=done, total=total or None)


@contextmanager
def bars() -> Iterator[Bars]:
    """Progress of long work. Silent where standard error is not a terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description:<12}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as shown:
        yield Bars(shown)
