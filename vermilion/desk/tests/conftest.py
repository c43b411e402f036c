from datetime import timedelta

import pytest

from tests.cast import MONDAY
from vermilion.registry import actions as registry
from vermilion.routing import actions as routing
from vermilion.routing import queries as slips
from vermilion.routing.types import Share
from vermilion.tasks.types import Part


@pytest.fixture
def sign_in(client, office):
    """Become somebody of the office in the browser of the test."""
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    def become(appointment_id: int) -> None:
        person = Appointment.objects.get(pk=appointment_id).person
        user, _made = User.objects.get_or_create(
            person=person, defaults={"sign_in_name": f"person{person.pk}"}
        )
        client.force_login(user)

    return become


@pytest.fixture
def a_letter():
    from datetime import date

    from vermilion.documents.types import Particulars
    from vermilion.registry.types import Received

    return Received(
        particulars=Particulars(
            symbol="1568-CV/VPTW",
            dated_on=date(2026, 10, 30),
            issuer="Ban Tổ chức Trung ương",
            abstract="V/v triển khai hệ thống thông tin điều hành tác nghiệp dùng chung",
        ),
        arrived_on=date(2026, 11, 2),
    )


@pytest.fixture
def registered(lan, office, a_letter):
    from dataclasses import replace

    received = replace(a_letter, laid_before_id=office.minh)
    return registry.register_incoming(actor=lan, received=received, at=MONDAY)


@pytest.fixture
def five(lan, office, a_letter):
    """Five papers laid before Minh."""
    from dataclasses import replace

    entries = []
    for number in range(5):
        particulars = replace(a_letter.particulars, symbol=f"{number}-CV/VPTW")
        received = replace(a_letter, laid_before_id=office.minh, particulars=particulars)
        entries.append(registry.register_incoming(actor=lan, received=received, at=MONDAY))
    return [slips.slip_of(lan, entry.document_id, at=MONDAY) for entry in entries]


@pytest.fixture
def directed(minh, office, registered):
    [slip] = slips.to_direct(minh, at=MONDAY)
    due_at = MONDAY + timedelta(days=4)
    routing.direct(
        actor=minh,
        slip_id=slip.pk,
        instruction="Tham mưu kế hoạch.",
        shares=[
            Share(part=Part.LEAD, unit_id=office.it_id, due_at=due_at),
            Share(part=Part.INFORMATION, unit_id=office.finance_id),
        ],
        at=MONDAY,
    )
    return slip


@pytest.fixture
def the_clock(monkeypatch):
    """Jobs begin on Monday: the clock of the house is set, since they ask it."""
    from vermilion.kernel import clock

    monkeypatch.setattr(clock, "now", lambda: MONDAY)
