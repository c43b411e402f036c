"""Letters: written when they are due, sent by one sender at a time, tried again, given up."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import groupby

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.jobs.queue import defer
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.notices import models, policy, rules
from vermilion.notices.types import Parcel, house

BATCH = 2000
"""Happenings put into letters by one transaction."""

STALE = timedelta(days=2)
"""What could not leave for so long after it was due is no news any more, and does not leave."""


class NotGivenUp(Refused):
    message = _("This letter has not been given up.")


@transaction.atomic
def write_letters(*, actor: Actor, at: datetime) -> int:
    """Put what is due into one letter for each person; says how many happenings were looked at.

    What somebody has seen meanwhile, and what is to leave for somebody without an address, goes
    into no letter. Each happening is looked at once, also by several writers at a time.
    """
    policy.require(policy.can_send(actor))
    due = (
        models.Told.objects.select_for_update(skip_locked=True)
        .filter(letter_id=None, mail_due_at__lte=at)
        .order_by("mail_due_at", "person_id", "id")[:BATCH]
    )
    rows = sorted(due, key=lambda row: (row.person_id, row.at, row.pk))
    looked_at = models.Notice.objects.filter(pk__in={row.notice_id for row in rows})
    seen = {each.pk: each.seen_at for each in looked_at if each.seen_at is not None}
    addressees = house.addressees(sorted({row.person_id for row in rows}), at)
    for person_id, every in groupby(rows, key=lambda row: row.person_id):
        told = list(every)
        news = [
            row
            for row in told
            if (row.mail_due_at or at) > at - STALE
            and not (row.notice_id in seen and seen[row.notice_id] >= row.at)
        ]
        addressee = addressees.get(person_id)
        letter_id = 0
        if news and addressee is not None and addressee.address:
            letter_id = models.Letter.objects.create(
                person_id=person_id,
                address=addressee.address,
                urgent=any(row.urgent for row in news),
                number=len(news),
                written_at=at,
                next_try_at=at,
            ).pk
        _into(news, letter_id)
        _into([row for row in told if row not in news], 0)
    return len(rows)


@transaction.atomic
def claim_letter(*, actor: Actor, at: datetime) -> models.Letter | None:
    """Take the next letter to be sent, so that nobody else sends it; None where none is due.

    The try is counted before the wire is touched. A letter whose sender was lost is taken over
    after ten minutes, and bears the same message id, by which a mail box knows a second copy.
    """
    policy.require(policy.can_send(actor))
    letter = (
        models.Letter.objects.select_for_update(skip_locked=True)
        .filter(state__in=[Parcel.WAITING, Parcel.SENDING], next_try_at__lte=at)
        .order_by("next_try_at", "id")
        .first()
    )
    if letter is None:
        return None
    letter.state = Parcel.SENDING
    letter.tries += 1
    letter.next_try_at = at + rules.LEASE
    letter.save(update_fields=["state", "tries", "next_try_at"])
    return letter


@transaction.atomic
def settle_letter(
    *, actor: Actor, letter_id: int, at: datetime, error: str = "", for_good: bool = False
) -> models.Letter:
    """Write down how the try of a letter ended: sent, to be tried again later, or given up.

    What the other side refused for good is not tried again.
    """
    policy.require(policy.can_send(actor))
    letter = models.Letter.objects.select_for_update().get(pk=letter_id)
    again = rules.next_try(letter.tries, at) if error and not for_good else None
    letter.error = error[:300]
    letter.next_try_at = again
    if not error:
        letter.state, letter.sent_at = Parcel.SENT, at
    else:
        letter.state = Parcel.FAILED if again is None else Parcel.WAITING
    letter.save(update_fields=["state", "sent_at", "next_try_at", "error"])
    return letter


@transaction.atomic
def retry_letter(*, actor: Actor, letter_id: int, at: datetime) -> models.Letter:
    """Let a letter that was given up be tried again. Refused for any other."""
    letter = models.Letter.objects.select_for_update().filter(pk=letter_id).first()
    if letter is None:
        raise NotFound
    addressee = house.addressees([letter.person_id], at).get(letter.person_id)
    policy.require(policy.can_look_after_letters(actor, addressee.body_id if addressee else None))
    if letter.state != Parcel.FAILED:
        raise NotGivenUp
    letter.address = addressee.address if addressee and addressee.address else letter.address
    letter.state, letter.tries, letter.next_try_at = Parcel.WAITING, 0, at
    letter.save(update_fields=["state", "tries", "next_try_at", "address"])
    audit.record(actor, "notices.letter.retried", f"letter:{letter.pk}", at=at)
    defer("notices.post", queue="mail")
    return letter


@transaction.atomic
def clear(*, actor: Actor, before: datetime, at: datetime) -> int:
    """Remove what is older: notices, what was told, letters sent. Muted papers stay muted.

    Called by the timetable with the days that the installation keeps notices.
    """
    policy.require(policy.can_send(actor))
    number, _each = models.Notice.objects.filter(at__lt=before, muted_at=None).delete()
    models.Told.objects.filter(at__lt=before).delete()
    models.Letter.objects.filter(written_at__lt=before).filter(
        ~Q(state__in=[Parcel.WAITING, Parcel.SENDING])
    ).delete()
    if number:
        audit.record(actor, "notices.old.cleared", "notice:0", at=at, number=number)
    return number


def _into(rows: Iterable[models.Told], letter_id: int) -> None:
    rows = list(rows)
    if rows:
        # The time narrows it to the months that hold these rows.
        models.Told.objects.filter(
            pk__in=[row.pk for row in rows],
            at__gte=min(row.at for row in rows),
            at__lte=max(row.at for row in rows),
        ).update(letter_id=letter_id)
