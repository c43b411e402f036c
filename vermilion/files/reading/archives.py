"""Whether a packed file keeps within bounds: counted as it unpacks, not as it says."""

import bz2
import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from typing import IO, Any

from vermilion.files.reading.trouble import Trouble

PIECE = 256 * 1024
HELD = 8 * 1024 * 1024
BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    KeyError,
)


class _Bounds:
    """What is left of the room in which all that is packed, at any depth, must fit."""

    def __init__(self, *, size: int, entries: int, depth: int, ratio: int, packed: int) -> None:
        # A small file may grow a good deal: a page of text packs to a hundredth of its size.
        self.limit = max(16 * 1024 * 1024, min(size, packed * ratio))
        self.size = 0
        self.entries = 0
        self.most_entries = entries
        self.depth = depth
        self.locked = 0

    def grow(self, amount: int) -> None:
        self.size += amount
        if self.size > self.limit:
            raise Trouble("bursts", limit=self.limit)

    def enter(self) -> None:
        self.entries += 1
        if self.entries > self.most_entries:
            raise Trouble("too-many-entries", limit=self.most_entries)


def answer(*, file: int, size: int, entries: int, depth: int, ratio: int) -> dict[str, Any]:
    """Unpack everything once, keeping nothing, and tell how much it was."""
    with open(file, "rb", closefd=False) as packed:
        length = packed.seek(0, 2)
        packed.seek(0)
        bounds = _Bounds(size=size, entries=entries, depth=depth, ratio=ratio, packed=length)
        _look(packed, bounds, 0)
    return {"entries": bounds.entries, "size": bounds.size, "locked": bounds.locked}


def _look(packed: IO[bytes], bounds: _Bounds, depth: int) -> None:
    head = packed.read(512)
    packed.seek(0)
    walk = _walk_for(head)
    if walk is None:
        return
    if depth >= bounds.depth:
        raise Trouble("too-deep", limit=bounds.depth)
    try:
        walk(packed, bounds, depth + 1)
    except BROKEN as fault:
        # Inside another archive a broken one is somebody's attachment, not a broken hand-in.
        if depth == 0:
            raise Trouble("damaged") from fault


def _walk_for(head: bytes) -> Callable[[IO[bytes], _Bounds, int], None] | None:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip
    if head.startswith(b"\x1f\x8b"):
        return lambda packed, bounds, depth: _single(gzip.GzipFile(fileobj=packed), bounds, depth)
    if head.startswith(b"BZh"):
        return lambda packed, bounds, depth: _single(bz2.open(packed), bounds, depth)
    if head.startswith(b"\xfd7zXZ\0"):
        return lambda packed, bounds, depth: _single(lzma.open(packed), bounds, depth)
    if head[257:262] == b"ustar":
        return _tar
    return None


def _zip(packed: IO[bytes], bounds: _Bounds, depth: int) -> None:
    with zipfile.ZipFile(packed) as archive:
        for entry in archive.infolist():
            bounds.enter()
            if entry.is_dir():
                continue
            if entry.flag_bits & 0x1:
                bounds.locked += 1
                continue
            with archive.open(entry) as content:
                _content(content, bounds, depth)


def _tar(packed: IO[bytes], bounds: _Bounds, depth: int) -> None:
    with tarfile.open(fileobj=packed, mode="r:") as archive:
        for entry in archive:
            bounds.enter()
            content = archive.extractfile(entry) if entry.isreg() else None
            if content is not None:
                with content:
                    _content(content, bounds, depth)


def _single(content: IO[bytes] | io.BufferedIOBase, bounds: _Bounds, depth: int) -> None:
    bounds.enter()
    with content:
        # A compressed tar is one archive to people, not one in another.
        _content(content, bounds, depth - 1)


def _content(content: IO[bytes] | io.BufferedIOBase, bounds: _Bounds, depth: int) -> None:
    head = content.read(512)
    if _walk_for(head) is None:
        bounds.grow(len(head))
        while piece := content.read(PIECE):
            bounds.grow(len(piece))
        return
    with tempfile.SpooledTemporaryFile(HELD) as held:
        while head:
            bounds.grow(len(head))
            held.write(head)
            head = content.read(PIECE)
        held.seek(0)
        _look(held, bounds, depth)
