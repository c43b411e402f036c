"""Bring the types of documents in line with the data file."""

from datetime import date, datetime

from django.db import transaction

from vermilion.audit import actions as audit
from vermilion.documents import models, policy
from vermilion.documents.reading.words import type_rows
from vermilion.kernel.actors import Actor


@transaction.atomic
def load_types(*, actor: Actor, at: datetime) -> int:
    """Bring the types of documents in line with the data file; says how many rows changed.

    Loading twice changes nothing the second time and leaves no second trace. A type that is no
    longer in the file stays: documents bear it.
    """
    policy.require(policy.can_load_types(actor))
    known = {row.code: row for row in models.DocumentType.objects.select_for_update()}
    changed = sum(
        _bring_in_line(known.get(row["code"]), row, ordinal)
        for ordinal, row in enumerate(type_rows(), 1)
    )
    if changed:
        audit.record(actor, "documents.types.loaded", "documents:types", at=at, changed=changed)
    return changed


def _bring_in_line(known: models.DocumentType | None, row: dict[str, object], ordinal: int) -> bool:
    stated = {
        "family": row["family"],
        "abbreviation": row["abbreviation"],
        "also_abbreviated": row.get("also_abbreviated", []),
        "names": row["names"],
        "ordinal": ordinal,
        "valid_from": date.fromisoformat(str(row["valid_from"])),
        "valid_to": date.fromisoformat(str(row["valid_to"])) if "valid_to" in row else None,
    }
    if known is None:
        models.DocumentType.objects.create(code=str(row["code"]), **stated)
        return True
    if all(getattr(known, name) == value for name, value in stated.items()):
        return False
    models.DocumentType.objects.filter(pk=known.pk).update(**stated)
    return True
