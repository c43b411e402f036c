"""From traces to a signed tree, in the three words of the trade.

*Sequenced*: the transaction of the act is over and the trace has its place. *Integrated*: its
hash is in the tree. *Published*: a signed checkpoint covers it. All three happen here in one
transaction, under one lock, seconds after the act; so no act ever waits for another.

This is not an act anybody answers for, and it leaves no trace: it would never come to rest.
"""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from vermilion.audit import keys, memory, merkle, models, notes, tree

logger = logging.getLogger(__name__)

BATCH = 5_000


class DoesNotFollow(Exception):
    """The stored tree does not continue what was signed before. Nothing more is signed."""


@dataclass(frozen=True, slots=True)
class Integrated:
    """What one round brought: the entries added, and the checkpoint that covers them."""

    added: int
    size: int
    more: bool
    set_aside: list[int]
    """Numbers of traces that carry no seal of this installation: not ours, not signed."""


def integrate(*, at: datetime) -> Integrated | None:
    """Take what is waiting into the tree and sign the new root.

    None when another process is doing so. Raises `DoesNotFollow` rather than sign a tree that
    does not begin with every tree signed before.
    """
    with transaction.atomic():
        horizon = _locked_horizon()
        if horizon is None:
            return None
        levels = tree.unfinished(tree.size())
        edge = tree.edge_of(levels)
        _refuse_what_does_not_follow(edge)
        oldest, beyond = _transactions_at_hand()
        waiting = _waiting(horizon.transaction, oldest, beyond)
        head = _append(waiting.ours, levels, edge)
        note = None if _is_signed(head) else _publish(head, at=at)
        _advance(horizon, waiting.done)
    if note:
        memory.remember(note)
    if waiting.others:
        logger.error("traces without our seal were not taken into the log: %s", waiting.others)
    return Integrated(len(waiting.ours), head.size, waiting.more, waiting.others)


def compare() -> None:
    """Let it pass that the stored tree continues all that was signed, or raise `DoesNotFollow`."""
    with transaction.atomic():
        _refuse_what_does_not_follow(tree.edge_of(tree.unfinished(tree.size())))


def _locked_horizon() -> models.Horizon | None:
    with connection.cursor() as cursor:
        # Held to the end of the transaction: there is one integrator in the whole cluster.
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('audit.integrate'))")
        if not cursor.fetchone()[0]:
            return None
    horizon, _ = models.Horizon.objects.get_or_create(pk=1)
    return horizon


def _refuse_what_does_not_follow(edge: merkle.Edge) -> None:
    """Compare the stored tree with the last checkpoint here and in this machine's memory."""
    last = models.Checkpoint.objects.filter(origin=keys.origin()).order_by("-size").first()
    if last is not None:
        head = _head_of(last.note)
        if (head.size, head.root) != (edge.size, edge.root):
            raise DoesNotFollow(f"the tree does not have the root signed at {head.size}")
    note = memory.last_note()
    if note is not None:
        head = _head_of(note)
        if head.size > edge.size:
            raise DoesNotFollow(f"the log has {edge.size} entries, {head.size} were signed")
        if head.root != tree.root(head.size):
            raise DoesNotFollow(f"another tree was signed at {head.size}")


def _head_of(note: str) -> notes.Head:
    try:
        return notes.head_of(note, keys.verifier())
    except (notes.NotSigned, notes.Unreadable) as wrong:
        raise DoesNotFollow(f"the last checkpoint is not ours: {wrong}") from wrong


def _transactions_at_hand() -> tuple[int, int]:
    """The oldest transaction still running, and the first that has not begun."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_snapshot_xmin(now)::text::bigint, pg_snapshot_xmax(now)::text::bigint "
            "FROM pg_current_snapshot() AS now"
        )
        oldest, beyond = cursor.fetchone()
    return oldest, beyond


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What can be taken in now, and up to which transaction everything will then be in."""

    ours: list[tuple[int, bytes]]
    others: list[int]
    done: int
    more: bool


# Numbers are handed out before the commit: a row of a running transaction may still turn up below
# the ones we see. Below the oldest transaction still running none can. A row of a transaction
# that has not begun here was brought along by a restore. What this very transaction wrote stands
# and falls with its leaf.
_PAGE = """
SELECT trace.* FROM audit_trace trace
WHERE trace.transaction >= %(done)s
AND (
  trace.transaction < %(oldest)s OR trace.transaction >= %(beyond)s
  OR trace.transaction = pg_current_xact_id_if_assigned()::text::bigint
)
AND (trace.transaction, trace.id) > (%(transaction)s, %(id)s)
AND NOT EXISTS (SELECT FROM audit_leaf leaf WHERE leaf.trace_id = trace.id)
ORDER BY trace.transaction, trace.id
LIMIT %(batch)s
"""


def _waiting(done: int, oldest: int, beyond: int) -> _Waiting:
    # A restored database counts its transactions anew: then every row is looked at once more.
    done = done if done <= oldest else 0
    limits = {"done": done, "oldest": oldest, "beyond": beyond, "batch": BATCH}
    ours: list[tuple[int, bytes]] = []
    others: list[int] = []
    last = (-1, -1)
    while not ours:
        place = {"transaction": last[0], "id": last[1]}
        page = list(models.Trace.objects.raw(_PAGE, {**limits, **place}))
        _sort_by_seal(page, ours, others)
        if len(page) < BATCH:
            return _Waiting(ours, others, done=oldest, more=False)
        last = (page[-1].transaction, page[-1].id)
    # The last transaction of the page may have more rows than the page.
    return _Waiting(ours, others, done=min(last[0], oldest), more=True)


def _sort_by_seal(
    traces: list[models.Trace], ours: list[tuple[int, bytes]], others: list[int]
) -> None:
    key = keys.seal_key()
    for trace in traces:
        entry = trace.entry
        seal = entry.seal(key)
        if seal == bytes(trace.seal):
            ours.append((trace.id, merkle.leaf_hash(entry.leaf(seal))))
        else:
            others.append(trace.id)


def _append(
    ours: list[tuple[int, bytes]], levels: list[list[bytes]], edge: merkle.Edge
) -> notes.Head:
    leaves, tiles = [], []
    for trace_id, value in ours:
        leaves.append(models.Leaf(index=edge.size, trace_id=trace_id, hash=value))
        edge.append(value)
        tiles += _full_tiles(levels, value, edge.size)
    models.Leaf.objects.bulk_create(leaves, batch_size=1_000)
    models.Tile.objects.bulk_create(tiles)
    return notes.Head(keys.origin(), edge.size, edge.root)


def _full_tiles(levels: list[list[bytes]], value: bytes, size: int) -> list[models.Tile]:
    """Put a hash at the end of its level; what fills a tile moves up as one hash."""
    tiles = []
    for level in range(tree.LEVELS):
        if level == len(levels):
            levels.append([])
        levels[level].append(value)
        if len(levels[level]) < tree.WIDTH:
            break
        hashes, levels[level] = levels[level], []
        value = merkle.perfect_root(hashes)
        index = (size >> (tree.HEIGHT * (level + 1))) - 1
        tiles.append(models.Tile(level=level, index=index, hashes=b"".join(hashes), root=value))
    return tiles


def _is_signed(head: notes.Head) -> bool:
    return (
        head.size == 0
        or models.Checkpoint.objects.filter(origin=head.origin, size=head.size).exists()
    )


def _publish(head: notes.Head, *, at: datetime) -> str:
    note = notes.sign(head.text, name=head.origin, key=keys.signing_key())
    models.Checkpoint.objects.create(
        origin=head.origin, size=head.size, root=head.root, note=note, at=at
    )
    return note


def _advance(horizon: models.Horizon, transaction_number: int) -> None:
    if horizon.transaction != transaction_number:
        horizon.transaction = transaction_number
        horizon.save(update_fields=["transaction"])
