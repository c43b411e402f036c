"""What units do with a duty, and what those who gave it do about it."""

from datetime import date, timedelta

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.directory import queries as directory
from vermilion.documents.types import Particulars
from vermilion.kernel.refusals import NotAllowed, NotFound
from vermilion.kernel.types import Subject
from vermilion.registry import models as registry
from vermilion.registry.actions import register_incoming
from vermilion.registry.types import Received
from vermilion.tasks import actions, checks, models, queries
from vermilion.tasks.types import Below, Duty, Part, State

FRIDAY = MONDAY + timedelta(days=4)
REASON = "Vì việc này cần gấp hơn dự kiến."


def give(actor, office, *, part=Part.LEAD, approval=False, number=1, **whom):
    whom = whom or {"unit_id": office.it_id}
    return actions.give(
        actor=actor,
        duty=Duty(
            subject=Subject("document", _paper(office, number)),
            body_id=office.body_id,
            recipient="Cục Công nghệ thông tin",
            part=part,
            instruction="Tham mưu.",
            due_at=None if part == Part.INFORMATION else FRIDAY,
            approval=approval,
            **whom,
        ),
        at=MONDAY,
    )


def _paper(office, number):
    """The document of a letter, registered when it is first asked for."""
    symbol = f"{number}-CV/VPTW"
    known = registry.Entry.objects.filter(document__symbol=symbol).first()
    if known is not None:
        return known.document_id
    letter = Received(
        particulars=Particulars(
            symbol=symbol,
            dated_on=date(2026, 10, 30),
            issuer="Ban Tổ chức Trung ương",
            abstract="V/v thử",
        ),
        arrived_on=date(2026, 11, 2),
    )
    clerk = directory.actor_in(office.lan, at=MONDAY)
    return register_incoming(actor=clerk, received=letter, at=MONDAY).document_id


@pytest.fixture
def duty(minh, office):
    return give(minh, office)


@pytest.fixture
def in_hand(head_of_it, duty):
    return actions.take_in(actor=head_of_it, task_id=duty.pk, at=MONDAY)


def state_of(task):
    task.refresh_from_db()
    return task.state


def sound():
    return not list(checks.stored_states_are_what_the_acts_say())


def test_the_head_passes_it_on_and_the_unit_keeps_it(head_of_it, hoa, office, duty):
    actions.pass_on(actor=head_of_it, task_id=duty.pk, person_id=office.hoa, at=MONDAY)

    assert state_of(duty) == State.DOING
    assert (duty.unit_id, duty.doer_id) == (office.it_id, office.hoa)
    assert list(queries.open_for(hoa)) == [duty]
    assert not queries.open_for(head_of_it).exists()
    assert list(queries.not_ended_for(head_of_it)) == [duty]
    assert sound()


def test_it_is_passed_on_to_people_of_the_unit_by_its_head(hoa, head_of_it, office, duty):
    with pytest.raises(NotAllowed, match="The head or the clerk"):
        actions.pass_on(actor=hoa, task_id=duty.pk, person_id=office.hoa, at=MONDAY)
    with pytest.raises(actions.NotOfTheUnit):
        actions.pass_on(actor=head_of_it, task_id=duty.pk, person_id=office.lan, at=MONDAY)


def test_the_head_takes_it_over_with_a_reason(head_of_it, hoa, office, duty):
    actions.pass_on(actor=head_of_it, task_id=duty.pk, person_id=office.hoa, at=MONDAY)
    with pytest.raises(actions.ReasonTooShort):
        actions.take_over(actor=head_of_it, task_id=duty.pk, reason="Gấp", at=TUESDAY)

    actions.take_over(actor=head_of_it, task_id=duty.pk, reason=REASON, at=TUESDAY)

    duty.refresh_from_db()
    assert duty.doer_id == office.head_of_it
    with pytest.raises(NotAllowed, match="It was passed on to Đỗ Anh Dũng"):
        actions.complete(actor=hoa, task_id=duty.pk, report="Xong.", at=TUESDAY)


def test_a_leader_takes_it_over_from_the_unit_and_does_it(minh, hoa, duty):
    actions.take_over(actor=minh, task_id=duty.pk, reason=REASON, at=MONDAY)
    actions.complete(actor=minh, task_id=duty.pk, report="Tôi đã làm.", at=TUESDAY)

    assert state_of(duty) == State.DONE
    assert sound()


def test_a_question_makes_it_wait_until_it_is_answered(minh, head_of_it, in_hand):
    question = actions.ask(
        actor=head_of_it,
        task_id=in_hand.pk,
        text="Có cần lấy ý kiến Vụ Tài chính không?",
        at=MONDAY,
    )
    assert state_of(in_hand) == State.WAITING
    assert not queries.open_for(head_of_it).exists()
    assert list(queries.to_decide(minh)) == [in_hand]

    actions.answer(actor=minh, question_id=question.pk, text="Có, trước thứ Năm.", at=TUESDAY)

    assert state_of(in_hand) == State.DOING
    assert not queries.to_decide(minh).exists()
    with pytest.raises(NotAllowed, match="answered already"):
        actions.answer(actor=minh, question_id=question.pk, text="Không.", at=TUESDAY)


def test_another_unit_is_asked_and_nobody_else_answers(
    head_of_it, head_of_finance, head_of_general, office, in_hand
):
    question = actions.ask(
        actor=head_of_it,
        task_id=in_hand.pk,
        text="Kinh phí lấy từ nguồn nào?",
        unit_id=office.finance_id,
        at=MONDAY,
    )
    with pytest.raises(NotAllowed, match="Vụ Tài chính was asked"):
        actions.answer(actor=head_of_general, question_id=question.pk, text="Đây.", at=MONDAY)
    assert list(queries.to_decide(head_of_finance)) == [in_hand]
    actions.answer(actor=head_of_finance, question_id=question.pk, text="Nguồn A.", at=MONDAY)


def test_a_report_waits_for_the_head_where_the_direction_asks_for_it(minh, head_of_it, hoa, office):
    duty = give(minh, office, approval=True)
    actions.pass_on(actor=head_of_it, task_id=duty.pk, person_id=office.hoa, at=MONDAY)
    actions.complete(actor=hoa, task_id=duty.pk, report="Bản đầu.", at=MONDAY)
    assert state_of(duty) == State.REPORTED
    assert list(queries.to_decide(head_of_it)) == [duty]
    with pytest.raises(NotAllowed, match="The head of the unit approves it"):
        actions.approve(actor=hoa, task_id=duty.pk, at=MONDAY)

    actions.send_back(actor=head_of_it, task_id=duty.pk, reason="Thiếu phần kinh phí.", at=MONDAY)
    assert state_of(duty) == State.DOING
    actions.complete(actor=hoa, task_id=duty.pk, report="Bản đủ.", at=TUESDAY)
    actions.approve(actor=head_of_it, task_id=duty.pk, at=TUESDAY)

    assert state_of(duty) == State.DONE
    assert sound()


def test_the_head_who_reports_waits_for_nobody(minh, head_of_it, office):
    duty = give(minh, office, approval=True)
    actions.take_in(actor=head_of_it, task_id=duty.pk, at=MONDAY)
    actions.complete(actor=head_of_it, task_id=duty.pk, report="Xong.", at=MONDAY)
    assert state_of(duty) == State.DONE


def test_who_gave_it_reopens_what_was_completed(minh, head_of_it, hoa, in_hand):
    actions.complete(actor=head_of_it, task_id=in_hand.pk, report="Xong.", at=MONDAY)
    with pytest.raises(NotAllowed, match="Whoever gave it reopens it"):
        actions.reopen(actor=head_of_it, task_id=in_hand.pk, reason=REASON, at=TUESDAY)

    actions.reopen(actor=minh, task_id=in_hand.pk, reason=REASON, at=TUESDAY)

    assert state_of(in_hand) == State.DOING
    actions.complete(actor=head_of_it, task_id=in_hand.pk, report="Xong thật.", at=TUESDAY)
    [seen] = queries.whole(models.Task.objects.filter(pk=in_hand.pk))
    assert seen.completion.report == "Xong thật."
    assert [each.report for each in seen.completions.all()] == ["Xong.", "Xong thật."]
    assert sound()


def test_progress_is_said_once_it_is_in_hand(hoa, duty):
    with pytest.raises(NotAllowed, match="Take it in first"):
        actions.report_progress(actor=hoa, task_id=duty.pk, percent=30, words="", at=MONDAY)
    actions.take_in(actor=hoa, task_id=duty.pk, at=MONDAY)
    actions.report_progress(actor=hoa, task_id=duty.pk, percent=30, words="", at=MONDAY)

    with pytest.raises(actions.NothingToSay):
        actions.report_progress(actor=hoa, task_id=duty.pk, percent=30, words=" ", at=TUESDAY)
    duty.refresh_from_db()
    assert duty.progress == 30


def test_parts_below_are_led_by_ones_own_and_hold_the_duty_up(head_of_it, hoa, office, in_hand):
    with pytest.raises(actions.NotYoursToLead, match="Vụ Tài chính is not of your unit"):
        _share(head_of_it, in_hand, Below(part=Part.LEAD, unit_id=office.finance_id))
    [part, _support] = _share(
        head_of_it,
        in_hand,
        Below(part=Part.LEAD, appointment_id=office.hoa),
        Below(part=Part.SUPPORT, unit_id=office.finance_id),
    )
    with pytest.raises(actions.PartsOpen, match="1 leads below"):
        actions.complete(actor=head_of_it, task_id=in_hand.pk, report="Xong.", at=TUESDAY)

    actions.take_in(actor=hoa, task_id=part.pk, at=TUESDAY)
    actions.complete(actor=hoa, task_id=part.pk, report="Phần tôi xong.", at=TUESDAY)
    assert queries.rolled_up(in_hand.pk).done == 1
    actions.complete(actor=head_of_it, task_id=in_hand.pk, report="Xong.", at=TUESDAY)
    assert sound()


def test_what_is_for_information_is_only_told_on(minh, head_of_it, office):
    duty = give(minh, office, part=Part.INFORMATION)
    with pytest.raises(actions.OnlyForInformation):
        _share(head_of_it, duty, Below(part=Part.SUPPORT, appointment_id=office.hoa))
    [told] = _share(head_of_it, duty, Below(part=Part.INFORMATION, appointment_id=office.hoa))
    assert told.part == Part.INFORMATION


def test_who_gave_a_part_withdraws_it_with_all_below(minh, head_of_it, hoa, office, in_hand):
    [part] = _share(head_of_it, in_hand, Below(part=Part.LEAD, appointment_id=office.hoa))
    with pytest.raises(NotAllowed, match="Whoever gave it withdraws it"):
        actions.withdraw(actor=hoa, task_id=in_hand.pk, reason=REASON, at=TUESDAY)

    actions.withdraw(actor=minh, task_id=in_hand.pk, reason=REASON, at=TUESDAY)

    assert state_of(in_hand) == state_of(part) == State.WITHDRAWN
    assert not list(checks.nothing_is_open_below_what_was_taken_back())


def test_the_same_part_is_not_given_twice(minh, office, duty):
    with pytest.raises(actions.HasThePart):
        give(minh, office)
    give(minh, office, part=Part.SUPPORT)


def test_a_duty_is_known_to_those_it_concerns(minh, hoa, head_of_it, head_of_finance, in_hand):
    for actor in (minh, hoa, head_of_it):
        assert queries.concerning(actor, in_hand.pk) == in_hand
    with pytest.raises(NotFound):
        queries.concerning(head_of_finance, in_hand.pk)


def test_what_lies_with_whom_is_counted_with_what_is_late(minh, office, duty):
    [early] = queries.loads(office.body_id, at=TUESDAY).values()
    [late] = queries.loads(office.body_id, at=FRIDAY + timedelta(days=1)).values()

    assert queries.loads(office.body_id, at=TUESDAY).keys() == {("unit", office.it_id)}
    assert early == queries.Load(open=1, late=0)
    assert late == queries.Load(open=1, late=1)


def test_every_act_upon_a_list_of_duties_is_read_with_a_fixed_number_of_queries(
    minh, head_of_it, office, django_assert_num_queries
):
    for number in range(2, 6):
        give(minh, office, number=number)
    with django_assert_num_queries(6):
        for task in queries.whole(queries.open_for(head_of_it)):
            assert task.question is None
            assert task.completion is None


def _share(actor, task, *parts):
    return actions.share(actor=actor, task_id=task.pk, parts=parts, at=MONDAY)


def test_what_a_leaver_hands_over_lies_with_the_successor_alone(minh, lan, office):
    duty = give(minh, office, appointment_id=office.hoa)

    actions.hand_to_successor(
        actor=minh,
        task_id=duty.pk,
        successor_id=office.head_of_it,
        reason="Hoa has left.",
        at=TUESDAY,
    )

    assert queries.loads(office.body_id, at=TUESDAY).keys() == {("post", office.head_of_it)}
