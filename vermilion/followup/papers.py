"""Telling of a paper: under which subject notices are grouped, and where they lead."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.urls import reverse

from vermilion.directory import queries as directory
from vermilion.followup import models
from vermilion.followup.telling import DEPUTIES_ARE_TOLD
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.types import Subject
from vermilion.notices import actions as notices


def subject_of(wait: models.Wait) -> Subject:
    """The paper of a wait; before it is registered, the arrival."""
    if wait.document_id is not None:
        return Subject("document", wait.document_id)
    return Subject(wait.subject_kind, wait.subject_id)


def page_of(wait: models.Wait) -> str:
    """Where a wait is dealt with."""
    return page(subject_of(wait))


def page(about: Subject) -> str:
    """The page of a document, of an arrival, or of a duty on the list."""
    if about.kind == "turn":
        return reverse("followup:turn", args=[about.id])
    if about.kind == "arrival":
        return reverse("arrivals:arrival", args=[about.id])
    return reverse("desk:document", args=[about.id])


def tell(
    actor: Actor,
    event: str,
    about: Subject,
    holders: Sequence[int],
    *,
    reason: str,
    at: datetime,
    urgent: bool = False,
    facts: Mapping[str, str | None] | None = None,
) -> list[int]:
    """Tell of a paper, with its page."""
    if not holders:
        return []
    told = []
    for who, why in ((holders, reason), (_standing_in(actor, event, holders, at), "deputy")):
        if who:
            told += notices.tell(
                actor=actor,
                event=event,
                about=about,
                holders=who,
                reason=why,
                at=at,
                url=page(about),
                urgent=urgent,
                facts=facts,
            )
    return told


def _standing_in(actor: Actor, event: str, holders: Sequence[int], at: datetime) -> list[int]:
    """Who stands in for those of the holders who are away, where that is to be told to deputies."""
    if event not in DEPUTIES_ARE_TOLD:
        return []
    away = directory.away_on(holders, local_day(at, actor.time_zone))
    return sorted({each.deputy_id for each in away.values() if each.deputy_id} - set(holders))
