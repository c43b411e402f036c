"""Who is on duty, day by day. A day's duty lasts until half past seven of the next morning."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vermilion.directory import queries as directory
from vermilion.followup import models, policy, rules
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import Verdict
from vermilion.workdays import queries as workdays


@dataclass(frozen=True, slots=True)
class Evening:
    """A day of the duty list: whether one works on it, and who is on duty, the first first."""

    on: date
    works: bool
    today: bool
    turns: list[models.Turn]


def on_duty(body_id: int, at: datetime) -> list[int]:
    """The appointments on duty in a body at a moment, the first first."""
    body = directory.body(body_id)
    return [each.appointment_id for each in turns_on(body_id, rules.duty_day(at, body.time_zone))]


def turns_on(body_id: int, on: date) -> list[models.Turn]:
    """Who is on duty in a body on a day, in order."""
    turns = models.Turn.objects.filter(body_id=body_id, on=on, ended_at=None)
    return list(turns.order_by("ordinal", "id"))


def evenings(body_id: int, *, at: datetime, days: int = 14) -> list[Evening]:
    """The duty list of the days to come, beginning with the present one. Six queries."""
    body = directory.body(body_id)
    today = rules.duty_day(at, body.time_zone)
    until = today + timedelta(days=days)
    found: dict[date, list[models.Turn]] = {}
    turns = models.Turn.objects.filter(
        body_id=body_id, on__gte=today, on__lt=until, ended_at=None
    ).select_related("appointment__person", "appointment__post", "instead_of__appointment__person")
    for each in turns.order_by("on", "ordinal", "id"):
        found.setdefault(each.on, []).append(each)
    calendar = workdays.calendar_of(body_id, today)
    return [
        Evening(
            on=day,
            works=calendar.is_working(day),
            today=day == today,
            turns=found.get(day, []),
        )
        for day in (today + timedelta(days=ahead) for ahead in range(days))
    ]


def turn(turn_id: int) -> models.Turn:
    """One duty. NotFound if there is none."""
    found = (
        models.Turn.objects.select_related("body", "appointment__person").filter(pk=turn_id).first()
    )
    if found is None:
        raise NotFound
    return found


def may_plan(actor: Actor) -> Verdict:
    """Whether the actor plans the duty list of the own body, and why not."""
    return policy.can_plan(actor, actor.own_body)
