"""Papers and files that the tests of documents share."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest

from tests.cast import LONG_AGO, MONDAY, OPERATOR
from vermilion.access import actions as access
from vermilion.access.types import Cause, body_token
from vermilion.documents import actions
from vermilion.documents.models import Document
from vermilion.documents.types import FileHandedIn, Particulars
from vermilion.kernel.actors import Actor
from vermilion.kernel.types import Subject


@pytest.fixture
def types(db: None) -> None:
    actions.load_types(actor=OPERATOR, at=LONG_AGO)


@pytest.fixture
def a_letter() -> Particulars:
    return Particulars(
        symbol="15/UBND-KT",
        dated_on=date(2026, 10, 30),
        issuer="Ủy ban nhân dân tỉnh Lạng Sơn",
        abstract="Về việc triển khai hệ thống thông tin điều hành",
        signer="Nguyễn Văn An",
        signer_post="Phó Chủ tịch",
        competence="KT",
    )


@pytest.fixture
def hand_in() -> Callable[..., FileHandedIn]:
    """Bytes handed in by somebody, as a file of a document."""

    def handing(actor: Actor, content: bytes, name: str = "a.txt") -> FileHandedIn:
        from vermilion.files import actions as files

        blob = files.store(actor=actor, stream=BytesIO(content), name=name, at=MONDAY)
        return FileHandedIn(blob_id=blob.pk, name=name)

    return handing


@pytest.fixture
def show() -> Callable[[Document], None]:
    """Let everybody of the body that holds a document see it."""

    def showing(document: Document) -> None:
        access.grant(
            holders=[body_token(document.body_id)],
            thing=Subject("document", document.pk),
            cause=Cause.REGISTERED,
            cause_id=document.pk,
            at=MONDAY,
        )

    return showing
