"""The home folder of an installation: may it be used, is there room, is somebody in already."""

import fcntl
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOM_NEEDED = 500 * 1024 * 1024
"""Bytes. An empty database with its log takes about a fifth of it."""


class CannotStart(Exception):
    """The installation cannot start here; the message tells the operator why, and what helps."""


def from_environment() -> Path:
    """The home folder that the operator named, or `var` where one stands."""
    return Path(os.environ.get("VERMILION_HOME") or "var").resolve()


def prepare(home: Path) -> None:
    """Have a folder that can be written to and has room; otherwise say why not."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        probe = home / f".writable.{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise CannotStart(
            f"The folder {home} cannot be written to ({error.strerror}). "
            "Name another one: VERMILION_HOME=/folder/of/yours"
        ) from error
    free = shutil.disk_usage(home).free
    if free < ROOM_NEEDED:
        raise CannotStart(
            f"Only {free // 2**20} MiB are free where {home} lies; "
            f"at least {ROOM_NEEDED // 2**20} are needed."
        )


@contextmanager
def held(home: Path) -> Iterator[None]:
    """Be the one installation that runs on this home. Its lock goes with the process."""
    path = home / "running"
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            who = file.read().strip() or "another process"
            raise CannotStart(
                f"Vermilion runs already on {home} ({who}). "
                "Stop that one, or name another folder: VERMILION_HOME=/folder/of/yours"
            ) from None
        file.truncate(0)
        file.write(f"process {os.getpid()}")
        file.flush()
        yield
        file.truncate(0)


def require_port(address: str, port: str) -> int:
    """The port as a number, if a server may listen there; otherwise says why not."""
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise CannotStart(f"PORT must be a number from 1 to 65535, not {port!r}.")
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, int(port)))
        except OSError as error:
            raise CannotStart(
                f"Port {port} of {address} cannot be listened on ({error.strerror}). "
                "Choose another one: PORT=8001"
            ) from error
    return int(port)
