"""Whether what is kept is still what was handed in, and whether rows and objects agree."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from vermilion.files import keys, models, sealing, store, vault
from vermilion.files.types import Soundness

BATCH = 1000
KINDS: dict[str, type[models.Sealed]] = {
    "blobs": models.Blob,
    "parts": models.UploadPart,
    "renditions": models.Rendition,
}


def soundness(blob: models.Blob) -> Soundness:
    """Open every segment and compare the digest. A store that does not answer raises."""
    digest = hashlib.sha256()
    try:
        for piece in vault.opened(blob):
            digest.update(piece)
    except store.Missing:
        return Soundness.MISSING
    except sealing.Damaged:
        return Soundness.ALTERED
    except keys.KeyMissing:
        return Soundness.LOCKED
    return Soundness.SOUND if digest.hexdigest() == blob.digest else Soundness.ALTERED


def unnamed_objects(*, before: datetime) -> Iterator[list[str]]:
    """Objects in the store, older than a time, that no row names; in batches."""
    for kind, table in KINDS.items():
        objects = (each for each in store.listed(kind) if each.since < before)
        while batch := [each.place for each in islice(objects, BATCH)]:
            rows = table.objects.filter(place__in=batch)  # type: ignore[attr-defined] # each has it
            named = set(rows.order_by("pk").values_list("place", flat=True))
            if unnamed := [place for place in batch if place not in named]:
                yield unnamed


def blobs_without_object() -> Iterator[models.Blob]:
    """Rows whose object the store does not list."""
    there = {each.place for each in store.listed("blobs")}
    for blob in models.Blob.objects.order_by("pk").iterator(chunk_size=BATCH):
        # A blob may have come in after the listing began: it is looked for once more.
        if blob.place not in there and not store.is_there(blob.place):
            yield blob
