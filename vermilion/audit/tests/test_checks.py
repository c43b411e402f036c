"""What the doctor finds in the log, and that a sound log gives it nothing to say."""

from datetime import timedelta

import pytest
from django.db import connection

from vermilion.audit import actions, checks, integrating, models
from vermilion.kernel import clock

pytestmark = pytest.mark.django_db(transaction=True)


def _said(check):
    return [finding.in_words for finding in check()]


def test_a_sound_log_gives_the_doctor_nothing_to_say(recorded):
    recorded(3, at=clock.now())
    integrating.integrate(at=clock.now())

    for check in (checks.waiting, checks.follows, checks.months, checks.verified):
        assert _said(check) == []


def test_entries_that_wait_too_long_are_told(lan):
    actions.record(lan, "some.act", "entry:1", at=clock.now() - timedelta(minutes=6))
    actions.record(lan, "some.act", "entry:2", at=clock.now())

    assert _said(checks.waiting) == [
        "1 entries of the log wait to be signed for more than 5 minutes."
    ]


def test_a_log_that_does_not_follow_is_told(recorded):
    recorded(3)
    integrating.integrate(at=clock.now())
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_leaf DISABLE TRIGGER rows_stay_as_they_are")
        cursor.execute("UPDATE audit_leaf SET hash = sha256('x') WHERE index = 1")
        cursor.execute("ALTER TABLE audit_leaf ENABLE TRIGGER rows_stay_as_they_are")

    [said] = _said(checks.follows)
    assert "the tree does not have the root signed at 3" in said
    [deep] = _said(checks.verified)
    assert deep == (
        "The log is not as it was signed: the hash kept of leaf 1 is not the one that was signed."
    )


def test_a_row_that_was_removed_is_told_with_its_number(recorded):
    recorded(3)
    integrating.integrate(at=clock.now())
    number = models.Leaf.objects.get(index=2).trace_id
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_trace DISABLE TRIGGER rows_stay_as_they_are")
        cursor.execute("DELETE FROM audit_trace WHERE id = %s", [number])
        cursor.execute("ALTER TABLE audit_trace ENABLE TRIGGER rows_stay_as_they_are")

    [finding] = checks.verified()
    assert finding.subject == f"trace:{number}"
