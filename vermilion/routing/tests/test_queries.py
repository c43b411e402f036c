"""The lists of a desk: nothing unfinished is missing from them, and nothing waits in two places."""

from datetime import date, timedelta

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.documents.types import Particulars
from vermilion.registry import actions as registry
from vermilion.registry.types import Received
from vermilion.routing import actions, models, queries
from vermilion.routing.types import Share
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.types import Part

pytestmark = pytest.mark.django_db

ACTORS = ["lan", "minh", "the_chief", "hoa", "head_of_it", "head_of_finance", "a_stranger"]


def _a_letter(number: int) -> Received:
    particulars = Particulars(
        symbol=f"{number}-CV/VPTW",
        dated_on=date(2026, 10, 30),
        issuer="Ban Tổ chức Trung ương",
        abstract="V/v thử",
    )
    return Received(particulars=particulars, arrived_on=date(2026, 11, 2))


@pytest.fixture
def slips(lan, minh, head_of_it, office):
    """One waiting for direction, one being dealt with, one ready, one closed, one struck out."""
    made = []
    for number in range(5):
        entry = registry.register_incoming(actor=lan, received=_a_letter(number), at=MONDAY)
        slip = models.Slip.objects.get(entry=entry)
        models.Slip.objects.filter(pk=slip.pk).update(laid_before=office.minh)
        made.append(slip.pk)
    for slip_id in made[1:4]:
        share = Share(part=Part.LEAD, unit_id=office.it_id, due_at=MONDAY + timedelta(hours=9))
        actions.direct(actor=minh, slip_id=slip_id, instruction="", shares=[share], at=MONDAY)
    for duty in list(duties.open_for(head_of_it).filter(assignment__slip__in=made[2:4])):
        tasks.take_in(actor=head_of_it, task_id=duty.pk, at=MONDAY)
        tasks.complete(actor=head_of_it, task_id=duty.pk, report="Xong", at=MONDAY)
    actions.close(actor=lan, slip_id=made[3], note="", at=MONDAY)
    struck = models.Slip.objects.get(pk=made[4]).entry_id
    registry.strike_out(actor=lan, entry_id=struck, reason="Gửi nhầm địa chỉ", at=MONDAY)
    return made


@pytest.mark.parametrize("name", ACTORS)
def test_what_is_unfinished_lies_with_oneself_or_with_others(request, slips, name):
    actor = request.getfixturevalue(name)

    def ids(found):
        return set(found(actor, at=TUESDAY).values_list("pk", flat=True))

    here = ids(queries.to_direct) | ids(queries.to_do) | ids(queries.to_close)
    others, done = ids(queries.with_others), ids(queries.finished)
    everything = ids(queries.visible)

    assert here | others | done == everything
    assert not here & others
    assert not (here | others) & done
    assert ids(queries.late) <= everything - done


def test_each_list_has_what_it_says(slips, lan, minh, head_of_it):
    def ids(found, actor):
        return list(found(actor, at=TUESDAY).order_by("id").values_list("pk", flat=True))

    assert ids(queries.to_direct, minh) == slips[:1]
    assert ids(queries.to_do, head_of_it) == slips[1:2]
    assert ids(queries.to_close, lan) == slips[2:3]
    assert ids(queries.with_others, minh) == slips[1:2]
    assert ids(queries.with_others, lan) == slips[:2]
    assert ids(queries.late, lan) == slips[1:2]
    assert ids(queries.finished, lan) == slips[3:]
