"""Where a matter stands still: at which level, since when, why, who was told, what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from vermilion.directory import queries as directory
from vermilion.followup import models, policy, rules
from vermilion.followup.queries.people import holders_of
from vermilion.followup.types import Rung, Stage
from vermilion.kernel.actors import Actor
from vermilion.kernel.verdicts import Verdict

_ORDER = [
    Stage.REGISTER,
    Stage.DIRECT,
    Stage.TAKE_IN,
    Stage.ANSWER,
    Stage.DECIDE,
    Stage.APPROVE,
    Stage.WORK,
]


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody was told: when, whom, on which rung, and by whom where a person did it."""

    at: datetime
    rung: str
    names: Sequence[str]
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who has it, and how to call."""

    name: str
    telephone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stall:
    """One thing that is waited for in a matter.

    `late` says that its hour has passed, `next_step_at` when the ladder tells the next.
    """

    wait_id: int
    stage: str
    why: str
    place: str
    holders: Sequence[Holder]
    since: datetime
    hour: datetime | None
    late: bool
    urgent: bool
    steps: Sequence[Step]
    read_at: datetime | None
    read_by: str
    next_step_at: datetime | None
    remind: Verdict
    task_id: int | None


def stall(actor: Actor, document_id: int, *, at: datetime) -> list[Stall]:
    """What a document is waiting for in the actor's body, the first to be done first.

    Work that is under way and not late stands still nowhere; it is listed where nothing else is
    waited for of the same duty. The caller has made sure that the actor may see the document.
    """
    waits = list(
        models.Wait.objects.filter(
            document_id=document_id, body_id=actor.own_body, answered_at=None
        ).prefetch_related("escalations", "prompts")
    )
    others = {(each.subject_kind, each.subject_id) for each in waits if each.stage == Stage.TAKE_IN}
    others = {(each.subject_kind, each.subject_id) for each in waits if each.stage == Stage.TAKE_IN}
    shown = [
        each
        for each in waits
        if each.stage != Stage.WORK
        or _is_late(each, at)
        or (each.subject_kind, each.subject_id) not in others
    ]
    shown.sort(key=lambda each: (_ORDER.index(Stage(each.stage)), each.since, each.pk))
    return _with_names(actor, shown[:MOST], at)


@dataclass(frozen=True, slots=True)
class Remindable:
    """Something that is waited for, and whether the actor may remind of it now."""

    wait_id: int
    verdict: Verdict


def remindable(
    actor: Actor, document_ids: Sequence[int], *, at: datetime
) -> dict[int, list[Remindable]]:
    """What each of these documents waits for in the actor's body. Two queries.

    The caller has made sure that the actor may see the documents.
    """
    waits = models.Wait.objects.filter(
        document_id__in=document_ids, body_id=actor.own_body, answered_at=None
    ).prefetch_related("prompts")
    found: dict[int, list[Remindable]] = {}
    for each in waits.order_by("id"):
        last = max((prompt.at for prompt in each.prompts.all()), default=None)
        verdict = policy.can_remind(actor, each, last=last, at=at)
        found.setdefault(each.document_id or 0, []).append(Remindable(each.pk, verdict))
    return found


MOST = 20
"""A matter given to forty units at once shows the first of them; the list of shares shows all."""


def _with_names(actor: Actor, waits: Sequence[models.Wait], at: datetime) -> list[Stall]:
    holders = {
        each.pk: holders_of(
            body_id=each.body_id,
            unit_id=each.unit_id,
            holder_id=each.holder_id,
            at=at,
            stage=each.stage,
        )
        for each in waits
    }
    seats = directory.seats_of(one for every in holders.values() for one in every)
    named = {
        pk: Holder(
            name=f"{seat.person.full_name}, {seat.post.title}", telephone=seat.person.telephone
        )
        for pk, seat in seats.items()
    }
    units = directory.unit_names(each.unit_id for each in waits if each.unit_id)
    return [
        _stall(
            actor,
            each,
            [named[one] for one in holders[each.pk] if one in named],
            units.get(each.unit_id or 0, ""),
            at,
        )
        for each in waits
    ]


def _stall(
    actor: Actor, wait: models.Wait, holders: Sequence[Holder], unit: str, at: datetime
) -> Stall:
    prompts = sorted(wait.prompts.all(), key=lambda each: each.at)
    steps = [
        Step(each.at, str(Rung(each.rung).label), each.names) for each in wait.escalations.all()
    ]
    steps += [Step(each.at, str(Rung.HOLDER.label), each.names, each.by) for each in prompts]
    late = _is_late(wait, at)
    return Stall(
        wait_id=wait.pk,
        stage=str(Stage(wait.stage).label),
        why=_why(wait.stage, late=late),
        place=unit,
        holders=holders,
        since=wait.since,
        hour=wait.hour,
        late=late,
        urgent=wait.urgency >= rules.URGENT,
        steps=sorted(steps, key=lambda each: each.at),
        read_at=wait.read_at,
        read_by=wait.read_by,
        next_step_at=wait.next_step_at if wait.step else None,
        remind=policy.can_remind(actor, wait, last=prompts[-1].at if prompts else None, at=at),
        task_id=wait.subject_id if wait.subject_kind == "task" else None,
    )


def _is_late(wait: models.Wait, at: datetime) -> bool:
    return wait.hour is not None and rules.came_late(wait.hour, None, now=at)


def _why(stage: str, *, late: bool) -> str:
    """Why it stands still, as a sentence."""
    if stage == Stage.WORK and late:
        return _("It is in work, and its deadline has passed.")
    return {
        Stage.REGISTER: _("No clerk has entered it in the book yet."),
        Stage.DIRECT: _("No leader has directed it yet."),
        Stage.TAKE_IN: _("It was given, and nobody has taken it in yet."),
        Stage.WORK: _("It is in work."),
        Stage.ANSWER: _("The work rests until a question is answered."),
        Stage.DECIDE: _("A later deadline was asked for, and nobody has decided yet."),
        Stage.APPROVE: _("The report waits for approval."),
    }[Stage(stage)]
