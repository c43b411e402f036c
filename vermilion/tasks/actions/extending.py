"""Asking for a later deadline, and deciding."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.tasks import models, policy, queries, rules
from vermilion.tasks.actions.basis import by, locked, of, own_post, require_reason, settle
from vermilion.tasks.events import DeadlineSet, ExtensionAsked, ExtensionDecided
from vermilion.tasks.types import OPEN
from vermilion.web import wording

MOST_TIMES = 20
MOST_DAYS = 730


class NotLater(Refused):
    message = _("The day asked for is not later than the present deadline.")
    status = 422
    field = "until"


class TooLate(Refused):
    message = _(
        "It can be extended to %(last)s at most: the rule of the body, or the day of the matter"
        " itself, allows no more."
    )
    status = 422
    field = "until"


class NoOtherDeadline(Refused):
    message = _("Name another deadline than the present one, and one that is still to come.")
    status = 422
    field = "until"


class PartDueLater(Refused):
    message = _("%(name)s has a part of it that is due later. Set that deadline first.")
    status = 422
    field = "until"


class RuleUnsound(Refused):
    message = _("Extensions are allowed up to %(times)s times and %(days)s days in all.")
    status = 422


@transaction.atomic
def ask_extension(
    *, actor: Actor, task_id: int, until: datetime, reason: str, at: datetime
) -> models.Extension:
    """Ask for a later deadline. It holds only once it was granted.

    Refused without a reason, for a day that is no later, and for one behind what the body's rule
    or the matter's own deadline allows.
    """
    task = locked(task_id)
    rule = queries.extension_rule_of(task.body_id)
    policy.require(policy.can_extend(actor, task, most=rule.most))
    words = require_reason(reason)
    if task.due_at is None or until <= task.due_at or until <= at:
        raise NotLater
    _refuse_too_late(task, until, rule.days)
    made = models.Extension.objects.create(
        task=task,
        asker_id=own_post(actor),
        due_before=task.due_at,
        until=until,
        reason=words,
        **by(actor, at),
    )
    audit.record(
        actor,
        "tasks.extension.asked",
        f"task:{task.pk}",
        at=at,
        reason=words,
        until=until.isoformat(),
    )
    publish(
        ExtensionAsked(
            actor=actor,
            at=at,
            extension_id=made.pk,
            until=until,
            decider_id=task.giver_id,
            **of(task),
        )
    )
    return made


@transaction.atomic
def decide_extension(
    *, actor: Actor, extension_id: int, until: datetime | None, reason: str = "", at: datetime
) -> models.ExtensionDecision:
    """Grant a later deadline, to the day asked for or to another; or refuse it, with the reason.

    Without a day it is refused to the holder. A day that is no later than the present deadline,
    or behind what the matter allows, cannot be granted.
    """
    asked = models.Extension.objects.filter(pk=extension_id).first()
    if asked is None:
        raise NotFound
    task = locked(asked.task_id)
    extension = models.Extension.objects.select_related("decision").get(pk=extension_id)
    policy.require(policy.can_decide(actor, task))
    if extension.is_decided:
        raise NotFound
    if until is None:
        reason = require_reason(reason)
    else:
        if extension.due_before is None or until <= max(extension.due_before, at):
            raise NotLater
        _refuse_too_late(task, until, queries.extension_rule_of(task.body_id).days)
    made = models.ExtensionDecision.objects.create(
        extension=extension, until=until, reason=reason.strip(), **by(actor, at)
    )
    settle(task, at)
    if until is None:
        audit.record(actor, "tasks.extension.refused", f"task:{task.pk}", at=at, reason=made.reason)
    else:
        audit.record(
            actor, "tasks.extension.granted", f"task:{task.pk}", at=at, until=until.isoformat()
        )
    publish(
        ExtensionDecided(
            actor=actor,
            at=at,
            extension_id=extension.pk,
            until=until,
            asker_id=extension.asker_id,
            **of(task),
        )
    )
    return made


@transaction.atomic
def set_deadline(
    *, actor: Actor, task_id: int, until: datetime, reason: str, at: datetime
) -> models.Task:
    """Give a duty another deadline, earlier or later, with the reason. It holds at once.

    The body's rule of extensions binds who asks, not who gave the duty; the day of the matter
    itself binds both. Refused: a moment that has passed, the deadline that holds already, one
    before that of an open part below, and any while a later one is asked for.
    """
    task = locked(task_id)
    policy.require(policy.can_set_deadline(actor, task))
    words = require_reason(reason)
    if until <= at or until == task.due_at:
        raise NoOtherDeadline
    if task.latest_at is not None and until > task.latest_at:
        raise TooLate(last=wording.moment(task.latest_at, "full"))
    later_below = task.parts.filter(state__in=OPEN, due_at__gt=until).order_by("id").first()
    if later_below is not None:
        raise PartDueLater(name=later_below.recipient)
    made = models.Extension.objects.create(
        task=task,
        asker_id=own_post(actor),
        due_before=task.due_at,
        until=until,
        unasked=True,
        reason=words,
        **by(actor, at),
    )
    models.ExtensionDecision.objects.create(extension=made, until=until, **by(actor, at))
    settle(task, at)
    audit.record(
        actor,
        "tasks.deadline.set",
        f"task:{task.pk}",
        at=at,
        reason=words,
        until=until.isoformat(),
    )
    publish(DeadlineSet(actor=actor, at=at, due_before=made.due_before, reason=words, **of(task)))
    return task


def _refuse_too_late(task: models.Task, until: datetime, days: int) -> None:
    first = task.first_due_at or until
    last = rules.last_possible(first, days, task.latest_at)
    if until > last:
        raise TooLate(last=wording.moment(last, "full"))


@transaction.atomic
def set_extension_rule(
    *, actor: Actor, body_id: int, most: int, days: int, at: datetime
) -> models.ExtensionRule:
    """Set how often, and by how many days in all, deadlines may be extended in a body's branch."""
    policy.require(policy.can_rule_extensions(actor, body_id))
    if not (0 <= most <= MOST_TIMES and 0 <= days <= MOST_DAYS):
        raise RuleUnsound(times=MOST_TIMES, days=MOST_DAYS)
    made = models.ExtensionRule.objects.create(
        body_id=body_id, most=most, days=days, **by(actor, at)
    )
    audit.record(
        actor,
        "tasks.extension_rule.set",
        f"extension_rule:{body_id}",
        at=at,
        most=most,
        days=days,
    )
    return made
