"""Times, shares and sizes in words, in the language of the page."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vermilion.kernel.actors import Actor
from vermilion.web.requests import ActingRequest

SOON = timedelta(days=1)
"""A deadline this close is said to be soon, while no calendar of working days says better."""

WorkingDays = Callable[[datetime, datetime], int]
"""Counts the working days from now until a deadline; negative when it has passed."""

calendars: list[Callable[[Actor, datetime], WorkingDays]] = []
"""Whose working days a page counts, by who looks. Filled by `site`; empty: all days count."""

FULL_DATE = {"vi": "l, d/m/Y", "en": "l j F Y", "hi": "l, j F Y", "ar": "l j F Y"}

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DueState:
    """A deadline in words, with the tone and the icon that go with them."""

    words: str
    tone: str
    icon: str = ""


def working_days(request: ActingRequest) -> WorkingDays | None:
    """The calendar of whoever looks, found once for a page."""
    kept = vars(request)
    if "working_days" not in kept:
        actor = kept.get("actor")
        kept["working_days"] = calendars[0](actor, request.now) if actor and calendars else None
    found: WorkingDays | None = kept["working_days"]
    return found


def due_state(
    due: datetime,
    *,
    at: datetime,
    done_at: datetime | None = None,
    done: bool = False,
    working: WorkingDays | None = None,
) -> DueState:
    """How a deadline stands: left, late by, done in time or done late; in working days if known."""
    if done_at is not None and done_at > due:
        return DueState(_("Done late"), "done", "check")
    if done or done_at is not None:
        return DueState(_("Done"), "done", "check")
    if at > due:
        late = at - due
        days = -working(at, due) if working and late >= _DAY else 0
        words = _late_by_working(days) if days else _late_by(late)
        return DueState(words, "late", "triangle-alert")
    left = due - at
    days = working(at, due) if working and left >= _HOUR else 0
    if days:
        tone = ("soon", "clock-alert") if days == 1 else ("plain",)
        return DueState(_left_working(days), *tone)
    return DueState(_left(left), *(("soon", "clock-alert") if left <= SOON else ("plain",)))


def _left(left: timedelta) -> str:
    if left < _HOUR:
        minutes = max(1, math.ceil(left / timedelta(minutes=1)))
        return ngettext("%(count)d minute left", "%(count)d minutes left", minutes) % {
            "count": minutes
        }
    if left <= _DAY:
        hours = round(left / _HOUR)
        return ngettext("%(count)d hour left", "%(count)d hours left", hours) % {"count": hours}
    days = round(left / _DAY)
    return ngettext("%(count)d day left", "%(count)d days left", days) % {"count": days}


def _left_working(days: int) -> str:
    return ngettext("%(count)d working day left", "%(count)d working days left", days) % {
        "count": days
    }


def _late_by_working(days: int) -> str:
    return ngettext("Late by %(count)d working day", "Late by %(count)d working days", days) % {
        "count": days
    }


def _late_by(late: timedelta) -> str:
    if late < _HOUR:
        minutes = max(1, math.floor(late / timedelta(minutes=1)))
        return ngettext("Late by %(count)d minute", "Late by %(count)d minutes", minutes) % {
            "count": minutes
        }
    if late < _DAY:
        hours = math.floor(late / _HOUR)
        return ngettext("Late by %(count)d hour", "Late by %(count)d hours", hours) % {
            "count": hours
        }
    days = late // _DAY
    return ngettext("Late by %(count)d day", "Late by %(count)d days", days) % {"count": days}


def moment(value: datetime | date, style: str = "") -> str:
    """A time as lists show it; `style` narrows it to "day" or "hour", or widens it to "full"."""
    if not isinstance(value, datetime):
        return formats.date_format(value, "DATE_FORMAT")
    local = timezone.localtime(value)
    if style == "full":
        return in_full(value)
    if style == "hour":
        return formats.time_format(local, "TIME_FORMAT")
    return formats.date_format(local, "DATE_FORMAT" if style == "day" else "DATETIME_FORMAT")


def in_full(value: datetime | date) -> str:
    """Weekday, day and hour, with the name of the time zone the office goes by."""
    if not isinstance(value, datetime):
        return _full_date(value)
    local = timezone.localtime(value)
    return _("%(weekday_and_date)s, %(hour)s (%(zone)s)") % {
        "weekday_and_date": _full_date(local),
        "hour": formats.time_format(local, "TIME_FORMAT"),
        "zone": _zone_name(local),
    }


def _full_date(day: date) -> str:
    return formats.date_format(day, FULL_DATE[translation.get_language() or "en"])


def _zone_name(local: datetime) -> str:
    name = local.tzname() or "UTC"
    if name == "UTC" or local.tzinfo is UTC:
        return "UTC"
    return f"UTC{name}" if name[:1] in "+-" else name


def percent(share: float) -> str:
    """A share as whole percent; never 0 for a little, never 100 for nearly all."""
    whole = round(share * 100)
    if 0 < share < 1:
        whole = min(99, max(1, whole))
    return _("%(number)s%%") % {"number": formats.number_format(whole)}


def file_size(octets: int) -> str:
    """A size in the largest unit that leaves a number of at least one."""
    if octets < 1024:
        return ngettext("%(count)d byte", "%(count)d bytes", octets) % {"count": octets}
    size = octets / 1024
    for unit in (_("%(number)s KB"), _("%(number)s MB"), _("%(number)s GB")):
        if size < 1024:
            return unit % {"number": _short(size)}
        size /= 1024
    return _("%(number)s TB") % {"number": _short(size)}


def _short(size: float) -> str:
    return formats.number_format(size, decimal_pos=1 if size < 10 and size != int(size) else 0)


def initials(name: str) -> str:
    """First letters of the last two names; of one name its first; a question mark of none."""
    names = [each for each in name.split() if each[:1].isalpha()]
    return "".join(each[0] for each in names[-2:]).upper() or "?"
