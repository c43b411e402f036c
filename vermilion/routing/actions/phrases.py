"""What is kept for directions: phrases, and circles of units."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.routing import models, policy
from vermilion.routing.actions.basis import names_in


class PhraseEmpty(Refused):
    message = _("Write the words of the phrase.")
    status = 422
    field = "text"


class PhraseKept(Refused):
    message = _("This phrase is kept already.")
    field = "text"


class CircleUnsound(Refused):
    message = _("A circle of units has a name, and at least one unit or person of this body.")
    status = 422
    field = "members"


class CircleKept(Refused):
    message = _("There is a circle of units called %(name)s already.")
    field = "name"


@transaction.atomic
def keep_phrase(*, actor: Actor, text: str, of_body: bool, at: datetime) -> models.Phrase:
    """Keep a phrase for directions: for oneself, or for everybody who directs in the body.

    Refused when it is empty, or kept already.
    """
    policy.require(policy.can_keep_phrases(actor, of_body=of_body))
    words = " ".join(text.split())
    if not words:
        raise PhraseEmpty
    person_id = None if of_body else actor.person_id
    same = models.Phrase.objects.filter(
        Q(person_id=person_id), body_id=actor.own_body, text=words, struck_at=None
    )
    if same.exists():
        raise PhraseKept
    made = models.Phrase.objects.create(
        body_id=actor.own_body,
        person_id=person_id,
        text=words,
        by=actor.name,
        by_post=actor.post,
        at=at,
    )
    audit.record(actor, "routing.phrase.kept", f"phrase:{made.pk}", at=at, of_body=of_body)
    return made


@transaction.atomic
def strike_phrase(*, actor: Actor, phrase_id: int, at: datetime) -> None:
    """Take a phrase out of those that are offered. Refused for phrases of others."""
    phrase = (
        models.Phrase.objects.select_for_update()
        .filter(pk=phrase_id, body_id=actor.own_body, struck_at=None)
        .first()
    )
    if phrase is None:
        raise NotFound
    policy.require(policy.can_strike_phrase(actor, phrase))
    phrase.struck_at, phrase.struck_by = at, actor.name
    phrase.save(update_fields=["struck_at", "struck_by"])
    audit.record(actor, "routing.phrase.struck", f"phrase:{phrase.pk}", at=at)


@transaction.atomic
def keep_circle(
    *, actor: Actor, name: str, members: Sequence[str], at: datetime
) -> models.UnitCircle:
    """Keep a circle of units and people of the body, to be named at once in directions.

    Refused without a name, without members, with members of elsewhere, and under a name in use.
    """
    policy.require(policy.can_keep_circles(actor, actor.own_body))
    words = " ".join(name.split())
    known = {f"{kind}:{number}" for kind, number in names_in(actor.own_body, at)}
    chosen = list(dict.fromkeys(members))
    if not words or not chosen or not set(chosen) <= known:
        raise CircleUnsound
    same = models.UnitCircle.objects.filter(body_id=actor.own_body, name=words, struck_at=None)
    if same.exists():
        raise CircleKept(name=words)
    made = models.UnitCircle.objects.create(
        body_id=actor.own_body,
        name=words,
        members=chosen,
        by=actor.name,
        by_post=actor.post,
        at=at,
    )
    audit.record(
        actor, "routing.circle.kept", f"unit_circle:{made.pk}", at=at, name=words, members=chosen
    )
    return made


@transaction.atomic
def strike_circle(*, actor: Actor, circle_id: int, at: datetime) -> None:
    """Take a circle of units out of those that are offered."""
    circle = (
        models.UnitCircle.objects.select_for_update()
        .filter(pk=circle_id, body_id=actor.own_body, struck_at=None)
        .first()
    )
    if circle is None:
        raise NotFound
    policy.require(policy.can_keep_circles(actor, circle.body_id))
    circle.struck_at, circle.struck_by = at, actor.name
    circle.save(update_fields=["struck_at", "struck_by"])
    audit.record(
        actor, "routing.circle.struck", f"unit_circle:{circle.pk}", at=at, name=circle.name
    )
