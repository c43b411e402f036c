"""What each kind of file turns out to be: sound, damaged, locked, too large, or sent to do harm."""

import shutil
import threading
import time
from datetime import timedelta

import pytest
from django.utils import translation

from vermilion.audit.models import Trace
from vermilion.files import actions, models, queries, words
from vermilion.files.tests import samples
from vermilion.files.tests.conftest import EXAMINER, NOON
from vermilion.files.types import Stage, State
from vermilion.kernel.refusals import NotAllowed

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed here"
)


def standing(blob):
    return queries.standing_of([blob.pk])[blob.pk]


def test_a_sound_pdf_is_read_page_by_page_with_the_place_of_each_line(examined):
    blob, stages = examined(samples.pdf("So: 12/QD-UBND\nHa Noi", "Second page"))

    assert (blob.media_type, blob.format) == ("application/pdf", "fmt/276")
    assert standing(blob).state is State.DONE
    assert standing(blob).pages == 2
    first, second = queries.text_of(blob.pk)
    assert first.text == "So: 12/QD-UBND\nHa Noi"
    assert second.text == "Second page"
    left, top, right, bottom = first.lines[0].box
    assert 0.11 < left < 0.13 < right < 0.3
    assert 0.06 < top < bottom < 0.1
    kinds = models.Rendition.objects.filter(blob=blob).values_list("kind", "page").order_by("pk")
    assert list(kinds) == [("screen", 1), ("thumb", 1), ("screen", 2), ("thumb", 2)]
    assert stages["malware"].reason == "no-scanner"


@needs_office
@pytest.mark.parametrize(
    ("content", "name", "media_part"),
    [
        (samples.docx("Kính gửi: Uỷ ban", "Về việc họp"), "a.docx", "wordprocessingml"),
        (samples.odt("Kính gửi: Uỷ ban", "Về việc họp"), "a.odt", "opendocument.text"),
    ],
)
def test_an_office_file_becomes_a_pdf_and_is_read(examined, content, name, media_part):
    blob, stages = examined(content, name)

    assert media_part in blob.media_type
    assert standing(blob).state is State.DONE
    [page] = queries.text_of(blob.pk)
    assert "Kính gửi" in page.text
    assert stages["pages"].facts == {"pages": 1}
    copy = queries.reading_copy(blob)
    assert b"".join(queries.opened(copy)).startswith(b"%PDF-")


def test_a_sheet_is_read_row_by_row(examined):
    blob, _ = examined(samples.xlsx([["STT", "Tên"], [1, "Phường Bến Nghé"]]), "a.xlsx")

    assert queries.text_of(blob.pk)[0].text == "Danh mục\nSTT\tTên\n1\tPhường Bến Nghé"


def test_a_message_tells_its_head_its_words_and_what_is_attached(examined):
    blob, _stages = examined(samples.EML, "thu.eml")

    assert blob.media_type == "message/rfc822"
    text = queries.text_of(blob.pk)[0].text
    assert "Subject: Báo cáo" in text
    assert "Kính gửi Văn phòng" in text
    assert "alert" not in text
    assert "bao-cao.pdf" in standing(blob).warnings[0]


def test_html_is_read_without_its_scripts(examined):
    page = "<!doctype html><title>x</title><h1>Thông báo</h1><script>alert(1)</script><p>Một<p>Hai"
    blob, stages = examined(page.encode(), "a.html")

    assert blob.media_type == "text/html"
    assert queries.text_of(blob.pk)[0].text.split() == ["Thông", "báo", "Một", "Hai"]
    assert stages["pages"].state == State.SKIPPED


def test_plain_text_in_an_old_encoding_is_read(examined):
    blob, _ = examined("السيد رئيس الديوان المحترم".encode("cp1256"), "a.txt")

    assert queries.text_of(blob.pk)[0].text == "السيد رئيس الديوان المحترم"


def test_a_picture_is_shown_as_a_page(examined):
    blob, stages = examined(samples.png(), "a.png")

    assert blob.media_type == "image/png"
    assert stages["text"].reason == "no-text"
    made = models.Rendition.objects.select_related("key").get(blob=blob, kind="screen")
    assert b"".join(queries.opened(made))[8:12] == b"WEBP"


def test_the_content_tells_the_type_and_the_name_is_put_right(examined):
    blob, _ = examined(samples.pdf("x"), "bao-cao.docx")

    assert blob.media_type == "application/pdf"
    [warning] = standing(blob).warnings
    assert "“.docx”" in warning
    assert "PDF" in warning


def test_a_scan_without_text_is_told_so(examined):
    blob, _ = examined(samples.pdf(""))

    assert "probably scanned" in standing(blob).warnings[0]


HOSTILE = {
    "damaged pdf": (b"%PDF-1.7\nnothing of a PDF\n%%EOF\n", "a.pdf", "damaged"),
    "truncated pdf": (samples.pdf("x", "y")[:200], "a.pdf", "truncated"),
    "nested pdf": (samples.pdf_nested(), "a.pdf", "damaged"),
    "bomb": (samples.zip_bomb(), "a.zip", "bursts"),
    "archive that lies": (samples.zip_that_lies(), "a.zip", "damaged"),
    "archives in archives": (samples.zip_in_zip(6), "a.zip", "too-deep"),
    "many entries": (
        samples.zipped({f"{n}": b"" for n in range(10_001)}),
        "a.zip",
        "too-many-entries",
    ),
    "damaged docx": (samples.docx("x" * 5_000)[:700], "a.docx", "damaged"),
    "nested docx": (samples.docx_nested(), "a.docx", "too-deep"),
    "huge picture": (samples.png_bomb(), "a.png", "too-much-memory"),
    "damaged picture": (samples.png()[:50], "a.png", "damaged"),
}


@pytest.mark.parametrize("which", HOSTILE)
def test_a_damaged_or_hostile_file_is_quarantined_and_explained(examined, which):
    content, name, reason = HOSTILE[which]

    blob, stages = examined(content, name)

    found = [row.reason for row in stages.values() if row.state == State.QUARANTINED]
    assert found == [reason]
    told = standing(blob)
    assert told.state is State.QUARANTINED
    assert not told.served
    assert told.sentence
    assert told.what_helps
    assert "%(" not in told.sentence
    assert b"".join(queries.opened(blob)) == content
    assert Trace.objects.filter(act="files.blob.quarantined").count() == 1


def test_entities_are_not_resolved_and_nothing_of_the_machine_is_read(examined):
    blob, _stages = examined(samples.docx_with_entities(), "a.docx")

    text = " ".join(page.text for page in queries.text_of(blob.pk))
    assert "root:" not in text
    assert text.count("ha") < 10


def test_a_pdf_with_a_password_is_kept_and_served_but_not_read(examined):
    blob, stages = examined(samples.pdf_with_password())

    assert stages["text"].reason == "needs-password"
    told = standing(blob)
    assert told.state is State.REFUSED
    assert told.served
    assert "password" in told.sentence
    assert "without a password" in told.what_helps
    assert "may be downloaded" in words.kept(told.state)


@pytest.mark.parametrize("content", [samples.pdf_with_script(), samples.pdf_with_hidden_script()])
def test_a_pdf_that_would_act_by_itself_is_marked(examined, content):
    blob, _ = examined(content)

    assert standing(blob).state is State.DONE
    assert any("JavaScript" in warning for warning in standing(blob).warnings)


def test_the_noise_of_a_picture_is_not_taken_for_a_script(examined):
    blob, _ = examined(samples.pdf_with_noise())

    assert standing(blob).state is State.DONE
    assert not any("JavaScript" in warning for warning in standing(blob).warnings)


def test_locked_entries_of_an_archive_are_counted(examined):
    blob, _ = examined(samples.zip_locked(), "a.zip")

    assert "password: 1" in standing(blob).warnings[0]


def test_a_tar_within_bounds_passes(examined):
    _blob, stages = examined(
        samples.tarred({"a.txt": b"x", "b.zip": samples.zip_in_zip(2)}), "a.tgz"
    )

    assert stages["unpacking"].state == State.DONE
    assert stages["unpacking"].facts["entries"] == 5


def test_what_was_found_is_said_in_each_language(examined):
    blob, _ = examined(*HOSTILE["bomb"][:2])

    said = set()
    for language in ("en", "vi", "hi", "ar"):
        with translation.override(language):
            said.add(standing(blob).sentence)
    assert len(said) == 4


def test_the_examination_is_done_once_however_often_it_is_asked_for(examined):
    blob, stages = examined(samples.pdf("x"))

    actions.examine(actor=EXAMINER, blob_id=blob.pk, at=NOON)

    assert [row.attempts for row in stages.values()] == [1] * len(Stage)
    assert Trace.objects.filter(act="files.blob.examined").count() == 1


def test_a_stage_whose_worker_was_lost_is_taken_over_and_at_last_given_up(keep):
    blob = keep(samples.pdf("x"))
    lost = blob.examinations.filter(stage=Stage.TYPE)
    lost.update(state=State.RUNNING, started_at=NOON, attempts=1)

    actions.examine(actor=EXAMINER, blob_id=blob.pk, at=NOON + timedelta(minutes=5))
    assert lost.get().state == State.RUNNING

    actions.examine(actor=EXAMINER, blob_id=blob.pk, at=NOON + timedelta(minutes=30))
    assert (lost.get().state, lost.get().attempts) == (State.DONE, 2)

    lost.update(state=State.RUNNING, started_at=NOON, attempts=3)
    actions.examine(actor=EXAMINER, blob_id=blob.pk, at=NOON + timedelta(minutes=30))
    assert (lost.get().state, lost.get().reason) == (State.QUARANTINED, "ends-workers")


def test_a_person_has_it_examined_again(examined, lan, tuan):
    blob, _ = examined(samples.pdf("x"))
    blob.examinations.filter(stage=Stage.PAGES).update(state=State.FAILED, reason="not-converted")

    with pytest.raises(NotAllowed):
        actions.examine_again(actor=tuan, blob_id=blob.pk, at=NOON)
    actions.examine_again(actor=lan, blob_id=blob.pk, at=NOON)
    assert standing(blob).state is State.WAITING
    actions.examine(actor=EXAMINER, blob_id=blob.pk, at=NOON)
    assert standing(blob).state is State.DONE


def test_it_is_not_asked_for_while_it_runs(keep, lan):
    blob = keep(samples.pdf("x"))
    blob.examinations.filter(stage=Stage.TEXT).update(state=State.RUNNING, started_at=NOON)

    with pytest.raises(actions.CannotExamineNow):
        actions.examine_again(actor=lan, blob_id=blob.pk, at=NOON)


def test_the_security_officer_alone_releases_from_quarantine(examined, lan, guard):
    blob, _ = examined(*HOSTILE["bomb"][:2])

    with pytest.raises(NotAllowed):
        actions.release(actor=lan, blob_id=blob.pk, ground="I want it", at=NOON)
    actions.release(actor=guard, blob_id=blob.pk, ground="A test file of ours", at=NOON)

    assert standing(blob).served
    with pytest.raises(actions.NotInQuarantine):
        actions.release(actor=guard, blob_id=blob.pk, ground="Again", at=NOON)


def test_the_first_pages_are_read_at_once_before_any_examination(keep):
    blob = keep(samples.pdf(*[f"Page {n}" for n in range(1, 40)]))
    began = time.monotonic()

    pages = queries.first_pages_text(blob.pk, pages=3)

    assert [page.text for page in pages] == ["Page 1", "Page 2", "Page 3"]
    assert pages[0].lines
    assert time.monotonic() - began < 5
    assert queries.first_pages_text(keep(b"%PDF-1.7 broken").pk) == []
    assert queries.first_pages_text(keep(samples.docx("Kính gửi")).pk)[0].text == "Kính gửi"


def test_a_page_is_pictured_when_somebody_turns_to_it(examined, lan, tuan):
    blob, _ = examined(samples.pdf(*[f"Page {n}" for n in range(1, 8)]))
    assert not models.Rendition.objects.filter(blob=blob, page=6).exists()

    made = actions.picture(actor=lan, blob_id=blob.pk, number=6, size="screen", at=NOON)
    again = actions.picture(actor=lan, blob_id=blob.pk, number=6, size="screen", at=NOON)

    assert made.pk == again.pk
    assert b"".join(queries.opened(made))[8:12] == b"WEBP"
    with pytest.raises(NotAllowed):
        actions.picture(actor=tuan, blob_id=blob.pk, number=1, size="screen", at=NOON)


@pytest.mark.django_db(transaction=True)
def test_two_workers_share_one_examination(lan, home):
    from django.db import connection

    blob = actions.store(actor=lan, stream=[samples.pdf("x")], name="a.pdf", at=NOON)

    def work():
        actions.examine(actor=EXAMINER, blob_id=blob.pk, at=NOON)
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert [row.attempts for row in blob.examinations.order_by("pk")] == [1] * len(Stage)
    assert standing(blob).state is State.DONE
