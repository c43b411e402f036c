"""The same document, come once more."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.documents import actions as documents
from vermilion.documents.types import FileHandedIn
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import Refused
from vermilion.registry import models, policy
from vermilion.registry.actions.lines import locked
from vermilion.registry.events import ChannelJoined


class JoinedInTheFuture(Refused):
    message = _("A copy cannot have come on %(arrived_on)s: that day is still to come.")
    status = 422
    field = "arrived_on"


@transaction.atomic
def join_channel(
    *,
    actor: Actor,
    entry_id: int,
    channel: str,
    arrived_on: date,
    files: Sequence[FileHandedIn] = (),
    note: str = "",
    packet: str = "",
    at: datetime,
) -> models.Joining:
    """Note beside a line that its document came once more: the paper copy of what came
    electronically, or the reverse. It uses no number, and figures count one document.

    Its files are kept with the document. A packet that was noted already changes nothing. The
    event says whether the document came by this channel for the first time: only then is its
    arrival acknowledged there. Refused beside a line that was struck out.
    """
    entry = locked(entry_id)
    policy.require(policy.can_join(actor, entry))
    if arrived_on > local_day(at, actor.time_zone):
        raise JoinedInTheFuture(arrived_on=arrived_on)
    known = models.Joining.objects.filter(entry=entry, packet=packet).first() if packet else None
    if known is not None:
        return known
    for file in files:
        documents.attach_file(actor=actor, document_id=entry.document_id, file=file, at=at)
    came_before = entry.channel == channel or entry.joinings.filter(channel=channel).exists()
    joining = models.Joining.objects.create(
        entry=entry,
        channel=channel,
        first=not came_before,
        packet=packet,
        arrived_on=arrived_on,
        note=note,
        by=actor.name,
        by_post=actor.post,
        at=at,
    )
    _tell_joined(actor, entry, joining, at)
    return joining


def _tell_joined(actor: Actor, entry: models.Entry, joining: models.Joining, at: datetime) -> None:
    audit.record(
        actor,
        "registry.entry.joined",
        f"entry:{entry.pk}",
        at=at,
        channel=joining.channel,
        first=joining.first,
    )
    publish(
        ChannelJoined(
            actor=actor,
            at=at,
            entry_id=entry.pk,
            document_id=entry.document_id,
            body_id=entry.body_id,
            channel=joining.channel,
            packet=joining.packet,
            first=joining.first,
        )
    )
