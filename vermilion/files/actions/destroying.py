"""Destroy what must not be kept: bytes, text, pictures and the row that named them."""

from datetime import datetime

from django.db import transaction

from vermilion.audit import actions as audit
from vermilion.files import models, policy, store
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import require


@transaction.atomic
def destroy(*, actor: Actor, blob_id: int, ground: str, at: datetime) -> None:
    """Leave nothing of a blob but the traces: its uploads count as withdrawn.

    The installation alone does this, for a package above that had somebody decide it. Whatever
    else still holds the blob makes the database refuse. Objects go once that is certain.
    """
    require(policy.can_look_after(actor))
    blob = models.Blob.objects.select_for_update().filter(pk=blob_id).first()
    if blob is None:
        raise NotFound
    renditions = models.Rendition.objects.filter(blob=blob)
    places = [blob.place, *renditions.order_by("pk").values_list("place", flat=True)]
    renditions.delete()
    models.Page.objects.filter(blob=blob).delete()
    models.Examination.objects.filter(blob=blob).delete()
    models.FixityCheck.objects.filter(blob=blob).delete()
    models.Upload.objects.filter(blob=blob).update(
        blob=None, finished_at=None, withdrawn_at=at, name=""
    )
    blob.delete()
    transaction.on_commit(lambda: store.remove(places))
    audit.record(actor, "files.blob.destroyed", f"blob:{blob_id}", at=at, ground=ground[:300])
