"""Scans from hand-in to searchable PDF: the job, its progress, and what may befall it."""

import io
import os
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from django.db import connection, connections

from tests.papers import make
from vermilion.audit.models import Trace
from vermilion.files import actions, child, models, queries, recognising, vault
from vermilion.files.actions import Outcome
from vermilion.files.events import BlobExamined, BlobQuarantined, BlobRecognised
from vermilion.files.tests import samples, scans
from vermilion.files.tests.conftest import EXAMINER, NOON
from vermilion.files.types import Recognising, State
from vermilion.kernel import events
from vermilion.kernel.refusals import NotFound

pytestmark = scans.needs_tesseract


@pytest.fixture
def told():
    """Recognitions that were told, in turn."""
    heard: list[BlobRecognised] = []
    wired = events._switchboard._wiring
    events.connect({BlobExamined: [], BlobQuarantined: [], BlobRecognised: [heard.append]})
    yield heard
    events.connect(wired)


@pytest.fixture
def recognised(examined, told):
    """Hand a scan in, examine and recognise it; gives the blob and how that stands."""

    def recognised(content: bytes, name: str = "scan.pdf"):
        blob, _stages = examined(content, name)
        while go_on(blob) is Outcome.MORE:
            pass
        return blob, queries.recognition_of([blob.pk])[blob.pk]

    return recognised


def go_on(blob: models.Blob) -> Outcome:
    return actions.recognise(actor=EXAMINER, blob_id=blob.pk, at=NOON)


def rendition(blob: models.Blob) -> bytes:
    made = queries.reading_copy(blob)
    assert isinstance(made, models.Rendition)
    return b"".join(vault.opened(made))


def text_of(pdf: bytes, number: int = 1) -> str:
    return pypdfium2.PdfDocument(pdf)[number - 1].get_textpage().get_text_range()


def test_a_scan_gets_words_and_a_searchable_pdf_beside_it(recognised, told, lan):
    content = scans.pdf(scans.scan(leaning=1.2))
    blob, standing = recognised(content)
    assert standing.state is Recognising.DONE
    assert (standing.done, standing.of) == (1, 1)
    [page] = queries.text_of(blob.pk)
    assert "15/UBND-KT" in page.text
    assert page.recognised
    assert "15/UBND-KT" in text_of(rendition(blob))
    assert b"".join(vault.opened(blob)) == content
    assert [each.whole for each in told] == [True]
    assert Trace.objects.filter(act="files.blob.recognised").count() == 1


def test_the_rendition_is_archival_and_keeps_the_picture_as_it_was(recognised):
    content = scans.jpeg(scans.scan(turn=180))
    blob, _standing = recognised(content, "scan.jpg")
    with pikepdf.open(io.BytesIO(rendition(blob))) as made:
        assert made.open_metadata().pdfa_status
        [image] = [
            each for each in made.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]  # fmt: skip
        assert image.read_raw_bytes() in content
        assert made.pages[0].rotation == 180


def test_places_of_words_are_those_on_the_rendition(recognised):
    blob, _standing = recognised(scans.pdf(scans.scan(turn=90, leaning=-1.5)))
    [page] = queries.text_of(blob.pk)
    with tempfile.TemporaryFile() as file:
        file.write(rendition(blob))
        [shown] = queries.text_in(file)
    assert shown.width == pytest.approx(page.width, abs=1)
    for line in page.lines[:8]:
        found = next(each for each in shown.lines if line.text.split()[0] in each.text)
        assert found.box[:2] == pytest.approx(line.box[:2], abs=0.012)


def test_the_first_pages_are_told_before_the_rest(recognised, told):
    pictures = [scans.scan(dpi=150, noise=0)] * 5
    blob, standing = recognised(scans.pdf(*pictures))
    assert [(each.pages, each.of, each.whole) for each in told] == [(3, 5, False), (5, 5, True)]
    assert standing.done == 5
    assert len(queries.text_of(blob.pk)) == 5


def test_of_a_mixed_file_only_scanned_pages_are_recognised(recognised):
    mixed = pikepdf.open(io.BytesIO(make("letter")))
    mixed.pages.extend(pikepdf.open(io.BytesIO(scans.pdf(scans.scan("english")))).pages)
    out = io.BytesIO()
    mixed.save(out)
    blob, standing = recognised(out.getvalue())
    assert standing.of == 1
    born, scanned = queries.text_of(blob.pk)
    assert (born.recognised, scanned.recognised) == (False, True)
    made = rendition(blob)
    assert "15/UBND-KT" in text_of(made, 1)
    assert "Department of Posts" in text_of(made, 2)


def test_a_paper_with_text_is_not_recognised_unless_somebody_asks(examined, told, lan):
    blob, _stages = examined(make("letter"))
    assert queries.recognition_of([blob.pk]) == {}
    actions.recognise_again(actor=lan, blob_id=blob.pk, at=NOON)
    assert go_on(blob) is Outcome.ENDED
    assert queries.recognition_of([blob.pk])[blob.pk].state is Recognising.DONE
    assert queries.text_of(blob.pk)[0].recognised


def test_files_without_pages_cannot_be_recognised(examined, lan):
    blob, _stages = examined(b"only text", "a.txt")
    with pytest.raises(actions.NothingToRecognise):
        actions.recognise_again(actor=lan, blob_id=blob.pk, at=NOON)


def test_without_the_engine_it_waits_in_words_and_goes_on_later(examined, told, settings):
    blob, _stages = examined(scans.jpeg(scans.scan()), "scan.jpg")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    before = settings.VERMILION
    settings.VERMILION = replace(before, ocr="none")
    assert go_on(blob) is Outcome.ENDED
    standing = queries.recognition_of([blob.pk])[blob.pk]
    assert standing.state is Recognising.IMPOSSIBLE
    assert "Tesseract" in standing.sentence
    assert queries.unrecognised(before=NOON) == []
    settings.VERMILION = before
    assert queries.unrecognised(before=NOON) == [blob.pk]
    go_on(blob)
    assert queries.recognition_of([blob.pk])[blob.pk].state is Recognising.DONE


def test_a_signed_scan_is_read_but_no_other_pdf_is_made_of_it(recognised):
    signed = samples.signed(scans.pdf(scans.scan()))
    blob, standing = recognised(signed)
    assert standing.state is Recognising.DONE
    assert "digitally signed" in standing.sentence
    assert queries.reading_copy(blob) == blob
    assert "15/UBND-KT" in queries.text_of(blob.pk)[0].text


def test_whoever_stops_it_keeps_what_was_recognised(examined, told, lan, monkeypatch):
    blob, _stages = examined(scans.pdf(*[scans.scan(dpi=150, noise=0)] * 5))
    monkeypatch.setattr("vermilion.files.actions.recognising.SECONDS_A_JOB", 0)
    assert go_on(blob) is Outcome.MORE
    actions.stop_recognition(actor=lan, blob_id=blob.pk, at=NOON)
    assert go_on(blob) is Outcome.ENDED
    standing = queries.recognition_of([blob.pk])[blob.pk]
    assert (standing.state, standing.done) == (Recognising.STOPPED, 3)
    assert "Lan" in standing.sentence
    assert "UBND-KT" in queries.text_of(blob.pk)[2].text
    with pytest.raises(actions.NotBeingRecognised):
        actions.stop_recognition(actor=lan, blob_id=blob.pk, at=NOON)


def test_others_may_not_stop_or_ask(examined, told, tuan):
    blob, _stages = examined(scans.pdf(scans.scan()))
    for act in (actions.stop_recognition, actions.recognise_again):
        with pytest.raises(NotFound):
            queries.blob(tuan, blob.digest, NOON)
        with pytest.raises(Exception, match="not handed in by you"):
            act(actor=tuan, blob_id=blob.pk, at=NOON)


def test_a_file_quarantined_meanwhile_is_left_alone(examined, told, monkeypatch):
    blob, _stages = examined(scans.pdf(*[scans.scan(dpi=150, noise=0)] * 5))
    monkeypatch.setattr("vermilion.files.actions.recognising.SECONDS_A_JOB", 0)
    assert go_on(blob) is Outcome.MORE
    models.Examination.objects.filter(blob=blob, stage="malware").update(state=State.QUARANTINED)
    assert go_on(blob) is Outcome.ENDED
    assert queries.recognition_of([blob.pk])[blob.pk].state is Recognising.STOPPED
    assert not models.Rendition.objects.filter(blob=blob, kind="pdf").exists()


def test_a_page_that_ends_its_reader_is_told_and_the_others_are_read(recognised, monkeypatch):
    real = recognising.recognised

    def second_page_ends_it(file, kind, numbers, found, **more):
        if 2 in numbers:
            raise child.Killed
        return real(file, kind, numbers, found, **more)

    monkeypatch.setattr(recognising, "recognised", second_page_ends_it)
    blob, standing = recognised(scans.pdf(*[scans.scan(dpi=150, noise=0)] * 3))
    assert standing.state is Recognising.DONE
    assert "2" in standing.sentence
    assert [bool(page.text) for page in queries.text_of(blob.pk)] == [True, False, True]


def test_a_reader_killed_from_outside_is_tried_once_more(recognised, monkeypatch):
    """The process of the first try is really killed while it works."""
    real, tries = child._start, []

    def killed_once(task, request, handles):
        process = real(task, request, handles)
        if task == "recognise" and not tries:
            tries.append(process.pid)
            threading.Timer(0.2, os.kill, [process.pid, signal.SIGKILL]).start()
        return process

    monkeypatch.setattr(child, "_start", killed_once)
    blob, standing = recognised(scans.pdf(scans.scan()))
    assert tries
    assert standing.state is Recognising.DONE
    assert "15/UBND-KT" in queries.text_of(blob.pk)[0].text


def test_a_torn_tiff_fails_with_words_or_lies_in_quarantine(examined, told):
    blob, _stages = examined(scans.tiff(scans.scan(dpi=100))[:5000], "torn.tif")
    go_on(blob)
    standing = queries.recognition_of([blob.pk]).get(blob.pk)
    if standing is None:
        assert queries.standing_of([blob.pk])[blob.pk].state is State.QUARANTINED
    else:
        assert standing.state is Recognising.FAILED
        assert standing.sentence


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_do_the_same_scan(keep, told):
    blob = keep(scans.pdf(scans.scan()))
    actions.examine(actor=EXAMINER, blob_id=blob.pk, at=NOON)
    answers: list[Outcome] = []

    def another() -> None:
        try:
            answers.append(go_on(blob))
        finally:
            connections.close_all()

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [0x5CA7, blob.pk])
    worker = threading.Thread(target=another)
    worker.start()
    worker.join(60)
    assert answers == [Outcome.LATER]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [0x5CA7, blob.pk])
    assert go_on(blob) is Outcome.ENDED


def test_a_scan_whose_workers_die_is_given_up_with_words(examined, told):
    blob, _stages = examined(scans.pdf(scans.scan()))
    models.Recognition.objects.filter(blob=blob).update(state=Recognising.RUNNING, attempts=2)
    assert go_on(blob) is Outcome.ENDED
    standing = queries.recognition_of([blob.pk])[blob.pk]
    assert standing.state is Recognising.FAILED
    assert "time and again" in standing.sentence


def test_what_a_lost_worker_left_is_gone_on_with_and_made_once(examined, told, monkeypatch):
    blob, _stages = examined(scans.pdf(*[scans.scan(dpi=150, noise=0)] * 4))
    monkeypatch.setattr("vermilion.files.actions.recognising.SECONDS_A_JOB", 0)
    assert go_on(blob) is Outcome.MORE
    read = []
    real = recognising.recognised

    def noted(file, kind, numbers, found, **more):
        read.extend(numbers)
        return real(file, kind, numbers, found, **more)

    monkeypatch.setattr(recognising, "recognised", noted)
    monkeypatch.setattr("vermilion.files.actions.recognising.SECONDS_A_JOB", 60)
    # The row still says that it runs: its worker is gone.
    assert models.Recognition.objects.get(blob=blob).state == Recognising.RUNNING
    assert go_on(blob) is Outcome.ENDED
    assert go_on(blob) is Outcome.ENDED
    assert read == [4]
    assert models.Rendition.objects.filter(blob=blob, kind="pdf").count() == 1
    assert [each.whole for each in told] == [False, True]


def test_nothing_of_a_recognition_is_left_running(recognised):
    recognised(scans.pdf(scans.scan()))
    time.sleep(0.2)
    told = subprocess.run(["ps", "-o", "ppid=,comm="], capture_output=True, text=True, check=True)
    own = [line for line in told.stdout.splitlines() if line.split()[0] == str(os.getpid())]
    assert not [line for line in own if "tesseract" in line]
