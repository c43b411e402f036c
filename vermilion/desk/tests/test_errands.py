"""What can be done to many papers: each act looked at first, done one by one, undone where free."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.desk import actions, bulk, jobs, queries
from vermilion.desk.tests.test_runs import _direct_to, _planned, _states
from vermilion.desk.types import BulkAct, ItemState
from vermilion.followup.queries import watched
from vermilion.notices.models import Notice
from vermilion.routing import queries as slips
from vermilion.tasks import queries as duties
from vermilion.tasks.models import Task
from vermilion.tasks.types import Part, State

REASON = "Lãnh đạo bận họp cả tuần này."
FRIDAY = (MONDAY + timedelta(days=4)).date()


def does(actor, act, papers, **given):
    run = _planned(actor, act, papers)
    possible = {each.slip.pk: each.possible for each in bulk.outlook(actor, run, at=MONDAY)}
    actions.begin(actor=actor, run_id=run.pk, given={"language": "en", **given}, at=MONDAY)
    jobs.carry_out(run_id=run.pk)
    # What the outlook promises is what comes about; what one may not see is left out of it.
    for item in run.items.all():
        assert (item.state == ItemState.DONE) == possible.get(item.slip_id, False), item.reason
    return run


@pytest.fixture
def given(office, minh, five, the_clock):
    """Five papers, three of them directed to the department of IT."""
    does(minh, BulkAct.DIRECT, five[:3], **_direct_to(office))
    return five


@pytest.fixture
def in_hand(given, hoa):
    does(hoa, BulkAct.TAKE_IN, given[:2])
    return given


def test_many_duties_are_reported_completed_with_the_same_words(hoa, in_hand):
    run = does(hoa, BulkAct.COMPLETE, in_hand, report="Đã tham mưu, trình ký.")

    assert _states(run).count(ItemState.DONE) == 2
    reports = [each.completion.report for each in duties.held_by(hoa).filter(state=State.DONE)]
    assert reports == ["Đã tham mưu, trình ký."] * 2
    assert any("Take it in first" in item.reason for item in run.items.all())


def test_a_leader_sets_another_deadline_for_many_and_one_asks_no_leave_below(minh, hoa, given):
    before = bulk.outlook(minh, _planned(minh, BulkAct.DEADLINE, given), at=MONDAY)
    run = does(minh, BulkAct.DEADLINE, given, until="2026-11-20", reason=REASON)

    assert before[0].effect == "Cục Công nghệ thông tin, due 06/11/2026"
    assert [bool(each.effect) for each in before] == [True] * 3 + [False] * 2
    refused = does(hoa, BulkAct.DEADLINE, given[:1], until="2026-11-27", reason=REASON)

    assert _states(run) == [ItemState.DONE] * 3 + [ItemState.REFUSED] * 2
    days = {each.due_at.date().isoformat() for each in duties.open_for(hoa)}
    assert days == {"2026-11-20"}
    assert _states(refused) == [ItemState.REFUSED]


def test_a_later_deadline_is_asked_for_many(hoa, in_hand):
    does(hoa, BulkAct.EXTEND, in_hand, until="2026-11-20", reason=REASON)

    assert sum(each.extension is not None for each in Task.objects.all()) == 3


def test_many_are_returned_with_one_reason(minh, hoa, given):
    does(hoa, BulkAct.GIVE_BACK, given, reason=REASON, ground="not_ours")

    assert not duties.open_for(hoa).exists()
    assert slips.to_direct(minh, at=MONDAY).count() == 5


def test_parts_of_many_are_given_on(hoa, office, in_hand):
    does(
        hoa,
        BulkAct.SHARE,
        in_hand,
        supports=[f"unit:{office.finance_id}"],
        until="2026-11-04",
        instruction="Cho số liệu.",
    )

    parts = Task.objects.filter(parent__isnull=False)
    assert {(each.unit_id, each.part) for each in parts} == {(office.finance_id, Part.SUPPORT)}
    assert parts.count() == 3


def test_many_papers_are_laid_before_another_leader(lan, minh, office, five, the_clock):
    does(lan, BulkAct.LAY_BEFORE, five, leader=str(office.chief), reason=REASON)

    assert not slips.to_direct(minh, at=MONDAY).exists()


def test_what_is_read_counts_as_read_and_is_seen(head_of_it, given):
    assert Notice.objects.filter(person_id=head_of_it.person_id, unseen__gt=0).count() == 3

    does(head_of_it, BulkAct.READ, given[:2])

    assert Notice.objects.filter(person_id=head_of_it.person_id, unseen__gt=0).count() == 1
    # What is to be done about them is not taken in by reading.
    assert duties.open_for(head_of_it).filter(state=State.GIVEN).count() == 3


def test_whoever_has_them_is_reminded_and_not_twice(minh, given):
    run = does(minh, BulkAct.REMIND, given[:3])
    again = does(minh, BulkAct.REMIND, given[:3])

    assert _states(run) == [ItemState.DONE] * 3
    assert _states(again) == [ItemState.REFUSED] * 3
    assert all("reminded of it already" in each.reason for each in again.items.all()), [
        each.reason for each in again.items.all()
    ]


def test_watching_is_undone_and_what_is_official_is_not(minh, given):
    run = does(minh, BulkAct.WATCH, given)
    assert watched(minh).count() == 5
    back = actions.plan_undoing(actor=minh, run_id=run.pk, at=MONDAY)
    actions.begin(actor=minh, run_id=back.pk, given={"language": "en"}, at=MONDAY)
    jobs.carry_out(run_id=back.pk)
    assert watched(minh).count() == 0

    closing = does(minh, BulkAct.READ, given)
    with pytest.raises(actions.NothingToTakeBack):
        actions.plan_undoing(actor=minh, run_id=closing.pk, at=MONDAY)


@pytest.mark.parametrize(
    "act", [each for each in BulkAct if each not in (BulkAct.TAKE_BACK, BulkAct.DIRECT)]
)
def test_looking_over_many_costs_the_same_few_queries(
    act, minh, given, django_assert_max_num_queries, django_assert_num_queries
):
    few, many = _planned(minh, act, given[:1]), _planned(minh, act, given)
    with django_assert_max_num_queries(16) as needed:
        bulk.outlook(minh, few, at=MONDAY)
    with django_assert_num_queries(len(needed)):
        bulk.outlook(minh, many, at=MONDAY)


@pytest.mark.parametrize("act", [each for each in BulkAct if each != BulkAct.TAKE_BACK])
def test_every_act_has_its_page_and_asks_for_what_it_needs(
    act, client, sign_in, office, lan, minh, hoa, given
):
    offered = {actor: queries.acts_of(actor) for actor in (minh, lan, hoa)}
    assert any(act in acts for acts in offered.values())
    seat = office.minh if act in offered[minh] else office.hoa
    sign_in(seat)
    sent = {"act": act, "slip": [str(each.pk) for each in given], "query": "view=others"}
    planned = client.post("/desk/runs/", sent)

    page = client.get(planned["Location"])

    assert page.status_code == 200
    asks = any(field.field.required for field in page.context["form"])
    begun = client.post(f"{planned['Location']}beginning/", {})
    asked_for = asks or act in (BulkAct.DIRECT, BulkAct.SHARE)
    assert begun.status_code == (422 if asked_for else 303)


def test_a_deadline_is_typed_as_a_day(client, sign_in, office, hoa, given):
    sign_in(office.minh)
    sent = {"act": "deadline", "slip": [str(each.pk) for each in given], "query": "view=others"}
    planned = client.post("/desk/runs/", sent)

    begun = client.post(
        f"{planned['Location']}beginning/", {"until": "20/11/2026", "reason": REASON}
    )
    jobs.carry_out(run_id=queries.runs_of(_minh(office)).first().pk)

    assert begun.status_code == 303
    assert {each.due_at.day for each in duties.open_for(hoa)} == {20}


def _minh(office):
    from vermilion.directory import queries as directory

    return directory.actor_in(office.minh, at=TUESDAY)
