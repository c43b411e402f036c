"""A letter on its way: who is told of what, what is waited for, and when that ends."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.directory import actions as absences
from vermilion.followup import actions, models, queries
from vermilion.followup.tests.conftest import FRIDAY
from vermilion.followup.types import Stage
from vermilion.kernel.refusals import NotAllowed, NotFound
from vermilion.notices import queries as notices
from vermilion.notices.models import Told
from vermilion.notices.words import papers_called, sentence
from vermilion.routing import actions as routing
from vermilion.tasks import actions as tasks


def told(actor):
    """What somebody was told: the newest happening of each paper, and why."""
    found = notices.notices_of(actor.person_id, notices.Wanted())
    return [(each.event, each.reason) for each in found]


def waited_for():
    return sorted(models.Wait.objects.filter(answered_at=None).values_list("stage", flat=True))


def test_a_letter_is_followed_from_the_book_to_its_end(
    lan, minh, hoa, head_of_it, head_of_finance, registers, directs, duty_of
):
    registers()
    assert told(minh) == [("slip.laid", "leader")]
    assert waited_for() == [Stage.DIRECT]

    slip = directs()
    assert told(head_of_it) == [("task.given.due", "lead")]
    assert told(head_of_finance) == [("task.given", "informed")]
    assert told(hoa) == []  # the unit has a head, who answers for it
    assert waited_for() == [Stage.TAKE_IN, Stage.WORK]

    tasks.take_in(actor=hoa, task_id=duty_of(hoa).pk, at=TUESDAY)
    assert waited_for() == [Stage.WORK]

    tasks.complete(actor=hoa, task_id=duty_of(hoa).pk, report="Đã ban hành.", at=TUESDAY)
    assert told(minh)[0] == ("task.completed", "giver")
    assert waited_for() == []

    routing.close(actor=lan, slip_id=slip.pk, note="", at=TUESDAY)
    assert waited_for() == []


def test_what_is_returned_waits_for_a_new_direction(lan, minh, hoa, registers, directs, duty_of):
    registers()
    directs()
    tasks.give_back(
        actor=hoa, task_id=duty_of(hoa).pk, reason="Không thuộc chức năng của đơn vị.", at=TUESDAY
    )

    assert told(minh)[0] == ("task.returned", "giver")
    assert ("task.returned", "clerk") in told(lan)
    assert waited_for() == [Stage.DIRECT]
    [waiting] = models.Wait.objects.filter(answered_at=None)
    assert waiting.since == TUESDAY


def test_a_notice_holds_no_word_of_a_paper_with_a_grade(lan, minh, settings, office):
    from vermilion.documents.models import Document

    entry_id = _registered_in_an_enclave(lan, office)
    document = Document.objects.get(entries=entry_id)

    [paper] = papers_called([("document", document.pk)]).values()
    assert paper.veiled
    assert document.abstract not in paper.title
    assert paper.number in paper.title
    for each in notices.notices_of(minh.person_id, notices.Wanted()):
        assert "mật" not in str(each.facts) + sentence(each.event, by=each.by, facts=each.facts)


def _registered_in_an_enclave(lan, office):
    """A line of the book whose document has been given a grade since."""
    from datetime import date

    from vermilion.documents.models import Document
    from vermilion.documents.types import Particulars
    from vermilion.registry import actions as registry
    from vermilion.registry.types import Received

    entry = registry.register_incoming(
        actor=lan,
        received=Received(
            particulars=Particulars(
                symbol="9-CV/M",
                dated_on=date(2026, 10, 30),
                issuer="Ban Nội chính Trung ương",
                abstract="Nội dung mật không được lộ",
            ),
            arrived_on=date(2026, 11, 2),
            laid_before_id=office.minh,
        ),
        at=MONDAY,
    )
    Document.objects.filter(pk=entry.document_id).update(secrecy=1)
    return entry.pk


def test_reminders_come_when_the_person_wants_them_and_move_with_the_deadline(
    minh, hoa, head_of_it, registers, directs
):
    from vermilion.followup.jobs import ESCALATION

    registers()
    directs(due_at=FRIDAY)  # Friday nine in the morning in Hanoi
    actions.settle_reminders(actor=head_of_it, before=["same"], at=MONDAY)

    thursday_morning = FRIDAY - timedelta(days=1, hours=1, minutes=30)
    assert actions.remind_next(actor=ESCALATION, at=thursday_morning) is not None
    assert told(head_of_it) == [("task.given.due", "lead")]  # wants none the day before

    friday_morning = FRIDAY - timedelta(hours=1, minutes=30)
    assert actions.remind_next(actor=ESCALATION, at=friday_morning) is not None
    assert told(head_of_it) == [("due.soon", "holder")]
    assert actions.remind_next(actor=ESCALATION, at=friday_morning) is None

    wait = models.Wait.objects.get(stage=Stage.WORK)
    from vermilion.kernel.types import Subject

    actions.move_hour(
        actor=minh,
        subject=Subject("task", wait.subject_id),
        hour=FRIDAY + timedelta(days=7),
        at=FRIDAY,
    )
    wait.refresh_from_db()
    assert wait.remind_at == FRIDAY - timedelta(hours=1, minutes=30) + timedelta(days=6)


def test_another_deadline_is_told_and_moves_what_is_waited_for(
    minh, hoa, head_of_it, registers, directs, duty_of
):
    registers()
    directs()
    task = duty_of(hoa)
    tasks.take_in(actor=hoa, task_id=task.pk, at=MONDAY)
    earlier = FRIDAY - timedelta(days=1)

    tasks.set_deadline(
        actor=minh, task_id=task.pk, until=earlier, reason="Họp sớm hơn một ngày.", at=TUESDAY
    )

    assert ("deadline.set", "lead") in told(head_of_it)
    assert models.Wait.objects.get(stage=Stage.WORK, answered_at=None).hour == earlier


def test_where_it_stands_is_said_with_who_since_when_and_why(
    lan, minh, head_of_it, registers, directs
):
    entry = registers()
    [stall] = queries.stall(lan, entry.document_id, at=TUESDAY)
    assert stall.why == "No leader has directed it yet."
    assert [each.name for each in stall.holders] == ["Nguyễn Văn Minh, Phó Chánh Văn phòng"]
    assert stall.since == MONDAY

    directs()
    [stall] = queries.stall(lan, entry.document_id, at=TUESDAY)
    assert stall.why == "It was given, and nobody has taken it in yet."
    assert stall.place == "Cục Công nghệ thông tin"


def test_the_stall_takes_the_same_few_queries(
    lan, registers, directs, django_assert_max_num_queries
):
    entry = registers()
    directs()
    with django_assert_max_num_queries(12):
        queries.stall(lan, entry.document_id, at=TUESDAY)


def test_one_reminds_by_hand_but_cannot_nag(lan, minh, registers):
    entry = registers()
    [stall] = queries.stall(lan, entry.document_id, at=TUESDAY)
    assert stall.remind

    actions.remind_now(actor=lan, wait_id=stall.wait_id, at=TUESDAY)
    assert told(minh)[0] == ("prompt", "holder")

    [stall] = queries.stall(lan, entry.document_id, at=TUESDAY)
    assert "already" in stall.remind.in_words
    with pytest.raises(NotAllowed, match="already"):
        actions.remind_now(
            actor=lan, wait_id=stall.wait_id, at=TUESDAY + timedelta(hours=3, minutes=59)
        )
    actions.remind_now(actor=lan, wait_id=stall.wait_id, at=TUESDAY + timedelta(hours=4))


def test_nobody_reminds_oneself_nor_of_what_one_may_not_see(minh, a_stranger, registers):
    registers()
    [wait] = models.Wait.objects.all()

    with pytest.raises(NotAllowed, match="waits for you"):
        actions.remind_now(actor=minh, wait_id=wait.pk, at=TUESDAY)
    with pytest.raises(NotFound):
        actions.remind_now(actor=a_stranger, wait_id=wait.pk, at=TUESDAY)


def test_watchers_are_told_as_long_as_they_may_see_it(
    lan, minh, registers, directs, head_of_general
):
    entry = registers()
    actions.watch(actor=lan, document_id=entry.document_id, for_unit=False, at=MONDAY)
    assert list(queries.watched(lan)) == [entry.document_id]
    with pytest.raises(NotFound):
        actions.watch(
            actor=head_of_general, document_id=entry.document_id, for_unit=False, at=MONDAY
        )

    # The unit watches: of its people those are told who may see the document.
    actions.watch(actor=lan, document_id=entry.document_id, for_unit=True, at=MONDAY)
    directs()
    assert ("slip.directed", "watcher") in told(lan)
    assert told(head_of_general) == []

    actions.unwatch(actor=lan, document_id=entry.document_id, for_unit=False, at=TUESDAY)
    actions.unwatch(actor=lan, document_id=entry.document_id, for_unit=True, at=TUESDAY)
    assert list(queries.watched(lan)) == []


def test_whoever_stands_in_for_an_absent_leader_is_told_too(
    minh, the_chief, registers, an_administrator, office
):
    absences.declare_absence(
        actor=an_administrator,
        appointment_id=office.minh,
        first_day=MONDAY.date(),
        last_day=FRIDAY.date(),
        deputy_id=office.chief,
        at=MONDAY,
    )
    registers()

    assert told(minh) == [("slip.laid", "leader")]
    assert told(the_chief) == [("slip.laid", "deputy")]
    # The mail of the day waits until one is back.
    [waiting] = Told.objects.filter(person_id=minh.person_id)
    assert waiting.mail_due_at > FRIDAY


def test_whoever_is_put_on_duty_is_told(minh, hoa, office):
    actions.plan_turns(
        actor=minh, body_id=office.body_id, on=TUESDAY.date(), people=[office.hoa], at=MONDAY
    )

    assert told(hoa) == [("turn.given", "duty")]
    [notice] = notices.notices_of(hoa.person_id, notices.Wanted())
    assert "03/11/2026" in sentence(notice.event, by=notice.by, facts=notice.facts)
