"""Rescue of jobs whose worker is gone, and a second chance for those that gave up."""

from datetime import datetime

from django.db import connection, transaction

SILENT_AFTER = 30
"""Seconds without a heartbeat after which a worker counts as dead. It beats every ten."""

TRIES = 6
"""A job that was at hand when its worker died this often probably kills workers: it gives up."""


@transaction.atomic
def rescue(*, at: datetime) -> int:
    """Let the jobs of dead workers be tried again, or give up; says how many there were.

    A worker that was killed leaves its jobs marked as being done. Two rescues at once share the
    work: each takes the rows that the other has not locked.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, attempts FROM procrastinate_jobs job WHERE status = 'doing' "
            "AND NOT EXISTS (SELECT 1 FROM procrastinate_workers worker "
            "WHERE worker.id = job.worker_id "
            "AND worker.last_heartbeat > now() - make_interval(secs => %s)) "
            "ORDER BY id FOR UPDATE SKIP LOCKED",
            [SILENT_AFTER],
        )
        stalled = cursor.fetchall()
        for job, attempts in stalled:
            if attempts + 1 >= TRIES:
                cursor.execute("SELECT procrastinate_finish_job_v1(%s, 'failed', false)", [job])
            else:
                cursor.execute(
                    "SELECT procrastinate_retry_job_v2(%s, %s, NULL, NULL, NULL)", [job, at]
                )
    return len(stalled)


def try_again(job: int) -> bool:
    """Let a job that gave up wait in its queue again; says whether there was one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'todo', attempts = 0, scheduled_at = now(), "
            "worker_id = NULL WHERE id = %s AND status = 'failed' RETURNING id",
            [job],
        )
        return cursor.fetchone() is not None
