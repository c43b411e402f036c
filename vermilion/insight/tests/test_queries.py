"""Figures count what their lists hold, over what the reader may see."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.cast import MONDAY, TUESDAY
from vermilion.documents.types import Particulars
from vermilion.insight import printing, queries, weekly
from vermilion.insight.types import Cut, Days, Measure
from vermilion.registry import actions as registry
from vermilion.registry.types import Received
from vermilion.routing import actions as routing
from vermilion.routing.models import Slip
from vermilion.routing.types import Share
from vermilion.tasks import actions as tasks
from vermilion.tasks.models import Task
from vermilion.tasks.types import Part

pytestmark = pytest.mark.django_db

NOVEMBER = Days(date(2026, 11, 1), date(2026, 11, 30))
LATER = MONDAY + timedelta(days=10)


def _letter(number):
    return Received(
        particulars=Particulars(
            symbol=f"{number}-CV/VPTW",
            dated_on=date(2026, 10, 30),
            issuer="Ban Tổ chức Trung ương",
            abstract="V/v báo cáo tháng",
        ),
        arrived_on=date(2026, 11, 2),
    )


@pytest.fixture
def a_month(office, lan, minh, head_of_it):
    """Five papers: two directed to IT (one done late, one late), one to finance, two waiting."""
    slips = []
    for number in range(1, 6):
        entry = registry.register_incoming(actor=lan, received=_letter(number), at=MONDAY)
        slips.append(Slip.objects.get(entry=entry))
    for slip, unit in zip(slips, [office.it_id, office.it_id, office.finance_id], strict=False):
        due = MONDAY + timedelta(days=3)
        share = Share(part=Part.LEAD, unit_id=unit, due_at=due)
        routing.direct(actor=minh, slip_id=slip.pk, instruction="Xử lý", shares=[share], at=MONDAY)
    first = Task.objects.order_by("pk")[0]
    tasks.take_in(actor=head_of_it, task_id=first.pk, at=TUESDAY)
    tasks.complete(
        actor=head_of_it,
        task_id=first.pk,
        report="Đã báo cáo đầy đủ.",
        at=MONDAY + timedelta(days=5),
    )
    return slips


def _of(figures):
    return {measure: figure.count for measure, figure in figures}


def test_everything_is_counted_once(a_month, minh):
    counted = _of(queries.totals(minh, NOVEMBER, at=LATER))

    assert counted == {
        Measure.ARRIVED: 5,
        Measure.CLOSED: 0,
        Measure.WAITING: 5,
        Measure.PAPERS_LATE: 2,
        Measure.GIVEN: 3,
        Measure.DONE: 1,
        Measure.DONE_LATE: 1,
        Measure.RETURNED: 0,
        Measure.OPEN: 2,
        Measure.LATE: 2,
    }


@pytest.mark.parametrize("measure", Measure)
def test_a_figure_is_the_length_of_its_list(a_month, minh, measure):
    counted = _of(queries.totals(minh, NOVEMBER, at=LATER))

    found = queries.records(minh, measure, NOVEMBER, Cut(), at=LATER)
    assert found.count() == counted[measure]
    assert (
        len(queries.as_records(list(queries.with_papers(found, measure)), measure))
        == (counted[measure])
    )


def test_other_days_hold_other_things(a_month, minh):
    october = Days(date(2026, 10, 1), date(2026, 10, 31))
    counted = _of(queries.totals(minh, october, at=LATER))

    assert (counted[Measure.ARRIVED], counted[Measure.DONE]) == (0, 0)
    assert counted[Measure.LATE] == 2


def test_units_stand_in_their_order_with_their_share_in_time(a_month, office, minh):
    table = queries.by_unit(minh, NOVEMBER, at=LATER)

    found = {row.label: [figure.count for figure in row.figures] for row in table.rows}
    assert [2, 1, 1, 0, 1, 1] in found.values()
    assert [1, 0, 0, 0, 1, 1] in found.values()
    [of_it] = [row for row in table.rows if row.figures[0].count == 2]
    assert of_it.on_time == 0.0
    for row in table.rows:
        for figure in row.figures:
            assert figure.url.startswith("/figures/records/?of=")


def test_a_unit_opens_to_its_own_duties(a_month, office, minh):
    cut = Cut(unit_id=office.finance_id)
    found = queries.records(minh, Measure.OPEN, NOVEMBER, cut, at=LATER)

    assert [task.unit_id for task in found] == [office.finance_id]


def test_types_and_months_count_all_papers(a_month, minh):
    by_type = queries.by_type(minh, NOVEMBER, at=LATER)
    assert sum(row.figures[0].count for row in by_type.rows) == 5
    by_month = queries.by_month(minh, date(2026, 11, 12), at=LATER)
    assert by_month.rows[0].label == "11/2026"
    assert [figure.count for figure in by_month.rows[0].figures] == [5, 0]
    assert len(by_month.rows) == 12


def test_a_specialist_counts_what_the_unit_may_see(a_month, hoa, tuan):
    assert _of(queries.totals(hoa, NOVEMBER, at=LATER))[Measure.ARRIVED] == 2
    assert not any(_of(queries.totals(tuan, NOVEMBER, at=LATER)).values())


def test_what_is_graded_above_the_clearance_is_not_counted(a_month, minh):
    from vermilion.documents.models import Document

    Document.objects.filter(pk=a_month[0].document_id).update(secrecy=1)
    assert _of(queries.totals(replace(minh, clearance=0), NOVEMBER, at=LATER))[Measure.ARRIVED] == 4


def test_figures_take_a_fixed_number_of_queries(a_month, minh, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        queries.totals(minh, NOVEMBER, at=LATER)
        queries.by_unit(minh, NOVEMBER, at=LATER)
        queries.by_type(minh, NOVEMBER, at=LATER)
        queries.by_month(minh, date(2026, 11, 12), at=LATER)


def test_the_sheet_of_a_week_names_what_is_late_and_what_comes_next(a_month, minh):
    week = Days(date(2026, 11, 2), date(2026, 11, 8))

    on_wednesday = weekly.sheet(minh, week, at=MONDAY + timedelta(days=2))
    assert (len(on_wednesday.late), len(on_wednesday.due)) == (0, 0)
    afterwards = weekly.sheet(minh, week, at=LATER)
    assert [each.who for each in afterwards.late] == [
        task.recipient for task in Task.objects.filter(state="given").order_by("due_at", "id")
    ]
    assert afterwards.before[0] == 0
    content = printing.weekly_sheet(afterwards, actor=minh, at=LATER)
    assert content.startswith(b"%PDF-")


@pytest.fixture
def browser(client, office):
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    person = Appointment.objects.get(pk=office.minh).person
    client.force_login(User.objects.create(person=person, sign_in_name="minh"))
    return client


def test_pages_open_and_their_figures_lead_to_lists(a_month, browser):
    page = browser.get("/figures/?first=01/11/2026&last=30/11/2026")
    assert page.status_code == 200
    url = queries.address(Measure.ARRIVED, NOVEMBER, Cut())
    assert url.replace("&", "&amp;") in page.content.decode()
    listed = browser.get(url).content.decode()
    assert listed.count("-CV/VPTW") == 5

    assert browser.get("/figures/week/?of=2026-W45").status_code == 200
    printed = browser.get("/figures/week/print/?of=2026-W45")
    assert printed["Content-Type"] == "application/pdf"


@pytest.mark.parametrize(
    "address",
    [
        "/figures/records/",
        "/figures/records/?of=everything",
        "/figures/week/?of=2026-W99",
        "/figures/records/?of=open&first=2026-11-30&last=2026-11-01",
    ],
)
def test_what_nobody_counts_is_not_found(db, browser, address):
    assert browser.get(address).status_code == 404


def test_days_the_wrong_way_round_are_said_so(db, browser):
    page = browser.get("/figures/?first=30/11/2026&last=01/11/2026")
    assert page.status_code == 422
