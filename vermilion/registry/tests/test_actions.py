from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from tests.cast import MONDAY, TUESDAY
from vermilion.access import queries as access
from vermilion.access.types import Cause
from vermilion.audit.models import Trace
from vermilion.kernel.refusals import NotAllowed
from vermilion.kernel.types import Subject
from vermilion.registry import models, queries
from vermilion.registry.actions import (
    AlreadyRegistered,
    NoLeaderHere,
    NoTermOpen,
    NotYetArrived,
    correct,
    open_term,
    register_incoming,
    settle_turnover,
    strike_out,
)
from vermilion.registry.types import Turnover


def test_a_letter_gets_the_next_number_of_the_year(lan, a_letter, another_letter):
    first = register_incoming(actor=lan, received=a_letter, at=MONDAY)
    second = register_incoming(actor=lan, received=another_letter, at=TUESDAY)

    assert [first.number, second.number] == [1, 2]
    assert first.registrar == lan.name
    [trace] = Trace.objects.filter(act="registry.incoming.registered", subject=f"entry:{first.pk}")
    assert trace.facts["number"] == 1


def test_the_same_letter_is_refused_and_uses_no_number(lan, a_letter):
    register_incoming(actor=lan, received=a_letter, at=MONDAY)

    with pytest.raises(AlreadyRegistered, match="as number 01"):
        register_incoming(actor=lan, received=a_letter, at=TUESDAY)

    [book] = queries.state_of_books(body_id=lan.body_id)
    assert (book.last_number, book.entered, book.has_gaps) == (1, 1, False)


@pytest.mark.parametrize(
    "spelling", ["1568 - CV/VPTW", "1568–cv/vptw", "01568-CV/VPTW", " 1568-CV / VPTW "]
)
def test_a_twin_is_known_however_it_is_spelled(lan, a_letter, spelling):
    register_incoming(actor=lan, received=a_letter, at=MONDAY)
    twin = replace(a_letter, particulars=replace(a_letter.particulars, symbol=spelling))

    with pytest.raises(AlreadyRegistered):
        register_incoming(actor=lan, received=twin, at=TUESDAY)


def test_a_second_copy_needs_the_reason_of_the_clerk(lan, a_letter):
    register_incoming(actor=lan, received=a_letter, at=MONDAY)

    again = replace(a_letter, second_copy_reason="Bản giấy có bút tích khác với bản điện tử")
    second = register_incoming(actor=lan, received=again, at=TUESDAY)

    assert second.number == 2


def test_a_letter_without_number_has_no_twin(lan, a_letter):
    bare = replace(a_letter, particulars=replace(a_letter.particulars, symbol=""))

    assert [register_incoming(actor=lan, received=bare, at=MONDAY).number for _ in "12"] == [1, 2]


def test_a_struck_out_letter_may_be_entered_again_under_a_new_number(lan, a_letter):
    first = register_incoming(actor=lan, received=a_letter, at=MONDAY)
    strike_out(actor=lan, entry_id=first.pk, reason="Nhập nhầm sổ của cơ quan khác", at=MONDAY)

    assert register_incoming(actor=lan, received=a_letter, at=TUESDAY).number == 2


def test_the_book_turns_over_at_local_midnight(lan, a_letter):
    one_in_the_morning = datetime(2026, 12, 31, 18, 0, tzinfo=UTC)  # already 2027 in Hanoi

    entry = register_incoming(actor=lan, received=a_letter, at=one_in_the_morning)

    assert (entry.series.opens_on, entry.number) == (date(2027, 1, 1), 1)


def test_a_december_letter_registered_in_january_gets_a_number_of_the_new_year(
    lan, a_letter, another_letter
):
    register_incoming(actor=lan, received=another_letter, at=MONDAY)
    in_january = datetime(2027, 1, 5, 2, 0, tzinfo=UTC)

    entry = register_incoming(actor=lan, received=a_letter, at=in_january)

    assert (entry.series.opens_on.year, entry.number) == (2027, 1)
    assert entry.document.dated_on == date(2026, 10, 30)


def test_a_book_that_runs_by_term_starts_again_after_the_congress(lan, a_letter, another_letter):
    settle_turnover(actor=lan, turnover=Turnover.TERM, at=MONDAY)
    with pytest.raises(NoTermOpen):
        register_incoming(actor=lan, received=a_letter, at=MONDAY)
    open_term(actor=lan, name="2021–2026", opens_on=date(2021, 2, 2), at=MONDAY)
    old = register_incoming(actor=lan, received=a_letter, at=MONDAY)

    open_term(actor=lan, name="2026–2031", opens_on=date(2026, 11, 3), at=TUESDAY)
    new = register_incoming(actor=lan, received=another_letter, at=TUESDAY)

    assert (old.number, new.number) == (1, 1)
    assert old.series_id != new.series_id


def test_nothing_arrives_in_the_future(lan, a_letter):
    with pytest.raises(NotYetArrived):
        register_incoming(
            actor=lan, received=replace(a_letter, arrived_on=date(2026, 11, 3)), at=MONDAY
        )


def test_only_a_clerk_registers(minh, a_letter):
    with pytest.raises(NotAllowed, match="Only a clerk"):
        register_incoming(actor=minh, received=a_letter, at=MONDAY)


def test_a_stranger_strikes_nothing_out(lan, a_stranger, a_letter):
    entry = register_incoming(actor=lan, received=a_letter, at=MONDAY)

    with pytest.raises(NotAllowed, match="another body"):
        strike_out(actor=a_stranger, entry_id=entry.pk, reason="Không thuộc chúng tôi", at=TUESDAY)


def test_a_line_is_struck_out_once(lan, a_letter):
    entry = register_incoming(actor=lan, received=a_letter, at=MONDAY)
    strike_out(actor=lan, entry_id=entry.pk, reason="Văn bản gửi nhầm địa chỉ", at=MONDAY)

    with pytest.raises(NotAllowed, match="struck out already"):
        strike_out(actor=lan, entry_id=entry.pk, reason="Lại gạch bỏ lần nữa", at=TUESDAY)


def test_clerks_and_leaders_of_the_body_see_what_is_registered_and_know_why(
    lan, minh, hoa, a_stranger, a_letter
):
    entry = register_incoming(actor=lan, received=a_letter, at=MONDAY)
    document = Subject("document", entry.document_id)

    assert access.may_see(lan, document, at=TUESDAY)
    assert access.may_see(minh, document, at=TUESDAY)
    assert not access.may_see(hoa, document, at=TUESDAY)
    assert not access.may_see(a_stranger, document, at=TUESDAY)
    assert Cause.REGISTERED in [each.cause for each in access.why(lan, document, at=TUESDAY)]


def test_a_correction_keeps_the_number_and_moves_the_twin(lan, a_letter):
    entry = register_incoming(actor=lan, received=a_letter, at=MONDAY)
    right = replace(a_letter.particulars, symbol="1570-CV/VPTW")

    correct(actor=lan, entry_id=entry.pk, particulars=right, reason="Đọc nhầm số", at=TUESDAY)

    entry.refresh_from_db()
    assert (entry.number, entry.document.symbol) == (1, "1570-CV/VPTW")
    assert register_incoming(actor=lan, received=a_letter, at=TUESDAY).number == 2


def test_a_correction_does_not_make_a_twin(lan, a_letter, another_letter):
    register_incoming(actor=lan, received=a_letter, at=MONDAY)
    second = register_incoming(actor=lan, received=another_letter, at=MONDAY)

    with pytest.raises(AlreadyRegistered):
        correct(
            actor=lan,
            entry_id=second.pk,
            particulars=a_letter.particulars,
            reason="Sửa số văn bản",
            at=TUESDAY,
        )


class TestTheDatabaseKeepsThePromise:
    """Whatever code runs above, the book stays whole."""

    @pytest.fixture
    def entry(self, lan, a_letter) -> models.Entry:
        return register_incoming(actor=lan, received=a_letter, at=MONDAY)

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE registry_series SET last = last - 1",
            "UPDATE registry_series SET last = last + 2",
            "UPDATE registry_series SET last = last + 1",
            "DELETE FROM registry_entry",
            "UPDATE registry_entry SET number = 7",
            "UPDATE registry_entry SET registrar = 'x'",
            "UPDATE registry_entry SET arrived_on = '2026-01-01'",
        ],
    )
    def test_no_statement_breaks_a_book(self, entry, statement):
        with pytest.raises(IntegrityError), transaction.atomic():
            _execute(statement, "SET CONSTRAINTS ALL IMMEDIATE")

    def test_a_striking_is_not_undone(self, lan, entry):
        strike_out(actor=lan, entry_id=entry.pk, reason="Văn bản gửi nhầm địa chỉ", at=MONDAY)

        with pytest.raises(IntegrityError), transaction.atomic():
            models.Striking.objects.all().delete()
        with pytest.raises(IntegrityError), transaction.atomic():
            models.Entry.objects.update(struck_out=False)


def _execute(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.mark.parametrize("whom", ["hoa", "head_of_commune", "a_stranger", "nobody"])
def test_a_document_is_laid_before_a_leader_of_the_body_alone(lan, a_letter, office, whom):
    appointment = 2**62 if whom == "nobody" else getattr(office, whom)

    with pytest.raises(NoLeaderHere):
        register_incoming(
            actor=lan, received=replace(a_letter, laid_before_id=appointment), at=MONDAY
        )

    entry = register_incoming(
        actor=lan, received=replace(a_letter, laid_before_id=office.minh), at=MONDAY
    )
    assert (entry.number, entry.laid_before_id) == (1, office.minh)
