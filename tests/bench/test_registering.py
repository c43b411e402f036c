"""Registering: what a number, a line, its rights, its slip and its traces cost above bare SQL."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import count

import psycopg
import pytest
from django.db import connection

from tests.bench.measuring import Figures, Run
from tests.cast import LONG_AGO, MONDAY, OPERATOR, SINCE, Office
from vermilion.directory import actions as directory
from vermilion.directory import queries
from vermilion.directory.types import BodyData, SeatData
from vermilion.documents.types import Particulars
from vermilion.kernel.actors import Actor, Duty
from vermilion.registry import actions
from vermilion.registry import models as registry
from vermilion.registry import queries as books
from vermilion.registry.types import BookKind, Received

pytestmark = pytest.mark.bench

ALONE, TOGETHER, THREADS, BODIES = 60, 160, 8, 64
AT = MONDAY - timedelta(days=400)
"""In another year than other benches fill."""

NUMBERS = count(1)

BARE = "INSERT INTO bench_row (at, words) VALUES (now(), 'one row, one commit')"

BY_HAND = [
    """INSERT INTO documents_document (symbol, dated_on, issuer, abstract, signer, signer_post,
        competence, urgency, secrecy, circulation, pages, copies, language, note, reply_due_on,
        recorded_at, symbol_key, issuer_key, body_id)
    VALUES (%(symbol)s, %(day)s, 'Bộ Nội vụ', 'V/v thử bằng tay', '', '', '', 0, 0, '', NULL, 1,
        'vi', '', NULL, now(), %(symbol)s, 'bộ nội vụ', %(body)s) RETURNING id""",
    "UPDATE registry_series SET last = last + 1 WHERE id = %(series)s RETURNING last",
    """INSERT INTO registry_entry (series_id, number, body_id, document_id, arrived_on, channel,
        laid_before_id, registered_at, registrar, registrar_post, symbol_key, issuer_key, dated_in,
        second_copy_reason, struck_out, book_id)
    VALUES (%(series)s, %(number)s, %(body)s, %(document)s, %(day)s, 'electronic', NULL, %(day)s,
        'Trần Thị Lan', 'Văn thư', %(symbol)s, 'bộ nội vụ', 2025, '', false, %(book)s)
    RETURNING id""",
    """INSERT INTO bench_trace (id, at, act, subject, body_id, actor, facts, request, seal)
    VALUES (nextval('audit_trace_id_seq'), now(), 'registry.incoming.registered', %(entry)s,
        %(body)s, '{"name": "Trần Thị Lan"}', '{"number": 1}', '', %(seal)s)""",
]


@pytest.fixture(scope="module")
def clerks(office: Office) -> list[Actor]:
    """A clerk in each of 64 bodies with a leader, and Lan before them."""
    made = directory.enter_in_bulk(
        actor=OPERATOR,
        bodies=[
            BodyData(
                key=f"bench-{number}",
                kind="commune-party",
                name=f"Đảng uỷ xã thử {number}",
                seats=(
                    SeatData(full_name=f"Thư {number}", title="Văn thư", duties=(Duty.CLERK,)),
                    SeatData(full_name=f"Bí {number}", title="Bí thư", duties=(Duty.LEADER,)),
                ),
            )
            for number in range(BODIES)
        ],
        at=LONG_AGO,
        on=SINCE,
    )
    seats = [pk for name, pk in made.appointments.items() if "/Văn thư/" in name]
    assert len(seats) == BODIES
    return [queries.actor_in(pk, at=AT) for pk in [office.lan, *seats]]


@pytest.fixture(scope="module")
def by_hand(durable: str, office: Office) -> "ByHand":
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE bench_row (id bigserial PRIMARY KEY, at timestamptz, words text)"
        )
        cursor.execute(
            "CREATE TABLE bench_trace (LIKE audit_trace INCLUDING ALL EXCLUDING IDENTITY)"
        )
    return ByHand(durable, office.neighbour_id)


class ByHand:
    """The same rows by the barest means: one connection a client, four statements and a commit."""

    def __init__(self, address: str, body_id: int) -> None:
        self._address = address
        book, _made = registry.Book.objects.get_or_create(body_id=body_id, kind=BookKind.INCOMING)
        self.series = registry.Series.objects.create(
            book=book, opens_on=date(2025, 1, 1), closes_on=date(2026, 1, 1)
        )
        self._body_id = body_id
        self._here = threading.local()

    @property
    def connection(self) -> psycopg.Connection:
        if not hasattr(self._here, "connection"):
            self._here.connection = psycopg.connect(self._address)
        return self._here.connection

    def bare(self) -> None:
        self.connection.execute(BARE)
        self.connection.commit()

    def register(self) -> None:
        values = {
            "symbol": f"{next(NUMBERS)}/hand",
            "day": AT.date(),
            "body": self._body_id,
            "series": self.series.pk,
            "book": self.series.book_id,
            "seal": b"0" * 32,
        }
        with self.connection.transaction():
            document, counter, line, trace = BY_HAND
            values["document"] = self._one(document, values)
            values["number"] = self._one(counter, values)
            values["entry"] = f"entry:{self._one(line, values)}"
            self.connection.execute(trace, values)

    def _one(self, statement: str, values: dict[str, object]) -> int:
        return self.connection.execute(statement, values).fetchone()[0]


def register(clerk: Actor) -> None:
    particulars = Particulars(
        symbol=f"{next(NUMBERS)}/BENCH",
        dated_on=AT.date(),
        issuer="Bộ Nội vụ",
        abstract="V/v thử tốc độ",
    )
    actions.register_incoming(
        actor=clerk, received=Received(particulars=particulars, arrived_on=AT.date()), at=AT
    )


def rate(act: Callable[[int], object], times: int, threads: int = 1) -> Run:
    """So many a second, by one client or by several at once."""

    def work(client: int) -> None:
        for turn in range(times // threads):
            act(client + turn * threads)

    def run() -> float:
        start = time.perf_counter()
        if threads == 1:
            work(0)
        else:
            with ThreadPoolExecutor(threads) as pool:
                list(pool.map(lambda client: (work(client), connection.close()), range(threads)))
        return times / (time.perf_counter() - start)

    return run


def whole(body_id: int) -> int:
    """How many lines the book has; every number from one on is there once."""
    [state] = [
        each for each in books.state_of_books(body_id=body_id) if each.opens_on.year == AT.year
    ]
    numbers = registry.Entry.objects.filter(
        series__book__body_id=body_id, series__opens_on=state.opens_on
    ).values_list("number", flat=True)
    assert sorted(numbers) == list(range(1, state.last_number + 1))
    return state.last_number


def compared(figures: Figures, name: str, raw: Run, ours: Run) -> None:
    figures.compare(name, raw=raw, ours=ours, unit="/s", scale=1, more_is_better=True)


class TestOneBook:
    def test_one_clerk(self, figures: Figures, clerks, by_hand: ByHand):
        register(clerks[0])
        ours = rate(lambda _turn: register(clerks[0]), ALONE)
        compared(
            figures,
            "registering: one clerk, against by hand",
            rate(lambda _turn: by_hand.register(), ALONE),
            ours,
        )
        compared(
            figures,
            "registering: one clerk, against one bare row",
            rate(lambda _turn: by_hand.bare(), ALONE),
            ours,
        )
        assert whole(clerks[0].own_body) == 1 + 10 * ALONE
        assert whole(by_hand.series.book.body_id) == 5 * ALONE

    def test_eight_clerks_of_one_book(self, figures: Figures, clerks, by_hand: ByHand):
        before = whole(clerks[0].own_body)
        compared(
            figures,
            "registering: eight clerks of one book, against by hand",
            rate(lambda _turn: by_hand.register(), TOGETHER, THREADS),
            rate(lambda _turn: register(clerks[0]), TOGETHER, THREADS),
        )
        assert whole(clerks[0].own_body) == before + 5 * TOGETHER
        whole(by_hand.series.book.body_id)


def test_sixty_four_books(figures: Figures, clerks, by_hand: ByHand):
    others = clerks[1:]
    compared(
        figures,
        "registering: eight clerks of 64 books, against bare rows",
        rate(lambda _turn: by_hand.bare(), TOGETHER, THREADS),
        rate(lambda turn: register(others[turn % BODIES]), TOGETHER, THREADS),
    )
    assert sum(whole(each.own_body) for each in others[:TOGETHER]) == 5 * TOGETHER


def test_the_statements_of_an_act_are_few(figures: Figures, clerks):
    from tests.bench.looking import asked, read_through

    with asked() as statements:
        register(clerks[0])
    figures.tell("registering: statements of one act", str(len(statements)))
    assert read_through(statements) == []
