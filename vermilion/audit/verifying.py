"""A second reader of the log, apart from everything that writes it.

Reads the rows as a role that may only look, rebuilds the tree from them, and compares it with
every checkpoint that was ever signed. Needs the database and the public key, nothing of the
running installation; with the seal key it also names rows that were changed together with the
tree above them. Memory holds one stretch between two checkpoints, however long the log.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any, LiteralString

import psycopg
from psycopg.rows import dict_row

from vermilion.audit import merkle, notes
from vermilion.audit.evidence import Finding, Kind, Report
from vermilion.audit.leaves import Entry
from vermilion.audit.merkle import Edge
from vermilion.audit.segments import Place, Row, Segment, discoveries
from vermilion.audit.tower import Tower

READER = "vermilion_auditor"
STEP = 1_000

Progress = Callable[[int, int], None]
"""Told how many entries of how many have been read."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A root that was signed, and where it was found."""

    head: notes.Head
    where: str


@contextmanager
def opened(address: str) -> Iterator[tuple[psycopg.Connection[dict[str, Any]], str]]:
    """The database as of one moment, to be looked at only; and the role it is read as."""
    with psycopg.connect(address, row_factory=dict_row) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        connection.execute("SET LOCAL timezone = 'UTC'")
        may = connection.execute(
            "SELECT current_user AS us, EXISTS (SELECT FROM pg_roles WHERE rolname = %(reader)s "
            "AND pg_has_role(oid, 'MEMBER')) AS may",
            {"reader": READER},
        ).fetchone()
        if may and may["may"]:
            connection.execute(f"SET LOCAL ROLE {READER}")
            yield connection, READER
        else:
            yield connection, may["us"] if may else ""


def verify(
    connection: psycopg.Connection[dict[str, Any]],
    *,
    verifier: notes.Verifier,
    reader: str = "",
    seal_key: bytes | None = None,
    outside: Sequence[str] = (),
    progress: Progress = lambda _done, _of: None,
) -> Report:
    """Read the whole log and tell everything in it that is not as it was signed.

    `outside` are checkpoints kept elsewhere: they also tell when the end of the log, with its
    later checkpoints, has been cut off.
    """
    report = Report(origin=verifier.name, reader=reader, seals_checked=seal_key is not None)
    signed = _Heads(connection, verifier, outside, report)
    reading = _Reading(connection, seal_key, report)
    reading.follow(signed, progress)
    reading.look_at_the_rest()
    return report


class _Heads:
    """Every signed root in order of size: those of the database, and those from elsewhere."""

    def __init__(
        self,
        connection: psycopg.Connection[dict[str, Any]],
        verifier: notes.Verifier,
        outside: Sequence[str],
        report: Report,
    ) -> None:
        self._connection = connection
        self._verifier = verifier
        self._report = report
        self._outside = sorted(self._from_elsewhere(outside), key=lambda each: each.head.size)

    def __iter__(self) -> Iterator[Signed]:
        waiting = list(self._outside)
        for signed in self._kept():
            while waiting and waiting[0].head.size <= signed.head.size:
                yield waiting.pop(0)
            yield signed
        yield from waiting

    def _kept(self) -> Iterator[Signed]:
        with self._connection.cursor(name="checkpoints") as cursor:
            cursor.execute("SELECT * FROM audit_checkpoint ORDER BY size, id")
            for row in cursor:
                self._report.checkpoints += 1
                signed = self._read(row)
                if signed:
                    yield signed

    def _read(self, row: dict[str, Any]) -> Signed | None:
        where = f"the checkpoint at {row['size']}"
        verifier = notes.Verifier(row["origin"], self._verifier.public)
        try:
            head = notes.head_of(row["note"], verifier)
        except (notes.NotSigned, notes.Unreadable) as wrong:
            self._report.add([Finding(Kind.CHECKPOINT, f"{where} has been altered: {wrong}")])
            return None
        if (head.origin, head.size, head.root) != (row["origin"], row["size"], row["root"]):
            self._report.add(
                [Finding(Kind.CHECKPOINT, f"{where} is filed as something else than it says")]
            )
        return Signed(head, f"the checkpoint at {head.size}")

    def _from_elsewhere(self, texts: Iterable[str]) -> Iterator[Signed]:
        for text in texts:
            try:
                head = notes.head_of(text, self._verifier)
            except (notes.NotSigned, notes.Unreadable) as wrong:
                says = f"a checkpoint kept elsewhere cannot be used: {wrong}"
                self._report.add([Finding(Kind.CHECKPOINT, says)])
            else:
                yield Signed(head, f"the checkpoint at {head.size} kept elsewhere")


_LEAVES = """
SELECT leaf.index, leaf.trace_id, leaf.hash, trace.*
FROM audit_leaf leaf LEFT JOIN audit_trace trace ON trace.id = leaf.trace_id
ORDER BY leaf.index, trace.id, trace.at
"""

_STRAYS = """
SELECT trace.* FROM audit_trace trace
WHERE NOT EXISTS (SELECT FROM audit_leaf leaf WHERE leaf.trace_id = trace.id)
ORDER BY trace.id, trace.at
"""


class _Reading:
    """One pass over the log, from its first entry to its last."""

    def __init__(
        self,
        connection: psycopg.Connection[dict[str, Any]],
        seal_key: bytes | None,
        report: Report,
    ) -> None:
        self._connection = connection
        self._seal_key = seal_key
        self._report = report
        self._edge = Edge()
        self._tower = Tower(connection)
        self._adrift = False
        self._truncated = False
        self._cursors = 0
        self._lost: set[bytes] = set()
        self._candidates: list[bytes] | None = None
        self._horizon = self._number("SELECT coalesce(max(transaction), 0) FROM audit_horizon")
        self._size = self._number("SELECT coalesce(max(index) + 1, 0) FROM audit_leaf")

    def follow(self, signed: Iterable[Signed], progress: Progress) -> None:
        """Walk from checkpoint to checkpoint."""
        places = self._places(progress)
        segment = Segment()
        for each in signed:
            if each.head.size > self._size:
                self._tell_truncated(each)
                continue
            while self._edge.size + len(segment.places) < each.head.size:
                segment.places.append(next(places))
            self._close(segment, each)
            segment = Segment()
        while rest := list(islice(places, STEP)):
            self._take_unsigned(Segment(rest))

    def look_at_the_rest(self) -> None:
        """Tiles nobody needs, and rows that have no place in the tree."""
        self._report.add(self._tower.left_over(self._edge.size))
        for row in self._rows(_STRAYS):
            self._report.add(self._of_a_stray(row))

    def _places(self, progress: Progress) -> Iterator[Place]:
        expected = 0
        for index, rows in groupby(self._rows(_LEAVES), key=lambda row: int(row["index"])):
            found = list(rows)
            if index < expected:
                self._report.add([_never_signed(self._place(index, found))])
                continue
            while expected < index:
                yield self._gap(expected)
                expected += 1
            yield self._place(index, found)
            expected += 1
            self._report.entries += 1
            if expected % STEP == 0 or expected == self._size:
                progress(expected, self._size)

    def _place(self, index: int, found: list[dict[str, Any]]) -> Place:
        rows = [self._row(each) for each in found if each["id"] is not None]
        tile = self._tower.told(index)
        return Place(index, found[0]["trace_id"], bytes(found[0]["hash"]), tile, rows)

    def _gap(self, index: int) -> Place:
        if self._candidates is None:
            strays = islice(self._rows(_STRAYS), STEP)
            self._candidates = [self._row(row).hash for row in strays]
        return Place(index, None, None, self._tower.told(index), [], self._candidates)

    def _rows(self, query: LiteralString) -> Iterator[dict[str, Any]]:
        self._cursors += 1
        with self._connection.cursor(name=f"rows_{self._cursors}") as cursor:
            cursor.itersize = STEP
            cursor.execute(query)
            yield from cursor

    def _row(self, row: dict[str, Any]) -> Row:
        entry = _entry(row)
        kept = bytes(row["seal"])
        sealed = None if self._seal_key is None else entry.seal(self._seal_key) == kept
        value = merkle.leaf_hash(entry.leaf(kept))
        return Row(row["id"], value, (row["transaction"], row["id"]), sealed)

    def _close(self, segment: Segment, signed: Signed) -> None:
        truth = None if self._adrift else segment.settle(self._edge, signed.head.root)
        if truth is None and not segment.places and self._edge.root == signed.head.root:
            return
        if truth is None:
            self._tell_adrift(segment, signed)
            truth = segment.as_told()
        self._take(segment, truth)

    def _take_unsigned(self, segment: Segment) -> None:
        # Where the end was cut off, what stands before the cut was signed with what is gone.
        if not self._truncated:
            self._report.add(_never_signed(place) for place in segment.places)
        self._take(segment, segment.as_told(), told=not self._truncated)

    def _take(self, segment: Segment, truth: list[bytes], *, told: bool = False) -> None:
        if not told:
            self._report.add(self._sorted_out(segment.places, truth))
        for place, value in zip(segment.places, truth, strict=True):
            if place.leaf is None:
                self._lost.add(value)
            self._edge.append(value)
            self._report.add(self._tower.raise_by(value))

    def _sorted_out(self, places: list[Place], truth: list[bytes]) -> Iterator[Finding]:
        named = set()
        for finding in discoveries(places, truth):
            named.add(finding.index)
            yield finding
        for place in places:
            for row in place.rows:
                if row.sealed is False and place.index not in named:
                    yield Finding(
                        Kind.ALTERED,
                        f"entry {row.id} has been altered, and leaf {place.index} with it: "
                        "it does not carry the seal of this installation",
                        entry=row.id,
                        index=place.index,
                    )

    def _tell_adrift(self, segment: Segment, signed: Signed) -> None:
        if self._adrift:
            return
        self._adrift = True
        first = self._edge.size
        last = first + len(segment.places) - 1
        between = f"between leaf {first} and leaf {last}" if segment.places else f"before {first}"
        says = (
            f"the log does not lead to the root of {signed.where}: what was changed lies {between}"
        )
        self._report.add([Finding(Kind.DIVERGED, says, index=first)])

    def _tell_truncated(self, signed: Signed) -> None:
        self._truncated = True
        says = (
            f"the end of the log has been cut off: {signed.where} covers {signed.head.size} "
            f"entries, the log has {self._size}"
        )
        self._report.add([Finding(Kind.TRUNCATED, says, index=self._size)])

    def _of_a_stray(self, row: dict[str, Any]) -> Iterator[Finding]:
        found = self._row(row)
        if found.hash in self._lost:
            says = f"entry {found.id} was signed and has lost its place in the tree"
            yield Finding(Kind.UNPLACED, says, entry=found.id)
        elif found.sealed is False:
            says = f"entry {found.id} has been inserted: it does not carry our seal"
            yield Finding(Kind.INSERTED, says, entry=found.id)
        elif row["transaction"] < self._horizon:
            says = f"entry {found.id} has been inserted behind what is in the tree already"
            yield Finding(Kind.INSERTED, says, entry=found.id)
        else:
            self._report.waiting += 1

    def _number(self, query: LiteralString) -> int:
        [row] = self._connection.execute(query).fetchall()
        return int(next(iter(row.values())))


def _never_signed(place: Place) -> Finding:
    return Finding(
        Kind.INSERTED,
        f"entry {place.trace_id} has been inserted as leaf {place.index}: no checkpoint covers it",
        entry=place.trace_id,
        index=place.index,
    )


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        id=row["id"],
        at=row["at"],
        act=row["act"],
        subject=row["subject"],
        body_id=row["body_id"],
        actor=row["actor"],
        facts=row["facts"],
        request=row["request"],
    )
