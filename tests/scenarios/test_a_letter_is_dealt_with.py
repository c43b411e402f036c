"""Lan registers, Minh directs, Hoa's unit completes, Lan closes."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.access import queries as access
from vermilion.audit.models import Trace
from vermilion.kernel.refusals import NotAllowed, NotFound
from vermilion.kernel.types import Subject
from vermilion.registry import actions as registry
from vermilion.registry import queries as books
from vermilion.routing import actions as routing
from vermilion.routing import queries as slips
from vermilion.routing.types import Share, Standing
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.types import Part, State

FRIDAY = MONDAY + timedelta(days=4)


@pytest.fixture
def registered(lan, office, a_letter):
    from dataclasses import replace

    return registry.register_incoming(
        actor=lan, received=replace(a_letter, laid_before_id=office.minh), at=MONDAY
    )


@pytest.fixture
def slip(minh, registered):
    [waiting] = slips.to_direct(minh, at=MONDAY)
    return waiting


def lead(unit_id, due_at=FRIDAY):
    return Share(part=Part.LEAD, unit_id=unit_id, due_at=due_at)


def support(unit_id):
    return Share(part=Part.SUPPORT, unit_id=unit_id, due_at=FRIDAY)


def for_information(unit_id):
    return Share(part=Part.INFORMATION, unit_id=unit_id)


def directed(actor, slip, *shares, at=MONDAY):
    return routing.direct(
        actor=actor, slip_id=slip.pk, instruction="Tham mưu kế hoạch.", shares=shares, at=at
    )


def duty_of(actor):
    [duty] = duties.open_for(actor)
    return duty


def standing_of(slip):
    slip.refresh_from_db()
    return slip.standing


def test_a_letter_goes_from_the_clerk_to_the_leader_to_the_unit_and_back(
    lan, minh, hoa, office, registered, slip
):
    directed(
        minh,
        slip,
        lead(office.it_id),
        support(office.archive_id),
        for_information(office.finance_id),
    )
    assert standing_of(slip) == Standing.DOING

    duty = duty_of(hoa)
    tasks.take_in(actor=hoa, task_id=duty.pk, at=TUESDAY)
    tasks.complete(actor=hoa, task_id=duty.pk, report="Đã ban hành kế hoạch.", at=TUESDAY)
    assert standing_of(slip) == Standing.READY

    routing.close(actor=lan, slip_id=slip.pk, note="", at=TUESDAY)
    assert standing_of(slip) == Standing.CLOSED
    [transfer] = [t for t in registered.transfers.all() if t.received_at]
    assert (transfer.recipient, transfer.received_by) == ("Cục Công nghệ thông tin", hoa.name)
    acts = list(Trace.objects.order_by("id").values_list("act", flat=True))
    story = [
        "registry.incoming.registered",
        "routing.slip.opened",
        "tasks.task.given",
        "routing.slip.directed",
        "tasks.task.taken_in",
        "tasks.task.completed",
        "routing.slip.closed",
    ]
    assert [act for act in dict.fromkeys(acts) if act in story] == story


def test_it_cannot_be_closed_before_every_lead_is_done(lan, minh, office, slip):
    with pytest.raises(NotAllowed, match="A leader has not directed it yet"):
        routing.close(actor=lan, slip_id=slip.pk, note="", at=MONDAY)

    directed(minh, slip, lead(office.it_id), lead(office.finance_id))

    with pytest.raises(NotAllowed, match="0 of 2 leads are done"):
        routing.close(actor=lan, slip_id=slip.pk, note="", at=MONDAY)


def test_a_returned_lead_goes_back_to_the_leader_who_names_another(
    lan, minh, hoa, head_of_finance, office, slip
):
    directed(minh, slip, lead(office.it_id), lead(office.archive_id))
    document = Subject("document", slip.document_id)
    tasks.give_back(
        actor=hoa, task_id=duty_of(hoa).pk, reason="Không thuộc chức năng của Cục.", at=TUESDAY
    )

    assert standing_of(slip) == Standing.AGAIN
    assert list(slips.to_direct(minh, at=TUESDAY)) == [slip]
    assert not access.may_see(hoa, document, at=TUESDAY)

    directed(minh, slip, lead(office.finance_id), at=TUESDAY)
    assert standing_of(slip) == Standing.DOING
    assert (slip.leads, slip.leads_done) == (2, 0)
    assert access.may_see(head_of_finance, document, at=TUESDAY)


def test_a_return_without_a_reason_is_refused(minh, hoa, office, slip):
    directed(minh, slip, lead(office.it_id))

    with pytest.raises(tasks.ReasonTooShort, match="at least 10 characters"):
        tasks.give_back(actor=hoa, task_id=duty_of(hoa).pk, reason="Không", at=TUESDAY)


def test_a_duty_is_done_by_those_who_have_it_and_in_its_order(
    minh, hoa, head_of_finance, office, slip
):
    directed(minh, slip, lead(office.it_id))
    duty = duty_of(hoa)

    with pytest.raises(NotAllowed, match="Take it in first"):
        tasks.complete(actor=hoa, task_id=duty.pk, report="Xong.", at=TUESDAY)
    with pytest.raises(NotAllowed, match="given to somebody else: Cục Công nghệ thông tin"):
        tasks.take_in(actor=head_of_finance, task_id=duty.pk, at=TUESDAY)
    tasks.take_in(actor=hoa, task_id=duty.pk, at=TUESDAY)
    with pytest.raises(NotAllowed, match="no longer waiting"):
        tasks.take_in(actor=hoa, task_id=duty.pk, at=TUESDAY)


def test_a_struck_out_line_withdraws_what_was_given(lan, minh, hoa, office, registered, slip):
    directed(minh, slip, lead(office.it_id))
    duty = duty_of(hoa)

    registry.strike_out(
        actor=lan, entry_id=registered.pk, reason="Gửi nhầm địa chỉ nơi nhận", at=TUESDAY
    )

    duty.refresh_from_db()
    assert (duty.state, standing_of(slip)) == (State.WITHDRAWN, Standing.WITHDRAWN)
    assert not duties.open_for(hoa).exists()


def test_nobody_else_directs(lan, a_stranger, hoa, office, slip):
    for actor in (lan, hoa):
        with pytest.raises(NotAllowed, match="Only a leader"):
            directed(actor, slip, lead(office.it_id))
    with pytest.raises(NotAllowed, match="another body"):
        directed(a_stranger, slip, lead(office.it_id))
    with pytest.raises(NotFound):
        slips.slip(a_stranger, slip.pk, at=MONDAY)


@pytest.mark.parametrize(
    ("shares", "refusal"),
    [
        (lambda o: [], routing.NobodyNamed),
        (lambda o: [support(o.it_id)], routing.NobodyLeads),
        (lambda o: [lead(o.it_id), support(o.it_id)], routing.NamedTwice),
        (lambda o: [lead(10**9)], routing.NotOfThisBody),
        (lambda o: [lead(o.it_id, due_at=MONDAY)], tasks.DueInThePast),
    ],
)
def test_an_unsound_direction_is_refused_and_gives_nothing(minh, office, slip, shares, refusal):
    with pytest.raises(refusal):
        directed(minh, slip, *shares(office))

    assert standing_of(slip) == Standing.DIRECTING
    assert not slip.directions.exists()


def test_the_book_shows_to_whom_it_went(lan, minh, office, registered, slip):
    directed(minh, slip, lead(office.it_id), for_information(office.finance_id))

    [line] = books.incoming(lan)
    assert [each.recipient for each in line.transfers.all()] == [
        "Cục Công nghệ thông tin",
        "Vụ Tài chính",
    ]
