"""A watched folder: whole files come in once, whatever stops in between."""

import os
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.cast import MONDAY
from tests.papers import make
from vermilion.arrivals import actions, queries, watching
from vermilion.arrivals.models import Arrival, Sighting
from vermilion.arrivals.types import Source

LATER = MONDAY + timedelta(seconds=20)
LATER_STILL = MONDAY + timedelta(seconds=40)


@pytest.fixture
def folder(office, tmp_path, settings):
    """The watched folder of Lan's office."""
    settings.VERMILION = replace(settings.VERMILION, watched_folder=str(tmp_path))
    own = tmp_path / str(office.body_id)
    own.mkdir()
    return own


def taken(folder):
    return sorted(each.name for each in (folder / "taken").glob("*"))


def test_a_file_is_taken_once_it_has_stopped_growing(lan, folder):
    scan = folder / "scan-01.pdf"
    scan.write_bytes(b"%PDF-1.4 half")
    watching.look(at=MONDAY)
    scan.write_bytes(make("letter"))

    assert watching.look(at=LATER) == 0
    assert watching.look(at=LATER_STILL) == 1

    [arrival] = queries.inbox(lan)
    assert arrival.source == Source.FOLDER
    assert taken(folder) == ["scan-01.pdf"]
    assert not scan.exists()
    assert not Sighting.objects.exists()


def test_what_is_still_being_written_is_left_alone(folder):
    (folder / "scan.pdf.part").write_bytes(b"%PDF")
    (folder / ".hidden.pdf").write_bytes(b"%PDF")
    watching.look(at=MONDAY)

    assert watching.look(at=LATER) == 0
    assert not Arrival.objects.exists()


def test_stopped_before_the_file_was_moved_it_comes_in_once(lan, folder, monkeypatch):
    scan = folder / "scan-01.pdf"
    scan.write_bytes(make("letter"))
    watching.look(at=MONDAY)

    def power_cut(*_path):
        raise KeyboardInterrupt

    with monkeypatch.context() as world:
        world.setattr(os, "replace", power_cut)
        with pytest.raises(KeyboardInterrupt):
            watching.look(at=LATER)
    assert scan.exists()

    watching.look(at=LATER_STILL)

    assert Arrival.objects.count() == 1
    assert taken(folder) == ["scan-01.pdf"]


def test_what_is_refused_goes_aside_with_the_reason(folder):
    (folder / "trong.pdf").write_bytes(b"")
    watching.look(at=MONDAY)
    watching.look(at=LATER)

    refused = folder / "refused"
    assert (refused / "trong.pdf").exists()
    assert "trong.pdf" in (refused / "trong.pdf.txt").read_text(encoding="utf-8")
    assert not Arrival.objects.exists()


def test_the_same_bytes_sent_after_a_refusal_come_in_again(lan, folder):
    def drop(name, at):
        (folder / name).write_bytes(make("letter"))
        watching.look(at=at)
        watching.look(at=at + timedelta(seconds=20))

    drop("a.pdf", MONDAY)
    [first] = queries.inbox(lan)
    drop("b.pdf", MONDAY + timedelta(minutes=5))
    assert list(queries.inbox(lan)) == [first]

    actions.refuse(actor=lan, arrival_id=first.pk, reason="Thiếu trang cuối", at=LATER)
    drop("c.pdf", MONDAY + timedelta(minutes=9))
    assert queries.inbox(lan).count() == 1


def test_a_folder_that_means_no_body_is_left_alone(folder):
    (folder.parent / "somebody-else").mkdir()
    (folder.parent / "somebody-else" / "a.pdf").write_bytes(make("letter"))
    watching.look(at=MONDAY)

    assert watching.look(at=LATER) == 0


def test_without_a_folder_nothing_is_looked_at(db):
    assert watching.look(at=MONDAY) == 0
