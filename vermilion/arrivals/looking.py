"""What a job does with an arrival: unpack, choose the paper, read it. Each step can be repeated."""

from datetime import datetime

from vermilion.arrivals import actions, models, queries, rules
from vermilion.directory import queries as directory
from vermilion.documents import actions as secrecy
from vermilion.documents import queries as documents
from vermilion.documents.types import FileHandedIn
from vermilion.files import actions as files
from vermilion.files import queries as kept
from vermilion.kernel.actors import Actor, system
from vermilion.kernel.clock import local_day

READS_AT_MOST = 8
"""Files of one arrival among which the paper itself is looked for by reading."""


def look_into(arrival_id: int, *, at: datetime) -> None:
    """Unpack what is packed, then read what is left. An arrival dealt with is left alone."""
    arrival = models.Arrival.objects.filter(pk=arrival_id).first()
    if arrival is None or not arrival.is_open:
        return
    actor = reader_of(arrival)
    _unpack(arrival, actor, at=at)
    _read(arrival, actor, at=at)


def reader_of(arrival: models.Arrival) -> Actor:
    """The installation itself, in the body to which the arrival came, at its hour."""
    body = directory.body(arrival.body_id)
    return system("inbox", body_id=body.pk, time_zone=body.time_zone)


def _unpack(arrival: models.Arrival, actor: Actor, *, at: datetime) -> None:
    rows = models.Enclosure.objects.filter(arrival=arrival, unpacked_at=None, out_of=None)
    for row in rows.select_related("blob").order_by("ordinal", "pk"):
        kind = rules.holds_several(row.name, row.blob.media_type)
        standing = kept.standing_of([row.blob_id])[row.blob_id]
        if not kind or standing.under_way or not standing.served or documents.is_held(row.blob_id):
            continue
        try:
            taken = files.unpack(actor=actor, blob_id=row.blob_id, kind=kind, at=at)
        except files.CannotUnpack:
            # What is wrong with it is said by its examination; it stays as it came.
            taken = files.Unpacked(())
        found = [
            FileHandedIn(blob_id=each.blob_id, name=each.name)
            for each in taken.uploads
            if each.blob_id is not None
        ]
        # Before anything is shown: what bears a mark is stopped as it is when handed in.
        for file in found:
            secrecy.stop_if_marked(actor=actor, blob_id=file.blob_id, at=at)
        actions.unpack(
            actor=actor,
            arrival_id=arrival.pk,
            enclosure_id=row.pk,
            files=found,
            letter_from=taken.sender,
            letter_text=taken.text,
            title=taken.subject,
            at=at,
        )


def _read(arrival: models.Arrival, actor: Actor, *, at: datetime) -> None:
    rows = list(
        models.Enclosure.objects.filter(arrival=arrival, taken_out=None).order_by("ordinal", "pk")
    )
    standings = kept.standing_of([row.blob_id for row in rows])
    if not rows or any(standings[row.blob_id].under_way for row in rows[:READS_AT_MOST]):
        return
    day = local_day(at, actor.time_zone)
    seen = {
        row.blob_id: {} if documents.is_held(row.blob_id) else queries.seen_in(row.blob_id, day=day)
        for row in rows[:READS_AT_MOST]
    }
    paper = rows[0]
    if arrival.read_at is None and not queries.was_ordered(arrival):
        found = [
            rules.Candidate(row.name, int(seen.get(row.blob_id, {}).get("fields", 0)))
            for row in rows
        ]
        paper = rows[rules.the_paper(found)]
    recognition = kept.recognition_of([paper.blob_id]).get(paper.blob_id)
    if not seen.get(paper.blob_id) and recognition is not None and recognition.under_way:
        # It is asked for again as soon as the words of its first pages are known.
        return
    actions.note_reading(
        actor=actor,
        arrival_id=arrival.pk,
        paper_id=paper.pk,
        seen=seen.get(paper.blob_id, {}),
        at=at,
    )
