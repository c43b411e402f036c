"""What comes in lies in one inbox, the most pressing first, and no packet comes twice."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.arrivals import actions, queries
from vermilion.arrivals.models import Arrival
from vermilion.arrivals.types import Came, Deed, Source, Standing
from vermilion.documents.types import Urgency
from vermilion.kernel.refusals import NotAllowed

HOUR = timedelta(hours=1)


def test_a_packet_that_comes_again_is_acknowledged_and_changes_nothing(lan, comes):
    first = comes(packet_id="p-1")

    again = comes(packet_id="p-1", at=TUESDAY)

    assert again == first
    assert Arrival.objects.count() == 1
    assert [each.deed for each in queries.handlings_of(first)] == [Deed.CAME, Deed.REPEATED]


def test_a_packet_that_was_refused_may_be_sent_again(lan, comes):
    first = comes(packet_id="p-1")
    actions.refuse(actor=lan, arrival_id=first.pk, reason="Thiếu phụ lục kèm theo", at=MONDAY)

    again = comes(packet_id="p-1", at=TUESDAY)

    assert again != first
    assert list(queries.inbox(lan)) == [again]


def test_one_document_in_two_packets_is_one_in_the_inbox(lan, comes):
    first = comes(packet_id="axis-1", document_key="G22,2026,15")

    second = comes(packet_id="direct-1", document_key="G22,2026,15", at=TUESDAY)

    assert second.standing == Standing.JOINED
    assert second.follows == first
    assert list(queries.inbox(lan)) == [first]


def test_a_timed_flash_is_never_buried(lan, comes):
    ordinary = comes(b"%PDF a")
    flash = comes(b"%PDF b", urgency=Urgency.FLASH, at=MONDAY + HOUR)
    later = comes(b"%PDF c", deliver_at=TUESDAY + HOUR, at=MONDAY + 2 * HOUR)
    sooner = comes(b"%PDF d", deliver_at=TUESDAY, at=MONDAY + 3 * HOUR)

    assert list(queries.inbox(lan)) == [sooner, later, flash, ordinary]


def test_a_timed_flash_that_comes_after_its_hour_is_late(comes):
    assert comes(deliver_at=MONDAY - HOUR).came_late
    assert not comes(b"%PDF other", deliver_at=MONDAY + HOUR).came_late


def test_the_next_one_is_the_next_down_the_list(lan, comes):
    rows = [comes(f"%PDF {each}".encode(), at=MONDAY + each * HOUR) for each in range(3)]

    assert queries.next_after(lan, rows[0]) == rows[1]
    assert queries.next_after(lan, rows[2]) == rows[0]


def test_the_inbox_is_read_by_key_with_a_fixed_number_of_queries(
    lan, comes, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr("vermilion.arrivals.queries.listing.PAGE", 2)
    rows = [comes(f"%PDF {each}".encode(), at=MONDAY + each * HOUR) for each in range(5)]

    with django_assert_num_queries(2):
        first = queries.page_of(queries.inbox(lan))
    with django_assert_num_queries(3):
        second = queries.page_of(queries.inbox(lan), after=first.after)
    third = queries.page_of(queries.inbox(lan), after=second.after)

    assert [*first.rows, *second.rows, *third.rows] == rows
    assert third.after == ""


def test_only_a_clerk_lays_papers_in_the_inbox(minh):
    with pytest.raises(NotAllowed, match="Only a clerk"):
        actions.take_in(actor=minh, came=Came(source=Source.HAND), at=MONDAY)
