"""What may be read of files: their bytes, their text, how their examination stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, BinaryIO
from uuid import UUID

from django.db.models import BigIntegerField, Exists, F, Max, OuterRef, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from procrastinate.contrib.django.models import ProcrastinateJob

from vermilion.files import child, looking, models, policy, recognising, rules, vault, words
from vermilion.files.laying_open import LaidOpen as LaidOpen
from vermilion.files.laying_open import laid_open as laid_open
from vermilion.files.reading.trouble import Trouble
from vermilion.files.sorting import sorting as sorting
from vermilion.files.types import (
    HandedIn,
    PageText,
    Recognising,
    RecognitionStanding,
    Stage,
    Standing,
    State,
)
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound

LEFT_AT_ONCE = 1_000
QUICKLY = 32 * 1024 * 1024
"""Up to this size a file is looked into while somebody waits."""

WEIGHT = (
    State.QUARANTINED,
    State.RUNNING,
    State.WAITING,
    State.FAILED,
    State.REFUSED,
)
"""Of the stages of a blob, the first of these that occurs is how the whole stands."""


def blob(actor: Actor, digest: str, at: datetime) -> models.Blob:
    """The blob of this digest, for somebody who may read it; otherwise it is not here."""
    found = models.Blob.objects.select_related("key").filter(digest=digest).first()
    if found is None or not policy.can_read(actor, found, at):
        raise NotFound
    return found


def examined_blob(actor: Actor, digest: str, at: datetime) -> models.Blob:
    """The same for its examination, which those who look after quarantine may see as well."""
    found = models.Blob.objects.select_related("key").filter(digest=digest).first()
    if found is None or not policy.can_examine_again(actor, found, at):
        raise NotFound
    return found


def name_of(actor: Actor, blob: models.Blob) -> str:
    """The name under which this actor handed the bytes in; others' names are not told."""
    own = models.Upload.objects.filter(blob=blob, person_id=actor.person_id).order_by(
        "-begun_at", "pk"
    )
    named = own.values_list("name", flat=True).first() if actor.person_id else None
    ending = rules.usual_ending(blob.media_type)
    return named or f"{blob.digest[:12]}{ending}"


def opened(blob: models.Sealed, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
    """The bytes of a blob from any place on, verified as they are read."""
    return vault.opened(blob, start, stop)


def reading_copy(blob: models.Blob) -> models.Blob | models.Rendition | None:
    """What a reader of PDF opens: the PDF that was made of the blob, or the blob itself.

    Of a scan that is the searchable one, whose pages stand upright as their places are told.
    """
    made = models.Rendition.objects.select_related("key")
    found = made.filter(blob=blob, kind=models.Rendition.Kind.PDF).first()
    return found or (blob if blob.media_type == rules.PDF else None)


def upload(actor: Actor, upload_id: UUID) -> HandedIn:
    """An upload of this actor; another's is not here."""
    [found] = handed_in(actor, [str(upload_id)])
    return found


def handed_in(actor: Actor, ids: Iterable[str]) -> list[HandedIn]:
    """The uploads of this actor by these ids, in the order asked for."""
    wanted = [_uuid(each) for each in ids]
    rows = models.Upload.objects.filter(pk__in=wanted, withdrawn_at=None).select_related("blob")
    found = {row.pk: row for row in rows.order_by("pk") if policy.is_uploader(actor, row)}
    if any(each not in found for each in wanted):
        raise NotFound
    blob_ids = [row.blob_id for row in found.values() if row.blob_id is not None]
    standings, recognitions = standing_of(blob_ids), recognition_of(blob_ids)
    told = [_told(found[each], standings) for each in wanted]
    return [replace(each, recognition=recognitions.get(each.blob_id or 0)) for each in told]


def readable(actor: Actor, blob_ids: Iterable[int], at: datetime) -> set[int]:
    """Those of these blobs that are here and that the actor may read."""
    rows = models.Blob.objects.filter(pk__in=set(blob_ids)).order_by("pk")
    return {row.pk for row in rows if policy.can_read(actor, row, at)}


def hands_of(blob_id: int) -> list[tuple[int, int | None]]:
    """Who handed these bytes in: bodies, and the person of each who did so first."""
    rows = models.Upload.objects.filter(blob=blob_id, withdrawn_at=None, body_id__isnull=False)
    first: dict[int, int | None] = {}
    for body_id, person_id in rows.order_by("begun_at", "pk").values_list("body_id", "person_id"):
        if body_id is not None:
            first.setdefault(body_id, person_id)
    return sorted(first.items())


def standing_of(blob_ids: Sequence[int]) -> dict[int, Standing]:
    """How each of these blobs stands, in words. Two statements, however many they are."""
    rows = models.Examination.objects.filter(blob__in=blob_ids).order_by("blob", "pk")
    by_blob: dict[int, list[models.Examination]] = defaultdict(list)
    for row in rows:
        by_blob[row.blob_id].append(row)
    return {each: _standing(each, by_blob[each]) for each in blob_ids}


def examinations(blob: models.Blob) -> list[models.Examination]:
    """The stages of a blob in the order in which they are gone through."""
    order = list(Stage)
    rows = models.Examination.objects.filter(blob=blob).order_by("pk")
    return sorted(rows, key=lambda row: order.index(Stage(row.stage)))


def text_of(blob_id: int, first: int = 1, count: int | None = None) -> list[PageText]:
    """The text that the examination kept, page by page."""
    pages = models.Page.objects.filter(blob=blob_id, number__gte=first).order_by("number", "pk")
    return [_page(row) for row in (pages if count is None else pages[:count])]


def first_pages_text(blob_id: int, pages: int = 3) -> list[PageText]:
    """The text of the first pages at once, whether or not the examination has come to it.

    Takes a second for an ordinary file and six at the very most; nothing is told of a file
    that cannot be read, or is large, or lies in quarantine.
    """
    if kept := text_of(blob_id, count=pages):
        return kept
    found = models.Blob.objects.select_related("key").get(pk=blob_id)
    if found.size > QUICKLY or not standing_of([blob_id])[blob_id].served:
        return []
    try:
        with child.plain_file(vault.opened(found)) as file:
            return _looked_into(found.media_type, file, pages)
    except (Trouble, child.Killed, child.Broken, *vault.FAULTS):
        return []


def text_in(
    file: BinaryIO, pages: int = 3, recognise: int = recognising.RECOGNISED_AT_ONCE
) -> list[PageText]:
    """The text of the first pages of a file that is not kept here. Nothing of one not readable.

    Of pages without usable text, the first few are recognised where an engine is installed.
    """
    try:
        kind = _kind_of("", file)
        told = _told_text(kind, file, pages)
    except (Trouble, child.Killed, child.Broken):
        return []
    read = [_page(models.Page(**page)) for page in told["pages"]]
    scanned = told["scanned"][:recognise] if "scanned" in told else []
    if kind == "image":
        scanned = list(range(1, min(pages, recognise) + 1))
    try:
        found = recognising.pages_of_text(file, kind, scanned)
    except (Trouble, child.Killed, child.Broken):
        return read
    by_number = {page.number: page for page in [*read, *found]}
    return [by_number[number] for number in sorted(by_number)]


def left_lying(*, before: datetime) -> list[int]:
    """Blobs with a stage that waits, runs or failed since before a time, and no job for it."""
    stuck = Q(state=State.WAITING, asked_at__lt=before) | Q(
        state__in=[State.RUNNING, State.FAILED], started_at__lt=before
    )
    queued = _queued("files.examine")
    rows = models.Examination.objects.filter(stuck).exclude(Exists(queued)).order_by("blob")
    return list(rows.values_list("blob", flat=True).distinct()[:LEFT_AT_ONCE])


def page_count(blob_id: int) -> int | None:
    """How many pages a file has, once that was counted."""
    rows = models.Examination.objects.filter(blob=blob_id).order_by("pk")
    counted = [row.facts.get("pages") for row in rows]
    return next((pages for pages in reversed(counted) if isinstance(pages, int)), None)


def origins_of(blob_id: int) -> list[models.Origin]:
    """Where each page of a file that was put together here comes from, in order."""
    rows = models.Origin.objects.filter(blob=blob_id).select_related("source")
    return list(rows.order_by("number"))


def recognition_of(blob_ids: Sequence[int]) -> dict[int, RecognitionStanding]:
    """How the recognition of each of these scans stands; files that need none are not there."""
    rows = models.Recognition.objects.filter(blob__in=blob_ids).order_by("blob")
    return {row.blob_id: _recognition(row) for row in rows}


def unrecognised(*, before: datetime) -> list[int]:
    """Scans that wait or stand still since before a time, and those that can be read by now."""
    stuck = Q(state=Recognising.WAITING, asked_at__lt=before) | Q(
        state=Recognising.RUNNING, moved_at__lt=before
    )
    if recognising.engine() is not None:
        stuck |= Q(state=Recognising.IMPOSSIBLE)
    rows = models.Recognition.objects.filter(stuck).exclude(Exists(_queued("files.recognise")))
    return list(rows.order_by("asked_at", "pk").values_list("blob", flat=True)[:LEFT_AT_ONCE])


def longest_unread(count: int) -> list[int]:
    """Blobs whose bytes were not re-read for the longest time, those never re-read first.

    A count of 0 asks for all of them.
    """
    rows = models.Blob.objects.annotate(read_at=Max("fixity_checks__at"))
    order = rows.order_by(F("read_at").asc(nulls_first=True), "pk")
    return list(order.values_list("pk", flat=True)[: count or None])


def _queued(name: str) -> Any:
    """The jobs of a name that wait or run for the blob of the row outside."""
    jobs = ProcrastinateJob.objects.annotate(blob=Cast(KT("args__blob_id"), BigIntegerField()))
    return jobs.filter(task_name=name, status__in=["todo", "doing"], blob=OuterRef("blob_id"))


def _recognition(row: models.Recognition) -> RecognitionStanding:
    said = words.reason(row.reason, row.facts)
    return RecognitionStanding(
        blob_id=row.blob_id,
        state=Recognising(row.state),
        done=row.done,
        of=row.of,
        sentence=str(said.sentence),
        what_helps=str(said.helps),
    )


def _looked_into(media_type: str, file: BinaryIO, pages: int) -> list[PageText]:
    told = _told_text(_kind_of(media_type, file), file, pages)
    return [_page(models.Page(**page)) for page in told["pages"]]


def _kind_of(media_type: str, file: BinaryIO) -> str:
    # A PDF says so at once; asking for the type first would double the time somebody waits.
    file.seek(0)
    kind = "pdf" if b"%PDF-" in file.read(1024) else looking.kind_of(media_type)
    if not kind:
        told = child.run("identify", file, child.QUICK_LOOK)
        kind = looking.kind_of(told["media_type"])
    return kind


def _told_text(kind: str, file: BinaryIO, pages: int) -> dict[str, Any]:
    if kind not in looking.READ:
        return {"pages": []}
    return child.run("text", file, child.QUICK_LOOK, kind=kind, first=1, count=pages, most=500_000)


def _page(row: models.Page) -> PageText:
    lines = recognising.lines_of(row.lines)
    recognised = row.certainty is not None
    return PageText(row.number, row.text, row.width, row.height, lines, recognised=recognised)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as fault:
        raise NotFound from fault


def _told(row: models.Upload, standings: dict[int, Standing]) -> HandedIn:
    blob = row.blob
    return HandedIn(
        upload_id=row.pk,
        name=row.name,
        size=blob.size if blob else row.declared_size,
        received=row.received,
        media_type=blob.media_type if blob else row.declared_type,
        blob_id=row.blob_id,
        digest=blob.digest if blob else "",
        standing=standings[blob.pk] if blob else Standing(0, State.RECEIVING),
    )


def _standing(blob_id: int, rows: list[models.Examination]) -> Standing:
    states = {row.state for row in rows}
    state = next((each for each in WEIGHT if each in states), State.DONE if rows else State.WAITING)
    telling = next((row for row in rows if row.state == state and row.reason), None)
    said = words.reason(telling.reason, telling.facts) if telling else words.Said("")
    counted = (row.facts.get("pages") for row in reversed(rows))
    return Standing(
        blob_id=blob_id,
        state=state,
        sentence=str(said.sentence),
        what_helps=str(said.helps),
        warnings=tuple(
            words.warning(each["code"], each.get("facts", {}))
            for row in rows
            for each in row.warnings
        ),
        pages=next((pages for pages in counted if isinstance(pages, int)), None),
    )
