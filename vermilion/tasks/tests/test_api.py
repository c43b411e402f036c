"""Deadlines for machines."""

import pytest

from tests.programs import program
from vermilion.accounts.types import Scope
from vermilion.tasks.tests.test_acts import REASON, give

LATER = "2099-12-31T10:00:00Z"


@pytest.fixture
def duty(minh, office):
    return give(minh, office)


@pytest.fixture
def leader(client, office):
    return program(client, office.minh, Scope.READ, Scope.WORK)


@pytest.fixture
def specialist(client, office):
    return program(client, office.hoa, Scope.READ, Scope.WORK)


def test_whoever_gave_a_duty_sets_another_deadline(leader, specialist, duty):
    given = {"until": LATER, "reason": REASON}

    refused = specialist("post", f"tasks/{duty.pk}/deadline", given)
    set_so = leader("post", f"tasks/{duty.pk}/deadline", given)

    assert refused.status_code == 403
    assert set_so.json()["due_at"].startswith("2099-12-31T10:00")
    assert specialist("get", f"tasks/{duty.pk}").json() == set_so.json()


def test_a_duty_is_told_to_those_whom_it_concerns(client, office, duty):
    stranger = program(client, office.head_of_finance, Scope.READ, Scope.WORK)

    assert stranger("get", f"tasks/{duty.pk}").status_code == 404
    given = {"until": LATER, "reason": REASON}
    assert stranger("post", f"tasks/{duty.pk}/deadline", given).status_code == 404


def test_the_rule_of_extensions_is_read_by_all_and_set_by_leaders(leader, specialist, office):
    before = specialist("get", "tasks/extensions/rule").json()
    refused = specialist("post", "tasks/extensions/rule", {"most": 5, "days": 60})
    made = leader("post", "tasks/extensions/rule", {"most": 5, "days": 60})

    assert before == {"most": 2, "days": 30, "set_by": None}
    assert refused.status_code == 403
    assert (made.status_code, made.json()["set_by"]) == (201, office.body_id)
    assert specialist("get", "tasks/extensions/rule").json() == made.json()
    assert leader("post", "tasks/extensions/rule", {"most": 99, "days": 1}).status_code == 422
