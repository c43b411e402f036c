"""What somebody has in person, and what was handed over."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from vermilion.directory import queries as directory
from vermilion.documents import queries as documents
from vermilion.handover import models, policy
from vermilion.handover.types import LISTED_FOR, Kind, Work
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.verdicts import Verdict
from vermilion.routing import queries as routing
from vermilion.tasks import queries as tasks

Departure = models.Departure
Seat = directory.Seat


def leaver(actor: Actor, appointment_id: int) -> Seat:
    """Whose work is looked at. Unseen and unknown are the same refusal."""
    found = directory.seats_of([appointment_id]).get(appointment_id)
    if found is None or not policy.can_hand_over(actor, found):
        raise NotFound
    return found


def work_of(appointment_id: int, *, at: datetime) -> list[Work]:
    """Everything that somebody has in person in a post, what is due first on top.

    What lies with the unit or with the clerks of the body stays there whoever leaves.
    """
    own = [*tasks.in_person(appointment_id)]
    papers = [*routing.laid_before(appointment_id).order_by("id")]
    names = documents.summaries_of(
        [*(task.subject_id for task in own), *(slip.document_id for slip in papers)]
    )

    def called(document_id: int) -> str:
        paper = names.get(document_id)
        return _short(f"{paper.symbol} {paper.abstract}".strip()) if paper else ""

    found = [
        Work(
            kind=Kind.TASK,
            id=task.pk,
            label=called(task.subject_id),
            due_at=task.due_at,
            document_id=task.subject_id,
        )
        for task in own
    ]
    found += [
        Work(
            kind=Kind.SLIP,
            id=slip.pk,
            label=called(slip.document_id),
            due_at=slip.due_at,
            document_id=slip.document_id,
        )
        for slip in papers
    ]
    return found + _standing_for(appointment_id, at)


def _standing_for(appointment_id: int, at: datetime) -> list[Work]:
    """What ends with the post: rights in another's stead, given or held, and assistance."""
    seat = directory.seats_of([appointment_id])[appointment_id]
    day = local_day(at, seat.post.body.time_zone)
    found = [
        Work(
            kind=Kind.DELEGATION,
            id=each.pk,
            label=_("%(holder)s for %(giver)s")
            % {"holder": each.holder.person.full_name, "giver": each.giver.person.full_name},
        )
        for each in directory.delegations_of(seat.post.body_id, on=day)
        if appointment_id in (each.giver_id, each.holder_id)
    ]
    found += [
        Work(
            kind=Kind.ASSISTANCE,
            id=each.pk,
            label=_("%(assistant)s assists %(leader)s")
            % {
                "assistant": each.assistant.person.full_name,
                "leader": each.leader.person.full_name,
            },
        )
        for each in directory.assistants_of(seat.post.body_id, on=day)
        if appointment_id in (each.assistant_id, each.leader_id)
    ]
    return found


def departure(actor: Actor, departure_id: int) -> models.Departure:
    """One handing over. Unseen and unknown are the same refusal."""
    found = (
        models.Departure.objects.select_related("leaver__post", "successor__post")
        .filter(pk=departure_id)
        .first()
    )
    if found is None or not policy.can_see(actor, found):
        raise NotFound
    return found


def items_of(departure: models.Departure) -> list[models.Item]:
    """What was handed over, what is not signed for yet first."""
    return sorted(departure.items.all(), key=lambda item: (item.signed_at is not None, item.pk))


def recent(actor: Actor, *, at: datetime) -> list[models.Departure]:
    """What the actor handed over or got lately, the newest first."""
    since = at - timedelta(days=LISTED_FOR)
    rows = models.Departure.objects.filter(body=actor.own_body, at__gte=since).order_by("-pk")
    return [each for each in rows[:200] if policy.can_see(actor, each)]


def may_hand_over(actor: Actor, leaver: Seat) -> Verdict:
    """Whether the actor may hand this work over, with the reasons why not."""
    return policy.can_hand_over(actor, leaver)


def successors(leaver: Seat, at: datetime) -> Sequence[Seat]:
    """Who can take the work over: everybody else in the body."""
    seats = directory.people_in(leaver.post.body_id, at)
    return [seat for seat in seats if seat.pk != leaver.pk]


def _short(words: str) -> str:
    return Truncator(words).chars(290)
