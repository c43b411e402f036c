"""A paper with a day of its own becomes duties: none is due later, extensions want approval."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.kernel.refusals import NotAllowed
from vermilion.registry import actions as registry
from vermilion.routing import actions as routing
from vermilion.routing import queries as slips
from vermilion.routing.types import Share
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.types import Below, Part
from vermilion.workdays import queries as workdays

WEDNESDAY = MONDAY + timedelta(days=2)
REPLY_BY = date(2026, 11, 20)


@pytest.fixture
def slip(lan, minh, office, a_letter):
    wanted = replace(a_letter.particulars, reply_due_on=REPLY_BY)
    received = replace(a_letter, particulars=wanted, laid_before_id=office.minh)
    registry.register_incoming(actor=lan, received=received, at=MONDAY)
    [waiting] = slips.to_direct(minh, at=MONDAY)
    return waiting


def closing(office, day):
    return workdays.calendar_of(office.body_id, day).due_on(day)


def direct(actor, slip, office, day, *, units):
    shares = [Share(part=Part.LEAD, unit_id=unit, due_at=closing(office, day)) for unit in units]
    return routing.direct(actor=actor, slip_id=slip.pk, instruction="", shares=shares, at=MONDAY)


@pytest.fixture
def duty(minh, head_of_it, office, slip):
    """With the department until the 11th; the paper wants its answer by the 20th."""
    direct(minh, slip, office, date(2026, 11, 11), units=[office.it_id, office.finance_id])
    found = duties.open_for(head_of_it).get()
    tasks.take_in(actor=head_of_it, task_id=found.pk, at=MONDAY)
    return found


def test_no_deadline_lies_behind_that_of_the_paper(minh, office, slip):
    with pytest.raises(tasks.DueAfterTheMatter, match="behind that of the matter itself"):
        direct(minh, slip, office, date(2026, 11, 23), units=[office.it_id])

    direct(minh, slip, office, REPLY_BY, units=[office.it_id])


def test_what_is_given_on_is_due_no_later_than_the_duty(head_of_it, office, duty):
    with pytest.raises(tasks.DueAfterTheMatter):
        tasks.share(
            actor=head_of_it,
            task_id=duty.pk,
            parts=[
                Below(
                    part=Part.LEAD,
                    appointment_id=office.hoa,
                    due_at=closing(office, date(2026, 11, 12)),
                )
            ],
            at=MONDAY,
        )


def test_a_later_deadline_holds_once_it_is_granted_and_keeps_its_history(
    minh, head_of_it, office, slip, duty
):
    asked_for = closing(office, date(2026, 11, 18))
    extension = tasks.ask_extension(
        actor=head_of_it,
        task_id=duty.pk,
        until=asked_for,
        reason="Chờ ý kiến của Ban Tổ chức Trung ương.",
        at=WEDNESDAY,
    )
    duty.refresh_from_db()
    slip.refresh_from_db()
    assert duty.due_at == slip.due_at == closing(office, date(2026, 11, 11))
    assert slips.to_decide(minh, at=WEDNESDAY).count() == 1
    with pytest.raises(NotAllowed, match="Whoever gave it decides"):
        tasks.decide_extension(
            actor=head_of_it, extension_id=extension.pk, until=asked_for, at=WEDNESDAY
        )

    another_day = closing(office, date(2026, 11, 16))
    tasks.decide_extension(actor=minh, extension_id=extension.pk, until=another_day, at=WEDNESDAY)

    duty.refresh_from_db()
    assert duty.due_at == another_day
    assert slips.to_decide(minh, at=WEDNESDAY).count() == 0
    [seen] = duties.about("document", [slip.document_id]).filter(pk=duty.pk)
    assert any("Nguyễn Văn Minh extended it" in sentence for sentence in duties.why_due(seen))
    # The other lead, which asked for nothing, is the one the slip waits for first.
    slip.refresh_from_db()
    assert slip.due_at == closing(office, date(2026, 11, 11))
    assert list(slips.late(minh, at=another_day - timedelta(days=1))) == [slip]


def test_an_extension_never_goes_behind_the_day_of_the_paper(minh, head_of_it, office, duty):
    with pytest.raises(tasks.TooLate, match="20"):
        tasks.ask_extension(
            actor=head_of_it,
            task_id=duty.pk,
            until=closing(office, date(2026, 11, 23)),
            reason="Cần thêm thời gian khảo sát.",
            at=WEDNESDAY,
        )


def test_a_refused_extension_says_why_and_one_may_ask_again_as_often_as_the_rule_allows(
    minh, head_of_it, office, duty
):
    tasks.set_extension_rule(actor=minh, body_id=office.body_id, most=1, days=30, at=MONDAY)
    first = _ask(head_of_it, office, duty, date(2026, 11, 12))
    with pytest.raises(tasks.ReasonTooShort):
        tasks.decide_extension(
            actor=minh, extension_id=first.pk, until=None, reason="Không", at=WEDNESDAY
        )
    tasks.decide_extension(
        actor=minh, extension_id=first.pk, until=None, reason="Việc đã gấp lắm rồi.", at=WEDNESDAY
    )

    second = _ask(head_of_it, office, duty, date(2026, 11, 13))
    tasks.decide_extension(actor=minh, extension_id=second.pk, until=second.until, at=WEDNESDAY)
    with pytest.raises(NotAllowed, match="extended 1 times; no more is allowed"):
        _ask(head_of_it, office, duty, date(2026, 11, 16))


def _ask(actor, office, duty, day):
    return tasks.ask_extension(
        actor=actor,
        task_id=duty.pk,
        until=closing(office, day),
        reason="Cần thêm thời gian khảo sát.",
        at=TUESDAY,
    )
