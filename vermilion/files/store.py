"""The place where sealed objects lie: a folder, or any store that speaks S3.

Objects get names that tell nothing, not even the digest of what they hold: who runs the store
cannot recognise a known file in it.
"""

import os
import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import obstore
from django.conf import settings
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, from_url

PIECE = 1024 * 1024
PART = 8 * 1024 * 1024
TROUBLE = (BaseError, OSError)
"""What a store raises when it does not answer, is full, or lacks an object."""


class Missing(Exception):
    """There is no object at this place."""


class Lying(NamedTuple):
    """An object as the store lists it."""

    place: str
    size: int
    since: datetime


def new_place(kind: str) -> str:
    """A name nobody has: `blobs/3f/3f…`. Folders of 256 keep a listing short."""
    name = secrets.token_hex(16)
    return f"{kind}/{name[:2]}/{name}"


def put(place: str, stream: Iterable[bytes]) -> None:
    """Write an object. It is there whole and for good when this returns, or not at all."""
    store = _store(_address())
    writer = obstore.open_writer(store, place, buffer_size=PART, max_concurrency=2)
    try:
        for piece in stream:
            writer.write(piece)
        writer.close()
    finally:
        # A writer that is let go without being closed takes back what it wrote.
        del writer
    if isinstance(store, LocalStore) and store.prefix is not None:
        _sync(Path(store.prefix) / place)


def read(place: str, start: int, end: int) -> Iterator[bytes]:
    """The bytes of an object from `start` to `end` or to its own end, whichever comes first."""
    try:
        answer = obstore.get(
            _store(_address()), place, options={"range": (start, max(end, start + 1))}
        )
        for piece in answer.stream(min_chunk_size=PIECE):
            yield bytes(piece)
    except FileNotFoundError as absent:
        raise Missing(place) from absent


def is_there(place: str) -> bool:
    """Whether the store holds an object at this place."""
    try:
        obstore.head(_store(_address()), place)
    except FileNotFoundError:
        return False
    return True


def remove(places: Iterable[str]) -> None:
    """Remove objects; those already gone are no matter."""
    store = _store(_address())
    for place in places:
        try:
            obstore.delete(store, place)
        except FileNotFoundError:
            continue


def listed(kind: str) -> Iterator[Lying]:
    """Every object of a kind, as the store itself tells."""
    for batch in obstore.list(_store(_address()), prefix=f"{kind}/"):
        for each in batch:
            yield Lying(each["path"], each["size"], each["last_modified"])


def _address() -> str:
    given: str = settings.VERMILION.store_url
    return given or (settings.VERMILION.home_folder / "store").as_uri()


@lru_cache(maxsize=4)
def _store(address: str) -> ObjectStore:
    if address.startswith("file:"):
        return from_url(address, mkdir=True)
    return from_url(address)


def _sync(path: Path) -> None:
    """Make a file and its entry in each folder above it survive a power cut."""
    for each in (path, path.parent, path.parent.parent):
        handle = os.open(each, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
