"""Mails and archives are unpacked, the paper itself is chosen, and what was read is kept."""

import zipfile
from email.message import EmailMessage
from io import BytesIO

import pytest

from tests.cast import MONDAY
from tests.papers import make
from tests.papers.hands.corpus import scan
from tests.papers.hands.letters import LETTERS
from vermilion.arrivals import actions, looking, queries
from vermilion.arrivals.models import Arrival
from vermilion.documents.models import Hold
from vermilion.documents.types import Urgency
from vermilion.files import jobs
from vermilion.files.models import Recognition
from vermilion.files.types import Recognising


def a_mail(*attached: tuple[str, bytes]) -> bytes:
    mail = EmailMessage()
    mail["From"] = "UBND tỉnh Lạng Sơn <vanthu@langson.example>"
    mail["Subject"] = "Gửi văn bản số 15"
    mail.set_content("Kính gửi Quý cơ quan văn bản kèm theo.")
    for name, content in attached:
        mail.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return mail.as_bytes()


def a_zip(*packed: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in packed:
            archive.writestr(name, content)
    return out.getvalue()


@pytest.fixture
def looked_into():
    """Everything that waits is examined, and every arrival looked into, as the workers would."""
    from vermilion.files.models import Blob

    def look(*arrivals):
        for _again in range(2):
            for blob_id in Blob.objects.filter(examined_at=None).values_list("pk", flat=True):
                jobs.examine(blob_id=blob_id)
            for arrival in arrivals or Arrival.objects.all():
                looking.look_into(arrival.pk, at=MONDAY)
        for arrival in arrivals:
            arrival.refresh_from_db()

    return look


def names_in(actor, arrival):
    return [each.name for each in queries.files_in(actor, arrival) if not each.packed]


def test_a_mail_becomes_one_arrival_with_the_letter_in_front(lan, comes, looked_into):
    annex = make("english")
    mail = a_mail(("Phụ lục 1.pdf", annex), ("15-UBND-KT.pdf", make("letter")))
    arrival = comes(mail, names=["thu.eml"])

    looked_into(arrival)

    assert names_in(lan, arrival) == ["15-UBND-KT.pdf", "Phụ lục 1.pdf"]
    assert arrival.title == "Gửi văn bản số 15"
    assert "vanthu@langson.example" in arrival.letter_from
    assert "Kính gửi" in arrival.letter_text
    assert arrival.seen["symbol"] == "15/UBND-KT"


def test_an_archive_is_one_paper_with_its_annexes(lan, comes, looked_into):
    packed = a_zip(("ho so/phu luc.pdf", make("english")), ("ho so/cv.pdf", make("letter")))
    arrival = comes(packed, names=["ho so.zip"])

    looked_into(arrival)

    assert names_in(lan, arrival) == ["cv.pdf", "phu luc.pdf"]
    assert Arrival.objects.count() == 1


def test_an_archive_is_a_paper_in_each_file_if_one_says_so(lan, comes, looked_into):
    packed = a_zip(("1.pdf", make("letter")), ("2.pdf", make("decision")))
    arrival = comes(packed, names=["hai van ban.zip"], each_apart=True)

    looked_into()

    symbols = {each.seen.get("symbol") for each in queries.inbox(lan)}
    assert symbols == {"15/UBND-KT", "27/QĐ-UBND"}
    arrival.refresh_from_db()
    assert names_in(lan, arrival) == ["1.pdf"]


def test_unpacking_once_more_adds_nothing(lan, comes, looked_into):
    arrival = comes(a_mail(("15.pdf", make("letter"))), names=["thu.eml"])

    looked_into(arrival)
    looked_into(arrival)

    assert names_in(lan, arrival) == ["15.pdf"]


def test_an_archive_that_cannot_be_unpacked_stays_as_it_came(lan, comes, looked_into):
    arrival = comes(b"PK\x03\x04 not an archive at all", names=["hong.zip"])

    looked_into(arrival)

    assert names_in(lan, arrival) == ["hong.zip"]
    assert arrival.is_open


def test_a_marked_paper_in_a_mail_is_held_and_nothing_of_it_is_told(lan, comes, looked_into):
    secret = make("decision", marks=("TỐI MẬT",), symbol="99/QĐ-BNV")
    arrival = comes(a_mail(("99.pdf", secret)), names=["thu.eml"])

    looked_into(arrival)

    assert Hold.objects.filter(settled_at=None).exists()
    assert "99" not in str(arrival.seen)
    from vermilion.arrivals.rows import arrival_rows

    [row] = arrival_rows(lan, [arrival], chosen=None, at=MONDAY)
    assert row.held
    assert "99/QĐ-BNV" not in str(row)


def test_urgency_on_the_paper_lifts_the_arrival(lan, comes, looked_into):
    ordinary = comes(make("letter"))
    pressing = comes(make("decision", marks=("HỎA TỐC",)))

    looked_into(ordinary, pressing)

    assert pressing.urgency == Urgency.FLASH
    assert list(queries.inbox(lan)) == [pressing, ordinary]


def test_what_a_clerk_put_first_stays_first(lan, comes, looked_into):
    arrival = comes(make("letter"), make("english"), names=["cv.pdf", "phu luc.pdf"])
    looked_into(arrival)
    annex = arrival.enclosures.get(name="phu luc.pdf")

    actions.put_first(actor=lan, arrival_id=arrival.pk, enclosure_id=annex.pk, at=MONDAY)
    looked_into(arrival)

    assert names_in(lan, arrival)[0] == "phu luc.pdf"


def test_a_scan_counts_as_read_only_once_its_words_are_known(comes, looked_into):
    arrival = comes(scan(LETTERS[0], "clean"), names=["quet.pdf"])

    looked_into(arrival)
    assert arrival.read_at is None

    for blob_id in arrival.enclosures.values_list("blob_id", flat=True):
        Recognition.objects.filter(blob=blob_id).update(state=Recognising.FAILED)
    looked_into(arrival)
    assert arrival.read_at is not None
    assert arrival.seen == {}
