"""The stored tree: what is kept of it, and how any hash of it is found again.

Kept are the hash of every leaf and the full tiles: 256 hashes side by side with the one above
them. A perfect subtree of height 8·L + r lies within one tile of level L, so that any proof
takes three statements, whatever the size of the log.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from vermilion.audit import merkle, models
from vermilion.audit.merkle import Node

WIDTH = 256
HEIGHT = 8
LEVELS = 8
"""Eight levels of tiles hold 2**64 leaves."""


def size() -> int:
    """How many traces are in the tree."""
    last = models.Leaf.objects.order_by("-index").values_list("index", flat=True).first()
    return 0 if last is None else last + 1


def entries(level: int, start: int, end: int) -> list[bytes]:
    """The hashes of a level of tiles from start to end: leaves, or roots of full tiles below."""
    if level == 0:
        leaves = models.Leaf.objects.filter(index__gte=start, index__lt=end).order_by("index")
        return [bytes(leaf.hash) for leaf in leaves]
    tiles = models.Tile.objects.filter(level=level - 1, index__gte=start, index__lt=end)
    return [bytes(tile.root) for tile in tiles.order_by("index").defer("hashes")]


def unfinished(size: int) -> list[list[bytes]]:
    """Per level, the hashes that do not fill a tile yet in a tree of this size."""
    levels = []
    for level in range(LEVELS):
        count = size >> (HEIGHT * level)
        if not count:
            break
        levels.append(entries(level, count - count % WIDTH, count))
    return levels


def edge_of(levels: list[list[bytes]]) -> merkle.Edge:
    """The right edge of the tree, from what does not fill a tile."""
    edge = merkle.Edge()
    for level in reversed(range(len(levels))):
        for value in levels[level]:
            edge.append(value, height=HEIGHT * level)
    return edge


def root(size: int) -> bytes:
    """The root that the stored tree had at this size."""
    if size == 0:
        return merkle.EMPTY_ROOT
    return merkle.hashes_of([(0, size)], nodes(merkle.cover((0, size))))[0]


def inclusion(index: int, size: int) -> list[bytes]:
    """The hashes that prove a leaf to be in the tree of this size."""
    return _hashes_of(merkle.inclusion_spans(index, size))


def consistency(old: int, new: int) -> list[bytes]:
    """The hashes that prove the old tree to be a prefix of the new one."""
    return _hashes_of(merkle.consistency_spans(old, new))


def nodes(wanted: Iterable[Node]) -> dict[Node, bytes]:
    """The hashes of perfect subtrees, read in at most three statements."""
    wanted = list(wanted)
    tiles: dict[tuple[int, int], dict[int, bytes]] = defaultdict(dict)
    for node in wanted:
        level, first, _last = _place(node)
        tiles[level, first // WIDTH] = {}
    _read_full(tiles)
    _read_partial({place for place, values in tiles.items() if not values}, wanted, tiles)
    known = {}
    for node in wanted:
        level, first, last = _place(node)
        row = tiles[level, first // WIDTH]
        known[node] = merkle.perfect_root([row[entry] for entry in range(first, last)])
    return known


def _hashes_of(spans: list[merkle.Span]) -> list[bytes]:
    known = nodes(node for span in spans for node in merkle.cover(span))
    return merkle.hashes_of(spans, known)


def _place(node: Node) -> tuple[int, int, int]:
    level, rest = divmod(node.height, HEIGHT)
    return level, node.index << rest, (node.index + 1) << rest


def _read_full(tiles: dict[tuple[int, int], dict[int, bytes]]) -> None:
    if not tiles:
        return
    where = Q()
    for level, index in tiles:
        where |= Q(level=level, index=index)
    for tile in models.Tile.objects.filter(where):
        hashes = bytes(tile.hashes)
        tiles[tile.level, tile.index] = {
            tile.index * WIDTH + i: hashes[32 * i : 32 * i + 32] for i in range(WIDTH)
        }


def _read_partial(
    missing: set[tuple[int, int]],
    wanted: list[Node],
    tiles: dict[tuple[int, int], dict[int, bytes]],
) -> None:
    leaves, roots = Q(), Q()
    for node in wanted:
        level, first, last = _place(node)
        if (level, first // WIDTH) not in missing:
            continue
        if level == 0:
            leaves |= Q(index__gte=first, index__lt=last)
        else:
            roots |= Q(level=level - 1, index__gte=first, index__lt=last)
    if leaves:
        for leaf in models.Leaf.objects.filter(leaves):
            tiles[0, leaf.index // WIDTH][leaf.index] = bytes(leaf.hash)
    if roots:
        for tile in models.Tile.objects.filter(roots).defer("hashes"):
            tiles[tile.level + 1, tile.index // WIDTH][tile.index] = bytes(tile.root)
