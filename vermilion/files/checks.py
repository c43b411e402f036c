"""What the doctor asks of files."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from django.conf import settings
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from vermilion.files import fixity, keys, models, queries, store
from vermilion.files.types import Soundness
from vermilion.kernel import clock
from vermilion.kernel.findings import Finding, Level, check

STALLED = timedelta(hours=1)
SAMPLE = 25
NAMED = 20
"""So many findings of a kind are named one by one; the last one tells that there are more."""


@check(id="files.keys")
def keys_are_there() -> Iterator[Finding]:
    """Every master key that seals something is on this machine, and is the right one."""
    for key in models.MasterKey.objects.filter(retired_at=None).order_by("pk"):
        if not keys.is_sound(key.name, key.fingerprint):
            yield Finding(
                id="files.keys",
                sentence=_("The master key %(name)s is missing or is another one."),
                hint=_("Put its file back into the folder keys/files from your backup."),
                subject=f"key:{key.pk}",
                level=Level.FAULT,
                facts={"name": key.name},
            )


@check(id="files.store")
def store_answers() -> Iterator[Finding]:
    """The file store can be written to and read from."""
    place = store.new_place("probes")
    try:
        store.put(place, [b"probe"])
        store.remove([place])
    except store.TROUBLE as fault:
        yield Finding(
            id="files.store",
            sentence=_("The file store does not take files: %(why)s"),
            hint=_("Look at its disk, its address and its rights: vermilion config."),
            level=Level.FAULT,
            facts={"why": str(fault)[:200], "address": settings.VERMILION.store_url},
        )


@check(id="files.stalled")
def examinations_move() -> Iterator[Finding]:
    """No examination waits or fails for longer than an hour."""
    for blob_id in queries.left_lying(before=clock.now() - STALLED)[:NAMED]:
        yield Finding(
            id="files.stalled",
            sentence=_("The examination of file %(blob)s stands still."),
            hint=_("See that a worker runs (vermilion worker); then it is taken up by itself."),
            subject=f"blob:{blob_id}",
            facts={"blob": blob_id},
        )


@check(id="files.unsound")
def last_reading_was_sound() -> Iterator[Finding]:
    """Whatever was re-read last was still what had been handed in."""
    latest = models.FixityCheck.objects.order_by("blob", "-at", "-pk").distinct("blob")
    unsound = models.FixityCheck.objects.filter(pk__in=latest.values("pk")).exclude(
        found=Soundness.SOUND
    )
    for row in unsound.select_related("blob").order_by("pk")[:NAMED]:
        yield _unsound("files.unsound", row.blob, Soundness(row.found))


@check(id="files.digests", deep=True)
def digests_hold() -> Iterator[Finding]:
    """A sample of files, read once more, is what had been handed in."""
    for blob in models.Blob.objects.select_related("key").order_by("?", "pk")[:SAMPLE]:
        found = fixity.soundness(blob)
        if found is not Soundness.SOUND:
            yield _unsound("files.digests", blob, found)


@check(id="files.missing", deep=True)
def every_blob_has_its_object() -> Iterator[Finding]:
    """Every file in the database lies in the store."""
    for blob in islice(fixity.blobs_without_object(), NAMED):
        yield _unsound("files.missing", blob, Soundness.MISSING)


@check(id="files.unnamed", deep=True)
def every_object_has_its_row() -> Iterator[Finding]:
    """Every object in the store is named by the database."""
    found = sum(
        len(batch) for batch in fixity.unnamed_objects(before=clock.now() - timedelta(days=2))
    )
    if found:
        yield Finding(
            id="files.unnamed",
            sentence=_("Objects in the store that nothing names: %(count)s."),
            hint=_("They are left over from broken hand-ins. Remove them: vermilion files sweep."),
            level=Level.NOTICE,
            facts={"count": found},
        )


@check(id="files.quarantine")
def quarantine_is_looked_at() -> Iterator[Finding]:
    """Nobody has to look at the quarantine."""
    held = models.Examination.objects.filter(state="quarantined").aggregate(
        count=Count("blob", distinct=True)
    )["count"]
    if held:
        yield Finding(
            id="files.quarantine",
            sentence=_("Files in quarantine: %(count)s."),
            hint=_("The security officer looks at each and releases what is harmless."),
            level=Level.NOTICE,
            facts={"count": held},
        )


def _unsound(check_id: str, blob: models.Blob, found: Soundness) -> Finding:
    return Finding(
        id=check_id,
        sentence=_("File %(blob)s (%(digest)s) is %(found)s."),
        hint=_("Restore its object from the backup, or have somebody hand the same file in again."),
        subject=f"blob:{blob.pk}",
        level=Level.FAULT,
        facts={"blob": blob.pk, "digest": blob.digest, "found": found.label, "place": blob.place},
    )
