"""Make a backup: the database as of one moment, then the objects it may name, then the keys."""

import hashlib
import io
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

import obstore

import vermilion
from vermilion.site import embedded
from vermilion.site.backups import sealing
from vermilion.site.backups.history import remember_made
from vermilion.site.backups.places import KEYS, MEMORY, Line, Progress, store_of

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

    The database is dumped before the objects are copied: an object is stored before the row that
    names it, so every object that the dump names is there. Keys come last for the same reason.
    What the log remembers having signed is taken first: what is signed during the dump is not in
    it, and a log that remembers more than it has would be found cut off.
    """
    name = at.strftime("%Y-%m-%dT%H%M%SZ")
    draft = destination / f".{name}.draft"
    draft.mkdir(parents=True)
    key = sealing.new_key()
    remembered = _held(home / MEMORY)
    try:
        progress("database", 0, 0)
        lines = [
            _seal(draft, key, "database", _dump("pg_dump", "--format=custom", database)),
            _seal(draft, key, "roles", _dump("pg_dumpall", "--roles-only", database)),
        ]
        lines += _objects(store, destination / "objects", progress)
        lines.append(
            _seal(draft, key, "secrets", _archive({MEMORY: remembered, KEYS: _held(home / KEYS)}))
        )
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


def _held(folder: Path) -> dict[str, bytes]:
    """The files of a folder, by their paths in it. Small, and never on disk in the clear."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        # A name that begins with a dot is a draft: it is renamed when it is whole.
        if path.is_file() and not path.name.startswith(".")
    }


def _archive(folders: Mapping[str, Mapping[str, bytes]]) -> list[bytes]:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for folder, files in folders.items():
            for name, content in files.items():
                entry = tarfile.TarInfo(f"{folder}/{name}")
                entry.mode, entry.size = 0o600, len(content)
                archive.addfile(entry, io.BytesIO(content))
    return [held.getvalue()]


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
