"""Short links: codes that stand on paper and lead, after signing in, to where the thing is.

A code is the kind of thing, its number and two signs that betray a slip of the pen. It is no
secret and opens nothing: who follows it sees what the rights allow, or how to ask.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime

from vermilion.kernel.actors import Actor

Place = Callable[[Actor, int, datetime], str]

places: dict[str, Place] = {}
"""Where things of a kind are, by one letter; empty for those who may not see them. For `site`."""

helpers: list[Callable[[Actor, datetime], list[str]]] = []
"""Whom one asks who may not see a thing. Filled by `site`."""

_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
_CHECKED_BY = 2
LONGEST = 20


def code_of(kind: str, number: int) -> str:
    """The code of a thing: `e1f7-k2`, without letters that are taken for figures."""
    written = ""
    while number:
        number, rest = divmod(number, len(_SIGNS))
        written = _SIGNS[rest] + written
    return f"{kind}{written}-{_check(kind, written)}"


def read(code: str) -> tuple[str, int] | None:
    """The kind and the number that a code means, however it was typed. None if it means none."""
    bare = code.lower().replace("-", "").replace("o", "0").replace("i", "1").replace("l", "1")
    if not _CHECKED_BY + 1 < len(bare) <= LONGEST:
        return None
    kind, written, check = bare[0], bare[1:-_CHECKED_BY], bare[-_CHECKED_BY:]
    if set(written) - set(_SIGNS) or check != _check(kind, written):
        return None
    number = 0
    for sign in written:
        number = number * len(_SIGNS) + _SIGNS.index(sign)
    return kind, number


def place_of(actor: Actor, code: str, at: datetime) -> str:
    """Where a code leads this actor. Empty if it leads nowhere, or nowhere for this actor."""
    meant = read(code)
    if meant is None or meant[0] not in places:
        return ""
    return places[meant[0]](actor, meant[1], at)


def _check(kind: str, written: str) -> str:
    summed = hashlib.sha256(f"{kind}{written}".encode()).digest()
    return "".join(_SIGNS[each % len(_SIGNS)] for each in summed[:_CHECKED_BY])
