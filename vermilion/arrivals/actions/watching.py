"""How files in watched folders looked when they were last seen."""

from datetime import datetime

from django.db import transaction

from vermilion.arrivals import models, policy, rules
from vermilion.kernel.actors import Actor


@transaction.atomic
def sight(*, actor: Actor, path: str, size: int, changed_ns: int, at: datetime) -> bool:
    """Note how a file looks now; whether it has stopped growing since it was first seen so."""
    policy.require(policy.can_take_in(actor))
    last, made = models.Sighting.objects.select_for_update().get_or_create(
        path=path[-1000:], defaults={"size": size, "changed_ns": changed_ns, "since": at}
    )
    if made:
        return False
    before, now = (last.size, last.changed_ns), (size, changed_ns)
    if rules.has_stopped_growing(before, now, last.since, at):
        return True
    if before != now:
        last.size, last.changed_ns, last.since = size, changed_ns, at
        last.save(update_fields=["size", "changed_ns", "since"])
    return False


@transaction.atomic
def unsight(*, actor: Actor, path: str, at: datetime) -> None:  # noqa: ARG001 - as every act
    """Forget a file that is no longer where it was seen."""
    policy.require(policy.can_take_in(actor))
    models.Sighting.objects.filter(path=path[-1000:]).delete()
