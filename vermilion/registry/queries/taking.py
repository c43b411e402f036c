"""What is asked for when something is taken along from the books."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vermilion.access import queries as access
from vermilion.documents import queries as documents
from vermilion.files import queries as files
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.types import Subject
from vermilion.registry import models, policy
from vermilion.registry.queries.lines import Lines
from vermilion.registry.rules import Box, padded, room_for_stamp
from vermilion.registry.types import BookKind, Followed, Stamp, followers
from vermilion.web import shortlinks

A4_WIDTH, A4_HEIGHT = 595.3, 841.9
"""In points."""


def require_reading(actor: Actor) -> None:
    """Refused to whoever does not read the books of the body."""
    policy.require(policy.can_read_book(actor))


def postings_of(actor: Actor, *, since: date, until: date) -> QuerySet[models.Posting]:
    """What the body gave to the post in these days, in order of time."""
    require_reading(actor)
    return (
        models.Posting.objects.filter(
            entry__body_id=actor.own_body,
            entry__document__secrecy__lte=actor.clearance,
            on__gte=since,
            on__lte=until,
        )
        .select_related("entry__document")
        .order_by("on", "id")
    )


def entries_by_key(actor: Actor, keys: Sequence[int]) -> Lines:
    """These lines of the books of the actor's body, those the actor may read, by number."""
    require_reading(actor)
    return (
        models.Entry.objects.filter(
            pk__in=keys, body_id=actor.own_body, document__secrecy__lte=actor.clearance
        )
        .select_related("series__book", "document", "body")
        .order_by("number", "id")
    )


@dataclass(frozen=True, slots=True)
class Paper:
    """The document itself: its file, and the lines of its first page where they are known."""

    blob_id: int
    digest: str
    lines: tuple[Box, ...]
    width: float
    height: float


def paper_of(actor: Actor, line: models.Entry, *, at: datetime) -> Paper | None:
    """The file of a line that shows pages, as the actor may read it. None where there is none."""
    papers = documents.files_of(actor, line.document_id, at=at)
    if not papers or papers[0].held or not papers[0].has_pages:
        return None
    return Paper(papers[0].blob_id, papers[0].digest, *_first_page(papers[0].blob_id))


def stamp_on(line: models.Entry, blob_id: int) -> tuple[Stamp, Box] | None:
    """The arrival stamp of a line, and where on the first page of its paper there is room."""
    stamp = stamp_of(line)
    if stamp is None:
        return None
    lines, width, height = _first_page(blob_id)
    return stamp, room_for_stamp(lines, width=width, height=height)


def content_of(actor: Actor, paper: Paper, *, at: datetime) -> bytes:
    """The pages of a paper as a reader sees them, as one PDF."""
    copy = files.reading_copy(files.blob(actor, paper.digest, at))
    if copy is None:
        raise NotFound
    return b"".join(files.opened(copy))


def stamp_of(line: models.Entry) -> Stamp | None:
    """What the arrival stamp says (Decree 30/2020, App. IV). What went out has none."""
    if line.series.book.kind != BookKind.INCOMING:
        return None
    document = line.document
    dossier = " ".join(
        each for each in (document.dossier_notation, str(document.dossier_year or "")) if each
    )
    routed_to = "; ".join(each.recipient for each in line.transfers.all())
    return Stamp(
        body=line.body.name,
        word=_("ARRIVED"),
        fields=(
            (_("Number:"), padded(line.number)),
            (_("Day:"), date_format(line.arrived_on, "d/m/Y")),
            (_("Handed to:"), routed_to),
            (_("Number and notation of the dossier:"), dossier),
        ),
    )


def _first_page(blob_id: int) -> tuple[tuple[Box, ...], float, float]:
    page = next(iter(files.text_of(blob_id, count=1)), None)
    if page is None or not page.width:
        return (), A4_WIDTH, A4_HEIGHT
    return tuple(each.box for each in page.lines), page.width, page.height


def followed(actor: Actor, lines: Sequence[models.Entry], *, at: datetime) -> dict[int, Followed]:
    """How these lines are followed up, as far as anybody above can tell."""
    keys = [line.pk for line in lines]
    told: dict[int, Followed] = {}
    for follower in followers:
        told |= follower(actor, keys, at)
    return told


def short_code(line: models.Entry) -> str:
    """The short code under which a line is found again from paper, mail and minutes."""
    return shortlinks.code_of("e", line.pk)


def place_of_entry(actor: Actor, entry_id: int, at: datetime) -> str:
    """Where the short link of a line leads: to its document, for whoever may see it; else empty."""
    found = models.Entry.objects.filter(pk=entry_id).values_list("document_id", flat=True).first()
    if found is None or not access.may_see(actor, Subject("document", found), at=at):
        return ""
    return reverse("desk:document", args=[found]) if _is_cleared(actor, found) else ""


def _is_cleared(actor: Actor, document_id: int) -> bool:
    return documents.summary_of(document_id).secrecy <= actor.clearance
