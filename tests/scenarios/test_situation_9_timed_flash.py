"""A flash sent for an hour: counted down, on top of the list, and late delivery flagged."""

from datetime import timedelta
from io import BytesIO

import pytest

from tests.cast import MONDAY
from tests.papers import make
from vermilion.arrivals import actions as inbox
from vermilion.arrivals import queries as arrivals
from vermilion.arrivals.rows import arrival_rows
from vermilion.arrivals.types import Came, Source
from vermilion.documents.types import FileHandedIn, Urgency
from vermilion.files import actions as files

HOUR = timedelta(hours=1)


@pytest.fixture
def comes(lan):
    """A packet over the axis, with its hour if it has one."""

    def come(number, *, at=MONDAY, **said):
        content = make("letter", symbol=f"{number}/UBND-KT")
        upload = files.hand_in(actor=lan, stream=BytesIO(content), name="a.pdf", at=at)
        came = Came(
            source=Source.MACHINE,
            files=(FileHandedIn(blob_id=upload.blob_id, name="a.pdf"),),
            **said,
        )
        return inbox.take_in(actor=lan, came=came, at=at)

    return come


def test_it_stands_on_top_whatever_came_before_or_after(lan, comes):
    earlier = comes(1, urgency=Urgency.FLASH, at=MONDAY - HOUR)
    timed = comes(2, deliver_at=MONDAY + 3 * HOUR)
    later = comes(3, urgency=Urgency.FLASH, at=MONDAY + HOUR)

    assert list(arrivals.inbox(lan)) == [timed, earlier, later]


def test_it_is_shown_with_the_time_that_is_left(lan, comes):
    timed = comes(1, deliver_at=MONDAY + 3 * HOUR)

    [row] = arrival_rows(lan, [timed], chosen=None, at=MONDAY)

    assert row.row.due == MONDAY + 3 * HOUR
    assert row.row.urgency == "Timed flash"


def test_delivered_after_its_hour_it_says_so(lan, comes):
    in_time = comes(1, deliver_at=MONDAY + HOUR)
    late = comes(2, deliver_at=MONDAY - HOUR)

    rows = arrival_rows(lan, [in_time, late], chosen=None, at=MONDAY)

    assert {each.arrival_id: each.row.remarks for each in rows} == {
        in_time.pk: (),
        late.pk: ("Came after its hour",),
    }
