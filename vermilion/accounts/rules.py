"""Pure decisions about secrets, names, tries and devices."""

import hashlib
import re
import secrets
import unicodedata
import zlib
from collections.abc import Container, Iterable, Iterator
from datetime import datetime, timedelta
from math import ceil

TRIES = 5
"""Wrong passwords under one name before the door shuts for a while."""

TRIES_OF_A_PLACE = 60
"""Wrong passwords from one network address; a whole office may sit behind one."""

FORGOTTEN_AFTER = timedelta(hours=12)
"""How long wrong passwords are remembered when no right one follows."""

RECOVERY_HOLDS = timedelta(hours=24)
"""How long a one-time link may be used."""

LINKS_AN_HOUR = 3
"""Links by mail for one name within an hour; ten times as many from one network address."""

LONGEST_TOKEN = timedelta(days=400)
CALLS_A_MINUTE = 600
"""Requests that one token may make within a minute."""

_TOKEN = re.compile(r"vml_[A-Za-z0-9_-]{43}[0-9a-f]{8}")
_SIGN_IN_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")
_FIRST_SHUT = timedelta(minutes=5)
_LONGEST_SHUT = timedelta(hours=1)


def shut_for(failures: int, *, allowed: int = TRIES) -> timedelta | None:
    """How long the door stays shut after this many failures: 5, 10, 20, 40, then 60 minutes."""
    if failures < allowed:
        return None
    doublings = min(failures - allowed, 8)
    return min(_FIRST_SHUT * (1 << doublings), _LONGEST_SHUT)


def minutes_left(until: datetime, at: datetime) -> int:
    """Whole minutes until then, rounded up, at least one: what a person is told to wait."""
    return max(1, ceil((until - at).total_seconds() / 60))


def new_token() -> str:
    """A token: a prefix that scanners of leaked secrets know, 256 random bits, a checksum."""
    body = f"vml_{secrets.token_urlsafe(32)}"
    return body + _checksum(body)


def is_token(text: str) -> bool:
    """Whether this can be one of our tokens at all; spares the database the rest."""
    return bool(_TOKEN.fullmatch(text)) and _checksum(text[:-8]) == text[-8:]


def _checksum(body: str) -> str:
    return f"{zlib.crc32(body.encode()):08x}"


def new_link_secret() -> str:
    """The secret part of a one-time link: 256 random bits."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is kept of a secret of 256 random bits. Salt or stretching would add nothing."""
    return hashlib.sha256(secret.encode()).hexdigest()


def session_name(session_key: str) -> str:
    """A name for a session that can be shown and posted; the key itself opens the session."""
    return hashlib.sha256(f"session {session_key}".encode()).hexdigest()[:24]


def is_sign_in_name(name: str) -> bool:
    """Small Latin letters, digits, dots, hyphens: what every keyboard of an office can type."""
    return bool(_SIGN_IN_NAME.fullmatch(name))


def name_to_sign_in(full_name: str) -> str:
    """The name an office would give: last word, then the first letters of the others.

    `Nguyễn Thị Lan` becomes `lan.nt`. A name without Latin letters becomes `user`.
    """
    words = [bare for word in full_name.split() if (bare := _latin(word))]
    if not words:
        return "user"
    *others, last = words
    initials = "".join(word[0] for word in others)
    name = f"{last}.{initials}" if initials else last
    return name[:50] if len(name) > 1 else f"user.{name}"


def free_names(wanted: str, taken: Container[str]) -> Iterator[str]:
    """The wanted name and its numbered variants that nobody has: `lan.nt`, `lan.nt2`, …"""
    if wanted not in taken:
        yield wanted
    number = 2
    while True:
        if (variant := f"{wanted}{number}") not in taken:
            yield variant
        number += 1


def _latin(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", _folded(word))


_SYSTEMS = (
    ("iPad", "iPad"),
    ("iPhone", "iPhone"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
_BROWSERS = (
    # In the order in which they are told apart: each later one claims less.
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("coc_coc_browser/", "Cốc Cốc"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)


def device_parts(agent: str) -> tuple[str, str]:
    """Browser and system as their makers call them, read out of what the browser says of itself."""
    browser = next((name for mark, name in _BROWSERS if mark in agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in agent), "")
    return browser, system


_RUNS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn",
)
_WORDS_OF_THE_HOUSE = ("vermilion", "password", "matkhau", "passw0rd", "admin", "vanthu")


def unforeseen(password: str, names: Iterable[str] = ()) -> int:
    """How many letters of a password remain once everything foreseeable is taken out.

    Foreseeable are words of the house, the names at hand with tones or without, letters that
    follow each other on the keyboard or in the alphabet, and what has been typed before.
    """
    text = _folded(password)
    words = {_folded(word) for name in names for word in re.split(r"[\s.@_-]+", name)}
    for word in sorted({*_WORDS_OF_THE_HOUSE, *words}, key=len, reverse=True):
        if len(word) >= 3:
            text = text.replace(word, " ")
    pairs: set[str] = set()
    remaining = 0
    for before, letter in zip(f" {text}", text, strict=False):
        pair = before + letter
        follows = any(pair in run or pair in run[::-1] for run in _RUNS)
        if letter != " " and letter != before and not follows and pair not in pairs:
            remaining += 1
        pairs.add(pair)
    return remaining


def _folded(text: str) -> str:
    # Đ has no decomposition in Unicode; it is a letter of its own.
    bare = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
