import pytest

from vermilion.tasks import rules
from vermilion.tasks.types import State


@pytest.mark.parametrize(
    ("acts", "state"),
    [
        ({}, State.GIVEN),
        ({"taken"}, State.DOING),
        ({"taken", "completed"}, State.DONE),
        ({"taken", "returned"}, State.RETURNED),
        ({"returned"}, State.RETURNED),
        ({"taken", "withdrawn"}, State.WITHDRAWN),
        ({"taken", "completed", "withdrawn"}, State.WITHDRAWN),
    ],
)
def test_the_state_of_a_duty_follows_from_its_acts(acts, state):
    given = {name: name in acts for name in ("taken", "returned", "completed", "withdrawn")}

    assert rules.state_of(**given) == state


def test_a_reason_of_blanks_says_nothing():
    assert not rules.says_enough("          .")
    assert rules.says_enough("Không đúng chức năng")
