"""The stretch of the log between two checkpoints, and which of its witnesses tells the truth.

Three places tell the hash of an entry: the row itself, the leaf, and the tile once it is full.
Where they disagree, the signed root decides: the one choice that leads to it is what was signed.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from vermilion.audit.evidence import Finding, Kind
from vermilion.audit.merkle import Edge

COMBINATIONS = 4_096
UNKNOWN = bytes(32)


@dataclass(frozen=True, slots=True)
class Row:
    """A trace as it was found, by its hash."""

    id: int
    hash: bytes
    order: tuple[int, int]
    sealed: bool | None
    """Whether our seal fits; None where the reader has no key."""


@dataclass(slots=True)
class Place:
    """An index of the tree, and everything that tells what stands there."""

    index: int
    trace_id: int | None
    leaf: bytes | None
    tile: bytes | None
    rows: list[Row]
    candidates: Sequence[bytes] = ()
    """Where the leaf is gone: the hashes of rows that have no leaf."""

    @property
    def told(self) -> list[bytes]:
        """The different hashes told of this place, the furthest from the row first."""
        told = [self.tile, self.leaf, *(row.hash for row in self.rows), *self.candidates]
        return list(dict.fromkeys(each for each in told if each is not None)) or [UNKNOWN]


@dataclass(slots=True)
class Segment:
    """Places in a row, up to the size of one checkpoint."""

    places: list[Place] = field(default_factory=list)

    def settle(self, edge: Edge, root: bytes) -> list[bytes] | None:
        """The hashes that lead from the edge so far to the signed root; None if none do."""
        return next(
            (choice for choice in self._choices() if _root(edge, choice) == root),
            None,
        )

    def as_told(self) -> list[bytes]:
        """The hashes as the tree tells them, where nothing decides."""
        return [place.told[0] for place in self.places]

    def _choices(self) -> Iterator[list[bytes]]:
        yield self.as_told()
        if any(len(place.told) > 1 for place in self.places):
            yield [place.leaf or place.told[0] for place in self.places]
            yield [place.told[-1] for place in self.places]
            yield [_sealed(place) or place.told[0] for place in self.places]
            yield from self._combinations()
        rows = [row for place in self.places for row in place.rows]
        if len(rows) == len(self.places):
            # Entries come into the tree by transaction, then by number.
            yield [row.hash for row in sorted(rows, key=lambda row: row.order)]

    def _combinations(self) -> Iterator[list[bytes]]:
        count = 1
        for place in self.places:
            count *= len(place.told)
            if count > COMBINATIONS:
                return
        for choice in itertools.product(*(place.told for place in self.places)):
            yield list(choice)


def discoveries(places: list[Place], truth: list[bytes]) -> Iterator[Finding]:
    """What each place hides, once it is known what was signed there."""
    whereabouts = {value: place.index for place, value in zip(places, truth, strict=True)}
    for place, signed in zip(places, truth, strict=True):
        yield from _of_rows(place, signed, whereabouts.get)
        if place.leaf is None:
            yield Finding(
                Kind.REMOVED,
                f"leaf {place.index} has been removed from the tree",
                index=place.index,
            )
        elif place.leaf != signed:
            yield Finding(
                Kind.TREE,
                f"the hash kept of leaf {place.index} is not the one that was signed",
                entry=place.trace_id,
                index=place.index,
            )


def _of_rows(
    place: Place, signed: bytes, whereabouts: Callable[[bytes], int | None]
) -> Iterator[Finding]:
    where = {"entry": place.trace_id, "index": place.index}
    if place.leaf is not None and not place.rows:
        yield Finding(
            Kind.REMOVED,
            f"entry {place.trace_id}, signed as leaf {place.index}, has been removed",
            **where,
        )
    true = [row for row in place.rows if row.hash == signed]
    for row in place.rows:
        elsewhere = whereabouts(row.hash)
        if row.hash == signed:
            if row is not true[0]:
                yield _inserted_beside(row, place)
        elif true:
            yield _inserted_beside(row, place)
        elif elsewhere is not None:
            yield Finding(
                Kind.MOVED,
                f"entry {row.id} has been moved: it was signed as leaf {elsewhere} "
                f"and stands as leaf {place.index}",
                **where,
            )
        else:
            yield Finding(
                Kind.ALTERED,
                f"entry {row.id} has been altered: it is not what was signed as leaf {place.index}",
                **where,
            )


def _inserted_beside(row: Row, place: Place) -> Finding:
    return Finding(
        Kind.INSERTED,
        f"a second row with the number {row.id} has been inserted beside leaf {place.index}",
        entry=row.id,
        index=place.index,
    )


def _sealed(place: Place) -> bytes | None:
    return next((row.hash for row in place.rows if row.sealed), None)


def _root(edge: Edge, hashes: list[bytes]) -> bytes:
    grown = edge.copy()
    for value in hashes:
        grown.append(value)
    return grown.root
