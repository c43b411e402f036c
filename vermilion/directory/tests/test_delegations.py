"""Situation 10: a leader on leave; and the limits of Decree 30/2020, Article 13."""

from datetime import UTC, date, datetime

import pytest

from tests.cast import MONDAY, OPERATOR, SINCE, TUESDAY, seat
from vermilion.directory import actions, models, queries
from vermilion.directory.actions import days, delegations
from vermilion.directory.types import Authority
from vermilion.kernel.actors import Duty
from vermilion.kernel.refusals import NotAllowed

FIRST_DAY, LAST_DAY = date(2027, 7, 5), date(2027, 7, 15)
AWAY = datetime(2027, 7, 10, 2, tzinfo=UTC)
BACK = datetime(2027, 7, 16, 2, tzinfo=UTC)


@pytest.fixture
def for_finance(office, the_chief):
    """Written authority to the head of finance, for finance papers, 5 to 15 July."""
    return actions.delegate(
        actor=the_chief,
        giver_id=office.chief,
        holder_id=office.head_of_finance,
        authority=Authority.WRITTEN,
        matter="Tài chính",
        document_types=["quyet-toan"],
        basis="Giấy uỷ quyền 01-GUQ/VPTW",
        on=FIRST_DAY,
        until=date(2027, 7, 16),
        at=MONDAY,
    )


def test_the_delegate_acts_in_the_leaders_stead_while_it_lasts(office, for_finance):
    acting = queries.actor_in(office.head_of_finance, at=AWAY, for_appointment_id=office.chief)

    assert acting.for_name == "Phạm Quốc Hùng"
    assert {Duty.LEADER, Duty.HEAD} <= acting.duties
    assert f"post:{office.chief}" in acting.tokens
    [stand_in] = queries.who_stands_in_for(office.chief, at=AWAY)
    assert (stand_in.appointment_id, stand_in.authority, stand_in.matter) == (
        office.head_of_finance,
        Authority.WRITTEN,
        "Tài chính",
    )
    posts = queries.posts_held_by(acting.person_id, at=AWAY)
    assert [each.for_name for each in posts] == ["", "Phạm Quốc Hùng"]


def test_it_covers_its_types_of_documents_and_its_days(office, for_finance):
    def may(at, document_type):
        return queries.may_act_for(
            office.head_of_finance, office.chief, at=at, document_type=document_type
        )

    assert may(AWAY, "quyet-toan")
    assert "does not cover" in may(AWAY, "nhan-su").in_words
    assert "in force" in may(BACK, "quyet-toan").in_words
    with pytest.raises(queries.NotInTheirStead, match="Phạm Quốc Hùng"):
        queries.actor_in(office.head_of_finance, at=BACK, for_appointment_id=office.chief)


def test_the_delegate_cannot_pass_it_on(office, for_finance, head_of_finance):
    with pytest.raises(delegations.GoesNoFurther):
        actions.pass_on(
            actor=head_of_finance,
            delegation_id=for_finance.pk,
            holder_id=office.minh,
            at=AWAY,
        )
    with pytest.raises(delegations.GoesNoFurther):
        actions.delegate(
            actor=head_of_finance,
            giver_id=office.head_of_finance,
            holder_id=office.hoa,
            authority=Authority.WRITTEN,
            matter="Tài chính",
            basis="x",
            until=date(2027, 7, 15),
            at=AWAY,
        )
    assert models.Delegation.objects.count() == 1


@pytest.mark.parametrize(
    ("missing", "refusal"),
    [
        ({"basis": " "}, delegations.BasisMissing),
        ({"matter": ""}, delegations.MatterMissing),
        ({"until": None}, delegations.EndMissing),
        ({"until": date(2026, 1, 1)}, days.EndsBeforeItBegins),
    ],
)
def test_written_authority_is_limited(office, the_chief, missing, refusal):
    given = {"basis": "GUQ 01", "matter": "Tài chính", "until": date(2027, 1, 1), **missing}
    with pytest.raises(refusal):
        actions.delegate(
            actor=the_chief,
            giver_id=office.chief,
            holder_id=office.head_of_finance,
            authority=Authority.WRITTEN,
            at=MONDAY,
            **given,
        )


def test_rights_are_given_by_their_holder_within_the_body(
    office, the_chief, minh, an_administrator
):
    def by_order(actor, giver, holder):
        return actions.delegate(
            actor=actor,
            giver_id=giver,
            holder_id=holder,
            authority=Authority.BY_ORDER,
            at=MONDAY,
        )

    with pytest.raises(NotAllowed):
        by_order(minh, office.chief, office.head_of_it)
    with pytest.raises(delegations.OnlyByHead):
        by_order(minh, office.minh, office.head_of_it)
    with pytest.raises(delegations.OnlyToHeadOfUnit):
        by_order(the_chief, office.chief, office.hoa)
    with pytest.raises(delegations.OnlyWithinTheBody):
        by_order(the_chief, office.chief, office.tuan)
    by_order(an_administrator, office.chief, office.head_of_it)
    with pytest.raises(delegations.StandsInAlready):
        by_order(the_chief, office.chief, office.head_of_it)


def test_by_order_is_passed_on_to_a_deputy_who_signs_for(office, the_chief, head_of_it):
    given = actions.delegate(
        actor=the_chief,
        giver_id=office.chief,
        holder_id=office.head_of_it,
        authority=Authority.BY_ORDER,
        document_types=["cong-van"],
        at=MONDAY,
    )
    with pytest.raises(delegations.OnlyToDeputy):
        actions.pass_on(actor=head_of_it, delegation_id=given.pk, holder_id=office.hoa, at=MONDAY)
    deputy = seat(
        "Phó Cục trưởng",
        body_id=office.body_id,
        unit_id=office.it_id,
        title="Phó Cục trưởng",
        duties=[Duty.SPECIALIST],
        signs_as="kt",
    )
    passed = actions.pass_on(actor=head_of_it, delegation_id=given.pk, holder_id=deputy, at=MONDAY)
    assert (passed.authority, passed.document_types) == ("kt", ["cong-van"])

    actions.end_delegation(actor=the_chief, delegation_id=given.pk, at=TUESDAY)
    assert not queries.may_act_for(deputy, office.head_of_it, at=TUESDAY)
    with pytest.raises(days.AlreadyEnded):
        actions.end_delegation(actor=the_chief, delegation_id=given.pk, at=TUESDAY)


def test_only_a_deputy_is_named_deputy(office, the_chief):
    with pytest.raises(delegations.OnlyToDeputy):
        actions.name_deputy(
            actor=the_chief, giver_id=office.chief, holder_id=office.head_of_it, at=MONDAY
        )
    actions.name_deputy(actor=the_chief, giver_id=office.chief, holder_id=office.minh, at=MONDAY)
    acting = queries.actor_in(office.minh, at=TUESDAY, for_appointment_id=office.chief)
    assert acting.for_name == "Phạm Quốc Hùng"


def test_an_assistant_sees_and_does_not_decide(office, minh, django_assert_num_queries):
    actions.assign_assistant(
        actor=minh, leader_id=office.minh, assistant_id=office.assistant, at=MONDAY
    )
    khanh = queries.actor_in(office.assistant, at=MONDAY)
    assert f"post:{office.minh}" in khanh.tokens
    assert not khanh.has(Duty.LEADER)
    with pytest.raises(queries.NotInTheirStead):
        queries.actor_in(office.assistant, at=MONDAY, for_appointment_id=office.minh)

    [row] = queries.assistants_of(office.body_id, on=date(2026, 11, 2))
    actions.end_assistance(actor=minh, assistance_id=row.pk, at=TUESDAY)
    assert f"post:{office.minh}" not in queries.actor_in(office.assistant, at=TUESDAY).tokens


def test_delegations_end_with_the_post_they_hang_on(office, the_chief):
    actions.name_deputy(actor=the_chief, giver_id=office.chief, holder_id=office.minh, at=MONDAY)
    actions.end_appointment(actor=OPERATOR, appointment_id=office.chief, at=TUESDAY)
    assert queries.who_stands_in_for(office.chief, at=TUESDAY) == []
    assert SINCE < FIRST_DAY < LAST_DAY
