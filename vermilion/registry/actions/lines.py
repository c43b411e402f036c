"""What is written beside a line that stands in a book."""

from datetime import datetime

from django.db import transaction

from vermilion.audit import actions as audit
from vermilion.documents import actions as documents
from vermilion.documents.types import Particulars
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import NotFound
from vermilion.registry import models, policy
from vermilion.registry.actions.twins import refuse_same, twin_keys
from vermilion.registry.events import EntryStruckOut


@transaction.atomic
def strike_out(*, actor: Actor, entry_id: int, reason: str, at: datetime) -> models.Striking:
    """Strike out a line, with the reason. The line stays legible and its number stays used."""
    entry = _locked(entry_id)
    policy.require(policy.can_strike_out(actor, entry))
    striking = models.Striking.objects.create(
        entry=entry, reason=reason, by=actor.name, by_post=actor.post, at=at
    )
    models.Entry.objects.filter(pk=entry.pk).update(struck_out=True)
    audit.record(actor, "registry.entry.struck_out", f"entry:{entry.pk}", at=at, reason=reason)
    publish(
        EntryStruckOut(
            actor=actor, at=at, entry_id=entry.pk, document_id=entry.document_id, reason=reason
        )
    )
    return striking


@transaction.atomic
def correct(
    *, actor: Actor, entry_id: int, particulars: Particulars, reason: str, at: datetime
) -> None:
    """Correct what was read or typed wrongly of a registered document. Old values are kept.

    The number, the book and the files stay as they are. Refused if the corrected number and
    notation are those of another line.
    """
    entry = _locked(entry_id)
    policy.require(policy.can_correct(actor, entry))
    documents.correct_particulars(
        actor=actor, document_id=entry.document_id, particulars=particulars, reason=reason, at=at
    )
    keys = twin_keys(particulars)
    if not entry.second_copy_reason:
        refuse_same(models.Entry.objects.exclude(pk=entry.pk), entry.body_id, keys)
    models.Entry.objects.filter(pk=entry.pk).update(**keys)
    audit.record(actor, "registry.entry.corrected", f"entry:{entry.pk}", at=at, reason=reason)


@transaction.atomic
def hand_on(
    *, actor: Actor, entry_id: int, recipient: str, reference: str, at: datetime
) -> models.Transfer:
    """Note in the book to whom a document was handed on. Asked for by the act that hands it on."""
    entry = _locked(entry_id)
    policy.require(policy.can_hand_on(actor, entry))
    return models.Transfer.objects.create(
        entry=entry, recipient=recipient, reference=reference, at=at
    )


@transaction.atomic
def acknowledge(*, actor: Actor, reference: str, at: datetime) -> None:
    """Note in the book who acknowledged a transfer, and when. The first acknowledgement counts."""
    transfer = models.Transfer.objects.filter(reference=reference).select_related("entry").first()
    if transfer is None:
        return
    policy.require(policy.can_hand_on(actor, transfer.entry))
    models.Transfer.objects.filter(pk=transfer.pk, received_at=None).update(
        received_at=at, received_by=actor.name
    )


def _locked(entry_id: int) -> models.Entry:
    entry = models.Entry.objects.select_for_update().filter(pk=entry_id).first()
    if entry is None:
        raise NotFound
    return entry
