"""Web server, worker and database as one: started in order, stopped together, none left behind."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType

import typer

from vermilion.site.commands.house import django_ready, prepared

READY_WITHIN = 60.0
GRACE = 15.0


class Stopped(Exception):
    """A signal asked this process to end."""


def run_all(*, demo: bool, seed: str = "office") -> None:
    """Bring the installation up and keep it up. Ends when asked to, or when a part ends."""
    os.environ["VERMILION_DEMO"] = "1" if demo else ""
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    signal.signal(signal.SIGHUP, _stop)
    parts: list[subprocess.Popen[bytes]] = []
    try:
        with prepared():
            try:
                _set_up(seed if demo else None)
                parts = [_start("web"), _start("worker")]
                _say_ready(demo=demo)
                _wait_for_an_end(parts)
            finally:
                _end(parts)
    except Stopped:
        typer.echo("Stopped.")


def work() -> None:
    """Serve every queue in this process until a signal comes."""
    import asyncio

    from procrastinate.contrib.django import app

    from vermilion.jobs.queue import QUEUES

    serving = app.with_connector(app.connector.get_worker_connector())  # type: ignore[attr-defined]
    asyncio.run(
        serving.run_worker_async(
            queues=list(QUEUES), concurrency=4, shutdown_graceful_timeout=GRACE, delete_jobs="successful"
        )
    )


def serve() -> None:
    """Serve pages in this process until a signal comes."""
    from granian import Granian
    from granian.constants import Interfaces

    from vermilion.site.configuration import CONFIGURATION

    Granian(
        "vermilion.site.asgi:application",
        address=CONFIGURATION.address,
        port=int(CONFIGURATION.port),
        interface=Interfaces.ASGI,
        workers=1,
        websockets=False,
        log_access=False,
        log_enabled=False,
        workers_kill_timeout=int(GRACE),
    ).serve()


def _set_up(seed: str | None) -> None:
    """Migrate, collect static files, seed. In a process of its own: the parent stays light."""
    command = [sys.executable, "-m", "vermilion.site.commands.setting_up"]
    subprocess.run([*command, *([seed] if seed else [])], check=True)  # noqa: S603 - our own words


def _start(part: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "vermilion.site.commands.parts", part]
    # Each part leads its own group: the terminal's Ctrl-C reaches the parent alone, which
    # then ends the parts in order.
    return subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own words


def _say_ready(*, demo: bool) -> None:
    from vermilion.site.configuration import CONFIGURATION

    address = f"http://{CONFIGURATION.address}:{CONFIGURATION.port}"
    deadline = time.monotonic() + READY_WITHIN
    while True:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):  # noqa: S310 - our own address
                break
        except (urllib.error.URLError, OSError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
    typer.echo(f"\nVermilion is ready at {address}")
    if demo:
        typer.echo("Pick a person to be on the first page. Ctrl-C ends it.")


def _wait_for_an_end(parts: list[subprocess.Popen[bytes]]) -> None:
    while True:
        for part in parts:
            if part.poll() is not None:
                typer.echo(f"A part ended by itself with status {part.returncode}.", err=True)
                raise typer.Exit(1)
        time.sleep(0.3)


def _end(parts: list[subprocess.Popen[bytes]]) -> None:
    for part in parts:
        if part.poll() is None:
            os.killpg(part.pid, signal.SIGTERM)
    deadline = time.monotonic() + GRACE + 2
    for part in parts:
        try:
            part.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(part.pid, signal.SIGKILL)
            part.wait()


def _stop(_number: int, _frame: FrameType | None) -> None:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    raise Stopped


def static_files_are_collected(root: Path, sources: list[Path]) -> bool:
    """Whether what was collected is newer than everything it was collected from."""
    manifest = root / "staticfiles.json"
    if not manifest.exists():
        return False
    made = manifest.stat().st_mtime
    return all(
        path.stat().st_mtime <= made
        for source in sources
        for path in source.rglob("*")
        if path.is_file()
    )


__all__ = ["django_ready", "run_all", "serve", "static_files_are_collected", "work"]
