"""The Merkle tree of RFC 6962: hashes, which parts prove what, and how a proof is checked.

Pure: bytes in, bytes out. A *node* is a perfect subtree, named by its height and its place among
those of its height; any span of leaves that the standard speaks of is a row of such nodes.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A perfect subtree: 2**height leaves, the index-th of its height from the left."""

    height: int
    index: int


Span = tuple[int, int]
"""The leaves from the first (inclusive) to the second (exclusive)."""


class ProofFails(Exception):
    """A proof that does not lead from what it claims to the root it claims."""


EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    """The hash of an entry. The leading zero keeps an entry from posing as an inner node."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two neighbours."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Edge:
    """The right edge of a growing tree: its perfect subtrees from left to right, at most 64.

    All that is needed to append and to know the root.
    """

    def __init__(self, nodes: Iterable[tuple[int, bytes]] = ()) -> None:
        self._nodes: list[tuple[int, bytes]] = []
        self.size = 0
        for height, value in nodes:
            self.append(value, height=height)

    def append(self, value: bytes, *, height: int = 0) -> None:
        """Add a leaf, or a whole perfect subtree, at the right."""
        self.size += 1 << height
        while self._nodes and self._nodes[-1][0] == height:
            value = node_hash(self._nodes.pop()[1], value)
            height += 1
        self._nodes.append((height, value))

    @property
    def root(self) -> bytes:
        if not self._nodes:
            return EMPTY_ROOT
        return fold(value for _height, value in self._nodes)

    def copy(self) -> "Edge":
        return Edge(self._nodes)


def fold(values: Iterable[bytes]) -> bytes:
    """The hash of a span, from the hashes of its perfect subtrees, left to right."""
    *left, result = values
    for value in reversed(left):
        result = node_hash(value, result)
    return result


def perfect_root(values: Sequence[bytes]) -> bytes:
    """The hash of a perfect subtree from its 2**n children."""
    level = list(values)
    while len(level) > 1:
        level = [node_hash(level[i], level[i + 1]) for i in range(0, len(level), 2)]
    return level[0]


def cover(span: Span) -> list[Node]:
    """The perfect subtrees that make up a span, left to right."""
    start, end = span
    nodes = []
    while start < end:
        height = (end - start).bit_length() - 1
        if start:
            height = min(height, (start & -start).bit_length() - 1)
        nodes.append(Node(height, start >> height))
        start += 1 << height
    return nodes


def inclusion_spans(index: int, size: int) -> list[Span]:
    """The spans whose hashes prove that a leaf is in the tree of this size, from the leaf up."""
    start, end = 0, size
    spans = []
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((start, middle))
            start = middle
    return spans[::-1]


def consistency_spans(old: int, new: int) -> list[Span]:
    """The spans whose hashes prove that the tree of the old size is a prefix of the new one."""
    if old in (0, new):
        return []
    start, end = 0, new
    spans = []
    while end != old:
        middle = start + _split(end - start)
        if old <= middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((start, middle))
            start = middle
    if start:
        spans.append((start, end))
    return spans[::-1]


def hashes_of(spans: Iterable[Span], known: Mapping[Node, bytes]) -> list[bytes]:
    """The hashes of spans, from the hashes of the nodes that cover them."""
    return [fold(known[node] for node in cover(span)) for span in spans]


def check_inclusion(
    *, index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes
) -> None:
    """Let it pass that the leaf stands at this index of the tree with this root, or raise."""
    if not 0 <= index < size:
        raise ProofFails("the index lies outside the tree")
    if len(proof) != len(inclusion_spans(index, size)):
        raise ProofFails("the proof has the wrong length")
    value, place, last = leaf, index, size - 1
    for neighbour in proof:
        if place & 1 or place == last:
            value = node_hash(neighbour, value)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            value = node_hash(value, neighbour)
        place, last = place >> 1, last >> 1
    if value != root:
        raise ProofFails("the proof leads to another root")


def check_consistency(
    *, old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]
) -> None:
    """Let it pass that the old tree is a prefix of the new one, or raise."""
    if not 0 <= old <= new:
        raise ProofFails("a tree does not shrink")
    if old == 0:
        # Every tree begins with the empty one: nothing is proved, so nothing is accepted.
        raise ProofFails("the empty tree proves nothing")
    if old == new:
        if proof or old_root != new_root:
            raise ProofFails("two roots for one size")
        return
    if len(proof) != len(consistency_spans(old, new)):
        raise ProofFails("the proof has the wrong length")
    if _roots_by(proof, old, new, old_root) != (old_root, new_root):
        raise ProofFails("the proof leads to other roots")


def _roots_by(proof: Sequence[bytes], old: int, new: int, old_root: bytes) -> tuple[bytes, bytes]:
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    # A perfect old tree is itself the first node and is left out of the proof.
    steps = list(proof) if place else [old_root, *proof]
    before = after = steps[0]
    for neighbour in steps[1:]:
        if place & 1 or place == last:
            before, after = node_hash(neighbour, before), node_hash(neighbour, after)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            after = node_hash(after, neighbour)
        place, last = place >> 1, last >> 1
    return before, after


def _split(size: int) -> int:
    """The largest power of two smaller than a size of at least two."""
    return 1 << ((size - 1).bit_length() - 1)
