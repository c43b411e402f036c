"""Tuấn's commune hangs on 256 kbit/s: a file of 45 MB comes in, and must be registered at once."""

from dataclasses import replace
from datetime import date

import pytest

from tests.cast import MONDAY, TUESDAY, seat
from vermilion.arrivals import actions as inbox
from vermilion.arrivals import queries as arrivals
from vermilion.arrivals.types import Came, Source
from vermilion.directory import actions as directory
from vermilion.directory import queries as posts
from vermilion.documents.types import FileHandedIn, Particulars
from vermilion.files import actions as files
from vermilion.files import queries as kept
from vermilion.kernel.actors import Duty
from vermilion.registry.models import Entry
from vermilion.registry.types import Received

PART = 1024 * 1024
SIZE = 45 * PART


@pytest.fixture
def letter(office):
    return Received(
        particulars=Particulars(
            symbol="15/UBND-KT",
            dated_on=date(2026, 10, 30),
            issuer="Ủy ban nhân dân tỉnh Lạng Sơn",
            abstract="Ứng phó mưa lũ",
        ),
        arrived_on=date(2026, 11, 2),
    )


@pytest.fixture
def a_large_file(tuan):
    """45 MB that come part by part; the line breaks once, and the part is sent again."""
    upload = files.begin_upload(actor=tuan, name="ban do.pdf", size=SIZE, at=MONDAY)
    for number in range(45):
        part = (b"%PDF" if number == 0 else b"0000") * (PART // 4)
        for _again in range(2 if number == 20 else 1):
            files.receive_part(
                actor=tuan,
                upload_id=upload.pk,
                offset=number * PART,
                stream=iter([part]),
                at=MONDAY,
            )
    return files.finish_upload(actor=tuan, upload_id=upload.pk, at=MONDAY)


@pytest.fixture
def arrival(tuan, a_large_file):
    file = FileHandedIn(blob_id=a_large_file.blob_id, name="ban do.pdf")
    return inbox.take_in(actor=tuan, came=Came(source=Source.HAND, files=(file,)), at=MONDAY)


def test_it_is_registered_though_nobody_has_loaded_or_read_the_file(tuan, arrival, letter):
    assert arrival.read_at is None

    entry = inbox.register(actor=tuan, arrival_id=arrival.pk, received=letter, at=MONDAY)

    assert entry.document.attachments.get().blob.size == SIZE


def test_sent_again_after_a_lost_answer_it_is_registered_once(tuan, arrival, letter):
    first = inbox.register(actor=tuan, arrival_id=arrival.pk, received=letter, at=MONDAY)
    again = inbox.register(
        actor=tuan,
        arrival_id=arrival.pk,
        received=replace(letter, arrived_on=date(2026, 11, 1)),
        at=TUESDAY,
    )

    assert again == first
    assert Entry.objects.count() == 1


def test_a_download_goes_on_where_the_line_was_cut(tuan, arrival):
    blob = arrival.enclosures.get().blob

    rest = b"".join(kept.opened(blob, start=44 * PART))

    assert len(rest) == PART


def test_the_new_clerk_of_the_next_morning_finds_what_waits(tuan, office, arrival):
    successor = seat(
        "Nguyễn Thị Bích", body_id=office.commune_id, title="Văn thư", duties=[Duty.CLERK]
    )
    bich = posts.actor_in(successor, at=TUESDAY)

    assert list(arrivals.inbox(bich)) == [arrival]
    assert kept.readable(bich, [arrival.enclosures.get().blob_id], TUESDAY)


def test_the_access_of_who_was_replaced_ends_at_the_set_time(office, arrival):
    from tests.cast import OPERATOR

    directory.end_appointment(
        actor=OPERATOR, appointment_id=office.tuan, at=MONDAY, on=TUESDAY.date()
    )

    assert posts.actor_in(office.tuan, at=MONDAY).has(Duty.CLERK)
    with pytest.raises(posts.PostNotHeld):
        posts.actor_in(office.tuan, at=TUESDAY)
