"""People, and the posts they hold and held."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from vermilion.directory import models
from vermilion.directory.queries.bodies import branch
from vermilion.directory.queries.days import holding, today_of
from vermilion.kernel.letters import folded
from vermilion.kernel.refusals import NotFound


def person(person_id: int) -> models.Person:
    """A person. Refused when there is none."""
    found = models.Person.objects.filter(pk=person_id).first()
    if found is None:
        raise NotFound()
    return found


def people_of_branch(body_id: int, *, on: date, text: str = "") -> QuerySet[models.Person]:
    """People who hold a post in a branch on a day or are kept by a body of it, by given name."""
    bodies = branch(body_id).order_by().values("pk")
    seated = models.Appointment.objects.filter(holding(on), post__body__in=bodies)
    people = models.Person.objects.filter(Q(pk__in=seated.values("person")) | Q(kept_by__in=bodies))
    for word in folded(text).split():
        people = people.filter(search_key__contains=f" {word}")
    return people.order_by("sort_key", "pk")


def appointments_of(person_id: int) -> QuerySet[models.Appointment]:
    """Every post a person holds or held, the present ones first."""
    seats = models.Appointment.objects.filter(person=person_id)
    return seats.select_related("post__body", "post__unit").order_by("-valid_from", "-pk")


def main_seats(people: Collection[int], *, at: datetime) -> dict[int, models.Appointment]:
    """The main post that each of these people holds now, with its body. One query."""
    seats = models.Appointment.objects.filter(person__in=set(people)).select_related(
        "person", "post__body"
    )
    found: dict[int, models.Appointment] = {}
    # The one that became the main one last; else the oldest.
    for seat in seats.order_by(F("main_since").desc(nulls_last=True), "valid_from", "pk"):
        today = today_of(seat.post.body.time_zone, at)
        if seat.valid_from <= today and (seat.valid_to is None or today < seat.valid_to):
            found.setdefault(seat.person_id, seat)
    return found


def delegations_of(body_id: int, *, on: date) -> QuerySet[models.Delegation]:
    """Rights given within a body that hold on a day or later, the newest first."""
    lasting = Q(valid_to=None) | Q(valid_to__gt=on)
    rows = models.Delegation.objects.filter(lasting, giver__post__body=body_id, ended_at=None)
    return rows.select_related(
        "giver__person", "giver__post", "holder__person", "holder__post"
    ).order_by("-valid_from", "-pk")


def assistants_of(body_id: int, *, on: date) -> QuerySet[models.Assistance]:
    """Who assists which leader in a body, on a day or later."""
    lasting = Q(valid_to=None) | Q(valid_to__gt=on)
    rows = models.Assistance.objects.filter(lasting, leader__post__body=body_id)
    return rows.select_related("assistant__person", "leader__person", "leader__post").order_by("pk")


def delegation(delegation_id: int) -> models.Delegation:
    """A delegation with giver and holder. Refused when there is none."""
    rows = models.Delegation.objects.select_related(
        "giver__person", "giver__post__body", "holder__person", "holder__post"
    )
    found = rows.filter(pk=delegation_id).first()
    if found is None:
        raise NotFound()
    return found


def assistance(assistance_id: int) -> models.Assistance:
    """An assistance with leader and assistant. Refused when there is none."""
    rows = models.Assistance.objects.select_related(
        "leader__person", "leader__post__body", "assistant__person"
    )
    found = rows.filter(pk=assistance_id).first()
    if found is None:
        raise NotFound()
    return found
