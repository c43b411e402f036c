"""Words of the office that papers are recognised by: types, marks, titles, heads of names."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from vermilion.documents.reading.letters import fold, key, spelt
from vermilion.documents.reading.lists import listed


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A type of document as it stands on papers."""

    code: str
    family: str
    name: str
    key: str
    abbreviations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkWord:
    """A mark as it is stamped or printed."""

    kind: str
    value: int | str
    key: str
    words: str


@cache
def _data() -> dict[str, object]:
    text = (files("vermilion.documents") / "data" / "types.json").read_text("utf-8")
    loaded: dict[str, object] = json.loads(text)
    return loaded


def type_rows() -> list[dict[str, Any]]:
    """The types of documents as the data file states them, in its order."""
    rows = _data()["types"]
    assert isinstance(rows, list)  # noqa: S101 - the data file is ours; its shape is tested
    return rows


@cache
def type_words() -> tuple[TypeWord, ...]:
    """Every type of the data file, in its order."""
    words = []
    for row in type_rows():
        name = row["names"]["vi"].split(" (")[0]
        short = (row["abbreviation"], *row.get("also_abbreviated", ()))
        words.append(
            TypeWord(
                row["code"], row["family"], name, key(name), tuple(each for each in short if each)
            )
        )
    return tuple(words)


@cache
def mark_words() -> tuple[MarkWord, ...]:
    """Every mark of the data file, longest words first, so that the heavier grade wins."""
    kinds = _data()["marks"]
    assert isinstance(kinds, dict)  # noqa: S101 - the data file is ours; its shape is tested
    words = [
        MarkWord(kind, row["value"], key(printed), printed)
        for kind, rows in kinds.items()
        for row in rows
        for printed in row["on_paper"]
    ]
    return tuple(sorted(words, key=lambda each: -len(each.key)))


MOTTOES = tuple(
    map(
        key,
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
        ),
    )
)
STATE_TITLE, STATE_MOTTO, PARTY_TITLE = MOTTOES

NAME_HEADS = tuple(tuple(map(spelt, head.split())) for head in listed("heads of names"))
"""How the name of a body begins; a line that begins otherwise goes on with the name above."""

_BARE_HEADS = tuple(
    tuple(sorted(fold(letter) for letter in word if letter.isalpha()) for word in head)
    for head in NAME_HEADS
)


def begins_a_name(text: str) -> bool:
    """Whether a line begins as names of bodies do. Without its tones a line is believed too."""
    words = text.split()[:5]
    toned = tuple(map(spelt, words))
    if any(toned[: len(head)] == head for head in NAME_HEADS):
        return True
    if not text.isascii():
        return False
    bare = tuple(sorted(word.lower()) for word in words)
    return any(bare[: len(head)] == head for head in _BARE_HEADS)


SURNAMES = frozenset(listed("surnames"))

OPENINGS = tuple(map(key, listed("openings of a text")))
"""How the text below a title begins."""
