"""An arrival goes into the book, to the same document, aside, or back."""

from dataclasses import replace

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.arrivals import actions, queries
from vermilion.arrivals.types import Standing
from vermilion.audit.models import Trace
from vermilion.kernel.refusals import NotAllowed
from vermilion.registry import actions as books
from vermilion.registry.models import Entry


def test_an_arrival_is_entered_with_its_files(lan, comes, a_letter):
    arrival = comes()

    entry = actions.register(actor=lan, arrival_id=arrival.pk, received=a_letter, at=TUESDAY)

    arrival.refresh_from_db()
    assert arrival.standing == Standing.REGISTERED
    assert arrival.entry == entry
    assert entry.document.attachments.get().name == "0.pdf"
    assert not queries.inbox(lan).exists()
    assert Trace.objects.filter(
        act="arrivals.arrival.registered", subject=f"arrival:{arrival.pk}"
    ).exists()


def test_sent_twice_it_is_entered_once(lan, comes, a_letter):
    arrival = comes()

    first = actions.register(actor=lan, arrival_id=arrival.pk, received=a_letter, at=MONDAY)
    again = actions.register(actor=lan, arrival_id=arrival.pk, received=a_letter, at=TUESDAY)

    assert first == again
    assert Entry.objects.count() == 1


def test_an_arrival_is_registered_before_it_is_read(lan, comes, a_letter):
    arrival = comes(b"%PDF-1.4 not yet examined")
    assert arrival.read_at is None

    assert actions.register(actor=lan, arrival_id=arrival.pk, received=a_letter, at=MONDAY).number


def test_a_twin_is_refused_and_the_arrival_waits_on(lan, comes, a_letter):
    books.register_incoming(actor=lan, received=a_letter, at=MONDAY)
    arrival = comes()

    with pytest.raises(books.AlreadyRegistered):
        actions.register(actor=lan, arrival_id=arrival.pk, received=a_letter, at=TUESDAY)

    arrival.refresh_from_db()
    assert arrival.standing == Standing.WAITING


def test_a_second_copy_gets_its_number_with_a_reason(lan, comes, a_letter):
    books.register_incoming(actor=lan, received=a_letter, at=MONDAY)
    arrival = comes()

    second = actions.register(
        actor=lan,
        arrival_id=arrival.pk,
        received=replace(a_letter, second_copy_reason="Bản ghi tên lãnh đạo khác"),
        at=TUESDAY,
    )

    assert second.number == 2


def test_a_paper_of_which_there_is_no_file_is_entered_at_once_and_once(lan, a_letter):
    first = actions.register_paper(actor=lan, received=a_letter, once="a1", at=MONDAY)
    again = actions.register_paper(actor=lan, received=a_letter, once="a1", at=TUESDAY)

    assert first == again
    assert Entry.objects.count() == 1


def test_an_arrival_is_refused_with_a_reason_and_uses_no_number(lan, comes):
    arrival = comes()

    actions.refuse(actor=lan, arrival_id=arrival.pk, reason="Gửi nhầm cho xã bên cạnh", at=TUESDAY)

    arrival.refresh_from_db()
    assert (arrival.standing, arrival.reason) == (Standing.REFUSED, "Gửi nhầm cho xã bên cạnh")
    assert not Entry.objects.exists()


def test_nothing_is_refused_without_a_reason_that_says_something(lan, comes):
    arrival = comes()

    with pytest.raises(NotAllowed, match="10 letters"):
        actions.refuse(actor=lan, arrival_id=arrival.pk, reason="nhầm", at=TUESDAY)


def test_what_was_refused_is_not_entered(lan, comes, a_letter):
    arrival = comes()
    actions.refuse(actor=lan, arrival_id=arrival.pk, reason="Gửi nhầm địa chỉ", at=MONDAY)

    with pytest.raises(NotAllowed, match="dealt with already"):
        actions.register(actor=lan, arrival_id=arrival.pk, received=a_letter, at=TUESDAY)


def test_what_was_put_aside_is_taken_up_again(lan, comes):
    arrival = comes()

    actions.put_aside(actor=lan, arrival_id=arrival.pk, reason="Chờ bản giấy có dấu", at=MONDAY)
    assert list(queries.inbox(lan, Standing.ASIDE)) == [arrival]
    assert queries.counts(lan) == {Standing.WAITING: 0, Standing.ASIDE: 1}

    actions.take_up(actor=lan, arrival_id=arrival.pk, at=TUESDAY)
    assert list(queries.inbox(lan)) == [arrival]


def test_strangers_neither_see_nor_settle_an_arrival(minh, a_stranger, comes, a_letter):
    arrival = comes()

    for other in (minh, a_stranger):
        assert not queries.inbox(other).exists()
        with pytest.raises(NotAllowed, match="Only a clerk"):
            actions.register(actor=other, arrival_id=arrival.pk, received=a_letter, at=MONDAY)
        with pytest.raises(NotAllowed, match="Only a clerk"):
            actions.refuse(
                actor=other, arrival_id=arrival.pk, reason="Không thuộc thẩm quyền", at=MONDAY
            )


def test_strangers_may_not_read_its_files(lan, minh, a_stranger, comes):
    from vermilion.files import queries as files

    arrival = comes()
    [blob_id] = arrival.enclosures.values_list("blob_id", flat=True)

    assert files.readable(lan, [blob_id], MONDAY)
    assert not files.readable(minh, [blob_id], MONDAY)
    assert not files.readable(a_stranger, [blob_id], MONDAY)


def test_the_doctor_counts_what_waits_longer_than_the_law_leaves(comes, lan, monkeypatch):
    from datetime import timedelta

    from vermilion.arrivals import checks
    from vermilion.kernel import clock

    comes(at=MONDAY)
    comes(b"%PDF-1.4 urgent", at=TUESDAY, urgency=1)
    comes(b"%PDF-1.4 other", at=TUESDAY)

    def found(at):
        monkeypatch.setattr(clock, "now", lambda: at)
        return [each.sentence[:9] for each in checks.arrivals_are_entered_in_time()]

    assert found(TUESDAY) == []
    assert found(TUESDAY + timedelta(days=1, hours=1)) == ["2 arrival"]
    assert found(TUESDAY + timedelta(days=2)) == ["3 arrival"]
