"""The inbox: what waits, in which order, and one thing of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from vermilion.arrivals import models, policy
from vermilion.arrivals.types import Deed, Standing
from vermilion.directory import queries as directory
from vermilion.documents import queries as documents
from vermilion.files import queries as files
from vermilion.files.types import RecognitionStanding
from vermilion.files.types import Standing as FileStanding
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.cursors import as_key
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import Verdict
from vermilion.registry import queries as books
from vermilion.workdays import queries as workdays

Arrivals = QuerySet[models.Arrival]
Entry = books.Entry

PAGE = 40
"""Rows of one page of the inbox."""

MANY = 1000
"""A count stops here."""

ORDER = ("-urgency", "order_at", "id")
"""Urgency first, within it the hour of delivery or of coming: a timed flash is never buried."""


def inbox(actor: Actor, standing: str = Standing.WAITING) -> Arrivals:
    """What stands so in the inbox of the actor's body, the most pressing first.

    What has been dealt with comes newest first. Empty for those who do not read the inbox.
    """
    if not policy.can_read_inbox(actor):
        return models.Arrival.objects.none()
    rows = models.Arrival.objects.filter(body_id=actor.own_body, standing=standing)
    if standing in (Standing.WAITING, Standing.ASIDE):
        return rows.order_by(*ORDER)
    return rows.order_by("-id")


def waiting(actor: Actor, at: datetime) -> Arrivals:  # noqa: ARG001 - asked as every list of a desk
    """What waits to be registered, the most pressing first: for the desk of the clerk."""
    return inbox(actor)


def count_waiting(actor: Actor) -> int:
    """How much waits, up to `MANY`."""
    return inbox(actor).order_by()[: MANY + 1].count()


def counts(actor: Actor) -> dict[str, int]:
    """How much stands how, of what is still to be dealt with. One query."""
    if not policy.can_read_inbox(actor):
        return {}
    rows = models.Arrival.objects.filter(
        body_id=actor.own_body, standing__in=[Standing.WAITING, Standing.ASIDE]
    )
    found = dict(rows.order_by().values_list("standing").annotate(Count("id")))
    return {each: found.get(each, 0) for each in (Standing.WAITING, Standing.ASIDE)}


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of the inbox, and the cursor behind which the next ones lie (empty: no more)."""

    rows: Sequence[models.Arrival]
    after: str


def page_of(rows: Arrivals, *, after: str = "") -> Page:
    """One page of the inbox, read by key."""
    key = as_key(after)
    last = models.Arrival.objects.filter(pk=key).first() if key is not None else None
    if last is not None:
        rows = rows.filter(_behind(last))
    found = list(_with_papers(rows)[: PAGE + 1])
    more = len(found) > PAGE
    return Page(found[:PAGE], str(found[PAGE - 1].pk) if more else "")


def overdue_among(actor: Actor, arrivals: Sequence[models.Arrival], *, at: datetime) -> set[int]:
    """Which of these wait longer than the law leaves: the day of arrival and the next working day;
    urgent ones the day alone. Today's, which can be neither, ask for no calendar."""
    today = local_day(at, actor.time_zone)
    came = {each.pk: local_day(each.came_at, actor.time_zone) for each in arrivals if each.is_open}
    if all(day >= today for day in came.values()):
        return set()
    calendar = workdays.calendar_of(actor.own_body, today)
    return {
        each.pk
        for each in arrivals
        if each.pk in came
        and calendar.days_late(came[each.pk], today, at_once=each.urgency > 0) > 0
    }


def next_after(actor: Actor, left: models.Arrival) -> models.Arrival | None:
    """What one goes on to after an arrival: the next one down the inbox, else the first."""
    rows = inbox(actor).exclude(pk=left.pk)
    return rows.filter(_behind(left)).first() or rows.first()


def arrival(actor: Actor, arrival_id: int) -> models.Arrival:
    """One arrival of the inbox of the actor's body. Unseen and unknown are the same refusal."""
    if not policy.can_read_inbox(actor):
        raise NotFound
    found = (
        models.Arrival.objects.filter(pk=arrival_id, body_id=actor.own_body)
        .select_related("entry__series", "entry__document", "follows")
        .first()
    )
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOfArrival:
    """A file of an arrival as its page shows it. A held one is named by nothing."""

    enclosure_id: int
    blob_id: int
    name: str
    digest: str
    size: int
    media_type: str
    standing: FileStanding
    held: bool
    hold_id: int | None
    is_paper: bool
    packed: bool
    reads_as_pdf: bool = False
    recognition: RecognitionStanding | None = None

    @property
    def opens_as_pdf(self) -> bool:
        """Whether the reader opens it; by its name, until the examination has told."""
        if self.standing.under_way:
            return self.name.lower().endswith(".pdf")
        return self.media_type == "application/pdf"

    @property
    def is_picture(self) -> bool:
        return self.media_type.startswith("image/")

    @property
    def shown(self) -> bool:
        """Whether its content may be shown at all."""
        return not self.held and self.standing.served


def files_in(actor: Actor, found: models.Arrival) -> list[FileOfArrival]:
    """The files of an arrival, the paper first, with how each stands. Fixed in queries."""
    rows = list(
        models.Enclosure.objects.filter(arrival=found)
        .select_related("blob")
        .order_by("ordinal", "pk")
    )
    packed = {row.out_of_id for row in rows}
    standings = files.standing_of([row.blob_id for row in rows])
    recognitions = files.recognition_of([row.blob_id for row in rows])
    papers = [row for row in rows if row.pk not in packed]
    return [
        FileOfArrival(
            enclosure_id=row.pk,
            blob_id=row.blob_id,
            name=row.name,
            digest=row.blob.digest,
            size=row.blob.size,
            media_type=row.blob.media_type,
            standing=standings[row.blob_id],
            held=(held := documents.is_held(row.blob_id)),
            hold_id=_hold_on(actor, row.blob_id) if held else None,
            is_paper=(first := bool(papers) and row.pk == papers[0].pk),
            packed=row.pk in packed,
            # A PDF made of it is looked for of the paper alone.
            reads_as_pdf=first and files.reading_copy(row.blob) is not None,
            recognition=recognitions.get(row.blob_id),
        )
        for row in [*papers, *(row for row in rows if row.pk in packed)]
    ]


def sortable(rows: Sequence[FileOfArrival]) -> list[int]:
    """The files of an arrival whose pages can be sorted: what was examined and has pages."""
    return [
        each.blob_id
        for each in rows
        if each.shown
        and not each.packed
        and not each.standing.under_way
        and (each.media_type == "application/pdf" or each.is_picture)
    ]


def _hold_on(actor: Actor, blob_id: int) -> int | None:
    hold = documents.open_hold(actor, blob_id)
    return hold.pk if hold else None


@dataclass(frozen=True, slots=True)
class FileState:
    """How the paper of an arrival stands."""

    standing: FileStanding
    held: bool
    recognition: RecognitionStanding | None = None

    @property
    def recognised_now(self) -> RecognitionStanding | None:
        """How far the recognition of a scan has come, while it goes on."""
        going_on = self.recognition is not None and self.recognition.under_way
        return self.recognition if going_on else None


def states_of(actor: Actor, blob_ids: Sequence[int]) -> dict[int, FileState]:
    """How these files stand, for the rows of the list. Four queries, however many there are."""
    if not policy.can_read_inbox(actor):
        return {}
    held = documents.held_among(blob_ids)
    standings = files.standing_of(blob_ids)
    recognitions = files.recognition_of(blob_ids)
    return {
        each: FileState(standings[each], each in held, recognitions.get(each)) for each in blob_ids
    }


def of_blob(blob_id: int) -> list[int]:
    """The open arrivals that hold a file, for the job that reads them."""
    rows = models.Arrival.objects.filter(
        enclosures__blob_id=blob_id, standing__in=[Standing.WAITING, Standing.ASIDE]
    )
    return list(rows.order_by("pk").values_list("pk", flat=True).distinct())


def was_ordered(found: models.Arrival) -> bool:
    """Whether a clerk has said which file is the paper itself."""
    return models.Handling.objects.filter(arrival=found, deed=Deed.ORDERED).exists()


def handlings_of(found: models.Arrival) -> list[models.Handling]:
    """What was done with an arrival, oldest first."""
    return list(models.Handling.objects.filter(arrival=found).order_by("pk"))


def may_read_blob(actor: Actor, blob_id: int, at: datetime) -> bool:  # noqa: ARG001 - as readers are asked
    """Whether an open arrival of the inbox that the actor reads holds this file."""
    if not policy.can_read_inbox(actor):
        return False
    open_here = Q(arrival__standing__in=[Standing.WAITING, Standing.ASIDE, Standing.REFUSED]) | Q(
        arrival__standing=Standing.JOINED, arrival__entry=None
    )
    return models.Enclosure.objects.filter(
        open_here, blob_id=blob_id, arrival__body_id=actor.own_body
    ).exists()


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the actor may do with an arrival, and why not."""

    settle: Verdict
    take_up: Verdict


def verdicts(actor: Actor, found: models.Arrival) -> Verdicts:
    """Whether the actor may deal with an arrival, with the reasons why not."""
    return Verdicts(policy.can_settle(actor, found), policy.can_take_up(actor, found))


def may_read_inbox(actor: Actor) -> Verdict:
    """Whether the actor reads the inbox, with the reasons why not."""
    return policy.can_read_inbox(actor)


def may_register_here(actor: Actor) -> Verdict:
    """Whether the actor registers what comes in, with the reasons why not."""
    return books.may_register(actor)


def may_teach(actor: Actor) -> Verdict:
    """Whether the actor decides what is learned, with the reasons why not."""
    return policy.can_teach(actor)


def lessons_of(actor: Actor, *, forgotten: bool = False) -> QuerySet[models.Lesson]:
    """What the actor's body has learned, the most used first; or what it has forgotten."""
    if not policy.can_teach(actor):
        return models.Lesson.objects.none()
    rows = models.Lesson.objects.filter(body_id=actor.own_body, forgotten_at__isnull=not forgotten)
    return rows.order_by("-forgotten_at", "-id") if forgotten else rows.order_by("-times", "-id")


def folder_bodies(name: str, at: datetime, time_zone: str) -> tuple[int, str] | None:
    """The body whose watched folder bears this name: a code of the directory, or its number."""
    day = local_day(at, time_zone)
    found = directory.body_by_identifier("", name, on=day)
    if found is not None:
        return found.body_id, found.name
    key = as_key(name)
    if key is not None:
        names = directory.names_of([key])
        if names:
            return key, names[key]
    return None


def has_sighting(path: str) -> models.Sighting | None:
    """How a file of a watched folder looked when it was last seen."""
    return models.Sighting.objects.filter(path=path).first()


def _with_papers(rows: Arrivals) -> Arrivals:
    return rows.select_related("entry__series").prefetch_related("enclosures")


def _behind(last: models.Arrival) -> Q:
    same = Q(urgency=last.urgency)
    later = Q(order_at__gt=last.order_at) | Q(order_at=last.order_at, pk__gt=last.pk)
    return Q(urgency__lt=last.urgency) | same & later
