"""What is done about problems, and what is refused."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.cast import MONDAY, TUESDAY
from vermilion.audit import queries as audit
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotAllowed
from vermilion.support import actions, checks, models, queries
from vermilion.support.types import State

pytestmark = pytest.mark.django_db


def _acts(problem):
    return [act.act for act in audit.histories([f"problem:{problem.pk}"])]


def test_a_report_gets_a_number_and_a_working_day(lan, reported):
    problem = reported(lan)

    assert problem.state == State.REPORTED
    assert local_day(problem.due_at, lan.time_zone) == date(2026, 11, 3)
    assert _acts(problem) == ["support.problem.reported"]


def test_a_report_on_friday_falls_due_on_monday(lan, reported):
    friday = MONDAY + timedelta(days=4)

    assert local_day(reported(lan, at=friday).due_at, lan.time_zone) == date(2026, 11, 9)


def test_a_report_that_says_nothing_is_refused(lan, a_report):
    from dataclasses import replace

    with pytest.raises(actions.TooShort):
        actions.report(actor=lan, report=replace(a_report, words="   help   "), at=MONDAY)
    assert not models.Problem.objects.exists()


def test_it_is_taken_answered_and_solved_in_words(lan, an_administrator, reported):
    problem = reported(lan)
    mine = an_administrator.appointment_id

    actions.take(actor=an_administrator, problem_id=problem.pk, owner_id=mine, at=MONDAY)
    actions.answer(
        actor=an_administrator, problem_id=problem.pk, words="Which browser is it?", at=MONDAY
    )
    actions.reply(actor=lan, problem_id=problem.pk, words="The one on the old machine.", at=MONDAY)
    actions.solve(
        actor=an_administrator,
        problem_id=problem.pk,
        how="The machine was given a current browser.",
        release="2026.11",
        at=TUESDAY,
    )

    problem.refresh_from_db()
    assert (problem.state, problem.owner_name) == (State.SOLVED, an_administrator.name)
    assert len(_acts(problem)) == 5
    assert not list(checks.stored_states_are_what_the_steps_say())


def test_nobody_else_deals_with_it(lan, hoa, reported):
    problem = reported(lan)

    with pytest.raises(NotAllowed):
        actions.solve(actor=lan, problem_id=problem.pk, how="It went away by itself.", at=MONDAY)
    with pytest.raises(NotAllowed):
        actions.reply(actor=hoa, problem_id=problem.pk, words="I have it as well.", at=MONDAY)


def test_it_is_put_only_into_the_hands_of_those_who_deal_with_it(
    lan, hoa, an_administrator, reported
):
    problem = reported(lan)

    with pytest.raises(actions.NotOneOfThose):
        actions.take(
            actor=an_administrator,
            problem_id=problem.pk,
            owner_id=hoa.appointment_id,
            at=MONDAY,
        )


def test_a_commune_is_helped_by_those_above_it_found_by_one_query(
    office, django_assert_num_queries
):
    with django_assert_num_queries(2):  # the day on the wall of the body; the people
        helpers = queries.supporters(office.commune_id, MONDAY)

    assert office.an_administrator in helpers
    assert office.lan not in helpers


def test_who_reported_the_same_shares_its_fate(lan, hoa, an_administrator, reported):
    first, second, third = reported(lan), reported(hoa), reported(lan)
    actions.join(actor=an_administrator, problem_id=third.pk, other=second.pk, at=MONDAY)
    actions.join(actor=an_administrator, problem_id=second.pk, other=first.pk, at=MONDAY)

    assert queries.also_waiting(queries.problem(lan, first.pk)) == 2
    actions.solve(
        actor=an_administrator, problem_id=first.pk, how="The index was built anew.", at=TUESDAY
    )

    states = models.Problem.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == [State.SOLVED] * 3


def test_it_is_joined_neither_to_itself_nor_to_what_has_ended(lan, an_administrator, reported):
    first, second = reported(lan), reported(lan)
    actions.decline(
        actor=an_administrator, problem_id=second.pk, reason="It is meant to be so.", at=MONDAY
    )

    for other in (first.pk, second.pk, 987_654):
        with pytest.raises(actions.NotToBeJoined):
            actions.join(actor=an_administrator, problem_id=first.pk, other=other, at=MONDAY)


def test_another_day_needs_a_reason_and_lies_ahead(lan, an_administrator, reported):
    problem = reported(lan)
    words = {"actor": an_administrator, "problem_id": problem.pk, "at": TUESDAY}

    with pytest.raises(actions.TooShort):
        actions.postpone(due_on=date(2026, 11, 20), reason="later", **words)
    with pytest.raises(actions.DayHasPassed):
        actions.postpone(due_on=date(2026, 11, 2), reason="The part must be ordered.", **words)
    actions.postpone(due_on=date(2026, 11, 20), reason="The part must be ordered.", **words)

    problem.refresh_from_db()
    assert local_day(problem.due_at, lan.time_zone) == date(2026, 11, 20)


def test_whoever_reported_it_reopens_it_with_a_new_day(lan, hoa, an_administrator, reported):
    problem = reported(lan)
    actions.solve(
        actor=an_administrator, problem_id=problem.pk, how="Switched off and on again.", at=MONDAY
    )

    with pytest.raises(NotAllowed):
        actions.reopen(
            actor=hoa, problem_id=problem.pk, reason="It is still like that.", at=TUESDAY
        )
    actions.reopen(actor=lan, problem_id=problem.pk, reason="It is still like that.", at=TUESDAY)

    problem.refresh_from_db()
    assert problem.state == State.REPORTED
    assert local_day(problem.due_at, lan.time_zone) == date(2026, 11, 4)


def test_the_database_keeps_what_is_in_hand_with_an_owner(lan, reported):
    problem = reported(lan)

    with pytest.raises(IntegrityError), transaction.atomic():
        models.Problem.objects.filter(pk=problem.pk).update(state=State.IN_HAND)


def test_the_doctor_sees_a_state_that_no_step_made(lan, reported):
    problem = reported(lan)
    models.Problem.objects.filter(pk=problem.pk).update(state=State.SOLVED)

    [finding] = checks.stored_states_are_what_the_steps_say()
    assert finding.subject == f"problem:{problem.pk}"


def test_both_sides_are_told_and_nobody_of_the_own_act(lan, an_administrator, reported):
    from vermilion.notices.models import Notice

    problem = reported(lan)
    told = {notice.holder_id for notice in Notice.objects.all()}
    assert an_administrator.appointment_id in told
    assert lan.appointment_id not in told

    actions.answer(
        actor=an_administrator, problem_id=problem.pk, words="Which browser is it?", at=MONDAY
    )
    [mine] = Notice.objects.filter(holder_id=lan.appointment_id)
    assert mine.url == f"/support/problems/{problem.pk}/"
