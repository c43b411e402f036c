"""The doctor looks, says what it finds in words, and repairs nothing."""

import shutil
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection
from django.utils import translation

from vermilion.jobs.queue import defer
from vermilion.kernel import clock, findings
from vermilion.kernel.findings import Check, Finding, Level, check
from vermilion.site import backups, checks, doctor


def found(look) -> list[str]:
    return [each.id for each in look()]


def _a_job_deferred(minutes_ago: int) -> None:
    job = defer("jobs.rescue", queue="upkeep", timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_events SET at = now() - %s WHERE job_id = %s",
            [timedelta(minutes=minutes_ago), job],
        )


def test_a_house_in_order_has_no_findings_of_its_own(db):
    for look in (checks.queue_lag, checks.queue_without_worker, checks.jobs_failed):
        assert found(look) == []
    assert found(checks.migrations_not_applied) == []
    assert found(checks.clock_off) == []


def test_a_queue_that_lags_is_named_with_its_oldest_job(db):
    _a_job_deferred(minutes_ago=11)

    [finding] = checks.queue_lag()

    assert finding.subject == "queue:upkeep"
    assert "Jobs due: 1" in finding.in_words
    assert "--queue upkeep" in finding.what_helps


def test_a_queue_without_a_living_worker_is_a_fault(db):
    _a_job_deferred(minutes_ago=2)
    assert [each.level for each in checks.queue_without_worker()] == [Level.FAULT]

    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now())")
    assert found(checks.queue_without_worker) == []


def test_a_job_that_gave_up_is_named_with_the_command_that_tries_again(db):
    job = defer("jobs.rescue", queue="upkeep", timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [job])
        cursor.execute("SELECT procrastinate_finish_job_v1(%s, 'failed', false)", [job])

    [finding] = checks.jobs_failed()

    assert f"vermilion jobs retry {job}" in finding.what_helps


def test_a_schema_that_is_older_than_the_program_is_a_fault(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM django_migrations WHERE id = "
            "(SELECT max(id) FROM django_migrations WHERE app = 'registry')"
        )

    [finding] = checks.migrations_not_applied()

    assert finding.level is Level.FAULT
    assert "vermilion migrate" in finding.what_helps


def test_a_clock_that_is_off_is_found(db, monkeypatch):
    present = clock.now()
    monkeypatch.setattr(
        checks, "clock", SimpleNamespace(now=lambda: present + timedelta(seconds=9))
    )

    [finding] = checks.clock_off()

    assert "9 seconds" in finding.in_words or "8 seconds" in finding.in_words


def test_a_disk_that_fills_is_found(monkeypatch):
    full = SimpleNamespace(total=10**12, free=400 * 2**20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)

    [finding] = checks.disk_low()

    assert finding.level is Level.FAULT
    assert "400 MiB" in finding.in_words


def test_a_backup_is_asked_for_until_one_was_restored(monkeypatch, tmp_path):
    home = SimpleNamespace(home_folder=tmp_path, in_demo=False)
    monkeypatch.setattr(checks, "CONFIGURATION", home)
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "django").touch()
    assert found(checks.backup_not_tested) == [], "an installation of today has time"

    (tmp_path / "backups.json").write_text(f'{{"at": "{clock.now().isoformat()}"}}')
    assert found(checks.backup_not_tested) == ["site.backup"]

    backups.remember_restored([tmp_path], "one", clock.now())
    assert found(checks.backup_not_tested) == []


def test_every_finding_is_said_in_every_language(db):
    _a_job_deferred(minutes_ago=11)
    said = set()
    for language in ("en", "vi", "hi", "ar"):
        with translation.override(language):
            [finding] = checks.queue_lag()
            said.add(finding.in_words.partition("upkeep")[0])
    assert len(said) == 4


def test_a_check_that_cannot_look_is_a_finding_and_keeps_no_other_from_looking(db, monkeypatch):
    def broken():
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM there_is_no_such_table")
        yield

    def sound():
        yield Finding(id="b", sentence="found", hint="")

    every = [Check("a", broken), Check("b", sound)]
    monkeypatch.setattr(doctor, "checks", lambda: every)

    [first, second] = doctor.findings(deep=False)

    assert (first.id, first.subject, first.level) == ("site.check-failed", "a", Level.FAULT)
    assert second.in_words == "found"


def test_without_a_database_one_finding_says_so(monkeypatch):
    from django.db import OperationalError

    def unreachable():
        raise OperationalError("connection refused")

    monkeypatch.setattr(doctor.connection, "ensure_connection", unreachable)

    [finding] = doctor.findings(deep=True)

    assert finding.id == "site.database"
    assert "connection refused" in finding.in_words


def test_deep_checks_are_left_for_the_night(db, monkeypatch):
    asked = []
    every = [
        Check("quick", lambda: asked.append("quick") or []),
        Check("deep", lambda: asked.append("deep") or [], deep=True),
    ]
    monkeypatch.setattr(doctor, "checks", lambda: every)

    list(doctor.findings(deep=False))
    assert asked == ["quick"]
    list(doctor.findings(deep=True))
    assert asked == ["quick", "quick", "deep"]


def test_where_nothing_runs_yet_nobody_is_asked_for(db):
    _a_job_deferred(minutes_ago=60)
    about_workers = {"site.queue-without-worker", "site.queue-lag"}

    assert about_workers <= {each.id for each in doctor.findings(deep=False)}
    assert not about_workers & {each.id for each in doctor.findings(deep=False, running=False)}


def test_the_doctor_repairs_nothing(django_user_model, db):
    """Every check may read alone: in a transaction that cannot write each still looks."""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")
    for each in doctor.checks():
        try:
            list(each.look())
        except DatabaseError as error:
            raise AssertionError(f"{each.id} writes: {error}") from error


def test_two_checks_of_one_name_are_refused(monkeypatch):
    monkeypatch.setattr(findings, "_checks", {})
    check(id="one")(checks.queue_lag)
    with pytest.raises(ValueError, match="two checks"):
        check(id="one")(lambda: [])


def test_every_check_promises_something():
    for each in doctor.checks():
        assert each.promise.endswith("."), each.id
        assert each.id.split(".")[0] == each.look.__module__.split(".")[1], each.id
