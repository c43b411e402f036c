"""The codes by which bodies are known in the schemes of others."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import models, policy
from vermilion.directory.actions.bodies import body_of
from vermilion.directory.actions.days import (
    AlreadyEnded,
    first_day,
    must_end_after,
    one_at_a_time,
)
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.text import composed
from vermilion.kernel.verdicts import require


class CodeTaken(Refused):
    message = _("The code %(value)s belongs to %(body)s on these days.")
    field = "value"


class CodeMalformed(Refused):
    message = _("A code has 1 to 35 letters, digits, dots or hyphens: %(value)s has not.")
    field = "value"


@transaction.atomic
def add_identifier(
    *,
    actor: Actor,
    body_id: int,
    scheme: str,
    value: str,
    at: datetime,
    on: date | None = None,
    until: date | None = None,
) -> models.Identifier:
    """A body is known by a code from a day on. Refused while the code belongs to another."""
    body = body_of(body_id)
    require(policy.can_administer(actor, body))
    scheme, value = composed(scheme), composed(value)
    one_at_a_time(f"directory.code {scheme} {value}")
    if not scheme or not 1 <= len(value) <= 35 or not all(c.isalnum() or c in ".-" for c in value):
        raise CodeMalformed(value=value)
    day = first_day(on, at, body.time_zone)
    must_end_after(day, until)
    overlapping = Q(valid_to=None) | Q(valid_to__gt=day)
    if until is not None:
        overlapping &= Q(valid_from__lt=until)
    taken = models.Identifier.objects.filter(overlapping, scheme=scheme, value=value)
    if other := taken.select_related("body").first():
        raise CodeTaken(value=value, body=other.body.name)

    identifier = models.Identifier.objects.create(
        body=body, scheme=scheme, value=value, valid_from=day, valid_to=until
    )

    audit.record(
        actor,
        "directory.identifier.added",
        f"body:{body.pk}",
        at=at,
        scheme=scheme,
        value=value,
        valid_from=day.isoformat(),
    )
    return identifier


@transaction.atomic
def retire_identifier(
    *, actor: Actor, identifier_id: int, at: datetime, on: date | None = None
) -> models.Identifier:
    """A code no longer means its body from a day on. Refused when it has been retired."""
    identifier = (
        models.Identifier.objects.select_for_update(of=("self",))
        .select_related("body")
        .filter(pk=identifier_id)
        .first()
    )
    if identifier is None:
        raise NotFound()
    require(policy.can_administer(actor, identifier.body))
    if identifier.valid_to is not None:
        raise AlreadyEnded(name=identifier.value, day=identifier.valid_to.isoformat())
    day = first_day(on, at, identifier.body.time_zone)
    must_end_after(identifier.valid_from, day)

    identifier.valid_to = day
    identifier.save(update_fields=["valid_to"])

    audit.record(
        actor,
        "directory.identifier.retired",
        f"body:{identifier.body_id}",
        at=at,
        scheme=identifier.scheme,
        value=identifier.value,
        valid_to=day.isoformat(),
    )
    return identifier
