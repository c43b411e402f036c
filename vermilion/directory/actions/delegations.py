"""Acting in another's stead: standing deputies, by order, by written authority.

The limits are those of Decree 30/2020 Art. 13: a deputy signs for the head (KT); the head of a unit
signs by order (TL) and may pass that on to a deputy; written authority (TUQ) is limited in matter
and time and goes no further.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import models, policy
from vermilion.directory.actions.days import AlreadyEnded, first_day, must_end_after
from vermilion.directory.actions.people import appointment_of
from vermilion.directory.rules import holds_on
from vermilion.directory.types import Authority
from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.text import composed
from vermilion.kernel.verdicts import require

_HEADS = (Authority.HEAD.value, Authority.COLLECTIVE.value)


class GoesNoFurther(Refused):
    message = _(
        "What is held by written authority (TUQ) goes no further "
        "(Decree 30/2020/NĐ-CP, Article 13.3)."
    )


class OnlyToDeputy(Refused):
    message = _("%(name)s is not a deputy: only a deputy signs for the head (KT).")
    field = "holder"


class OnlyByHead(Refused):
    message = _("Only the head gives this right away; the post of %(name)s is not the head's.")
    field = "giver"


class OnlyToHeadOfUnit(Refused):
    message = _("Only the head of a unit signs by order (TL); %(name)s is not.")
    field = "holder"


class OnlyWithinTheBody(Refused):
    message = _("The right is given within one body; %(name)s belongs to another.")
    field = "holder"


class BasisMissing(Refused):
    message = _("Written authority (TUQ) names the document it rests on.")
    field = "basis"


class MatterMissing(Refused):
    message = _("Written authority (TUQ) names the matter it is limited to.")
    field = "matter"


class EndMissing(Refused):
    message = _("Written authority (TUQ) is limited in time; name its last day.")
    field = "until"


class NotHeldThen(Refused):
    message = _("%(name)s does not hold the post on %(day)s.")


class StandsInAlready(Refused):
    message = _("%(name)s has this right on these days already.")
    field = "holder"


class OnlyByOrderIsPassedOn(Refused):
    message = _("Only what is held by order (TL) may be passed on, and only to a deputy.")


@transaction.atomic
def name_deputy(
    *,
    actor: Actor,
    giver_id: int,
    holder_id: int,
    at: datetime,
    matter: str = "",
    on: date | None = None,
    until: date | None = None,
) -> models.Delegation:
    """A deputy stands in for the head and signs for the head (KT), from a day on.

    Refused: a giver who is not the head, a holder who is no deputy, another body.
    """
    giver, holder = both_seats(actor, giver_id, holder_id)
    if giver.post.signs_as not in _HEADS and Duty.HEAD not in giver.post.duties:
        raise OnlyByHead(name=giver.person.full_name)
    if holder.post.signs_as != Authority.DEPUTY:
        raise OnlyToDeputy(name=holder.person.full_name)
    return _give(actor, giver, holder, Authority.DEPUTY, at=at, on=on, until=until, matter=matter)


@transaction.atomic
def delegate(
    *,
    actor: Actor,
    giver_id: int,
    holder_id: int,
    authority: Authority,
    at: datetime,
    matter: str = "",
    document_types: Sequence[str] = (),
    basis: str = "",
    on: date | None = None,
    until: date | None = None,
) -> models.Delegation:
    """The head lets another sign by order (TL) or by written authority (TUQ), from a day on.

    Refused: written authority without basis, matter or end; by order to anybody but the head of a
    unit; passing on what one holds by written authority.
    """
    if authority not in (Authority.BY_ORDER, Authority.WRITTEN):
        raise ValueError(f"{authority} is not delegated; deputies are named")
    giver, holder = both_seats(actor, giver_id, holder_id)
    if giver.post.signs_as not in _HEADS:
        _refuse_giving_on(giver, at)
        raise OnlyByHead(name=giver.person.full_name)
    if authority is Authority.BY_ORDER and Duty.HEAD not in holder.post.duties:
        raise OnlyToHeadOfUnit(name=holder.person.full_name)
    if authority is Authority.WRITTEN:
        _require_limits(basis=basis, matter=matter, until=until)
    return _give(
        actor,
        giver,
        holder,
        authority,
        at=at,
        on=on,
        until=until,
        matter=matter,
        document_types=document_types,
        basis=basis,
    )


@transaction.atomic
def pass_on(
    *,
    actor: Actor,
    delegation_id: int,
    holder_id: int,
    at: datetime,
    on: date | None = None,
    until: date | None = None,
) -> models.Delegation:
    """Whoever signs by order (TL) lets a deputy sign for them (KT), at most as long as the order.

    Refused: anything held otherwise, and a holder who is no deputy (Art. 13.4).
    """
    given = _delegation(delegation_id)
    if given.authority == Authority.WRITTEN:
        raise GoesNoFurther()
    if given.authority != Authority.BY_ORDER:
        raise OnlyByOrderIsPassedOn()
    giver, holder = both_seats(actor, given.holder_id, holder_id)
    if holder.post.signs_as != Authority.DEPUTY:
        raise OnlyToDeputy(name=holder.person.full_name)
    day = first_day(on, at, giver.post.body.time_zone)
    if given.ended_at is not None or not holds_on(given.valid_from, given.valid_to, day):
        raise NotHeldThen(name=giver.person.full_name, day=day.isoformat())
    ends = [each for each in (until, given.valid_to) if each is not None]
    return _give(
        actor,
        giver,
        holder,
        Authority.DEPUTY,
        at=at,
        on=day,
        until=min(ends) if ends else None,
        matter=given.matter,
        document_types=given.document_types,
        basis=given.basis,
        passed_on_from=given,
    )


@transaction.atomic
def end_delegation(*, actor: Actor, delegation_id: int, at: datetime) -> models.Delegation:
    """A right to act in another's stead ends at once, with whatever was passed on from it.

    An absence for which it was given goes on, and says that nobody stands in. Refused when it has
    ended.
    """
    delegation = _delegation(delegation_id)
    require(policy.can_delegate(actor, delegation.giver))
    today = local_day(at, delegation.giver.post.body.time_zone)
    if delegation.ended_at is not None:
        raise AlreadyEnded(
            name=delegation.holder.person.full_name, day=delegation.ended_at.date().isoformat()
        )
    if delegation.valid_to is not None and delegation.valid_to <= today:
        raise AlreadyEnded(
            name=delegation.holder.person.full_name, day=delegation.valid_to.isoformat()
        )

    ended = models.Delegation.objects.filter(
        Q(pk=delegation_id) | Q(passed_on_from=delegation_id), ended_at=None
    ).update(ended_at=at)
    models.Absence.objects.filter(delegation=delegation_id, ended_at=None).update(
        deputy=None, delegation=None
    )

    audit.record(
        actor,
        "directory.delegation.ended",
        f"delegation:{delegation.pk}",
        at=at,
        giver=delegation.giver.person.full_name,
        holder=delegation.holder.person.full_name,
        ended=ended,
    )
    delegation.refresh_from_db()
    return delegation


def both_seats(
    actor: Actor, giver_id: int, holder_id: int
) -> tuple[models.Appointment, models.Appointment]:
    """Giver and holder, once the actor may decide for the giver and both sit in one body."""
    giver = appointment_of(giver_id)
    require(policy.can_delegate(actor, giver))
    holder = appointment_of(holder_id)
    if giver.post.body_id != holder.post.body_id:
        raise OnlyWithinTheBody(name=holder.person.full_name)
    return giver, holder


def _require_limits(*, basis: str, matter: str, until: date | None) -> None:
    if not composed(basis):
        raise BasisMissing()
    if not composed(matter):
        raise MatterMissing()
    if until is None:
        raise EndMissing()


def _refuse_giving_on(giver: models.Appointment, at: datetime) -> None:
    """Say why, when somebody would give away what they hold by written authority alone."""
    day = local_day(at, giver.post.body.time_zone)
    written = models.Delegation.objects.filter(
        Q(valid_to=None) | Q(valid_to__gt=day),
        holder=giver,
        authority=Authority.WRITTEN,
        ended_at=None,
        valid_from__lte=day,
    )
    if written.exists():
        raise GoesNoFurther()


def _give(
    actor: Actor,
    giver: models.Appointment,
    holder: models.Appointment,
    authority: Authority,
    *,
    at: datetime,
    on: date | None,
    until: date | None,
    matter: str = "",
    document_types: Sequence[str] = (),
    basis: str = "",
    passed_on_from: models.Delegation | None = None,
) -> models.Delegation:
    day = first_day(on, at, giver.post.body.time_zone)
    must_end_after(day, until)
    must_hold_then(giver, day)
    must_hold_then(holder, day)
    _refuse_twice(giver, holder, authority, matter, day, until)
    delegation = models.Delegation.objects.create(
        giver=giver,
        holder=holder,
        authority=authority.value,
        matter=composed(matter),
        document_types=list(document_types),
        basis=composed(basis),
        passed_on_from=passed_on_from,
        valid_from=day,
        valid_to=until,
    )
    audit.record(
        actor,
        "directory.delegation.given",
        f"delegation:{delegation.pk}",
        at=at,
        giver=giver.person.full_name,
        holder=holder.person.full_name,
        authority=authority.value,
        matter=delegation.matter,
        basis=delegation.basis,
        valid_from=day.isoformat(),
        valid_to=until.isoformat() if until else None,
    )
    return delegation


def must_hold_then(appointment: models.Appointment, day: date) -> None:
    """Refuse when the post is not held on a day."""
    if not holds_on(appointment.valid_from, appointment.valid_to, day):
        raise NotHeldThen(name=appointment.person.full_name, day=day.isoformat())


def _refuse_twice(
    giver: models.Appointment,
    holder: models.Appointment,
    authority: Authority,
    matter: str,
    day: date,
    until: date | None,
) -> None:
    same = models.Delegation.objects.filter(
        Q(valid_to=None) | Q(valid_to__gt=day),
        giver=giver,
        holder=holder,
        authority=authority.value,
        matter=composed(matter),
        ended_at=None,
    )
    if until is not None:
        same = same.filter(valid_from__lt=until)
    if same.exists():
        raise StandsInAlready(name=holder.person.full_name)


def _delegation(delegation_id: int) -> models.Delegation:
    rows = models.Delegation.objects.select_for_update(of=("self",))
    delegation = (
        rows.select_related("giver__person", "giver__post__body", "holder__person")
        .filter(pk=delegation_id)
        .first()
    )
    if delegation is None:
        raise NotFound()
    return delegation
