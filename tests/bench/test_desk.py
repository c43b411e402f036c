"""The desk of a leader with 100,000 slips, the book of a clerk with 200,000 lines."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client

from tests.bench.filling import fill, what_the_doctor_finds
from tests.bench.looking import asked, read_through
from tests.bench.measuring import Figures, Run, timed
from tests.cast import MONDAY, OPERATOR, Office
from vermilion.accounts import actions as accounts
from vermilion.accounts import queries as account_queries
from vermilion.desk import queries as desk
from vermilion.desk.types import View
from vermilion.directory import queries as directory
from vermilion.kernel import clock
from vermilion.registry import queries as registry

pytestmark = pytest.mark.bench

LINES = 200_000
FAR = 1_000
"""Pages down."""

RAW_DESK = """
SELECT s.*, d.*, e.number, r.opens_on FROM routing_slip s
JOIN documents_document d ON d.id = s.document_id
JOIN registry_entry e ON e.id = s.entry_id
JOIN registry_series r ON r.id = e.series_id
WHERE s.laid_before_id = %s AND s.standing IN ('directing', 'again') AND s.id < %s
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
def filled(office: Office) -> int:
    """The number of the last slip, which is also that of its line and its document."""
    base = fill(office, count=LINES, at=MONDAY)
    assert what_the_doctor_finds("registry", "routing", "documents", "tasks") == []
    return base + LINES


def _statement_of(ask: Callable[[], object]) -> Run:
    """The time of the first statement that something asks, without what is made of its rows."""
    with asked() as statements:
        ask()

    def again() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statements[0].replace("%", "%%"))
            cursor.fetchall()

    return timed(again, times=30)


def _raw(sql: str, whose: int, before: int, count: int) -> Run:
    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, [whose, before])
            assert len(cursor.fetchall()) == count

    return timed(ask, times=30)


class TestDesk:
    @pytest.fixture
    def minh(self, office: Office, filled: int):
        return directory.actor_in(office.minh, at=MONDAY)

    def _page(self, actor, after: str, view: View = View.DIRECT) -> list[int]:
        page = desk.waiting(actor, view, at=MONDAY, after=after)
        return [slip.pk for slip in page.rows]

    def test_the_first_page(self, figures: Figures, office: Office, filled: int, minh):
        rows = self._page(minh, "")
        assert rows == list(range(filled, filled - 2 * desk.PAGE, -2))
        figures.compare(
            "desk: first page, its statement",
            raw=_raw(RAW_DESK, office.minh, filled + 1, desk.PAGE + 1),
            ours=_statement_of(lambda: self._page(minh, "")),
        )
        figures.compare(
            "desk: first page, as objects",
            raw=_raw(RAW_DESK, office.minh, filled + 1, desk.PAGE + 1),
            ours=timed(lambda: self._page(minh, ""), times=30),
        )

    def test_the_thousandth_page(self, figures: Figures, office: Office, filled: int, minh):
        after = filled - 2 * desk.PAGE * FAR
        rows = self._page(minh, str(after))
        assert rows == list(range(after - 2, after - 2 - 2 * desk.PAGE, -2))
        figures.compare(
            "desk: page 1,000, its statement",
            raw=_raw(RAW_DESK, office.minh, after, desk.PAGE + 1),
            ours=_statement_of(lambda: self._page(minh, str(after))),
        )
        figures.compare(
            "desk: page 1,000 against the first",
            raw=timed(lambda: self._page(minh, ""), times=30),
            ours=timed(lambda: self._page(minh, str(after)), times=30),
        )

    @pytest.mark.parametrize("view", list(View))
    def test_no_list_reads_a_big_table_through(self, figures: Figures, minh, view: View):
        with asked() as statements:
            self._page(minh, "", view)
        assert read_through(statements) == []
        assert len(statements) <= 2
        figures.tell(
            f"desk: list “{view.value}”",
            f"{timed(lambda: self._page(minh, '', view), times=5)() * 1000:.1f} ms",
        )

    def test_the_counts_stop_at_a_thousand(self, figures: Figures, minh):
        with asked() as statements:
            counted = desk.counts(minh, at=MONDAY)
        assert counted[View.DIRECT] == desk.MANY + 1
        assert len(statements) == len(desk.views_of(minh))
        assert read_through(statements) == []
        took = timed(lambda: desk.counts(minh, at=MONDAY), times=5)()
        figures.tell("desk: all counts", f"{took * 1000:.1f} ms")

    def test_the_whole_request(self, figures: Figures, office: Office, filled: int):
        client = _client(office.minh)
        get = _getter(client, "/?view=direct")
        get()
        figures.compare(
            "desk: first page, whole request",
            raw=_raw(RAW_DESK, office.minh, filled + 1, desk.PAGE + 1),
            ours=timed(get, times=5),
        )
        far = _getter(client, f"/?view=direct&after={filled - 2 * desk.PAGE * FAR}")
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


class TestBook:
    @pytest.fixture
    def lan(self, office: Office, filled: int):
        return directory.actor_in(office.lan, at=MONDAY)

    def _page(self, actor, after: str) -> list[int]:
        return [line.pk for line in registry.page_of(registry.incoming(actor), after=after).entries]

    def test_the_first_page(self, figures: Figures, office: Office, filled: int, lan):
        assert self._page(lan, "") == list(range(filled, filled - registry.PAGE, -1))
        with asked() as statements:
            self._page(lan, "")
        assert read_through(statements) == []
        figures.compare(
            "book: first page, its statement",
            raw=_raw(RAW_BOOK, office.body_id, filled + 1, registry.PAGE + 1),
            ours=_statement_of(lambda: self._page(lan, "")),
        )
        figures.compare(
            "book: first page, as objects",
            raw=_raw(RAW_BOOK, office.body_id, filled + 1, registry.PAGE + 1),
            ours=timed(lambda: self._page(lan, ""), times=30),
        )

    def test_the_thousandth_page(self, figures: Figures, office: Office, filled: int, lan):
        after = filled - registry.PAGE * FAR
        assert self._page(lan, str(after)) == list(range(after - 1, after - 1 - registry.PAGE, -1))
        figures.compare(
            "book: page 1,000, its statement",
            raw=_raw(RAW_BOOK, office.body_id, after, registry.PAGE + 1),
            ours=_statement_of(lambda: self._page(lan, str(after))),
        )

    def test_the_whole_request(self, figures: Figures, office: Office, filled: int):
        from django.urls import reverse

        get = _getter(_client(office.lan), reverse("registry:incoming"))
        get()
        with asked() as statements:
            get()
        figures.tell("book: statements of a request", str(len(statements)))
        assert read_through(statements) == []
        figures.compare(
            "book: first page, whole request",
            raw=_raw(RAW_BOOK, office.body_id, filled + 1, registry.PAGE + 1),
            ours=timed(get, times=5),
        )

    def test_words_are_found(self, figures: Figures, lan):
        from vermilion.registry.queries import Wanted

        def ask() -> int:
            return len(
                registry.page_of(registry.incoming(lan, Wanted(words="199999-CV/BENCH"))).entries
            )

        assert ask() == 1
        figures.tell("book: one line by its number and notation", f"{timed(ask)() * 1000:.0f} ms")


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
