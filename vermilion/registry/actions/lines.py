"""What is written beside a line that stands in a book."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.documents import actions as documents
from vermilion.documents.types import Particulars
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.registry import models, policy
from vermilion.registry.actions.fields import values_for
from vermilion.registry.actions.twins import refuse_same, twin_keys, words_of
from vermilion.registry.events import EntryStruckOut
from vermilion.registry.types import BookKind


class PostedInTheFuture(Refused):
    message = _("Nothing can have been posted on %(on)s: that day is still to come.")
    status = 422
    field = "on"


@transaction.atomic
def strike_out(*, actor: Actor, entry_id: int, reason: str, at: datetime) -> models.Striking:
    """Strike out a line, with the reason. The line stays legible and its number stays used."""
    entry = locked(entry_id)
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
    *,
    actor: Actor,
    entry_id: int,
    particulars: Particulars,
    reason: str,
    custom: Mapping[str, str] | None = None,
    at: datetime,
) -> None:
    """Correct what was read or typed wrongly of a registered document. Old values are kept.

    The number, the book and the files stay as they are; so does the number and notation of what
    the body issued itself. Refused if the corrected number and notation are those of another line.
    """
    entry = locked(entry_id)
    policy.require(policy.can_correct(actor, entry))
    issued = entry.book.kind != BookKind.INCOMING
    if issued:
        particulars = replace(particulars, symbol=entry.document.symbol)
    before, after = entry.custom, entry.custom
    if custom is not None:
        after = values_for(entry.book, custom)
    try:
        documents.correct_particulars(
            actor=actor,
            document_id=entry.document_id,
            particulars=particulars,
            reason=reason,
            at=at,
        )
    except documents.NothingToCorrect:
        if after == before:
            raise
    keys = {} if issued else twin_keys(particulars)
    if keys:
        refuse_same(entry, keys)
    names = {f"to {each.ordinal}": each.name for each in entry.addressees.all()}
    words = words_of(particulars, particulars.symbol, after | names)
    models.Entry.objects.filter(pk=entry.pk).update(**keys, custom=after, says=words)
    audit.record(
        actor,
        "registry.entry.corrected",
        f"entry:{entry.pk}",
        at=at,
        reason=reason,
        was=_as_facts(before, after),
    )


@transaction.atomic
def note_posting(
    *,
    actor: Actor,
    entry_id: int,
    on: date,
    recipient: str,
    envelopes: int = 1,
    note: str = "",
    at: datetime,
) -> models.Posting:
    """Note envelopes of a document that were given to the post or to a messenger.

    Refused for a day that is still to come, and beside a line that was struck out.
    """
    entry = locked(entry_id)
    policy.require(policy.can_post(actor, entry))
    if on > local_day(at, actor.time_zone):
        raise PostedInTheFuture(on=on)
    posting = models.Posting.objects.create(
        entry=entry,
        on=on,
        recipient=recipient,
        envelopes=envelopes,
        note=note,
        by=actor.name,
        by_post=actor.post,
        at=at,
    )
    audit.record(actor, "registry.entry.posted", f"entry:{entry.pk}", at=at, envelopes=envelopes)
    return posting


@transaction.atomic
def hand_on(
    *, actor: Actor, entry_id: int, recipient: str, reference: str, at: datetime
) -> models.Transfer:
    """Note in the book to whom a document was handed on. Asked for by the act that hands it on."""
    entry = locked(entry_id)
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


def locked(entry_id: int) -> models.Entry:
    """A line that nobody else writes beside until this act is done."""
    entry = (
        models.Entry.objects.select_for_update(of=("self",))
        .select_related("book", "document")
        .filter(pk=entry_id)
        .first()
    )
    if entry is None:
        raise NotFound
    return entry


def _as_facts(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """The old values of the custom fields that were corrected."""
    return [f"{key}: {value}" for key, value in sorted(before.items()) if after.get(key) != value]
