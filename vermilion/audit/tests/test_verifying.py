"""Somebody with every right on the database changes the log; the other reader names what."""

import pytest
from django.db import connection

from vermilion.audit import actions, integrating, keys, memory, models, notes
from vermilion.audit.evidence import Kind
from vermilion.audit.tests.conftest import MONDAY
from vermilion.audit.tests.tampering import found, read, tamper, tampering, trace_at

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_log_as_it_was_signed_is_sound(a_log):
    report = read()

    assert report.sound
    assert (report.entries, report.checkpoints, report.waiting) == (600, 4, 0)


def test_it_is_read_as_a_role_that_may_only_look(a_log):
    assert read().reader == "vermilion_auditor"
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE vermilion_auditor")
        try:
            cursor.execute("SELECT has_table_privilege('audit_trace', 'SELECT')")
            assert cursor.fetchone() == (True,)
            for table in ("audit_trace", "audit_leaf", "audit_checkpoint"):
                for right in ("INSERT", "UPDATE", "DELETE", "TRUNCATE"):
                    cursor.execute("SELECT has_table_privilege(%s, %s)", [table, right])
                    assert cursor.fetchone() == (False,)
            cursor.execute("SELECT has_table_privilege('django_content_type', 'SELECT')")
            assert cursor.fetchone() == (False,)
        finally:
            cursor.execute("RESET ROLE")


@pytest.mark.parametrize("index", [0, 1, 255, 256, 511, 520, 599])
@pytest.mark.parametrize("seal_key", [True, False])
def test_an_altered_row_is_named(a_log, index, seal_key):
    trace = trace_at(index)
    tamper(f"UPDATE audit_trace SET act = 'nothing.happened' WHERE id = {trace}")

    assert found(seal_key=seal_key) == [(Kind.ALTERED, trace, index)]


@pytest.mark.parametrize(
    "change",
    [
        "at = at + interval '1 microsecond'",
        "subject = 'entry:9'",
        "body_id = 2",
        "body_id = NULL",
        "actor = jsonb_set(actor, '{name}', '\"Nobody\"')",
        "facts = facts || '{\"number\": 0}'",
        "facts = '{}'",
        "request = 'x'",
        "seal = sha256('x')",
    ],
)
def test_no_part_of_a_row_can_be_altered(a_log, change):
    trace = trace_at(300)
    tamper(f"UPDATE audit_trace SET {change} WHERE id = {trace}")

    assert found() == [(Kind.ALTERED, trace, 300)]


@pytest.mark.parametrize("index", [0, 256, 599])
def test_a_removed_row_is_named(a_log, index):
    trace = trace_at(index)
    tamper(f"DELETE FROM audit_trace WHERE id = {trace}")

    assert found(seal_key=False) == [(Kind.REMOVED, trace, index)]


def test_a_row_removed_together_with_its_leaf_is_missed_at_its_place(a_log):
    trace = trace_at(40)
    tamper("DELETE FROM audit_leaf WHERE index = 40", f"DELETE FROM audit_trace WHERE id = {trace}")

    assert found(seal_key=False) == [(Kind.REMOVED, None, 40)]


@pytest.mark.parametrize("index", [40, 590])
def test_a_row_robbed_of_its_place_is_named(a_log, index):
    trace = trace_at(index)
    tamper(f"DELETE FROM audit_leaf WHERE index = {index}")

    assert found(seal_key=False) == [
        (Kind.REMOVED, None, index),
        (Kind.UNPLACED, trace, None),
    ]


_COPY = """
INSERT INTO audit_trace (at, act, subject, body_id, actor, facts, request, seal, transaction)
SELECT at, act, 'entry:4711', body_id, actor, facts, request, seal, {transaction}
FROM audit_trace WHERE id = {trace}
"""


@pytest.mark.parametrize("seal_key", [True, False])
def test_a_row_inserted_among_old_ones_is_named(a_log, seal_key):
    tamper(_COPY.format(trace=trace_at(10), transaction="transaction"))
    forged = models.Trace.objects.get(subject="entry:4711").id

    assert found(seal_key=seal_key) == [(Kind.INSERTED, forged, None)]


def test_a_row_inserted_as_if_it_were_new_is_named_before_and_after_integration(a_log):
    current = "pg_current_xact_id()::text::bigint"
    tamper(_COPY.format(trace=trace_at(10), transaction=current))
    forged = models.Trace.objects.get(subject="entry:4711").id

    assert found() == [(Kind.INSERTED, forged, None)]
    integrating.integrate(at=MONDAY)
    assert found() == [(Kind.INSERTED, forged, None)]
    assert found(seal_key=False) == [(Kind.INSERTED, forged, None)]


def test_an_exact_copy_of_a_row_is_named(a_log):
    trace = trace_at(10)
    tamper(_COPY.format(trace=trace, transaction="transaction").replace("'entry:4711'", "subject"))
    forged = models.Trace.objects.latest("id").id

    assert found() == [(Kind.INSERTED, forged, None)]


def test_a_second_row_under_one_number_is_named(a_log):
    trace = trace_at(10)
    tamper(
        "INSERT INTO audit_trace (id, at, act, subject, body_id, actor, facts, request, seal) "
        "SELECT id, at + interval '1 day', act, subject, body_id, actor, facts, request, seal "
        f"FROM audit_trace WHERE id = {trace}"
    )

    assert found() == [(Kind.INSERTED, trace, 10)]


def test_a_row_inserted_at_the_end_with_a_leaf_of_its_own_is_named(a_log):
    tamper(
        _COPY.format(trace=trace_at(10), transaction="transaction"),
        "INSERT INTO audit_leaf (index, trace_id, hash) "
        "SELECT 600, id, sha256('x') FROM audit_trace WHERE subject = 'entry:4711'",
    )
    forged = models.Trace.objects.get(subject="entry:4711").id

    assert found(seal_key=False) == [(Kind.INSERTED, forged, 600)]


@pytest.mark.parametrize(("one", "other"), [(5, 7), (300, 400), (590, 591)])
def test_rows_that_were_moved_are_named_with_both_places(a_log, one, other):
    first, second = trace_at(one), trace_at(other)
    tamper(
        f"UPDATE audit_leaf SET trace_id = -1 WHERE index = {one}",
        f"UPDATE audit_leaf SET trace_id = {first} WHERE index = {other}",
        f"UPDATE audit_leaf SET trace_id = {second} WHERE index = {one}",
    )

    report = read(seal_key=False)
    assert [(each.kind, each.entry, each.index) for each in report.findings] == [
        (Kind.MOVED, second, one),
        (Kind.MOVED, first, other),
    ]
    assert f"signed as leaf {other} and stands as leaf {one}" in report.findings[0].says


def test_rows_moved_together_with_their_hashes_are_named(a_log):
    first, second = trace_at(590), trace_at(595)
    tamper(
        "UPDATE audit_leaf SET trace_id = -1 - trace_id WHERE index IN (590, 595)",
        f"UPDATE audit_leaf SET trace_id = {second}, hash = "
        "(SELECT hash FROM audit_leaf WHERE index = 595) WHERE index = 590",
        f"UPDATE audit_leaf SET trace_id = {first} WHERE index = 595",
    )

    kinds = {(kind, entry) for kind, entry, _index in found(seal_key=False)}
    assert (Kind.MOVED, second) in kinds
    assert (Kind.MOVED, first) in kinds


def test_several_changes_are_each_named(a_log):
    altered, removed, tail = trace_at(20), trace_at(300), trace_at(598)
    tamper(
        f"UPDATE audit_trace SET act = 'x' WHERE id = {altered}",
        f"DELETE FROM audit_trace WHERE id = {removed}",
        f"UPDATE audit_trace SET act = 'y' WHERE id = {tail}",
        "UPDATE audit_leaf SET hash = sha256('z') WHERE index = 301",
    )

    assert found(seal_key=False) == [
        (Kind.ALTERED, altered, 20),
        (Kind.REMOVED, removed, 300),
        (Kind.TREE, trace_at(301), 301),
        (Kind.ALTERED, tail, 598),
    ]


def _lying_hash(trace_id):
    """The hash of a row as it now stands: what a careful forger writes over its leaf."""
    from vermilion.audit import merkle

    trace = models.Trace.objects.get(id=trace_id)
    return merkle.leaf_hash(trace.entry.leaf(bytes(trace.seal))).hex()


def test_a_row_altered_with_its_leaf_is_named_by_the_tile(a_log):
    trace = trace_at(30)
    tamper(f"UPDATE audit_trace SET act = 'x' WHERE id = {trace}")
    tamper(f"UPDATE audit_leaf SET hash = '\\x{_lying_hash(trace)}' WHERE index = 30")

    assert found(seal_key=False) == [(Kind.ALTERED, trace, 30), (Kind.TREE, trace, 30)]


def test_a_row_altered_with_everything_above_it_is_named_by_its_seal(a_log):
    trace = trace_at(590)
    tamper(f"UPDATE audit_trace SET act = 'x' WHERE id = {trace}")
    tamper(f"UPDATE audit_leaf SET hash = '\\x{_lying_hash(trace)}' WHERE index = 590")

    assert found() == [(Kind.DIVERGED, None, 453), (Kind.ALTERED, trace, 590)]
    [only] = read(seal_key=False).findings
    assert "between leaf 453 and leaf 599" in only.says


@pytest.mark.parametrize("what", ["hashes = overlay(hashes PLACING '\\x00' FROM 65 FOR 1)"])
def test_an_altered_tile_is_named_with_its_place(a_log, what):
    tamper(f"UPDATE audit_tile SET {what} WHERE level = 0 AND index = 1")

    [only] = read(seal_key=False).findings
    assert only.kind is Kind.TREE
    assert only.says == "tile 0/1 has been altered: its hashes 258 is not what was signed"


def test_an_altered_root_of_a_tile_is_named(a_log):
    tamper("UPDATE audit_tile SET root = sha256('x') WHERE index = 0")

    [only] = read().findings
    assert only.says == "tile 0/0 has been altered: the hash above it is not what was signed"


def test_a_removed_and_an_invented_tile_are_named(a_log):
    tamper(
        "UPDATE audit_tile SET index = 9 WHERE level = 0 AND index = 1",
    )

    assert [each.says for each in read().findings] == [
        "tile 0/1 has been removed",
        "tile 0/9 covers entries that the log does not have",
    ]


@pytest.mark.parametrize(
    "change",
    [
        "note = replace(note, chr(10) || '253' || chr(10), chr(10) || '252' || chr(10))",
        "note = 'nothing'",
        "note = overlay(note PLACING 'AAAA' FROM 40 FOR 4)",
    ],
)
def test_an_altered_checkpoint_is_named(a_log, change):
    tamper(f"UPDATE audit_checkpoint SET {change} WHERE size = 253")

    [only] = read().findings
    assert only.kind is Kind.CHECKPOINT
    assert only.says.startswith("the checkpoint at 253 has been altered")


def test_a_checkpoint_of_another_key_is_named(a_log):
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    head = notes.Head(keys.origin(), 253, bytes(32))
    note = notes.sign(head.text, name=head.origin, key=Ed25519PrivateKey.generate())
    with tampering() as cursor:
        cursor.execute("UPDATE audit_checkpoint SET note = %s WHERE size = 253", [note])

    [only] = read().findings
    assert only.says == "the checkpoint at 253 has been altered: no signature of the expected key"


def test_a_checkpoint_filed_under_another_size_is_named(a_log):
    tamper("UPDATE audit_checkpoint SET root = sha256('x') WHERE size = 453")

    [only] = read().findings
    assert only.says == "the checkpoint at 453 is filed as something else than it says"


def test_an_end_that_was_cut_off_is_named(a_log):
    tamper(
        "DELETE FROM audit_trace WHERE id IN (SELECT trace_id FROM audit_leaf WHERE index >= 590)",
        "DELETE FROM audit_leaf WHERE index >= 590",
    )

    [only] = read().findings
    assert (only.kind, only.index) == (Kind.TRUNCATED, 590)
    assert "covers 600 entries, the log has 590" in only.says


def test_an_end_cut_off_with_its_checkpoints_is_named_by_one_kept_elsewhere(a_log):
    kept = memory.last_note()
    tamper(
        "DELETE FROM audit_trace WHERE id IN (SELECT trace_id FROM audit_leaf WHERE index >= 453)",
        "DELETE FROM audit_leaf WHERE index >= 453",
        "DELETE FROM audit_tile WHERE index > 0",
        "DELETE FROM audit_checkpoint WHERE size > 453",
    )

    assert read().sound
    [only] = read(outside=[kept]).findings
    assert (only.kind, only.index) == (Kind.TRUNCATED, 453)


def test_waiting_entries_are_no_finding(a_log, lan):
    actions.record(lan, "some.act", "entry:1", at=MONDAY)

    report = read()

    assert report.sound
    assert report.waiting == 1
