"""Record a document, correct what was read or typed of it, add files to it."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.documents import models, policy, rules
from vermilion.documents.actions.secrecy import (
    refuse_files_out_of_order,
    refuse_what_the_zone_may_not_carry,
)
from vermilion.documents.types import Fault, FileHandedIn, Particulars
from vermilion.kernel import text
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound, Refused

_OF_THE_FILES = "files"
STATED = tuple(each.name for each in fields(Particulars) if each.name != _OF_THE_FILES)
"""The fields of a document that a person states, in the order of the paper."""


class NotInOrder(Refused):
    message = _("These fields are not in order: %(sentences)s")
    status = 422


class NotBare(Refused):
    message = _(
        "Of this document the book on this network holds a bare line: no abstract, no note, no "
        "files. Take those to the clerk for state secrets."
    )
    status = 422
    field = "abstract"


class UnknownType(Refused):
    message = _("There is no such type of document. Choose one of the list.")
    status = 422
    field = "type"


class UnknownIssuer(Refused):
    message = _("There is no such body. Choose the issuer from the list, or write its name alone.")
    status = 422
    field = "issuer_body"


class ReasonMissing(Refused):
    message = _("Say why: the reason is kept beside the old value.")
    status = 422
    field = "reason"


class NothingToCorrect(Refused):
    message = _("Every field says what it said before. Nothing was corrected.")
    field = None


@transaction.atomic
def record_document(
    *, actor: Actor, particulars: Particulars, at: datetime, bare: bool = False
) -> models.Document:
    """Keep what stands on a document, and its files, for the actor's body.

    Refused: fields not in order; a grade of secrecy that this network may not carry; a file that
    is unknown or in quarantine, or whose first page bears a mark of secrecy heavier than stated.
    A `bare` one is the line of a secret document of which this network holds no content: it is
    kept whatever its grade, and refused with an abstract, a note or a file.
    """
    policy.require(policy.can_record(actor))
    tidy = _bare(actor, particulars, at) if bare else _in_order(actor, particulars, at)
    document = models.Document.objects.create(
        body_id=actor.body_id or 0, recorded_at=at, **_columns(tidy)
    )
    _attach(document, tidy.files, first=0)
    audit.record(
        actor,
        "documents.document.recorded",
        f"document:{document.pk}",
        at=at,
        symbol=document.symbol,
        files=len(tidy.files),
    )
    return document


@transaction.atomic
def correct_particulars(
    *, actor: Actor, document_id: int, particulars: Particulars, reason: str, at: datetime
) -> models.Document:
    """Correct what was read or typed wrongly of a document. Every old value is kept in a row.

    The files stay as they are. Refused without a reason, and when nothing differs.
    """
    document = _locked(document_id)
    policy.require(policy.can_correct(actor, document))
    if not rules.tidy_text(reason):
        raise ReasonMissing
    tidy = _in_order(actor, particulars, at, keeps_files=True)
    columns = _columns(tidy)
    changes = _changes(document, columns)
    if not changes:
        raise NothingToCorrect
    models.Correction.objects.bulk_create(
        models.Correction(
            document=document,
            field=name,
            old=_plain(old),
            new=_plain(new),
            reason=rules.tidy_text(reason)[:500],
            by=actor.name,
            by_post=actor.post,
            at=at,
        )
        for name, (old, new) in changes.items()
    )
    for name, value in columns.items():
        setattr(document, name, value)
    document.save(update_fields=list(columns))
    audit.record(
        actor,
        "documents.document.corrected",
        f"document:{document.pk}",
        at=at,
        fields=sorted(changes),
        reason=rules.tidy_text(reason)[:500],
    )
    return document


@transaction.atomic
def attach_file(
    *, actor: Actor, document_id: int, file: FileHandedIn, at: datetime
) -> models.Attachment:
    """Add a file to a document, after those it has. The same bytes twice change nothing."""
    document = _locked(document_id)
    policy.require(policy.can_correct(actor, document))
    refuse_files_out_of_order(actor=actor, files_handed_in=[file], grade=document.secrecy, at=at)
    there = document.attachments.filter(blob_id=file.blob_id).first()
    if there is not None:
        return there
    last = document.attachments.order_by("-ordinal").values_list("ordinal", flat=True).first()
    [attachment] = _attach(document, [file], first=0 if last is None else last + 1)
    audit.record(
        actor,
        "documents.file.attached",
        f"document:{document.pk}",
        at=at,
        attachment=attachment.pk,
    )
    return attachment


def _in_order(
    actor: Actor, particulars: Particulars, at: datetime, *, keeps_files: bool = False
) -> Particulars:
    """The particulars as they are kept; refused when a field is not in order."""
    refuse_what_the_zone_may_not_carry(actor=actor, grade=particulars.secrecy, at=at)
    tidy = rules.tidy(particulars)
    found = rules.faults(tidy, today=local_day(at, actor.time_zone))
    if found:
        raise _not_in_order(found)
    types = models.DocumentType.objects.filter(pk=tidy.type_id or 0)
    if tidy.type_id is not None and not types.exists():
        raise UnknownType
    if tidy.issuer_body_id is not None and not directory.names_of([tidy.issuer_body_id]):
        raise UnknownIssuer
    if not keeps_files:
        refuse_files_out_of_order(
            actor=actor, files_handed_in=tidy.files, grade=tidy.secrecy, at=at
        )
    return tidy


def _bare(actor: Actor, particulars: Particulars, at: datetime) -> Particulars:
    """A line without content, as it is kept."""
    tidy = rules.tidy(particulars)
    if tidy.abstract or tidy.note or tidy.files:
        raise NotBare
    found = rules.faults(tidy, today=local_day(at, actor.time_zone), bare=True)
    if found:
        raise _not_in_order(found)
    return tidy


def _not_in_order(found: Sequence[Fault]) -> NotInOrder:
    return NotInOrder(
        sentences=" ".join(f"{each.field}: {each.in_words}" for each in found),
        fields=[each.field for each in found],
    )


def _columns(tidy: Particulars) -> dict[str, object]:
    """Every column that follows from what was stated."""
    return {name: getattr(tidy, name) for name in STATED} | {
        "symbol_key": text.same_symbol_key(tidy.symbol),
        "issuer_key": text.same_name_key(tidy.issuer),
    }


def _changes(
    document: models.Document, columns: dict[str, object]
) -> dict[str, tuple[object, object]]:
    """Fields that were stated otherwise: name to old and new value."""
    return {
        name: (getattr(document, name), columns[name])
        for name in STATED
        if getattr(document, name) != columns[name]
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _attach(
    document: models.Document, files: Sequence[FileHandedIn], *, first: int
) -> list[models.Attachment]:
    once = {file.blob_id: file for file in reversed(files)}
    kept = [file for file in files if once.get(file.blob_id) is file]
    return models.Attachment.objects.bulk_create(
        models.Attachment(document=document, blob_id=file.blob_id, name=file.name, ordinal=ordinal)
        for ordinal, file in enumerate(kept, first)
    )


def _locked(document_id: int) -> models.Document:
    document = models.Document.objects.select_for_update().filter(pk=document_id).first()
    if document is None:
        raise NotFound
    return document
