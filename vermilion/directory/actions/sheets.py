"""A sheet is handed in, tried without changing anything, and applied whole or not at all."""

import hashlib
import json
from collections import Counter
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import models, policy
from vermilion.directory.actions.bodies import body_of
from vermilion.directory.actions.finding import Setting
from vermilion.directory.actions.rows import CHANGED, MADE, UNCHANGED, carry_out
from vermilion.directory.sheets import COLUMNS, Row, heading_of
from vermilion.directory.types import SheetKind
from vermilion.jobs.queue import defer
from vermilion.kernel.actors import Actor
from vermilion.kernel.letters import folded
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.verdicts import require

AT_ONCE = 300
"""So many rows are tried while one waits; more are a job."""
REFUSED = "refused"


class SheetIsEmpty(Refused):
    message = _("The sheet has no rows.")
    status = 422
    field = "file"


class SheetHasRefusals(Refused):
    message = _("%(count)s rows are refused. Mend them in the sheet and hand it in again.")


class NotTriedYet(Refused):
    message = _("The sheet is still being tried.")


class AppliedAlready(Refused):
    message = _("This sheet has been applied already.")


@transaction.atomic
def hand_in_sheet(
    *,
    actor: Actor,
    body_id: int,
    kind: SheetKind,
    name: str,
    rows: list[Row],
    at: datetime,
) -> models.Sheet:
    """A sheet is handed in and tried: each row is told what it will do. Nothing else changes yet.

    A long sheet is tried by a job. Refused: an empty sheet, a body outside the branch.
    """
    body = body_of(body_id)
    require(policy.can_administer(actor, body))
    if not rows:
        raise SheetIsEmpty()
    sheet = models.Sheet.objects.create(
        body=body,
        kind=kind.value,
        name=name[:255],
        by_id=actor.appointment_id,
        by_name=actor.name,
        language=translation.get_language() or settings.LANGUAGE_CODE,
        rows=rows,
        handed_in_at=at,
    )
    audit.record(
        actor,
        "directory.sheet.handed_in",
        f"sheet:{sheet.pk}",
        at=at,
        body=body_id,
        kind=kind.value,
        rows=len(rows),
        digest=_digest(rows),
    )
    if len(rows) <= AT_ONCE:
        _try(sheet, actor, at)
    else:
        defer("directory.try_sheet", queue="upkeep", sheet_id=sheet.pk)
    return sheet


@transaction.atomic
def try_sheet(*, actor: Actor, sheet_id: int, at: datetime) -> models.Sheet:
    """Find out what each row would do, as things are now, and undo it."""
    sheet = _sheet(sheet_id)
    require(policy.can_administer(actor, sheet.body))
    if sheet.applied_at is not None:
        raise AppliedAlready()

    _try(sheet, actor, at)

    audit.record(
        actor, "directory.sheet.tried", f"sheet:{sheet.pk}", at=at, **_counts(sheet.outcomes)
    )
    return sheet


@transaction.atomic
def ask_to_apply(*, actor: Actor, sheet_id: int, at: datetime) -> models.Sheet:
    """Apply a sheet: at once when it is short, else by a job.

    Refused: a sheet with refused rows, one not tried yet, one applied already.
    """
    sheet = _sheet(sheet_id)
    _may_apply(sheet, actor)
    if sheet.asked_at is not None:
        raise AppliedAlready()
    if len(sheet.rows) <= AT_ONCE:
        return apply_sheet(actor=actor, sheet_id=sheet_id, at=at)

    sheet.asked_at = at
    sheet.save(update_fields=["asked_at"])
    defer("directory.apply_sheet", queue="upkeep", sheet_id=sheet.pk)
    audit.record(actor, "directory.sheet.asked_for", f"sheet:{sheet.pk}", at=at)
    return sheet


@transaction.atomic
def apply_sheet(*, actor: Actor, sheet_id: int, at: datetime) -> models.Sheet:
    """Every row of a sheet comes about, or none does.

    When a row is refused now that was not when tried, nothing is applied and the sheet says which.
    """
    sheet = _sheet(sheet_id)
    _may_apply(sheet, actor)

    with transaction.atomic():
        outcomes = _run(sheet, actor, at)
        refused = _counts(outcomes)[REFUSED]
        if refused:
            transaction.set_rollback(True)
    sheet.outcomes = outcomes
    if refused:
        sheet.tried_at, sheet.asked_at = at, None
    else:
        sheet.applied_at = at
    sheet.save(update_fields=["outcomes", "tried_at", "asked_at", "applied_at"])

    audit.record(
        actor,
        "directory.sheet.applied" if sheet.applied_at else "directory.sheet.tried",
        f"sheet:{sheet.pk}",
        at=at,
        digest=_digest(sheet.rows),
        **_counts(sheet.outcomes),
    )
    return sheet


def _may_apply(sheet: models.Sheet, actor: Actor) -> None:
    require(policy.can_administer(actor, sheet.body))
    if sheet.applied_at is not None:
        raise AppliedAlready()
    if sheet.tried_at is None:
        raise NotTriedYet()
    refused = _counts(sheet.outcomes)[REFUSED]
    if refused:
        raise SheetHasRefusals(count=refused)


def _try(sheet: models.Sheet, actor: Actor, at: datetime) -> None:
    with transaction.atomic():
        outcomes = _run(sheet, actor, at)
        transaction.set_rollback(True)
    sheet.outcomes, sheet.tried_at = outcomes, at
    sheet.save(update_fields=["outcomes", "tried_at"])


def _run(sheet: models.Sheet, actor: Actor, at: datetime) -> list[dict[str, str]]:
    """Carry the rows out in order, each seeing what those before it did."""
    setting = Setting(actor=actor, body=sheet.body, at=at, kinds=_kinds())
    kind = SheetKind(sheet.kind)
    with translation.override(sheet.language):
        return [_outcome(kind, row, setting) for row in sheet.rows]


def _outcome(kind: SheetKind, row: Row, setting: Setting) -> dict[str, str]:
    for column in COLUMNS[kind]:
        cell = row.get(column.key, "")
        if column.needed and not cell:
            return _refused(kind, column.key, say("This must be filled."))
        if len(cell) > column.limit:
            said = say("This is longer than %(limit)s letters.") % {"limit": column.limit}
            return _refused(kind, column.key, said)
    try:
        with transaction.atomic():
            return {"outcome": carry_out(kind, row, setting)}
    except Refused as refusal:
        named = vars(refusal).get("column") or refusal.field or ""
        return _refused(kind, named, str(refusal))


def _refused(kind: SheetKind, column: str, reason: str) -> dict[str, str]:
    keys = {each.key for each in COLUMNS[kind]}
    heading = heading_of(kind, column) if column in keys else ""
    return {"outcome": REFUSED, "column": heading, "reason": reason}


def _kinds() -> dict[str, str]:
    """Kinds of bodies by their codes and by their names in every language."""
    known: dict[str, str] = {}
    for kind in models.BodyKind.objects.order_by("-ordinal"):
        names: dict[str, str] = kind.names
        for word in (*names.values(), kind.code):
            known[folded(word)] = kind.code
    return known


def _counts(outcomes: list[dict[str, str]]) -> dict[str, int]:
    found = Counter(each["outcome"] for each in outcomes)
    return {word: found[word] for word in (MADE, CHANGED, UNCHANGED, REFUSED)}


def _digest(rows: list[Row]) -> str:
    plain = json.dumps(rows, sort_keys=True, ensure_ascii=False).encode()
    return f"sha256:{hashlib.sha256(plain).hexdigest()}"


def _sheet(sheet_id: int) -> models.Sheet:
    sheets = models.Sheet.objects.select_for_update(of=("self",)).select_related("body")
    sheet = sheets.filter(pk=sheet_id).first()
    if sheet is None:
        raise NotFound()
    return sheet
