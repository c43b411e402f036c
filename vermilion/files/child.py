"""Start the readers of untrusted bytes in a process of their own, and judge how it ended."""

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings

import vermilion
from vermilion.files.reading.trouble import Trouble

logger = logging.getLogger(__name__)

MIB = 1024 * 1024
PATIENCE = 6
STARVED = 0.5
"""A reader ended by the wall that computed less than this share of its seconds was not slow: the
machine was. That tells nothing about the file."""

LARGEST_ANSWER = 128 * MIB


class Killed(Exception):
    """Somebody outside ended the reader. That tells nothing about the file: try again."""


class Broken(Exception):
    """The reader does not even start: this installation is not whole. Says nothing of the file."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader may use: `seconds` of computing, counted by the system.

    On a machine with much else to do, computing takes its time: the wall is given many times as
    much, unless somebody waits for the answer or the reader may stand still by itself.
    """

    memory: int
    seconds: int
    output: int = LARGEST_ANSWER
    wall: int = 0

    @property
    def patience(self) -> int:
        """Seconds after which a reader that still stands there is ended."""
        return self.wall or self.seconds * PATIENCE + 15


IDENTIFYING = Limits(memory=4096 * MIB, seconds=20)
UNPACKING = Limits(memory=1024 * MIB, seconds=120)
READING = Limits(memory=2048 * MIB, seconds=90)
QUICK_LOOK = Limits(memory=2048 * MIB, seconds=4, wall=9)
PICTURING = Limits(memory=2048 * MIB, seconds=30)
RECOGNISING = Limits(memory=3072 * MIB, seconds=90)
ARRANGING = Limits(memory=3072 * MIB, seconds=120, output=1024 * MIB)
CONVERTING = Limits(memory=8192 * MIB, seconds=120, output=512 * MIB, wall=360)


def run(
    task: str,
    file: BinaryIO,
    limits: Limits,
    *,
    into: Sequence[BinaryIO] = (),
    beside: Sequence[BinaryIO] = (),
    **words: Any,
) -> dict[str, Any]:
    """Do one task on one file, with others beside it, and give the answer.

    Raises `Trouble` for whatever is wrong with the file. A reader that breaks down, stands still
    or swells is ended; the process that asked goes on.
    """
    # Child and parent share one place in the file: each run begins at its start.
    for each in (file, *beside):
        # By way of the end: what was read ahead into a buffer here would answer for the place.
        each.seek(0, os.SEEK_END)
        each.seek(0)
    with tempfile.TemporaryFile(dir=room()) as answer:
        outs = [each.fileno() for each in into]
        others = [each.fileno() for each in beside]
        handles = [file.fileno(), answer.fileno(), *outs, *others]
        request = words | {"file": file.fileno(), "answer": answer.fileno()}
        if outs:
            request["into"] = outs
        if others:
            request["beside"] = others
        request["limits"] = {
            "memory": limits.memory, "seconds": limits.seconds, "output": limits.output
        }  # fmt: skip
        status = _wait(_start(task, request, handles), limits)
        _judge(status, limits)
        answer.seek(0)
        told: dict[str, Any] = json.loads(answer.read(LARGEST_ANSWER) or b"{}")
    if "broken" in told:
        logger.error("the reader for %s does not start: %s", task, told["broken"])
        raise Broken(told["broken"])
    if "trouble" in told:
        raise Trouble(told["trouble"], **told["facts"])
    return told


@contextmanager
def plain_file(pieces: Iterable[bytes]) -> Iterator[BinaryIO]:
    """The bytes as a file without a name, which is gone when this process is."""
    with tempfile.TemporaryFile(dir=room()) as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        file.seek(0)
        yield file


@contextmanager
def private_folder() -> Iterator[str]:
    """A folder for one run, removed with all that was left in it."""
    with tempfile.TemporaryDirectory(dir=room(), ignore_cleanup_errors=True) as folder:
        yield folder


def room() -> Path:
    """Where passing files lie: under the home folder, for its owner alone."""
    home: Path = settings.VERMILION.home_folder
    folder = home / "tmp"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _start(task: str, request: dict[str, Any], handles: list[int]) -> subprocess.Popen[bytes]:
    """A process that inherits nothing but these handles: no secrets, no address, no terminal."""
    return subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-B", "-P", "-m", "vermilion.files.reading", task, json.dumps(request)],
        cwd="/",
        env={
            "PYTHONPATH": str(Path(vermilion.__file__).resolve().parents[1]),
            "LANG": "C.UTF-8",
            "TMPDIR": str(room()),
        },
        pass_fds=handles,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _wait(process: subprocess.Popen[bytes], limits: Limits) -> int:
    try:
        return process.wait(timeout=limits.patience)
    except subprocess.TimeoutExpired:
        starved = not limits.wall and _computed(process.pid) < limits.seconds * STARVED
        return -signal.SIGKILL if starved else -signal.SIGXCPU
    finally:
        # Whatever it started ends with it.
        _end_group(process)


def _computed(group: int) -> float:
    """Seconds that a process and what it started have computed; many where nobody can tell."""
    ticks, seen = 0, False
    for each in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            # After the name: state, parent, group, seven more, then user and system time, and
            # both of children that have ended.
            fields = each.read_text().rpartition(")")[2].split()
            if int(fields[2]) == group:
                seen = True
                ticks += sum(int(count) for count in fields[11:15])
    return ticks / os.sysconf("SC_CLK_TCK") if seen else float("inf")


def _end_group(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _judge(status: int, limits: Limits) -> None:
    if status == 0:
        return
    if status == -signal.SIGXCPU:
        raise Trouble("too-long", seconds=limits.seconds)
    if status in {-signal.SIGKILL, -signal.SIGTERM}:
        raise Killed
    if status == -signal.SIGXFSZ:
        raise Trouble("bursts", limit=limits.output)
    raise Trouble("crashed", status=status)
