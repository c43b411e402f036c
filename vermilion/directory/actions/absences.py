"""Being away from a post for some days, and who stands in meanwhile."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import models, policy
from vermilion.directory.actions.days import AlreadyEnded, EndsBeforeItBegins
from vermilion.directory.actions.delegations import must_hold_then
from vermilion.directory.actions.people import appointment_of
from vermilion.directory.queries.actors import who_stands_in_for
from vermilion.directory.types import Authority
from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.text import composed
from vermilion.kernel.verdicts import require


class AwayAlready(Refused):
    message = _("%(name)s is entered as away on some of these days already, from %(day)s.")
    field = "first_day"


class LiesInThePast(Refused):
    message = _("These days have passed already.")
    field = "last_day"


class StandsInForOneself(Refused):
    message = _("Somebody else must stand in.")
    field = "deputy"


class CannotStandIn(Refused):
    message = _(
        "%(name)s cannot stand in: for a leader stands in another leader, for the head of a unit "
        "somebody of that unit or another head, or whoever holds a delegation; all of one body."
    )
    field = "deputy"


class DeputyAwayToo(Refused):
    message = _("%(name)s is away on some of these days too, from %(day)s.")
    field = "deputy"


@transaction.atomic
def declare_absence(
    *,
    actor: Actor,
    appointment_id: int,
    first_day: date,
    last_day: date,
    at: datetime,
    deputy_id: int | None = None,
    note: str = "",
) -> models.Absence:
    """Enter the days on which somebody is away from a post; the deputy acts in their stead.

    What is laid before them meanwhile reaches the deputy, who acts for them by name and signs in
    nobody's right but the deputy's own. Refused: days that overlap another absence or have passed,
    and a deputy who is away too, sits in another body, or would decide what only leaders decide.
    """
    away = appointment_of(appointment_id)
    require(policy.can_declare_absence(actor, away))
    _refuse_unsound_days(away, first_day, last_day, at)
    deputy = _deputy(away, deputy_id, first_day, last_day, at) if deputy_id else None
    until = last_day + timedelta(days=1)
    delegation = None
    if deputy is not None:
        delegation = models.Delegation.objects.create(
            giver=away,
            holder=deputy,
            authority=Authority.ABSENCE.value,
            valid_from=first_day,
            valid_to=until,
        )
    absence = models.Absence.objects.create(
        appointment=away,
        deputy=deputy,
        delegation=delegation,
        note=composed(note),
        declared_by=actor.name,
        declared_at=at,
        valid_from=first_day,
        valid_to=until,
    )
    audit.record(
        actor,
        "directory.absence.declared",
        f"absence:{absence.pk}",
        at=at,
        name=away.person.full_name,
        first_day=first_day.isoformat(),
        last_day=last_day.isoformat(),
        deputy=deputy.person.full_name if deputy else "",
    )
    return absence


@transaction.atomic
def end_absence(*, actor: Actor, absence_id: int, at: datetime) -> models.Absence:
    """Somebody is back earlier, or does not go: the absence ends at once, and standing in with it.

    Refused when it has ended.
    """
    absence = (
        models.Absence.objects.select_for_update(of=("self",))
        .select_related("appointment__person", "appointment__post__body")
        .filter(pk=absence_id)
        .first()
    )
    if absence is None:
        raise NotFound()
    require(policy.can_declare_absence(actor, absence.appointment))
    today = local_day(at, absence.appointment.post.body.time_zone)
    if absence.ended_at is not None or absence.last_day < today:
        raise AlreadyEnded(
            name=absence.appointment.person.full_name, day=absence.last_day.isoformat()
        )
    absence.ended_at = at
    absence.save(update_fields=["ended_at"])
    if absence.delegation_id is not None:
        rows = models.Delegation.objects.filter(pk=absence.delegation_id, ended_at=None)
        rows.update(ended_at=at)
    audit.record(
        actor,
        "directory.absence.ended",
        f"absence:{absence.pk}",
        at=at,
        name=absence.appointment.person.full_name,
    )
    return absence


def _refuse_unsound_days(
    away: models.Appointment, first_day: date, last_day: date, at: datetime
) -> None:
    if last_day < first_day:
        raise EndsBeforeItBegins(day=first_day.isoformat())
    if last_day < local_day(at, away.post.body.time_zone):
        raise LiesInThePast()
    must_hold_then(away, first_day)
    if overlap := _overlapping(away.pk, first_day, last_day):
        raise AwayAlready(name=away.person.full_name, day=overlap.valid_from.isoformat())


def _deputy(
    away: models.Appointment, deputy_id: int, first_day: date, last_day: date, at: datetime
) -> models.Appointment:
    deputy = appointment_of(deputy_id)
    if deputy.person_id == away.person_id:
        raise StandsInForOneself()
    must_hold_then(deputy, first_day)
    if not _may_stand_in(away, deputy, at):
        raise CannotStandIn(name=deputy.person.full_name)
    if overlap := _overlapping(deputy.pk, first_day, last_day):
        raise DeputyAwayToo(name=deputy.person.full_name, day=overlap.valid_from.isoformat())
    return deputy


def _may_stand_in(away: models.Appointment, deputy: models.Appointment, at: datetime) -> bool:
    if away.post.body_id != deputy.post.body_id:
        return False
    if Duty.LEADER.value in away.post.duties:
        equal = Duty.LEADER.value in deputy.post.duties
    elif Duty.HEAD.value in away.post.duties:
        equal = deputy.post.unit_id == away.post.unit_id or Duty.HEAD.value in deputy.post.duties
    else:
        equal = True
    return equal or _holds_delegation(away, deputy, at)


def _holds_delegation(away: models.Appointment, deputy: models.Appointment, at: datetime) -> bool:
    return any(each.appointment_id == deputy.pk for each in who_stands_in_for(away.pk, at=at))


def _overlapping(appointment_id: int, first_day: date, last_day: date) -> models.Absence | None:
    return (
        models.Absence.objects.filter(
            appointment=appointment_id,
            ended_at=None,
            valid_from__lte=last_day,
            valid_to__gt=first_day,
        )
        .order_by("valid_from")
        .first()
    )
