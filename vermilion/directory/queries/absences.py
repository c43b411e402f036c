"""Who is away, until when, and who stands in."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import QuerySet

from vermilion.directory import models
from vermilion.directory.queries.days import today_of
from vermilion.directory.types import Away


def absences_in(body_id: int, *, at: datetime) -> list[models.Absence]:
    """The absences in a body that go on or are still to come, the earliest first."""
    zone = models.Body.objects.values_list("time_zone", flat=True).get(pk=body_id)
    return list(
        _absences()
        .filter(appointment__post__body=body_id, valid_to__gt=today_of(zone, at))
        .order_by("valid_from", "pk")
    )


def away_between(appointment_ids: Collection[int], first: date, last: date) -> dict[int, Away]:
    """Who of these is away on a day of a span, by appointment: the earliest absence.

    One short query; a second one where somebody is away, which is seldom.
    """
    then = models.Absence.objects.filter(
        appointment__in=set(appointment_ids),
        valid_from__lte=last,
        valid_to__gt=first,
        ended_at=None,
    )
    found = list(then.order_by().values_list("pk", flat=True))
    if not found:
        return {}
    rows = _absences().filter(pk__in=found).order_by("-valid_from", "-pk")
    return {row.appointment_id: _away(row) for row in rows}


def away_on(appointment_ids: Collection[int], day: date) -> dict[int, Away]:
    """Who of these is away on a day, by appointment."""
    return away_between(appointment_ids, day, day)


def absence(absence_id: int) -> models.Absence | None:
    """One absence, with who is away and who stands in."""
    return _absences(with_ended=True).filter(pk=absence_id).first()


def stands_in_now(appointment_id: int, day: date) -> list[Away]:
    """For whom somebody stands in on a day, because they are away."""
    rows = _absences().filter(deputy=appointment_id, valid_from__lte=day, valid_to__gt=day)
    return [_away(row) for row in rows.order_by("valid_from", "pk")]


def _absences(*, with_ended: bool = False) -> QuerySet[models.Absence]:
    rows = models.Absence.objects.select_related(
        "appointment__person", "appointment__post__body", "deputy__person", "deputy__post"
    )
    return rows if with_ended else rows.filter(ended_at=None)


def _away(row: models.Absence) -> Away:
    return Away(
        absence_id=row.pk,
        appointment_id=row.appointment_id,
        name=row.appointment.person.full_name,
        post=row.appointment.post.title,
        first_day=row.valid_from,
        last_day=row.last_day,
        deputy_id=row.deputy_id,
        deputy=row.deputy.person.full_name if row.deputy else "",
        note=row.note,
    )
