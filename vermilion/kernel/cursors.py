"""What addresses and forms say of rows: keys, and the last line somebody has read.

Both come from outside. What is no key is nothing, never an error: an address that somebody cut
short opens the page without what it lost.
"""

from collections.abc import Iterable
from datetime import datetime

LONGEST_KEY = 18
"""Digits of the longest number that fits into any bigint."""


def as_key(text: object) -> int | None:
    """The key that an address or a form names; None for what is none.

    Only ASCII digits are one, and only as many as PostgreSQL's bigint holds.
    """
    said = str(text)
    fits = said.isascii() and said.isdecimal() and len(said) <= LONGEST_KEY
    return int(said) if fits else None


def as_keys(texts: Iterable[object]) -> list[int]:
    """Those of these that are keys, in their order."""
    return [key for each in texts if (key := as_key(each)) is not None]


def moment_and_key(cursor: str) -> tuple[datetime, int] | None:
    """The line last read of a list that is ordered by time, as `cursor_of` wrote it."""
    moment, _mark, key = cursor.partition("~")
    number = as_key(key)
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return (at, number) if number is not None and at.tzinfo is not None else None


def cursor_of(at: datetime, key: int) -> str:
    """A line of a list that is ordered by time, for an address."""
    return f"{at.isoformat()}~{key}"
