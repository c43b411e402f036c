"""Look after what is kept: keys, fixity, objects that nothing names any more."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TypeVar

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.files import fixity, keys, models, policy, store, vault
from vermilion.files.types import Soundness
from vermilion.jobs import queue
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.verdicts import require

BATCH = 500
SETTLED = timedelta(days=1)
"""An object without a row is let be for this long: its transaction may still be under way."""

GIVEN_UP = timedelta(days=7)
"""An upload that nobody went on with for this long is taken back."""

Row = TypeVar("Row", bound=models.Sealed)


class KeyInUse(Refused):
    message = _(
        "The key %(name)s is still in use (objects: %(count)s). Rewrap them under the new key."
    )


@transaction.atomic
def rotate_key(*, actor: Actor, at: datetime) -> models.MasterKey:
    """Make a new master key, under which everything is sealed from now on.

    Objects keep their bytes; `rewrap` puts their keys under the new one.
    """
    require(policy.can_look_after(actor))
    last = models.MasterKey.objects.select_for_update().order_by("-pk").first()
    number = int(last.name.rpartition("-")[2]) + 1 if last else 1
    name = f"store-{number}"
    made = models.MasterKey.objects.create(name=name, fingerprint=keys.make(name), made_at=at)
    audit.record(actor, "files.key.rotated", f"key:{made.pk}", at=at, fingerprint=made.fingerprint)
    return made


def rewrap(*, actor: Actor, at: datetime) -> Iterator[int]:
    """Put the key of every object under the newest master key, some hundred at a time.

    Gives the number done after each batch. Stopped midway, it goes on where it stood when
    asked again; no object is read or written.
    """
    require(policy.can_look_after(actor))
    newest = vault.current_key(at)
    done = 0
    for kind in (models.Blob, models.UploadPart, models.Rendition):
        while count := _rewrap_some(kind, newest, at=at):
            done += count
            yield done
    with transaction.atomic():
        audit.record(
            actor, "files.keys.rewrapped", f"key:{newest.pk}", at=at, objects=done, name=newest.name
        )


@transaction.atomic
def retire_key(*, actor: Actor, name: str, at: datetime) -> models.MasterKey:
    """Let go of an old master key and its file. Refused while a single object needs it."""
    require(policy.can_look_after(actor))
    key = models.MasterKey.objects.select_for_update().filter(name=name).first()
    if key is None:
        raise NotFound
    count = sum(
        kind.objects.filter(key=key).count()
        for kind in (models.Blob, models.UploadPart, models.Rendition)
    )
    if count or key == vault.current_key(at):
        raise KeyInUse(name=name, count=count)
    key.retired_at = at
    key.save(update_fields=["retired_at"])
    transaction.on_commit(lambda: keys.forget(name))
    audit.record(actor, "files.key.retired", f"key:{key.pk}", at=at, name=name)
    return key


def check_fixity(*, actor: Actor, blob_id: int, at: datetime) -> models.FixityCheck:
    """Read the kept bytes of a blob once more and write down whether they are still the same."""
    require(policy.can_look_after(actor))
    blob = models.Blob.objects.select_related("key").filter(pk=blob_id).first()
    if blob is None:
        raise NotFound
    found = fixity.soundness(blob)
    with transaction.atomic():
        row = models.FixityCheck.objects.create(blob=blob, at=at, found=found)
        if found is not Soundness.SOUND:
            audit.record(
                actor, "files.blob.unsound", f"blob:{blob.pk}", at=at,
                digest=blob.digest, found=found,
            )  # fmt: skip
    return row


@transaction.atomic
def suspect(*, actor: Actor, blob_id: int, at: datetime) -> None:
    """Have a blob re-read soon whose bytes could not be given out. Whoever reads may ask."""
    blob = models.Blob.objects.filter(pk=blob_id).first()
    if blob is None:
        raise NotFound
    require(policy.can_read(actor, blob, at))
    queue.defer("files.check_one", queue="upkeep", blob_id=blob_id)
    audit.record(actor, "files.blob.suspected", f"blob:{blob_id}", at=at, digest=blob.digest)


def sweep(*, actor: Actor, at: datetime) -> int:
    """Remove objects that no row names, and take back uploads given up. How many objects went."""
    require(policy.can_look_after(actor))
    with transaction.atomic():
        old = models.Upload.objects.filter(
            finished_at=None, withdrawn_at=None, begun_at__lt=at - GIVEN_UP
        )
        parts = models.UploadPart.objects.filter(upload__in=old)
        parts.delete()
        old.update(withdrawn_at=at)
    removed = 0
    for batch in fixity.unnamed_objects(before=at - SETTLED):
        store.remove(batch)
        removed += len(batch)
    with transaction.atomic():
        audit.record(actor, "files.store.swept", "store:1", at=at, removed=removed)
    return removed


@transaction.atomic
def _rewrap_some(kind: type[Row], newest: models.MasterKey, *, at: datetime) -> int:
    rows = list(
        kind.objects.select_for_update(skip_locked=True, of=("self",))  # type: ignore[attr-defined] # every table has it
        .select_related("key")
        .exclude(key=newest)
        .order_by("pk")[:BATCH]
    )
    for row in rows:
        vault.rewrapped(row, vault.data_key_of(row), at=at)
    kind.objects.bulk_update(rows, ["key", "wrapped"])  # type: ignore[attr-defined] # as above
    return len(rows)
