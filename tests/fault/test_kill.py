"""kill -9 of web server, worker and PostgreSQL under load: nothing acknowledged is lost or doubled.

On an installation of its own whose database writes to disk for good (fsync on), as in earnest.
"""

import json
import os
import signal
import time

import psycopg
import pytest

from tests.fault.load import Answers, Load
from tests.installation import Installation, running

pytestmark = [pytest.mark.fault, pytest.mark.xdist_group("installations"), pytest.mark.timeout(600)]

WRITE = "/api/v1/registry/incoming"
CLERKS = 4
EACH = 15


def a_paper(number: int) -> dict[str, object]:
    """What a program sends to register a paper; each has a number of its own."""
    return {
        "symbol": f"{number + 1}-CV/KILL",
        "dated_on": "2026-10-30",
        "issuer": "Ban Tổ chức Trung ương",
        "abstract": f"V/v thử mất điện lần thứ {number + 1}",
        "arrived_on": "2026-11-02",
    }


@pytest.fixture(scope="module")
def house():
    with running("killed", "demo", "--seed", "office") as installation:
        yield installation


@pytest.fixture(scope="module")
def token(house: Installation) -> str:
    answer = house.command("token", "lan", "--json")
    assert answer.returncode == 0, answer.stderr
    return str(json.loads(answer.stdout)["token"])


def _load(house: Installation, token: str, start: int) -> Load:
    return Load(
        f"{house.url}{WRITE}",
        token,
        lambda number: a_paper(start + number),
        clerks=CLERKS,
        each=EACH,
    )


def _books_hold(house: Installation, answers: Answers) -> None:
    """Each acknowledged entry is there once, under the number told; the numbers have no gap."""
    with psycopg.connect(house.database_url()) as connection:
        rows = connection.execute(
            "SELECT e.id, e.number, e.series_id, d.symbol FROM registry_entry e "
            "JOIN documents_document d ON d.id = e.document_id ORDER BY e.series_id, e.number"
        ).fetchall()
        gaps = connection.execute(
            "SELECT s.id FROM registry_series s WHERE s.last <> "
            "(SELECT count(*) FROM registry_entry e WHERE e.series_id = s.id) "
            "OR s.last <> (SELECT coalesce(max(number), 0) FROM registry_entry e "
            "WHERE e.series_id = s.id)"
        ).fetchall()
    assert gaps == []
    by_id = {row[0]: row for row in rows}
    assert answers.refused == []
    assert set(answers.acknowledged) == set(answers.asked)
    for key, told in answers.acknowledged.items():
        assert by_id[told["id"]][1] == int(told["number"])
        assert by_id[told["id"]][3] == answers.asked[key]["symbol"]
    symbols = [row[3] for row in rows if row[3].endswith("/KILL")]
    assert len(symbols) == len(set(symbols))


def _the_web_server(house: Installation) -> list[int]:
    return house.pids("parts web")


def _the_worker(house: Installation) -> list[int]:
    return house.pids("parts worker")


def _the_database(house: Installation) -> list[int]:
    return [house.postmaster()]


@pytest.mark.parametrize(
    ("victims", "start"),
    [(_the_web_server, 0), (_the_worker, 1000), (_the_database, 2000)],
    ids=["web", "worker", "postgres"],
)
def test_what_was_acknowledged_outlives_a_kill(house, token, victims, start):
    load = _load(house, token, start)
    load.start()
    load.wait_for(CLERKS * EACH // 4)

    for pid in victims(house):
        os.kill(pid, signal.SIGKILL)

    answers = load.finish()
    house.wait_until_ready(within=90)
    _books_hold(house, answers)


def test_everything_killed_at_once_comes_back_whole(house, token):
    load = _load(house, token, 3000)
    load.start()
    load.wait_for(CLERKS * EACH // 4)

    for pid in (house.process.pid, *house.processes()):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    assert house.wait_until_gone() == {}
    house.start()

    _books_hold(house, load.finish())


def test_the_job_at_hand_of_a_killed_worker_is_done_by_another(house):
    """A lock keeps the log's job at hand while its worker is killed; another one finishes it."""
    with psycopg.connect(house.database_url()) as lock, _watching(house) as watch:
        lock.execute("LOCK TABLE audit_trace IN ACCESS EXCLUSIVE MODE")
        job = _until(
            lambda: _one(
                watch,
                "SELECT id FROM procrastinate_jobs WHERE status = 'doing' "
                "AND queue_name = 'log' ORDER BY id LIMIT 1",
            )
        )
        for pid in _the_worker(house):
            os.kill(pid, signal.SIGKILL)
        lock.rollback()

        _until(
            lambda: (
                not _one(
                    watch,
                    "SELECT 1 FROM procrastinate_jobs WHERE id = %s AND status <> 'succeeded'",
                    job,
                )
            )
        )


def _watching(house: Installation) -> psycopg.Connection:
    return psycopg.connect(house.database_url(), autocommit=True)


def _one(connection: psycopg.Connection, statement: str, *values: object) -> object:
    row = connection.execute(statement, values or None).fetchone()
    return row[0] if row else None


def _until(holds, within: float = 120):
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        answer = holds()
        if answer:
            return answer
        time.sleep(0.3)
    raise AssertionError("it did not come about in time")


def test_the_log_is_sound_after_all_that(house):
    answer = house.command("audit", "verify", "--json")
    assert answer.returncode == 0, answer.stdout + answer.stderr
