"""A file of 200 MB: kept sealed and read back, against copying and hashing it."""

import hashlib
import os
import time
from pathlib import Path

import pytest

from tests.bench.measuring import Figures, memory_of
from tests.cast import MONDAY, Office
from vermilion.directory import queries
from vermilion.files import actions, models
from vermilion.files import queries as files

pytestmark = pytest.mark.bench

SIZE = 200_000_000
STRETCH = 1 << 20
MEMORY = 64 * 2**20


THROUGH = """
from pathlib import Path
from tests.cast import MONDAY
from vermilion.directory import queries
from vermilion.files import actions, queries as files
actor = queries.actor_in({appointment}, at=MONDAY)
with Path("{path}").open("rb") as source:
    blob = actions.store(actor=actor, stream=source, name="big.bin", at=MONDAY)
assert sum(len(stretch) for stretch in files.opened(blob)) == blob.size
"""


@pytest.fixture
def a_big_file(tmp_path: Path) -> Path:
    path = tmp_path / "big.bin"
    with path.open("wb") as file:
        for _each in range(SIZE // STRETCH):
            file.write(os.urandom(STRETCH))
        file.write(os.urandom(SIZE % STRETCH))
    return path


def test_a_big_file(
    figures: Figures, durable: str, office: Office, a_big_file: Path, tmp_path: Path
):
    lan = queries.actor_in(office.lan, at=MONDAY)
    copy = tmp_path / "copy.bin"
    kept: list[models.Blob] = []

    def copied() -> float:
        _alter(a_big_file)
        start = time.perf_counter()
        digest = hashlib.sha256()
        with a_big_file.open("rb") as source, copy.open("wb") as target:
            while stretch := source.read(STRETCH):
                digest.update(stretch)
                target.write(stretch)
            target.flush()
            os.fsync(target.fileno())
        return _speed(start)

    def stored() -> float:
        start = time.perf_counter()
        with a_big_file.open("rb") as source:
            kept.append(actions.store(actor=lan, stream=source, name="big.bin", at=MONDAY))
        return _speed(start)

    def read_plainly() -> float:
        start = time.perf_counter()
        digest = hashlib.sha256()
        with copy.open("rb") as source:
            while stretch := source.read(STRETCH):
                digest.update(stretch)
        assert digest.hexdigest() == kept[-1].digest
        return _speed(start)

    def read() -> float:
        start = time.perf_counter()
        digest = hashlib.sha256()
        for stretch in files.opened(kept[-1]):
            digest.update(stretch)
        assert digest.hexdigest() == kept[-1].digest
        return _speed(start)

    for name, raw, ours in (
        ("files: 200 MB kept, against copying and hashing", copied, stored),
        ("files: 200 MB read, against reading and hashing", read_plainly, read),
    ):
        figures.compare(name, raw=raw, ours=ours, unit="MB/s", scale=1, more_is_better=True)
    assert len({blob.pk for blob in kept}) == 5
    assert all(blob.size == SIZE for blob in kept)
    _alter(a_big_file)
    grown = memory_of(
        THROUGH.format(path=str(a_big_file), appointment=office.lan), database=durable
    )
    figures.tell("files: memory that keeping and reading 200 MB takes", f"{grown / 2**20:.0f} MiB")
    assert 0 < grown < MEMORY


def _alter(path: Path) -> None:
    """Other bytes each turn: the same are kept once."""
    with path.open("r+b") as file:
        file.write(os.urandom(64))


def _speed(start: float) -> float:
    return SIZE / 1_000_000 / (time.perf_counter() - start)
