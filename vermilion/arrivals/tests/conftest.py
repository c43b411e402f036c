from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest

from tests.cast import MONDAY
from tests.papers import make
from vermilion.arrivals import actions
from vermilion.arrivals.types import Came, Source
from vermilion.documents.types import FileHandedIn, Particulars
from vermilion.files import actions as files
from vermilion.registry.types import Received


@pytest.fixture
def a_letter() -> Received:
    return Received(
        particulars=Particulars(
            symbol="15/UBND-KT",
            dated_on=date(2026, 10, 30),
            issuer="Ủy ban nhân dân tỉnh Lạng Sơn",
            abstract="V/v triển khai hệ thống thông tin điều hành tác nghiệp",
        ),
        arrived_on=date(2026, 11, 2),
    )


@pytest.fixture
def letters(a_letter):
    """As many different letters as one likes."""

    def letter(number: int) -> Received:
        return replace(
            a_letter, particulars=replace(a_letter.particulars, symbol=f"{number}/UBND-KT")
        )

    return letter


@pytest.fixture
def file_of():
    """A file that somebody hands in."""

    def handed_in(actor, content=None, name="15-UBND-KT.pdf", at=MONDAY) -> FileHandedIn:
        content = make() if content is None else content
        upload = files.hand_in(actor=actor, stream=BytesIO(content), name=name, at=at)
        return FileHandedIn(blob_id=upload.blob_id, name=upload.name)

    return handed_in


@pytest.fixture
def comes(lan, file_of):
    """Something comes in to Lan's inbox."""

    def come(*contents, actor=lan, at=MONDAY, names=(), **said):
        files_in = tuple(
            file_of(actor, content, names[place] if names else f"{place}.pdf", at=at)
            for place, content in enumerate(contents or (make(),))
        )
        return actions.take_in(
            actor=actor,
            came=Came(**{"source": Source.HAND, "files": files_in, **said}),
            at=at,
        )

    return come
