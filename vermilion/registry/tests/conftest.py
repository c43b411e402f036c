from dataclasses import replace
from datetime import date

import pytest

from tests.cast import LONG_AGO, OPERATOR
from vermilion.documents import actions as documents
from vermilion.documents import queries as papers
from vermilion.documents.types import Particulars
from vermilion.registry.types import Issued, Received, Recipient


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
def another_letter(a_letter: Received) -> Received:
    return replace(a_letter, particulars=replace(a_letter.particulars, symbol="1569-CV/VPTW"))


@pytest.fixture
def types(office):
    """The types of documents, by their codes."""
    documents.load_types(actor=OPERATOR, at=LONG_AGO)
    return papers.type_id_of


@pytest.fixture
def a_decision(office, types) -> Issued:
    """A decision of the office that its head has signed; the number is not on it yet."""
    return Issued(
        particulars=Particulars(
            symbol="",
            dated_on=date(2026, 11, 2),
            issuer="Văn phòng Trung ương Đảng",
            type_id=types("state-decision"),
            abstract="Về việc ban hành Quy chế công tác văn thư",
            signer="Phạm Quốc Hùng",
            signer_post="Chánh Văn phòng",
        ),
        notation="QĐ-VPTW",
        recipients=(
            Recipient(name="Đảng uỷ xã Ba Vì", body_id=office.commune_id),
            Recipient(name="Lưu: VT"),
        ),
        file_copy="Vụ Tổng hợp",
    )
