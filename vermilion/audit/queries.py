"""What the log says, and what it proves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vermilion.audit import keys, models, notes, policy, tree
from vermilion.audit.types import Act, Sought
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused


class NotPublishedYet(Refused):
    """The proof was asked for before the checkpoint that gives it."""

    message = _("This entry is on its way into the tree. Its proof is there in some seconds.")


@dataclass(frozen=True, slots=True)
class Proof:
    """That a trace is in the log: its place, and the file that shows it to anybody."""

    index: int
    head: notes.Head
    leaf: bytes
    hashes: list[bytes]
    text: str


@dataclass(frozen=True, slots=True)
class State:
    """How the log stands: how much was recorded, how much of it is proved."""

    head: notes.Head | None
    published_at: datetime | None
    note: str
    waiting: int
    verifier: str


def entries(actor: Actor, sought: Sought) -> QuerySet[models.Trace]:
    """The traces this actor may read, newest first. Nobody without the duty reads any."""
    traces = models.Trace.objects.order_by("-at", "-id")
    if not policy.can_read(actor):
        return traces.none()
    if not policy.reads_everything(actor):
        traces = traces.filter(body_id=actor.body_id)
    return traces.filter(_asked(sought, actor.time_zone))


def acts_of(traces: Iterable[models.Trace]) -> list[Act]:
    """Rows of the log as frozen lines, with their places in the tree; one statement for all."""
    found = list(traces)
    leaves = models.Leaf.objects.filter(trace_id__in=[trace.id for trace in found])
    places = dict(leaves.values_list("trace_id", "index"))
    return [_act(trace, places.get(trace.id)) for trace in found]


def entry(actor: Actor, trace_id: int) -> Act:
    """One line of the log. One that is not this actor's to read is not there."""
    trace = entries(actor, Sought()).filter(id=trace_id).first()
    if trace is None:
        raise NotFound
    [act] = acts_of([trace])
    return act


def history(subject: str, *, limit: int = 500) -> list[Act]:
    """Who did what to a thing, oldest first, for its page. The page has asked who may see it.

    Of a longer history, the latest part.
    """
    traces = models.Trace.objects.filter(subject=subject).order_by("-id")[:limit]
    return acts_of(traces)[::-1]


def histories(subjects: Sequence[str], *, limit: int = 500) -> list[Act]:
    """The history of several things as one, oldest first: a document with its slips and tasks."""
    traces = models.Trace.objects.filter(subject__in=subjects).order_by("-at", "-id")[:limit]
    return acts_of(traces)[::-1]


def readings(subject: str) -> list[Act]:
    """Who looked up a thing in the log, latest first."""
    traces = models.Trace.objects.filter(act="audit.log.read", facts__sought_subject=subject)
    return acts_of(traces.order_by("-at", "-id")[:200])


def proof_of(trace_id: int) -> Proof | None:
    """The proof that a trace is in the log, by the last checkpoint; None while it is on its way."""
    leaf = models.Leaf.objects.filter(trace_id=trace_id).first()
    checkpoint = last_checkpoint()
    if leaf is None or checkpoint is None or checkpoint.size <= leaf.index:
        return None
    trace = models.Trace.objects.get(id=trace_id)
    hashes = tree.inclusion(leaf.index, checkpoint.size)
    return Proof(
        index=leaf.index,
        head=notes.Head(checkpoint.origin, checkpoint.size, bytes(checkpoint.root)),
        leaf=trace.entry.leaf(bytes(trace.seal)),
        hashes=hashes,
        text=notes.proof_text(index=leaf.index, hashes=hashes, checkpoint=checkpoint.note),
    )


def last_checkpoint() -> models.Checkpoint | None:
    """The last thing this log has signed."""
    return models.Checkpoint.objects.filter(origin=keys.origin()).order_by("-size").first()


def state() -> State:
    """How the log stands at the moment."""
    checkpoint = last_checkpoint()
    head = checkpoint and notes.Head(checkpoint.origin, checkpoint.size, bytes(checkpoint.root))
    return State(
        head=head or None,
        published_at=checkpoint.at if checkpoint else None,
        note=checkpoint.note if checkpoint else "",
        waiting=waiting().count(),
        verifier=str(keys.verifier()),
    )


def waiting() -> QuerySet[models.Trace]:
    """Traces recorded and not yet in the tree."""
    horizon = models.Horizon.objects.values_list("transaction", flat=True).first() or 0
    return models.Trace.objects.filter(transaction__gte=horizon).extra(
        where=["NOT EXISTS (SELECT FROM audit_leaf leaf WHERE leaf.trace_id = audit_trace.id)"]
    )


def tile(level: int, index: int, width: int) -> bytes | None:
    """The first so many hashes of a tile, or None while it has fewer."""
    if width == tree.WIDTH:
        found = models.Tile.objects.filter(level=level, index=index).first()
        return None if found is None else bytes(found.hashes)
    start = index * tree.WIDTH
    hashes = tree.entries(level, start, start + width)
    return b"".join(hashes) if len(hashes) == width else None


def bundle(index: int, width: int) -> bytes | None:
    """The first so many entries under a tile, each after its length; None while it has fewer."""
    start = index * tree.WIDTH
    leaves = models.Leaf.objects.filter(index__gte=start, index__lt=start + width)
    numbers = list(leaves.order_by("index").values_list("trace_id", flat=True))
    traces = {trace.id: trace for trace in models.Trace.objects.filter(id__in=numbers)}
    if len(traces) < width:
        return None
    data = [traces[number].entry.leaf(bytes(traces[number].seal)) for number in numbers]
    return b"".join(len(each).to_bytes(2, "big") + each for each in data)


def _asked(sought: Sought, time_zone: str) -> Q:
    asked = Q()
    if sought.act:
        asked &= Q(act=sought.act)
    if sought.person:
        asked &= Q(actor__person=sought.person)
    if sought.subject:
        asked &= Q(subject=sought.subject)
    if sought.entry:
        asked &= Q(id=sought.entry)
    if sought.day:
        asked &= _on(sought.day, ZoneInfo(time_zone))
    return asked


def _on(day: date, zone: ZoneInfo) -> Q:
    """A day is what the wall of the reader's body shows."""
    try:
        begins = datetime.combine(day, time.min, zone).astimezone(UTC)
        ends = datetime.combine(day + timedelta(days=1), time.min, zone).astimezone(UTC)
    except OverflowError:  # the first and the last day of the calendar, on which nobody acted
        return Q(pk__in=[])
    return Q(at__gte=begins, at__lt=ends)


def _act(trace: models.Trace, index: int | None) -> Act:
    return Act(
        id=trace.id,
        at=trace.at,
        act=trace.act,
        subject=trace.subject,
        actor=trace.actor,
        facts=trace.facts,
        request=trace.request,
        index=index,
    )
