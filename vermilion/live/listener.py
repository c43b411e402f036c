"""The one reader of changes of a web process: a connection of its own, a question a few times a
second, and everything new handed to the hub.

A row is written before its transaction commits, so numbers of rows come out of order. Each
question therefore starts at the oldest transaction that was still running at the one before;
what was read then already is passed over.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Never

import psycopg
from django.db import connections

from vermilion.live import types
from vermilion.live.hub import Change, Hub

log = logging.getLogger(__name__)

EVERY = 0.3
"""Seconds between two questions. Half of it is what a change waits on average."""

SESSIONS_EVERY = 15.0
"""Seconds within which a stream ends whose session was ended."""

PATIENCE = 5.0
"""Seconds between attempts to reach a database that does not answer, at most."""

_NOW = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text"

_SINCE = """
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text, id, tokens, topic, fresh, by
    FROM (SELECT 1) AS one LEFT JOIN live_change ON xact >= %s::xid8
    ORDER BY id
"""


class Listener:
    """Runs from the first desk on. What it cannot tell in full, it says so: look again."""

    def __init__(self, hub: Hub, in_thread: Callable[..., "asyncio.Future[set[str]]"]) -> None:
        self._hub = hub
        self._in_thread = in_thread
        self._reading: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None

    def keep_up(self) -> None:
        """Start, if it does not run."""
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._read_on())
        if self._watching is None or self._watching.done():
            self._watching = asyncio.create_task(self._watch_sessions())

    async def stop(self) -> None:
        """Hang up."""
        for task in (self._reading, self._watching):
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    async def _read_on(self) -> None:
        wait = EVERY
        while True:
            try:
                async with await _connected() as connection:
                    wait = EVERY
                    await self._read(connection)
            except (psycopg.Error, OSError) as fault:
                log.warning("Changes cannot be read just now: %s", str(fault).splitlines()[0])
            await asyncio.sleep(wait)
            wait = min(PATIENCE, wait * 2)

    async def _read(self, connection: "psycopg.AsyncConnection[tuple[Any, ...]]") -> Never:
        cursor = await connection.execute(_NOW)
        [horizon] = await cursor.fetchone() or [""]
        # From here on nothing is missed; what came before the line stood may have been.
        self._hub.everybody_look_again()
        seen: frozenset[object] = frozenset()
        while True:
            cursor = await connection.execute(_SINCE, [horizon])
            rows = await cursor.fetchall()
            horizon = rows[0][0]
            known = [row for row in rows if row[1] is not None]
            self._hub.deliver(_change(row) for row in known if row[1] not in seen)
            seen = frozenset(row[1] for row in known)
            await asyncio.sleep(EVERY)

    async def _watch_sessions(self) -> None:
        while True:
            await asyncio.sleep(SESSIONS_EVERY)
            for living in types.living:
                keys = {desk.session for desk in self._hub.desks}
                asked = await self._in_thread(living, keys)
                # Whoever came while the question was asked is judged at the next.
                self._hub.end_sessions(
                    asked | {desk.session for desk in self._hub.desks if desk.session not in keys}
                )


async def _connected() -> "psycopg.AsyncConnection[tuple[Any, ...]]":
    settings = connections["default"].get_connection_params()
    given = {
        name: value
        for name, value in settings.items()
        if name in {"host", "port", "dbname", "user", "password"} or name.startswith("ssl")
    }
    return await psycopg.AsyncConnection.connect(
        **given, autocommit=True, prepare_threshold=None, application_name="vermilion live"
    )


def _change(row: tuple[Any, ...]) -> Change:
    _horizon, number, tokens, topic, fresh, by = row
    return Change(number, tuple(tokens), topic, fresh, by)
