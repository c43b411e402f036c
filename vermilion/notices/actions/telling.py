"""Tell people, within the act that it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from psycopg.types.json import Jsonb

from vermilion.jobs.queue import defer
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.kernel.types import Subject
from vermilion.notices import models, queries, rules
from vermilion.notices.events import PeopleTold
from vermilion.notices.types import Channel, Happening, Recipient, Rhythm, house

Facts = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class _News:
    """What is told, without to whom."""

    kind: Happening
    about: Subject
    reason: str
    facts: Facts
    by: str
    url: str
    urgent: bool
    at: datetime


@transaction.atomic
def tell(
    *,
    actor: Actor,
    event: str,
    about: Subject,
    holders: Sequence[int],
    reason: str,
    at: datetime,
    url: str,
    urgent: bool = False,
    mail: bool = True,
    facts: Facts | None = None,
) -> list[int]:
    """Tell the holders of these appointments what came about with a paper, and why them.

    Whoever does an act is not told of it, nor is anybody whose post has ended. Each person's own
    wishes say how far the notice reaches; an urgent one goes by mail at once where `mail` lets it.
    `facts` fill the sentence and never hold anything that somebody wrote. The ids of the
    appointments that were told come back.
    """
    news = _News(house.happenings[event], about, reason, facts or {}, actor.name, url, urgent, at)
    found = house.recipients(sorted(set(holders)), at)
    people = [
        each
        for _holder, each in sorted(found.items())
        if each.in_office and (actor.person_id is None or each.person_id != actor.person_id)
    ]
    channels = _channels(people, news, mail=mail)
    told = [each for each in people if channels[each.holder_id] > Channel.NONE]
    if told:
        _write(told, channels, news)
        publish(
            PeopleTold(
                actor=actor, at=at, person_ids=tuple(sorted({each.person_id for each in told}))
            )
        )
    return [each.holder_id for each in told]


def _channels(people: Sequence[Recipient], news: _News, *, mail: bool) -> dict[int, int]:
    kind, reason = news.kind, news.reason
    chosen: Mapping[int, int] = {}
    usual: Mapping[int, int] = {}
    if people and not kind.fixed:
        chosen = queries.wishes_for(kind.name, reason, [each.person_id for each in people])
        usual = queries.usual_for(kind.name, reason, {each.body_id for each in people})
    return {
        each.holder_id: rules.reach(
            chosen=chosen.get(each.person_id),
            usual_here=usual.get(each.body_id),
            usual=kind.usual.get(reason, Channel.APP),
            fixed=kind.fixed,
            urgent=news.urgent,
            mail=mail,
        )
        for each in people
    }


def _write(told: Sequence[Recipient], channels: Mapping[int, int], news: _News) -> None:
    notices = _upsert(told, news)
    wanting = [each for each in told if channels[each.holder_id] == Channel.DIGEST]
    rhythms = queries.rhythms([each.person_id for each in wanting]) if wanting else {}
    rows = []
    for each in told:
        notice_id, muted = notices[each.holder_id]
        due = None
        if not muted or news.kind.fixed:
            due = _due(each, channels[each.holder_id], rhythms.get(each.person_id), news.at)
        rows.append(
            models.Told(
                notice_id=notice_id,
                person_id=each.person_id,
                event=news.kind.name,
                reason=news.reason,
                facts=dict(news.facts),
                by=news.by,
                urgent=news.urgent,
                at=news.at,
                mail_due_at=due,
            )
        )
    models.Told.objects.bulk_create(rows)
    if any(row.mail_due_at == news.at for row in rows):
        defer("notices.post", queue="mail")


def _due(person: Recipient, channel: int, rhythm: Rhythm | None, at: datetime) -> datetime | None:
    if channel == Channel.AT_ONCE:
        return at
    if channel < Channel.DIGEST:
        return None
    wanted = rhythm or Rhythm()
    return rules.next_digest(
        at,
        minute=wanted.minute,
        days=wanted.days,
        time_zone=person.time_zone,
        away_until=person.away_until,
    )


_UPSERT = """
INSERT INTO notices_notice AS mine (holder_id, person_id, about_kind, about_id, event, reason,
    facts, "by", url, at, unseen, urgent)
SELECT holder, person, %(kind)s, %(id)s, %(event)s, %(reason)s, %(facts)s, %(by)s, %(url)s,
    %(at)s, 1, %(urgent)s
FROM unnest(%(holders)s::bigint[], %(people)s::bigint[]) AS told (holder, person)
ORDER BY holder
ON CONFLICT (holder_id, about_kind, about_id) DO UPDATE SET
    event = EXCLUDED.event, reason = EXCLUDED.reason, facts = EXCLUDED.facts,
    "by" = EXCLUDED."by", url = EXCLUDED.url, at = greatest(mine.at, EXCLUDED.at),
    unseen = mine.unseen + CASE WHEN mine.muted_at IS NULL OR %(fixed)s THEN 1 ELSE 0 END,
    urgent = (mine.unseen > 0 AND mine.urgent) OR EXCLUDED.urgent
RETURNING holder_id, id, muted_at IS NOT NULL
"""


def _upsert(told: Sequence[Recipient], news: _News) -> dict[int, tuple[int, bool]]:
    """Bring the one row of each holder and paper up to date, in the order of the holders."""
    given: dict[str, Any] = {
        "kind": news.about.kind,
        "id": news.about.id,
        "event": news.kind.name,
        "reason": news.reason,
        "facts": Jsonb(dict(news.facts)),
        "by": news.by,
        "url": news.url,
        "at": news.at,
        "urgent": news.urgent,
        "fixed": news.kind.fixed,
        "holders": [each.holder_id for each in told],
        "people": [each.person_id for each in told],
    }
    with connection.cursor() as cursor:
        cursor.execute(_UPSERT, given)
        return {holder: (notice, muted) for holder, notice, muted in cursor.fetchall()}
