"""Put files in order: several arrivals into one, one into several, packed ones unpacked."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.arrivals import models, policy
from vermilion.arrivals.actions.coming import look_into, take_in
from vermilion.arrivals.actions.rows import lay_to, locked, note, put_in_front, settle
from vermilion.arrivals.types import Came, Deed, Standing
from vermilion.audit import actions as audit
from vermilion.documents.types import FileHandedIn
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused


class NotInOneInbox(Refused):
    message = _("Choose at least two arrivals that still wait in this inbox.")
    status = 422


class NothingToPart(Refused):
    message = _("Choose some of its files, but not all: what is left stays where it is.")
    status = 422


@transaction.atomic
def gather(*, actor: Actor, arrival_ids: Sequence[int], at: datetime) -> models.Arrival:
    """Put several arrivals together as one: the first keeps its place and takes all files.

    The others stand as gathered from then on; nothing of them is lost.
    """
    ids = list(dict.fromkeys(arrival_ids))
    # In one order, whoever asks: two who gather at once must not wait for each other.
    rows = {each: locked(each) for each in sorted(ids)}
    if len(rows) < 2:
        raise NotInOneInbox
    for row in rows.values():
        policy.require(policy.can_settle(actor, row))
    first, *others = [rows[each] for each in ids]
    for other in others:
        files = models.Enclosure.objects.filter(arrival=other).order_by("ordinal", "pk")
        lay_to(first, [FileHandedIn(blob_id=each.blob_id, name=each.name) for each in files])
        other.follows = first
        settle(other, Standing.GATHERED, actor=actor, at=at)
        note(other, Deed.GATHERED, actor=actor, at=at)
        first.urgency = max(first.urgency, other.urgency)
        first.letter_text = first.letter_text or other.letter_text
        first.letter_from = first.letter_from or other.letter_from
    first.save(update_fields=["urgency", "letter_text", "letter_from"])
    note(first, Deed.GATHERED, actor=actor, at=at)
    audit.record(actor, "arrivals.arrival.gathered", f"arrival:{first.pk}", at=at, parts=len(ids))
    look_into(first)
    return first


@transaction.atomic
def part(
    *,
    actor: Actor,
    arrival_id: int,
    enclosure_ids: Sequence[int],
    each_apart: bool,
    at: datetime,
) -> list[models.Arrival]:
    """Take files out of an arrival into one of their own, or into one each."""
    arrival = locked(arrival_id)
    policy.require(policy.can_settle(actor, arrival))
    rows = list(models.Enclosure.objects.filter(arrival=arrival).order_by("ordinal", "pk"))
    chosen = [each for each in rows if each.pk in set(enclosure_ids)]
    if not chosen or len(chosen) == len(rows):
        raise NothingToPart
    groups = [[each] for each in chosen] if each_apart else [chosen]
    models.Enclosure.objects.filter(pk__in=[each.pk for each in chosen]).delete()
    made = [_arrival_of(group, arrival, actor=actor, at=at) for group in groups]
    note(arrival, Deed.PARTED, actor=actor, at=at)
    audit.record(actor, "arrivals.arrival.parted", f"arrival:{arrival.pk}", at=at, parts=len(made))
    look_into(arrival)
    return made


@transaction.atomic
def put_first(*, actor: Actor, arrival_id: int, enclosure_id: int, at: datetime) -> models.Arrival:
    """Make one file of an arrival the paper itself; the others follow in their order."""
    arrival = locked(arrival_id)
    policy.require(policy.can_settle(actor, arrival))
    put_in_front(arrival, enclosure_id)
    note(arrival, Deed.ORDERED, actor=actor, at=at)
    audit.record(actor, "arrivals.arrival.ordered", f"arrival:{arrival.pk}", at=at)
    arrival.read_at = None
    arrival.save(update_fields=["read_at"])
    look_into(arrival)
    return arrival


@transaction.atomic
def rearrange(
    *,
    actor: Actor,
    arrival_id: int,
    sorted_blob_ids: Sequence[int],
    files: Sequence[FileHandedIn],
    at: datetime,
) -> list[models.Arrival]:
    """Put papers made of the pages of an arrival in the place of the files they were made of.

    The first paper stays this arrival; each further one becomes an arrival of its own. The
    originals are kept with what was made of them.
    """
    arrival = locked(arrival_id)
    policy.require(policy.can_settle(actor, arrival))
    first, *others = files
    replaced = models.Enclosure.objects.filter(arrival=arrival, blob_id__in=sorted_blob_ids)
    kept = replaced.filter(blob_id=first.blob_id).first()
    replaced.exclude(pk=kept.pk if kept else 0).delete()
    paper = kept or lay_to(arrival, [first])[0]
    put_in_front(arrival, paper.pk)
    arrival.title = first.name[:255]
    arrival.read_at = None
    arrival.save(update_fields=["title", "read_at"])
    made = [take_in(actor=actor, came=_like(arrival, each.name, (each,)), at=at) for each in others]
    note(arrival, Deed.PARTED, actor=actor, at=at)
    audit.record(actor, "arrivals.arrival.parted", f"arrival:{arrival.pk}", at=at, parts=len(files))
    look_into(arrival)
    return [arrival, *made]


@transaction.atomic
def unpack(
    *,
    actor: Actor,
    arrival_id: int,
    enclosure_id: int,
    files: Sequence[FileHandedIn],
    at: datetime,
    letter_from: str = "",
    letter_text: str = "",
    title: str = "",
) -> models.Arrival:
    """Lay what a mail or an archive held beside it, or into arrivals of their own.

    Done once for each packed file, however often it is asked for.
    """
    arrival = locked(arrival_id)
    policy.require(policy.can_unpack(actor, arrival))
    packed = models.Enclosure.objects.filter(arrival=arrival, pk=enclosure_id).first()
    if packed is None:
        raise NotFound
    if packed.unpacked_at is not None:
        return arrival
    packed.unpacked_at = at
    packed.save(update_fields=["unpacked_at"])
    arrival.letter_from = arrival.letter_from or letter_from[:255]
    arrival.letter_text = arrival.letter_text or letter_text
    arrival.title = title[:255] or arrival.title
    arrival.save(update_fields=["letter_from", "letter_text", "title"])
    if arrival.each_apart and len(files) > 1:
        _one_each(arrival, files, actor=actor, at=at)
    else:
        lay_to(arrival, files, out_of=packed)
    note(arrival, Deed.UNPACKED, actor=actor, at=at)
    audit.record(
        actor, "arrivals.arrival.unpacked", f"arrival:{arrival.pk}", at=at, parts=len(files)
    )
    return arrival


def _one_each(
    arrival: models.Arrival, files: Sequence[FileHandedIn], *, actor: Actor, at: datetime
) -> None:
    """Each file of an archive is a paper of its own; the archive itself gives way to the first."""
    first, *others = files
    models.Enclosure.objects.filter(arrival=arrival).delete()
    arrival.title = first.name[:255]
    arrival.save(update_fields=["title"])
    lay_to(arrival, [first])
    for each in others:
        take_in(actor=actor, came=_like(arrival, each.name, (each,)), at=at)


def _arrival_of(
    group: Sequence[models.Enclosure], arrival: models.Arrival, *, actor: Actor, at: datetime
) -> models.Arrival:
    files = tuple(FileHandedIn(blob_id=each.blob_id, name=each.name) for each in group)
    return take_in(actor=actor, came=_like(arrival, group[0].name, files), at=at)


def _like(arrival: models.Arrival, title: str, files: tuple[FileHandedIn, ...]) -> Came:
    """What came together with an arrival, on the same way and as pressing."""
    return Came(
        source=arrival.source,
        channel=arrival.channel,
        title=title,
        files=files,
        letter_from=arrival.letter_from,
        letter_text=arrival.letter_text,
        urgency=arrival.urgency if arrival.deliver_at is None else 0,
        deliver_at=arrival.deliver_at,
    )
