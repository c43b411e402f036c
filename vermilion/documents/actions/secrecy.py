"""Keep out what this network may not hold, and stop what looks as if it must be kept out."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.access.rules import may_carry
from vermilion.access.types import Grade
from vermilion.audit import actions as audit
from vermilion.documents import models, policy, queries, rules
from vermilion.documents.actions.apart import in_a_transaction_of_its_own
from vermilion.documents.types import FileHandedIn, Settlement
from vermilion.files import actions as files
from vermilion.files import queries as kept
from vermilion.kernel.actors import Actor, system
from vermilion.kernel.refusals import NotFound, Refused


class NotCarriedHere(Refused):
    message = _(
        "This network may not hold documents of the grade “%(grade)s”. Nothing of it was recorded. "
        "Take it to the clerk for state secrets, who enters it on the independent local network "
        "or in the paper book."
    )
    status = 422
    field = "secrecy"


class BearsAMark(Refused):
    message = _(
        "The first page seems to bear the mark “%(words)s” (line %(line)s), but the grade chosen "
        "is “%(grade)s”. A clerk must check the file before it is recorded."
    )
    status = 422
    field = "secrecy"


class HeldForACheck(Refused):
    message = _(
        "This file bears a mark of secrecy and waits for a clerk’s check. Until then it is neither "
        "recorded nor shown."
    )
    status = 409


class FileNotHere(Refused):
    message = _("This file is not here, or was handed in by somebody else. Hand it in again.")
    status = 422


class FileInQuarantine(Refused):
    message = _("This file lies in quarantine and cannot be recorded: %(sentence)s")
    status = 409


class CheckWithoutReason(Refused):
    message = _("Say what you found: the reason is kept.")
    status = 422
    field = "reason"


class HeldElsewhere(Refused):
    message = _(
        "Another body holds the same file, so it cannot be deleted here alone. Tell the security "
        "officer; until then nobody can open it."
    )


def refuse_what_the_zone_may_not_carry(*, actor: Actor, grade: int, at: datetime) -> None:
    """Let content of a grade go on to be stored, or refuse it and log the attempt.

    To be asked before any byte is kept. The trace says who, when and which grade, and neither
    name nor content of anything; it stays even though the act that asked is undone.
    """
    policy.require(policy.can_ask(actor))
    zone = settings.VERMILION.zone
    if may_carry(zone, grade):
        return

    def write() -> None:
        audit.record(
            actor,
            "documents.secret.refused",
            f"body:{actor.body_id or 0}",
            at=at,
            grade=grade,
            zone=zone,
        )

    in_a_transaction_of_its_own(write)
    raise NotCarriedHere(grade=Grade(grade).label)


def refuse_files_out_of_order(
    *, actor: Actor, files_handed_in: Sequence[FileHandedIn], grade: int, at: datetime
) -> None:
    """Refuse files that are not here, in quarantine, held, or marked heavier than stated."""
    ids = [file.blob_id for file in files_handed_in]
    if not ids:
        return
    if any(queries.is_held(blob_id) for blob_id in ids):
        raise HeldForACheck
    if set(ids) - kept.readable(actor, ids, at):
        raise FileNotHere
    for blob_id, standing in kept.standing_of(ids).items():
        if not standing.served:
            raise FileInQuarantine(sentence=standing.sentence)
        mark = rules.heaviest(queries.marks_of(blob_id))
        if mark is None or int(mark.value) <= grade:
            continue
        if not queries.was_found_open(blob_id, body_id=actor.body_id or 0):
            raise BearsAMark(words=mark.words, line=mark.line, grade=Grade(grade).label)


@transaction.atomic
def stop_if_marked(*, actor: Actor, blob_id: int, at: datetime) -> models.Hold | None:
    """Hold a file back for a clerk's check when its first page bears a mark of secrecy.

    To be asked of every file as soon as it is handed in, and again when its text is known. A
    network that may carry the grade stops nothing; nor is a file stopped again that a clerk of
    this body has found open. The trace names the grade alone.
    """
    policy.require(policy.can_ask(actor))
    mark = rules.heaviest(queries.marks_of(blob_id, at_once=True))
    if mark is None or actor.body_id is None:
        return None
    if may_carry(settings.VERMILION.zone, int(mark.value)):
        return None
    if queries.was_found_open(blob_id, body_id=actor.body_id):
        return None
    hold, made = models.Hold.objects.get_or_create(
        blob_id=blob_id,
        body_id=actor.body_id,
        settled_at=None,
        defaults={
            "grade": mark.value,
            "words": mark.words[:60],
            "line": mark.line,
            "handed_in_by": actor.name,
            "held_at": at,
        },
    )
    if made:
        audit.record(actor, "documents.file.held", f"hold:{hold.pk}", at=at, grade=int(mark.value))
    return hold


@transaction.atomic
def confirm_not_secret(*, actor: Actor, hold_id: int, reason: str, at: datetime) -> models.Hold:
    """Let a held file go on: a clerk has looked at the paper and says why it is not secret."""
    hold = _locked(hold_id)
    policy.require(policy.can_settle(actor, hold))
    _settle(hold, Settlement.NOT_SECRET, actor=actor, reason=reason, at=at)
    audit.record(actor, "documents.file.found_open", f"hold:{hold.pk}", at=at, grade=hold.grade)
    return hold


@transaction.atomic
def hand_back(*, actor: Actor, hold_id: int, reason: str, at: datetime) -> models.Hold:
    """Hand a secret file back: every byte, text and picture of it is deleted here, with a trace.

    Refused while another body's document holds the same bytes.
    """
    hold = _locked(hold_id)
    policy.require(policy.can_settle(actor, hold))
    blob_id = hold.blob_id
    assert blob_id is not None  # noqa: S101 - a hold that waits has its file
    attachments = models.Attachment.objects.filter(blob_id=blob_id)
    if attachments.exclude(document__body_id=hold.body_id).exists():
        raise HeldElsewhere
    documents = list(attachments.order_by("document_id").values_list("document_id", flat=True))
    attachments.delete()
    _settle(hold, Settlement.HANDED_BACK, actor=actor, reason=reason, at=at)
    models.Hold.objects.filter(blob_id=blob_id).update(blob=None)
    hold.blob = None
    audit.record(
        actor,
        "documents.file.handed_back",
        f"hold:{hold.pk}",
        at=at,
        grade=hold.grade,
        documents=[str(each) for each in documents],
    )
    files.destroy(
        actor=system("documents", body_id=hold.body_id),
        blob_id=blob_id,
        ground=f"hold:{hold.pk}",
        at=at,
    )
    return hold


def _settle(
    hold: models.Hold, settlement: Settlement, *, actor: Actor, reason: str, at: datetime
) -> None:
    said = rules.tidy_text(reason)[:500]
    if not said:
        raise CheckWithoutReason
    hold.settlement = settlement
    hold.settled_at = at
    hold.settled_by = actor.name
    hold.reason = said
    hold.save(update_fields=["settlement", "settled_at", "settled_by", "reason"])


def _locked(hold_id: int) -> models.Hold:
    hold = models.Hold.objects.select_for_update().filter(pk=hold_id).first()
    if hold is None:
        raise NotFound
    return hold
