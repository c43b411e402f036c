"""What people do with their notices: see them, mute a paper."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction

from vermilion.audit import actions as audit
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import NotFound
from vermilion.kernel.types import Subject
from vermilion.notices import models, policy
from vermilion.notices.events import NoticesSeen

_SEE = """
UPDATE notices_notice SET unseen = 0, urgent = false, seen_at = %(at)s
WHERE person_id = %(person)s AND unseen > 0 AND at <= %(at)s {narrowed}
RETURNING holder_id, about_kind, about_id
"""


@transaction.atomic
def see(*, actor: Actor, notice_ids: Sequence[int], at: datetime) -> int:
    """Mark notices of one's own as seen; says how many were new. Those of others are left alone."""
    policy.require(policy.can_keep_own(actor))
    return _see(actor, at, "AND id = ANY(%(ids)s)", ids=list(notice_ids))


@transaction.atomic
def see_about(*, actor: Actor, about: Subject, at: datetime) -> int:
    """Mark as seen whatever one was told of a paper, in any post: one has it before one."""
    policy.require(policy.can_keep_own(actor))
    narrowed = "AND about_kind = %(kind)s AND about_id = %(id)s"
    return _see(actor, at, narrowed, kind=about.kind, id=about.id)


@transaction.atomic
def see_all(*, actor: Actor, at: datetime) -> int:
    """Mark everything as seen that one was told until now."""
    policy.require(policy.can_keep_own(actor))
    return _see(actor, at, "")


@transaction.atomic
def mute(*, actor: Actor, notice_id: int, at: datetime) -> models.Notice:
    """Be told no more of a paper in this post, but for alarms. Refused for another's notice."""
    policy.require(policy.can_keep_own(actor))
    notice = _own(actor, notice_id)
    notice.muted_at, notice.unseen, notice.seen_at = at, 0, at
    notice.save(update_fields=["muted_at", "unseen", "seen_at"])
    models.Told.objects.filter(
        notice_id=notice.pk, letter_id=None, mail_due_at__isnull=False
    ).update(letter_id=0)
    audit.record(
        actor,
        "notices.paper.muted",
        f"{notice.about_kind}:{notice.about_id}",
        at=at,
        paper=_of(notice),
    )
    return notice


@transaction.atomic
def unmute(*, actor: Actor, notice_id: int, at: datetime) -> models.Notice:
    """Be told of a muted paper again, from now on."""
    policy.require(policy.can_keep_own(actor))
    notice = _own(actor, notice_id)
    notice.muted_at = None
    notice.save(update_fields=["muted_at"])
    audit.record(
        actor,
        "notices.paper.unmuted",
        f"{notice.about_kind}:{notice.about_id}",
        at=at,
        paper=_of(notice),
    )
    return notice


def _own(actor: Actor, notice_id: int) -> models.Notice:
    mine = models.Notice.objects.select_for_update().filter(person_id=actor.person_id or 0)
    found = mine.filter(pk=notice_id).first()
    if found is None:
        raise NotFound
    return found


def _of(notice: models.Notice) -> str:
    return f"{notice.about_kind}:{notice.about_id}"


def _see(actor: Actor, at: datetime, narrowed: str, **given: str | int | list[int]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            _SEE.format(narrowed=narrowed), {"person": actor.person_id, "at": at, **given}
        )
        rows = cursor.fetchall()
    if rows:
        publish(
            NoticesSeen(
                actor=actor,
                at=at,
                person_id=actor.person_id or 0,
                holder_ids=tuple(sorted({holder for holder, _kind, _id in rows})),
                abouts=tuple(sorted({f"{kind}:{key}" for _holder, kind, key in rows})),
            )
        )
    return len(rows)
