"""Who may report, see and deal with problems, and why not."""

from django.utils.translation import gettext as _

from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.verdicts import Verdict, unless
from vermilion.kernel.verdicts import require as require
from vermilion.support import models
from vermilion.support.types import WAITING, State


def can_report(actor: Actor) -> Verdict:
    """Everybody who holds a post reports what holds them up."""
    return unless(
        actor.appointment_id is not None and actor.body_id is not None,
        _("Problems are reported by people, in the post in which they met them."),
    )


def supports(actor: Actor, body_id: int) -> bool:
    """Whether the actor deals with the problems of a body: administrators, for their branch."""
    if actor.has(Duty.OPERATOR):
        return True
    return (
        actor.has(Duty.ADMINISTRATOR)
        and actor.body_id is not None
        and directory.is_in_branch(body_id, of=actor.body_id)
    )


def can_see(actor: Actor, problem: models.Problem) -> Verdict:
    """Whoever reported it, and those who deal with it."""
    return unless(
        is_reporter(actor, problem) or supports(actor, problem.body_id),
        _("A report is read by whoever made it and by those who deal with it."),
    )


def can_deal(actor: Actor, problem: models.Problem) -> Verdict:
    """The administrators of the branch and the operators, while it waits."""
    return _supports(actor, problem) & unless(
        problem.state in WAITING, _("Nobody has to do anything about it any more.")
    )


def can_reply(actor: Actor, problem: models.Problem) -> Verdict:
    """Whoever reported it, while it waits."""
    return _reported(actor, problem) & unless(
        problem.state in WAITING, _("Nobody has to do anything about it any more.")
    )


def can_reopen(actor: Actor, problem: models.Problem) -> Verdict:
    """Whoever reported it, when it was called solved or declined."""
    return _reported(actor, problem) & unless(
        problem.state in (State.SOLVED, State.DECLINED),
        _("Only what was called solved or declined can be reopened."),
    )


def can_read_list(actor: Actor) -> Verdict:
    """Those who deal with problems read the list of them."""
    return unless(
        actor.has(Duty.OPERATOR) or actor.has(Duty.ADMINISTRATOR),
        _("The list of problems is for those who deal with them."),
    )


def is_reporter(actor: Actor, problem: models.Problem) -> bool:
    """Whether the actor reported it, in this post or in the one acted for."""
    return problem.appointment_id in (actor.appointment_id, actor.for_appointment_id)


def _reported(actor: Actor, problem: models.Problem) -> Verdict:
    return unless(is_reporter(actor, problem), _("Somebody else reported it."))


def _supports(actor: Actor, problem: models.Problem) -> Verdict:
    return unless(
        supports(actor, problem.body_id),
        _("Problems are dealt with by the administrators of the branch and by the operators."),
    )
