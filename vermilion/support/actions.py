"""Everything that is written about problems."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.types import Subject
from vermilion.notices import actions as notices
from vermilion.support import models, policy, queries, rules
from vermilion.support.events import ProblemMoved, ProblemReported
from vermilion.support.types import Report, StepKind, Weight
from vermilion.workdays import queries as workdays

_TOLD = {StepKind.REPLIED: "problem.replied", StepKind.REOPENED: "problem.replied"}


class TooShort(Refused):
    message = _("Say it in at least %(least)s characters, so that whoever reads it can act on it.")
    status = 422
    field = "words"


class ReasonTooShort(TooShort):
    field = "reason"


class SolutionTooShort(TooShort):
    field = "how"


class DayHasPassed(Refused):
    message = _("The day by which it is to be solved lies in the past.")
    status = 422
    field = "due_on"


class NotOneOfThose(Refused):
    message = _("Only somebody who deals with the problems of this body can have it in hand.")
    status = 422
    field = "owner"


class NotToBeJoined(Refused):
    message = _("Join it to another report that still waits and that you deal with.")
    status = 422
    field = "other"


@transaction.atomic
def report(*, actor: Actor, report: Report, at: datetime) -> models.Problem:
    """Report a problem; it gets a number, and a day by which it is to be solved.

    The day follows from how badly it holds the reporter up, in working days of the reporter's
    body. Refused when the words say nothing.
    """
    policy.require(policy.can_report(actor))
    words = _enough(report.words)
    due_at = _due(actor, rules.WORKING_DAYS[report.weight], at)
    problem = models.Problem.objects.create(
        body_id=actor.own_body,
        appointment_id=actor.appointment_id or 0,
        by=actor.name,
        by_post=actor.post,
        reported_at=at,
        kind=report.kind,
        weight=report.weight,
        words=words,
        page=report.page,
        page_title=report.page_title,
        trace=report.trace,
        screen=dict(report.screen),
        state_since=at,
        first_due_at=due_at,
        due_at=due_at,
    )
    audit.record(
        actor, "support.problem.reported", f"problem:{problem.pk}", at=at, weight=report.weight
    )
    _tell(actor, problem, "problem.reported", at)
    publish(
        ProblemReported(
            actor=actor,
            at=at,
            problem_id=problem.pk,
            body_id=problem.body_id,
            weight=problem.weight,
        )
    )
    return problem


@transaction.atomic
def take(*, actor: Actor, problem_id: int, owner_id: int, at: datetime) -> models.Problem:
    """Put a problem into somebody's hands, one's own or a colleague's.

    Refused unless that person deals with the problems of the reporter's body too.
    """
    problem = _locked(problem_id)
    policy.require(policy.can_deal(actor, problem))
    owner = queries.supporters(problem.body_id, at).get(owner_id)
    if owner is None:
        raise NotOneOfThose
    _step(problem, actor, StepKind.TAKEN, at, owner_id=owner_id, owner_name=owner)
    audit.record(actor, "support.problem.taken", f"problem:{problem.pk}", at=at, owner=owner)
    return problem


@transaction.atomic
def postpone(
    *, actor: Actor, problem_id: int, due_on: date, reason: str, at: datetime
) -> models.Problem:
    """Give a problem another day, with the reason that the reporter reads."""
    problem = _locked(problem_id)
    policy.require(policy.can_deal(actor, problem))
    text = _enough(reason, ReasonTooShort)
    calendar = workdays.calendar_of(problem.body_id, local_day(at, actor.time_zone))
    due_at = calendar.due_on(due_on)
    if due_at <= at:
        raise DayHasPassed
    _step(problem, actor, StepKind.POSTPONED, at, text=text, due_at=due_at)
    audit.record(actor, "support.problem.postponed", f"problem:{problem.pk}", at=at, reason=text)
    return problem


@transaction.atomic
def answer(*, actor: Actor, problem_id: int, words: str, at: datetime) -> models.Problem:
    """Write to whoever reported it; the problem goes on waiting."""
    problem = _locked(problem_id)
    policy.require(policy.can_deal(actor, problem))
    _step(problem, actor, StepKind.ANSWERED, at, text=_enough(words))
    audit.record(actor, "support.problem.answered", f"problem:{problem.pk}", at=at)
    return problem


@transaction.atomic
def reply(*, actor: Actor, problem_id: int, words: str, at: datetime) -> models.Problem:
    """Add something to one's own report."""
    problem = _locked(problem_id)
    policy.require(policy.can_reply(actor, problem))
    _step(problem, actor, StepKind.REPLIED, at, text=_enough(words))
    audit.record(actor, "support.problem.replied", f"problem:{problem.pk}", at=at)
    return problem


@transaction.atomic
def join(*, actor: Actor, problem_id: int, other: int, at: datetime) -> models.Problem:
    """Deal with a problem together with another report of the same thing, named by its number.

    Its fate is from then on the fate of the other one. Refused where the other one waits no more.
    """
    problem = _locked(problem_id)
    policy.require(policy.can_deal(actor, problem))
    head = models.Problem.objects.select_for_update().filter(pk=other).first()
    if head is None or head.pk == problem.pk or not policy.can_deal(actor, head):
        raise NotToBeJoined
    _step(problem, actor, StepKind.JOINED, at, other_id=head.pk)
    for follower in models.Problem.objects.select_for_update().filter(joined_to=problem):
        _step(follower, actor, StepKind.JOINED, at, other_id=head.pk)
    audit.record(actor, "support.problem.joined", f"problem:{problem.pk}", at=at, other=head.pk)
    return problem


@transaction.atomic
def solve(
    *, actor: Actor, problem_id: int, how: str, at: datetime, release: str = ""
) -> models.Problem:
    """Say how a problem was solved, and since which release; all who reported it are told."""
    problem = _locked(problem_id)
    policy.require(policy.can_deal(actor, problem))
    text = _enough(how, SolutionTooShort)
    for each in _with_joined(problem):
        _step(each, actor, StepKind.SOLVED, at, text=text, release=release.strip())
    audit.record(
        actor,
        "support.problem.solved",
        f"problem:{problem.pk}",
        at=at,
        how=text,
        release=release.strip(),
    )
    return problem


@transaction.atomic
def decline(*, actor: Actor, problem_id: int, reason: str, at: datetime) -> models.Problem:
    """Say why something is not going to be changed; all who reported it are told."""
    problem = _locked(problem_id)
    policy.require(policy.can_deal(actor, problem))
    text = _enough(reason, ReasonTooShort)
    for each in _with_joined(problem):
        _step(each, actor, StepKind.DECLINED, at, text=text)
    audit.record(actor, "support.problem.declined", f"problem:{problem.pk}", at=at, reason=text)
    return problem


@transaction.atomic
def reopen(*, actor: Actor, problem_id: int, reason: str, at: datetime) -> models.Problem:
    """Say that a problem is not solved after all. It gets as many working days as at first."""
    problem = _locked(problem_id)
    policy.require(policy.can_reopen(actor, problem))
    text = _enough(reason, ReasonTooShort)
    due_at = _due(actor, rules.WORKING_DAYS[problem.weight], at)
    _step(problem, actor, StepKind.REOPENED, at, text=text, due_at=due_at)
    audit.record(actor, "support.problem.reopened", f"problem:{problem.pk}", at=at, reason=text)
    return problem


def _enough(words: str, refusal: type[TooShort] = TooShort) -> str:
    said = words.strip()
    if len(said) < rules.LEAST_WORDS:
        raise refusal(least=rules.LEAST_WORDS)
    return said


def _due(actor: Actor, days: int, at: datetime) -> datetime:
    """The close of work after so many whole working days; the day at hand does not count."""
    today = local_day(at, actor.time_zone)
    calendar = workdays.calendar_of(actor.own_body, today)
    return calendar.due_on(calendar.add_days(today, days))


def _step(problem: models.Problem, actor: Actor, kind: StepKind, at: datetime, **said: Any) -> None:
    """Write a step, and copy onto the problem what all of them say."""
    models.Step.objects.create(
        problem=problem,
        kind=kind,
        by=actor.name,
        by_post=actor.post,
        by_for=actor.for_name,
        at=at,
        **said,
    )
    _tell(actor, problem, _TOLD.get(kind, "problem.moved"), at)
    now = queries.derived(problem)
    problem.state, problem.state_since = now.state, now.since
    problem.owner_id, problem.owner_name = now.owner_id, now.owner_name
    problem.due_at, problem.joined_to_id = now.due_at, now.joined_to_id
    problem.save(
        update_fields=["state", "state_since", "owner", "owner_name", "due_at", "joined_to"]
    )
    publish(
        ProblemMoved(actor=actor, at=at, problem_id=problem.pk, body_id=problem.body_id, step=kind)
    )


def _tell(actor: Actor, problem: models.Problem, event: str, at: datetime) -> None:
    """Tell those who deal with it, or whoever reported it; nobody is told of the own act."""
    holders, reason = [problem.appointment_id], "reporter"
    if event != "problem.moved":
        owner = problem.owner_id
        holders = [owner] if owner else list(queries.supporters(problem.body_id, at))
        reason = "supporter"
    notices.tell(
        actor=actor,
        event=event,
        about=Subject("problem", problem.pk),
        holders=holders,
        reason=reason,
        at=at,
        url=reverse("support:problem", args=[problem.pk]),
        urgent=problem.weight == Weight.STOPPED,
    )


def _with_joined(problem: models.Problem) -> list[models.Problem]:
    return [problem, *models.Problem.objects.select_for_update().filter(joined_to=problem)]


def _locked(problem_id: int) -> models.Problem:
    problem = models.Problem.objects.select_for_update().filter(pk=problem_id).first()
    if problem is None:
        raise NotFound
    return problem
