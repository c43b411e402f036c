"""Learn from what was registered, and forget what a paper or a clerk contradicts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from vermilion.arrivals import models, policy, queries, rules
from vermilion.arrivals.types import LessonKind
from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound
from vermilion.registry.types import Received


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taught:
    """What one paper says to one cue; `needed` only if it differs from what is read anyway."""

    kind: LessonKind
    cue: str
    cue_words: str
    says: Mapping[str, object]
    says_words: str
    needed: bool


@transaction.atomic
def forget(*, actor: Actor, lesson_id: int, reason: str, at: datetime) -> models.Lesson:
    """Forget what was learned: it is proposed no more. The row stays, with the reason."""
    lesson = models.Lesson.objects.select_for_update().filter(pk=lesson_id).first()
    if lesson is None or lesson.body_id != actor.own_body:
        raise NotFound
    policy.require(policy.can_forget(actor, lesson))
    lesson.forgotten_at = at
    lesson.forgotten_because = (reason.strip() or _("A clerk said so."))[:300]
    lesson.save(update_fields=["forgotten_at", "forgotten_because"])
    audit.record(
        actor,
        "arrivals.lesson.forgotten",
        f"lesson:{lesson.pk}",
        at=at,
        reason=lesson.forgotten_because,
    )
    return lesson


def learn(
    *,
    actor: Actor,
    arrival: models.Arrival,
    received: Received,
    entry_words: str,
    at: datetime,
) -> None:
    """Compare what was registered with what was read, and keep the difference for the next one."""
    for taught in (
        _issuer(arrival, received),
        _type(arrival, received),
        _leader(received),
    ):
        if taught is not None:
            _take_to_heart(taught, actor=actor, entry_words=entry_words, at=at)


def _issuer(arrival: models.Arrival, received: Received) -> _Taught | None:
    seen, stated = arrival.seen, received.particulars
    cue = rules.issuer_cue(str(seen.get("parent", "")), str(seen.get("issuer", "")))
    if not cue:
        return None
    says = {"issuer": stated.issuer, "issuer_body_id": stated.issuer_body_id}
    proposed = {
        "issuer": seen.get("issuer_proposed", ""),
        "issuer_body_id": seen.get("issuer_body_id"),
    }
    return _Taught(
        kind=LessonKind.ISSUER,
        cue=cue,
        cue_words=str(seen["issuer"]),
        says=says,
        says_words=stated.issuer,
        needed=says != proposed,
    )


def _type(arrival: models.Arrival, received: Received) -> _Taught | None:
    stated = received.particulars
    cue = rules.type_cue(stated.issuer, stated.symbol)
    if not cue or stated.type_id is None:
        return None
    return _Taught(
        kind=LessonKind.TYPE,
        cue=cue,
        cue_words=f"{stated.issuer}, {stated.symbol}",
        says={"type_id": stated.type_id},
        says_words=queries.type_words(stated.type_id, received.arrived_on),
        needed=stated.type_id != arrival.seen.get("type_id"),
    )


def _leader(received: Received) -> _Taught | None:
    stated = received.particulars
    if received.laid_before_id is None or not stated.issuer:
        return None
    seat = directory.seats_of([received.laid_before_id]).get(received.laid_before_id)
    kind = queries.type_words(stated.type_id, received.arrived_on) if stated.type_id else ""
    return _Taught(
        kind=LessonKind.LEADER,
        cue=rules.leader_cue(stated.issuer, stated.type_id),
        cue_words=", ".join(each for each in (stated.issuer, kind) if each),
        says={"laid_before_id": received.laid_before_id},
        says_words=seat.person.full_name if seat else "",
        needed=True,
    )


def _take_to_heart(taught: _Taught, *, actor: Actor, entry_words: str, at: datetime) -> None:
    living = models.Lesson.objects.filter(
        body_id=actor.own_body, kind=taught.kind, cue=taught.cue[:500], forgotten_at=None
    )
    known = living.first()
    if known is not None and known.says == dict(taught.says):
        living.update(times=F("times") + 1, last_at=at)
        return
    if known is not None:
        said = _("Contradicted by number %(number)s.") % {"number": entry_words}
        living.filter(pk=known.pk).update(forgotten_at=at, forgotten_because=said)
        audit.record(actor, "arrivals.lesson.forgotten", f"lesson:{known.pk}", at=at, reason=said)
    if not taught.needed:
        return
    fresh = models.Lesson(
        body_id=actor.own_body,
        kind=taught.kind,
        cue=taught.cue[:500],
        cue_words=taught.cue_words[:500],
        says=dict(taught.says),
        says_words=taught.says_words[:300],
        learned_at=at,
        last_at=at,
        learned_from=entry_words,
    )
    # Two clerks may register two such papers at once; the one that comes first teaches.
    models.Lesson.objects.bulk_create([fresh], ignore_conflicts=True)
    made = living.values_list("pk", flat=True).first()
    audit.record(actor, "arrivals.lesson.learned", f"lesson:{made}", at=at)
