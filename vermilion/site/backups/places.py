"""What a backup consists of, and where its parts come from."""

from dataclasses import dataclass
from typing import Any, Protocol

from obstore.store import ObjectStore, from_url

KEYS = "keys"
MEMORY = "log"
SECRETS = (KEYS, MEMORY)
"""Folders of the home that cannot be made again: keys, and what the log remembers having signed."""


class Progress(Protocol):
    """Told how far a long work has come. A total of nought means that nobody knows."""

    def __call__(self, what: str, done: int, total: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One file of a backup: where it lies, how long it is, its SHA-256."""

    path: str
    size: int
    digest: str

    def as_list(self) -> list[Any]:
        return [self.digest, self.size, self.path]


def store_of(address: str) -> ObjectStore:
    """The store at an address; a folder that is not there yet is made."""
    if address.startswith("file:"):
        return from_url(address, mkdir=True)
    return from_url(address)
