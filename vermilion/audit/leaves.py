"""The bytes of an entry: what a trace says, written in exactly one way.

Version 1. A leaf is UTF-8 JSON, an object whose keys are sorted, without spaces, letters not
escaped, with these members and no others:

    act      string   the name of the act
    actor    object   who: kind, name, person, appointment, post, body, for
    at       string   time in UTC with six digits of a second, 2026-03-02T01:05:09.000000Z
    body     number   the body in which it was done, or null
    facts    object   plain values: strings, whole numbers, true, false, null, lists of strings
    id       number   the number of the trace
    request  string   the trace number of the request or job
    seal     string   hex: HMAC-SHA-256, under the installation's seal key, of this same object
                      without `seal`
    subject  string   what it was done to
    v        number   1

The seal does two things: a row put into the table by somebody who has the database but not the
key is recognised before it enters the tree, and a published hash tells nothing to somebody who
tries out likely entries. Whole numbers only, because PostgreSQL and Python write fractions
differently.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

VERSION = 1
LARGEST = 60_000
"""Bytes. A bundle of entries gives each a length of two bytes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a trace says, as it was written down or as it was found."""

    id: int
    at: datetime
    act: str
    subject: str
    body_id: int | None
    actor: Mapping[str, Any]
    facts: Mapping[str, Any]
    request: str

    def seal(self, key: bytes) -> bytes:
        """The mark of the installation that wrote it."""
        return hmac.digest(key, _json(self._members()), hashlib.sha256)

    def leaf(self, seal: bytes) -> bytes:
        """The bytes that stand in the tree."""
        return _json({**self._members(), "seal": seal.hex()})

    def _members(self) -> dict[str, Any]:
        return {
            "v": VERSION,
            "id": self.id,
            "at": moment(self.at),
            "act": self.act,
            "subject": self.subject,
            "body": self.body_id,
            "actor": self.actor,
            "facts": self.facts,
            "request": self.request,
        }


def moment(at: datetime) -> str:
    """A time as leaves write it."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def plain(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as they will be read back. What is no plain value is a TypeError."""
    return {name: _plain(name, value) for name, value in facts.items()}


def _plain(name: str, value: Any) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return [str(each) for each in value]
    raise TypeError(f"the fact {name!r} is no plain value")


def _json(members: Mapping[str, Any]) -> bytes:
    return json.dumps(
        members, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()
