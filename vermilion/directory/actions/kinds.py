"""The kinds of bodies that a country knows."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from vermilion.audit import actions as audit
from vermilion.directory import models, policy
from vermilion.directory.types import KindData
from vermilion.kernel.actors import Actor
from vermilion.kernel.verdicts import require


@transaction.atomic
def enter_kinds(*, actor: Actor, kinds: Iterable[KindData], at: datetime) -> int:
    """Enter kinds of bodies, or give known ones their present names. Says how many were given.

    Kinds are a country's data and hold for the whole installation: refused to all but operators.
    """
    require(policy.can_enter_kinds(actor))
    rows = [
        models.BodyKind(
            code=kind.code,
            family=kind.family,
            level=kind.level,
            names=dict(kind.names),
            ordinal=place,
        )
        for place, kind in enumerate(kinds)
    ]
    models.BodyKind.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["family", "level", "names", "ordinal"],
    )

    codes = [row.code for row in rows]
    audit.record(actor, "directory.kinds.entered", "installation:0", at=at, codes=codes)
    return len(rows)
