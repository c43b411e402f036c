from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.cast import MONDAY
from vermilion.documents.types import Particulars, Urgency
from vermilion.registry import actions as registry
from vermilion.registry.types import Received
from vermilion.routing import actions as routing
from vermilion.routing import queries as slips
from vermilion.routing.types import Share
from vermilion.tasks import queries as duties
from vermilion.tasks.types import Part

FRIDAY = MONDAY + timedelta(days=4)


@pytest.fixture
def a_letter() -> Received:
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
def registers(lan, office, a_letter):
    """Lan registers a letter and lays it before Minh."""

    def register(*, urgency=Urgency.NORMAL, secrecy=0, at=MONDAY):
        return registry.register_incoming(
            actor=lan,
            received=replace(
                a_letter,
                laid_before_id=office.minh,
                particulars=replace(a_letter.particulars, urgency=urgency, secrecy=secrecy),
            ),
            at=at,
        )

    return register


@pytest.fixture
def directs(minh, office):
    """Minh directs what lies before him: the IT department leads."""

    def direct(*, due_at=FRIDAY, at=MONDAY, **holder):
        [slip] = slips.to_direct(minh, at=at)
        routing.direct(
            actor=minh,
            slip_id=slip.pk,
            instruction="Tham mưu kế hoạch.",
            shares=[
                Share(part=Part.LEAD, due_at=due_at, **(holder or {"unit_id": office.it_id})),
                Share(part=Part.INFORMATION, unit_id=office.finance_id),
            ],
            at=at,
        )
        return slip

    return direct


@pytest.fixture
def duty_of():
    """The one duty that lies with somebody."""

    def duty(actor):
        [found] = duties.open_for(actor)
        return found

    return duty
