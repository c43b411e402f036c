"""The log: what a trace costs its act, how fast the tree grows, what reading it all takes."""

import json
import time
from datetime import datetime, timedelta

import psycopg
import pytest
from django.db import connection, transaction

from tests.bench.measuring import Figures, memory_of
from tests.cast import MONDAY, Office
from vermilion.audit import actions, integrating, keys, leaves, merkle, models, verifying
from vermilion.directory import queries
from vermilion.kernel.actors import Actor

pytestmark = pytest.mark.bench

RECORDED, GROWN, LONG = 500, 20_000, 200_000

MEMORY = 300 * 2**20

VERIFYING = """
import os
from vermilion.audit import keys, verifying
with verifying.opened(os.environ["VERMILION_DATABASE_URL"]) as (connection, reader):
    report = verifying.verify(connection, verifier=keys.verifier(), reader=reader)
assert not report.findings
"""

BY_HAND = """
INSERT INTO bench_log (id, at, act, subject, body_id, actor, facts, request, seal)
VALUES (nextval('audit_trace_id_seq'), %s, 'bench.done', %s, 1, %s, '{"number": 1}', '', %s)
"""


@pytest.fixture(scope="module")
def lan(office: Office) -> Actor:
    return queries.actor_in(office.lan, at=MONDAY)


def test_recording(figures: Figures, durable: str, lan: Actor):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_log (LIKE audit_trace INCLUDING ALL EXCLUDING IDENTITY)")
    who = json.dumps({"kind": "person", "name": lan.name, "post": lan.post})

    def by_hand() -> float:
        start = time.perf_counter()
        with psycopg.connect(durable) as raw:
            for number in range(RECORDED):
                raw.execute(BY_HAND, [MONDAY, f"entry:{number}", who, b"0" * 32])
        return (time.perf_counter() - start) / RECORDED

    def ours() -> float:
        start = time.perf_counter()
        with transaction.atomic():
            for number in range(RECORDED):
                actions.record(lan, "bench.done", f"entry:{number}", at=MONDAY, number=1)
        return (time.perf_counter() - start) / RECORDED

    before = models.Trace.objects.count()
    figures.compare("log: one trace within its act", raw=by_hand, ours=ours)
    assert models.Trace.objects.count() == before + 5 * RECORDED


def test_growing(figures: Figures, lan: Actor):
    """100,000 traces in five stretches, against hashing the same leaves and nothing else."""
    _take_in()
    done = models.Leaf.objects.count()
    stretches = iter([_write(GROWN, lan) for _turn in range(5)])
    hashed: list[bytes] = []

    def plain() -> float:
        written = next(stretches)
        start = time.perf_counter()
        edge = merkle.Edge()
        for each in written:
            edge.append(merkle.leaf_hash(each))
        hashed.append(edge.root)
        return (time.perf_counter() - start) / GROWN

    # All stretches lie in the table; each turn takes in as many as one of them.
    def ours() -> float:
        start, taken = time.perf_counter(), 0
        while taken < GROWN:
            made = integrating.integrate(at=MONDAY)
            assert made is not None
            assert not made.set_aside
            taken += made.added
        return (time.perf_counter() - start) / taken

    figure = figures.compare(
        "log: a trace taken into the tree, against its bare hash",
        raw=plain,
        ours=ours,
        unit="µs",
        scale=1_000_000,
    )
    _take_in()
    assert models.Leaf.objects.count() == done + 5 * GROWN == models.Trace.objects.count()
    figures.tell("log: traces taken into the tree", f"{1_000_000 / figure.ours:,.0f} a second")


def test_reading_it_all(figures: Figures, durable: str, lan: Actor):
    _write(LONG - models.Trace.objects.count(), lan)
    _take_in()

    def plain() -> float:
        start = time.perf_counter()
        edge = merkle.Edge()
        with psycopg.connect(durable) as raw, raw.cursor("all") as cursor:
            cursor.itersize = 5_000
            cursor.execute("SELECT * FROM audit_trace ORDER BY id")
            for row in cursor:
                edge.append(merkle.leaf_hash(repr(row).encode()))
        assert edge.size == LONG
        return time.perf_counter() - start

    def ours() -> float:
        start = time.perf_counter()
        with verifying.opened(durable) as (raw, reader):
            report = verifying.verify(
                raw, verifier=keys.verifier(), reader=reader, seal_key=keys.seal_key()
            )
        took = time.perf_counter() - start
        assert not report.findings, report.findings[:3]
        return took

    raw = [plain(), plain()]
    own = [ours(), ours()]
    figures.judge(
        "log: 200,000 traces verified, against reading and hashing them",
        raw=min(raw),
        ours=min(own),
        unit="s",
        note="Two turns, the better of each.",
    )
    grown = memory_of(VERIFYING, database=durable)
    figures.tell("log: memory that verifying 200,000 traces takes", f"{grown / 2**20:.0f} MiB")
    assert 0 < grown < MEMORY


def _take_in() -> None:
    while (made := integrating.integrate(at=MONDAY)) is not None and made.more:
        pass


def _write(count: int, actor: Actor) -> list[bytes]:
    """So many sealed traces, put in by the thousand; the bytes of their leaves."""
    key, who = keys.seal_key(), actions._as_written(actor)
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('audit_trace_id_seq') FROM generate_series(1, %s)", [count])
        numbers = [row[0] for row in cursor.fetchall()]
    rows, written = [], []
    for number in numbers:
        entry = leaves.Entry(
            id=number,
            at=_at(number),
            act="bench.done",
            subject=f"entry:{number}",
            body_id=actor.body_id,
            actor=who,
            facts=leaves.plain({"number": number}),
            request="",
        )
        seal = entry.seal(key)
        written.append(entry.leaf(seal))
        rows.append(
            models.Trace(
                id=entry.id,
                at=entry.at,
                act=entry.act,
                subject=entry.subject,
                body_id=entry.body_id,
                actor=entry.actor,
                facts=entry.facts,
                request=entry.request,
                seal=seal,
            )
        )
    models.Trace.objects.bulk_create(rows, batch_size=2_000)
    return written


def _at(number: int) -> datetime:
    return MONDAY + timedelta(milliseconds=number)
