"""Hand a file in: at once, or part by part over a line that may be cut."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.files import models, policy, rules, vault
from vermilion.files import store as objects
from vermilion.files.actions.asking import ask_for_examination
from vermilion.files.types import Soundness, gates
from vermilion.files.vault import FileEmpty, FileTooLarge, StoreSilent, Stream
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.verdicts import require


class OffsetDiffers(Refused):
    message = _("This part begins at byte %(given)s, but the upload stands at byte %(offset)s.")
    status = 409


class PartTooLarge(Refused):
    message = _("A part may have %(limit)s bytes at most.")
    status = 413


class UploadIncomplete(Refused):
    message = _("Only %(offset)s of %(size)s bytes have arrived. Send the rest first.")
    status = 409


class DigestDiffers(Refused):
    message = _("The bytes that arrived are not those that were sent. Hand the file in again.")
    status = 422


def hand_in(
    *,
    actor: Actor,
    stream: Stream,
    name: str,
    at: datetime,
    declared_type: str = "",
    grade: int = 0,
) -> models.Upload:
    """Keep a file that comes in one piece, and ask for its examination.

    Bytes that are here already are not kept twice. An empty file, one above the limit, and one
    of a grade of secrecy that may not be kept here are refused, and nothing of them stays.
    """
    require(policy.can_hand_in(actor))
    _pass_the_gates(actor, grade, at)
    kept = vault.keep("blobs", stream, limit=largest())
    # Should this fail now, the object stays until it is swept: whether a commit whose answer
    # was lost has come about, nobody knows here, and a row without bytes must never be.
    with transaction.atomic():
        blob = _one_blob(kept, actor=actor, at=at)
        upload = models.Upload.objects.create(
            **_who(actor),
            name=rules.clean_name(name),
            declared_type=declared_type[:100],
            declared_size=kept.size,
            received=kept.size,
            begun_at=at,
            finished_at=at,
            blob=blob,
        )
        _record_handed_in(actor, upload, blob, at=at)
    _drop_twin(blob, kept)
    return upload


def store(
    *, actor: Actor, stream: Stream, name: str, at: datetime, declared_type: str = ""
) -> models.Blob:
    """Keep a file that comes in one piece, and give what is kept of it; see `hand_in`."""
    upload = hand_in(actor=actor, stream=stream, name=name, at=at, declared_type=declared_type)
    return _blob_of(upload)


@transaction.atomic
def begin_upload(
    *,
    actor: Actor,
    name: str,
    size: int | None,
    at: datetime,
    declared_type: str = "",
    grade: int = 0,
) -> models.Upload:
    """Open an upload that is sent part by part.

    One above the limit, or of a grade of secrecy that may not be kept here, is refused at once.
    """
    require(policy.can_hand_in(actor))
    _pass_the_gates(actor, grade, at)
    if size == 0:
        raise FileEmpty
    if size is not None and size > largest():
        raise FileTooLarge(limit=largest(), limit_mib=largest() // (1024 * 1024), size=size)
    upload = models.Upload.objects.create(
        **_who(actor),
        name=rules.clean_name(name),
        declared_type=declared_type[:100],
        declared_size=size,
        begun_at=at,
    )
    audit.record(actor, "files.upload.begun", f"upload:{upload.pk}", at=at, size=size)
    return upload


def receive_part(
    *, actor: Actor, upload_id: UUID, offset: int, stream: Stream, at: datetime
) -> models.Upload:
    """Add a part to an upload; what is sent again is passed over.

    A part that does not begin where the upload stands is refused, and the refusal tells where
    it stands. Parts leave no trace in the log: the upload does, when begun and when finished.
    """
    upload = _found(actor, upload_id)
    require(policy.can_continue(actor, upload))
    if upload.blob_id is not None:
        return upload
    if offset > upload.received:
        raise OffsetDiffers(given=offset, offset=upload.received)
    room = min(rules.LARGEST_PART, _most(upload) - offset)
    try:
        kept = vault.keep("parts", stream, limit=max(0, room))
    except FileTooLarge as refusal:
        if room < rules.LARGEST_PART:
            raise
        raise PartTooLarge(limit=rules.LARGEST_PART) from refusal
    try:
        with transaction.atomic():
            added = _add_part(upload_id, offset, kept, at=at)
    except Refused:
        objects.remove([kept.place])
        raise
    if not added:
        objects.remove([kept.place])
    upload.refresh_from_db()
    return upload


def finish_upload(
    *, actor: Actor, upload_id: UUID, at: datetime, sha256: str = ""
) -> models.Upload:
    """Make one file of the parts, and ask for its examination. Asked twice, it is done once.

    Refused while bytes are missing, and when the digest stated is not that of the bytes; in
    that case the parts are let go, since nobody can tell which of them is wrong.
    """
    upload = _found(actor, upload_id)
    require(policy.can_continue(actor, upload))
    if upload.blob_id is not None:
        return upload
    if upload.received == 0 or upload.received < (upload.declared_size or 0):
        raise UploadIncomplete(offset=upload.received, size=upload.declared_size or 1)
    kept = vault.keep("blobs", _parts_in_order(upload), limit=largest())
    if sha256 and sha256.lower() != kept.digest:
        objects.remove([kept.place])
        with transaction.atomic():
            _let_go(upload)
        raise DigestDiffers
    with transaction.atomic():
        upload = models.Upload.objects.select_for_update().get(pk=upload_id)
        if upload.blob_id is None:
            upload.blob = _one_blob(kept, actor=actor, at=at)
            upload.finished_at = at
            upload.save(update_fields=["blob", "finished_at"])
            _record_handed_in(actor, upload, upload.blob, at=at)
            _remove_parts(upload)
    _drop_twin(_blob_of(upload), kept)
    return upload


@transaction.atomic
def withdraw_upload(*, actor: Actor, upload_id: UUID, at: datetime) -> None:
    """Give an upload up. What it stored stays for whatever holds it by now."""
    upload = _found(actor, upload_id)
    require(policy.can_continue(actor, upload))
    upload.withdrawn_at = at
    upload.save(update_fields=["withdrawn_at"])
    _remove_parts(upload)
    audit.record(actor, "files.upload.withdrawn", f"upload:{upload.pk}", at=at)


def largest() -> int:
    """The size in bytes above which no file is taken."""
    return int(settings.VERMILION.max_upload) * 1024 * 1024


def _found(actor: Actor, upload_id: UUID) -> models.Upload:
    upload = models.Upload.objects.filter(pk=upload_id, withdrawn_at=None).first()
    if upload is None or not policy.is_uploader(actor, upload):
        raise NotFound
    return upload


def _who(actor: Actor) -> dict[str, int | None]:
    return {
        "person_id": actor.person_id,
        "appointment_id": actor.appointment_id,
        "body_id": actor.body_id,
    }


def _most(upload: models.Upload) -> int:
    return largest() if upload.declared_size is None else upload.declared_size


def _add_part(upload_id: UUID, offset: int, kept: vault.Kept, *, at: datetime) -> bool:
    """Whether the part was new. Two that come at once line up at the row of the upload."""
    upload = models.Upload.objects.select_for_update().get(pk=upload_id)
    if upload.blob_id is not None or offset + kept.size <= upload.received:
        return False
    if offset != upload.received:
        raise OffsetDiffers(given=offset, offset=upload.received)
    part = models.UploadPart(upload=upload, offset=offset)
    vault.filled(part, kept, at=at)
    part.save(force_insert=True)
    upload.received += kept.size
    upload.save(update_fields=["received"])
    return True


def _parts_in_order(upload: models.Upload) -> Iterator[bytes]:
    parts = upload.parts.select_related("key").order_by("offset", "pk")
    try:
        for part in parts:
            yield from vault.opened(part)
    except vault.FAULTS as fault:
        raise StoreSilent from fault


def _remove_parts(upload: models.Upload) -> None:
    """Forget the parts now, and remove their objects once that has come about."""
    places = list(upload.parts.order_by("pk").values_list("place", flat=True))
    upload.parts.all().delete()
    transaction.on_commit(lambda: objects.remove(places), robust=True)


def _let_go(upload: models.Upload) -> None:
    locked = models.Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.blob_id is None:
        _remove_parts(locked)
        locked.received = 0
        locked.save(update_fields=["received"])


def _one_blob(kept: vault.Kept, *, actor: Actor, at: datetime) -> models.Blob:
    """The one row of these bytes, whoever comes first.

    Of two that hand in the same bytes at once, the database lets one row in and keeps the
    other waiting; then both see the same row.
    """
    blob = models.Blob(digest=kept.digest, stored_at=at)
    vault.filled(blob, kept, at=at)
    models.Blob.objects.bulk_create([blob], ignore_conflicts=True)
    held = models.Blob.objects.select_for_update(of=("self",)).get(digest=kept.digest)
    if held.place == kept.place or not _is_lost(held):
        return held
    # The same bytes came in again: they take the place of those that were lost.
    vault.filled(held, kept, at=at)
    held.save(update_fields=["place", "key", "wrapped", "size"])
    models.FixityCheck.objects.create(blob=held, at=at, found=Soundness.SOUND)
    audit.record(actor, "files.blob.mended", f"blob:{held.pk}", at=at, digest=held.digest)
    return held


def _is_lost(blob: models.Blob) -> bool:
    last = blob.fixity_checks.order_by("-at", "-pk").values_list("found", flat=True).first()
    return last in {Soundness.MISSING, Soundness.ALTERED}


def _record_handed_in(
    actor: Actor, upload: models.Upload, blob: models.Blob, *, at: datetime
) -> None:
    ask_for_examination(blob, at=at)
    audit.record(
        actor,
        "files.file.handed_in",
        f"blob:{blob.pk}",
        at=at,
        digest=blob.digest,
        size=blob.size,
        upload=str(upload.pk),
    )


def _drop_twin(blob: models.Blob, kept: vault.Kept) -> None:
    if blob.place != kept.place:
        objects.remove([kept.place])


def _blob_of(upload: models.Upload) -> models.Blob:
    blob = upload.blob
    if blob is None:
        raise NotFound
    return blob


__all__ = [
    "DigestDiffers",
    "FileEmpty",
    "FileTooLarge",
    "OffsetDiffers",
    "PartTooLarge",
    "StoreSilent",
    "UploadIncomplete",
    "begin_upload",
    "finish_upload",
    "hand_in",
    "largest",
    "receive_part",
    "store",
    "withdraw_upload",
]


def _pass_the_gates(actor: Actor, grade: int, at: datetime) -> None:
    for gate in gates:
        gate(actor, grade, at)
