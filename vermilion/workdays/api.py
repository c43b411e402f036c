"""Working calendars for machines: read one, count by it, keep it."""

from datetime import date, time
from typing import Annotated, Any

from ninja import Field, Router, Schema, Status
from pydantic import AwareDatetime

from vermilion.directory import queries as directory
from vermilion.kernel.clock import local_day
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Day, Given, Number
from vermilion.workdays import actions, queries
from vermilion.workdays.types import Manner

router = Router()

REFUSES = {"x-refuses": True}

Hour = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", examples=["07:30"])]


class Stretch(Schema):
    """From an hour to an hour of one day, on the wall of the office."""

    begins: str
    ends: str


class SpecialDay(Schema):
    """A day that differs from its weekday."""

    day: date
    manner: str
    name: str
    hours: list[Stretch]
    announced: bool


class Calendar(Schema):
    """When a body works: the hours of each weekday, Monday first, and the days that differ."""

    body: int
    time_zone: str
    week: list[list[Stretch]]
    days: list[SpecialDay]


class Counted(Schema):
    """How much working time lies between two moments."""

    days: int = Field(description="Working days after the first day, up to and with the last.")
    minutes: int = Field(description="Minutes of work.")
    why: list[str] = Field(description="How it was counted, in sentences.")


class StretchGiven(Given):
    """From an hour to an hour of one day."""

    begins: Hour
    ends: Hour


class WeekGiven(Given):
    """The hours of seven weekdays, Monday first, from a day on."""

    week: Annotated[
        list[Annotated[list[StretchGiven], Field(max_length=6)]],
        Field(min_length=7, max_length=7),
    ]
    valid_from: date


class DayGiven(Given):
    """A day that shall differ from its weekday."""

    day: date
    manner: Manner
    name: Annotated[str, Field(min_length=1, max_length=120)]


class TimeGiven(Given):
    """In how many working days papers of a type and urgency are usually dealt with."""

    type_code: Annotated[str, Field(max_length=40)] = ""
    urgency: Annotated[int | None, Field(ge=0, le=4)] = None
    days: Annotated[int | None, Field(ge=0, le=400)] = None


@router.get(
    "/{number}/calendar",
    auth=scope("read"),
    response=Calendar,
    summary="A working calendar",
)
def calendar(request: ApiRequest, number: Number, on: Day | None = None) -> dict[str, Any]:
    """The working calendar of a body on a day; today where none is named."""
    return _calendar(request, number, on)


@router.get(
    "/{number}/counting",
    auth=scope("read"),
    response=Counted,
    summary="Count working time",
)
def counting(
    request: ApiRequest, number: Number, start: AwareDatetime, end: AwareDatetime
) -> dict[str, Any]:
    """How much working time lies between two moments in the calendar of a body."""
    found = queries.calendar_of(number, _today(request, number))
    first, last = found.local_day(start), found.local_day(end)
    if abs((last - first).days) > LONGEST:
        raise actions.TimeTooLong(most=LONGEST)
    minutes = found.working_between(start, end).total_seconds() // 60
    return {
        "days": found.days_between(first, last),
        "minutes": int(minutes),
        "why": queries.why_day(body_id=number, at=start, due_at=end),
    }


LONGEST = 3660
"""Days between two moments for which working time is counted."""


@router.post(
    "/{number}/week",
    auth=scope("work"),
    response={201: Calendar},
    summary="Set the hours of the week",
    openapi_extra=REFUSES,
)
def set_week(request: ApiRequest, number: Number, given: WeekGiven) -> Status[dict[str, Any]]:
    """Set the hours that a body and those below it keep from a day on."""
    actions.set_week(
        actor=request.actor,
        body_id=directory.body(number).pk,
        week=[
            tuple((time.fromisoformat(each.begins), time.fromisoformat(each.ends)) for each in day)
            for day in given.week
        ],
        valid_from=given.valid_from,
        at=request.now,
    )
    return Status(201, _calendar(request, number, given.valid_from))


@router.post(
    "/{number}/days",
    auth=scope("work"),
    response={201: Calendar},
    summary="Let a day differ",
    openapi_extra=REFUSES,
)
def set_day(request: ApiRequest, number: Number, given: DayGiven) -> Status[dict[str, Any]]:
    """Let a day of a body and of those below it differ from its weekday."""
    actions.set_day(
        actor=request.actor,
        body_id=directory.body(number).pk,
        day=given.day,
        manner=given.manner,
        name=given.name,
        at=request.now,
    )
    return Status(201, _calendar(request, number, None))


@router.post(
    "/{number}/usual-times",
    auth=scope("work"),
    response={201: Calendar},
    summary="Set a usual time",
    openapi_extra=REFUSES,
)
def set_usual_time(request: ApiRequest, number: Number, given: TimeGiven) -> Status[dict[str, Any]]:
    """Set in how many working days papers are usually dealt with."""
    actions.set_usual_time(
        actor=request.actor,
        body_id=directory.body(number).pk,
        type_code=given.type_code,
        urgency=given.urgency,
        days=given.days,
        at=request.now,
    )
    return Status(201, _calendar(request, number, None))


def _today(request: ApiRequest, body_id: int) -> date:
    return local_day(request.now, directory.body(body_id).time_zone)


def _calendar(request: ApiRequest, body_id: int, on: date | None) -> dict[str, Any]:
    found = queries.calendar_of(body_id, on or _today(request, body_id))
    return {
        "body": body_id,
        "time_zone": found.time_zone,
        "week": [[_stretch(begin, end) for begin, end in hours] for hours in found.week],
        "days": [
            {
                "day": day,
                "manner": special.manner,
                "name": str(special.name),
                "hours": [_stretch(begin, end) for begin, end in special.hours],
                "announced": special.announced,
            }
            for day, special in sorted(found.days.items())
        ],
    }


def _stretch(begin: time, end: time) -> dict[str, str]:
    return {"begins": f"{begin:%H:%M}", "ends": f"{end:%H:%M}"}
