"""What is known of reported problems, cut down to what the actor may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import TruncWeek
from django.utils.translation import gettext as _

from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import Verdict
from vermilion.notices.types import Paper
from vermilion.support import models, policy, rules
from vermilion.support.types import WAITING, State, Week

WEEKS = 8
"""Weeks that the figures look back."""

Problem = models.Problem
Step = models.Step


def mine(actor: Actor) -> QuerySet[models.Problem]:
    """What the actor reported in this post, the newest first."""
    return models.Problem.objects.filter(appointment_id=actor.appointment_id or 0).order_by("-id")


def dealt_with(actor: Actor) -> QuerySet[models.Problem]:
    """What the actor deals with: the problems of the branch, those due first on top."""
    problems = models.Problem.objects.all()
    if not actor.has(Duty.OPERATOR):
        policy.require(policy.can_read_list(actor))
        problems = problems.filter(body__in=directory.branch(actor.own_body))
    return problems.select_related("body").order_by("due_at", "id")


def problem(actor: Actor, problem_id: int) -> models.Problem:
    """One problem. Unseen and unknown are the same refusal."""
    found = models.Problem.objects.select_related("body", "joined_to").filter(pk=problem_id).first()
    if found is None or not policy.can_see(actor, found):
        raise NotFound
    return found


def steps_of(problem: models.Problem) -> list[models.Step]:
    """What was done about a problem, in order."""
    return list(problem.steps.order_by("id"))


def also_waiting(problem: models.Problem) -> int:
    """How many others reported the same thing."""
    head = problem.joined_to_id or problem.pk
    return models.Problem.objects.filter(Q(joined_to=head) | Q(pk=head)).count() - 1


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the actor may do about a problem, with the reasons why not."""

    deal: Verdict
    reply: Verdict
    reopen: Verdict


def verdicts(actor: Actor, problem: models.Problem) -> Verdicts:
    """What the actor may do about a problem."""
    return Verdicts(
        deal=policy.can_deal(actor, problem),
        reply=policy.can_reply(actor, problem),
        reopen=policy.can_reopen(actor, problem),
    )


def may_read_list(actor: Actor) -> Verdict:
    """Whether the actor deals with problems at all."""
    return policy.can_read_list(actor)


def supporters(body_id: int, at: datetime) -> Mapping[int, str]:
    """Who deals with the problems of a body, by appointment: its administrators and those above."""
    seats = directory.people_along(body_id, at, duties=[Duty.ADMINISTRATOR, Duty.OPERATOR])
    return {seat.pk: seat.person.full_name for seat in seats}


def waiting_count(actor: Actor) -> int:
    """How many problems wait that the actor deals with; none for everybody else."""
    if not policy.can_read_list(actor):
        return 0
    return dealt_with(actor).filter(state__in=WAITING).order_by().count()


def weeks(actor: Actor, *, at: datetime) -> list[Week]:
    """Reported, ended and late by week, this week first. One query."""
    today = local_day(at, actor.time_zone)
    monday = today - timedelta(days=today.weekday())
    zone = ZoneInfo(actor.time_zone)
    first = monday - timedelta(weeks=WEEKS - 1)
    since = datetime(first.year, first.month, first.day, tzinfo=zone)
    ended = Q(state__in=[State.SOLVED, State.DECLINED])
    late = (ended & Q(state_since__gt=F("due_at"))) | (Q(state__in=WAITING) & Q(due_at__lt=at))
    rows = (
        dealt_with(actor)
        .order_by()
        .filter(reported_at__gte=since)
        .annotate(week=TruncWeek("reported_at", tzinfo=zone))
        .values("week")
        .annotate(
            reported=Count("id"), ended=Count("id", filter=ended), late=Count("id", filter=late)
        )
    )
    found = {row["week"].date(): row for row in rows}
    return [_week(monday - timedelta(weeks=back), found) for back in range(WEEKS)]


def _week(monday: date, found: Mapping[date, Mapping[str, int]]) -> Week:
    row = found.get(monday, {})
    return Week(monday, row.get("reported", 0), row.get("ended", 0), row.get("late", 0))


def derived(problem: models.Problem) -> rules.Standing:
    """How a problem stands by its steps."""
    return rules.standing(
        problem.reported_at,
        problem.first_due_at,
        [
            rules.Done(
                kind=step.kind,
                at=step.at,
                owner_id=step.owner_id,
                owner_name=step.owner_name,
                due_at=step.due_at,
                other_id=step.other_id,
            )
            for step in problem.steps.order_by("id")
        ],
    )


def problems_called(problem_ids: Sequence[int]) -> Mapping[int, Paper]:
    """What reports are called in a notice: by their number, never by their words."""
    return {key: Paper(title=_("Report %(number)s") % {"number": key}) for key in problem_ids}
