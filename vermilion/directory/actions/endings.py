"""What ends when a body, a unit, a post or an appointment ends."""

from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Greatest

from vermilion.directory import models


def end_all_of_body(body: models.Body, day: date) -> dict[str, int]:
    """End the units, posts, appointments, codes and circles of a body; says how many of each."""
    posts = models.Post.objects.filter(body=body)
    units = models.Unit.objects.filter(body=body)
    return {
        **end_posts(posts, day),
        "units": end_units(units, day),
        "identifiers": end(models.Identifier.objects.filter(body=body), day),
    }


def end_units(units: QuerySet[models.Unit], day: date) -> int:
    """End units and their present states."""
    ids = list(units.values_list("pk", flat=True))
    end(models.UnitState.objects.filter(unit__in=ids), day)
    return end(models.Unit.objects.filter(pk__in=ids), day)


def end_posts(posts: QuerySet[models.Post], day: date) -> dict[str, int]:
    """End posts, and every appointment to them."""
    ids = list(posts.values_list("pk", flat=True))
    appointments = end_appointments(models.Appointment.objects.filter(post__in=ids), day)
    end(models.PostState.objects.filter(post__in=ids), day)
    return {"posts": end(models.Post.objects.filter(pk__in=ids), day), **appointments}


def end_appointments(appointments: QuerySet[models.Appointment], day: date) -> dict[str, int]:
    """End appointments, and what was given to or by them: delegations and assistance."""
    ids = list(appointments.filter(_lasting(day)).values_list("pk", flat=True))
    given_or_held = Q(giver__in=ids) | Q(holder__in=ids)
    passed_on = Q(passed_on_from__giver__in=ids) | Q(passed_on_from__holder__in=ids)
    delegations = models.Delegation.objects.filter(given_or_held | passed_on)
    assistance = models.Assistance.objects.filter(Q(assistant__in=ids) | Q(leader__in=ids))
    return {
        "appointments": end(models.Appointment.objects.filter(pk__in=ids), day),
        "delegations": end(delegations, day),
        "assistance": end(assistance, day),
    }


def end(rows: QuerySet[Any], day: date) -> int:
    """End on a day what would last longer; what has not begun by then never holds."""
    # A condition over joins cannot be updated directly.
    lasting = list(rows.filter(_lasting(day)).values_list("pk", flat=True))
    ended: int = rows.model.objects.filter(pk__in=lasting).update(
        valid_to=Greatest(F("valid_from"), day)
    )
    return ended


def _lasting(day: date) -> Q:
    return Q(valid_to=None) | Q(valid_to__gt=day)
