"""Recognise the words of scans in a job: a few pages at a time, resumed where a worker was lost."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, BinaryIO

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.files import child, looking, models, policy, recognising, rules, vault
from vermilion.files.actions.asking import ask_for_recognition
from vermilion.files.events import BlobRecognised
from vermilion.files.reading.trouble import Trouble
from vermilion.files.types import Recognising, State
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.verdicts import require

FIRST, BATCH = 3, 4
"""Pages that are recognised before anything else, and at a time afterwards."""

SECONDS_A_JOB = 30
"""After so long a job lets others go first: of a long scan, the rest comes behind them."""

MOST_ATTEMPTS = 2
LOCKS = 0x5CA7
OPEN = (Recognising.WAITING, Recognising.RUNNING, Recognising.IMPOSSIBLE)
OF_THE_FILE = frozenset({"damaged", "truncated", "needs-password", "too-much-memory"})
"""Troubles that another try with fewer pages does not mend."""


class Outcome(Enum):
    """What is to happen after a job: nothing, another for the rest, or this one again later."""

    ENDED = "ended"
    MORE = "more"
    LATER = "later"


class NothingToRecognise(Refused):
    message = _("This file has no pages in which words could be recognised.")


class NotBeingRecognised(Refused):
    message = _("The words of this file are not being recognised at the moment.")


def recognise(*, actor: Actor, blob_id: int, at: datetime) -> Outcome:
    """Recognise the pages that are left, for a while; at the end make the searchable rendition.

    One worker at a time does so; it gives up its hold when it dies, and the next goes on with the
    pages that are left. Whoever stops the recognition, or a quarantine, is heeded between pages.
    """
    require(policy.can_look_after(actor))
    began = time.monotonic()
    with _held(blob_id) as held:
        if not held:
            return Outcome.LATER
        row = _taken(actor, blob_id, at=at)
        if row is None:
            return Outcome.ENDED
        engine = recognising.engine()
        if engine is None:
            _end(actor, row, Recognising.IMPOSSIBLE, "no-engine", at=at)
            return Outcome.ENDED
        run = _Run(actor, row, engine, at, began)
        try:
            with child.plain_file(vault.opened(row.blob)) as file:
                return run.go(file)
        except vault.FAULTS as error:
            found = looking.fault(error)
            _end(actor, row, Recognising.FAILED, found.reason, at=run.now)
        except Trouble as trouble:
            _end(actor, row, Recognising.FAILED, trouble.code, trouble.facts, at=run.now)
        except child.Broken:
            _end(actor, row, Recognising.FAILED, "reader-broken", at=run.now)
        except child.Killed:
            return Outcome.LATER
        return Outcome.ENDED


@transaction.atomic
def recognise_again(*, actor: Actor, blob_id: int, at: datetime) -> None:
    """Let all pages be recognised anew, also of a PDF whose own text is of no use.

    Refused for files without pages.
    """
    blob = models.Blob.objects.filter(pk=blob_id).first()
    if blob is None:
        raise NotFound
    require(policy.can_examine_again(actor, blob, at))
    pages = _pages_of(blob)
    if not pages:
        raise NothingToRecognise
    ask_for_recognition(blob, at=at, pages=range(1, pages + 1))
    audit.record(actor, "files.recognition.asked_for", f"blob:{blob_id}", at=at)


@transaction.atomic
def stop_recognition(*, actor: Actor, blob_id: int, at: datetime) -> None:
    """Recognise no further pages; what was recognised stays. Refused when it has ended."""
    blob = models.Blob.objects.filter(pk=blob_id).first()
    if blob is None:
        raise NotFound
    require(policy.can_examine_again(actor, blob, at))
    row = models.Recognition.objects.select_for_update().filter(blob=blob).first()
    if row is None or row.state not in OPEN:
        raise NotBeingRecognised
    _write_end(row, Recognising.STOPPED, "stopped", {"by": actor.name}, at=at)
    audit.record(actor, "files.recognition.stopped", f"blob:{blob_id}", at=at)


class _Run:
    """One job's work on one scan."""

    def __init__(
        self,
        actor: Actor,
        row: models.Recognition,
        engine: recognising.Engine,
        at: datetime,
        began: float,
    ) -> None:
        self.actor, self.row, self.engine = actor, row, engine
        self.at, self.began = at, began
        self.kind = looking.kind_of(row.blob.media_type)

    @property
    def now(self) -> datetime:
        return self.at + timedelta(seconds=time.monotonic() - self.began)

    def go(self, file: BinaryIO) -> Outcome:
        while self.row.left:
            if self.row.done and time.monotonic() - self.began > SECONDS_A_JOB:
                return Outcome.MORE
            numbers = self.row.left[: BATCH if self.row.done else FIRST]
            pages = self._pages(file, numbers)
            if not self._note(numbers, pages):
                return Outcome.ENDED
        self._finish(file)
        return Outcome.ENDED

    def _pages(self, file: BinaryIO, numbers: Sequence[int]) -> list[dict[str, Any]]:
        """A page that ends its reader is tried once more by itself, then left unread."""
        try:
            return recognising.recognised(file, self.kind, numbers, self.engine)
        except (Trouble, child.Killed) as trouble:
            if isinstance(trouble, Trouble) and trouble.code in OF_THE_FILE:
                raise
        pages = []
        for number in numbers:
            try:
                pages += recognising.recognised(file, self.kind, [number], self.engine)
            except (Trouble, child.Killed):
                continue
        return pages

    @transaction.atomic
    def _note(self, numbers: Sequence[int], pages: list[dict[str, Any]]) -> bool:
        """Keep what was recognised. Whether to go on: nobody stopped it or took it over."""
        row = self._still_ours()
        if row is None:
            return False
        read = [page for page in pages if not page["trouble"]]
        for page in read:
            keep_page(row.blob_id, page)
        unread = set(numbers) - {page["number"] for page in read}
        first = row.done == 0
        row.facts = row.facts | {
            "unread": sorted({*row.facts.get("unread", []), *unread}),
            "why": next((page["trouble"] for page in pages if page["trouble"]), "crashed"),
        }
        row.left = [number for number in row.left if number not in numbers]
        row.attempts, row.moved_at = 0, self.now
        row.save(update_fields=["facts", "left", "attempts", "moved_at"])
        self.row = row
        if first and row.left:
            self._publish(whole=False)
        return True

    def _finish(self, file: BinaryIO) -> None:
        unread = self.row.facts.get("unread", [])
        if len(unread) == self.row.of:
            why = self.row.facts.get("why", "crashed")
            _end(self.actor, self.row, Recognising.FAILED, why, at=self.now)
            return
        made = recognising.searchable(self.row.blob, file, self.kind, self.engine, at=self.now)
        with transaction.atomic():
            row = self._still_ours()
            if row is None:
                return
            reason = "pages-unread" if unread else made.trouble
            facts = row.facts | {"searchable": made.said, "pages": unread}
            _write_end(row, Recognising.DONE, reason, facts, at=self.now)
            audit.record(
                self.actor, "files.blob.recognised", f"blob:{row.blob_id}", at=self.now,
                digest=row.blob.digest, pages=row.of, unread=len(unread), searchable=made.said,
            )  # fmt: skip
            self._publish(whole=True)

    def _publish(self, *, whole: bool) -> None:
        publish(
            BlobRecognised(
                actor=self.actor, at=self.now, blob_id=self.row.blob_id,
                pages=self.row.done, of=self.row.of, whole=whole,
            )
        )  # fmt: skip

    def _still_ours(self) -> models.Recognition | None:
        row = _locked(self.row.blob_id)
        if row.state != Recognising.RUNNING or row.started_at != self.row.started_at:
            return None
        if _in_quarantine(row.blob):
            _write_end(row, Recognising.STOPPED, "quarantine-first", {}, at=self.now)
            return None
        return row


def keep_page(blob_id: int, page: dict[str, Any]) -> None:
    """Keep a recognised page in place of what was known of it."""
    kept = ("text", "width", "height", "lines", "certainty", "turn", "leaning")
    models.Page.objects.update_or_create(
        blob_id=blob_id,
        number=page["number"],
        defaults={name: page[name] for name in kept},
    )


@contextmanager
def _held(blob_id: int) -> Iterator[bool]:
    """Hold this blob for as long as this process lives, unless another does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCKS, blob_id % 2**31])
        [held] = cursor.fetchone() or [False]
    try:
        yield held
    finally:
        if held and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCKS, blob_id % 2**31])


@transaction.atomic
def _taken(actor: Actor, blob_id: int, *, at: datetime) -> models.Recognition | None:
    """The recognition, ours to do; nothing when it has ended or ends its workers."""
    if not models.Recognition.objects.filter(blob=blob_id).exists():
        return None
    row = _locked(blob_id)
    if row.state not in OPEN:
        return None
    if _in_quarantine(row.blob):
        _write_end(row, Recognising.STOPPED, "quarantine-first", {}, at=at)
        return None
    if row.attempts >= MOST_ATTEMPTS:
        facts = {"times": row.attempts}
        _write_end(row, Recognising.FAILED, "recognition-ends-workers", facts, at=at)
        audit.record(actor, "files.recognition.failed", f"blob:{blob_id}", at=at, reason=row.reason)
        return None
    row.state, row.started_at, row.moved_at = Recognising.RUNNING, at, at
    row.attempts += 1
    row.reason = ""
    row.save(update_fields=["state", "started_at", "moved_at", "attempts", "reason"])
    return row


@transaction.atomic
def _end(
    actor: Actor,
    taken: models.Recognition,
    state: Recognising,
    reason: str,
    facts: dict[str, Any] | None = None,
    *,
    at: datetime,
) -> None:
    row = _locked(taken.blob_id)
    if row.state != Recognising.RUNNING or row.started_at != taken.started_at:
        return
    _write_end(row, state, reason, row.facts | (facts or {}), at=at)
    if state is Recognising.FAILED:
        audit.record(actor, "files.recognition.failed", f"blob:{row.blob_id}", at=at, reason=reason)


def _write_end(
    row: models.Recognition, state: Recognising, reason: str, facts: dict[str, Any], *, at: datetime
) -> None:
    row.state, row.reason, row.facts = state, reason, facts
    row.attempts, row.ended_at = 0, at
    row.save(update_fields=["state", "reason", "facts", "attempts", "ended_at"])


def _locked(blob_id: int) -> models.Recognition:
    rows = models.Recognition.objects.select_for_update(of=("self",)).select_related("blob__key")
    return rows.get(blob=blob_id)


def _in_quarantine(blob: models.Blob) -> bool:
    return models.Examination.objects.filter(blob=blob, state=State.QUARANTINED).exists()


def _pages_of(blob: models.Blob) -> int:
    if not rules.has_pages(blob.media_type):
        return 0
    rows = models.Examination.objects.filter(blob=blob).order_by("pk")
    return max((row.facts.get("pages") or 0 for row in rows), default=0)
