"""Write down what was done."""

from datetime import datetime

from django.db import connection, transaction

from vermilion.audit import keys, leaves, models, policy
from vermilion.audit.types import Sought
from vermilion.kernel.actors import Actor
from vermilion.kernel.tracing import trace_number
from vermilion.kernel.verdicts import require


def record(
    actor: Actor,
    act: str,
    subject: str,
    *,
    at: datetime,
    **facts: str | int | bool | list[str] | None,
) -> None:
    """Add the trace of an act within the act's own transaction.

    `act` is the name of the act in words joined by dots (`registry.incoming.registered`),
    `subject` a typed reference (`entry:12`). Facts are plain values and never secret content.
    """
    entry = leaves.Entry(
        id=_next_number(),
        at=at,
        act=act,
        subject=subject,
        body_id=actor.body_id,
        actor=_as_written(actor),
        facts=leaves.plain(facts),
        request=trace_number.get(),
    )
    seal = entry.seal(keys.seal_key())
    if len(entry.leaf(seal)) > leaves.LARGEST:
        raise ValueError(f"the trace of {act} is too long for the log")
    models.Trace.objects.create(
        id=entry.id,
        at=entry.at,
        act=entry.act,
        subject=entry.subject,
        body_id=entry.body_id,
        actor=entry.actor,
        facts=entry.facts,
        request=entry.request,
        seal=seal,
    )


@transaction.atomic
def read(*, actor: Actor, sought: Sought, at: datetime) -> None:
    """Open the log for reading. That it was read, and what was sought, is itself a trace.

    Refused to whoever neither administers nor guards the body.
    """
    require(policy.can_read(actor))
    record(actor, "audit.log.read", f"body:{actor.body_id or 0}", at=at, **sought.as_facts())


@transaction.atomic
def read_bundle(*, actor: Actor, index: int, at: datetime) -> None:
    """Open the entries of all bodies under one tile. Refused to all but operators."""
    require(policy.can_read_bundles(actor))
    record(actor, "audit.bundle.read", f"bundle:{index}", at=at)


def _next_number() -> int:
    # The number is part of what is sealed, so it has to be known before the row is written.
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('audit_trace_id_seq')")
        number: int = cursor.fetchone()[0]
    return number


def _as_written(actor: Actor) -> dict[str, str | int | None]:
    """Names are copied: what the log says does not change when a person is renamed."""
    return {
        "kind": str(actor.kind),
        "name": actor.name,
        "person": actor.person_id,
        "appointment": actor.appointment_id,
        "post": actor.post,
        "body": actor.body,
        "for": actor.for_name,
    }
