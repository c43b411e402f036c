"""Examine what was handed in, in a job, and let people act on what was found."""

import time
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.files import child, looking, models, policy, renditions, rules, vault
from vermilion.files.actions.asking import ask_for_recognition, queue_examination
from vermilion.files.events import BlobExamined, BlobQuarantined
from vermilion.files.looking import Found
from vermilion.files.reading.trouble import Trouble
from vermilion.files.types import Stage, State
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.verdicts import require

STALE = timedelta(minutes=10)
"""A stage that has run for longer lost its worker: no reader is given as much time."""

MOST_ATTEMPTS = 3
OPEN = (State.WAITING, State.RUNNING, State.FAILED)


class CannotExamineNow(Refused):
    message = _("This file is being examined at the moment. Wait until that has ended.")


class NotInQuarantine(Refused):
    message = _("This file is not in quarantine.")


def examine(*, actor: Actor, blob_id: int, at: datetime) -> bool:
    """Go through every stage that is open. Whether none of them failed for a fault of ours.

    A stage belongs to whoever takes it first; one whose worker was lost is taken over, and a
    file that ends its workers time and again goes into quarantine.
    """
    require(policy.can_look_after(actor))
    blob = models.Blob.objects.select_related("key").get(pk=blob_id)
    began = time.monotonic()
    todo = [stage for stage in Stage if _is_open(blob, stage)]
    if todo:
        _look_into(actor, blob, todo, at=at, began=began)
    return _end(actor, blob, at=_later(at, began))


@transaction.atomic
def examine_again(*, actor: Actor, blob_id: int, at: datetime, stage: str = "") -> None:
    """Let a stage, or all that did not come out well, wait anew. Refused while one is under way."""
    blob = models.Blob.objects.filter(pk=blob_id).first()
    if blob is None:
        raise NotFound
    require(policy.can_examine_again(actor, blob, at))
    rows = models.Examination.objects.select_for_update().filter(blob=blob).order_by("pk")
    if any(row.state == State.RUNNING and not _is_stale(row, at) for row in rows):
        raise CannotExamineNow
    wanted = [row.pk for row in rows if row.stage == stage or (not stage and _wants_more(row))]
    models.Examination.objects.filter(pk__in=wanted).update(
        state=State.WAITING, attempts=0, reason="", facts={}, warnings=[], asked_at=at,
        started_at=None, ended_at=None,
    )  # fmt: skip
    models.Blob.objects.filter(pk=blob.pk).update(examined_at=None)
    queue_examination(blob.pk)
    audit.record(
        actor, "files.examination.asked_again", f"blob:{blob.pk}", at=at, stage=stage or "all"
    )


@transaction.atomic
def release(*, actor: Actor, blob_id: int, ground: str, at: datetime) -> None:
    """Take a file out of quarantine for a stated ground. It is served again from now on."""
    require(policy.can_release(actor))
    held = models.Examination.objects.filter(blob=blob_id, state=State.QUARANTINED)
    if not held.update(state=State.RELEASED):
        raise NotInQuarantine
    ask_for_recognition(models.Blob.objects.get(pk=blob_id), at=at)
    audit.record(actor, "files.blob.released", f"blob:{blob_id}", at=at, ground=ground[:300])


def picture(
    *, actor: Actor, blob_id: int, number: int, size: str, at: datetime
) -> models.Rendition:
    """The picture of a page, made now if nobody asked for it before.

    Refused as not here when there is no such page, or the file cannot be pictured.
    """
    blob = models.Blob.objects.select_related("key").filter(pk=blob_id).first()
    if blob is None:
        raise NotFound
    require(policy.can_read(actor, blob, at))
    wanted = models.Rendition.objects.select_related("key").filter(
        blob=blob, kind=size, page=number
    )
    if not wanted.exists():
        source = _pictured_from(blob)
        try:
            with child.plain_file(vault.opened(source)) as file:
                renditions.picture(blob, file, _kind(source), [(number, size)], at=at)
        except (Trouble, child.Killed, child.Broken) as trouble:
            raise NotFound from trouble
    made = wanted.first()
    if made is None:
        raise NotFound
    return made


def _look_into(
    actor: Actor, blob: models.Blob, todo: list[Stage], *, at: datetime, began: float
) -> None:
    try:
        with looking.looking_at(blob, _names(blob), at=at) as look:
            for stage in todo:
                _go_through(actor, stage, look, at=_later(at, began))
    except vault.FAULTS as error:
        for stage in todo:
            if _taken(actor, blob, stage, at=at):
                _write(actor, blob, stage, looking.fault(error), at=at)


def _go_through(actor: Actor, stage: Stage, look: looking.Look, *, at: datetime) -> None:
    began = time.monotonic()
    if not _taken(actor, look.blob, stage, at=at):
        return
    if _in_quarantine(look.blob):
        found = Found(State.SKIPPED, "quarantine-first")
    else:
        look.at = at
        found = looking.stage(stage, look)
    _write(actor, look.blob, stage, found, at=_later(at, began))


@transaction.atomic
def _taken(actor: Actor, blob: models.Blob, stage: Stage, *, at: datetime) -> bool:
    """Whether this stage is ours to do now. Of two workers that ask at once, one is told so."""
    row = models.Examination.objects.select_for_update().get(blob=blob, stage=stage)
    if row.state not in OPEN or (row.state == State.RUNNING and not _is_stale(row, at)):
        return False
    if row.attempts >= MOST_ATTEMPTS and row.state == State.RUNNING:
        _write(
            actor,
            blob,
            stage,
            Found(State.QUARANTINED, "ends-workers", {"times": row.attempts}),
            at=at,
        )
        return False
    row.state, row.started_at, row.ended_at = State.RUNNING, at, None
    row.attempts += 1
    row.save(update_fields=["state", "started_at", "ended_at", "attempts"])
    return True


@transaction.atomic
def _write(actor: Actor, blob: models.Blob, stage: Stage, found: Found, *, at: datetime) -> None:
    row = models.Examination.objects.select_for_update().get(blob=blob, stage=stage)
    if found.reason == "killed" and row.attempts >= MOST_ATTEMPTS:
        found = Found(State.QUARANTINED, "ends-workers", {"times": row.attempts})
    row.state, row.reason, row.facts = found.state, found.reason, found.facts
    row.warnings, row.ended_at = found.warnings, at
    row.save(update_fields=["state", "reason", "facts", "warnings", "ended_at"])
    if found.write:
        found.write(blob)
    if found.state is State.QUARANTINED:
        audit.record(
            actor, "files.blob.quarantined", f"blob:{blob.pk}", at=at,
            digest=blob.digest, stage=stage, reason=found.reason,
        )  # fmt: skip
        publish(BlobQuarantined(actor=actor, at=at, blob_id=blob.pk, reason=found.reason))


@transaction.atomic
def _end(actor: Actor, blob: models.Blob, *, at: datetime) -> bool:
    """Tell that all is examined, once nothing is open any more. Told once, also if we stop here."""
    row = models.Blob.objects.select_for_update(of=("self",)).get(pk=blob.pk)
    states = set(row.examinations.order_by("pk").values_list("state", flat=True))
    if State.FAILED in states:
        return False
    if row.examined_at is None and not states & set(OPEN):
        row.examined_at = at
        row.save(update_fields=["examined_at"])
        audit.record(
            actor,
            "files.blob.examined",
            f"blob:{blob.pk}",
            at=at,
            digest=row.digest,
            type=row.media_type,
        )
        publish(BlobExamined(actor=actor, at=at, blob_id=blob.pk))
        if State.QUARANTINED not in states:
            ask_for_recognition(row, at=at)
    return True


def _names(blob: models.Blob) -> list[str]:
    names = models.Upload.objects.filter(blob=blob).order_by("name").values_list("name", flat=True)
    return list(names.distinct()[:10])


def _is_open(blob: models.Blob, stage: Stage) -> bool:
    return models.Examination.objects.filter(blob=blob, stage=stage, state__in=OPEN).exists()


def _in_quarantine(blob: models.Blob) -> bool:
    return models.Examination.objects.filter(blob=blob, state=State.QUARANTINED).exists()


def _is_stale(row: models.Examination, at: datetime) -> bool:
    return row.started_at is None or row.started_at < at - STALE


def _wants_more(row: models.Examination) -> bool:
    return row.state not in {State.DONE, State.RELEASED} and row.reason not in {
        "no-container",
        "no-text",
        "no-pages",
    }


def _later(at: datetime, began: float) -> datetime:
    return at + timedelta(seconds=time.monotonic() - began)


def _pictured_from(blob: models.Blob) -> models.Sealed:
    if _in_quarantine(blob):
        raise NotFound
    if rules.has_pages(blob.media_type):
        return blob
    made = models.Rendition.objects.select_related("key").filter(
        blob=blob, kind=models.Rendition.Kind.PDF
    )
    if source := made.first():
        return source
    raise NotFound


def _kind(source: models.Sealed) -> str:
    return looking.kind_of(source.media_type) if isinstance(source, models.Blob) else "pdf"
