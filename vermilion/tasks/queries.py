"""Everything read about duties."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import Verdict
from vermilion.tasks import models, policy, rules
from vermilion.tasks.deadlines import ExtensionRule as ExtensionRule
from vermilion.tasks.deadlines import extension_rule_of as extension_rule_of
from vermilion.tasks.deadlines import last_extension as last_extension
from vermilion.tasks.deadlines import why_due as why_due
from vermilion.tasks.standing import with_acts
from vermilion.tasks.types import ACTIVE, OPEN, Part, RolledUp, State
from vermilion.tasks.verdicts import Verdicts as Verdicts
from vermilion.web import wording
from vermilion.workdays import queries as workdays

Task = models.Task
Question = models.Question


def of_body(body_id: int) -> QuerySet[models.Task]:
    """Every duty given in a body. Asks nobody's leave: for figures over what was asked already."""
    return models.Task.objects.filter(body=body_id)


def in_person(appointment_id: int) -> QuerySet[models.Task]:
    """The open duties that somebody in a post has in person; soonest due first."""
    mine = Q(doer=appointment_id) | Q(appointment=appointment_id, doer=None)
    return models.Task.objects.filter(mine, state__in=OPEN).order_by("due_at", "id")


def held_by(actor: Actor) -> QuerySet[models.Task]:
    """Every duty of the actor's unit, of the actor in this post, or passed on to the actor."""
    return models.Task.objects.filter(_mine(actor) | _of_units(actor)).order_by("due_at", "id")


def open_for(actor: Actor) -> QuerySet[models.Task]:
    """What the actor has to do next; soonest due first.

    What the unit has passed on is for that person alone, and what waits for an answer or for
    approval is for whoever is asked.
    """
    nobodys = _of_units(actor) & Q(doer=None)
    return models.Task.objects.filter(_mine(actor) | nobodys, state__in=ACTIVE).order_by(
        "due_at", "id"
    )


def not_ended_for(actor: Actor) -> QuerySet[models.Task]:
    """What the actor or the actor's unit has and has not ended, whoever is to act next."""
    return held_by(actor).filter(state__in=OPEN)


def _posts(actor: Actor) -> list[int]:
    return [each for each in (actor.appointment_id, actor.for_appointment_id) if each]


def _mine(actor: Actor) -> Q:
    posts = _posts(actor)
    return Q(doer_id__in=posts) | Q(appointment_id__in=posts, doer=None)


def _of_units(actor: Actor) -> Q:
    return Q(unit_id__in=_units(actor)) if _units(actor) else Q(pk__in=[])


def _units(actor: Actor) -> list[int]:
    """The units in which, or in whose head's stead, one acts."""
    return sorted(
        int(number)
        for kind, _colon, number in (token.partition(":") for token in actor.tokens)
        if kind == "unit" and number.isdecimal()
    )


def to_decide(actor: Actor) -> QuerySet[models.Task]:
    """Duties on which the actor is waited for: a later deadline, a report, or a question."""
    posts, units = _posts(actor), _units(actor)
    gave = Q(giver_id__in=posts)
    extension = Q(extensions__isnull=False, extensions__decision=None) & gave
    question = Q(questions__isnull=False, questions__answer=None) & (
        Q(questions__appointment_id__in=posts) | Q(questions__unit_id__in=units)
    )
    report = gave
    if actor.has(Duty.HEAD):
        report |= Q(unit_id__in=units) & ~Q(doer_id__in=posts)
    # Three sets, each read by an index of its own; asked as one condition, all duties are read.
    extended, questioned, reported = (
        models.Task.objects.filter(each).order_by().values("pk")
        for each in (
            extension & Q(state__in=OPEN),
            question & Q(state=State.WAITING),
            Q(state=State.REPORTED) & report,
        )
    )
    waiting = extended.union(questioned, reported)
    return models.Task.objects.filter(pk__in=waiting).order_by("due_at", "id")


def verdicts(actor: Actor, task: models.Task, *, rule: ExtensionRule | None = None) -> Verdicts:
    """Whether the actor may do each act upon this duty, with the reasons why not.

    Who asks for many duties of a body gives its rule of extensions along.
    """
    return Verdicts(actor, task, rule)


def can_rule_extensions(actor: Actor, body_id: int) -> Verdict:
    """Whether the actor may set how far deadlines are extended, with the reasons why not."""
    return policy.can_rule_extensions(actor, body_id)


def held(actor: Actor, task_id: int) -> models.Task:
    """One duty of the actor, with its acts. NotFound if it is not the actor's."""
    found = with_acts(held_by(actor).filter(pk=task_id)).first()
    if found is None:
        raise NotFound
    return found


def concerning(actor: Actor, task_id: int) -> models.Task:
    """One duty that the actor holds, gave, leads above, or is asked about, with its acts.

    NotFound for everybody else: they may not know of it.
    """
    found = with_acts(models.Task.objects.filter(pk=task_id)).first()
    if found is None or not _concerns(actor, found):
        raise NotFound
    return found


def _concerns(actor: Actor, task: models.Task) -> bool:
    if policy.holds(actor, task) or policy.directs(actor, task):
        return True
    return any(bool(policy.can_answer(actor, each)) for each in task.questions.all())


def question(actor: Actor, question_id: int) -> models.Question:
    """A question about a duty that concerns the actor. NotFound for everybody else."""
    found = models.Question.objects.select_related("task", "answer").filter(pk=question_id).first()
    if found is None or not (policy.can_answer(actor, found) or _concerns(actor, found.task)):
        raise NotFound
    return found


def about(kind: str, ids: Sequence[int]) -> QuerySet[models.Task]:
    """Every duty about these things, with its acts, in the order in which they were given."""
    tasks = models.Task.objects.filter(subject_kind=kind, subject_id__in=ids)
    return with_acts(tasks).order_by("id")


def whole(tasks: QuerySet[models.Task]) -> QuerySet[models.Task]:
    """These duties with every act upon them, in a fixed number of queries."""
    return with_acts(tasks)


def as_it_stands(task: models.Task) -> models.Task:
    """A duty once more, with every act upon it until now."""
    return with_acts(models.Task.objects.filter(pk=task.pk)).get()


def parts_of(task_ids: Sequence[int]) -> dict[int, list[models.Task]]:
    """What was given below each of these duties, with its acts."""
    found: dict[int, list[models.Task]] = {}
    rows = models.Task.objects.filter(parent_id__in=task_ids)
    for task in with_acts(rows).order_by("id"):
        found.setdefault(task.parent_id or 0, []).append(task)
    return found


def tree_of(task_id: int) -> list[models.Task]:
    """Everything given below a duty, level by level."""
    found: list[models.Task] = []
    level = [task_id]
    while level:
        below = [each for tasks in parts_of(level).values() for each in tasks]
        found += below
        level = [each.pk for each in below]
    return found


def rolled_up(task_id: int) -> RolledUp:
    """How far what was given below a duty is."""
    return rules.rolled_up(
        list(models.Task.objects.filter(parent=task_id).values_list("part", "state"))
    )


def why_mine(actor: Actor, task: models.Task) -> str:
    """Why somebody has a duty, as a sentence."""
    facts = {"name": task.given_for or task.given_by, "day": wording.moment(task.given_at, "day")}
    if task.doer_id is not None and task.doer_id in _posts(actor):
        last = list(task.handovers.all())[-1]
        return _("%(name)s passed it on to you on %(day)s.") % {
            "name": last.by,
            "day": wording.moment(last.at, "day"),
        }
    if task.appointment_id is not None:
        return _("%(name)s gave it to you in person on %(day)s.") % facts
    if task.part == Part.INFORMATION:
        return _("%(name)s sent it to your unit for information on %(day)s.") % facts
    if task.part == Part.SUPPORT:
        return _("%(name)s asked your unit on %(day)s to support it.") % facts
    return _("%(name)s gave it to your unit to lead on %(day)s.") % facts


@dataclass(frozen=True, slots=True)
class Load:
    """How much lies with a unit or person: open duties, and those past their deadline."""

    open: int
    late: int


def loads(body_id: int, *, at: datetime) -> dict[tuple[str, int], Load]:
    """How much work lies with each unit and person of a body. Two queries.

    What was passed on to somebody lies with them, and no longer with whom it was given to.
    """
    counted = (
        models.Task.objects.filter(body_id=body_id, state__in=OPEN)
        .exclude(part=Part.INFORMATION)
        .annotate(post_id=Coalesce("doer_id", "appointment_id"))
        .order_by()
    )
    found: dict[tuple[str, int], Load] = {}
    for kind, column in (("unit", "unit_id"), ("post", "post_id")):
        rows = counted.exclude(**{column: None}).values_list(column)
        for holder, all_of_them, late in rows.annotate(
            all_of_them=Count("id"), late=Count("id", filter=Q(due_at__lt=at))
        ):
            found[kind, holder] = Load(all_of_them, late)
    return found


def people_for(task: models.Task, at: datetime) -> list[tuple[int, str]]:
    """Whom the work of a unit can be passed on to: its people, and those of the units below."""
    units = directory.units_of(task.body_id, at)
    below = {task.unit_id}
    for _each in units:
        below |= {unit.pk for unit in units if unit.parent_id in below}
    return [
        (seat.pk, f"{seat.person.full_name}, {seat.post.title}")
        for seat in directory.people_in(task.body_id, at)
        if seat.post.unit_id in below
    ]


def due_day(task: models.Task) -> date | None:
    """The day of a deadline on the wall of the body."""
    if task.due_at is None:
        return None
    return workdays.calendar_of(task.body_id, task.given_at.date()).local_day(task.due_at)


def is_held(actor: Actor, task: models.Task) -> bool:
    """Whether the duty lies with the actor, or with the actor's unit."""
    return policy.holds(actor, task)


def answered(answer: models.Answer, task_id: int) -> models.Task:
    """The duty about which somebody has just answered, who may have no part in it otherwise."""
    found = with_acts(models.Task.objects.filter(pk=task_id, questions__answer=answer)).first()
    if found is None:
        raise NotFound
    return found


def task_of_extension(actor: Actor, extension_id: int) -> int:
    """The duty for which a later deadline is asked. NotFound where it does not concern one."""
    wish = models.Extension.objects.filter(pk=extension_id).first()
    if wish is None:
        raise NotFound
    return concerning(actor, wish.task_id).pk
