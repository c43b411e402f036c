"""The desk of a leader for whom 100,000 papers wait, and of a clerk with a million of them."""

import os
from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from django.test import Client

from tests.bench.filling import Filled, fill, what_the_doctor_finds
from tests.bench.looking import asked, read_through
from tests.bench.measuring import Figures, Run, timed
from tests.cast import MONDAY, OPERATOR, Office
from vermilion.accounts import actions as accounts
from vermilion.accounts import queries as account_queries
from vermilion.desk import queries as desk
from vermilion.desk.types import View
from vermilion.desk.wanted import Filters, Layout, Wanted
from vermilion.directory import queries as directory
from vermilion.kernel import clock
from vermilion.registry import queries as registry

pytestmark = pytest.mark.bench

LINES = int(os.environ.get("VERMILION_BENCH_LINES", "1000000"))
FAR = min(1_000, LINES // 10 // desk.PAGE // 2)
"""Pages down."""

RAW_DESK = """
SELECT s.*, d.*, e.number, r.opens_on FROM routing_slip s
JOIN documents_document d ON d.id = s.document_id
JOIN registry_entry e ON e.id = s.entry_id
JOIN registry_series r ON r.id = e.series_id
WHERE s.laid_before_id = %s AND s.standing IN ('directing', 'again') AND s.id < %s
ORDER BY s.id DESC LIMIT 41
"""

RAW_OF_THE_BODY = """
SELECT s.*, d.*, e.number, r.opens_on FROM routing_slip s
JOIN documents_document d ON d.id = s.document_id
JOIN registry_entry e ON e.id = s.entry_id
JOIN registry_series r ON r.id = e.series_id
WHERE s.body_id = %s AND s.standing IN ('closed', 'withdrawn') AND s.id < %s
ORDER BY s.id DESC LIMIT 41
"""

RAW_BOOK = """
SELECT e.*, d.*, r.opens_on FROM registry_entry e
JOIN documents_document d ON d.id = e.document_id
JOIN registry_series r ON r.id = e.series_id
WHERE e.body_id = %s AND e.id < %s
ORDER BY e.id DESC LIMIT 51
"""


@pytest.fixture(scope="module")
def filled(office: Office) -> Filled:
    """A million papers, a hundred thousand of which wait for Minh."""
    found = fill(office, count=LINES, at=MONDAY)
    assert what_the_doctor_finds("registry", "routing", "documents", "tasks") == []
    return found


def _statement_of(ask: Callable[[], object]) -> Run:
    """The time of the longest statement that something asks, without what is made of its rows."""
    with asked() as statements:
        ask()

    def again() -> None:
        with connection.cursor() as cursor:
            cursor.execute(max(statements, key=len).replace("%", "%%"))
            cursor.fetchall()

    return timed(again, times=30)


def _raw(sql: str, whose: int, before: int, count: int) -> Run:
    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, [whose, before])
            assert len(cursor.fetchall()) == count

    return timed(ask, times=30)


class TestDeskOfALeader:
    """A hundred thousand papers wait for one leader's direction."""

    @pytest.fixture
    def minh(self, office: Office, filled: Filled):
        return directory.actor_in(office.minh, at=MONDAY)

    def _page(self, actor, after: str = "", view: View = View.DIRECT) -> list[int]:
        page = desk.waiting(actor, view, at=MONDAY, after=after)
        return [line.id for line in page.lines]

    def test_the_first_page(self, figures: Figures, office: Office, filled: Filled, minh):
        assert self._page(minh) == filled.newest_for_minh(desk.PAGE)
        raw = _raw(RAW_DESK, office.minh, filled.last + 1, desk.PAGE + 1)
        figures.compare(
            "desk: first page, its statement",
            raw=raw,
            ours=_statement_of(lambda: self._page(minh)),
        )
        figures.compare(
            "desk: first page, as lines",
            raw=raw,
            ours=timed(lambda: self._page(minh), times=30),
        )

    def test_a_page_far_down(self, figures: Figures, office: Office, filled: Filled, minh):
        [after] = filled.newest_for_minh(1, after=desk.PAGE * FAR - 1)
        rows = self._page(minh, str(after))
        assert rows == filled.newest_for_minh(desk.PAGE, after=desk.PAGE * FAR)
        figures.compare(
            "desk: page 1,000, its statement",
            raw=_raw(RAW_DESK, office.minh, after, desk.PAGE + 1),
            ours=_statement_of(lambda: self._page(minh, str(after))),
        )
        figures.compare(
            "desk: page 1,000 against the first",
            raw=timed(lambda: self._page(minh), times=30),
            ours=timed(lambda: self._page(minh, str(after)), times=30),
        )

    def test_every_list_asks_once_and_reads_no_big_table_through(self, figures: Figures, minh):
        for view in desk.views_of(minh):
            with asked() as statements:
                self._page(minh, "", view)
            assert read_through(statements) == []
            assert len(statements) == 1
            took = timed(partial(self._page, minh, "", view), times=5)()
            figures.tell(f"desk of a leader: list “{view.value}”", f"{took * 1000:.1f} ms")

    def test_the_counts_are_one_statement_and_stop_at_a_thousand(self, figures: Figures, minh):
        with asked() as statements:
            counted = desk.counts(minh, at=MONDAY)
        assert counted.lists[View.DIRECT] == counted.lists[View.OTHERS] == desk.MANY + 1
        assert len(statements) == 1
        assert read_through(statements) == []
        took = timed(lambda: desk.counts(minh, at=MONDAY), times=5)()
        figures.tell("desk of a leader: all counts, one statement", f"{took * 1000:.1f} ms")

    def test_sorted_and_narrowed(self, figures: Figures, minh):
        for name, wanted in WANTED.items():
            took = timed(partial(desk.page_of, minh, wanted, at=MONDAY), times=3)()
            figures.tell(f"desk of a leader: {name}", f"{took * 1000:.1f} ms")

    def test_the_whole_request(self, figures: Figures, office: Office, filled: Filled):
        client = _client(office.minh)
        get = _getter(client, "/?view=direct")
        get()
        figures.compare(
            "desk: first page, whole request",
            raw=_raw(RAW_DESK, office.minh, filled.last + 1, desk.PAGE + 1),
            ours=timed(get, times=5),
        )
        [after] = filled.newest_for_minh(1, after=desk.PAGE * FAR - 1)
        far = _getter(client, f"/?view=direct&after={after}")
        with asked() as here:
            get()
        with asked() as there:
            far()
        assert abs(len(here) - len(there)) <= 1
        figures.tell("desk: statements of a request", str(len(here)))
        figures.compare(
            "desk: page 1,000 against the first, whole request",
            raw=timed(get, times=5),
            ours=timed(far, times=5),
        )
        assert read_through(here) == []
        paper = _getter(client, f"/?view=direct&chosen={filled.last // 10 * 10}&fragment=thing")
        took = timed(paper, times=5)()
        figures.tell("desk: the paper beside the list, whole request", f"{took * 1000:.0f} ms")


class TestDeskOfAClerk:
    """A million lines in the book of one clerk's body."""

    def test_every_list(self, figures: Figures, office: Office, filled: Filled):
        lan = directory.actor_in(office.lan, at=MONDAY)
        for view in desk.views_of(lan):
            with asked() as statements:
                desk.waiting(lan, view, at=MONDAY)
            assert read_through(statements) == []
            assert len(statements) == 1
            took = timed(partial(desk.waiting, lan, view, at=MONDAY), times=5)()
            figures.tell(f"desk of a clerk: list “{view.value}”", f"{took * 1000:.1f} ms")
        figures.compare(
            "desk of a clerk: closed papers, their statement",
            raw=_raw(RAW_OF_THE_BODY, office.body_id, filled.last + 1, desk.PAGE + 1),
            ours=_statement_of(lambda: desk.waiting(lan, View.DONE, at=MONDAY)),
        )
        took = timed(lambda: desk.counts(lan, at=MONDAY), times=5)()
        figures.tell("desk of a clerk: all counts, one statement", f"{took * 1000:.1f} ms")

    def test_the_whole_request(self, figures: Figures, office: Office, filled: Filled):
        get = _getter(_client(office.lan), "/")
        get()
        took = timed(get, times=5)()
        figures.tell("desk of a clerk: whole request", f"{took * 1000:.0f} ms")


class TestDeskOfASpecialist:
    """Whoever sees little of a large body waits no longer than those who see it all."""

    def test_every_list(self, figures: Figures, office: Office, filled: Filled):
        hoa = directory.actor_in(office.hoa, at=MONDAY)
        for view in desk.views_of(hoa):
            with asked() as statements:
                desk.waiting(hoa, view, at=MONDAY)
            assert read_through(statements) == []
            took = timed(partial(desk.waiting, hoa, view, at=MONDAY), times=3)()
            figures.tell(f"desk of a specialist: list “{view.value}”", f"{took * 1000:.1f} ms")
        took = timed(lambda: desk.counts(hoa, at=MONDAY), times=3)()
        figures.tell("desk of a specialist: all counts, one statement", f"{took * 1000:.1f} ms")


WANTED = {
    "by urgency and deadline": Wanted(view=View.OTHERS, layout=Layout(sort=("-urgency", "due"))),
    "by deadline": Wanted(view=View.OTHERS, layout=Layout(sort=("due",))),
    "by author": Wanted(view=View.DIRECT, layout=Layout(sort=("sender",))),
    "very urgent ones": Wanted(view=View.DIRECT, filters=Filters(urgency=(2,))),
    "from one author": Wanted(view=View.DIRECT, filters=Filters(sender="Bộ Tài chính")),
    "with words": Wanted(view=View.DIRECT, filters=Filters(words="nhiệm vụ thứ 4321")),
}


class TestBook:
    @pytest.fixture
    def lan(self, office: Office, filled: Filled):
        return directory.actor_in(office.lan, at=MONDAY)

    def _page(self, actor, after: str) -> list[int]:
        return [line.pk for line in registry.page_of(registry.incoming(actor), after=after).entries]

    def test_the_first_page(self, figures: Figures, office: Office, filled: Filled, lan):
        assert self._page(lan, "") == list(range(filled.last, filled.last - registry.PAGE, -1))
        with asked() as statements:
            self._page(lan, "")
        assert read_through(statements) == []
        figures.compare(
            "book: first page, its statement",
            raw=_raw(RAW_BOOK, office.body_id, filled.last + 1, registry.PAGE + 1),
            ours=_statement_of(lambda: self._page(lan, "")),
        )
        figures.compare(
            "book: first page, as objects",
            raw=_raw(RAW_BOOK, office.body_id, filled.last + 1, registry.PAGE + 1),
            ours=timed(lambda: self._page(lan, ""), times=30),
        )

    def test_the_thousandth_page(self, figures: Figures, office: Office, filled: Filled, lan):
        after = filled.last - registry.PAGE * FAR
        assert self._page(lan, str(after)) == list(range(after - 1, after - 1 - registry.PAGE, -1))
        figures.compare(
            "book: page 1,000, its statement",
            raw=_raw(RAW_BOOK, office.body_id, after, registry.PAGE + 1),
            ours=_statement_of(lambda: self._page(lan, str(after))),
        )

    def test_the_whole_request(self, figures: Figures, office: Office, filled: Filled):
        from django.urls import reverse

        get = _getter(_client(office.lan), reverse("registry:incoming"))
        get()
        with asked() as statements:
            get()
        figures.tell("book: statements of a request", str(len(statements)))
        assert read_through(statements) == []
        figures.compare(
            "book: first page, whole request",
            raw=_raw(RAW_BOOK, office.body_id, filled.last + 1, registry.PAGE + 1),
            ours=timed(get, times=5),
        )

    def test_words_are_found(self, figures: Figures, lan):
        from vermilion.registry.queries import Wanted

        def ask() -> int:
            return len(
                registry.page_of(
                    registry.incoming(lan, Wanted(words=f"{LINES - 1}-CV/BENCH"))
                ).entries
            )

        assert ask() == 1
        figures.tell("book: one line by its number and notation", f"{timed(ask)() * 1000:.0f} ms")

    @pytest.mark.parametrize(
        ("what", "words"),
        [
            ("by its number", f"{LINES - 7}"),
            ("by words that every line says", "nhiệm vụ chương trình"),
            ("by a word and a number", f"nhiem vu {LINES - 7}"),
            ("by words that no line says", "hoa anh đào"),
        ],
    )
    def test_lines_are_found(self, figures: Figures, lan, what: str, words: str):
        from vermilion.registry.queries import Wanted

        took = timed(
            lambda: len(registry.page_of(registry.incoming(lan, Wanted(words=words))).entries)
        )
        figures.tell(f"book: lines {what}", f"{took() * 1000:.0f} ms")


def _client(appointment: int) -> Client:
    person = directory.seat(appointment).person
    user = account_queries.account_of(person.pk)
    if user is None:
        now = clock.now()
        accounts.open_accounts_in_bulk(actor=OPERATOR, people={person.pk: person.full_name}, at=now)
        user = account_queries.account_of(person.pk)
    client = Client()
    client.force_login(user)
    return client


def _getter(client: Client, path: str) -> Callable[[], None]:
    def get() -> None:
        answer = client.get(path)
        assert answer.status_code == 200, answer.status_code

    return get
