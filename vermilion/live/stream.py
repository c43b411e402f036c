"""The door of open desks: a stream of server-sent events for each, without a thread for any.

Django keeps a thread for as long as a response of its own streams. A desk is open all day, so
its request goes through Django once, with everything that guards a page, and the stream that
follows is this process's own: one task, a few kilobytes, no connection to the database.
"""

import asyncio
import io
import json
import random
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar
from urllib.parse import parse_qs

from django.core import signals
from django.core.handlers.asgi import ASGIRequest
from django.core.handlers.base import BaseHandler
from django.http.response import HttpResponseBase
from django.urls import reverse

from vermilion.live.hub import Desk, Full, Hub
from vermilion.live.listener import Listener
from vermilion.live.opening import Opening

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Result = TypeVar("Result")

HEARTBEAT = 20.0
"""Seconds after which an idle stream says that it lives: proxies close what is silent longer."""

LASTS = 600.0
"""Seconds after which a stream asks its desk to come again, and be asked anew who it is."""

TAKES = 10.0
"""Seconds in which a desk must take what it is told. A slower one is let go and comes again."""

PAGES_AT_ONCE = 1000
"""Requests of the inner application at one time; each takes a thread. Others wait their turn."""

COMES_AGAIN = 2000
"""Milliseconds before a browser tries again by itself."""

HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store, no-transform"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]


class Door:
    """Streams for desks at the address `live:stream`; all else is the inner application's."""

    def __init__(self, inner: Application) -> None:
        self._inner = inner
        self._pages = _Pages()
        self._pages.load_middleware()
        self._threads = ThreadPoolExecutor(4, thread_name_prefix="live")
        self.hub = Hub()
        self._listener = Listener(self.hub, self._in_thread)
        self._places = asyncio.Semaphore(PAGES_AT_ONCE)
        self._path = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == self._address and scope["method"] == "GET":
            await self._serve(scope, receive, send)
        else:
            async with self._places:
                await self._inner(scope, receive, send)

    async def close(self) -> None:
        """End every stream, and stop asking the database."""
        self.hub.end_all("again")
        await self._listener.stop()
        self._threads.shutdown(wait=False)

    @property
    def _address(self) -> str:
        self._path = self._path or reverse("live:stream")
        return self._path

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = await self._in_thread(self._pages.answer, scope)
        if not isinstance(answer, Opening):
            await _send_whole(answer, send)
            return
        desk = Desk(tokens=answer.tokens, person=answer.person, session=answer.session)
        try:
            self.hub.join(desk, last=_last_heard(scope))
        except Full:
            await _send_whole(answer, send)
            return
        self._listener.keep_up()
        gone = asyncio.ensure_future(_departure(receive))
        gone.add_done_callback(lambda _gone: desk.end("gone"))
        try:
            with suppress(TimeoutError, ConnectionError):
                await self._hold(desk, send)
        finally:
            self.hub.leave(desk)
            gone.cancel()

    async def _hold(self, desk: Desk, send: Send) -> None:
        loop = asyncio.get_running_loop()
        until = loop.time() + LASTS * random.uniform(0.8, 1.2)  # noqa: S311 - spreads the load
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await _tell(send, f"retry: {COMES_AGAIN}\nid: {self.hub.name_of(desk.heard)}\n\n")
        while not desk.ending and loop.time() < until:
            with suppress(TimeoutError):
                async with asyncio.timeout(HEARTBEAT):
                    await desk.wake.wait()
            desk.wake.clear()
            if desk.is_gone():
                return
            await _tell(send, self._news(desk))
        if desk.ending:
            await _tell(send, f"event: ended\ndata: {desk.ending}\n\n")
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    def _news(self, desk: Desk) -> str:
        """What the desk has yet to be told, or a sign of life."""
        place = f"id: {self.hub.name_of(desk.heard)}\n"
        if desk.refresh:
            desk.refresh, desk.fresh = False, {}
            return f"{place}event: refresh\ndata: {{}}\n\n"
        if desk.fresh:
            news, desk.fresh = desk.fresh, {}
            return f"{place}event: changed\ndata: {json.dumps(news, separators=(',', ':'))}\n\n"
        return ":\n\n"

    def _in_thread(self, work: Callable[..., Result], *given: object) -> "asyncio.Future[Result]":
        loop = asyncio.get_running_loop()
        return loop.run_in_executor(self._threads, partial(_with_database, work, *given))


class _Pages(BaseHandler):
    """Django's way to a view, for the one request that opens a stream."""

    def answer(self, scope: Scope) -> HttpResponseBase:
        request = ASGIRequest(scope, io.BytesIO())
        request.META["HTTP_UNATTENDED"] = "yes"
        response = self.get_response(request)
        response.close()
        return response


def _with_database(work: Callable[..., Result], *given: object) -> Result:
    """Do it with a connection to the database that is given back afterwards."""
    signals.request_started.send(sender=Door)
    try:
        return work(*given)
    finally:
        signals.request_finished.send(sender=Door)


async def _tell(send: Send, words: str) -> None:
    async with asyncio.timeout(TAKES):
        await send({"type": "http.response.body", "body": words.encode(), "more_body": True})


async def _departure(receive: Receive) -> None:
    """Wait until the browser is gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def _send_whole(answer: HttpResponseBase, send: Send) -> None:
    headers = [
        (name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in answer.items()
    ]
    headers += [(b"set-cookie", each.OutputString().encode()) for each in answer.cookies.values()]
    await send({"type": "http.response.start", "status": answer.status_code, "headers": headers})
    await send({"type": "http.response.body", "body": answer.getvalue(), "more_body": False})


def _last_heard(scope: Scope) -> str:
    """Where the desk left off: said by the browser when it comes again, or by the page."""
    for name, value in scope["headers"]:
        if name == b"last-event-id":
            return bytes(value).decode("latin-1")[:40]
    asked: str = scope["query_string"].decode("latin-1")
    return parse_qs(asked).get("last", [""])[0][:40]
