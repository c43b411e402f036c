"""How a problem stands by its steps."""

from datetime import UTC, datetime, timedelta

from vermilion.support.rules import Done, standing
from vermilion.support.types import State, StepKind

THEN = datetime(2026, 3, 2, tzinfo=UTC)
DUE = THEN + timedelta(days=3)


def _after(*steps):
    return standing(THEN, DUE, steps)


def test_a_report_waits_until_somebody_has_it_in_hand():
    assert _after().state is State.REPORTED
    taken = _after(Done(StepKind.TAKEN, THEN, owner_id=5, owner_name="Quân"))
    assert (taken.state, taken.owner_id) == (State.IN_HAND, 5)


def test_answers_and_replies_change_nothing_about_how_it_stands():
    taken = Done(StepKind.TAKEN, THEN, owner_id=5, owner_name="Quân")
    later = THEN + timedelta(hours=1)
    spoken = _after(taken, Done(StepKind.ANSWERED, later), Done(StepKind.REPLIED, later))
    assert (spoken.state, spoken.since) == (State.IN_HAND, THEN)


def test_the_last_day_that_was_given_counts():
    other = DUE + timedelta(days=7)
    assert _after(Done(StepKind.POSTPONED, THEN, due_at=other)).due_at == other


def test_what_is_reopened_goes_back_to_whoever_had_it_in_hand():
    taken = Done(StepKind.TAKEN, THEN, owner_id=5, owner_name="Quân")
    solved, again = Done(StepKind.SOLVED, THEN), Done(StepKind.REOPENED, THEN)
    assert _after(taken, solved, again).state is State.IN_HAND
    assert _after(solved, again).state is State.REPORTED


def test_what_was_joined_and_is_reopened_stands_by_itself_again():
    joined = Done(StepKind.JOINED, THEN, other_id=9)
    assert _after(joined).joined_to_id == 9
    assert _after(joined, Done(StepKind.REOPENED, THEN)).joined_to_id is None
