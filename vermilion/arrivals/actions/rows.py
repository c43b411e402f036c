"""The rows that every act writes: an arrival locked, a handling noted, files laid to it."""

from collections.abc import Iterable
from datetime import datetime

from vermilion.access.types import body_token
from vermilion.arrivals import models
from vermilion.arrivals.types import Deed, Standing
from vermilion.documents.types import FileHandedIn
from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.types import Subject
from vermilion.live import queue as live

INBOX = "arrivals"
"""The topic of the inbox of a body."""

PAPER = "paper"
"""The topic of one arrival that lies open."""


def locked(arrival_id: int) -> models.Arrival:
    """One arrival, for this transaction alone."""
    found = models.Arrival.objects.select_for_update().filter(pk=arrival_id).first()
    if found is None:
        raise NotFound
    return found


def note(
    arrival: models.Arrival, deed: Deed, *, actor: Actor, at: datetime, words: str = ""
) -> None:
    """Write down what was done with an arrival, and tell the inboxes that are open."""
    models.Handling.objects.create(
        arrival=arrival,
        deed=deed,
        words=words[:500],
        by=actor.name,
        by_post=actor.post,
        at=at,
    )
    live.changed(
        INBOX,
        tokens=[body_token(arrival.body_id, Duty.CLERK)],
        fresh=int(deed is Deed.CAME and arrival.standing == Standing.WAITING),
        by=actor,
    )
    # Whoever has it open would work on something that is dealt with; being read is shown there.
    if deed not in (Deed.CAME, Deed.READ):
        live.changed(PAPER, subjects=[Subject("arrival", arrival.pk)], by=actor)


def settle(
    arrival: models.Arrival, standing: Standing, *, actor: Actor, at: datetime, reason: str = ""
) -> None:
    """Let an arrival stand as dealt with."""
    arrival.standing = standing
    arrival.settled_at = at
    arrival.settled_by_id = actor.person_id
    arrival.reason = reason[:500]
    arrival.save()


def lay_to(
    arrival: models.Arrival,
    files: Iterable[FileHandedIn],
    *,
    out_of: models.Enclosure | None = None,
) -> list[models.Enclosure]:
    """Add files to an arrival, behind those it has; what it has already is passed over."""
    there = list(models.Enclosure.objects.filter(arrival=arrival).order_by("ordinal", "pk"))
    known = {each.blob_id for each in there}
    last = there[-1].ordinal if there else -1
    fresh: dict[int, FileHandedIn] = {}
    for file in files:
        if file.blob_id not in known:
            fresh.setdefault(file.blob_id, file)
    return models.Enclosure.objects.bulk_create(
        models.Enclosure(
            arrival=arrival,
            blob_id=file.blob_id,
            name=file.name[:255],
            ordinal=place,
            out_of=out_of,
        )
        for place, file in enumerate(fresh.values(), last + 1)
    )


def files_of(arrival: models.Arrival) -> list[FileHandedIn]:
    """The files of an arrival as the books take them, the paper itself first.

    A packed file out of which others were taken stays behind: its parts are the document.
    """
    rows = models.Enclosure.objects.filter(arrival=arrival).order_by("ordinal", "pk")
    parents = {each.out_of_id for each in rows}
    return [
        FileHandedIn(blob_id=each.blob_id, name=each.name)
        for each in rows
        if each.pk not in parents
    ]


def put_in_front(arrival: models.Arrival, enclosure_id: int) -> None:
    """Make one file of an arrival the first; the others follow in their order."""
    rows = list(models.Enclosure.objects.filter(arrival=arrival).order_by("ordinal", "pk"))
    if enclosure_id not in {each.pk for each in rows}:
        raise NotFound
    rows.sort(key=lambda each: (each.pk != enclosure_id, each.ordinal, each.pk))
    for place, row in enumerate(rows):
        row.ordinal = place
    models.Enclosure.objects.bulk_update(rows, ["ordinal"])
