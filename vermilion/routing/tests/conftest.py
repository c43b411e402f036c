from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.cast import MONDAY, OPERATOR
from vermilion.directory import actions as organisation
from vermilion.directory import queries as directory
from vermilion.documents.types import Particulars
from vermilion.registry import actions as registry
from vermilion.registry.types import Received


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
def letters(a_letter):
    """As many different letters as one likes."""

    def letter(number: int) -> Received:
        return replace(
            a_letter, particulars=replace(a_letter.particulars, symbol=f"{number}-CV/VPTW")
        )

    return letter


@pytest.fixture
def slip(lan, minh, office, a_letter):
    received = replace(a_letter, laid_before_id=office.minh)
    return registry.register_incoming(actor=lan, received=received, at=MONDAY).slip


@pytest.fixture
def assistant(office):
    organisation.assign_assistant(
        actor=OPERATOR,
        assistant_id=office.assistant,
        leader_id=office.minh,
        at=MONDAY - timedelta(days=3),
        on=date(2026, 10, 1),
    )
    return directory.actor_in(office.assistant, at=MONDAY)
