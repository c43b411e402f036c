"""One document that comes by several channels has one line, and each channel one answer."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction

from tests.cast import MONDAY, TUESDAY
from tests.papers import make
from vermilion.audit.models import Trace
from vermilion.documents.types import FileHandedIn
from vermilion.files import actions as files
from vermilion.kernel.refusals import NotAllowed
from vermilion.registry import actions, models, queries
from vermilion.registry.actions import AlreadyRegistered, join_channel, register_incoming
from vermilion.registry.events import ChannelJoined
from vermilion.registry.types import Channel, Sameness
from vermilion.site.wiring import WIRING


@pytest.fixture
def over_the_axis(a_letter):
    return replace(a_letter, channel=Channel.AXIS, packet="VPTW-77", document_code="A01.2026.9")


@pytest.fixture
def entry(lan, over_the_axis):
    return register_incoming(actor=lan, received=over_the_axis, at=MONDAY)


@pytest.fixture
def joined(monkeypatch):
    """What was told of copies that joined."""
    told: list[ChannelJoined] = []
    monkeypatch.setitem(WIRING, ChannelJoined, [told.append])
    return told


def test_a_twin_is_told_once_by_the_surest_sameness(lan, entry, over_the_axis):
    particulars = over_the_axis.particulars
    elsewhere = replace(particulars, symbol="99/QĐ-BNV")

    def how(stated, **known):
        return [twin.how for twin in queries.twins_of(lan, stated, **known)]

    assert how(particulars, packet="VPTW-77", document_code="A01.2026.9") == [Sameness.PACKET]
    assert how(particulars, document_code="A01.2026.9") == [Sameness.DOCUMENT_ID]
    assert how(particulars) == [Sameness.SYMBOL]
    assert how(elsewhere) == []


def test_the_same_bytes_are_a_hint(lan, a_letter):
    upload = files.hand_in(actor=lan, stream=BytesIO(make("decision")), name="a.pdf", at=MONDAY)
    file = FileHandedIn(blob_id=upload.blob_id, name="a.pdf")
    particulars = replace(a_letter.particulars, files=(file,))
    entry = register_incoming(
        actor=lan, received=replace(a_letter, particulars=particulars), at=MONDAY
    )
    other = replace(a_letter.particulars, symbol="7/QĐ-BNV")

    [twin] = queries.twins_of(lan, other, [upload.blob.digest])

    assert (twin.entry_id, twin.how, twin.number) == (entry.pk, Sameness.BYTES, "01")


def test_twins_of_another_body_are_not_told(a_stranger, entry, over_the_axis):
    assert queries.twins_of(a_stranger, over_the_axis.particulars, packet="VPTW-77") == []


def test_the_paper_copy_joins_the_line_and_uses_no_number(lan, entry, joined):
    join_channel(
        actor=lan,
        entry_id=entry.pk,
        channel=Channel.PAPER,
        arrived_on=date(2026, 11, 3),
        note="Bản giấy có dấu đỏ",
        at=TUESDAY,
    )

    [book] = queries.state_of_books(body_id=lan.body_id)
    assert (book.last_number, book.entered) == (1, 1)
    [joining] = entry.joinings.all()
    assert (joining.channel, joining.by, joining.first) == (Channel.PAPER, lan.name, True)
    assert [(each.channel, each.first) for each in joined] == [(Channel.PAPER, True)]
    assert Trace.objects.filter(act="registry.entry.joined", subject=f"entry:{entry.pk}").exists()


def test_each_channel_is_acknowledged_once(lan, entry, joined):
    for channel, packet in [
        (Channel.PLATFORM, "P-1"),
        (Channel.PLATFORM, "P-2"),
        (Channel.AXIS, "VPTW-78"),
        (Channel.PAPER, ""),
        (Channel.PAPER, ""),
    ]:
        join_channel(
            actor=lan,
            entry_id=entry.pk,
            channel=channel,
            arrived_on=date(2026, 11, 3),
            packet=packet,
            at=TUESDAY,
        )

    first = [(each.channel, each.first) for each in joined]
    assert first == [
        (Channel.PLATFORM, True),
        (Channel.PLATFORM, False),
        (Channel.AXIS, False),  # the line came this way
        (Channel.PAPER, True),
        (Channel.PAPER, False),
    ]


def test_a_packet_that_comes_again_changes_nothing(lan, entry, joined):
    for _ in "12":
        join_channel(
            actor=lan,
            entry_id=entry.pk,
            channel=Channel.PLATFORM,
            arrived_on=date(2026, 11, 3),
            packet="P-1",
            at=TUESDAY,
        )

    assert (entry.joinings.count(), len(joined)) == (1, 1)


def test_registering_may_join_instead(lan, entry, a_letter):
    again = replace(a_letter, channel=Channel.PAPER, joins_entry_id=entry.pk)

    assert register_incoming(actor=lan, received=again, at=TUESDAY) == entry
    assert models.Entry.objects.count() == 1


@pytest.mark.parametrize("known", [{"packet": "VPTW-77"}, {"document_code": "A01.2026.9"}])
def test_what_the_sender_calls_alike_gets_no_second_number(lan, entry, a_letter, known):
    other = replace(a_letter.particulars, symbol="3/TB-BNV")

    with pytest.raises(AlreadyRegistered, match="as number 01"):
        register_incoming(
            actor=lan, received=replace(a_letter, particulars=other, **known), at=TUESDAY
        )


def test_only_the_clerks_of_the_body_join_and_only_to_a_line_that_stands(lan, minh, entry):
    copy = {"channel": Channel.PAPER, "arrived_on": date(2026, 11, 2), "at": MONDAY}
    with pytest.raises(NotAllowed, match="Only a clerk"):
        join_channel(actor=minh, entry_id=entry.pk, **copy)
    with pytest.raises(actions.JoinedInTheFuture):
        join_channel(actor=lan, entry_id=entry.pk, **{**copy, "arrived_on": date(2026, 11, 3)})

    actions.strike_out(actor=lan, entry_id=entry.pk, reason="Gửi nhầm địa chỉ", at=MONDAY)
    with pytest.raises(NotAllowed, match="takes no further copies"):
        join_channel(actor=lan, entry_id=entry.pk, **copy)


def test_what_joined_stays(lan, entry):
    join_channel(
        actor=lan, entry_id=entry.pk, channel=Channel.PAPER, arrived_on=date(2026, 11, 2), at=MONDAY
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        models.Joining.objects.update(note="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Joining.objects.all().delete()
