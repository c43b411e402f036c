"""The slip itself: opened, laid before another leader, closed, reopened, withdrawn."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vermilion.access import actions as access
from vermilion.access.types import Cause, post_token
from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.types import Subject
from vermilion.routing import models, policy, standing
from vermilion.routing.actions.basis import by, locked, of, require_reason
from vermilion.routing.events import SlipClosed, SlipOpened, SlipReopened
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as task_queries
from vermilion.tasks.types import OPEN, Part


class NotALeader(Refused):
    message = _("Documents are laid before leaders of this body, and before nobody else.")
    status = 422
    field = "leader"


class LiesThereAlready(Refused):
    message = _("It lies before %(name)s already.")
    field = "leader"


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

    Where none is named it is the first leader of the body who is not away; a body without one
    gets its slip all the same, and the desk of its clerks says so.
    """
    policy.require(policy.can_open(actor, body_id))
    if laid_before_id is None:
        laid_before_id = _first_leader_here(body_id, at)
    slip = models.Slip.objects.create(
        body_id=body_id,
        document_id=document_id,
        entry_id=entry_id,
        laid_before_id=laid_before_id,
        opened_at=at,
        standing_since=at,
    )
    if laid_before_id is not None:
        _show_to(slip, laid_before_id, at)
    audit.record(actor, "routing.slip.opened", f"slip:{slip.pk}", at=at, document=document_id)
    publish(SlipOpened(actor=actor, at=at, laid_before_id=laid_before_id, **of(slip)))
    return slip


@transaction.atomic
def lay_before(
    *, actor: Actor, slip_id: int, leader_id: int, reason: str, at: datetime
) -> models.Slip:
    """Lay a document that waits for direction before another leader, with the reason.

    The leader before goes on seeing it. Refused for anybody who does not lead this body.
    """
    slip = locked(slip_id)
    policy.require(policy.can_lay_before(actor, slip))
    words = require_reason(reason)
    leaders = {each.pk: each.person.full_name for each in directory.leaders_of(slip.body_id, at)}
    if leader_id not in leaders:
        raise NotALeader
    if leader_id == slip.laid_before_id:
        raise LiesThereAlready(name=leaders[leader_id])
    slip.laid_before_id = leader_id
    slip.save(update_fields=["laid_before"])
    _show_to(slip, leader_id, at)
    audit.record(
        actor,
        "routing.slip.laid_before",
        f"slip:{slip.pk}",
        at=at,
        name=leaders[leader_id],
        reason=words,
    )
    publish(SlipOpened(actor=actor, at=at, laid_before_id=leader_id, **of(slip)))
    return slip


def _first_leader_here(body_id: int, at: datetime) -> int | None:
    """The first leader of a body who is not away; if all are, the first: somebody stands in."""
    leaders = directory.leaders_of(body_id, at)
    if not leaders:
        return None
    today = local_day(at, leaders[0].post.body.time_zone)
    away = directory.away_on([each.pk for each in leaders], today)
    here = [each.pk for each in leaders if each.pk not in away]
    return here[0] if here else leaders[0].pk


def _show_to(slip: models.Slip, leader_id: int, at: datetime) -> None:
    access.grant(
        holders=[post_token(leader_id)],
        thing=Subject("document", slip.document_id),
        cause=Cause.DIRECTING,
        cause_id=slip.pk,
        at=at,
    )


@transaction.atomic
def close(*, actor: Actor, slip_id: int, note: str, at: datetime) -> models.Closing:
    """Close a slip. Refused until every lead is done, and while it is closed.

    What others still support has nothing left to do and ends with it; readers keep what they have.
    """
    slip = locked(slip_id)
    policy.require(policy.can_close(actor, slip, at=at))
    closing = models.Closing.objects.create(slip=slip, note=note, at=at, **by(actor))
    _end_open_shares(actor, slip, gettext("The matter has been closed."), at, but=Part.INFORMATION)
    standing.settle(slip, at)
    audit.record(actor, "routing.slip.closed", f"slip:{slip.pk}", at=at, note=note)
    publish(SlipClosed(actor=actor, at=at, **of(slip)))
    return closing


@transaction.atomic
def reopen(
    *, actor: Actor, slip_id: int, reason: str, at: datetime, task_ids: Sequence[int] = ()
) -> models.Slip:
    """Open a closed slip again, with the reason, and with it the completed shares that are named.

    With none it is ready to be closed, or to be directed anew.
    """
    slip = locked(slip_id)
    policy.require(policy.can_reopen(actor, slip, at=at))
    words = require_reason(reason)
    closing = slip.closing
    if closing is None:
        raise NotFound
    models.SlipReopening.objects.create(closing=closing, reason=words, at=at, **by(actor))
    standing.settle(slip, at)
    audit.record(actor, "routing.slip.reopened", f"slip:{slip.pk}", at=at, reason=words)
    publish(SlipReopened(actor=actor, at=at, reason=words, **of(slip)))
    shares = slip.assignments.filter(task_id__in=task_ids).order_by("id")
    for share in shares:
        tasks.reopen(actor=actor, task_id=share.task_id, reason=words, at=at)
    slip.refresh_from_db()
    return slip


@transaction.atomic
def withdraw(*, actor: Actor, entry_id: int, reason: str, at: datetime) -> None:
    """Withdraw the slip of a line that was struck out, and every open share of it."""
    slip = models.Slip.objects.select_for_update().filter(entry_id=entry_id).first()
    if slip is None:
        return
    policy.require(policy.can_withdraw(actor, slip))
    _end_open_shares(actor, slip, reason, at)
    standing.settle(slip, at)
    audit.record(actor, "routing.slip.withdrawn", f"slip:{slip.pk}", at=at, reason=reason)


def _end_open_shares(
    actor: Actor, slip: models.Slip, reason: str, at: datetime, *, but: str = ""
) -> None:
    """End every open share of a slip, with what was given below each."""
    shares = task_queries.about("document", [slip.document_id]).filter(
        assignment__slip=slip, assignment__below=False, state__in=OPEN
    )
    for task in shares:
        if task.part != but:
            tasks.end_with_matter(actor=actor, task_id=task.pk, reason=reason, at=at)
