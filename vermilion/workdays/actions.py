"""Everything that is written about working calendars."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.workdays import models, policy, rules
from vermilion.workdays.types import Hours, Manner

LONGEST = 400
"""Working days that a usual time may have; more than a year and a half is no usual time."""


class HoursUnsound(Refused):
    message = _(
        "Each stretch of work ends after it begins, and before the next one; some day is worked."
    )
    status = 422


class NameMissing(Refused):
    message = _("Say what the day is called; it stands in every reason for a deadline.")
    status = 422
    field = "name"


class DaySetAlready(Refused):
    message = _("This day is in the calendar already, as %(name)s. Take it out first.")
    field = "day"


class TimeTooLong(Refused):
    message = _("A usual time has at most %(most)s working days.")
    status = 422
    field = "days"


@transaction.atomic
def set_week(
    *, actor: Actor, body_id: int, week: Sequence[Hours], valid_from: date, at: datetime
) -> models.WorkingWeek:
    """Set the hours of the week that a body and those below it keep from a day on.

    Refused when stretches overlap or run backwards, and when nobody would ever work.
    """
    policy.require(policy.can_keep(actor, body_id))
    if not rules.are_sound(tuple(week)):
        raise HoursUnsound
    made = models.WorkingWeek.objects.create(
        body_id=body_id,
        valid_from=valid_from,
        hours=[[[_said(begin), _said(end)] for begin, end in day] for day in week],
        **_by(actor, at),
    )
    audit.record(
        actor, "workdays.week.set", f"calendar:{body_id}", at=at, since=valid_from.isoformat()
    )
    return made


@transaction.atomic
def leave_week(*, actor: Actor, body_id: int, valid_from: date, at: datetime) -> models.WorkingWeek:
    """Go back, from a day on, to the hours of the body above."""
    policy.require(policy.can_keep(actor, body_id))
    made = models.WorkingWeek.objects.create(
        body_id=body_id, valid_from=valid_from, hours=None, **_by(actor, at)
    )
    audit.record(
        actor, "workdays.week.left", f"calendar:{body_id}", at=at, since=valid_from.isoformat()
    )
    return made


@transaction.atomic
def set_day(
    *, actor: Actor, body_id: int, day: date, manner: str, name: str, at: datetime
) -> models.DayOfOwn:
    """Let a day of a body and of those below it differ from its weekday.

    Refused without a name, and when the body has set this day already.
    """
    policy.require(policy.can_keep(actor, body_id))
    if not name.strip():
        raise NameMissing
    same = models.DayOfOwn.objects.select_for_update().filter(
        body_id=body_id, day=day, struck_at=None
    )
    if twin := same.first():
        raise DaySetAlready(name=twin.name)
    made = models.DayOfOwn.objects.create(
        body_id=body_id, day=day, manner=Manner(manner), name=name.strip(), **_by(actor, at)
    )
    audit.record(
        actor,
        "workdays.day.set",
        f"calendar:{body_id}",
        at=at,
        day=day.isoformat(),
        name=made.name,
    )
    return made


@transaction.atomic
def strike_day(*, actor: Actor, day_id: int, at: datetime) -> models.DayOfOwn:
    """Take a day out of the calendar of the body that set it. Refused when it is out already."""
    found = models.DayOfOwn.objects.select_for_update().filter(pk=day_id).first()
    if found is None or found.struck_at is not None:
        raise NotFound
    policy.require(policy.can_keep(actor, found.body_id))
    found.struck_at, found.struck_by = at, actor.name
    found.save(update_fields=["struck_at", "struck_by"])
    audit.record(
        actor, "workdays.day.struck", f"calendar:{found.body_id}", at=at, day=found.day.isoformat()
    )
    return found


@transaction.atomic
def set_usual_time(
    *,
    actor: Actor,
    body_id: int,
    type_code: str,
    urgency: int | None,
    days: int | None,
    at: datetime,
) -> models.UsualTime:
    """Set in how many working days papers of a type and urgency are usually dealt with.

    An empty type, or no urgency, means any; no days goes back to what holds above.
    """
    policy.require(policy.can_keep(actor, body_id))
    if days is not None and not 0 <= days <= LONGEST:
        raise TimeTooLong(most=LONGEST)
    made = models.UsualTime.objects.create(
        body_id=body_id, type_code=type_code, urgency=urgency, days=days, **_by(actor, at)
    )
    audit.record(
        actor,
        "workdays.limit.set",
        f"calendar:{body_id}",
        at=at,
        type=type_code,
        urgency=urgency,
        days=days,
    )
    return made


def _by(actor: Actor, at: datetime) -> dict[str, Any]:
    return {"by": actor.name, "by_post": actor.post, "by_for": actor.for_name, "at": at}


def _said(hour: time) -> str:
    return hour.strftime("%H:%M")
