"""Make a backup: the database as of one moment, then the objects it may name, then the keys."""

import hashlib
import io
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import obstore

import vermilion
from vermilion.site import embedded
from vermilion.site.backups import sealing
from vermilion.site.backups.history import remember_made
from vermilion.site.backups.places import SECRETS, Line, Progress, store_of

PIECE = 1024 * 1024


def make(
    destination: Path,
    *,
    home: Path,
    database: str,
    store: str,
    locks: sealing.Locks,
    at: datetime,
    progress: Progress,
) -> Path:
    """Write a backup below the destination, whole or not at all; gives its folder.

    The database is dumped first: an object is stored before the row that names it, so every
    object the dump names is there when the objects are copied after it.
    """
    name = at.strftime("%Y-%m-%dT%H%M%SZ")
    draft = destination / f".{name}.draft"
    draft.mkdir(parents=True)
    key = sealing.new_key()
    try:
        progress("database", 0, 0)
        lines = [
            _seal(draft, key, "database", _dump("pg_dump", "--format=custom", database)),
            _seal(draft, key, "roles", _dump("pg_dumpall", "--roles-only", database)),
        ]
        lines += _objects(store, destination / "objects", progress)
        lines.append(_seal(draft, key, "secrets", _archive(home)))
        _manifest(draft, key, locks, lines, at)
        _sync(draft)
        made = draft.rename(destination / name)
        _sync(destination)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    remember_made(home, destination, at)
    return made


def _seal(folder: Path, key: bytes, about: str, pieces: Iterable[bytes]) -> Line:
    path = folder / f"{about}.sealed"
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for piece in sealing.sealed(key, about, pieces):
            digest.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return Line(path.name, path.stat().st_size, digest.hexdigest())


def _dump(program: str, option: str, database: str) -> Iterator[bytes]:
    """What a program of PostgreSQL writes. A dump that breaks off is an error, not a short one."""
    command = [embedded.program(program), option, f"--dbname={database}"]
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said) as process,  # noqa: S603 - our own words and the operator's address
    ):
        while process.stdout and (piece := process.stdout.read(PIECE)):
            yield piece
        if process.wait():
            said.seek(0)
            raise OSError(f"{program} failed: {said.read().decode(errors='replace').strip()}")


def _objects(address: str, kept: Path, progress: Progress) -> list[Line]:
    """Copy what is not there yet. An object never changes, so a name that is there is enough."""
    store = store_of(address)
    found = [each for batch in obstore.list(store) for each in batch]
    lines = []
    for number, each in enumerate(sorted(found, key=lambda one: one["path"]), 1):
        target = kept / each["path"]
        if not target.exists() or target.stat().st_size != each["size"]:
            _copy(obstore.get(store, each["path"]).stream(), target)
        lines.append(Line(f"objects/{each['path']}", each["size"], _digest(target)))
        progress("objects", number, len(found))
    return lines


def _copy(pieces: Iterable[object], target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.draft")
    with draft.open("wb") as file:
        for piece in pieces:
            file.write(bytes(piece))  # type: ignore[call-overload] # obstore's Bytes is a buffer
        file.flush()
        os.fsync(file.fileno())
    draft.replace(target)


def _archive(home: Path) -> list[bytes]:
    """The keys and the log's memory. Small, and never on disk in the clear."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name in SECRETS:
            if (home / name).exists():
                archive.add(home / name, arcname=name, filter=_plain)
    return [held.getvalue()]


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry if entry.isfile() or entry.isdir() else None


def _manifest(
    folder: Path, key: bytes, locks: sealing.Locks, lines: list[Line], at: datetime
) -> None:
    content = json.dumps(
        {
            "format": 1,
            "version": vermilion.__version__,
            "at": at.isoformat(),
            "lock": locks.lock(key),
            "files": [line.as_list() for line in lines],
        },
        indent=1,
    ).encode()
    (folder / "manifest.json").write_bytes(content)
    (folder / "manifest.mark").write_text(sealing.mark(key, content))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(folder: Path) -> None:
    for path in (*folder.glob("manifest.*"), folder):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
