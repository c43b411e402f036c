from dataclasses import replace
from datetime import date

import pytest

from vermilion.documents.types import Particulars
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
