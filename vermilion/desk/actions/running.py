"""Runs: one act planned for many papers, begun, stopped, tried again, taken back.

What is done to each paper is done by `vermilion.desk.bulk`, through the action that a page calls
for a single one.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.desk import models, policy
from vermilion.desk.types import UNDONE_BY, BulkAct, ItemState
from vermilion.jobs import queue
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused

AT_ONCE = 1000
"""Rows of one statement."""


class NothingMarked(Refused):
    message = _("No paper is marked. Mark some, or choose all papers of the list.")
    status = 422


class NothingToTryAgain(Refused):
    message = _("Every paper of this run is done; there is nothing to try again.")
    status = 409


class NothingToTakeBack(Refused):
    message = _("This run did nothing that could be taken back.")
    status = 409


@transaction.atomic
def plan(
    *,
    actor: Actor,
    act: str,
    view: str,
    query: str,
    slip_ids: Sequence[int],
    at: datetime,
    undoes_id: int | None = None,
) -> models.Run:
    """Fix the papers to which one act shall be done. Nothing is done to any of them yet."""
    policy.require(policy.can_plan(actor))
    papers = list(dict.fromkeys(slip_ids))
    if not papers:
        raise NothingMarked
    run = models.Run.objects.create(
        person_id=actor.person_id or 0,
        body_id=actor.own_body,
        appointment_id=actor.appointment_id or 0,
        for_appointment_id=actor.for_appointment_id,
        act=act,
        view=view,
        query=query,
        undoes_id=undoes_id,
        planned_at=at,
    )
    items = [models.RunItem(run=run, slip_id=each) for each in papers]
    models.RunItem.objects.bulk_create(items, batch_size=AT_ONCE)
    audit.record(actor, "desk.run.planned", f"run:{run.pk}", at=at, kind=act, papers=len(papers))
    return run


@transaction.atomic
def begin(*, actor: Actor, run_id: int, given: Mapping[str, Any], at: datetime) -> models.Run:
    """Let a planned run begin, in the background. Refused if it has begun."""
    run = _locked(run_id)
    policy.require(policy.can_begin(actor, run))
    run.given, run.begun_at = dict(given), at
    run.save(update_fields=["given", "begun_at"])
    papers = run.items.count()
    audit.record(actor, "desk.run.begun", f"run:{run.pk}", at=at, kind=run.act, papers=papers)
    _queue(run)
    return run


@transaction.atomic
def stop(*, actor: Actor, run_id: int, at: datetime) -> None:
    """Let a run do no further paper. What is done stays done."""
    run = _locked(run_id)
    policy.require(policy.can_stop(actor, run))
    run.stopped_at = run.ended_at = at
    run.save(update_fields=["stopped_at", "ended_at"])
    audit.record(actor, "desk.run.stopped", f"run:{run.pk}", at=at, kind=run.act)


@transaction.atomic
def repeat(*, actor: Actor, run_id: int, at: datetime) -> int:
    """Try again what was not possible, failed, or was not reached; says how many papers."""
    run = _locked(run_id)
    policy.require(policy.can_repeat(actor, run))
    rest = run.items.exclude(state=ItemState.DONE)
    papers = rest.update(state=ItemState.WAITING, reason="", done_at=None)
    if not papers:
        raise NothingToTryAgain
    run.stopped_at = run.ended_at = None
    run.save(update_fields=["stopped_at", "ended_at"])
    audit.record(actor, "desk.run.repeated", f"run:{run.pk}", at=at, kind=run.act, papers=papers)
    _queue(run)
    return papers


@transaction.atomic
def plan_undoing(*, actor: Actor, run_id: int, at: datetime) -> models.Run:
    """Plan to take back what a run did, as far as nobody has built upon it: shares that nobody
    has taken in, watches. What is official at once is not undone."""
    run = _locked(run_id)
    policy.require(policy.can_repeat(actor, run))
    done = run.items.filter(state=ItemState.DONE).order_by("id")
    if run.act == BulkAct.DIRECT:
        done = done.exclude(outcome=[])
    slips = list(done.values_list("slip_id", flat=True))
    undoing = UNDONE_BY.get(run.act)
    if undoing is None or not slips:
        raise NothingToTakeBack
    return plan(
        actor=actor,
        act=undoing,
        view=run.view,
        query=run.query,
        slip_ids=slips,
        undoes_id=run.pk,
        at=at,
    )


@transaction.atomic
def end(*, actor: Actor, run_id: int, at: datetime) -> None:
    """Note that a run has gone through all its papers, with what came of them."""
    run = _locked(run_id)
    policy.require(policy.can_stop(actor, run))
    run.ended_at = at
    run.save(update_fields=["ended_at"])
    came = {
        state: run.items.filter(state=state).count()
        for state in (ItemState.DONE, ItemState.REFUSED, ItemState.FAILED)
    }
    audit.record(
        actor,
        "desk.run.ended",
        f"run:{run.pk}",
        at=at,
        kind=run.act,
        done=came[ItemState.DONE],
        refused=came[ItemState.REFUSED],
        failed=came[ItemState.FAILED],
    )


def _queue(run: models.Run) -> None:
    queue.defer("desk.carry_out", queue="upkeep", lock=f"desk.run:{run.pk}", run_id=run.pk)


def _locked(run_id: int) -> models.Run:
    run = models.Run.objects.select_for_update().filter(pk=run_id).first()
    if run is None:
        raise NotFound
    return run
