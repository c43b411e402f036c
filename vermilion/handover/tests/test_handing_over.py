"""The work of a leaver goes to the successor, thing by thing, and is signed for."""

from datetime import date, timedelta

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.directory import actions as directory
from vermilion.documents import queries as documents
from vermilion.documents.types import Particulars
from vermilion.handover import actions, models, queries
from vermilion.handover.types import Kind, Outcome
from vermilion.kernel.refusals import NotAllowed, NotFound
from vermilion.registry import actions as registry
from vermilion.registry.types import Received
from vermilion.routing import actions as routing
from vermilion.routing.models import Slip
from vermilion.routing.types import Share
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.models import Task
from vermilion.tasks.types import Part

pytestmark = pytest.mark.django_db

REASON = "Chuyển công tác từ ngày 16/11."


def _letter(number):
    return Received(
        particulars=Particulars(
            symbol=f"{number}-CV/VPTW",
            dated_on=date(2026, 10, 30),
            issuer="Ban Tổ chức Trung ương",
            abstract="V/v báo cáo tháng",
        ),
        arrived_on=date(2026, 11, 2),
    )


@pytest.fixture
def hoa_has(office, lan, minh, head_of_it):
    """A duty given to Hoa, and one of her unit that was passed on to her."""
    shares = [
        Share(part=Part.LEAD, appointment_id=office.hoa, due_at=MONDAY + timedelta(days=9)),
        Share(part=Part.LEAD, unit_id=office.it_id, due_at=MONDAY + timedelta(days=3)),
    ]
    for number, share in enumerate(shares):
        entry = registry.register_incoming(actor=lan, received=_letter(number), at=MONDAY)
        routing.direct(
            actor=minh,
            slip_id=Slip.objects.get(entry=entry).pk,
            instruction="Xử lý",
            shares=[share],
            at=MONDAY,
        )
    of_unit = Task.objects.get(unit=office.it_id)
    tasks.pass_on(actor=head_of_it, task_id=of_unit.pk, person_id=office.hoa, at=MONDAY)


def _hand_over(actor, office, successor="head_of_it", **other):
    return actions.hand_over(
        actor=actor,
        leaver_id=other.get("leaver", office.hoa),
        successor_id=getattr(office, successor),
        reason=REASON,
        at=TUESDAY,
    )


def test_what_is_held_in_person_is_listed_soonest_due_first(hoa_has, office):
    found = queries.work_of(office.hoa, at=TUESDAY)

    assert [each.kind for each in found] == [Kind.TASK, Kind.TASK]
    assert found[0].due_at < found[1].due_at
    assert "1-CV/VPTW" in found[0].label


def test_everything_goes_over_with_its_deadline_and_history(
    hoa_has, office, an_administrator, hoa, head_of_it
):
    before = {task.pk: task.due_at for task in duties.in_person(office.hoa)}

    departure = _hand_over(an_administrator, office)

    assert not duties.in_person(office.hoa).exists()
    after = {task.pk: task.due_at for task in duties.in_person(office.head_of_it)}
    assert after == before
    assert {item.outcome for item in departure.items.all()} == {Outcome.HANDED}
    for task in duties.in_person(office.head_of_it):
        assert documents.document(head_of_it, task.subject_id, TUESDAY)
        assert task.handovers.count() >= 1


def test_the_successor_signs_for_each_thing_once(hoa_has, office, hoa, head_of_it):
    [item, _other] = _hand_over(hoa, office).items.all()

    with pytest.raises(NotAllowed):
        actions.sign(actor=hoa, item_id=item.pk, at=TUESDAY)
    actions.sign(actor=head_of_it, item_id=item.pk, at=TUESDAY)
    with pytest.raises(NotAllowed):
        actions.sign(actor=head_of_it, item_id=item.pk, at=TUESDAY)


def test_a_paper_before_a_leader_goes_to_a_leader_alone(office, lan, an_administrator):
    entry = registry.register_incoming(actor=lan, received=_letter(7), at=MONDAY)
    slip = Slip.objects.get(entry=entry)
    leader = slip.laid_before_id

    refused = _hand_over(an_administrator, office, "hoa", leaver=leader)
    assert {item.outcome for item in refused.items.filter(kind=Kind.SLIP)} == {Outcome.REFUSED}
    slip.refresh_from_db()
    assert slip.laid_before_id == leader

    other = "minh" if leader == office.chief else "chief"
    _hand_over(an_administrator, office, other, leaver=leader)
    slip.refresh_from_db()
    assert slip.laid_before_id == getattr(office, other)


def test_rights_in_anothers_stead_end_with_the_post(office, hoa, an_administrator):
    directory.declare_absence(
        actor=hoa,
        appointment_id=office.hoa,
        first_day=date(2026, 11, 2),
        last_day=date(2026, 11, 20),
        deputy_id=office.head_of_it,
        at=MONDAY,
    )

    departure = _hand_over(an_administrator, office, "lan")

    assert {(item.kind, item.outcome) for item in departure.items.all()} == {
        (Kind.DELEGATION, Outcome.ENDED)
    }


def test_nothing_is_handed_to_nobody_and_of_nothing(hoa_has, office, an_administrator):
    with pytest.raises(actions.NotASuccessor):
        _hand_over(an_administrator, office, "tuan")
    with pytest.raises(actions.NotASuccessor):
        _hand_over(an_administrator, office, "hoa")
    with pytest.raises(actions.NothingToHandOver):
        _hand_over(an_administrator, office, "hoa", leaver=office.lan)
    assert not models.Departure.objects.exists()


def test_a_colleague_neither_sees_nor_hands_over_the_work(hoa_has, office, head_of_finance):
    with pytest.raises(NotFound):
        queries.leaver(head_of_finance, office.hoa)
    with pytest.raises(NotAllowed):
        _hand_over(head_of_finance, office)


def test_it_is_done_on_its_page(hoa_has, office, client):
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    person = Appointment.objects.get(pk=office.an_administrator).person
    client.force_login(User.objects.create(person=person, sign_in_name="nam"))
    page = f"/handover/people/{office.hoa}/"
    assert page in client.get("/handover/").content.decode()
    assert "0-CV/VPTW" in client.get(page).content.decode()

    wrong = client.post(page, {"successor": office.head_of_it, "reason": "ngắn"})
    assert wrong.status_code == 422
    done = client.post(page, {"successor": office.head_of_it, "reason": REASON})
    departure = models.Departure.objects.get()
    assert done["Location"] == f"/handover/{departure.pk}/"
    assert client.get(done["Location"]).content.decode().count("0-CV/VPTW") == 1
