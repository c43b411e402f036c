"""Everything that is written on slips."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.access import actions as access
from vermilion.access.types import Cause, post_token, unit_token
from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.types import Subject
from vermilion.registry import actions as registry
from vermilion.routing import models, policy, rules, standing
from vermilion.routing.events import SlipClosed, SlipDirected, SlipOpened
from vermilion.routing.types import Share
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as task_queries
from vermilion.tasks.types import OPEN, Duty, Part, State


class NobodyNamed(Refused):
    message = _("Name at least one unit or person who shall deal with it or know of it.")
    status = 422
    field = "leads"


class NobodyLeads(Refused):
    message = _("Somebody is to support it, but nobody leads. Name at least one lead.")
    status = 422
    field = "leads"


class NamedTwice(Refused):
    message = _("A unit or person is named twice. Each has one part in a matter.")
    status = 422
    field = "supports"


class NotOneRecipient(Refused):
    message = _("Each share names either a unit or a person, exactly one of the two.")
    status = 422


class NotOfThisBody(Refused):
    message = _("Only units and people of this body can be given a share.")
    status = 422


@transaction.atomic
def open_slip(
    *,
    actor: Actor,
    entry_id: int,
    document_id: int,
    body_id: int,
    laid_before_id: int | None,
    at: datetime,
) -> models.Slip:
    """Open the slip of a newly registered document and lay it before a leader.

    Where none is named it is the first leader of the body in office; a body without one gets its
    slip all the same, and the desk of its clerks says so.
    """
    policy.require(policy.can_open(actor, body_id))
    if laid_before_id is None:
        leaders = directory.leaders_of(body_id, at)
        laid_before_id = leaders[0].pk if leaders else None
    slip = models.Slip.objects.create(
        body_id=body_id,
        document_id=document_id,
        entry_id=entry_id,
        laid_before_id=laid_before_id,
        opened_at=at,
        standing_since=at,
    )
    if laid_before_id is not None:
        access.grant(
            holders=[post_token(laid_before_id)],
            thing=Subject("document", document_id),
            cause=Cause.DIRECTING,
            cause_id=slip.pk,
            at=at,
        )
    audit.record(actor, "routing.slip.opened", f"slip:{slip.pk}", at=at, document=document_id)
    publish(SlipOpened(actor=actor, at=at, laid_before_id=laid_before_id, **_of(slip)))
    return slip


@transaction.atomic
def direct(
    *, actor: Actor, slip_id: int, instruction: str, shares: Sequence[Share], at: datetime
) -> models.Direction:
    """Write a direction on a slip and give each share to its unit or person.

    May be done again while the slip is open: shares are added, and where leads are at work a
    further instruction needs none. A unit that already has an open share is refused. Refused too
    when nobody is named, when somebody supports what nobody leads, and when a deadline has passed.
    """
    slip = _locked(slip_id)
    policy.require(policy.can_direct(actor, slip))
    _refuse_unsound(slip, shares)
    names = _names_of(slip, shares, at)
    direction = models.Direction.objects.create(
        slip=slip,
        appointment_id=actor.for_appointment_id or actor.appointment_id or 0,
        by=actor.name,
        by_post=actor.post,
        by_for=actor.for_name,
        instruction=instruction.strip(),
        at=at,
    )
    for share in shares:
        _give(actor, direction, share, names[share.holder], at)
    standing.settle(slip, at)
    audit.record(
        actor,
        "routing.slip.directed",
        f"slip:{slip.pk}",
        at=at,
        document=slip.document_id,
        shares=len(shares),
        instruction=direction.instruction,
    )
    publish(SlipDirected(actor=actor, at=at, **_of(slip)))
    return direction


@transaction.atomic
def close(*, actor: Actor, slip_id: int, note: str, at: datetime) -> models.Closing:
    """Close a slip. Refused until every lead is done, and after it has been closed once."""
    slip = _locked(slip_id)
    policy.require(policy.can_close(actor, slip))
    closing = models.Closing.objects.create(
        slip=slip, by=actor.name, by_post=actor.post, by_for=actor.for_name, note=note, at=at
    )
    standing.settle(slip, at)
    audit.record(actor, "routing.slip.closed", f"slip:{slip.pk}", at=at, note=note)
    publish(SlipClosed(actor=actor, at=at, **_of(slip)))
    return closing


@transaction.atomic
def withdraw(*, actor: Actor, entry_id: int, reason: str, at: datetime) -> None:
    """Withdraw the slip of a line that was struck out, and every open share of it."""
    slip = models.Slip.objects.select_for_update().filter(entry_id=entry_id).first()
    if slip is None:
        return
    policy.require(policy.can_withdraw(actor, slip))
    for task in task_queries.about("document", [slip.document_id]).filter(
        assignment__slip=slip, state__in=OPEN
    ):
        tasks.withdraw(actor=actor, task_id=task.pk, reason=reason, at=at)
    standing.settle(slip, at)
    audit.record(actor, "routing.slip.withdrawn", f"slip:{slip.pk}", at=at, reason=reason)


def _refuse_unsound(slip: models.Slip, shares: Sequence[Share]) -> None:
    led = slip.assignments.filter(part=Part.LEAD, task__state__in=[*OPEN, State.DONE]).exists()
    if not shares and not led:
        raise NobodyNamed
    if any((share.unit_id is None) is (share.appointment_id is None) for share in shares):
        raise NotOneRecipient
    if rules.named_twice(shares):
        raise NamedTwice
    if rules.without_lead(shares) and not led:
        raise NobodyLeads
    having = {
        ("unit", task.unit_id) if task.unit_id else ("post", task.appointment_id)
        for task in task_queries.about("document", [slip.document_id]).filter(
            assignment__slip=slip, state__in=OPEN
        )
    }
    if any(share.holder in having for share in shares):
        raise NamedTwice


def _names_of(
    slip: models.Slip, shares: Sequence[Share], at: datetime
) -> dict[tuple[str, int | None], str]:
    """The names of those who get a share, as they stand now. All must be of the slip's body."""
    names: dict[tuple[str, int | None], str] = {
        ("unit", unit.pk): unit.name for unit in directory.units_of(slip.body_id, at)
    }
    for seat in directory.people_in(slip.body_id, at):
        names["post", seat.pk] = f"{seat.person.full_name}, {seat.post.title}"
    if any(share.holder not in names for share in shares):
        raise NotOfThisBody
    return names


def _give(actor: Actor, direction: models.Direction, share: Share, name: str, at: datetime) -> None:
    slip = direction.slip
    task = tasks.give(
        actor=actor,
        duty=Duty(
            subject=Subject("document", slip.document_id),
            body_id=slip.body_id,
            unit_id=share.unit_id,
            appointment_id=share.appointment_id,
            recipient=name,
            part=share.part,
            instruction=direction.instruction,
            due_at=share.due_at,
        ),
        at=at,
    )
    assignment = models.Assignment.objects.create(
        direction=direction, slip=slip, task=task, part=share.part
    )
    holder = unit_token(share.unit_id) if share.unit_id else post_token(share.appointment_id or 0)
    access.grant(
        holders=[holder],
        thing=Subject("document", slip.document_id),
        cause=Cause.INFORMED if share.part == Part.INFORMATION else Cause.ASSIGNED,
        cause_id=assignment.pk,
        at=at,
    )
    registry.hand_on(
        actor=actor, entry_id=slip.entry_id, recipient=name, reference=f"task:{task.pk}", at=at
    )


def _of(slip: models.Slip) -> dict[str, int]:
    """What every event says of the slip."""
    return {"slip_id": slip.pk, "document_id": slip.document_id, "body_id": slip.body_id}


def _locked(slip_id: int) -> models.Slip:
    slip = models.Slip.objects.select_for_update().filter(pk=slip_id).first()
    if slip is None:
        raise NotFound
    return slip
