"""The desks that this process holds open, and what each has yet to be told. No database, no web.

One event loop owns everything here; nothing is locked.
"""

import asyncio
import secrets
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

REMEMBERED = 20_000
"""Changes kept for desks that come back: some minutes of the busiest hour."""

WINDOWS_OF_ONE = 12
"""Streams one person may hold. The oldest gives way: a forgotten tab, not the one in hand."""

AT_MOST = 10_000
"""Streams of one process. Further desks are asked to look again by themselves for a while."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the table of changes."""

    id: int
    tokens: tuple[str, ...]
    topic: str
    fresh: int = 0
    by: str = ""


class Desk:
    """One open stream: what it listens for, and what it has yet to be told."""

    __slots__ = ("ending", "fresh", "heard", "person", "refresh", "session", "tokens", "wake")

    def __init__(self, *, tokens: frozenset[str], person: str, session: str) -> None:
        self.tokens = tokens
        self.person = person
        self.session = session
        self.wake = asyncio.Event()
        self.heard: int = 0
        self.fresh: dict[str, int] = {}
        self.refresh = False
        self.ending = ""

    def tell(self, number: int, change: Change) -> None:
        """Note a change. What is noted twice before it is sent is sent once."""
        own = change.by != "" and change.by == self.person
        self.heard = number
        self.fresh[change.topic] = self.fresh.get(change.topic, 0) + (0 if own else change.fresh)
        self.wake.set()

    def is_gone(self) -> bool:
        """Whether nobody is there any more to be told why it ends."""
        return self.ending == "gone"

    def look_again(self) -> None:
        """Everything may have changed: something was missed."""
        self.refresh = True
        self.fresh = {}
        self.wake.set()

    def end(self, why: str) -> None:
        """Close the stream, saying why."""
        self.ending = self.ending or why
        self.wake.set()


class Full(Exception):
    """This process holds as many desks as it will."""


class Hub:
    """Who listens for which token, and the last changes by number."""

    def __init__(self) -> None:
        self.epoch = secrets.token_hex(4)
        self.desks: set[Desk] = set()
        self._number = 0
        self._by_token: dict[str, set[Desk]] = {}
        self._by_person: dict[str, list[Desk]] = {}
        self._remembered: deque[tuple[int, Change]] = deque(maxlen=REMEMBERED)

    def join(self, desk: Desk, *, last: str = "") -> None:
        """Take a desk in. One that was here before is told what it missed, or to look again."""
        if len(self.desks) >= AT_MOST:
            raise Full
        windows = self._by_person.setdefault(desk.person, [])
        if len(windows) >= WINDOWS_OF_ONE:
            windows[0].end("elsewhere")
            self.leave(windows[0])
            windows = self._by_person.setdefault(desk.person, [])
        windows.append(desk)
        self.desks.add(desk)
        for token in desk.tokens:
            self._by_token.setdefault(token, set()).add(desk)
        desk.heard = self._number
        if last:
            self._catch_up(desk, last)

    def leave(self, desk: Desk) -> None:
        """Let a desk go. Leaving twice is leaving once."""
        if desk not in self.desks:
            return
        self.desks.discard(desk)
        _drop(self._by_person, desk.person, desk)
        for token in desk.tokens:
            _drop(self._by_token, token, desk)

    def deliver(self, changes: Iterable[Change]) -> None:
        """Tell each desk what concerns it, once a change however many of its tokens are named."""
        for change in changes:
            self._number += 1
            self._remembered.append((self._number, change))
            concerned = {desk for token in change.tokens for desk in self._by_token.get(token, ())}
            for desk in concerned:
                desk.tell(self._number, change)

    def everybody_look_again(self) -> None:
        """Something may have been missed: for all desks that are open, and all that come back."""
        self.epoch = secrets.token_hex(4)
        self._remembered.clear()
        for desk in self.desks:
            desk.look_again()

    def end_sessions(self, living: set[str]) -> None:
        """Close the streams whose sessions no longer hold."""
        for desk in [each for each in self.desks if each.session not in living]:
            desk.end("signed-out")

    def end_all(self, why: str) -> None:
        for desk in list(self.desks):
            desk.end(why)

    def name_of(self, number: int) -> str:
        """How a stream names a place, so that it can come back to it."""
        return f"{self.epoch}-{number}"

    def _catch_up(self, desk: Desk, last: str) -> None:
        epoch, _dash, number = last.partition("-")
        if epoch != self.epoch or not number.isdecimal() or int(number) > self._number:
            desk.look_again()
            return
        oldest = self._remembered[0][0] if self._remembered else self._number + 1
        if int(number) + 1 < oldest:
            desk.look_again()
            return
        for each, change in self._remembered:
            if each > int(number) and not desk.tokens.isdisjoint(change.tokens):
                desk.tell(each, change)


def _drop(index: "dict[str, set[Desk]] | dict[str, list[Desk]]", key: str, desk: Desk) -> None:
    held = index.get(key)
    if held is not None and desk in held:
        held.remove(desk)
        if not held:
            del index[key]
