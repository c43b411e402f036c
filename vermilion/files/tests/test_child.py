"""What stands around the readers: the process of their own, and the malware scanner."""

import os
import shutil
import signal
import subprocess
import time
from dataclasses import replace

import pytest

from vermilion.audit.models import Trace
from vermilion.files import actions, child, queries
from vermilion.files.reading.trouble import Trouble
from vermilion.files.tests import samples
from vermilion.files.tests.conftest import EXAMINER, NOON
from vermilion.files.types import Stage, State


def standing(blob):
    return queries.standing_of([blob.pk])[blob.pk]


# The process that reads: whatever happens to it, the one that asked goes on.


@pytest.fixture
def file(home):
    with child.plain_file([samples.pdf("x")]) as file:
        yield file


def test_a_reader_that_swells_is_ended(file):
    # Too little even for the library: the parent hears of it and goes on.
    limits = child.Limits(memory=16 * child.MIB, seconds=10)

    with pytest.raises((Trouble, child.Broken)):
        child.run("text", file, limits, kind="pdf", first=1, count=1, most=1)


def test_a_reader_that_stands_still_is_ended(file, monkeypatch):
    monkeypatch.setattr(
        child, "_start", lambda *_: subprocess.Popen(["/bin/sleep", "60"], start_new_session=True)
    )
    began = time.monotonic()

    with pytest.raises(Trouble) as trouble:
        child.run("text", file, child.Limits(memory=1, seconds=1, wall=3))
    assert trouble.value.code == "too-long"
    assert time.monotonic() - began < 10


@pytest.mark.fault
def test_a_reader_killed_from_outside_is_tried_again(keep, monkeypatch):
    blob = keep(samples.pdf("x"))
    start = child._start

    def killed(task, request, handles):
        process = start(task, request, handles)
        if task == "text":
            os.kill(process.pid, signal.SIGKILL)
        return process

    monkeypatch.setattr(child, "_start", killed)
    assert not actions.examine(actor=EXAMINER, blob_id=blob.pk, at=NOON)
    row = blob.examinations.get(stage=Stage.TEXT)
    assert (row.state, row.reason, row.attempts) == (State.FAILED, "killed", 1)

    monkeypatch.setattr(child, "_start", start)
    assert actions.examine(actor=EXAMINER, blob_id=blob.pk, at=NOON)
    assert standing(blob).state is State.DONE


def test_a_reader_has_no_secrets_and_no_network(file, tmp_path, monkeypatch):
    monkeypatch.setenv("VERMILION_SECRET", "do not tell")
    seen = {}
    popen = subprocess.Popen

    def watched(*args, **names):
        seen.update(names["env"])
        return popen(*args, **names)

    monkeypatch.setattr(child.subprocess, "Popen", watched)
    child.run("identify", file, child.IDENTIFYING)

    assert set(seen) == {"PYTHONPATH", "LANG", "TMPDIR"}


# ClamAV, where its daemon can be started with a database of one line.


@pytest.fixture(scope="module")
def clamd(tmp_path_factory):
    program = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin")
    if program is None:
        pytest.skip("the ClamAV daemon is not installed here")
    folder = tmp_path_factory.mktemp("clamd")
    (folder / "db").mkdir()
    (folder / "db" / "test.hdb").write_text(
        "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Local\n"
    )
    socket = folder / "socket"
    (folder / "clamd.conf").write_text(
        f"DatabaseDirectory {folder / 'db'}\nLocalSocket {socket}\nForeground yes\n"
        f"LogFile {folder / 'log'}\nTemporaryDirectory {folder}\n"
    )
    process = subprocess.Popen(
        [program, "-c", str(folder / "clamd.conf")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 30
        while not socket.exists():
            if process.poll() is not None or time.monotonic() > deadline:
                pytest.skip("the ClamAV daemon does not start here")
            time.sleep(0.1)
        yield str(socket)
    finally:
        process.terminate()
        process.wait(10)


def test_malware_goes_into_quarantine_and_is_logged(examined, settings, clamd):
    settings.VERMILION = replace(settings.VERMILION, clamd=clamd)

    blob, stages = examined(samples.EICAR, "invoice.txt")

    assert stages["malware"].reason == "infected"
    assert "Eicar-Test-Local" in standing(blob).sentence
    assert stages["text"].reason == "quarantine-first"
    assert Trace.objects.get(act="files.blob.quarantined").facts["reason"] == "infected"

    _sound, stages = examined(samples.pdf("x"))
    assert stages["malware"].state == State.DONE


def test_a_silent_scanner_is_a_fault_of_ours_and_tried_again(keep, settings, tmp_path):
    settings.VERMILION = replace(settings.VERMILION, clamd=str(tmp_path / "nobody"))
    blob = keep(samples.pdf("x"))

    assert not actions.examine(actor=EXAMINER, blob_id=blob.pk, at=NOON)
    assert standing(blob).state is State.FAILED
    assert standing(blob).served


def test_a_reader_starved_by_a_busy_machine_says_nothing_of_the_file(monkeypatch):
    """It is stopped in its tracks as if others had the processor: the file is tried again."""
    real = child._start

    def stopped(task, request, handles):
        process = real(task, request, handles)
        os.kill(process.pid, signal.SIGSTOP)
        return process

    monkeypatch.setattr(child, "_start", stopped)
    monkeypatch.setattr(child.Limits, "patience", property(lambda _limits: 1))
    with child.plain_file([samples.pdf("one")]) as file:
        with pytest.raises(child.Killed):
            child.run("identify", file, child.IDENTIFYING)
        with pytest.raises(Trouble):
            child.run("identify", file, child.QUICK_LOOK)
