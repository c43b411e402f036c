"""Waits: the one at hand, the alarms of a body, those that hang."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from vermilion.documents import queries as documents
from vermilion.followup import models, policy, rules
from vermilion.followup.types import USUAL_OFFSETS, Offset
from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.cursors import cursor_of, moment_and_key
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import Verdict

PAGE = 30


@dataclass(frozen=True, slots=True)
class Alarm:
    """A wait as the list of alarms shows it: with its steps, and whether it came too late."""

    wait: models.Wait
    late: bool


def wait(wait_id: int) -> models.Wait:
    """One wait. NotFound if there is none."""
    found = models.Wait.objects.filter(pk=wait_id).first()
    if found is None:
        raise NotFound
    return found


def urgency_of(document_id: int) -> int:
    """How urgent a document is."""
    found = documents.summaries_of([document_id]).get(document_id)
    return found.urgency if found else 0


def alarms(
    actor: Actor, *, at: datetime, open_only: bool = False, after: str = ""
) -> tuple[list[Alarm], str]:
    """A page of the alarms of the actor's body, the newest first, and the cursor of the next.

    Those of papers that the actor may not see are left out, unless the actor was told.
    """
    found = _alarms(actor, at)
    if open_only:
        found = found.filter(answered_at=None)
    if (last_read := moment_and_key(after)) is not None:
        since, key = last_read
        found = found.filter(Q(since__lt=since) | Q(since=since, pk__lt=key))
    steps = Prefetch("escalations", models.Escalation.objects.order_by("id"))
    rows = list(found.prefetch_related(steps, "prompts").order_by("-since", "-id")[: PAGE + 1])
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return (
        [
            Alarm(each, late=rules.came_late(each.hour, each.answered_at, now=at))
            for each in rows[:PAGE]
        ],
        cursor_of(last.since, last.pk) if last else "",
    )


def number_of_alarms(actor: Actor, *, at: datetime) -> int:
    """How many alarms of the actor's body are open, up to a hundred."""
    return _alarms(actor, at).filter(answered_at=None).order_by()[:100].count()


def may_read_alarms(actor: Actor) -> Verdict:
    """Whether the actor reads the alarms of the body, and why not."""
    return policy.can_read_alarms(actor)


def hanging(*, before: datetime) -> QuerySet[models.Wait]:
    """Waits whose next step was due before a moment and was not climbed, the oldest first."""
    late = Q(next_step_at__lt=before) | Q(remind_at__lt=before)
    return models.Wait.objects.filter(late, answered_at=None).order_by("next_step_at", "id")


def everybody_told(*, since: datetime) -> QuerySet[models.Wait]:
    """Urgent waits whose ladder is at its end although nobody has answered."""
    return models.Wait.objects.filter(
        answered_at=None,
        next_step_at=None,
        read_at=None,
        urgency__gte=rules.URGENT,
        since__gt=since,
    ).order_by("since", "id")


def bodies_without_duty_tonight(*, at: datetime) -> dict[int, str]:
    """Bodies that planned duty within the last month and have nobody on duty now, with names."""
    recent = models.Turn.objects.filter(
        on__gte=(at - timedelta(days=30)).date(), ended_at=None
    ).select_related("body")
    missing: dict[int, str] = {}
    for each in recent.order_by("body_id", "on", "id"):
        day = rules.duty_day(at, each.body.time_zone)
        missing.setdefault(each.body_id, each.body.name)
        if each.on == day:
            missing[each.body_id] = ""
    return {body: name for body, name in missing.items() if name}


def offsets_of(people: Collection[int]) -> dict[int, tuple[str, ...]]:
    """When these people want to be reminded, by person; who chose nothing is reminded as usual."""
    chosen = models.ReminderHabit.objects.filter(person_id__in=set(people))
    found = {each.person_id: tuple(each.before) for each in chosen}
    usual = tuple(Offset(each).value for each in USUAL_OFFSETS)
    return {each: found.get(each, usual) for each in people}


def _alarms(actor: Actor, at: datetime) -> QuerySet[models.Wait]:
    told = models.Escalation.objects.filter(wait=OuterRef("pk"))
    mine = told.filter(told__contains=[actor.appointment_id or 0])
    seen = Q(document__in=documents.visible(actor, at).values("pk"))
    if actor.has(Duty.CLERK) or actor.has(Duty.LEADER):
        seen |= Q(document=None)
    return models.Wait.objects.filter(
        seen | Q(Exists(mine)),
        Q(answered_at=None) | Q(Exists(told)),
        body_id=actor.own_body,
        urgency__gte=rules.URGENT,
    )
