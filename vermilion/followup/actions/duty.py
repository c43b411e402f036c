"""The duty list: plan it, take a duty over, give it to another, strike it out."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.followup import models, policy, queries, rules
from vermilion.followup.papers import tell
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.types import Subject

LEAST_REASON = 5
MOST_ON_DUTY = 4


class NotOfThisBody(Refused):
    message = _("Only people who hold a post in this body are on its duty list.")
    status = 422
    field = "people"


class AlreadyOnDuty(Refused):
    message = _("%(name)s is on duty on this day already.")
    field = "people"


class DayIsPast(Refused):
    message = _("This day is past; what was, stays as it was.")
    status = 422
    field = "on"


class SayWhy(Refused):
    message = _("Say why: whoever relied on the list must understand it.")
    status = 422
    field = "reason"


class TooMany(Refused):
    message = _("At most %(most)s people are on duty on one day.")
    status = 422
    field = "people"


@transaction.atomic
def plan_turns(
    *, actor: Actor, body_id: int, on: date, people: Sequence[int], at: datetime
) -> list[models.Turn]:
    """Put people on duty on a day and in the night that follows, after those who are already.

    The first is alarmed first. Refused for past days, for people of other bodies, and for whoever
    is on duty then already.
    """
    policy.require(policy.can_plan(actor, body_id))
    zone = directory.body(body_id).time_zone
    if on < rules.duty_day(at, zone):
        raise DayIsPast
    seats = {each.pk: each for each in directory.people_in(body_id, at)}
    turns = queries.turns_on(body_id, on)
    if len(turns) + len(people) > MOST_ON_DUTY:
        raise TooMany(most=MOST_ON_DUTY)
    made = []
    for each in people:
        if each not in seats:
            raise NotOfThisBody
        if each in {turn.appointment_id for turn in turns}:
            raise AlreadyOnDuty(name=seats[each].person.full_name)
        turn = models.Turn.objects.create(
            body_id=body_id,
            on=on,
            ordinal=max((turn.ordinal for turn in turns), default=0) + 1,
            appointment_id=each,
            planned_by=actor.name,
            planned_at=at,
        )
        turns.append(turn)
        made.append(turn)
        audit.record(
            actor,
            "followup.turn.planned",
            f"turn:{turn.pk}",
            at=at,
            name=seats[each].person.full_name,
            on=on.isoformat(),
        )
        _tell(actor, turn, at)
    return made


@transaction.atomic
def take_over_turn(*, actor: Actor, turn_id: int, reason: str, at: datetime) -> models.Turn:
    """Take over another's duty, with the reason. The list shows who had it and why it changed."""
    turn = _locked(turn_id)
    policy.require(policy.can_take_over(actor, turn))
    made = _replace(actor, turn, actor.appointment_id or 0, reason, at)
    audit.record(
        actor,
        "followup.turn.taken_over",
        f"turn:{made.pk}",
        at=at,
        on=turn.on.isoformat(),
        reason=reason.strip(),
    )
    return made


@transaction.atomic
def swap_turn(
    *, actor: Actor, turn_id: int, appointment_id: int, reason: str, at: datetime
) -> models.Turn:
    """Give a duty to somebody else, with the reason; by whoever has it or plans the list."""
    turn = _locked(turn_id)
    policy.require(policy.can_swap(actor, turn))
    made = _replace(actor, turn, appointment_id, reason, at)
    audit.record(
        actor,
        "followup.turn.swapped",
        f"turn:{made.pk}",
        at=at,
        on=turn.on.isoformat(),
        reason=reason.strip(),
    )
    return made


@transaction.atomic
def strike_turn(*, actor: Actor, turn_id: int, reason: str, at: datetime) -> models.Turn:
    """Strike a duty out of the list, with the reason. It stays on record."""
    turn = _locked(turn_id)
    policy.require(policy.can_swap(actor, turn))
    _end(actor, turn, reason, at)
    audit.record(
        actor,
        "followup.turn.struck_out",
        f"turn:{turn.pk}",
        at=at,
        on=turn.on.isoformat(),
        reason=reason.strip(),
    )
    return turn


def _replace(
    actor: Actor, turn: models.Turn, appointment_id: int, reason: str, at: datetime
) -> models.Turn:
    seats = {each.pk: each for each in directory.people_in(turn.body_id, at)}
    if appointment_id not in seats:
        raise NotOfThisBody
    if any(
        each.appointment_id == appointment_id for each in queries.turns_on(turn.body_id, turn.on)
    ):
        raise AlreadyOnDuty(name=seats[appointment_id].person.full_name)
    _end(actor, turn, reason, at)
    made = models.Turn.objects.create(
        body_id=turn.body_id,
        on=turn.on,
        ordinal=turn.ordinal,
        appointment_id=appointment_id,
        instead_of=turn,
        planned_by=actor.name,
        planned_at=at,
    )
    _tell(actor, made, at)
    return made


def _tell(actor: Actor, turn: models.Turn, at: datetime) -> None:
    """Whoever is put on duty is told, unless it was they who did it."""
    tell(
        actor,
        "turn.given",
        Subject("turn", turn.pk),
        [turn.appointment_id],
        reason="duty",
        at=at,
        facts={"turn_on": turn.on.isoformat()},
    )


def _end(actor: Actor, turn: models.Turn, reason: str, at: datetime) -> None:
    if len(reason.strip()) < LEAST_REASON:
        raise SayWhy
    if turn.on < rules.duty_day(at, turn.body.time_zone):
        raise DayIsPast
    turn.ended_at, turn.ended_by, turn.reason = at, actor.name, reason.strip()
    turn.save(update_fields=["ended_at", "ended_by", "reason"])


def _locked(turn_id: int) -> models.Turn:
    turns = models.Turn.objects.select_for_update(of=("self",)).select_related("body")
    turn = turns.filter(pk=turn_id).first()
    if turn is None:
        raise NotFound
    return turn
