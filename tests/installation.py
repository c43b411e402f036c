"""An installation of its own for a test: started by the same command as anybody's, then stopped.

Nothing of it is shared with the test's own process: it has its own home, database, port, web
server and worker, and is reached as people reach it.
"""

import fcntl
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
ANSWERS_WITHIN = 300.0
"""Seconds. The first start migrates and plants; on a busy machine that takes minutes."""


class Installation:
    """A running `vermilion demo` or `vermilion run` on a home and a port of its own."""

    def __init__(self, home: Path, *words: str, **settings: str) -> None:
        self.home = home
        self.port = a_free_port()
        self.words = words or ("demo",)
        self.log = home.parent / f"{home.name}.log"
        self._settings = settings
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What a command needs around it to speak of this installation."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("VERMILION_") and name not in ("DJANGO_SETTINGS_MODULE", "PORT")
        }
        return {
            **kept,
            "VERMILION_HOME": str(self.home),
            "PORT": str(self.port),
            "PYTHONPATH": str(REPOSITORY),
            **self._settings,
        }

    def command(
        self, *words: str, timeout: float = 300, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Run `vermilion …` on this home and wait for its end."""
        return subprocess.run(
            [sys.executable, "-m", "vermilion", *words],
            cwd=REPOSITORY,
            env={**self.environment, **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    def start(self) -> None:
        """Start it, and return once it answers."""
        self.home.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            said = log.tell()
            self.process = subprocess.Popen(
                [sys.executable, "-m", "vermilion", *self.words],
                cwd=REPOSITORY,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.wait_until_ready()
        while b"is ready at" not in self.log.read_bytes()[said:]:
            time.sleep(0.05)

    def wait_until_ready(self, within: float = ANSWERS_WITHIN) -> None:
        """Return once the door answers; fail with the log when the process ends first."""
        deadline = time.monotonic() + within
        while not self.is_ready():
            if self.process is not None and self.process.poll() is not None:
                raise AssertionError(f"It ended:\n{self.log.read_text()[-3000:]}")
            if time.monotonic() > deadline:
                raise AssertionError(f"It does not answer:\n{self.log.read_text()[-3000:]}")
            time.sleep(0.1)

    def is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=5):  # noqa: S310 - our own address
                return True
        except (urllib.error.URLError, OSError):
            return False

    def stop(self, number: signal.Signals = signal.SIGTERM, within: float = 40) -> int:
        """Send the signal and wait for the end; its exit status."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(within)

    def processes(self) -> dict[int, str]:
        """Every living process that belongs to this home, with its command."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                environment = (folder / "environ").read_bytes()
                state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
            except (FileNotFoundError, ProcessLookupError, PermissionError):
                continue
            ours = f"VERMILION_HOME={self.home}\0".encode() in environment
            if state != "Z" and (ours or str(self.home / "postgres") in command):
                found[int(folder.name)] = command.strip()
        found.pop(os.getpid(), None)
        return found

    def pids(self, word: str) -> list[int]:
        """The processes of this home whose command has the word, oldest first."""
        return sorted(pid for pid, command in self.processes().items() if word in command)

    def postmaster(self) -> int:
        return int((self.home / "postgres" / "postmaster.pid").read_text().split()[0])

    def database_url(self) -> str:
        from vermilion.site import embedded

        lines = (self.home / "postgres" / "postmaster.pid").read_text().splitlines()
        return (
            f"postgresql://postgres@/{embedded.DATABASE}"
            f"?host={lines[4].strip()}&port={lines[3].strip()}"
        )

    def wait_until_gone(self, within: float = 40) -> dict[int, str]:
        """Wait until no process of this home is left; gives what is left after the time."""
        deadline = time.monotonic() + within
        while (left := self.processes()) and time.monotonic() < deadline:
            time.sleep(0.2)
        return left


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def home_of_tests() -> Path:
    """The folder under which tests may keep installations."""
    return Path(os.environ.get("VERMILION_TEST_HOME", "var/test")).resolve()


@contextmanager
def running(name: str, *words: str, fresh: bool = True, **settings: str) -> Iterator[Installation]:
    """An installation that runs while this lasts, and leaves nothing running.

    A demonstration is planted once for the code as it is, and copied for each that starts fresh.
    """
    home = home_of_tests() / "installations" / name
    if fresh:
        shutil.rmtree(home, ignore_errors=True)
        if words[:1] == ("demo",):
            home.parent.mkdir(parents=True, exist_ok=True)
            # With owners: the database belongs to a user of its own where tests run as root.
            subprocess.run(["cp", "-a", str(_planted(*words)), str(home)], check=True)
    installation = Installation(home, *words, **settings)
    installation.log.unlink(missing_ok=True)
    installation.start()
    try:
        yield installation
    finally:
        if installation.process is not None and installation.process.poll() is None:
            installation.stop()
        left = installation.wait_until_gone()
        for pid in left:
            os.kill(pid, signal.SIGKILL)


def _planted(*words: str) -> Path:
    """The home of a demonstration that was planted by the code as it is, and stopped."""
    folder = home_of_tests() / "installations"
    folder.mkdir(parents=True, exist_ok=True)
    home = folder / f"planted-{_digest_of_the_code(*words)}"
    with (folder / "planting").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "planted").exists():
            for older in folder.glob("planted-*"):
                shutil.rmtree(older) if older.is_dir() else older.unlink()
            first = Installation(home, *words)
            first.start()
            first.stop()
            (home / "planted").touch()
    return home


def _digest_of_the_code(*words: str) -> str:
    digest = hashlib.sha256(" ".join(words).encode())
    for path in sorted((REPOSITORY / "vermilion").rglob("*")):
        if path.is_file() and "tests" not in path.parts and path.suffix in {".py", ".json", ".sql"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@contextmanager
def speaking_to(installation: Installation) -> Iterator[None]:
    """Have this process speak to the database and the files of an installation."""
    from django.conf import settings
    from django.db import connection

    before = {name: connection.settings_dict[name] for name in ("NAME", "HOST", "PORT", "USER")}
    lines = (installation.home / "postgres" / "postmaster.pid").read_text().splitlines()
    _hang_up()
    connection.settings_dict.update(
        NAME="vermilion", HOST=lines[4].strip(), PORT=lines[3].strip(), USER="postgres"
    )
    own = settings.VERMILION
    settings.VERMILION = replace(own, home=str(installation.home))
    try:
        yield
    finally:
        settings.VERMILION = own
        _hang_up()
        connection.settings_dict.update(before)


def _hang_up() -> None:
    from django.db import connection

    connection.close()
    connection.close_pool()  # type: ignore[attr-defined] # of PostgreSQL's backend alone
