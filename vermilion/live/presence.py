"""Who else has a thing open, reading or writing. A lease that ends by itself; no act, no trace.

Asked and told only between people who may see the thing: the doors have asked before calling.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from vermilion.kernel.actors import Actor
from vermilion.kernel.types import Subject
from vermilion.live import models, queue

LEASE = timedelta(seconds=50)
"""A window that says nothing for so long is gone. Windows say so every twenty seconds."""

TOPIC = "presence"


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who has the thing open, in a post. Writing in one window is writing."""

    name: str
    post: str
    writing: bool


def be_here(
    actor: Actor, subject: Subject, *, window: str, writing: bool, at: datetime
) -> list[Present]:
    """Say that the actor has the thing open for a while yet; who else has."""
    place: dict[str, Any] = {
        "kind": subject.kind,
        "number": subject.id,
        "window": window,
        "appointment_id": actor.appointment_id,
    }
    said = {"name": actor.name, "post": actor.post, "writing": writing, "until": at + LEASE}
    with transaction.atomic():
        as_before = models.Presence.objects.filter(**place, writing=writing, until__gt=at).exists()
        models.Presence.objects.update_or_create(**place, defaults=said)
        if not as_before:
            queue.changed(TOPIC, subjects=[subject], by=actor)
    return others(actor, subject, at=at)


def leave(actor: Actor, subject: Subject, *, window: str) -> None:
    """Say that a window was closed."""
    with transaction.atomic():
        gone, _each = models.Presence.objects.filter(
            kind=subject.kind,
            number=subject.id,
            window=window,
            appointment_id=actor.appointment_id or 0,
        ).delete()
        if gone:
            queue.changed(TOPIC, subjects=[subject], by=actor)


def others(actor: Actor, subject: Subject, *, at: datetime) -> list[Present]:
    """Who else has the thing open now: once each, writers first."""
    rows = (
        models.Presence.objects.filter(kind=subject.kind, number=subject.id, until__gt=at)
        .exclude(appointment_id=actor.appointment_id or 0)
        .order_by("name", "appointment_id", "window")
    )
    found: dict[int, Present] = {}
    for row in rows:
        before = found.get(row.appointment_id)
        writing = row.writing or (before is not None and before.writing)
        found[row.appointment_id] = Present(row.name, row.post, writing)
    return sorted(found.values(), key=lambda each: not each.writing)


def forget(*, before: datetime) -> int:
    """Drop leases that ended; tells how many."""
    count, _each = models.Presence.objects.filter(until__lt=before).delete()
    return count
