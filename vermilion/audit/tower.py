"""The tiles of the stored tree, compared level by level with what the entries give."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import psycopg

from vermilion.audit import merkle
from vermilion.audit.evidence import Finding, Kind

WIDTH = 256


class Tile(NamedTuple):
    """A tile as it was found."""

    hashes: bytes
    root: bytes


class Tower:
    """Grows with every entry, and tells which stored tiles it does not agree with."""

    def __init__(self, connection: psycopg.Connection[dict[str, Any]]) -> None:
        self._connection = connection
        self._levels: list[list[bytes]] = [[]]
        self._done: list[int] = [0]
        self._kept: dict[int, Tile | None] = {}

    def told(self, index: int) -> bytes | None:
        """What the tile over a leaf tells of it; None where there is no full tile."""
        block, place = divmod(index, WIDTH)
        if block not in self._kept:
            self._kept[block] = self._stored(0, block)
        tile = self._kept[block]
        return tile.hashes[32 * place : 32 * place + 32] if tile else None

    def raise_by(self, value: bytes) -> Iterator[Finding]:
        """Add the hash of the next entry; tiles that become full are compared."""
        for level in range(len(self._levels) + 1):
            if level == len(self._levels):
                self._levels.append([])
                self._done.append(0)
            self._levels[level].append(value)
            if len(self._levels[level]) < WIDTH:
                return
            hashes, self._levels[level] = self._levels[level], []
            index = self._done[level]
            self._done[level] += 1
            value = merkle.perfect_root(hashes)
            yield from self._compare(level, index, Tile(b"".join(hashes), value))

    def left_over(self, size: int) -> Iterator[Finding]:
        """Tiles that a log of this size cannot have."""
        found = self._connection.execute(
            "SELECT level, index FROM audit_tile "
            "WHERE level > 7 OR level < 0 OR index >= %s::bigint >> (8 * (level + 1)) "
            "ORDER BY level, index",
            [size],
        )
        for row in found:
            says = f"tile {row['level']}/{row['index']} covers entries that the log does not have"
            yield Finding(Kind.TREE, says)

    def _compare(self, level: int, index: int, due: Tile) -> Iterator[Finding]:
        stored = self._kept.pop(index, None) if level == 0 else self._stored(level, index)
        name = f"tile {level}/{index}"
        if stored is None:
            yield Finding(Kind.TREE, f"{name} has been removed")
        elif stored != due:
            wrong = [
                str(index * WIDTH + place)
                for place in range(WIDTH)
                if stored.hashes[32 * place : 32 * place + 32]
                != due.hashes[32 * place : 32 * place + 32]
            ]
            part = f"its hashes {', '.join(wrong[:8])}" if wrong else "the hash above it"
            yield Finding(Kind.TREE, f"{name} has been altered: {part} is not what was signed")

    def _stored(self, level: int, index: int) -> Tile | None:
        row = self._connection.execute(
            "SELECT hashes, root FROM audit_tile WHERE level = %s AND index = %s", [level, index]
        ).fetchone()
        return Tile(bytes(row["hashes"]), bytes(row["root"])) if row else None
