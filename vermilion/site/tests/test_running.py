"""Start and stop as an operator does it: by command, by signal, by force."""

import os
import signal
import socket
import time

import psycopg
import pytest

from tests.installation import Installation, home_of_tests, running

pytestmark = [pytest.mark.fault, pytest.mark.xdist_group("installations")]


@pytest.fixture(scope="module")
def planted():
    """A home on which an installation has run before, so that the next starts are quick."""
    with running("starts", "run"):
        pass
    return home_of_tests() / "installations" / "starts"


@pytest.fixture
def house(planted):
    made = Installation(planted, "run")
    yield made
    for pid in made.processes():
        os.kill(pid, signal.SIGKILL)
    made.wait_until_gone()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_everything_and_leaves_nothing_running(house, number):
    house.start()
    assert len(house.pids("parts web")) == 2
    assert house.pids("parts worker")

    assert house.stop(number) == 0

    assert house.wait_until_gone(within=5) == {}
    assert not (house.home / "postgres" / "postmaster.pid").exists()


def test_a_second_start_takes_seconds(house):
    began = time.monotonic()
    house.start()
    assert time.monotonic() - began < 20
    house.stop()


def test_killed_by_force_its_parts_notice_and_the_next_start_recovers(house):
    house.start()

    house.process.kill()

    assert house.wait_until_gone(within=60) == {}
    house.start()
    assert house.is_ready()
    house.stop()


def test_a_web_server_that_is_killed_is_started_again(house):
    house.start()
    [parent, child] = house.pids("parts web")

    os.kill(child, signal.SIGKILL)
    os.kill(parent, signal.SIGKILL)

    house.wait_until_ready(within=30)
    assert set(house.pids("parts web")).isdisjoint({parent, child})
    house.stop()


def test_a_database_that_is_killed_is_started_again_and_served_from(house):
    house.start()
    before = house.postmaster()

    os.kill(before, signal.SIGKILL)

    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if house.is_ready() and house.postmaster() != before:
            break
        time.sleep(0.2)
    assert house.is_ready()
    with psycopg.connect(house.database_url()) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert house.stop() == 0


def test_two_on_one_home_are_refused_in_words(house):
    house.start()

    second = Installation(house.home, "run").command("run", PORT="1")

    assert second.returncode == 1
    assert "Vermilion runs already on" in second.stderr
    assert f"process {house.process.pid}" in second.stderr
    assert house.is_ready()
    house.stop()


def test_a_port_in_use_is_refused_in_words(house):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        answer = house.command("run", PORT=str(taken.getsockname()[1]))

    assert answer.returncode == 1
    assert "cannot be listened on" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert house.wait_until_gone(within=5) == {}


@pytest.mark.parametrize("port", ["0", "web", "70000"])
def test_a_port_that_is_none_is_refused_in_words(house, port):
    answer = house.command("run", PORT=port)

    assert answer.returncode == 1
    assert "PORT must be a number" in answer.stderr


def test_a_home_that_cannot_be_written_to_is_refused_in_words(tmp_path):
    occupied = tmp_path / "a-file"
    occupied.write_text("not a folder")
    answer = Installation(occupied / "home", "run").command("run")

    assert answer.returncode == 1
    assert "cannot be written to" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_disk_without_room_is_refused_in_words(tmp_path, monkeypatch):
    from vermilion.site.commands import home

    monkeypatch.setattr(home, "ROOM_NEEDED", 2**60)
    with pytest.raises(home.CannotStart, match="MiB are free"):
        home.prepare(tmp_path)
