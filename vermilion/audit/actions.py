"""Write down what was done."""

from datetime import datetime

from vermilion.audit import models
from vermilion.kernel.actors import Actor
from vermilion.kernel.tracing import trace_number


def record(
    actor: Actor, act: str, subject: str, *, at: datetime, **facts: str | int | bool | list[str] | None
) -> None:
    """Add the trace of an act within the act's own transaction.

    `act` is the name of the act in words joined by dots (`registry.incoming.registered`),
    `subject` a typed reference (`entry:12`). Facts are plain values and never secret content.
    """
    models.Trace.objects.create(
        at=at,
        act=act,
        subject=subject,
        body_id=actor.body_id,
        actor={
            "kind": actor.kind,
            "name": actor.name,
            "person": actor.person_id,
            "appointment": actor.appointment_id,
            "post": actor.post,
            "body": actor.body,
            "for": actor.for_name,
        },
        facts=facts,
        request=trace_number.get(),
    )
