"""The head is on leave and has let another direct papers of one type, in writing, for some days."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.cast import MONDAY, OPERATOR
from vermilion.directory import actions as organisation
from vermilion.directory import queries as directory
from vermilion.directory.types import Authority
from vermilion.documents import actions as papers
from vermilion.documents import queries as documents
from vermilion.kernel.refusals import NotAllowed, Refused
from vermilion.registry import actions as registry
from vermilion.routing import actions as routing
from vermilion.routing import queries as slips
from vermilion.routing.types import Share
from vermilion.tasks import queries as duties
from vermilion.tasks.types import Part

LAST_DAY = date(2026, 11, 13)
AFTER = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


@pytest.fixture
def authority(office):
    """For submissions about finance, until the 13th: the head of finance, by written authority."""
    return organisation.delegate(
        actor=OPERATOR,
        giver_id=office.chief,
        holder_id=office.head_of_finance,
        authority=Authority.WRITTEN,
        matter="Văn bản về tài chính",
        document_types=["party-submission"],
        basis="Giấy uỷ quyền số 12-GUQ/VPTW",
        on=date(2026, 11, 2),
        until=LAST_DAY,
        at=MONDAY - timedelta(days=3),
    )


@pytest.fixture
def delegate(office, authority):
    return directory.actor_in(office.head_of_finance, at=MONDAY, for_appointment_id=office.chief)


def _arrived(lan, office, a_letter, type_code, symbol):
    kind = replace(a_letter.particulars, type_id=_type(type_code), symbol=symbol)
    received = replace(a_letter, particulars=kind, laid_before_id=office.chief)
    return registry.register_incoming(actor=lan, received=received, at=MONDAY).slip


def _type(code):
    papers.load_types(actor=OPERATOR, at=MONDAY)
    found = documents.type_id_of(code)
    assert found is not None
    return found


def _direct(actor, slip, office, at=MONDAY):
    share = Share(part=Part.LEAD, unit_id=office.finance_id, due_at=at + timedelta(days=3))
    return routing.direct(
        actor=actor, slip_id=slip.pk, instruction="Thẩm định.", shares=[share], at=at
    )


def test_within_its_limits_the_delegate_directs_and_everything_says_for_whom(
    lan, the_chief, office, a_letter, delegate
):
    slip = _arrived(lan, office, a_letter, "party-submission", "21-TTr/VPTW")
    assert list(slips.to_direct(delegate, at=MONDAY)) == [slip]

    made = _direct(delegate, slip, office)

    assert (made.by, made.by_for, made.appointment_id) == (
        "Hoàng Đức Long",
        "Phạm Quốc Hùng",
        office.chief,
    )
    [duty] = duties.about("document", [slip.document_id])
    assert (duty.given_by, duty.given_for, duty.giver_id) == (
        "Hoàng Đức Long",
        "Phạm Quốc Hùng",
        office.chief,
    )
    # Back from leave, the head sees all that was done in his stead.
    [done] = slips.done_in_their_stead(the_chief)
    assert (done.by, done.symbol, done.what) == ("Hoàng Đức Long", "21-TTr/VPTW", "Thẩm định.")


def test_papers_of_another_type_are_blocked_with_a_clear_text(lan, office, a_letter, delegate):
    slip = _arrived(lan, office, a_letter, "party-letter", "30-CV/VPTW")

    with pytest.raises(NotAllowed, match="does not cover documents of this type") as refused:
        _direct(delegate, slip, office)

    assert "You are acting for Phạm Quốc Hùng" in str(refused.value)
    assert not slips.verdicts(delegate, slip, at=MONDAY).direct


def test_a_paper_without_a_type_is_not_covered_either(lan, office, a_letter, delegate):
    received = replace(a_letter, laid_before_id=office.chief)
    slip = registry.register_incoming(actor=lan, received=received, at=MONDAY).slip

    with pytest.raises(NotAllowed, match="does not cover"):
        _direct(delegate, slip, office)


def test_after_its_last_day_it_is_over(lan, office, a_letter, delegate):
    slip = _arrived(lan, office, a_letter, "party-submission", "22-TTr/VPTW")

    with pytest.raises(directory.NotInTheirStead):
        directory.actor_in(office.head_of_finance, at=AFTER, for_appointment_id=office.chief)
    # Somebody who had the page open over night is no better off.
    with pytest.raises(NotAllowed, match="No delegation is in force on this day"):
        _direct(delegate, slip, office, at=AFTER)


def test_written_authority_goes_no_further(office, authority):
    with pytest.raises(Refused, match="goes no further"):
        organisation.pass_on(
            actor=OPERATOR, delegation_id=authority.pk, holder_id=office.minh, at=MONDAY
        )
