"""From which day a change holds, and how history is kept beside the present row."""

from datetime import date, datetime
from typing import Any
from zoneinfo import available_timezones

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import Refused
from vermilion.kernel.text import composed


class NotYet(Refused):
    message = _("A change is entered on its day or afterwards; %(day)s is still to come.")
    field = "on"


class EarlierThanHistory(Refused):
    message = _("The last change holds since %(day)s. What was before that stands as it was.")
    field = "on"


class AlreadyEnded(Refused):
    message = _("%(name)s has ended on %(day)s.")


class EndsBeforeItBegins(Refused):
    message = _("The end must come after the first day, %(day)s.")
    field = "until"


class NameMissing(Refused):
    message = _("A name is needed.")
    field = "name"


class NameTooLong(Refused):
    message = _("The name is longer than %(limit)s letters.")
    field = "name"


class NoSuchTimeZone(Refused):
    message = _("There is no time zone called %(name)s.")
    field = "time_zone"


def called(name: str, limit: int = 200) -> str:
    """A name as it is stored. An empty one and one that is too long are refused."""
    stored = composed(name)
    if not stored:
        raise NameMissing()
    if len(stored) > limit:
        raise NameTooLong(limit=limit)
    return stored


def known_time_zone(name: str) -> str:
    """The name of a time zone. An unknown one is refused."""
    if name not in available_timezones():
        raise NoSuchTimeZone(name=name)
    return name


def first_day(on: date | None, at: datetime, time_zone: str) -> date:
    """The day on which something new begins: the one given, else today where the body sits."""
    return on or local_day(at, time_zone)


def must_end_after(valid_from: date, until: date | None) -> None:
    """Refuse an end that does not come after the first day."""
    if until is not None and until <= valid_from:
        raise EndsBeforeItBegins(day=valid_from.isoformat())


def day_of_change(states: models.QuerySet[Any], on: date | None, today: date) -> date:
    """The day from which a change of an existing row holds.

    Without a day it is today, or the first day of what has not begun yet. Days to come and days
    before the last change are refused.
    """
    last = states.order_by("-valid_from").values_list("valid_from", flat=True).first() or today
    day = on or max(today, last)
    if day > max(today, last):
        raise NotYet(day=day.isoformat())
    if day < last:
        raise EarlierThanHistory(day=last.isoformat())
    return day


def turn_state(states: models.QuerySet[Any], on: date, **values: object) -> None:
    """End the last state on a day and begin the next; a state begun that same day is changed."""
    last = states.latest("valid_from")
    if last.valid_from == on:
        states.filter(pk=last.pk).update(**values)
        return
    end = last.valid_to
    states.filter(pk=last.pk).update(valid_to=on)
    last.pk = None
    last.valid_from, last.valid_to = on, end
    for name, value in values.items():
        setattr(last, name, value)
    last.save(force_insert=True)


def end_state(states: models.QuerySet[Any], on: date) -> None:
    """End the last state on a day."""
    last = states.latest("valid_from")
    states.filter(pk=last.pk).update(valid_to=on)


def one_at_a_time(name: str) -> None:
    """Wait until no other transaction holds this name; hold it until this one ends."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])
