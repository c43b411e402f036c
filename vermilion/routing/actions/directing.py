"""Directing: who leads, who supports, who shall know; and what an assistant prepares of it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.access import actions as access
from vermilion.access.types import Cause, post_token, unit_token
from vermilion.audit import actions as audit
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.types import Subject
from vermilion.registry import actions as registry
from vermilion.routing import learning, models, policy, rules, standing
from vermilion.routing.actions.basis import by, locked, names_in, of
from vermilion.routing.events import DirectionPrepared, SlipDirected
from vermilion.routing.types import Share
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as task_queries
from vermilion.tasks.types import OPEN, Duty, Part, State
from vermilion.workdays import queries as workdays


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


class HasAShare(Refused):
    message = _(
        "%(names)s has an open share in it already. Withdraw that first, or leave it as it is."
    )
    status = 422
    field = "leads"


class NotOneRecipient(Refused):
    message = _("Each share names either a unit or a person, exactly one of the two.")
    status = 422


class NotOfThisBody(Refused):
    message = _("Only units and people of this body can be given a share.")
    status = 422


@transaction.atomic
def prepare(
    *,
    actor: Actor,
    slip_id: int,
    instruction: str,
    shares: Sequence[Share],
    note: str = "",
    at: datetime,
) -> models.Preparation:
    """Lay a prepared direction before the leader, who confirms it as it is or changes it.

    Gives nothing to anybody yet. Refused when it could not be directed as it stands.
    """
    slip = locked(slip_id)
    policy.require(policy.can_prepare(actor, slip))
    _refuse_unsound(slip, shares)
    _refuse_strangers(shares, names_in(slip.body_id, at))
    made = models.Preparation.objects.create(
        slip=slip,
        instruction=instruction.strip(),
        note=note.strip(),
        plan=rules.as_plan(shares),
        at=at,
        **by(actor),
    )
    audit.record(
        actor,
        "routing.slip.prepared",
        f"slip:{slip.pk}",
        at=at,
        document=slip.document_id,
        shares=len(shares),
    )
    publish(
        DirectionPrepared(
            actor=actor,
            at=at,
            preparation_id=made.pk,
            leader_id=slip.laid_before_id,
            **of(slip),
        )
    )
    return made


@transaction.atomic
def direct(
    *,
    actor: Actor,
    slip_id: int,
    instruction: str,
    shares: Sequence[Share],
    at: datetime,
    preparation_id: int | None = None,
) -> models.Direction:
    """Write a direction on a slip and give each share to its unit or person.

    May be done again while the slip is open: shares are added, and where leads are at work a
    further instruction needs none. A unit that already has an open share is refused. Refused too
    when nobody is named, when somebody supports what nobody leads, when a deadline has passed, or
    lies behind the day on which the paper itself wants its answer.
    """
    slip = locked(slip_id)
    policy.require(policy.can_direct(actor, slip, at=at))
    _refuse_unsound(slip, shares)
    names = names_in(slip.body_id, at)
    _refuse_strangers(shares, names)
    prepared = _preparation(slip, preparation_id)
    direction = models.Direction.objects.create(
        slip=slip,
        appointment_id=actor.for_appointment_id or actor.appointment_id or 0,
        instruction=instruction.strip(),
        preparation=prepared,
        as_prepared=prepared is not None and _is_as_prepared(prepared, instruction, shares),
        at=at,
        **by(actor),
    )
    latest = _latest(slip, at)
    for share in shares:
        _give(actor, direction, share, names[share.holder], latest, at)
    _learn(slip, at)
    standing.settle(slip, at)
    audit.record(
        actor,
        "routing.slip.directed",
        f"slip:{slip.pk}",
        at=at,
        document=slip.document_id,
        shares=len(shares),
        instruction=direction.instruction,
        prepared_by=prepared.by if prepared else None,
    )
    publish(SlipDirected(actor=actor, at=at, **of(slip)))
    return direction


def _refuse_unsound(slip: models.Slip, shares: Sequence[Share]) -> None:
    own = slip.assignments.filter(below=False)
    led = own.filter(part=Part.LEAD, task__state__in=[*OPEN, State.DONE]).exists()
    if not shares and not led:
        raise NobodyNamed
    if any((share.unit_id is None) is (share.appointment_id is None) for share in shares):
        raise NotOneRecipient
    if rules.named_twice(shares):
        raise NamedTwice
    if rules.without_lead(shares) and not led:
        raise NobodyLeads
    having = {
        ("unit", task.unit_id) if task.unit_id else ("post", task.appointment_id): task.recipient
        for task in task_queries.about("document", [slip.document_id]).filter(
            assignment__slip=slip, assignment__below=False, state__in=OPEN
        )
    }
    again = [having[share.holder] for share in shares if share.holder in having]
    if again:
        raise HasAShare(names=", ".join(again))


def _refuse_strangers(shares: Sequence[Share], names: dict[tuple[str, int | None], str]) -> None:
    if any(share.holder not in names for share in shares):
        raise NotOfThisBody


def _preparation(slip: models.Slip, preparation_id: int | None) -> models.Preparation | None:
    if preparation_id is None:
        return None
    found = slip.preparations.filter(pk=preparation_id).first()
    if found is None:
        raise NotFound
    return found


def _is_as_prepared(
    prepared: models.Preparation, instruction: str, shares: Sequence[Share]
) -> bool:
    same_words = prepared.instruction == instruction.strip()
    return same_words and set(rules.from_plan(prepared.plan)) == set(shares)


def _latest(slip: models.Slip, at: datetime) -> datetime | None:
    """The close of work on the day on which the paper wants its answer, if that is to come."""
    wanted = slip.document.reply_due_on
    if wanted is None:
        return None
    calendar = workdays.calendar_of(slip.body_id, wanted)
    latest = calendar.due_on(wanted)
    return latest if latest > at else None


def _give(
    actor: Actor,
    direction: models.Direction,
    share: Share,
    name: str,
    latest: datetime | None,
    at: datetime,
) -> None:
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
            instruction=share.instruction.strip() or direction.instruction,
            due_at=share.due_at,
            latest_at=latest,
            approval=share.approval,
        ),
        at=at,
    )
    assignment = models.Assignment.objects.create(
        direction=direction, slip=slip, task=task, part=share.part
    )
    show(assignment, at)
    registry.hand_on(
        actor=actor, entry_id=slip.entry_id, recipient=name, reference=f"task:{task.pk}", at=at
    )


def show(assignment: models.Assignment, at: datetime) -> None:
    """Let the holder of a share see the document."""
    task = assignment.task
    holder = unit_token(task.unit_id) if task.unit_id else post_token(task.appointment_id or 0)
    access.grant(
        holders=[holder],
        thing=Subject("document", assignment.slip.document_id),
        cause=Cause.INFORMED if assignment.part == Part.INFORMATION else Cause.ASSIGNED,
        cause_id=assignment.pk,
        at=at,
    )


@transaction.atomic
def follow_share(*, actor: Actor, task_id: int, parent_id: int, at: datetime) -> None:
    """Let a part that was given on below a share belong to the slip, and be seen by its holder."""
    above = models.Assignment.objects.filter(task_id=parent_id).select_related("slip").first()
    if above is None:
        return
    policy.require(policy.can_follow(actor, above.slip))
    task = task_queries.Task.objects.get(pk=task_id)
    assignment = models.Assignment.objects.create(
        direction_id=above.direction_id, slip=above.slip, task=task, part=task.part, below=True
    )
    show(assignment, at)


@transaction.atomic
def show_question(*, actor: Actor, question_id: int, task_id: int, at: datetime) -> None:
    """Let whoever is asked about a share see the document."""
    share = models.Assignment.objects.filter(task_id=task_id).select_related("slip").first()
    if share is None:
        return
    policy.require(policy.can_follow(actor, share.slip))
    question = task_queries.Question.objects.get(pk=question_id)
    holder = (
        unit_token(question.unit_id)
        if question.unit_id
        else post_token(question.appointment_id or 0)
    )
    access.grant(
        holders=[holder],
        thing=Subject("document", share.slip.document_id),
        cause=Cause.ASKED,
        cause_id=question.pk,
        at=at,
    )


def _learn(slip: models.Slip, at: datetime) -> None:
    """Keep who has which part of this paper now, for papers of the kind to come."""
    ended = (State.RETURNED, State.WITHDRAWN)
    parts: dict[str, list[str]] = {part: [] for part in Part.values}
    shares = slip.assignments.filter(below=False).exclude(task__state__in=ended)
    for share in shares.select_related("task").order_by("id"):
        task = share.task
        holder = f"unit:{task.unit_id}" if task.unit_id else f"post:{task.appointment_id}"
        parts[share.part].append(holder)
    document = slip.document
    models.Precedent.objects.update_or_create(
        slip=slip,
        defaults={
            "body_id": slip.body_id,
            "issuer_key": document.issuer_key,
            "type_code": document.type.code if document.type else "",
            "words": sorted(learning.words_of(document.abstract)),
            "leads": parts[Part.LEAD],
            "supports": parts[Part.SUPPORT],
            "readers": parts[Part.INFORMATION],
            "at": at,
        },
    )
