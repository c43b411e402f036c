"""What notices ask of the house: who somebody is, and what a paper may be called."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from vermilion.accounts import queries as accounts
from vermilion.directory import queries as directory
from vermilion.followup import queries as followup
from vermilion.followup import types as followup_types
from vermilion.insight import queries as insight
from vermilion.insight import types as insight_types
from vermilion.kernel.actors import Actor
from vermilion.kernel.clock import local_day
from vermilion.notices import types as notices
from vermilion.notices.types import Addressee, Recipient
from vermilion.support import queries as support
from vermilion.support import types as support_types


def connect() -> None:
    """Tell the toolkit what may be told and whom to ask, once, when the installation starts."""
    notices.connect(
        happenings=[
            *followup_types.HAPPENINGS,
            *support_types.HAPPENINGS,
            *insight_types.HAPPENINGS,
        ],
        reasons=[*followup_types.REASONS, *support_types.REASONS],
        papers={
            "document": followup.papers_called,
            "arrival": followup.arrivals_called,
            "turn": followup.turns_called,
            "problem": support.problems_called,
            "week": insight.weeks_called,
        },
        recipients=recipients,
        addressees=addressees,
        lineage=lineage,
    )


def recipients(holders: Sequence[int], at: datetime) -> Mapping[int, Recipient]:
    """Whoever holds these appointments, and until when they are away. Two queries."""
    found = {}
    away = directory.away_on(holders, local_day(at, settings.TIME_ZONE))
    for pk, seat in directory.seats_of(holders).items():
        body = seat.post.body
        today = local_day(at, body.time_zone)
        found[pk] = Recipient(
            holder_id=pk,
            person_id=seat.person_id,
            body_id=body.pk,
            post=seat.post.title,
            body=body.short_name or body.name,
            time_zone=body.time_zone,
            away_until=_back(away[pk].last_day, body.time_zone) if pk in away else None,
            in_office=seat.valid_from <= today and (seat.valid_to is None or today < seat.valid_to),
        )
    return found


def addressees(people: Sequence[int], at: datetime) -> Mapping[int, Addressee]:
    """These people as mail needs them: those whose account is shut get none. Two queries."""
    languages = accounts.languages_of(people)
    found = {}
    for person_id, seat in directory.main_seats(people, at=at).items():
        language = languages.get(person_id, "")
        found[person_id] = Addressee(
            person_id=person_id,
            body_id=seat.post.body_id,
            name=seat.person.full_name,
            address="" if language is None else seat.person.email,
            language=language or settings.LANGUAGE_CODE,
            time_zone=seat.post.body.time_zone,
        )
    return found


def _back(last_day: date, time_zone: str) -> datetime:
    """The moment from which somebody who was away until the end of a day is back."""
    return datetime.combine(last_day + timedelta(days=1), time(), ZoneInfo(time_zone))


def lineage(body_id: int) -> Sequence[int]:
    """A body and those above it, the nearest first."""
    return [body_id, *(each.id for each in reversed(directory.ancestors(body_id)))]


def clerks_beside(actor: Actor, at: datetime) -> list[str]:
    """The clerks of the actor's own body, whom one asks first."""
    seats = directory.clerks_of(actor.own_body, at)[:3]
    return [f"{seat.person.full_name}, {seat.post.title}" for seat in seats]
