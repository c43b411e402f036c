"""Climb the ladders: one step of one wait in one transaction, never twice."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from vermilion.audit import actions as audit
from vermilion.followup import models, policy, queries, rules
from vermilion.followup.papers import page_of, subject_of
from vermilion.followup.telling import RUNG_REASONS
from vermilion.followup.types import Stage, Steps
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.notices import actions as notices
from vermilion.workdays import queries as workdays


@transaction.atomic
def climb_next(*, actor: Actor, at: datetime) -> models.Wait | None:
    """Climb the next step that is due, or plan the first one; None when nothing is due.

    Several may climb at once: each takes a wait that no other holds. The step is a row before
    anybody is told of it, and both stand or fall together.
    """
    policy.require(policy.can_climb(actor))
    wait = (
        models.Wait.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("body")
        .filter(answered_at=None, next_step_at__lte=at)
        .order_by("next_step_at", "id")
        .first()
    )
    if wait is None:
        return None
    steps = queries.ladder_for(wait.body_id, wait.urgency)
    zone = wait.body.time_zone
    calendar = workdays.calendar_of(wait.body_id, local_day(at, zone))
    resting = rules.is_resting(at, calendar)
    if not (wait.step == 0 and _plan(wait, steps, calendar, resting=resting, at=at)):
        _climb(actor, wait, steps, calendar, resting=resting, at=at)
    wait.save(update_fields=["step", "next_step_at"])
    return wait


@transaction.atomic
def clear(*, actor: Actor, before: datetime, at: datetime) -> int:
    """Remove waits that were answered long ago without an alarm, a reminder or a word by anybody.

    What was told to somebody stays: it is the log of the alarms.
    """
    policy.require(policy.can_climb(actor))
    silent = models.Wait.objects.filter(
        Q(escalations=None) & Q(prompts=None) & Q(reminders=None), answered_at__lt=before
    )
    number, _each = models.Wait.objects.filter(
        pk__in=list(silent.values_list("pk", flat=True)[:10_000])
    ).delete()
    if number:
        audit.record(actor, "followup.waits.cleared", "wait:0", at=at, number=number)
    return number


def _plan(
    wait: models.Wait, steps: Steps, calendar: rules.WorkingTime, *, resting: bool, at: datetime
) -> bool:
    """Plan the first step; says whether it still lies ahead.

    Work is late at its hour, and urgent matters that come while the office rests sound at once:
    whoever has them was told when they came, and sleeps.
    """
    wait.step = 1
    begins = max(wait.since, wait.hour) if wait.hour else wait.since
    at_its_hour = wait.hour is not None and wait.hour > wait.since
    if at_its_hour or (resting and wait.urgency >= rules.URGENT and not steps.working_time):
        return False
    wait.next_step_at = rules.step_after(
        begins, minutes=steps.minutes, working_time=steps.working_time, calendar=calendar
    )
    return wait.next_step_at > at


def _climb(
    actor: Actor,
    wait: models.Wait,
    steps: Steps,
    calendar: rules.WorkingTime,
    *,
    resting: bool,
    at: datetime,
) -> None:
    earlier = models.Escalation.objects.filter(wait=wait).order_by("id")
    told = [one for each in earlier for one in each.told]
    sequence = rules.sequence_of(
        steps.rungs,
        queries.people_on(wait, at=at),
        on_duty=queries.on_duty(wait.body_id, at),
        resting=resting and wait.urgency >= rules.URGENT,
    )
    group = rules.next_group(sequence, told)
    if group is None:
        wait.next_step_at = None
        audit.record(actor, "followup.wait.exhausted", f"wait:{wait.pk}", at=at)
        return
    rung, people = group
    names = queries.names_of(people)
    models.Escalation.objects.create(
        wait=wait,
        step=wait.step,
        rung=rung,
        told=people,
        names=[names[each] for each in people if each in names],
        resting=resting,
        at=at,
    )
    _tell(actor, wait, steps, rung, people, at)
    audit.record(
        actor,
        "followup.wait.escalated",
        f"wait:{wait.pk}",
        at=at,
        about=str(subject_of(wait)),
        step=wait.step,
        told=", ".join(names.values())[:300],
    )
    wait.step += 1
    wait.next_step_at = rules.step_after(
        at, minutes=steps.minutes, working_time=steps.working_time, calendar=calendar
    )


def _tell(
    actor: Actor, wait: models.Wait, steps: Steps, rung: str, people: list[int], at: datetime
) -> None:
    urgent = wait.urgency >= rules.URGENT
    event = "alarm" if urgent else "standing"
    at_its_hour = wait.stage == Stage.WORK and wait.hour
    facts = {"since_at": (at_its_hour or wait.since).isoformat()}
    if at_its_hour and not urgent:
        event, facts = "late", {"due_at": at_its_hour.isoformat()}
    reason = RUNG_REASONS[rung]
    if event != "alarm" and reason == "duty":
        reason = "superior"
    notices.tell(
        actor=actor,
        event=event,
        about=subject_of(wait),
        holders=people,
        reason=reason,
        at=at,
        url=page_of(wait),
        urgent=urgent,
        mail=steps.by_mail,
        facts=facts,
    )
