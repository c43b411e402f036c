"""Who acts: a person in one post, by that post's own right or in another's stead."""

from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vermilion.access.types import body_token, post_token, unit_token
from vermilion.directory import models
from vermilion.directory.queries.days import holding, today_of
from vermilion.directory.types import Authority, HeldPost, StandIn
from vermilion.kernel.actors import Actor, ActorKind, Duty
from vermilion.kernel.refusals import Refused
from vermilion.kernel.verdicts import ALLOWED, Verdict, refused_because


class PostNotHeld(Refused):
    message = _("This post is not held by you now.")
    status = 403


class NotInTheirStead(Refused):
    message = _("Nothing in force lets you act in the stead of %(name)s now.")
    status = 403


def actor_in(appointment_id: int, *, at: datetime, for_appointment_id: int | None = None) -> Actor:
    """The actor that an appointment makes of its holder at a time.

    An assistant also sees what is laid before the leader assisted, and gains no duty by it. In
    another's stead, the duties and the sight of that post come on top, as long as a delegation is
    in force. Refused: a post no longer held, a stead that nothing grants.
    """
    appointment = _appointment_at(appointment_id, at)
    if appointment is None:
        raise PostNotHeld()
    day = today_of(appointment.post.body.time_zone, at)
    duties = _duties(appointment)
    tokens = _tokens(appointment)
    tokens |= {post_token(leader) for leader in _leaders_assisted(appointment_id, day)}

    stead = None
    if for_appointment_id is not None:
        stead = _stead(appointment, for_appointment_id, day, at)
        duties |= _duties(stead)
        tokens |= _tokens(stead)
    post = appointment.post
    return Actor(
        kind=ActorKind.PERSON,
        name=appointment.person.full_name,
        person_id=appointment.person_id,
        appointment_id=appointment.pk,
        post=post.title,
        body_id=post.body_id,
        body=post.body.name,
        unit_id=post.unit_id,
        for_appointment_id=for_appointment_id,
        for_name=stead.person.full_name if stead else "",
        duties=frozenset(duties),
        clearance=appointment.person.clearance,
        tokens=frozenset(tokens),
        time_zone=post.body.time_zone,
    )


def posts_held_by(person_id: int, *, at: datetime) -> list[HeldPost]:
    """Every post that a person may act in now: the main one first, then the others, then steads."""
    own = [
        appointment
        for appointment in _appointments().filter(person=person_id).order_by("valid_from", "pk")
        if _holds_at(appointment, at)
    ]
    main = _main_of(own, at)
    held = [_held(each, is_main=each.pk == main) for each in own]
    held.sort(key=lambda post: not post.is_main)
    by_id = {each.pk: each for each in own}
    delegations = (
        models.Delegation.objects.filter(_in_force_at(at), holder__in=by_id)
        .select_related("giver__person", "giver__post__body", "giver__post__unit")
        .order_by("pk")
    )
    seen = set()
    for delegation in delegations:
        holder, giver = by_id[delegation.holder_id], delegation.giver
        day = today_of(holder.post.body.time_zone, at)
        pair = (holder.pk, giver.pk)
        if pair in seen or not _covers(delegation, day) or not _holds_at(giver, at):
            continue
        seen.add(pair)
        held.append(_held(holder, is_main=False, stead=giver))
    return held


def who_stands_in_for(appointment_id: int, *, at: datetime) -> list[StandIn]:
    """Who may act in the stead of an appointment at a time, standing deputies first."""
    giver = _appointments().filter(pk=appointment_id).first()
    if giver is None:
        return []
    day = today_of(giver.post.body.time_zone, at)
    delegations = (
        models.Delegation.objects.filter(_in_force_at(at), holding(day), giver=giver)
        .filter(holding(day, "holder__"))
        .select_related("holder__person", "holder__post")
    )
    found = [
        StandIn(
            delegation_id=each.pk,
            appointment_id=each.holder_id,
            person=each.holder.person.full_name,
            post=each.holder.post.title,
            authority=Authority(each.authority),
            matter=each.matter,
            document_types=tuple(each.document_types),
            valid_to=each.valid_to,
        )
        for each in delegations.order_by("pk")
    ]
    return sorted(found, key=lambda each: list(Authority).index(each.authority))


def may_act_for(
    appointment_id: int, for_appointment_id: int, *, at: datetime, document_type: str = ""
) -> Verdict:
    """Whether an appointment may act in another's stead at a time, for a type of document.

    A delegation limited to some types of documents allows those and no others.
    """
    appointment = _appointment_at(appointment_id, at)
    if appointment is None:
        return refused_because(_("The post is not held any more."))
    day = today_of(appointment.post.body.time_zone, at)
    delegations = _delegations(appointment_id, for_appointment_id, day, at)
    if not delegations:
        return refused_because(_("No delegation is in force on this day."))
    for each in delegations:
        if not document_type or not each.document_types or document_type in each.document_types:
            return ALLOWED
    return refused_because(_("The delegation does not cover documents of this type."))


def _appointments() -> QuerySet[models.Appointment]:
    return models.Appointment.objects.select_related("person", "post__body", "post__unit")


def _appointment_at(appointment_id: int, at: datetime) -> models.Appointment | None:
    appointment = _appointments().filter(pk=appointment_id).first()
    return appointment if appointment and _holds_at(appointment, at) else None


def _holds_at(appointment: models.Appointment, at: datetime) -> bool:
    return _covers(appointment, today_of(appointment.post.body.time_zone, at))


def _covers(row: models.Dated, day: date) -> bool:
    return row.valid_from <= day and (row.valid_to is None or day < row.valid_to)


def _main_of(appointments: list[models.Appointment], at: datetime) -> int | None:
    """The one that became the main one last; else the oldest, which comes first."""
    became = [
        each
        for each in appointments
        if each.main_since and each.main_since <= today_of(each.post.body.time_zone, at)
    ]
    if became:
        return max(became, key=lambda each: each.main_since or date.min).pk
    return appointments[0].pk if appointments else None


def _held(
    appointment: models.Appointment, *, is_main: bool, stead: models.Appointment | None = None
) -> HeldPost:
    post = appointment.post
    return HeldPost(
        appointment_id=appointment.pk,
        person_id=appointment.person_id,
        person=appointment.person.full_name,
        post=post.title,
        unit_id=post.unit_id,
        unit=post.unit.name if post.unit else "",
        body_id=post.body_id,
        body=post.body.name,
        is_main=is_main,
        duties=frozenset(_duties(appointment) | (_duties(stead) if stead else set())),
        signs_as=post.signs_as,
        for_appointment_id=stead.pk if stead else None,
        for_name=stead.person.full_name if stead else "",
    )


def _duties(appointment: models.Appointment) -> set[Duty]:
    return {Duty(word) for word in appointment.post.duties}


def _tokens(appointment: models.Appointment) -> set[str]:
    post = appointment.post
    tokens = {post_token(appointment.pk), body_token(post.body_id)}
    if post.unit_id is not None:
        tokens.add(unit_token(post.unit_id))
    return tokens | {body_token(post.body_id, duty) for duty in post.duties}


def _leaders_assisted(appointment_id: int, day: date) -> list[int]:
    rows = models.Assistance.objects.filter(
        holding(day), holding(day, "leader__"), assistant=appointment_id
    )
    return list(rows.order_by("pk").values_list("leader_id", flat=True))


def _stead(
    appointment: models.Appointment, for_appointment_id: int, day: date, at: datetime
) -> models.Appointment:
    stead = _appointments().filter(pk=for_appointment_id).first()
    granted = _delegations(appointment.pk, for_appointment_id, day, at)
    if stead is None or not granted or not _holds_at(stead, at):
        raise NotInTheirStead(name=stead.person.full_name if stead else "?")
    return stead


def _delegations(holder_id: int, giver_id: int, day: date, at: datetime) -> list[models.Delegation]:
    rows = models.Delegation.objects.filter(
        _in_force_at(at), holding(day), holder=holder_id, giver=giver_id
    )
    return list(rows.order_by("pk"))


def _in_force_at(at: datetime) -> Q:
    return Q(ended_at=None) | Q(ended_at__gt=at)
