"""From traces to a signed tree."""

import itertools
import threading
from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.db import IntegrityError, connection, connections, transaction

from vermilion.audit import actions, integrating, keys, memory, merkle, models, notes, tree
from vermilion.audit.tests.conftest import MONDAY

pytestmark = pytest.mark.django_db(transaction=True)


def _integrated():
    return integrating.integrate(at=MONDAY)


def _head():
    return notes.head_of(models.Checkpoint.objects.latest("size").note, keys.verifier())


def test_what_was_recorded_is_in_the_tree_after_one_round(recorded):
    recorded(3)

    done = _integrated()

    assert (done.added, done.size, done.more) == (3, 3, False)
    assert _head() == notes.Head(keys.origin(), 3, tree.root(3))
    assert memory.last_note() == models.Checkpoint.objects.get().note


def test_an_act_that_was_undone_leaves_nothing(lan):
    with transaction.atomic():
        actions.record(lan, "registry.incoming.registered", "entry:1", at=MONDAY)
        transaction.set_rollback(True)

    assert _integrated().added == 0
    assert not models.Trace.objects.exists()
    assert not models.Checkpoint.objects.exists()


def test_a_round_with_nothing_new_signs_nothing_new(recorded):
    recorded(2)
    _integrated()

    assert _integrated().added == 0
    assert models.Checkpoint.objects.count() == 1


def test_every_entry_is_proved_against_every_later_checkpoint(recorded, monkeypatch):
    # Narrow tiles would be another format: 600 entries fill two tiles and reach a second level.
    for count in (1, 255, 1, 343):
        recorded(count)
        _integrated()

    leaves = list(models.Leaf.objects.order_by("index"))
    assert [leaf.index for leaf in leaves] == list(range(600))
    for checkpoint in models.Checkpoint.objects.all():
        head = notes.head_of(checkpoint.note, keys.verifier())
        for index in (0, 1, 254, 255, 256, 300, 511, 512, 599):
            if index < head.size:
                merkle.check_inclusion(
                    index=index,
                    size=head.size,
                    leaf=bytes(leaves[index].hash),
                    proof=tree.inclusion(index, head.size),
                    root=head.root,
                )


def test_each_checkpoint_continues_the_one_before(recorded):
    heads = []
    for count in (1, 6, 250, 300):
        recorded(count)
        _integrated()
        heads.append(_head())

    for old, new in itertools.pairwise(heads):
        merkle.check_consistency(
            old=old.size,
            new=new.size,
            old_root=old.root,
            new_root=new.root,
            proof=tree.consistency(old.size, new.size),
        )


def test_a_large_backlog_is_taken_in_rounds(recorded, monkeypatch):
    monkeypatch.setattr(integrating, "BATCH", 4)
    with transaction.atomic():
        recorded(9)
    recorded(2)

    rounds = []
    while (done := _integrated()).more:
        rounds.append(done.added)
    rounds.append(done.added)

    assert rounds == [4, 4, 3]
    assert tree.size() == 11


def test_a_proof_takes_a_fixed_number_of_queries(recorded, django_assert_max_num_queries):
    recorded(600)
    _integrated()

    with django_assert_max_num_queries(3):
        tree.inclusion(300, 600)
    with django_assert_max_num_queries(3):
        tree.consistency(257, 600)


def test_an_act_still_going_on_holds_back_those_after_it_but_loses_none(lan):
    """Its number is lower and its commit is later: the classic way to lose a row."""
    begun, go_on = threading.Event(), threading.Event()

    def slow():
        with transaction.atomic():
            actions.record(lan, "slow.act", "entry:1", at=MONDAY)
            begun.set()
            go_on.wait(10)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    begun.wait(10)
    actions.record(lan, "quick.act", "entry:2", at=MONDAY)
    assert _integrated().added == 0
    go_on.set()
    thread.join()

    assert _integrated().added == 2
    names = [
        models.Trace.objects.get(id=leaf.trace_id).act
        for leaf in models.Leaf.objects.order_by("index")
    ]
    assert names == ["slow.act", "quick.act"]


def test_many_at_once_with_integration_running_lose_nothing(lan):
    stop = threading.Event()
    failures = []

    def work(who):
        try:
            for number in range(40):
                with transaction.atomic():
                    actions.record(lan, "some.act", f"entry:{number}", at=MONDAY, who=who)
                    if number % 5 == 4:
                        transaction.set_rollback(True)
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    def integrate():
        try:
            while not stop.is_set():
                _integrated()
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    recorders = [threading.Thread(target=work, args=(who,)) for who in range(6)]
    integrators = [threading.Thread(target=integrate) for _ in range(2)]
    for thread in recorders + integrators:
        thread.start()
    for thread in recorders:
        thread.join()
    stop.set()
    for thread in integrators:
        thread.join()
    _integrated()

    assert not failures
    kept = set(models.Trace.objects.values_list("id", flat=True))
    assert len(kept) == 6 * 32
    assert set(models.Leaf.objects.values_list("trace_id", flat=True)) == kept
    assert sorted(models.Leaf.objects.values_list("index", flat=True)) == list(range(len(kept)))
    assert _head() == notes.Head(keys.origin(), len(kept), tree.root(len(kept)))


def test_only_one_integrates_at_a_time(recorded):
    recorded(1)
    locked, done = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            integrating._locked_horizon()
            locked.set()
            done.wait(10)
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    locked.wait(10)
    try:
        assert _integrated() is None
    finally:
        done.set()
        thread.join()


def test_rows_of_a_restored_database_are_taken_in_though_it_counts_anew(recorded):
    recorded(2)
    _integrated()
    recorded(1)
    with connection.cursor() as cursor:
        # What a dump of an older, busier cluster brings along.
        cursor.execute("ALTER TABLE audit_trace DISABLE TRIGGER rows_stay_as_they_are")
        cursor.execute("UPDATE audit_trace SET transaction = transaction + 1000000000")
        cursor.execute("ALTER TABLE audit_trace ENABLE TRIGGER rows_stay_as_they_are")
    models.Horizon.objects.update(transaction=1_000_000_000)

    assert _integrated().added == 1
    recorded(1)
    assert _integrated().added == 1
    assert tree.size() == 4


def test_a_row_without_our_seal_does_not_enter_the_tree(recorded, caplog):
    recorded(2)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_trace (at, act, subject, body_id, actor, facts, request, seal) "
            "SELECT at, act, 'entry:99', body_id, actor, facts, request, seal "
            "FROM audit_trace ORDER BY id LIMIT 1 RETURNING id"
        )
        forged = cursor.fetchone()[0]

    done = _integrated()

    assert (done.added, done.set_aside) == (2, [forged])
    assert "without our seal" in caplog.text


@pytest.mark.parametrize("forged", [3, 4, 5])
def test_any_number_of_forged_rows_does_not_hold_up_the_true_ones(recorded, monkeypatch, forged):
    monkeypatch.setattr(integrating, "BATCH", 2)
    recorded(1)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_trace (at, act, subject, actor, facts, request, seal) "
            "SELECT now(), 'x', 'x:1', '{}', '{}', '', '\\x00' FROM generate_series(1, %s)",
            [forged],
        )
    recorded(1)

    while _integrated().more:
        pass

    assert tree.size() == 2


def test_a_tree_that_was_changed_is_not_signed_again(recorded):
    recorded(3)
    _integrated()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_leaf DISABLE TRIGGER rows_stay_as_they_are")
        cursor.execute("UPDATE audit_leaf SET hash = sha256('x') WHERE index = 1")
        cursor.execute("ALTER TABLE audit_leaf ENABLE TRIGGER rows_stay_as_they_are")
    recorded(1)

    with pytest.raises(integrating.DoesNotFollow, match="signed at 3"):
        _integrated()
    assert models.Checkpoint.objects.count() == 1


def test_a_log_that_was_turned_back_is_not_continued(recorded):
    recorded(2)
    _integrated()
    recorded(2)
    _integrated()
    with connection.cursor() as cursor:
        for table in ("audit_leaf", "audit_checkpoint", "audit_trace"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER rows_stay_as_they_are")
        cursor.execute("DELETE FROM audit_checkpoint WHERE size > 2")
        cursor.execute(
            "DELETE FROM audit_trace WHERE id IN (SELECT trace_id FROM audit_leaf WHERE index >= 2)"
        )
        cursor.execute("DELETE FROM audit_leaf WHERE index >= 2")
        for table in ("audit_leaf", "audit_checkpoint", "audit_trace"):
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER rows_stay_as_they_are")

    with pytest.raises(integrating.DoesNotFollow, match="4 were signed"):
        _integrated()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_trace SET act = 'nothing'",
        "DELETE FROM audit_trace",
        "DELETE FROM audit_trace_other",
        "UPDATE audit_leaf SET hash = hash",
        "DELETE FROM audit_leaf",
        "DELETE FROM audit_checkpoint",
    ],
)
def test_the_database_refuses_to_change_the_log(recorded, statement):
    recorded(1)
    _integrated()

    with (
        pytest.raises(IntegrityError, match="only ever added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.parametrize("table", ["audit_trace", "audit_trace_other", "audit_leaf", "audit_tile"])
def test_the_database_refuses_to_empty_the_log(recorded, table):
    with transaction.atomic(), connection.cursor() as cursor:
        # Tests are let off by a softer function; this is the one of the house.
        migration = import_module("vermilion.audit.migrations.0002_only_ever_added_to")
        cursor.execute(migration.REFUSE.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"))
        with pytest.raises(IntegrityError, match="only ever added to"), transaction.atomic():
            cursor.execute(f"TRUNCATE {table} CASCADE")
        transaction.set_rollback(True)


def test_a_month_is_opened_once_and_takes_its_traces(lan):
    from vermilion.audit.jobs import open_months_from

    day = datetime(2031, 5, 7, tzinfo=UTC)
    open_months_from(day.date())
    open_months_from(day.date())
    actions.record(lan, "some.act", "entry:1", at=day)

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_trace_2031_05")
        assert cursor.fetchone() == (1,)
        for month in (5, 6, 7, 8):
            cursor.execute(f"DROP TABLE audit_trace_2031_{month:02}")


def test_a_fact_that_is_no_plain_value_is_refused(lan):
    with pytest.raises(TypeError, match="'weight' is no plain value"):
        actions.record(lan, "some.act", "entry:1", at=MONDAY, weight=1.5)


def test_a_trace_too_long_for_a_bundle_is_refused(lan):
    with pytest.raises(ValueError, match="too long"):
        actions.record(lan, "some.act", "entry:1", at=MONDAY, text="x" * 70_000)
