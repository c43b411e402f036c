"""Put a stream of bytes into the store under a key of its own, and get it out again."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.utils.translation import gettext_lazy as _

from vermilion.files import keys, models, sealing, store
from vermilion.kernel.refusals import Refused

PIECE = 256 * 1024
FIRST_KEY = "store-1"


FAULTS = (sealing.Damaged, keys.KeyMissing, store.Missing, *store.TROUBLE)
"""What is raised when kept bytes cannot be had."""


class Readable(Protocol):
    """Anything that gives out bytes piece by piece."""

    def read(self, size: int = -1, /) -> bytes: ...


Stream = Readable | Iterable[bytes]


class FileTooLarge(Refused):
    message = _("The file is larger than %(limit_mib)s MiB, the most this installation takes.")
    status = 413
    field = "file"


class FileEmpty(Refused):
    message = _("The file is empty. Nothing was stored.")
    status = 422
    field = "file"


class StoreSilent(Refused):
    message = _("The file store takes nothing at the moment. Nothing was stored; try again later.")
    status = 503
    field = "file"


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes that are safely in the store, and what a row must know to find them again."""

    place: str
    data_key: bytes
    digest: str
    size: int


def keep(kind: str, stream: Stream, *, limit: int) -> Kept:
    """Encrypt a stream into the store as it comes in. Nothing stays of one that is refused."""
    passing = _Passing(stream, limit)
    place = store.new_place(kind)
    data_key = sealing.fresh_key()
    try:
        store.put(place, sealing.sealed(passing, data_key))
    except store.TROUBLE as fault:
        if isinstance(fault, BrokenLine):
            raise
        raise StoreSilent from fault
    return Kept(place, data_key, passing.digest, passing.size)


def filled(row: models.Sealed, kept: Kept, *, at: datetime) -> None:
    """Write into a row where its bytes lie and the key that opens them, wrapped."""
    row.place = kept.place
    row.size = kept.size
    rewrapped(row, kept.data_key, at=at)


def rewrapped(row: models.Sealed, data_key: bytes, *, at: datetime) -> None:
    """Wrap the key of an object anew under the master key of the day."""
    master = current_key(at)
    row.key = master
    row.wrapped = keys.wrapped(
        data_key, name=master.name, expected=master.fingerprint, about=row.about
    )


def data_key_of(row: models.Sealed) -> bytes:
    """The key of an object. `KeyMissing` when its master key is not on this machine."""
    return keys.unwrapped(
        bytes(row.wrapped), name=row.key.name, expected=row.key.fingerprint, about=row.about
    )


def opened(row: models.Sealed, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
    """The plain bytes of an object from `start` up to `stop`, each verified before it is given.

    Only the segments that hold them are fetched.
    """
    stop = row.size if stop is None else min(stop, row.size)
    wanted = stop - start
    if wanted <= 0:
        return
    stream = store.read(row.place, sealing.offset_of(start), sealing.end_of(stop))
    for piece in sealing.unsealed(stream, data_key_of(row), size=row.size, start=start):
        yield piece[:wanted]
        wanted -= len(piece)
        if wanted <= 0:
            return


def current_key(at: datetime) -> models.MasterKey:
    """The master key under which new objects are sealed; the first is made when none is there."""
    newest = models.MasterKey.objects.filter(retired_at=None).order_by("-pk").first()
    if newest:
        return newest
    fingerprint = keys.make(FIRST_KEY)
    first = models.MasterKey(name=FIRST_KEY, fingerprint=fingerprint, made_at=at)
    models.MasterKey.objects.bulk_create([first], ignore_conflicts=True)
    return models.MasterKey.objects.get(name=FIRST_KEY)


class BrokenLine(OSError):
    """The one who hands in stopped sending."""


class _Passing:
    """Counts and digests a stream as it passes by, and stops it at the limit."""

    def __init__(self, stream: Stream, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self._hash = hashlib.sha256()
        self.size = 0

    @property
    def digest(self) -> str:
        return self._hash.hexdigest()

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces():
            self.size += len(piece)
            if self.size > self._limit:
                raise FileTooLarge(limit=self._limit, limit_mib=self._limit // (1024 * 1024))
            self._hash.update(piece)
            yield piece
        if self.size == 0:
            raise FileEmpty

    def _pieces(self) -> Iterator[bytes]:
        try:
            if isinstance(self._stream, Iterable) and not hasattr(self._stream, "read"):
                yield from self._stream
                return
            while piece := self._stream.read(PIECE):
                yield piece
        except OSError as fault:
            raise BrokenLine(*fault.args) from fault
