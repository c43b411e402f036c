"""Telling of a paper: under which subject notices are grouped, and where they lead."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.urls import reverse

from vermilion.followup import models
from vermilion.kernel.actors import Actor
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
    """The page of a document or of an arrival."""
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
    **facts: str | int | None,
) -> list[int]:
    """Tell of a paper, with its page."""
    if not holders:
        return []
    known: Mapping[str, str | int | None] = facts
    return notices.tell(
        actor=actor,
        event=event,
        about=about,
        holders=holders,
        reason=reason,
        at=at,
        url=page(about),
        urgent=urgent,
        facts=known,
    )
