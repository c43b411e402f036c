"""Counts and lists from the same sets; lists read on by key, sorted and narrowed."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import MONDAY, TUESDAY
from vermilion.desk import queries
from vermilion.desk.types import Column, Mode, Spacing, Term, View
from vermilion.desk.wanted import SORTS, Filters, Layout, Wanted
from vermilion.directory import queries as directory
from vermilion.documents.types import Urgency
from vermilion.registry import actions as registry
from vermilion.routing import actions as routing
from vermilion.routing import queries as slips
from vermilion.routing.types import Share
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.types import Part

WEDNESDAY = TUESDAY + timedelta(days=1)


@pytest.fixture
def a_month(office, lan, minh, hoa, a_letter):
    """Two dozen papers, each left at some point of its way; the same ones every time."""
    chance = random.Random(7)  # noqa: S311 - the same month every time
    for number in range(24):
        paper = replace(
            a_letter,
            laid_before_id=chance.choice([office.minh, office.chief]),
            particulars=replace(
                a_letter.particulars,
                symbol=f"{number}-CV/{chance.choice(['VPTW', 'BTC', 'UBKT'])}",
                issuer=chance.choice(["Ban Tổ chức Trung ương", "Văn phòng Tỉnh uỷ", "Ủy ban"]),
                abstract=f"V/v nhiệm vụ thứ {number}",
                urgency=chance.choice(list(Urgency)),
                dated_on=chance.choice([None, a_letter.particulars.dated_on]),
            ),
        )
        entry = registry.register_incoming(actor=lan, received=paper, at=MONDAY)
        slip = slips.slip_of(lan, entry.document_id, at=MONDAY)
        _on_its_way(office, minh, hoa, lan, slip, chance)
    return chance


def _on_its_way(office, minh, hoa, lan, slip, chance):
    """Direct it, take it in, complete it, close it: as far as chance has it."""
    far = chance.randrange(5)
    if far == 0:
        return
    due_at = MONDAY + timedelta(hours=chance.choice([3, 8, 30, 200]))
    holder = chance.choice([{"unit_id": office.it_id}, {"appointment_id": office.hoa}])
    share = Share(part=Part.LEAD, due_at=due_at, **holder)
    routing.direct(actor=minh, slip_id=slip.pk, instruction="Làm.", shares=[share], at=MONDAY)
    if far == 1:
        return
    [task] = duties.open_for(hoa).filter(assignment__slip=slip)
    tasks.take_in(actor=hoa, task_id=task.pk, at=MONDAY)
    if far == 2:
        return
    tasks.complete(actor=hoa, task_id=task.pk, report="Xong.", at=MONDAY)
    if far == 4:
        routing.close(actor=lan, slip_id=slip.pk, note="", at=MONDAY)


def _all(actor, wanted, at=TUESDAY, size=5):
    """Every line of a list, page after page, and how many pages that took."""
    found, after, pages = [], "", 0
    while True:
        page = queries.page_of(actor, replace(wanted, after=after), at=at, size=size)
        found += page.lines
        after, pages = page.after, pages + 1
        if not after:
            return found, pages


def test_every_count_is_the_length_of_its_list(office, a_month):
    for who in ("lan", "minh", "hoa", "chief", "head_of_it", "assistant"):
        actor = directory.actor_in(getattr(office, who), at=TUESDAY)
        # Once an hour it is looked up whether somebody's rights are few.
        queries.counts(actor, at=TUESDAY)

        with CaptureQueriesContext(connection) as asked:
            counted = queries.counts(actor, at=TUESDAY)

        assert len(asked) == 1
        assert [*counted.lists, View.DONE] == queries.views_of(actor)
        for view, number in counted.lists.items():
            lines, _pages = _all(actor, Wanted(view=view))
            assert len(lines) == number, (who, view)


def test_the_lists_part_the_unfinished_among_those_for_whom_they_wait(office, a_month, minh):
    ids = {
        view: {line.id for line in _all(minh, Wanted(view=view))[0]}
        for view in queries.views_of(minh)
    }

    assert ids[View.DIRECT]
    assert ids[View.OTHERS]
    assert ids[View.DONE]
    assert not ids[View.DIRECT] & ids[View.OTHERS]
    assert not (ids[View.DIRECT] | ids[View.OTHERS] | ids[View.LATE]) & ids[View.DONE]


def test_what_is_new_waits_to_be_taken_in_and_what_is_for_today_falls_due(office, a_month, hoa):
    new = {line.document_id for line in _all(hoa, Wanted(view=View.NEW), at=MONDAY)[0]}
    today = {line.document_id for line in _all(hoa, Wanted(view=View.TODAY), at=MONDAY)[0]}

    mine = list(duties.open_for(hoa))
    assert new == {task.subject_id for task in mine if task.state == "given"}
    assert new
    evening = MONDAY.replace(hour=17)
    assert today == {task.subject_id for task in mine if task.due_at and task.due_at < evening}
    assert today


def test_a_list_is_read_on_without_gap_or_repetition_in_any_order(office, a_month, lan):
    for sort in [f"{sign}{key}" for key in SORTS for sign in ("", "-")]:
        wanted = Wanted(view=View.OTHERS, layout=Layout(sort=(sort,)))
        whole = queries.page_of(lan, wanted, at=TUESDAY, size=100).lines

        lines, pages = _all(lan, wanted, size=4)

        assert pages > 2
        assert [line.id for line in lines] == [line.id for line in whole], sort


def test_a_list_is_sorted_by_several_keys(office, a_month, lan):
    wanted = Wanted(view=View.OTHERS, layout=Layout(sort=("-urgency", "due")))

    lines, _pages = _all(lan, wanted)

    def key(line):
        return (-line.urgency, line.due_at is None, line.due_at, -line.id)

    assert [line.id for line in lines] == [line.id for line in sorted(lines, key=key)]
    assert len({line.urgency for line in lines}) > 1


def test_a_page_far_down_asks_as_much_as_the_first(office, a_month, lan):
    wanted = Wanted(view=View.OTHERS)
    first = queries.page_of(lan, wanted, at=TUESDAY, size=3)

    with CaptureQueriesContext(connection) as asked:
        queries.page_of(lan, replace(wanted, after=first.after), at=TUESDAY, size=3)

    assert len(asked) == 1


def test_a_cursor_that_is_none_starts_at_the_top(office, a_month, lan):
    for sort in ((), ("-urgency",), ("due",)):
        wanted = Wanted(view=View.OTHERS, layout=Layout(sort=sort))
        first = queries.page_of(lan, wanted, at=TUESDAY)
        for cursor in ("x", "[1]", '["a", 2]', "{}", "9" * 30, '[1, "\x00"]', "[true, 1]"):
            assert queries.page_of(lan, replace(wanted, after=cursor), at=TUESDAY) == first


def test_filters_narrow_a_list(office, a_month, lan):
    every, _pages = _all(lan, Wanted(view=View.OTHERS))

    def found(**filters):
        wanted = Wanted(view=View.OTHERS, filters=Filters(**filters))
        lines = _all(lan, wanted)[0]
        assert queries.count(lan, wanted, at=TUESDAY) == len(lines)
        return {line.id for line in lines}

    assert found(urgency=(Urgency.FLASH, Urgency.URGENT)) == {
        line.id for line in every if line.urgency in (Urgency.FLASH, Urgency.URGENT)
    }
    assert found(sender="TỈNH UỶ") == {line.id for line in every if "Tỉnh uỷ" in line.issuer}
    assert found(term=Term.LATE) == {
        line.id for line in every if line.due_at and line.due_at < TUESDAY
    }
    assert found(term=Term.NONE) == {line.id for line in every if line.due_at is None}
    assert found(standing=("doing",)) == {line.id for line in every if line.standing == "doing"}
    assert found(words="nhiệm vụ thứ 3") == {
        line.id for line in every if line.abstract.endswith("nhiệm vụ thứ 3")
    }
    assert found(has_file=True) == set()
    assert found(unit_id=office.it_id) | found(appointment_id=office.hoa)
    assert found(since=(MONDAY + timedelta(days=400)).date()) == set()


def test_the_whole_state_is_in_the_address(client, sign_in, office, a_month):
    sign_in(office.lan)
    address = (
        "/?view=others&q=nhi%E1%BB%87m&sort=-urgency,due"
        "&mode=table&columns=number,abstract,leads,urgency,due"
    )

    page = client.get(address).content.decode()

    assert "Take this filter off" in page
    assert 'aria-sort="descending"' in page
    assert 'data-column="leads"' in page
    assert 'data-column="code"' not in page


def test_nonsense_in_an_address_is_passed_over(client, sign_in, office):
    sign_in(office.lan)
    for query in (
        "urgency=9&type=x&since=31/02/2026&unit=-1&state=%00&q=%00&sort=;--&mode=z&columns=,",
        "chosen=99999999999999999999&left=a&saved=99&after=%5B%5D&term=x&file=7",
    ):
        assert client.get(f"/?view=others&{query}").status_code == 200


def test_a_list_asks_a_fixed_number_of_queries(client, sign_in, office, a_month):
    sign_in(office.lan)
    client.get("/?view=others")
    asked = []
    for address in (
        "/?view=others",
        "/?view=late",
        "/?view=others&mode=table&columns=number,leads,type",
    ):
        client.get(address)
        with CaptureQueriesContext(connection) as queries_of_page:
            assert client.get(address).status_code == 200
        asked.append(len(queries_of_page))

    assert asked[0] == asked[1]
    assert asked[2] <= asked[0] + 2


class TestLayout:
    def test_a_layout_is_kept_for_a_person_and_a_list_and_reset(
        self, client, sign_in, office, a_month
    ):
        sign_in(office.lan)
        form = {
            "mode": "table",
            "spacing": "compact",
            "first": "-urgency",
            "second": "due",
            "third": "",
            "shown_number": "on",
            "place_number": "2",
            "shown_due": "on",
            "place_due": "1",
            "width_due": "120",
        }

        answer = client.post("/desk/layouts/others/", form)

        assert answer.status_code == 303
        page = client.get("/?view=others").content.decode()
        assert page.index('data-column="due"') < page.index('data-column="number"')
        assert 'width="120"' in page
        assert 'data-density="compact"' in page
        assert 'data-density="usual"' in client.get("/?view=done").content.decode()
        assert "data-column" not in client.get("/?view=done").content.decode()
        lan = directory.actor_in(office.lan, at=MONDAY)
        assert queries.layout_of(lan, View.OTHERS) == Layout(
            sort=("-urgency", "due"),
            mode=Mode.TABLE,
            columns=(Column.DUE, Column.NUMBER),
            widths={"due": 120},
            spacing=Spacing.COMPACT,
        )

        client.post("/desk/layouts/others/", {"reset": "1"})
        assert queries.layout_of(lan, View.OTHERS) == Layout()

    def test_what_differs_from_the_kept_layout_is_said(self, client, sign_in, office, a_month):
        sign_in(office.lan)
        assert "Changed, not kept" not in client.get("/?view=others").content.decode()
        assert "Changed, not kept" in client.get("/?view=others&sort=due").content.decode()

    def test_an_unknown_list_has_no_layout(self, client, sign_in, office):
        sign_in(office.lan)
        assert client.get("/desk/layouts/nothing/").status_code == 404
