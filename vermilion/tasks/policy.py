"""Who may do what with a duty, and why not."""

from django.utils.translation import gettext as _

from vermilion.access.types import unit_token
from vermilion.kernel.actors import Actor
from vermilion.kernel.actors import Duty as Kind
from vermilion.kernel.verdicts import Verdict, refused_because, unless
from vermilion.kernel.verdicts import require as require
from vermilion.tasks import models
from vermilion.tasks.types import OPEN, Duty, Part, State

ANSWERABLE = (Kind.HEAD, Kind.SPECIALIST, Kind.CLERK)


def holds(actor: Actor, task: models.Task) -> bool:
    """Whether the duty was given to the actor's unit, to the actor, or passed on to the actor."""
    if task.doer_id is not None and task.doer_id in _posts(actor):
        return True
    if task.appointment_id is not None:
        return task.appointment_id in _posts(actor)
    return _in_unit(actor, task.unit_id) and any(actor.has(duty) for duty in ANSWERABLE)


def heads(actor: Actor, task: models.Task) -> bool:
    """Whether the actor heads the unit that holds the duty."""
    return _in_unit(actor, task.unit_id) and actor.has(Kind.HEAD)


def directs(actor: Actor, task: models.Task) -> bool:
    """Whether the actor gave the duty, leads the body, or works on the duty of which it is part."""
    if task.giver_id is not None and task.giver_id in _posts(actor):
        return True
    if task.body_id == actor.body_id and actor.has(Kind.LEADER):
        return True
    return task.parent is not None and bool(_works_on(actor, task.parent))


def can_give(actor: Actor, duty: Duty) -> Verdict:
    """Somebody of the body in which the duty is given; who directs, the caller's policy says."""
    return unless(actor.body_id == duty.body_id, _("It was given by another body."))


def can_take_in(actor: Actor, task: models.Task) -> Verdict:
    """The unit or person to whom the duty was given, once."""
    return _is_holder(actor, task) & unless(
        task.state == State.GIVEN, _("It is no longer waiting to be taken in.")
    )


def can_pass_on(actor: Actor, task: models.Task) -> Verdict:
    """The head, or the clerk, of the unit that holds the duty, while it is open."""
    if task.unit_id is None:
        return refused_because(
            _("It was given to a person, not to a unit. Give a part of it on instead.")
        )
    in_charge = _in_unit(actor, task.unit_id) and (actor.has(Kind.HEAD) or actor.has(Kind.CLERK))
    return (
        unless(in_charge, _("The head or the clerk of %(unit)s passes it on.") % _unit(task))
        & _is_open(task)
        & _is_work(task)
    )


def can_take_over(actor: Actor, task: models.Task) -> Verdict:
    """The head takes over from whoever does it in the unit; a leader of the body from the unit."""
    mine = task.doer_id is not None and task.doer_id in _posts(actor)
    leads = task.body_id == actor.body_id and actor.has(Kind.LEADER)
    return (
        unless(
            leads or heads(actor, task),
            _("The head of the unit, or a leader of this body, takes it over."),
        )
        & unless(not mine, _("You are doing it already."))
        & unless(
            leads or task.doer_id is not None,
            _("Nobody in the unit has it in person; there is nobody to take it over from."),
        )
        & _is_open(task)
        & _is_work(task)
    )


def can_share(actor: Actor, task: models.Task) -> Verdict:
    """Whoever works on the duty, while it is open; what is for information is told on."""
    if task.part == Part.INFORMATION:
        return _is_holder(actor, task) & unless(
            task.state not in (State.RETURNED, State.WITHDRAWN), _("It has ended already.")
        )
    return _works_on(actor, task) & _is_open(task)


def can_ask(actor: Actor, task: models.Task) -> Verdict:
    """Whoever works on the duty, while nothing is asked and nothing is reported."""
    return (
        _works_on(actor, task)
        & _is_open(task)
        & unless(task.state != State.WAITING, _("It waits for an answer already."))
        & unless(task.state != State.REPORTED, _("A report waits for approval."))
    )


def can_answer(actor: Actor, question: models.Question) -> Verdict:
    """The unit or person asked, or whoever directs the duty, once."""
    asked = (
        question.appointment_id in _posts(actor)
        if question.appointment_id is not None
        else _in_unit(actor, question.unit_id) and any(actor.has(duty) for duty in ANSWERABLE)
    )
    return unless(
        asked or directs(actor, question.task),
        _("%(name)s was asked.") % {"name": question.asked},
    ) & unless(not question.is_answered, _("It has been answered already."))


def can_extend(actor: Actor, task: models.Task, *, most: int) -> Verdict:
    """Whoever works on a duty with a deadline, as often as the body's rule allows."""
    granted = sum(
        each.is_decided and each.decision.until is not None and not each.unasked
        for each in task.extensions.all()
    )
    return (
        _works_on(actor, task)
        & _is_open(task)
        & unless(task.due_at is not None, _("It has no deadline."))
        & unless(task.extension is None, _("A later deadline has been asked for already."))
        & unless(
            granted < most,
            _("Its deadline has been extended %(count)s times; no more is allowed.")
            % {"count": granted},
        )
    )


def can_decide(actor: Actor, task: models.Task) -> Verdict:
    """Whoever gave the duty, or a leader of the body, while a later deadline is asked for."""
    return (
        unless(directs(actor, task), _("Whoever gave it decides, or a leader of this body."))
        & unless(task.extension is not None, _("No later deadline is asked for."))
        & _is_open(task)
    )


def can_set_deadline(actor: Actor, task: models.Task) -> Verdict:
    """Whoever gave the duty, or a leader of the body, while nothing is asked about its deadline."""
    return (
        unless(directs(actor, task), _("Whoever gave it sets another one, or a leader here."))
        & _is_open(task)
        & _is_work(task)
        & unless(
            task.extension is None, _("A later deadline is asked for: decide on that instead.")
        )
    )


def can_progress(actor: Actor, task: models.Task) -> Verdict:
    """Whoever works on the duty, once it is in hand."""
    return (
        _works_on(actor, task)
        & unless(
            task.state in (State.DOING, State.WAITING),
            _("Take it in first; only work in hand has progress."),
        )
        & _is_work(task)
    )


def can_return(actor: Actor, task: models.Task) -> Verdict:
    """The unit or person to whom the duty was given, while it is open."""
    return _works_on(actor, task) & _is_open(task)


def can_complete(actor: Actor, task: models.Task) -> Verdict:
    """The unit or person who took the duty in. What is for information needs no completion."""
    if task.part == Part.INFORMATION:
        return refused_because(_("It was sent for information; there is nothing to complete."))
    if task.state == State.REPORTED:
        return _works_on(actor, task) & refused_because(_("A report waits for approval."))
    if task.state not in OPEN:
        return _works_on(actor, task) & refused_because(_("It has ended already."))
    return _works_on(actor, task) & unless(
        task.state in (State.DOING, State.WAITING),
        _("Take it in first; only work in hand can be completed."),
    )


def can_approve(actor: Actor, task: models.Task) -> Verdict:
    """The head of the unit, for reports of others; or whoever gave the duty."""
    report = task.completion
    own = report is not None and report.reporter_id in _posts(actor)
    return unless(task.state == State.REPORTED, _("No report waits for approval.")) & unless(
        (heads(actor, task) and not own) or directs(actor, task),
        _("The head of the unit approves it, or whoever gave the duty."),
    )


def can_reopen(actor: Actor, task: models.Task) -> Verdict:
    """Whoever gave the duty, or a leader of the body, once it is completed."""
    return (
        unless(directs(actor, task), _("Whoever gave it reopens it, or a leader of this body."))
        & unless(task.state == State.DONE, _("It has not been completed."))
        & _is_work(task)
    )


def can_withdraw(actor: Actor, task: models.Task) -> Verdict:
    """Whoever gave the duty, or a leader of the body, while it is open."""
    return unless(
        directs(actor, task), _("Whoever gave it withdraws it, or a leader of this body.")
    ) & _is_open(task)


def can_end_with_matter(actor: Actor, task: models.Task) -> Verdict:
    """Whoever ends the matter in the body; who may do that, the caller's policy says."""
    return unless(task.body_id == actor.body_id, _("It was given by another body.")) & _is_open(
        task
    )


def can_rule_extensions(actor: Actor, body_id: int) -> Verdict:
    """A leader or an administrator, for the own body and, by inheritance, those below it."""
    return unless(
        actor.body_id == body_id and (actor.has(Kind.LEADER) or actor.has(Kind.ADMINISTRATOR)),
        _("A leader or an administrator of this body sets this."),
    )


def _works_on(actor: Actor, task: models.Task) -> Verdict:
    """Whoever holds it; once it was passed on, that person and the head of the unit."""
    if task.doer_id is None or task.doer_id in _posts(actor) or heads(actor, task):
        return _is_holder(actor, task)
    return _is_holder(actor, task) & refused_because(
        _("It was passed on to %(name)s.") % {"name": task.doer_name}
    )


def _is_holder(actor: Actor, task: models.Task) -> Verdict:
    return unless(
        holds(actor, task), _("It was given to somebody else: %(name)s.") % {"name": task.recipient}
    )


def _is_open(task: models.Task) -> Verdict:
    return unless(task.state in OPEN, _("It has ended already."))


def _is_work(task: models.Task) -> Verdict:
    return unless(
        task.part != Part.INFORMATION,
        _("It was sent for information; there is nothing to be done about it."),
    )


def _posts(actor: Actor) -> tuple[int, ...]:
    """The posts in which, and in whose stead, one acts."""
    return tuple(each for each in (actor.appointment_id, actor.for_appointment_id) if each)


def _in_unit(actor: Actor, unit_id: int | None) -> bool:
    return unit_id is not None and unit_token(unit_id) in actor.tokens


def _unit(task: models.Task) -> dict[str, str]:
    return {"unit": task.recipient}


def can_hand_to_successor(actor: Actor, task: models.Task) -> Verdict:
    """Whoever has the work, the head of the unit, and who leads or administers the body."""
    person = task.doer_id or task.appointment_id
    if person is None:
        return refused_because(_("It lies with the unit, and stays there whoever leaves."))
    here = task.body_id == actor.body_id
    return unless(
        person in _posts(actor)
        or heads(actor, task)
        or (here and (actor.has(Kind.LEADER) or actor.has(Kind.ADMINISTRATOR))),
        _("The person, the head of the unit, or who leads or administers the body hands it over."),
    ) & _is_open(task)
