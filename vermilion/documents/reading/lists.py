"""Lists of words that papers are recognised by. The practice of one country: data, not code."""

import json
from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, list[str]]:
    text = (files("vermilion.documents") / "data" / "words.json").read_text("utf-8")
    loaded: dict[str, list[str]] = json.loads(text)
    return loaded


def listed(name: str) -> tuple[str, ...]:
    """One of the lists of the data file."""
    return tuple(_lists()[name])
