"""Web server, worker and database as one: started in order, stopped together, none left behind."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack, suppress
from pathlib import Path
from types import FrameType

import typer

from vermilion.site.commands import home
from vermilion.site.commands.house import prepared

READY_WITHIN = 90.0
GRACE = 15.0
"""Seconds in which requests and jobs at hand may finish when the installation stops."""

OPEN_AT_ONCE = 12_000
"""Requests that the web process holds at once, open desks among them."""

ENDS_BORNE = 5
WITHIN = 60.0
"""A part that ends by itself is started again, but not more often than this within a minute."""


class Stopped(Exception):
    """A signal asked this process to end."""


class Part:
    """A process of the installation that is meant to last."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.process = start(name)
        self._ends: list[float] = []

    def keep_up(self) -> None:
        """Start it again if it ended. One that keeps ending ends everything."""
        if self.process.poll() is None:
            return
        now = time.monotonic()
        self._ends = [each for each in self._ends if each > now - WITHIN] + [now]
        typer.echo(
            f"The {self.name} ended by itself with status {self.process.returncode}.", err=True
        )
        if len(self._ends) > ENDS_BORNE:
            raise home.CannotStart(f"The {self.name} ended {len(self._ends)} times in a minute.")
        self.process = start(self.name)


def run_all(*, demo: bool, seed: str = "office", make: int | None = None) -> None:
    """Bring the installation up and keep it up, until a signal comes or a part will not stay.

    `make` is the process of the Makefile that asked for this: when it ends, so does this.
    """
    from vermilion.site.configuration import CONFIGURATION

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _stop)
    os.environ["VERMILION_DEMO"] = "1" if demo else ""
    folder = home.from_environment()
    parts: list[Part] = []
    try:
        home.prepare(folder)
        with home.held(folder), ExitStack() as stack:
            home.require_port(CONFIGURATION.address, CONFIGURATION.port)
            if not os.environ.get("VERMILION_DATABASE_URL"):
                os.environ["VERMILION_EMBEDDED"] = "1"
                guard = start("guard")
                stack.callback(_release, guard)
            stack.enter_context(prepared())
            stack.callback(_end, parts)
            _set_up(seed if demo else "")
            parts += [Part("web"), Part("worker")]
            _say_when_ready(parts, demo=demo)
            while not (make and _has_ended(make)):
                _keep_up(parts, folder)
                time.sleep(0.3)
    except Stopped:
        typer.echo("Stopped.")


def work(queues: tuple[str, ...] = ()) -> None:
    """Carry out jobs in this process until a signal comes; those at hand are finished first."""
    import asyncio

    from procrastinate.contrib.django import app

    from vermilion.jobs.queue import QUEUES

    # A copy of the app reads the queue asynchronously; what jobs themselves ask for still goes
    # through Django's connection, into the transaction of their act.
    serving = app.with_connector(app.connector.get_worker_connector())  # type: ignore[attr-defined] # known to the connector for Django alone

    async def until_told() -> None:
        async with serving.open_async():
            await serving.run_worker_async(
                queues=list(queues or QUEUES),
                concurrency=4,
                shutdown_graceful_timeout=GRACE,
                delete_jobs="successful",
            )

    asyncio.run(until_told())


def serve() -> None:
    """Serve pages in this process until a signal comes; requests at hand are finished first."""
    from granian import Granian
    from granian.constants import Interfaces

    from vermilion.site.configuration import CONFIGURATION

    Granian(
        "vermilion.site.asgi:application",
        address=CONFIGURATION.address,
        port=int(CONFIGURATION.port),
        interface=Interfaces.ASGI,
        workers=1,
        # Every open desk is a request that lasts; what holds back acts is the pool of threads.
        backpressure=OPEN_AT_ONCE,
        websockets=False,
        log_access=False,
        log_enabled=False,
        respawn_failed_workers=True,
        workers_kill_timeout=int(GRACE),
    ).serve()


def start(part: str, *words: str) -> subprocess.Popen[bytes]:
    """Start a part that notices our end on its standard input."""
    command = [sys.executable, "-m", "vermilion.site.commands.parts", part, *words]
    # Each part leads its own group: the terminal's Ctrl-C reaches this process alone, which
    # then ends the parts in order.
    return subprocess.Popen(  # noqa: S603 - our own words
        command, stdin=subprocess.PIPE, start_new_session=True
    )


def _set_up(seed: str) -> None:
    """Migrate, collect static files, seed. In a process of its own: this one stays light."""
    process = start("set-up", seed)
    try:
        if process.wait():
            raise home.CannotStart("The installation could not be set up; the reason is above.")
    finally:
        _end_process(process)


def _say_when_ready(parts: list[Part], *, demo: bool) -> None:
    from vermilion.site.configuration import CONFIGURATION

    host = CONFIGURATION.address
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104 - compared, not bound
    address = f"http://{host}:{CONFIGURATION.port}"
    deadline = time.monotonic() + READY_WITHIN
    while not _is_ready(address):
        for part in parts:
            if part.process.poll() is not None:
                raise home.CannotStart(f"The {part.name} ended before it was ready.")
        if time.monotonic() > deadline:
            raise home.CannotStart(f"{address} does not answer after {READY_WITHIN:.0f} seconds.")
        time.sleep(0.1)
    typer.echo(f"\nVermilion is ready at {address}")
    if demo:
        typer.echo("Pick a person to be on its first page: Lan registers, Minh directs, Hoa works.")
        typer.echo("Ctrl-C ends it.")


def _is_ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=5):  # noqa: S310 - our own address
            return True
    except (urllib.error.URLError, OSError):
        return False


def _keep_up(parts: list[Part], folder: Path) -> None:
    for part in parts:
        part.keep_up()
    if os.environ.get("VERMILION_EMBEDDED"):
        from vermilion.site import embedded

        # Does nothing while the server answers; starts it again where it was killed.
        if not (folder / "postgres" / "postmaster.pid").exists() or not embedded.is_alive(
            folder / "postgres"
        ):
            typer.echo("The database ended by itself; it is started again.", err=True)
            embedded.Server(folder / "postgres", embedded.DURABLE)


def _has_ended(make: int) -> bool:
    """Whether make is gone, or was told to end and only waits for us.

    Told by Ctrl-C or kill, make waits for its children without passing the signal on; while it
    does, that signal is blocked in it, and Linux shows so.
    """
    if os.getppid() != make:
        return True
    with suppress(OSError, ValueError, IndexError):
        status = Path(f"/proc/{make}/status").read_text()
        [blocked] = [line.split()[1] for line in status.splitlines() if line.startswith("SigBlk")]
        return any(
            int(blocked, 16) & (1 << (number - 1)) for number in (signal.SIGINT, signal.SIGHUP)
        )
    return False


def _end(parts: list[Part]) -> None:
    for part in parts:
        if part.process.poll() is None:
            part.process.terminate()
    for part in parts:
        _end_process(part.process)


def _end_process(process: subprocess.Popen[bytes]) -> None:
    """End a part and whatever it started; by force when the grace is over."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(GRACE + 2)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdin:
        process.stdin.close()


def _release(guard: subprocess.Popen[bytes]) -> None:
    if guard.stdin:
        guard.stdin.close()
    guard.wait()


def _stop(_number: int, _frame: FrameType | None) -> None:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    raise Stopped
