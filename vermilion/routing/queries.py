"""Everything read about slips, cut down to what the actor may see."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vermilion.access import queries as access
from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import Verdict
from vermilion.registry import queries as registry
from vermilion.routing import learning, models, policy
from vermilion.routing.types import FINISHED, UNFINISHED, DoneFor, Kind, Learned, Seen, Standing
from vermilion.routing.verdicts import Verdicts as Verdicts
from vermilion.tasks import queries as tasks
from vermilion.tasks.types import OPEN
from vermilion.web import wording
from vermilion.workdays import queries as workdays
from vermilion.workdays.types import Suggestion

MOST_PRECEDENTS = 200
"""Earlier papers that are looked at for each likeness; older ones say less anyway."""

Slip = models.Slip
Direction = models.Direction
Slips = QuerySet[models.Slip]
"""A set of slips that can still be narrowed, counted and paged by those above."""


def verdicts(actor: Actor, slip: models.Slip, *, at: datetime | None = None) -> Verdicts:
    """Whether the actor may do each act upon this slip, with the reasons why not."""
    return Verdicts(actor, slip, at)


def visible(actor: Actor, *, at: datetime) -> Slips:
    """Every slip of the actor's body whose document the actor may see."""
    return models.Slip.objects.filter(
        body_id=actor.own_body,
        document_id__in=access.visible(actor, "document", at=at),
        document__secrecy__lte=actor.clearance,
    )


def _listed(actor: Actor, *, at: datetime) -> Slips:
    """The same, for lists that go through the slips of the whole body."""
    if registry.may_read_books(actor):
        # Nearly all of them are to be seen.
        return visible(actor, at=at)
    return models.Slip.objects.filter(
        body_id=actor.own_body,
        document_id__in=access.visible_among_many(actor, "document", at=at),
        document__secrecy__lte=actor.clearance,
    )


def slip(actor: Actor, slip_id: int, *, at: datetime) -> models.Slip:
    """One slip. NotFound if there is none, or none for this actor."""
    found = _whole(visible(actor, at=at).filter(pk=slip_id)).first()
    if found is None:
        raise NotFound
    return found


def slip_of(actor: Actor, document_id: int, *, at: datetime) -> models.Slip | None:
    """The newest slip of a document in the actor's body, if the actor may see it."""
    return _whole(visible(actor, at=at).filter(document_id=document_id)).order_by("-id").first()


def wants_direction(document_id: int, body_id: int) -> bool:
    """Whether a leader is to direct a document in a body, for the first time or anew.

    For listeners to what came about, who show it to nobody.
    """
    waiting = (Standing.DIRECTING, Standing.AGAIN)
    slips = models.Slip.objects.filter(document_id=document_id, body_id=body_id)
    return slips.filter(standing__in=waiting).exists()


def to_direct(actor: Actor, *, at: datetime) -> Slips:
    """What waits for this leader's direction: laid before the post in, or for, which one acts."""
    waiting = visible(actor, at=at).filter(_laid_before(actor))
    return waiting if actor.has(Duty.LEADER) else waiting.none()


def laid_before(appointment_id: int) -> Slips:
    """What waits for the direction of whoever holds a post. Asks nobody's leave."""
    waiting = [Standing.DIRECTING, Standing.AGAIN]
    return models.Slip.objects.filter(laid_before=appointment_id, standing__in=waiting)


def to_do(actor: Actor, *, at: datetime) -> Slips:
    """What the actor's unit, or the actor in this post, still has to do."""
    return visible(actor, at=at).filter(pk__in=_shares_of(actor).values("slip_id"))


def to_close(actor: Actor, *, at: datetime) -> Slips:
    """What can be closed, for those who close."""
    ready = visible(actor, at=at).filter(standing=Standing.READY)
    return ready if _closes(actor) else ready.none()


def with_others(actor: Actor, *, at: datetime) -> Slips:
    """What is unfinished and waits for somebody else."""
    others = _listed(actor, at=at).filter(standing__in=UNFINISHED)
    # Each is asked of the row at hand: sets to be left out would have to be read to their end.
    if actor.has(Duty.LEADER):
        others = others.exclude(_laid_before(actor))
    if _closes(actor):
        others = others.exclude(standing=Standing.READY)
    return others.exclude(Exists(_shares_of(actor).filter(slip=OuterRef("pk"))))


def late(actor: Actor, *, at: datetime) -> Slips:
    """What is unfinished although the deadline of a lead has passed."""
    return _listed(actor, at=at).filter(standing__in=UNFINISHED, due_at__lt=at)


def finished(actor: Actor, *, at: datetime) -> Slips:
    """What has been closed or withdrawn."""
    return _listed(actor, at=at).filter(standing__in=FINISHED)


def _laid_before(actor: Actor) -> Q:
    posts = [each for each in (actor.appointment_id, actor.for_appointment_id) if each]
    return Q(laid_before_id__in=posts, standing__in=[Standing.DIRECTING, Standing.AGAIN])


def _shares_of(actor: Actor) -> QuerySet[models.Assignment]:
    return models.Assignment.objects.filter(task__in=tasks.open_for(actor).order_by()).order_by()


def _closes(actor: Actor) -> bool:
    return actor.has(Duty.CLERK) or actor.has(Duty.LEADER)


def to_prepare(actor: Actor, *, at: datetime) -> Slips:
    """What waits for the direction of a leader whom the actor assists."""
    waiting = visible(actor, at=at).filter(
        laid_before_id__in=_assisted(actor), standing__in=[Standing.DIRECTING, Standing.AGAIN]
    )
    return waiting if actor.has(Duty.ASSISTANT) else waiting.none()


def _assisted(actor: Actor) -> list[int]:
    """The leaders for whom the actor prepares: the posts whose sight came with assisting."""
    own = {actor.appointment_id, actor.for_appointment_id}
    posts = (token.partition(":") for token in actor.tokens)
    numbers = {int(number) for kind, _colon, number in posts if kind == "post"}
    return sorted(numbers - own)


def to_decide(actor: Actor, *, at: datetime) -> Slips:
    """Where the actor is waited for: a question, a later deadline, a report for approval."""
    shares = models.Assignment.objects.filter(task__in=tasks.to_decide(actor).order_by())
    return visible(actor, at=at).filter(pk__in=shares.order_by().values("slip_id"))


def directions_on(slip: models.Slip) -> list[models.Direction]:
    """The directions on a slip in the order of writing, each with its shares and their tasks."""
    shares = models.Assignment.objects.prefetch_related(
        Prefetch("task", tasks.whole(tasks.Task.objects.all()))
    ).order_by("id")
    found = slip.directions.select_related("preparation").order_by("id")
    return list(found.prefetch_related(Prefetch("assignments", shares)))


def sharing(slip: models.Slip) -> set[tuple[str, int | None]]:
    """Who has an open share of a slip, by kind and number."""
    open_tasks = tasks.Task.objects.filter(
        assignment__slip=slip, assignment__below=False, state__in=OPEN
    )
    return {
        ("unit", unit_id) if unit_id else ("post", appointment_id)
        for unit_id, appointment_id in open_tasks.values_list("unit_id", "appointment_id")
    }


def duties_on(actor: Actor, slip: models.Slip) -> list[tasks.Task]:
    """The duties of a slip that the actor holds, or is waited for on; those to act on first."""
    mine = tasks.not_ended_for(actor).values("pk")
    waited = tasks.to_decide(actor).values("pk")
    rows = tasks.Task.objects.filter(Q(pk__in=mine) | Q(pk__in=waited), assignment__slip=slip)
    active = {each.pk for each in tasks.open_for(actor).filter(assignment__slip=slip)}
    found = list(tasks.whole(rows).order_by("due_at", "id"))
    return sorted(found, key=lambda each: each.pk not in active)


def deadline_for(slip: models.Slip, *, at: datetime) -> Suggestion:
    """The deadline that is usual for this paper, and why it falls on that day."""
    document = slip.document
    kind = document.type
    return workdays.suggestion(
        body_id=slip.body_id,
        at=at,
        urgency=document.urgency,
        type_code=kind.code if kind else "",
        type_name=kind.name_in(get_language() or "vi") if kind else "",
        urgency_name=str(document.get_urgency_display()),
        not_after=document.reply_due_on,
    )


def suggestion_for(slip: models.Slip, *, at: datetime) -> dict[str, object]:
    """What the direction form starts with: the day usual for this type and urgency."""
    return {"due_on": deadline_for(slip, at=at).day}


def learned_for(slip: models.Slip, *, at: datetime) -> Learned | None:
    """Whom earlier papers of the kind were given to in this body, if that is clear enough."""
    document = slip.document
    paper = Kind(
        issuer_key=document.issuer_key,
        type_code=document.type.code if document.type else "",
        words=learning.words_of(document.abstract),
    )
    here = frozenset(
        [f"unit:{unit.pk}" for unit in directory.units_of(slip.body_id, at)]
        + [f"post:{seat.pk}" for seat in directory.people_in(slip.body_id, at)]
    )
    return learning.suggestion(paper, _seen(slip, paper), here=here)


def _seen(slip: models.Slip, paper: Kind) -> list[Seen]:
    """The papers of the body that may be of the kind, the newest first."""
    others = models.Precedent.objects.filter(body_id=slip.body_id).exclude(slip=slip)
    ids: set[int] = set()
    for alike in (
        others.filter(issuer_key=paper.issuer_key),
        others.filter(words__overlap=sorted(paper.words)),
    ):
        ids |= set(alike.order_by("-id").values_list("pk", flat=True)[:MOST_PRECEDENTS])
    return [
        Seen(
            kind=Kind(
                issuer_key=row.issuer_key, type_code=row.type_code, words=frozenset(row.words)
            ),
            leads=tuple(row.leads),
            supports=tuple(row.supports),
            readers=tuple(row.readers),
        )
        for row in models.Precedent.objects.filter(pk__in=ids).order_by("-id")
    ]


def phrases_for(actor: Actor) -> list[models.Phrase]:
    """The phrases that are offered to the actor: the own ones, then those of the body."""
    return list(
        models.Phrase.objects.filter(
            Q(person_id=actor.person_id) | Q(person=None),
            body_id=actor.own_body,
            struck_at=None,
        ).order_by(F("person_id").asc(nulls_last=True), "id")
    )


def can_keep_phrases(actor: Actor, *, of_body: bool) -> Verdict:
    """Whether the actor may keep phrases, with the reasons why not."""
    return policy.can_keep_phrases(actor, of_body=of_body)


def can_keep_circles(actor: Actor) -> Verdict:
    """Whether the actor may keep circles of units, with the reasons why not."""
    return policy.can_keep_circles(actor, actor.own_body)


def unit_circles(body_id: int) -> list[models.UnitCircle]:
    """The circles of units of a body, by name."""
    return list(
        models.UnitCircle.objects.filter(body_id=body_id, struck_at=None).order_by("name", "id")
    )


@dataclass(frozen=True, slots=True)
class CircleShown:
    """A circle of units with what its members are called now; who has gone is left out."""

    id: int
    name: str
    members: list[str]


def unit_circles_shown(body_id: int, *, at: datetime) -> list[CircleShown]:
    """The circles of units of a body with their members by name."""
    names = {f"unit:{unit.pk}": unit.name for unit in directory.units_of(body_id, at)}
    names |= {
        f"post:{seat.pk}": f"{seat.person.full_name}, {seat.post.title}"
        for seat in directory.people_in(body_id, at)
    }
    return [
        CircleShown(each.pk, each.name, [names[key] for key in each.members if key in names])
        for each in unit_circles(body_id)
    ]


@dataclass(frozen=True, slots=True)
class Load:
    """How much lies with a unit or a person of the body."""

    name: str
    is_unit: bool
    open: int
    late: int


def loads(actor: Actor, *, at: datetime) -> list[Load]:
    """How much lies with each unit and person of the actor's body, in the order of the house."""
    found = tasks.loads(actor.own_body, at=at)
    none = tasks.Load(0, 0)
    rows: list[Load] = []
    for unit in directory.units_of(actor.own_body, at):
        load = found.get(("unit", unit.pk), none)
        rows.append(Load(unit.name, True, load.open, load.late))
    for seat in directory.people_in(actor.own_body, at):
        load = found.get(("post", seat.pk), none)
        if load.open:
            name = f"{seat.person.full_name}, {seat.post.title}"
            rows.append(Load(name, False, load.open, load.late))
    return rows


def done_in_their_stead(actor: Actor, *, most: int = 200) -> list[DoneFor]:
    """What others directed in the stead of the actor's post, the newest first."""
    rows = (
        models.Direction.objects.filter(appointment_id=actor.appointment_id or 0)
        .exclude(by_for="")
        .select_related("slip__document")
        .order_by("-at", "-id")[:most]
    )
    return [
        DoneFor(
            at=row.at,
            by=row.by,
            by_post=row.by_post,
            what=row.instruction,
            document_id=row.slip.document_id,
            symbol=row.slip.document.symbol,
            abstract=row.slip.document.abstract,
        )
        for row in rows
    ]


def why_here(actor: Actor, slip: models.Slip) -> list[str]:
    """Why somebody has a paper on the desk, as sentences; empty when nothing is theirs to do."""
    said: list[str] = []
    laid = slip.laid_before
    waits = slip.standing in (Standing.DIRECTING, Standing.AGAIN)
    if laid is not None and waits:
        facts = {"name": laid.person.full_name, "day": wording.moment(slip.opened_at, "day")}
        if laid.pk == actor.appointment_id:
            said.append(_("It was laid before you for direction on %(day)s.") % facts)
        elif laid.pk == actor.for_appointment_id:
            said.append(_("It was laid before %(name)s, for whom you are acting.") % facts)
        elif actor.has(Duty.ASSISTANT) and laid.pk in _assisted(actor):
            said.append(_("It was laid before %(name)s, whom you assist.") % facts)
    said += [tasks.why_mine(actor, task) for task in duties_on(actor, slip) if _holds(actor, task)]
    if slip.standing == Standing.READY and _closes(actor):
        said.append(_("All its leads are done; somebody of your post closes it."))
    return said


def _holds(actor: Actor, task: tasks.Task) -> bool:
    return tasks.held_by(actor).filter(pk=task.pk).exists()


def _whole(slips: Slips) -> Slips:
    return slips.select_related(
        "body",
        "document__type",
        "entry",
        "entry__series",
        "laid_before__person",
        "laid_before__post",
    ).prefetch_related(Prefetch("closings", models.Closing.objects.select_related("reopening")))
