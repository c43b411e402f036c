"""Thousands of open desks: people to sit at them, a web process to hold them, and the browsers.

Run as a program it is the browsers: it opens a stream for each cookie that it is given, notes
what each is told and when, and writes that down when it is told to stop.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.installation import REPOSITORY, a_free_port


@contextmanager
def a_web_process(database: str, log: Path) -> Iterator[tuple[int, int]]:
    """One real web process on this database and this home: its port, and the worker's number."""
    port = a_free_port()
    environment = {**os.environ, "VERMILION_DATABASE_URL": database, "PORT": str(port)}
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "vermilion.site.commands.parts", "web"],
            cwd=REPOSITORY,
            env={**environment, "PYTHONPATH": str(REPOSITORY)},
            stdin=subprocess.PIPE,
            stdout=said,
            stderr=said,
        )
        try:
            yield port, _worker_of(process, port)
        finally:
            process.terminate()
            process.wait(40)


def _worker_of(process: "subprocess.Popen[bytes]", port: int) -> int:
    from urllib.error import URLError
    from urllib.request import urlopen

    for _try in range(300):
        try:
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
                break
        except (URLError, OSError):
            time.sleep(0.1)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    # The largest is the worker; the other keeps count of resources.
    return max(map(int, children), key=memory_of)


def memory_of(pid: int) -> int:
    """Bytes that a process keeps in memory."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:"))


def threads_of(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/task").iterdir()))


class Browsers:
    """The browsers in a process of their own."""

    def __init__(self, port: int, cookies: list[str], folder: Path) -> None:
        self._told = folder / "told.json"
        (folder / "cookies.json").write_text(json.dumps(cookies))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.desks", str(port), str(folder)],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def wait_until_open(self) -> float:
        """Seconds until the last stream stood."""
        assert self._process.stdout is not None
        return float(self._process.stdout.readline())

    def stop(self) -> list[list[tuple[float, int]]]:
        """What each browser was told: when, and how much was new."""
        self._process.communicate("stop\n", timeout=60)
        found: list[list[tuple[float, int]]] = json.loads(self._told.read_text())
        return found


async def _browse(port: int, folder: Path) -> None:
    cookies = json.loads((folder / "cookies.json").read_text())
    told: list[list[tuple[float, int]]] = [[] for _each in cookies]
    door = asyncio.Semaphore(40)
    stand = [asyncio.Event() for _each in cookies]
    begun = time.monotonic()
    tasks = [
        asyncio.create_task(_sit(port, cookie, door, stand[each], told[each]))
        for each, cookie in enumerate(cookies)
    ]
    for event in stand:
        await event.wait()
    sys.stdout.write(f"{time.monotonic() - begun}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.readline)
    for task in tasks:
        task.cancel()
    (folder / "told.json").write_text(json.dumps(told))


async def _sit(
    port: int,
    cookie: str,
    door: asyncio.Semaphore,
    stands: asyncio.Event,
    told: list[tuple[float, int]],
) -> None:
    async with door:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=4096)
        writer.write(
            f"GET /live/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: session={cookie}\r\n\r\n".encode()
        )
        status = await reader.readline()
        if b" 200 " not in status:
            raise SystemExit(f"refused: {status!r}")
        while b"retry:" not in await reader.readline():
            pass
        stands.set()
    event = b""
    while line := await reader.readline():
        if line.startswith(b"event: "):
            event = line[7:].strip()
        elif line.startswith(b"data: ") and event == b"changed":
            told.append((time.monotonic(), json.loads(line[6:]).get("register", 0)))


if __name__ == "__main__":
    asyncio.run(_browse(int(sys.argv[1]), Path(sys.argv[2])))
