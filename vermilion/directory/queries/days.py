"""What holds on a day."""

from datetime import date, datetime

from django.conf import settings
from django.db.models import Q

from vermilion.kernel.clock import local_day


def holding(day: date, prefix: str = "") -> Q:
    """Rows that hold on a day: from their first day on, and before their end."""
    begun = Q(**{f"{prefix}valid_from__lte": day})
    return begun & (Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gt": day}))


def house_day(at: datetime) -> date:
    """Which day it is for the installation as a whole, where no single body is asked for."""
    return local_day(at, settings.TIME_ZONE)


def today_of(time_zone: str, at: datetime) -> date:
    """Which day it is where a body sits."""
    return local_day(at, time_zone)
