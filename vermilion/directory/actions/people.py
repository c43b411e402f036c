"""People are entered and appointed, and leave their posts."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.directory import models, policy
from vermilion.directory.actions import endings
from vermilion.directory.actions.bodies import NothingChanges, body_of
from vermilion.directory.actions.days import AlreadyEnded, called, first_day, must_end_after
from vermilion.directory.actions.posts import must_exist, post_of
from vermilion.kernel.actors import Actor
from vermilion.kernel.letters import person_sort_key, search_key
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.text import composed
from vermilion.kernel.verdicts import require


class HoldsPostAlready(Refused):
    message = _("%(person)s holds this post on these days already.")
    field = "post"


class BeforeThePostBegan(Refused):
    message = _("The post exists only from %(day)s on.")
    field = "on"


@transaction.atomic
def enter_person(
    *,
    actor: Actor,
    full_name: str,
    kept_by_id: int,
    at: datetime,
    email: str = "",
    telephone: str = "",
    clearance: int = 0,
) -> models.Person:
    """Somebody becomes known, kept by a body until appointed. Namesakes are different people."""
    body = body_of(kept_by_id)
    require(policy.can_administer(actor, body))
    name = called(full_name, 100)
    person = models.Person.objects.create(
        full_name=name,
        sort_key=person_sort_key(name),
        search_key=search_key(name),
        kept_by=body,
        email=composed(email),
        telephone=composed(telephone),
        clearance=clearance,
    )
    audit.record(
        actor,
        "directory.person.entered",
        f"person:{person.pk}",
        at=at,
        name=name,
        body=kept_by_id,
        clearance=clearance,
    )
    return person


@transaction.atomic
def correct_person(
    *,
    actor: Actor,
    person_id: int,
    full_name: str,
    at: datetime,
    email: str,
    telephone: str,
    clearance: int,
) -> models.Person:
    """A person's name, addresses or clearance are put right.

    Refused: no change, and raising one's own clearance.
    """
    person = person_of(person_id)
    require(policy.can_keep_person(actor, person) & policy.can_clear(actor, person, clearance))
    given = {
        "full_name": called(full_name, 100),
        "email": composed(email),
        "telephone": composed(telephone),
        "clearance": clearance,
    }
    changed = {key: value for key, value in given.items() if value != getattr(person, key)}
    if not changed:
        raise NothingChanges()

    for key, value in changed.items():
        setattr(person, key, value)
    person.sort_key = person_sort_key(person.full_name)
    person.search_key = search_key(person.full_name)
    person.save(update_fields=[*changed, "sort_key", "search_key"])

    audit.record(
        actor,
        "directory.person.corrected",
        f"person:{person.pk}",
        at=at,
        changed=sorted(changed),
        name=person.full_name,
        clearance=person.clearance,
    )
    return person


@transaction.atomic
def appoint(
    *,
    actor: Actor,
    person_id: int,
    post_id: int,
    at: datetime,
    on: date | None = None,
    until: date | None = None,
    is_main: bool | None = None,
) -> models.Appointment:
    """A person holds a post from a day on; the first one is the main one unless said otherwise.

    Other posts of the person stay as they are. Refused: a post that has ended or has not begun,
    holding the same post twice, appointing oneself.
    """
    person = person_of(person_id)
    post = post_of(post_id)
    require(policy.can_appoint(actor, post, person))
    day = first_day(on, at, post.body.time_zone)
    must_end_after(day, until)
    must_exist(post, day)
    if day < post.valid_from:
        raise BeforeThePostBegan(day=post.valid_from.isoformat())
    theirs = models.Appointment.objects.filter(_meets(day, until), person=person)
    if theirs.filter(post=post).exists():
        raise HoldsPostAlready(person=person.full_name)

    if is_main is None:
        is_main = not theirs.exists()
    if is_main:
        _no_other_main_from(day, person)
    appointment = models.Appointment.objects.create(
        person=person,
        post=post,
        main_since=day if is_main else None,
        valid_from=day,
        valid_to=until or post.valid_to,
    )

    audit.record(
        actor,
        "directory.person.appointed",
        f"appointment:{appointment.pk}",
        at=at,
        person=person_id,
        name=person.full_name,
        post=post_id,
        title=post.title,
        body=post.body_id,
        valid_from=day.isoformat(),
        valid_to=until.isoformat() if until else None,
    )
    return appointment


@transaction.atomic
def end_appointment(
    *, actor: Actor, appointment_id: int, at: datetime, on: date | None = None
) -> models.Appointment:
    """A person no longer holds a post from a day on; what was delegated through it ends as well.

    Refused when it has ended already.
    """
    appointment = appointment_of(appointment_id)
    require(policy.can_administer(actor, appointment.post.body))
    day = first_day(on, at, appointment.post.body.time_zone)
    if appointment.valid_to is not None and appointment.valid_to <= day:
        raise AlreadyEnded(name=appointment.post.title, day=appointment.valid_to.isoformat())

    endings.end_appointments(models.Appointment.objects.filter(pk=appointment_id), day)
    appointment.refresh_from_db()

    audit.record(
        actor,
        "directory.appointment.ended",
        f"appointment:{appointment.pk}",
        at=at,
        person=appointment.person_id,
        name=appointment.person.full_name,
        title=appointment.post.title,
        valid_to=day.isoformat(),
    )
    return appointment


@transaction.atomic
def make_main(
    *, actor: Actor, appointment_id: int, at: datetime, on: date | None = None
) -> models.Appointment:
    """This post is the person's main one from a day on; the one before stays held.

    Refused when it has ended, or became the main one on that very day.
    """
    appointment = appointment_of(appointment_id)
    require(policy.can_make_main(actor, appointment))
    day = max(first_day(on, at, appointment.post.body.time_zone), appointment.valid_from)
    if appointment.valid_to is not None and appointment.valid_to <= day:
        raise AlreadyEnded(name=appointment.post.title, day=appointment.valid_to.isoformat())
    if appointment.main_since == day:
        raise NothingChanges()

    _no_other_main_from(day, appointment.person)
    appointment.main_since = day
    appointment.save(update_fields=["main_since"])

    audit.record(
        actor,
        "directory.appointment.made_main",
        f"appointment:{appointment.pk}",
        at=at,
        person=appointment.person_id,
        title=appointment.post.title,
        since=day.isoformat(),
    )
    return appointment


def person_of(person_id: int) -> models.Person:
    """The person, locked, so that two appointments at once see each other."""
    person = models.Person.objects.select_for_update().filter(pk=person_id).first()
    if person is None:
        raise NotFound()
    return person


def appointment_of(appointment_id: int) -> models.Appointment:
    """The appointment with person, post and body, locked; refused when there is none."""
    appointments = models.Appointment.objects.select_for_update(of=("self", "person"))
    appointment = (
        appointments.select_related("person", "post__body", "post__unit")
        .filter(pk=appointment_id)
        .first()
    )
    if appointment is None:
        raise NotFound()
    return appointment


def _meets(day: date, until: date | None) -> Q:
    """Appointments that share a day with the days from one to another."""
    lasting = Q(valid_to=None) | Q(valid_to__gt=day)
    return lasting & Q(valid_from__lt=until) if until else lasting


def _no_other_main_from(day: date, person: models.Person) -> None:
    """Let the last word of a day count."""
    models.Appointment.objects.filter(person=person, main_since=day).update(main_since=None)
