"""One act on many papers: looked at first, done one by one, tried again, taken back."""

import re
from datetime import timedelta

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.desk import actions, bulk, jobs, queries
from vermilion.desk.types import BulkAct, ItemState, View
from vermilion.desk.wanted import Wanted
from vermilion.kernel.refusals import NotAllowed, NotFound
from vermilion.routing import queries as slips
from vermilion.routing.types import Share
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.types import Part

DIRECTION = {
    "instruction": "Tham mưu.",
    "language": "en",
}


def _planned(actor, act, papers, at=MONDAY):
    return actions.plan(
        actor=actor, act=act, view="direct", query="", slip_ids=[each.pk for each in papers], at=at
    )


def _direct_to(office):
    share = Share(part=Part.LEAD, unit_id=office.it_id, due_at=TUESDAY + timedelta(days=3))
    return {**DIRECTION, "shares": bulk.given_shares([share])}


def _states(run):
    return list(run.items.order_by("id").values_list("state", flat=True))


def test_many_papers_are_directed_at_once_and_each_says_what_came_of_it(
    office, minh, hoa, five, the_clock
):
    run = _planned(minh, BulkAct.DIRECT, five)
    assert [each.possible for each in bulk.outlook(minh, run, at=MONDAY)] == [True] * 5

    actions.begin(actor=minh, run_id=run.pk, given=_direct_to(office), at=MONDAY)
    jobs.carry_out(run_id=run.pk)

    run = queries.run(minh, run.pk)
    assert (run.papers, run.done, run.ended_at is not None) == (5, 5, True)
    assert duties.open_for(hoa).count() == 5
    assert slips.to_direct(minh, at=MONDAY).count() == 0


def test_what_is_not_possible_is_said_before_and_after_and_stops_nothing_else(
    office, minh, lan, five, the_clock
):
    done = _planned(minh, BulkAct.DIRECT, five[:2])
    actions.begin(actor=minh, run_id=done.pk, given=_direct_to(office), at=MONDAY)
    jobs.carry_out(run_id=done.pk)
    run = _planned(minh, BulkAct.CLOSE, five)

    reasons = {each.reason for each in bulk.outlook(minh, run, at=MONDAY)}
    actions.begin(actor=minh, run_id=run.pk, given={"note": "", "language": "en"}, at=MONDAY)
    jobs.carry_out(run_id=run.pk)

    assert reasons == {
        "0 of 1 leads are done; it can be closed when all are.",
        "A leader has not directed it yet.",
    }
    assert _states(run) == [ItemState.REFUSED] * 5
    assert any("has not directed" in item.reason for item in run.items.all())


def test_only_what_was_not_done_is_tried_again(office, minh, hoa, five, the_clock):
    direct = _planned(minh, BulkAct.DIRECT, five[:2])
    actions.begin(actor=minh, run_id=direct.pk, given=_direct_to(office), at=MONDAY)
    jobs.carry_out(run_id=direct.pk)
    run = _planned(hoa, BulkAct.TAKE_IN, five)
    actions.begin(actor=hoa, run_id=run.pk, given={"language": "en"}, at=MONDAY)
    jobs.carry_out(run_id=run.pk)
    assert _states(run) == [ItemState.DONE] * 2 + [ItemState.REFUSED] * 3

    rest = _planned(minh, BulkAct.DIRECT, five[2:4])
    actions.begin(actor=minh, run_id=rest.pk, given=_direct_to(office), at=MONDAY)
    jobs.carry_out(run_id=rest.pk)
    assert actions.repeat(actor=hoa, run_id=run.pk, at=MONDAY) == 3
    jobs.carry_out(run_id=run.pk)

    assert _states(run) == [ItemState.DONE] * 4 + [ItemState.REFUSED]


def test_shares_that_nobody_took_in_are_taken_back_and_the_others_stay(
    office, minh, hoa, five, the_clock
):
    run = _planned(minh, BulkAct.DIRECT, five)
    actions.begin(actor=minh, run_id=run.pk, given=_direct_to(office), at=MONDAY)
    jobs.carry_out(run_id=run.pk)
    [task] = duties.open_for(hoa).filter(assignment__slip=five[0])
    tasks.take_in(actor=hoa, task_id=task.pk, at=MONDAY)

    back = actions.plan_undoing(actor=minh, run_id=run.pk, at=MONDAY)
    assert [each.possible for each in bulk.outlook(minh, back, at=MONDAY)] == [False] + [True] * 4
    given = {"reason": "Chuyển nhầm đơn vị.", "language": "en"}
    actions.begin(actor=minh, run_id=back.pk, given=given, at=MONDAY)
    jobs.carry_out(run_id=back.pk)

    assert _states(back) == [ItemState.REFUSED] + [ItemState.DONE] * 4
    assert duties.open_for(hoa).count() == 1


def test_a_run_goes_on_where_it_was_killed(office, minh, five, the_clock, monkeypatch):
    run = _planned(minh, BulkAct.DIRECT, five)
    actions.begin(actor=minh, run_id=run.pk, given=_direct_to(office), at=MONDAY)
    carried_out, did = bulk.carry_out, []

    def killed_at_the_third(*args, **kwargs):
        if len(did) == 2:
            raise SystemExit
        did.append(carried_out(*args, **kwargs))

    with monkeypatch.context() as killing:
        killing.setattr(bulk, "carry_out", killed_at_the_third)
        with pytest.raises(SystemExit):
            jobs.carry_out(run_id=run.pk)
    assert _states(run) == [ItemState.DONE] * 2 + [ItemState.WAITING] * 3

    jobs.carry_out(run_id=run.pk)
    jobs.carry_out(run_id=run.pk)

    assert _states(run) == [ItemState.DONE] * 5
    assert all(slips.directions_on(each) and len(slips.directions_on(each)) == 1 for each in five)


def test_a_run_belongs_to_who_planned_it_in_that_post(office, minh, lan, hoa, five):
    run = _planned(minh, BulkAct.CLOSE, five)

    with pytest.raises(NotFound):
        queries.run(lan, run.pk)
    for act in (actions.begin, actions.stop, actions.repeat):
        with pytest.raises(NotAllowed):
            act(
                actor=hoa,
                run_id=run.pk,
                at=MONDAY,
                **({"given": {}} if act is actions.begin else {}),
            )
    actions.begin(actor=minh, run_id=run.pk, given={}, at=MONDAY)
    with pytest.raises(NotAllowed, match="begun already"):
        actions.begin(actor=minh, run_id=run.pk, given={}, at=MONDAY)


def test_a_stopped_run_does_no_further_paper(office, minh, five, the_clock):
    run = _planned(minh, BulkAct.DIRECT, five)
    actions.begin(actor=minh, run_id=run.pk, given=_direct_to(office), at=MONDAY)
    actions.stop(actor=minh, run_id=run.pk, at=MONDAY)

    jobs.carry_out(run_id=run.pk)

    assert _states(run) == [ItemState.WAITING] * 5


def test_nothing_marked_is_refused(minh):
    with pytest.raises(actions.NothingMarked):
        actions.plan(actor=minh, act=BulkAct.CLOSE, view="direct", query="", slip_ids=[], at=MONDAY)


def test_only_papers_of_the_list_are_meant(office, minh, hoa, five):
    ids = [each.pk for each in five]

    assert queries.slips_meant(minh, Wanted(view=View.DIRECT), [ids[1], 999], at=MONDAY) == [ids[1]]
    assert sorted(queries.slips_meant(minh, Wanted(view=View.DIRECT), None, at=MONDAY)) == ids
    assert queries.slips_meant(hoa, Wanted(view=View.OTHERS), None, at=MONDAY) == []


def test_a_thousand_papers_cost_the_same_few_queries_to_look_over(
    office, minh, five, django_assert_num_queries
):
    few = _planned(minh, BulkAct.DIRECT, five[:1])
    many = _planned(minh, BulkAct.DIRECT, five)
    with django_assert_num_queries(2):
        bulk.outlook(minh, few, at=MONDAY)
    with django_assert_num_queries(2):
        bulk.outlook(minh, many, at=MONDAY)


def test_the_whole_way_is_walked_on_the_pages(client, sign_in, office, minh, five, the_clock):
    sign_in(office.minh)
    marked = [str(each.pk) for each in five[:3]]

    planned = client.post("/desk/runs/", {"act": "direct", "slip": marked, "query": "view=direct"})
    page = client.get(planned["Location"])
    assert "It is possible for 3 papers." in page.content.decode()
    refused = client.post(f"{planned['Location']}beginning/", {"instruction": ""})
    assert refused.status_code == 422
    begun = client.post(
        f"{planned['Location']}beginning/",
        {"leads": f"unit:{office.it_id}", "due_on": "06/11/2026", "instruction": "Làm."},
    )
    assert begun.status_code == 303
    run = queries.runs_of(minh).get()
    jobs.carry_out(run_id=run.pk)

    page = client.get(planned["Location"]).content.decode()
    assert "3 done" in page
    assert client.get(f"{planned['Location']}?fragment=progress").status_code == 200
    assert client.get("/desk/runs/").status_code == 200
    sign_in(office.hoa)
    assert client.get(planned["Location"]).status_code == 404


def test_all_that_match_are_meant_with_one_box(client, sign_in, office, minh, five):
    sign_in(office.minh)

    client.post("/desk/runs/", {"act": "direct", "all": "1", "query": "view=direct&q=3-CV"})

    run = queries.runs_of(minh).get()
    assert [item.slip_id for item in run.items.all()] == [five[3].pk]


def test_marked_papers_are_taken_as_a_sheet_and_get_labels(client, sign_in, office, lan, five):
    sign_in(office.lan)
    marked = [str(each.pk) for each in five[:2]]

    sheet = client.post("/desk/runs/", {"act": "sheet", "slip": marked, "query": "view=others"})
    labels = client.post("/desk/runs/", {"act": "labels", "slip": marked, "query": "view=others"})

    assert client.get(sheet["Location"])["Content-Disposition"].endswith('.xlsx"')
    assert sorted(re.findall(r"slip=(\d+)", sheet["Location"])) == sorted(marked)
    entries = re.findall(r"entry=(\d+)", labels["Location"])
    assert sorted(entries) == sorted(str(each.entry_id) for each in five[:2])
    assert not queries.runs_of(lan).exists()
