"""Make papers of pages: split, merge, turn, leave out. What the pages come from stays as it is."""

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime
from typing import Any, BinaryIO

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.files import child, looking, models, policy, queries, rules, vault, words
from vermilion.files.actions.handing_in import hand_in
from vermilion.files.reading.trouble import Trouble
from vermilion.files.types import HandedIn, PageOf, Piece, State
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.verdicts import require

MOST_PIECES = 200
MOST_PAGES = 3_000
PART = 1024 * 1024


class NothingArranged(Refused):
    message = _("There is no page in any of the papers to be put together.")
    status = 422


class TooMuchArranged(Refused):
    message = _("At most %(pieces)s papers with %(pages)s pages in all are put together at once.")
    status = 422


class SignedIsNotRewritten(Refused):
    message = _(
        "“%(name)s” is digitally signed: pages taken out of it, or turned in it, would no longer "
        "be what was signed. It can be taken whole, as it is."
    )
    status = 422


class LockedIsNotRewritten(Refused):
    message = _(
        "“%(name)s” is locked with a password, so that no pages can be taken out of it. It can be "
        "taken whole, as it is."
    )
    status = 422


class NoSuchPage(Refused):
    message = _("“%(name)s” has no page %(page)s.")
    status = 422


class CannotArrange(Refused):
    message = _("The pages of “%(name)s” could not be put together: %(sentence)s")
    status = 422


def arrange(*, actor: Actor, pieces: Sequence[Piece], at: datetime) -> list[HandedIn]:
    """Make a new file of each piece, in order, handed in by the actor; all of them or none.

    A piece that is one whole file, unchanged, is that file itself: nothing of it is rewritten.
    Refused: pages that are not there or not for the actor to read, and changes to a file that is
    digitally signed or locked.
    """
    require(policy.can_hand_in(actor))
    wanted = [piece for piece in pieces if piece.pages]
    if not wanted:
        raise NothingArranged
    count = sum(len(piece.pages) for piece in wanted)
    if len(wanted) > MOST_PIECES or count > MOST_PAGES:
        raise TooMuchArranged(pieces=MOST_PIECES, pages=MOST_PAGES)
    blobs = _sources(actor, {page.blob_id for piece in wanted for page in piece.pages}, at)
    with transaction.atomic():
        made = [_made(actor, piece, blobs, at=at) for piece in wanted]
        for upload, piece in zip(made, wanted, strict=True):
            sources = sorted({blobs[page.blob_id].digest for page in piece.pages})
            audit.record(
                actor, "files.pages.arranged", f"upload:{upload.pk}", at=at,
                pages=len(piece.pages), sources=sources,
            )  # fmt: skip
    return queries.handed_in(actor, [str(upload.pk) for upload in made])


def _sources(actor: Actor, ids: set[int], at: datetime) -> dict[int, models.Blob]:
    rows = models.Blob.objects.select_related("key").filter(pk__in=ids)
    found = {blob.pk: blob for blob in rows.order_by("pk")}
    held_back = models.Examination.objects.filter(blob__in=ids, state=State.QUARANTINED)
    if len(found) < len(ids) or held_back.exists():
        raise NotFound
    for blob in found.values():
        if not policy.can_arrange(actor, blob, at):
            raise NotFound
    return found


def _made(
    actor: Actor, piece: Piece, blobs: dict[int, models.Blob], *, at: datetime
) -> models.Upload:
    first = blobs[piece.pages[0].blob_id]
    if _is_whole(piece, first):
        return hand_in(actor=actor, stream=vault.opened(first), name=piece.name, at=at)
    name = piece.name if piece.name.lower().endswith(".pdf") else f"{piece.name}.pdf"
    with tempfile.TemporaryFile(dir=child.room()) as out:
        leanings = _put_together(actor, piece, blobs, out)
        out.seek(0)
        upload = hand_in(actor=actor, stream=out, name=name, declared_type=rules.PDF, at=at)
    _note_origins(actor, upload, piece, leanings, at=at)
    return upload


def _is_whole(piece: Piece, blob: models.Blob) -> bool:
    """Whether a piece is one file from its first page to its last, as it is."""
    pages = queries.page_count(blob.pk)
    whole = tuple(PageOf(blob.pk, number) for number in range(1, (pages or 0) + 1))
    return bool(whole) and piece.pages == whole


def _put_together(
    actor: Actor, piece: Piece, blobs: dict[int, models.Blob], out: BinaryIO
) -> list[float]:
    order = list(dict.fromkeys(page.blob_id for page in piece.pages))
    with ExitStack() as open_files:
        files, kinds = [], []
        for blob_id in order:
            source = _pages_from(blobs[blob_id])
            kinds.append(looking.kind_of(source.media_type) or "pdf")
            files.append(open_files.enter_context(child.plain_file(vault.opened(source))))
        try:
            told = child.run(
                "arrange", files[0], child.ARRANGING, into=[out], beside=files[1:], kinds=kinds,
                pages=[_wanted(page, order.index(page.blob_id)) for page in piece.pages],
            )  # fmt: skip
        except Trouble as trouble:
            raise _refusal(actor, trouble, [blobs[each] for each in order]) from trouble
    leanings: list[float] = told["leanings"]
    return leanings


def _pages_from(blob: models.Blob) -> models.Blob | models.Rendition:
    """A PDF or picture itself; of an Office file the PDF that was made of it."""
    if rules.has_pages(blob.media_type):
        return blob
    source = queries.reading_copy(blob)
    if source is None:
        raise NotFound
    return source


def _wanted(page: PageOf, source: int) -> dict[str, Any]:
    leaning: float | None = 0.0
    if page.straight:
        known = models.Page.objects.filter(
            blob=page.blob_id, number=page.number, turn=page.turn, certainty__isnull=False
        )
        leaning = known.values_list("leaning", flat=True).first()
    return {
        "source": source, "number": page.number, "turn": page.turn % 360, "leaning": leaning
    }  # fmt: skip


def _refusal(actor: Actor, trouble: Trouble, order: Sequence[models.Blob]) -> Refused:
    name = queries.name_of(actor, order[trouble.facts.get("source", 0)])
    if trouble.code == "signed":
        return SignedIsNotRewritten(name=name)
    if trouble.code == "needs-password":
        return LockedIsNotRewritten(name=name)
    if trouble.code == "no-such-page":
        return NoSuchPage(name=name, page=trouble.facts["page"])
    said = words.reason(trouble.code, trouble.facts)
    return CannotArrange(name=name, sentence=str(said.sentence))


def _note_origins(
    actor: Actor,
    upload: models.Upload,
    piece: Piece,
    leanings: Sequence[float],
    *,
    at: datetime,
) -> None:
    """Put together twice in the same way, the bytes are the same and their origin is told once."""
    pages = enumerate(zip(piece.pages, leanings, strict=True), start=1)
    rows = [
        models.Origin(
            blob=upload.blob, number=number, source_id=page.blob_id, source_number=page.number,
            turn=page.turn % 360, leaning=leaning, at=at, appointment_id=actor.appointment_id,
            by=actor.name[:200],
        )
        for number, (page, leaning) in pages
    ]  # fmt: skip
    models.Origin.objects.bulk_create(rows, ignore_conflicts=True)
