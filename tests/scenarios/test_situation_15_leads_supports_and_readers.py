"""Two leads, three supports, forty for information; one lead returns it as not his field."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.cast import MONDAY, TUESDAY, open_unit, seat
from vermilion.access import queries as access
from vermilion.directory import queries as directory
from vermilion.kernel.actors import Duty
from vermilion.kernel.refusals import NotAllowed
from vermilion.kernel.types import Subject
from vermilion.registry import actions as registry
from vermilion.routing import actions as routing
from vermilion.routing import queries as slips
from vermilion.routing.types import Share, Standing
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.types import Below, Ground, Part, State

FRIDAY = MONDAY + timedelta(days=4)


@pytest.fixture
def slip(lan, minh, office, a_letter):
    received = replace(a_letter, laid_before_id=office.minh)
    registry.register_incoming(actor=lan, received=received, at=MONDAY)
    [waiting] = slips.to_direct(minh, at=MONDAY)
    return waiting


@pytest.fixture
def forty(office):
    """Forty offices for information."""
    return [open_unit(office.body_id, f"Phòng số {number}") for number in range(40)]


@pytest.fixture
def directed(minh, office, slip, forty):
    more = [open_unit(office.body_id, f"Ban số {number}") for number in range(2)]
    leads = [_share(Part.LEAD, office.it_id), _share(Part.LEAD, office.finance_id)]
    supports = [_share(Part.SUPPORT, each) for each in (office.archive_id, *more)]
    readers = [Share(part=Part.INFORMATION, unit_id=each) for each in forty]
    routing.direct(
        actor=minh,
        slip_id=slip.pk,
        instruction="Tham mưu kế hoạch.",
        shares=[*leads, *supports, *readers],
        at=MONDAY,
    )
    return slip


def _share(part, unit_id):
    return Share(part=part, unit_id=unit_id, due_at=FRIDAY)


def _duty(actor):
    [duty] = duties.open_for(actor)
    return duty


def _standing(slip):
    slip.refresh_from_db()
    return slip.standing, slip.leads, slip.leads_done


def test_supports_and_readers_do_not_hold_it_up(
    lan, hoa, head_of_it, head_of_finance, an_archivist, directed
):
    for head in (head_of_it, head_of_finance):
        duty = _duty(head)
        tasks.take_in(actor=head, task_id=duty.pk, at=TUESDAY)
        tasks.complete(actor=head, task_id=duty.pk, report="Đã thực hiện xong.", at=TUESDAY)

    assert _standing(directed) == (Standing.READY, 2, 2)
    routing.close(actor=lan, slip_id=directed.pk, note="", at=TUESDAY)
    assert _standing(directed)[0] == Standing.CLOSED

    # What was still supported has nothing left to do; nobody loses sight of what they worked on.
    assert not duties.open_for(an_archivist).exists()
    document = Subject("document", directed.document_id)
    assert access.may_see(an_archivist, document, at=TUESDAY)


def test_a_returned_lead_takes_its_branch_with_it_and_the_leader_must_decide(
    lan, minh, hoa, head_of_it, head_of_finance, an_archivist, office, directed
):
    duty = _duty(head_of_it)
    below = open_unit(office.body_id, "Phòng Hạ tầng")
    [to_hoa, to_archive] = tasks.share(
        actor=head_of_it,
        task_id=duty.pk,
        parts=[
            Below(part=Part.LEAD, appointment_id=office.hoa),
            Below(part=Part.SUPPORT, unit_id=below, instruction="Góp ý phần hạ tầng."),
        ],
        at=MONDAY,
    )
    tasks.take_in(actor=hoa, task_id=to_hoa.pk, at=MONDAY)

    tasks.give_back(
        actor=head_of_it,
        task_id=duty.pk,
        reason="Không thuộc chức năng, nhiệm vụ của Cục.",
        ground=Ground.NOT_OURS,
        at=TUESDAY,
    )

    for each in (to_hoa, to_archive):
        each.refresh_from_db()
        assert each.state == State.WITHDRAWN
    assert not duties.open_for(hoa).exists()
    document = Subject("document", directed.document_id)
    assert not access.may_see(hoa, document, at=TUESDAY)
    assert _standing(directed) == (Standing.AGAIN, 1, 0)
    assert list(slips.to_direct(minh, at=TUESDAY)) == [directed]

    # Nothing can be closed before the leader has decided, even when the other lead is done.
    other = _duty(head_of_finance)
    tasks.take_in(actor=head_of_finance, task_id=other.pk, at=TUESDAY)
    tasks.complete(actor=head_of_finance, task_id=other.pk, report="Đã xong phần tôi.", at=TUESDAY)
    with pytest.raises(NotAllowed, match="a leader must direct it anew"):
        routing.close(actor=lan, slip_id=directed.pk, note="", at=TUESDAY)

    routing.direct(
        actor=minh,
        slip_id=directed.pk,
        instruction="Giao Vụ Tổng hợp thay.",
        shares=[_share(Part.LEAD, office.general_id)],
        at=TUESDAY,
    )
    assert _standing(directed) == (Standing.DOING, 2, 1)


def test_one_reads_and_has_nothing_left_to_do(office, directed, forty):
    reader = directory.actor_in(
        seat(
            "Trịnh Văn Kiên",
            body_id=office.body_id,
            unit_id=forty[0],
            title="Chuyên viên",
            duties=[Duty.SPECIALIST],
        ),
        at=MONDAY,
    )
    duty = _duty(reader)

    tasks.take_in(actor=reader, task_id=duty.pk, at=TUESDAY)

    duty.refresh_from_db()
    assert duty.state == State.DONE
    assert not duties.open_for(reader).exists()
    with pytest.raises(NotAllowed, match="nothing to complete"):
        tasks.complete(actor=reader, task_id=duty.pk, report="Đã đọc.", at=TUESDAY)


def test_nobody_has_the_same_part_in_a_matter_twice(minh, office, directed):
    with pytest.raises(routing.HasAShare, match="Cục Công nghệ thông tin"):
        routing.direct(
            actor=minh,
            slip_id=directed.pk,
            instruction="",
            shares=[_share(Part.LEAD, office.it_id)],
            at=TUESDAY,
        )
    # A unit names many at once: who has a part already keeps that one, and gets no second.
    head = directory.actor_in(office.head_of_it, at=MONDAY)
    duty = _duty(head)
    before = duties.about("document", [directed.document_id]).count()
    with pytest.raises(tasks.NobodyNamedBelow):
        tasks.share(
            actor=head,
            task_id=duty.pk,
            parts=[Below(part=Part.SUPPORT, unit_id=office.archive_id)],
            at=TUESDAY,
        )
    assert duties.about("document", [directed.document_id]).count() == before
