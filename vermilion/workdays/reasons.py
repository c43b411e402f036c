"""Why a deadline falls on its day, in sentences."""

from collections.abc import Iterator
from datetime import date

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vermilion.web.wording import in_full
from vermilion.workdays.rules import Calendar
from vermilion.workdays.types import Limit


def of_suggestion(
    calendar: Calendar,
    *,
    today: date,
    usual: date,
    day: date,
    limit: Limit,
    type_name: str | Promise,
    urgency_name: str | Promise,
) -> Iterator[str]:
    """Where the number of days comes from, how it was counted, and what cut it short."""
    yield _usual_time(limit, str(type_name), str(urgency_name))
    yield from of_counting(calendar, first=today, last=usual)
    if day != usual:
        yield _(
            "The paper itself wants its answer earlier than that; no deadline lies behind its own."
        )


def _usual_time(limit: Limit, type_name: str, urgency_name: str) -> str:
    facts = {"count": limit.days, "what": _what(limit, type_name, urgency_name), "body": limit.body}
    if not limit.days:
        return _("%(what)s: usually dealt with on the same working day.") % facts
    if limit.body:
        return (
            ngettext(
                "%(what)s: within %(count)d working day, as %(body)s has set.",
                "%(what)s: within %(count)d working days, as %(body)s has set.",
                limit.days,
            )
            % facts
        )
    return (
        ngettext(
            "%(what)s: usually within %(count)d working day.",
            "%(what)s: usually within %(count)d working days.",
            limit.days,
        )
        % facts
    )


def _what(limit: Limit, type_name: str, urgency_name: str) -> str:
    parts = [
        type_name if limit.type_code else "",
        urgency_name if limit.urgency is not None else "",
    ]
    said = " · ".join(part for part in parts if part)
    return capfirst(said) if said else every_paper()


def every_paper() -> str:
    """What a usual time without type and urgency is for."""
    return _("Every paper")


def of_counting(calendar: Calendar, *, first: date, last: date) -> list[str]:
    """From which day it is counted, and which days do not count."""
    if last <= first:
        return []
    count = calendar.days_between(first, last)
    said = [
        ngettext(
            "From %(first)s, not counted itself, to %(last)s: %(count)d working day.",
            "From %(first)s, not counted itself, to %(last)s: %(count)d working days.",
            count,
        )
        % {"first": in_full(first), "last": in_full(last), "count": count}
    ]
    resting = calendar.resting_between(first, last)
    named = [(day, special) for day, special in resting if special is not None]
    if len(resting) > len(named):
        plain = len(resting) - len(named)
        said.append(
            ngettext(
                "%(count)d day of weekly rest does not count.",
                "%(count)d days of weekly rest do not count.",
                plain,
            )
            % {"count": plain}
        )
    said += [
        _("%(day)s does not count: %(name)s.") % {"day": in_full(day), "name": special.name}
        for day, special in named
    ]
    said += [
        _("%(day)s counts: one works on it instead of another day.") % {"day": in_full(day)}
        for day in calendar.made_up_between(first, last)
    ]
    if any(not special.announced for _day, special in named):
        said.append(_("The holidays of that year have not been announced yet and may move."))
    return said
