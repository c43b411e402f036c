"""One document on three ways: over the axis, within the platform, and next day on paper."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest

from tests.cast import MONDAY, TUESDAY
from tests.papers import make
from vermilion.arrivals import actions as inbox
from vermilion.arrivals import queries as arrivals
from vermilion.arrivals.types import Came, Deed, Source, Standing
from vermilion.audit.models import Trace
from vermilion.documents.types import FileHandedIn, Particulars
from vermilion.files import actions as files
from vermilion.kernel.actors import system
from vermilion.registry import actions as books
from vermilion.registry.models import Entry
from vermilion.registry.types import Received

DOCUMENT = "000.00.00.G22,2026/10/30,15/UBND-KT"


@pytest.fixture
def letter(office):
    return Received(
        particulars=Particulars(
            symbol="15/UBND-KT",
            dated_on=date(2026, 10, 30),
            issuer="Ủy ban nhân dân tỉnh Lạng Sơn",
            abstract="Triển khai hệ thống thông tin điều hành tác nghiệp",
        ),
        arrived_on=date(2026, 11, 2),
    )


def delivered(actor, packet, *, at, channel="electronic", document=DOCUMENT, copy=""):
    """A packet comes in by itself."""
    upload = files.hand_in(actor=actor, stream=BytesIO(make(text=(copy,))), name="15.pdf", at=at)
    came = Came(
        source=Source.MACHINE,
        channel=channel,
        packet_id=packet,
        document_key=document,
        files=(FileHandedIn(blob_id=upload.blob_id, name="15.pdf"),),
    )
    return inbox.take_in(actor=actor, came=came, at=at)


def acknowledgements(arrival):
    """How often the way on which it came was told that it stands in the book."""
    acts = ["arrivals.arrival.registered", "arrivals.arrival.joined"]
    return Trace.objects.filter(act__in=acts, subject=f"arrival:{arrival.pk}").count()


def test_one_document_on_three_ways_is_one_line(lan, office, letter):
    axis = system("axis", body_id=office.body_id, time_zone="Asia/Ho_Chi_Minh")

    first = delivered(axis, "axis-1", at=MONDAY)
    entry = inbox.register(actor=lan, arrival_id=first.pk, received=letter, at=MONDAY)

    # Directly within the platform: joined by itself, nobody is asked.
    second = delivered(axis, "direct-1", at=MONDAY, channel="platform", copy="Bản hai")
    assert (second.standing, second.entry_id) == (Standing.JOINED, entry.pk)
    assert not arrivals.inbox(lan).exists()

    # The paper comes by post and is scanned: it has no identifier, and warns.
    paper = delivered(lan, "", at=TUESDAY, channel="paper", document="", copy="Bản giấy")
    with pytest.raises(books.AlreadyRegistered):
        inbox.register(actor=lan, arrival_id=paper.pk, received=letter, at=TUESDAY)
    [twin] = arrivals.twins_of(lan, paper, letter.particulars, [])
    assert (twin.entry, twin.how) == (entry, "symbol")
    inbox.join(actor=lan, arrival_id=paper.pk, entry_id=entry.pk, at=TUESDAY)

    assert Entry.objects.filter(body_id=office.body_id).count() == 1
    assert [acknowledgements(each) for each in (first, second, paper)] == [1, 1, 1]
    channels = set(entry.joinings.values_list("channel", flat=True))
    assert channels == {"platform", "paper"}


def test_a_packet_repeated_after_a_timeout_is_acknowledged_and_nothing_else(lan, office, letter):
    axis = system("axis", body_id=office.body_id, time_zone="Asia/Ho_Chi_Minh")
    first = delivered(axis, "axis-1", at=MONDAY)
    inbox.register(actor=lan, arrival_id=first.pk, received=letter, at=MONDAY)

    again = delivered(axis, "axis-1", at=TUESDAY)

    assert again == first
    assert acknowledgements(first) == 1
    assert arrivals.handlings_of(first)[-1].deed == Deed.REPEATED


def test_what_follows_an_arrival_not_yet_registered_is_registered_with_it(lan, office, letter):
    axis = system("axis", body_id=office.body_id, time_zone="Asia/Ho_Chi_Minh")
    first = delivered(axis, "axis-1", at=MONDAY)
    second = delivered(axis, "direct-1", at=MONDAY, copy="Bản hai")

    entry = inbox.register(actor=lan, arrival_id=first.pk, received=letter, at=TUESDAY)

    second.refresh_from_db()
    assert second.entry == entry
    assert acknowledgements(second) == 1


def test_a_second_copy_gets_a_number_only_with_a_reason(lan, letter):
    books.register_incoming(actor=lan, received=letter, at=MONDAY)
    paper = delivered(lan, "", at=TUESDAY, channel="paper", document="")

    second = inbox.register(
        actor=lan,
        arrival_id=paper.pk,
        received=replace(letter, second_copy_reason="Bản gửi đích danh Chánh Văn phòng"),
        at=TUESDAY,
    )

    assert second.number == 2
