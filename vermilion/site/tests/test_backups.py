"""A backup is restored whole, or says which byte is not what was written."""

import json
import os
import shutil
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from tests.installation import Installation, home_of_tests, running
from vermilion.site import backups
from vermilion.site.backups import making, restoring, sealing

pytestmark = [pytest.mark.fault, pytest.mark.xdist_group("installations")]

PASSPHRASE = "một câu dài dễ nhớ"


@pytest.fixture(scope="module")
def house():
    with running("backed-up", "demo", "--seed", "office") as installation:
        yield installation


@pytest.fixture(scope="module")
def shelf(house):
    """A folder with one backup that was made while people went on working."""
    folder = home_of_tests() / "installations" / "shelf"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "passphrase").write_text(PASSPHRASE)
    answer = house.command(
        "backup", str(folder / "kept"), "--passphrase-file", str(folder / "passphrase"), "--json"
    )
    assert answer.returncode == 0, answer.stderr
    return folder, Path(json.loads(answer.stdout)["backup"])


@pytest.fixture
def elsewhere():
    """Another machine: a home that holds nothing."""
    home = home_of_tests() / "installations" / "elsewhere"
    shutil.rmtree(home, ignore_errors=True)
    place = Installation(home, "run")
    yield place
    for pid in place.processes():
        os.kill(pid, signal.SIGKILL)
    place.wait_until_gone()


def _restore(place: Installation, source: Path, shelf: Path, *more: str):
    words = ("restore", str(source), "--passphrase-file", str(shelf / "passphrase"), *more)
    return place.command(*words)


def _rows(url: str) -> dict[str, int]:
    """What people have entered. Jobs go on in both places, and add pages, traces and leaves."""
    with psycopg.connect(url) as connection:
        tables = connection.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ %s",
            ["^(access|directory|documents|registry|routing|tasks)_|^files_blob|^accounts_user"],
        ).fetchall()
        return {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for (name,) in tables
        }


def test_nothing_in_a_backup_can_be_read_without_its_key(shelf):
    _folder, backup = shelf
    for path in backup.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"CREATE TABLE" not in content
            assert "Văn phòng".encode() not in content


def test_what_is_signed_during_the_dump_is_not_remembered_by_the_backup(house, tmp_path):
    # The dump does not have it: a log that remembers more than it has counts as cut off.
    (tmp_path / "log").mkdir()
    memory = tmp_path / "log" / "a.checkpoint"
    memory.write_text("signed before")

    def meanwhile(what, _done, _total):
        if what == "database":
            memory.write_text("signed during the dump")

    made = making.make(
        tmp_path / "kept",
        home=tmp_path,
        database=house.database_url(),
        store=(tmp_path / "store").as_uri(),
        locks=sealing.Locks(passphrase=PASSPHRASE),
        at=datetime(2026, 3, 2, tzinfo=UTC),
        progress=meanwhile,
    )
    restoring.lay_out(
        made,
        home=tmp_path / "restored",
        store=(tmp_path / "store-restored").as_uri(),
        opener=sealing.Opener(passphrase=PASSPHRASE),
        force=False,
        progress=lambda *_: None,
    )

    assert (tmp_path / "restored" / "log" / "a.checkpoint").read_text() == "signed before"


def test_a_backup_is_restored_whole_and_counts_as_tested(house, shelf, elsewhere):
    folder, _backup = shelf
    house.stop()

    answer = _restore(elsewhere, folder / "kept", folder)

    assert answer.returncode == 0, answer.stderr
    assert "find it whole" in answer.stdout
    assert backups.history(house.home).tested_at is not None
    elsewhere.start()
    house.start()
    assert _rows(elsewhere.database_url()) == _rows(house.database_url())
    assert elsewhere.is_ready()
    elsewhere.stop()
    verified = elsewhere.command("audit", "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr


def test_a_home_that_holds_something_is_refused_and_left_alone(shelf, elsewhere):
    folder, backup = shelf
    (elsewhere.home / "keys").mkdir(parents=True)
    (elsewhere.home / "keys" / "django").write_text("somebody's")

    answer = _restore(elsewhere, backup, folder)

    assert answer.returncode == 1
    assert "is not empty: keys" in answer.stderr
    assert (elsewhere.home / "keys" / "django").read_text() == "somebody's"


def test_a_home_that_holds_something_is_moved_aside_when_forced(shelf, elsewhere):
    folder, backup = shelf
    (elsewhere.home / "keys").mkdir(parents=True)
    (elsewhere.home / "keys" / "django").write_text("somebody's")

    answer = _restore(elsewhere, backup, folder, "--force")

    assert answer.returncode == 0, answer.stderr
    [aside] = elsewhere.home.glob("keys-before-*/keys/django")
    assert aside.read_text() == "somebody's"


@pytest.mark.parametrize(
    "name", ["database.sealed", "secrets.sealed", "roles.sealed", "manifest.json"]
)
def test_one_damaged_byte_is_found_and_its_file_named(shelf, elsewhere, name):
    folder, backup = shelf
    copy = folder / "damaged" / backup.name
    shutil.rmtree(folder / "damaged", ignore_errors=True)
    shutil.copytree(backup.parent, folder / "damaged")
    path = copy / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    answer = _restore(elsewhere, copy, folder)

    assert answer.returncode == 1
    assert name in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (elsewhere.home / "postgres").exists()
    assert not (elsewhere.home / "keys").exists()


def test_an_object_that_is_missing_is_named(shelf, elsewhere):
    folder, backup = shelf
    shutil.rmtree(folder / "damaged", ignore_errors=True)
    shutil.copytree(backup.parent, folder / "damaged")
    gone = next(path for path in (folder / "damaged" / "objects").rglob("*") if path.is_file())
    gone.unlink()

    answer = _restore(elsewhere, folder / "damaged", folder)

    assert answer.returncode == 1
    assert f"{gone} is missing" in answer.stderr


def test_a_wrong_passphrase_is_told_as_such(shelf, elsewhere):
    folder, backup = shelf
    (folder / "other").write_text("another long sentence")

    answer = elsewhere.command("restore", str(backup), "--passphrase-file", str(folder / "other"))

    assert answer.returncode == 1
    assert "does not open the backup" in answer.stderr


def test_objects_are_kept_once_for_all_backups(house, shelf):
    folder, first = shelf
    house.wait_until_ready()
    before = {path: path.stat().st_mtime_ns for path in (folder / "kept" / "objects").rglob("*")}

    answer = house.command(
        "backup", str(folder / "kept"), "--passphrase-file", str(folder / "passphrase")
    )

    assert answer.returncode == 0, answer.stderr
    after = {path: path.stat().st_mtime_ns for path in (folder / "kept" / "objects").rglob("*")}
    assert {path: after[path] for path in before if path.is_file()} == {
        path: time for path, time in before.items() if path.is_file()
    }
    assert backups.latest(folder / "kept") != first


def test_the_machine_that_makes_backups_for_a_recipient_cannot_read_them(house, tmp_path):
    made = house.command("backup-key", str(tmp_path / "private"))
    public = made.stdout.splitlines()[-1]
    assert (tmp_path / "private").stat().st_mode & 0o077 == 0

    answer = house.command("backup", str(tmp_path / "kept"), "--recipient", public, "--json")

    backup = Path(json.loads(answer.stdout)["backup"])
    opener = backups.Opener(private_key=tmp_path / "private")
    assert backups.verify(backup, opener=opener, progress=_silent)
    with pytest.raises(backups.CannotOpen):
        backups.verify(backup, opener=backups.Opener("a passphrase"), progress=_silent)


def _silent(what: str, done: int, total: int) -> None:
    pass


def test_a_backup_that_is_killed_midway_leaves_none(house, tmp_path):
    import subprocess

    (tmp_path / "passphrase").write_text(PASSPHRASE)
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "vermilion", "backup", str(tmp_path / "kept")),
            *("--passphrase-file", str(tmp_path / "passphrase")),
        ],
        env=house.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    while process.poll() is None and not list(tmp_path.glob("kept/.*.draft/database.sealed")):
        pass
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()

    if process.returncode:
        with pytest.raises(FileNotFoundError, match="no backup"):
            backups.latest(tmp_path / "kept")


@pytest.mark.parametrize("size", [0, 1, sealing.PIECE - 1, sealing.PIECE, sealing.PIECE * 2 + 7])
def test_a_sealed_stream_opens_to_what_it_was(size):
    key = sealing.new_key()
    content = os.urandom(size)
    stream = b"".join(sealing.sealed(key, "a", [content[:100], content[100:]]))

    assert b"".join(sealing.opened(key, "a", [stream])) == content
    for spoiled in (stream[:-1], stream + b"x", b"\0" + stream[1:], stream[:-1] + b"\0"):
        if spoiled != stream:
            with pytest.raises(sealing.Damaged):
                list(sealing.opened(key, "a", [spoiled]))
    with pytest.raises(sealing.Damaged):
        list(sealing.opened(key, "b", [stream]))


def test_a_backup_needs_renewing_when_its_test_is_long_ago(tmp_path):
    assert backups.history(tmp_path) == backups.History(None, None)
    at = datetime(2026, 11, 2, tzinfo=UTC)
    backups.remember_restored([tmp_path], "2026-11-01T000000Z", at)
    assert backups.history(tmp_path).tested_at == at
