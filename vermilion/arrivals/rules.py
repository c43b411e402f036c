"""Decisions of the inbox, from plain values to plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from vermilion.kernel import text

STILL = timedelta(seconds=8)
"""A file in a watched folder that did not change for so long has stopped growing."""

NOT_YET_WHOLE = (".part", ".partial", ".crdownload", ".tmp", ".temp", ".filepart", "~", ".swp")
"""Endings under which programs write what is not whole yet."""

PACKED = frozenset({"application/zip", "application/x-zip-compressed"})
MAIL = "message/rfc822"

_LETTERS = {".pdf": 3, ".docx": 2, ".doc": 2, ".odt": 2, ".tif": 1, ".tiff": 1, ".jpg": 1}
_LETTERS |= {".jpeg": 1, ".png": 1}
_ANNEXES = ("phu luc", "phuluc", "annex", "appendix", "dinh kem", "dinhkem", "attachment", "pl0")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file of an arrival that may be the paper itself; `found` counts what was read of it."""

    name: str
    found: int = 0


def the_paper(files: Sequence[Candidate]) -> int:
    """Which of several files is the paper itself: the place in the sequence.

    What most could be read of; then what looks like a letter by its name; then the first.
    """
    return max(range(len(files)), key=lambda place: (*_weight(files[place]), -place), default=0)


def _weight(file: Candidate) -> tuple[int, int, int]:
    name = file.name.casefold()
    ending = name[name.rfind(".") :] if "." in name else ""
    is_annex = any(word in name.replace("_", " ").replace("-", " ") for word in _ANNEXES)
    return file.found, 0 if is_annex else 1, _LETTERS.get(ending, 0)


def holds_several(name: str, media_type: str) -> str:
    """How a file is unpacked: `mail`, `zip`, or not at all."""
    lowered = name.casefold()
    if media_type == MAIL or lowered.endswith(".eml"):
        return "mail"
    if lowered.endswith(".zip") and (media_type in PACKED or not media_type):
        return "zip"
    return ""


def may_still_grow(name: str) -> bool:
    """Whether a name in a watched folder says that its file is not whole yet, or is nobody's."""
    return name.startswith(".") or name.casefold().endswith(NOT_YET_WHOLE)


def has_stopped_growing(
    before: tuple[int, int], now: tuple[int, int], since: datetime, at: datetime
) -> bool:
    """Size and time of change have stayed the same for a while."""
    return before == now and at - since >= STILL


def came_late(came_at: datetime, deliver_at: datetime | None) -> bool:
    """A timed flash that reached us after the hour for which it was sent."""
    return deliver_at is not None and came_at > deliver_at


def is_overdue(deliver_at: datetime | None, at: datetime) -> bool:
    """The hour of delivery has gone by, and it still waits."""
    return deliver_at is not None and at > deliver_at


def abbreviation_of(symbol: str) -> str:
    """The letters after the number that tell the type: QĐ of 15/QĐ-BNV, HD of 36-HD/VPTW."""
    rest = symbol.strip().lstrip("0123456789").lstrip(" /-")
    letters = ""
    for sign in rest:
        if sign in "/-–_ ":
            break
        letters += sign
    return letters.casefold()[:10]


def shortened(words: str, most: int = 120) -> str:
    """Words cut to a line, at a space where there is one."""
    if len(words) <= most:
        return words
    return words[: most - 1].rsplit(" ", 1)[0] + "…"


def issuer_cue(parent: str, issuer: str) -> str:
    """What the words of an issuer on a paper are known by; nothing without words."""
    return f"{text.same_name_key(parent)}|{text.same_name_key(issuer)}" if issuer else ""


def type_cue(issuer: str, symbol: str) -> str:
    """What an issuer's use of an abbreviation is known by; nothing without one."""
    abbreviation = abbreviation_of(symbol)
    return f"{text.same_name_key(issuer)}|{abbreviation}" if abbreviation else ""


def leader_cue(issuer: str, type_id: int | None) -> str:
    """What papers of one issuer and type are known by."""
    return f"{text.same_name_key(issuer)}|{type_id or ''}"
