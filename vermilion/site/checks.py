"""What the doctor asks of the installation as a whole: queues, schema, clock, disk, backups."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext_lazy as _

from vermilion.kernel import clock
from vermilion.kernel.findings import Finding, Level, check
from vermilion.site import backups, catalogues
from vermilion.site.configuration import CONFIGURATION

LAG_BORNE = timedelta(minutes=10)
HEARTBEAT_WITHIN = timedelta(seconds=60)
CLOCK_MAY_DIFFER = timedelta(seconds=2)
DISK_SHARE = 0.05
DISK_LEAST = 2 * 1024**3
BACKUP_TESTED_WITHIN = timedelta(days=35)


@check(id="site.queue-lag", running=True)
def queue_lag() -> Iterator[Finding]:
    """No job that is due has waited longer than ten minutes."""
    for queue, number, oldest in _waiting_since(clock.now() - LAG_BORNE):
        yield Finding(
            id="site.queue-lag",
            sentence=_(
                "The queue %(queue)s lags. Jobs due: %(number)s, the oldest since %(since)s."
            ),
            hint=_("Start more workers: vermilion worker --queue %(queue)s."),
            subject=f"queue:{queue}",
            facts={"queue": queue, "number": number, "since": oldest},
        )


@check(id="site.queue-without-worker", running=True)
def queue_without_worker() -> Iterator[Finding]:
    """Where jobs have waited for a minute, a worker is alive."""
    since = clock.now() - HEARTBEAT_WITHIN
    waiting = [queue for queue, *_rest in _waiting_since(since)]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > %s", [since]
        )
        [[alive]] = cursor.fetchall()
    if alive:
        return
    for queue in waiting:
        yield Finding(
            id="site.queue-without-worker",
            sentence=_("Jobs wait in the queue %(queue)s and no worker is alive."),
            hint=_("Start one: vermilion worker."),
            subject=f"queue:{queue}",
            level=Level.FAULT,
            facts={"queue": queue},
        )


@check(id="site.jobs-failed")
def jobs_failed() -> Iterator[Finding]:
    """No job has given up within the last thirty days."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT task_name, count(*), max(id) FROM procrastinate_jobs WHERE status = 'failed' "
            "AND id IN (SELECT job_id FROM procrastinate_events WHERE type = 'failed' AND at > %s) "
            "GROUP BY task_name ORDER BY task_name",
            [clock.now() - timedelta(days=30)],
        )
        rows = cursor.fetchall()
    for name, number, last in rows:
        yield Finding(
            id="site.jobs-failed",
            sentence=_("Jobs %(name)s that gave up: %(number)s, the last one is job %(last)s."),
            hint=_("Read its error in the log; try again: vermilion jobs retry %(last)s."),
            subject=f"job:{last}",
            facts={"name": name, "number": number, "last": last},
        )


@check(id="site.migrations")
def migrations_not_applied() -> Iterator[Finding]:
    """The schema is the one this version was written for."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        yield Finding(
            id="site.migrations",
            sentence=_("The schema is older than the program. Migrations missing: %(number)s."),
            hint=_("Stop the web servers, then: vermilion migrate."),
            level=Level.FAULT,
            facts={"number": len(missing)},
        )


@check(id="site.clock")
def clock_off() -> Iterator[Finding]:
    """This machine and the database agree about the time within two seconds."""
    before = clock.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        [[there]] = cursor.fetchall()
    here = before + (clock.now() - before) / 2
    if abs(there - here) > CLOCK_MAY_DIFFER:
        yield Finding(
            id="site.clock",
            sentence=_("The clock here and that of the database differ by %(seconds)s seconds."),
            hint=_("Let both keep time by NTP (chrony or systemd-timesyncd)."),
            facts={"seconds": round(abs((there - here).total_seconds()))},
        )


@check(id="site.disk")
def disk_low() -> Iterator[Finding]:
    """At least two gigabytes and one twentieth of the disk of the home folder are free."""
    disk = shutil.disk_usage(CONFIGURATION.home_folder)
    if disk.free < max(DISK_LEAST, disk.total * DISK_SHARE):
        yield Finding(
            id="site.disk",
            sentence=_("Only %(free)s MiB are free where %(folder)s lies."),
            hint=_("Make room or move the home folder. A full disk stops registering."),
            subject=str(CONFIGURATION.home_folder),
            level=Level.FAULT if disk.free < DISK_LEAST / 4 else Level.WARNING,
            facts={"free": disk.free // 2**20, "folder": CONFIGURATION.home_folder},
        )


@check(id="site.backup")
def backup_not_tested() -> Iterator[Finding]:
    """A backup of this installation was restored for a test within the last 35 days."""
    if CONFIGURATION.in_demo:
        return
    known = backups.history(CONFIGURATION.home_folder)
    since = clock.now() - BACKUP_TESTED_WITHIN
    if known.tested_at and known.tested_at > since:
        return
    began = Path(CONFIGURATION.home_folder / "keys" / "django").stat().st_mtime
    if not known.made_at and began > since.timestamp():
        return
    yield Finding(
        id="site.backup",
        sentence=_("No backup of this installation has been restored for a test in 35 days."),
        hint=_("vermilion backup FOLDER, then on another home: vermilion restore FOLDER."),
    )


@check(id="site.catalogues")
def catalogues_not_compiled() -> Iterator[Finding]:
    """Every translation is compiled, and none is older than its text."""
    stale = catalogues.uncompiled()
    if stale:
        yield Finding(
            id="site.catalogues",
            sentence=_("Translations not compiled: %(number)s. People see English instead."),
            hint=_("make catalogues"),
            facts={"number": len(stale)},
        )


def _waiting_since(moment: datetime) -> list[tuple[str, int, datetime]]:
    """Queues in which a job has been due since before the moment: name, how many, the oldest."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT j.queue_name, count(*), min(coalesce(j.scheduled_at, e.at)) "
            "FROM procrastinate_jobs j JOIN procrastinate_events e "
            "ON e.job_id = j.id AND e.type = 'deferred' "
            "WHERE j.status = 'todo' AND coalesce(j.scheduled_at, e.at) < %s "
            "GROUP BY j.queue_name ORDER BY j.queue_name",
            [moment],
        )
        return list(cursor.fetchall())
