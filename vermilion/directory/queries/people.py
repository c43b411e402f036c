"""People, and the posts they hold and held."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, When

from vermilion.directory import models
from vermilion.directory.queries.bodies import branch
from vermilion.directory.queries.days import holding, house_day
from vermilion.directory.types import PersonRow
from vermilion.kernel.letters import folded
from vermilion.kernel.refusals import NotFound


def person(person_id: int) -> models.Person:
    """A person. Refused when there is none."""
    found = models.Person.objects.filter(pk=person_id).first()
    if found is None:
        raise NotFound()
    return found


def lies_within(body_id: int | None, person_id: int, *, at: datetime) -> bool:
    """Whether somebody holds a post now, and every post held lies in the branch of a body."""
    seats = models.Appointment.objects.filter(holding(house_day(at)), person=person_id)
    if body_id is None:
        return False
    here = seats.filter(post__body__in=branch(body_id).order_by().values("pk"))
    return seats.exists() and here.count() == seats.count()


def people_of_branch(
    body_id: int,
    *,
    at: datetime,
    search: str = "",
    after: tuple[str, int] | None = None,
    limit: int = 50,
) -> list[PersonRow]:
    """People with a present post in a branch, once each with the main post, by given name."""
    day = house_day(at)
    bodies = branch(body_id).order_by().values("pk")
    seated = models.Appointment.objects.filter(holding(day), post__body__in=bodies)
    people = _with_main_post(day).filter(pk__in=seated.values("person"))
    for word in folded(search).split():
        people = people.filter(search_key__contains=f" {word}")
    if after is not None:
        sort_key, person_id = after
        people = people.filter(Q(sort_key__gt=sort_key) | Q(sort_key=sort_key, pk__gt=person_id))
    return _rows(people.order_by("sort_key", "pk")[:limit])


def people_found(search: str, *, at: datetime, limit: int = 20) -> list[PersonRow]:
    """Everybody with a present post whom these words may mean: by name, post or body."""
    people = _with_main_post(house_day(at)).filter(main__isnull=False)
    for word in folded(search).split():
        people = people.filter(
            Q(search_key__contains=f" {word}") | Q(main_body_key__contains=f" {word}")
        )
    return _rows(people.order_by("sort_key", "pk")[:limit])


def people_rows(person_ids: Sequence[int], *, at: datetime) -> list[PersonRow]:
    """These people with their main posts, in the order given."""
    people = _with_main_post(house_day(at)).filter(pk__in=person_ids)
    by_id = {row.person_id: row for row in _rows(people.order_by("pk"))}
    return [by_id[each] for each in person_ids if each in by_id]


def kept_in_branch(body_id: int, *, on: date, text: str = "") -> QuerySet[models.Person]:
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


def _with_main_post(day: date) -> QuerySet[Any]:
    """People with the id, title and body of their main post: the last made so, else the oldest."""
    main = (
        models.Appointment.objects.filter(holding(day), person=OuterRef("pk"))
        .annotate(became=Case(When(main_since__lte=day, then="main_since")))
        .order_by(F("became").desc(nulls_last=True), "valid_from", "pk")
    )
    return models.Person.objects.annotate(
        main=Subquery(main.values("pk")[:1]),
        main_post=Subquery(main.values("post__title")[:1]),
        main_body=Subquery(main.values("post__body__name")[:1]),
        main_body_key=Subquery(main.values("post__body__search_key")[:1]),
    )


def _rows(people: QuerySet[Any]) -> list[PersonRow]:
    values = people.values_list("pk", "full_name", "main_post", "main_body", "sort_key")
    return [
        PersonRow(person_id=pk, name=name, post=post or "", body=body or "", sort_key=sort_key)
        for pk, name, post, body, sort_key in values
    ]
