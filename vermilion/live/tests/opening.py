"""A browser that opens a stream at the door of desks, without a network between."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from vermilion.live.stream import Door


class Stream:
    """One open stream and what came over it so far."""

    def __init__(self, cookie: str = "", *, query: str = "", last: str = "") -> None:
        headers = [(b"host", b"testserver"), (b"cookie", f"session={cookie}".encode())]
        if last:
            headers.append((b"last-event-id", last.encode()))
        self.scope = {
            "type": "http",
            "method": "GET",
            "path": "/live/",
            "query_string": query.encode(),
            "headers": headers,
            "scheme": "http",
            "server": ("testserver", 80),
            "client": ("127.0.0.1", 1),
            "http_version": "1.1",
        }
        self.status = 0
        self.headers: dict[str, str] = {}
        self.text = ""
        self.closed = False
        self.gone = asyncio.Event()
        self.slow = asyncio.Event()
        self.slow.set()
        self._task: asyncio.Task[None] | None = None

    def through(self, door: Door) -> "Stream":
        self._task = asyncio.create_task(door(self.scope, self._receive, self._send))
        return self

    @property
    def events(self) -> list[tuple[str, Any]]:
        """Each event by its name, with its data."""
        found = []
        for frame in self.text.split("\n\n"):
            fields = dict(line.split(": ", 1) for line in frame.splitlines() if ": " in line)
            if "event" in fields:
                data = fields["data"]
                with suppress(ValueError):
                    data = json.loads(data)
                found.append((fields["event"], data))
        return found

    @property
    def place(self) -> str:
        """The last place the stream named."""
        return [line[4:] for line in self.text.splitlines() if line.startswith("id: ")][-1]

    async def until(self, what: Callable[["Stream"], bool], within: float = 20) -> None:
        async with asyncio.timeout(within):
            while not what(self):
                if self._task is not None and self._task.done():
                    self._task.result()
                    assert what(self), self.text
                await asyncio.sleep(0.01)

    async def leave(self) -> None:
        self.gone.set()
        if self._task is not None:
            async with asyncio.timeout(20):
                await self._task

    async def _receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        await self.slow.wait()
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            self.text += message["body"].decode()
            self.closed = not message.get("more_body", False)
