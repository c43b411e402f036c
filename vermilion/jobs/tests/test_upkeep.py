"""Jobs whose worker is gone are taken up again, or give up when they keep killing workers."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from vermilion.jobs import queries, upkeep
from vermilion.jobs.queue import defer

NOW = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)


@pytest.fixture
def taken(db):
    """Take the next job as a worker that was last heard of so many seconds ago."""

    def take(*, silent_for: int) -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s) "
                "RETURNING id",
                [timedelta(seconds=silent_for)],
            )
            [[worker]] = cursor.fetchall()
            cursor.execute("SELECT id FROM procrastinate_fetch_job_v2(NULL, %s)", [worker])
            [[job]] = cursor.fetchall()
        return job

    return take


def status(job: int) -> str:
    return ProcrastinateJob.objects.get(pk=job).status


def test_the_job_of_a_dead_worker_waits_again(taken):
    defer("jobs.rescue", queue="upkeep", timestamp=0)
    job = taken(silent_for=31)

    assert upkeep.rescue(at=NOW) == 1

    assert status(job) == "todo"
    assert ProcrastinateJob.objects.get(pk=job).attempts == 1


def test_the_job_of_a_living_worker_is_left_alone(taken):
    defer("jobs.rescue", queue="upkeep", timestamp=0)
    job = taken(silent_for=5)

    assert upkeep.rescue(at=NOW) == 0
    assert status(job) == "doing"


def test_the_job_of_a_worker_that_was_forgotten_waits_again(taken):
    defer("jobs.rescue", queue="upkeep", timestamp=0)
    job = taken(silent_for=5)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_workers")

    assert upkeep.rescue(at=NOW) == 1
    assert status(job) == "todo"


def test_a_job_that_keeps_killing_workers_gives_up(taken):
    defer("jobs.rescue", queue="upkeep", timestamp=0)
    for _ in range(upkeep.TRIES):
        job = taken(silent_for=60)
        upkeep.rescue(at=NOW)

    assert status(job) == "failed"


def test_a_job_that_gave_up_can_be_tried_again(taken):
    defer("jobs.rescue", queue="upkeep", timestamp=0)
    job = taken(silent_for=60)
    with connection.cursor() as cursor:
        cursor.execute("SELECT procrastinate_finish_job_v1(%s, 'failed', false)", [job])

    assert upkeep.try_again(job)
    assert (status(job), upkeep.try_again(job)) == ("todo", False)


class Undone(Exception):
    pass


def _act_that_is_undone() -> None:
    with transaction.atomic():
        defer("jobs.rescue", queue="upkeep", timestamp=0)
        raise Undone


def test_an_act_that_is_undone_leaves_no_job(db):
    with pytest.raises(Undone):
        _act_that_is_undone()

    assert queries.standing() == []


def test_how_jobs_stand(taken):
    defer("jobs.rescue", queue="upkeep", timestamp=0)
    defer("jobs.rescue", queue="upkeep", timestamp=1)
    taken(silent_for=0)

    assert [(row.name, row.status, row.number) for row in queries.standing()] == [
        ("jobs.rescue", "todo", 1),
        ("jobs.rescue", "doing", 1),
    ]
    assert queries.number_in("todo", name="jobs.rescue") == 1
