from datetime import UTC, datetime

from vermilion.routing import rules
from vermilion.routing.types import Share, ShareState, Standing
from vermilion.tasks.types import Part, State


def shares(*parts_and_states):
    return [ShareState(part, state) for part, state in parts_and_states]


def stands(latest, **acts):
    plain = {
        "directed": True,
        "returned_since_direction": False,
        "closed": False,
        "withdrawn": False,
    }
    return rules.standing(latest, **{**plain, **acts})


def test_supports_and_readers_do_not_hold_a_matter_up():
    latest = shares(
        (Part.LEAD, State.DONE), (Part.SUPPORT, State.DOING), (Part.INFORMATION, State.GIVEN)
    )

    assert stands(latest) == Standing.READY


def test_a_matter_is_ready_when_every_lead_is_done():
    two = shares((Part.LEAD, State.DONE), (Part.LEAD, State.DOING))

    assert stands(two) == Standing.DOING
    assert rules.progress(two).done == 1


def test_a_returned_lead_waits_for_the_leader_and_then_counts_no_more():
    latest = shares((Part.LEAD, State.DONE), (Part.LEAD, State.RETURNED))

    assert stands(latest, returned_since_direction=True) == Standing.AGAIN
    assert stands(latest) == Standing.READY


def test_what_was_sent_for_information_alone_can_be_closed():
    assert stands(shares((Part.INFORMATION, State.GIVEN))) == Standing.READY


def test_closing_and_withdrawing_end_a_matter():
    assert stands([], closed=True) == Standing.CLOSED
    assert stands([], closed=True, withdrawn=True) == Standing.WITHDRAWN
    assert stands([], directed=False) == Standing.DIRECTING


def test_nobody_supports_what_nobody_leads():
    support = Share(part=Part.SUPPORT, unit_id=1)

    assert rules.without_lead([support])
    assert not rules.without_lead([support, Share(part=Part.LEAD, unit_id=2)])
    assert not rules.without_lead([Share(part=Part.INFORMATION, unit_id=2)])


def test_nobody_has_two_parts():
    assert rules.named_twice(
        [Share(part=Part.LEAD, unit_id=1), Share(part=Part.SUPPORT, unit_id=1)]
    )
    assert not rules.named_twice(
        [Share(part=Part.LEAD, unit_id=1), Share(part=Part.SUPPORT, appointment_id=1)]
    )


def test_a_deadline_is_late_only_while_something_is_left_to_do():
    due, later = datetime(2026, 11, 2, tzinfo=UTC), datetime(2026, 11, 3, tzinfo=UTC)

    assert rules.is_late(due, finished=False, now=later)
    assert not rules.is_late(due, finished=True, now=later)
    assert not rules.is_late(None, finished=False, now=later)
