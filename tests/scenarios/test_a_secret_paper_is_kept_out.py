"""Situation 12: a draft marked secret, and a file whose first page says what nobody chose.

A specialist uploads a draft marked mật: refused before it is stored. Another sends a file with
TỐI MẬT on its first page and no grade chosen: stopped for the clerk's check; nothing of it in
index, preview or mail; what was tried is logged without content.
"""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import MONDAY, OPERATOR, TUESDAY
from tests.papers import make
from vermilion.audit.models import Trace
from vermilion.documents import actions as documents
from vermilion.documents import queries
from vermilion.documents.models import Document, Hold
from vermilion.documents.types import FileHandedIn, Particulars
from vermilion.files import actions as files
from vermilion.files import queries as kept
from vermilion.files.models import Blob, Page, Rendition, Upload
from vermilion.kernel.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "kế hoạch diễn tập phòng thủ"


def secret_paper() -> bytes:
    return make("decision", marks=("TỐI MẬT",), abstract=WORDS)


def traces_say(words: str) -> bool:
    return any(words in str(trace.__dict__) for trace in Trace.objects.all())


def hand_in(actor, content, name="ke-hoach-dien-tap.pdf"):
    blob = files.store(actor=actor, stream=BytesIO(content), name=name, at=MONDAY)
    return FileHandedIn(blob_id=blob.pk, name=name)


def a_document(*papers, secrecy=0):
    return Particulars(
        symbol="27/QĐ-UBND",
        dated_on=date(2026, 10, 30),
        issuer="Ủy ban nhân dân tỉnh Lạng Sơn",
        abstract=WORDS,
        secrecy=secrecy,
        files=papers,
    )


def test_a_draft_marked_secret_is_refused_before_a_byte_is_kept(hoa):
    with pytest.raises(documents.NotCarriedHere, match="independent local network"):
        documents.refuse_what_the_zone_may_not_carry(actor=hoa, grade=1, at=MONDAY)

    trace = Trace.objects.get(act="documents.secret.refused")
    assert (trace.actor["name"], trace.at, trace.facts["grade"]) == (hoa.name, MONDAY, 1)
    assert not Blob.objects.exists()


def test_a_file_that_says_what_nobody_chose_is_stopped_and_handed_back(lan, hoa):
    paper = hand_in(hoa, secret_paper())
    blob = Blob.objects.get()

    # The examination comes to its text: the file is held, whoever handed it in.
    files.examine(actor=OPERATOR, blob_id=blob.pk, at=MONDAY)

    [held] = queries.held_files(lan)
    assert (held.grade, held.words, held.handed_in_by) == (2, "TỐI MẬT", hoa.name)
    assert queries.is_held(blob.pk)
    for reader in (hoa, lan):
        with pytest.raises(NotFound):
            kept.blob(reader, blob.digest, MONDAY)
    with pytest.raises(documents.HeldForACheck):
        documents.record_document(actor=lan, particulars=a_document(paper), at=MONDAY)
    assert not Document.objects.exists()
    assert not mail.outbox
    assert not traces_say(WORDS)
    assert not traces_say("ke-hoach")

    # A specialist does not decide it; the clerk does, and nothing of the file is left.
    with pytest.raises(NotAllowed):
        documents.hand_back(actor=hoa, hold_id=held.id, reason="mine", at=TUESDAY)
    documents.hand_back(actor=lan, hold_id=held.id, reason="a secret of that grade", at=TUESDAY)

    assert not Blob.objects.exists()
    assert not Page.objects.exists()
    assert not Rendition.objects.exists()
    assert not Upload.objects.exclude(name="").exists()
    assert Trace.objects.filter(act="documents.file.handed_back").count() == 1
    assert Trace.objects.filter(act="files.blob.destroyed").count() == 1
    assert not traces_say(WORDS)
    assert Hold.objects.get().get_settlement_display()


def test_a_paper_that_only_speaks_of_secrets_goes_on_after_the_check(lan):
    paper = hand_in(lan, make("decision", marks=("MẬT",)))
    files.examine(actor=OPERATOR, blob_id=paper.blob_id, at=MONDAY)
    [held] = queries.held_files(lan)

    documents.confirm_not_secret(
        actor=lan, hold_id=held.id, reason="the mark was struck through by hand", at=TUESDAY
    )
    document = documents.record_document(actor=lan, particulars=a_document(paper), at=TUESDAY)

    assert document.attachments.get().blob_id == paper.blob_id
    assert Trace.objects.filter(act="documents.file.found_open").count() == 1
    assert documents.stop_if_marked(actor=lan, blob_id=paper.blob_id, at=TUESDAY) is None


def test_the_marked_file_is_stopped_at_once_where_somebody_waits(lan):
    paper = hand_in(lan, secret_paper())

    hold = documents.stop_if_marked(actor=lan, blob_id=paper.blob_id, at=MONDAY)

    assert hold is not None
    assert queries.open_hold(lan, paper.blob_id) == hold
    assert documents.stop_if_marked(actor=lan, blob_id=paper.blob_id, at=MONDAY) == hold


def test_a_grade_below_the_mark_does_not_let_it_pass(lan, settings):
    settings.VERMILION = _in_an_enclave(settings.VERMILION)
    paper = hand_in(lan, secret_paper())
    files.examine(actor=OPERATOR, blob_id=paper.blob_id, at=MONDAY)

    assert not queries.held_files(lan)
    with pytest.raises(documents.BearsAMark, match="TỐI MẬT"):
        documents.record_document(actor=lan, particulars=a_document(paper, secrecy=1), at=MONDAY)
    document = documents.record_document(
        actor=lan, particulars=a_document(paper, secrecy=2), at=MONDAY
    )
    assert document.secrecy == 2


def test_a_file_recorded_before_its_text_was_known_is_locked_later(lan):
    paper = hand_in(lan, secret_paper())
    document = documents.record_document(actor=lan, particulars=a_document(paper), at=MONDAY)

    files.examine(actor=OPERATOR, blob_id=paper.blob_id, at=MONDAY + timedelta(minutes=1))

    [held] = queries.held_files(lan)
    documents.hand_back(actor=lan, hold_id=held.id, reason="a secret paper", at=TUESDAY)
    assert not document.attachments.exists()


def _in_an_enclave(configuration):
    return replace(configuration, zone="enclave")


@pytest.mark.parametrize("whole", [True, False])
def test_a_declared_grade_is_refused_before_a_byte_is_kept(client, office, whole):
    """A specialist hands in a draft and says that it is secret: nothing of it stays here."""
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    person = Appointment.objects.get(pk=office.hoa).person
    client.force_login(User.objects.create(sign_in_name="hoa", person=person))
    draft = SimpleUploadedFile("du-thao-mat.pdf", b"%PDF-1.7 noi dung mat", "application/pdf")
    stated = {"grade": "1", "file": draft} if whole else {"grade": "1", "name": "a.pdf", "size": 20}

    answer = client.post("/files/uploads/", stated, headers={"Accept": "application/json"})

    assert answer.json()["code"] == "not-carried-here"
    assert not Blob.objects.exists()
    assert not Upload.objects.exists()
    [attempt] = Trace.objects.filter(act="documents.secret.refused")
    assert attempt.facts == {"grade": 1, "zone": "internet"}
    assert "mat" not in str(attempt.facts) + attempt.subject
