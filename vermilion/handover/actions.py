"""Handing the work of somebody over, and signing for it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import actions as standing_in
from vermilion.directory import queries as directory
from vermilion.handover import models, policy, queries
from vermilion.handover.types import Kind, Outcome, Work
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.routing import actions as routing
from vermilion.tasks import actions as tasks


class NothingToHandOver(Refused):
    message = _("%(name)s has nothing in person that could be handed over.")


class NotASuccessor(Refused):
    message = _("The successor holds a post in the same body now, and is somebody else.")
    status = 422
    field = "successor"


@transaction.atomic
def hand_over(
    *, actor: Actor, leaver_id: int, successor_id: int, reason: str, at: datetime
) -> models.Departure:
    """Hand everything that somebody has in person to the successor, each thing by its own act.

    Duties and papers waiting for direction go over with their history and deadline; rights in
    another's stead and assistance end, since they are given anew. What cannot go over stays, and
    the handing over says why. Refused when there is nothing, and to nobody of the body.
    """
    leaver = directory.seat(leaver_id)
    policy.require(policy.can_hand_over(actor, leaver))
    others = {seat.pk: seat for seat in queries.successors(leaver, at)}
    successor = others.get(successor_id)
    if successor is None:
        raise NotASuccessor
    work = queries.work_of(leaver_id, at=at)
    if not work:
        raise NothingToHandOver(name=leaver.person.full_name)
    departure = models.Departure.objects.create(
        body_id=leaver.post.body_id,
        leaver=leaver,
        leaver_name=leaver.person.full_name,
        successor=successor,
        successor_name=successor.person.full_name,
        reason=reason.strip(),
        by=actor.name,
        by_post=actor.post,
        at=at,
    )
    for each in work:
        _hand(actor, departure, each, at)
    audit.record(
        actor,
        "handover.work.handed_over",
        f"departure:{departure.pk}",
        at=at,
        leaver=departure.leaver_name,
        successor=departure.successor_name,
        count=len(work),
    )
    return departure


@transaction.atomic
def sign(*, actor: Actor, item_id: int, at: datetime) -> models.Item:
    """The successor signs for one thing. Refused for everybody else, and twice."""
    item = (
        models.Item.objects.select_for_update(of=("self",))
        .select_related("departure")
        .filter(pk=item_id)
        .first()
    )
    if item is None:
        raise NotFound
    policy.require(policy.can_sign(actor, item))
    item.signed_at, item.signed_by = at, actor.name
    item.save(update_fields=["signed_at", "signed_by"])
    audit.record(
        actor, "handover.item.signed", f"departure:{item.departure_id}", at=at, item=item.pk
    )
    return item


def _hand(actor: Actor, departure: models.Departure, work: Work, at: datetime) -> None:
    """One thing by its own act, undone by itself when it is refused."""
    outcome, why = Outcome.ENDED, ""
    if work.kind in (Kind.TASK, Kind.SLIP):
        outcome = Outcome.HANDED
    try:
        with transaction.atomic():
            _act(actor, departure, work, at)
    except Refused as refusal:
        outcome, why = Outcome.REFUSED, str(refusal)
    models.Item.objects.create(
        departure=departure,
        kind=work.kind,
        thing_id=work.id,
        label=work.label,
        document_id=work.document_id,
        outcome=outcome,
        why=why,
    )


def _act(actor: Actor, departure: models.Departure, work: Work, at: datetime) -> None:
    successor, reason = departure.successor_id, departure.reason
    acts: Mapping[str, Callable[..., object]] = {
        Kind.TASK: partial(
            tasks.hand_to_successor, task_id=work.id, successor_id=successor, reason=reason
        ),
        Kind.SLIP: partial(routing.lay_before, slip_id=work.id, leader_id=successor, reason=reason),
        Kind.DELEGATION: partial(standing_in.end_delegation, delegation_id=work.id),
        Kind.ASSISTANCE: partial(standing_in.end_assistance, assistance_id=work.id),
    }
    acts[work.kind](actor=actor, at=at)
