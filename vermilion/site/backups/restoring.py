"""The way back: verify every byte, then lay the installation out again."""

import hashlib
import io
import json
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import obstore

from vermilion.site import embedded
from vermilion.site.backups import sealing
from vermilion.site.backups.places import SECRETS, Line, Progress, store_of
from vermilion.site.backups.sealing import Damaged

PIECE = 1024 * 1024


class NotEmpty(Exception):
    """Something lies where the installation would be restored to; nothing was touched."""


def latest(source: Path) -> Path:
    """The backup itself, or the newest of the backups in a folder."""
    if (source / "manifest.json").exists():
        return source
    made = sorted(each.parent for each in source.glob("*/manifest.json"))
    if not made:
        raise FileNotFoundError(f"There is no backup in {source}.")
    return made[-1]


def verify(backup: Path, *, opener: sealing.Opener, progress: Progress) -> bytes:
    """Check every byte of a backup against its manifest, and the manifest against its key.

    Gives the key. `Damaged` names the first file that is not what was written.
    """
    content = (backup / "manifest.json").read_bytes()
    try:
        manifest = json.loads(content)
        key = opener.open(manifest["lock"])
        lines = _lines(manifest)
    except (KeyError, TypeError, ValueError) as error:
        raise Damaged(f"{backup / 'manifest.json'} is damaged.") from error
    if not sealing.is_marked(key, content, (backup / "manifest.mark").read_text().strip()):
        raise Damaged(f"{backup / 'manifest.json'} is damaged or was changed.")
    for number, line in enumerate(lines, 1):
        _verify(_path(backup, line), line)
        progress("digests", number, len(lines))
    return key


def lay_out(
    backup: Path, *, home: Path, store: str, opener: sealing.Opener, force: bool, progress: Progress
) -> bytes:
    """Put keys and objects of a whole backup where they belong; gives the key for `fill`.

    Refuses a home that holds anything; when forced, that is moved aside and kept. Nothing is
    written before every byte of the backup has been checked.
    """
    occupied = [name for name in (*SECRETS, "postgres", "store") if _holds(home / name)]
    if occupied and not force:
        raise NotEmpty(f"{home} is not empty: {', '.join(occupied)}")
    key = verify(backup, opener=opener, progress=progress)
    for name in occupied:
        (home / f"{name}-before-{backup.name}").mkdir(exist_ok=True)
        (home / name).rename(home / f"{name}-before-{backup.name}" / name)
    _unpack(home, key, backup / "secrets.sealed")
    _put_objects(backup, store, progress)
    return key


def fill(database: str, key: bytes, backup: Path) -> None:
    """Fill an empty database, in one transaction: it ends up whole or stays empty."""
    # Roles belong to the cluster and some are there already: what is refused was there before,
    # and a role that is truly missing fails the restore below.
    roles = b"".join(sealing.opened(key, "roles", _pieces(backup / "roles.sealed")))
    _run([embedded.program("psql"), "--quiet", "--no-psqlrc", f"--dbname={database}"], [roles])
    words = ["--exit-on-error", "--single-transaction", "--no-owner", f"--dbname={database}"]
    stream = sealing.opened(key, "database", _pieces(backup / "database.sealed"))
    _run([embedded.program("pg_restore"), *words], stream)


def _verify(path: Path, line: Line) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise Damaged(f"{path} is missing.") from error
    if (size, digest) != (line.size, line.digest):
        raise Damaged(f"{path} is damaged.")


def _lines(manifest: dict[str, Any]) -> list[Line]:
    return [Line(str(path), int(size), str(digest)) for digest, size, path in manifest["files"]]


def _path(backup: Path, line: Line) -> Path:
    return (backup.parent if line.path.startswith("objects/") else backup) / line.path


def _holds(path: Path) -> bool:
    return path.is_dir() and any(path.iterdir())


def _unpack(home: Path, key: bytes, path: Path) -> None:
    held = b"".join(sealing.opened(key, "secrets", _pieces(path)))
    home.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(held)) as archive:
        archive.extractall(home, filter="data")
    for name in SECRETS:
        if (home / name).exists():
            (home / name).chmod(0o700)


def _put_objects(backup: Path, address: str, progress: Progress) -> None:
    store = store_of(address)
    manifest = json.loads((backup / "manifest.json").read_bytes())
    lines = [line for line in _lines(manifest) if line.path.startswith("objects/")]
    for number, line in enumerate(lines, 1):
        obstore.put(store, line.path.removeprefix("objects/"), _path(backup, line))
        progress("objects", number, len(lines))


def _run(command: list[str], pieces: Iterable[bytes]) -> None:
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(  # noqa: S603 - our own words and the operator's address
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said
        ) as process,
    ):
        try:
            if process.stdin:
                process.stdin.writelines(pieces)
                process.stdin.close()
        except BrokenPipeError:
            pass
        except Damaged:
            process.kill()
            raise
        if process.wait():
            said.seek(0)
            words = said.read().decode(errors="replace").strip()[-2000:]
            raise OSError(f"{Path(command[0]).name} failed: {words}")


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
