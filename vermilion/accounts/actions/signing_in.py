"""Come in, go out, choose in which post to act. Tries that fail are counted and recorded."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from vermilion.accounts import models, policy, queries, rules
from vermilion.accounts.actions import throttling
from vermilion.accounts.types import Entrance, Method, Whence
from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.jobs.queue import defer
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.verdicts import require
from vermilion.web.preferences import Preferences

SEEN_EVERY = timedelta(minutes=1)
"""How exactly the last use of a session, a device or a token is kept."""


class DoorShut(Refused):
    """Too many wrong passwords under a name or from a place: nobody gets in for some minutes."""

    status = 429

    def __str__(self) -> str:
        minutes = int(str(self.facts["minutes"]))
        return ngettext(
            "Too many wrong passwords. Try again in %(minutes)d minute, or ask your administrator "
            "for a one-time link.",
            "Too many wrong passwords. Try again in %(minutes)d minutes, or ask your administrator "
            "for a one-time link.",
            minutes,
        ) % {"minutes": minutes}


class NotInForce(Refused):
    message = _("This post, or the right to act for it, has ended. Choose another.")


@transaction.atomic
def count_try(
    *, actor: Actor, sign_in_name: str, device_secret: str, address: str, at: datetime
) -> None:
    """Count a password about to be checked. While the door is shut, refuse it unchecked.

    Names that nobody has are counted like those that somebody has.
    """
    require(policy.can_try(actor))
    device = throttling.known_device(sign_in_name, device_secret)
    keys = [throttling.name_key(sign_in_name, device), throttling.place_key(address)]
    until = queries.shut_until(keys, at=at)
    if until is not None:
        raise DoorShut(minutes=rules.minutes_left(until, at))
    by_name = throttling.count(keys[0], at=at, allowed=rules.TRIES)
    throttling.count(keys[1], at=at, allowed=rules.TRIES_OF_A_PLACE)
    if by_name.shut_until is not None and by_name.count == rules.TRIES:
        audit.record(
            actor, "accounts.door.shut", f"name:{keys[0][:16]}", at=at, tries=by_name.count
        )


@transaction.atomic
def fail(*, actor: Actor, sign_in_name: str, whence: Whence, at: datetime) -> None:
    """Record a try that failed: which account, from where; never what was typed."""
    require(policy.can_try(actor))
    user = queries.account_named(sign_in_name)
    # A name that nobody has may be a password typed in the wrong place: only its key is kept.
    subject = f"user:{user.pk}" if user else f"name:{throttling.name_key(sign_in_name)[:16]}"
    audit.record(
        actor,
        "accounts.session.refused",
        subject,
        at=at,
        method=whence.method,
        address=whence.address,
    )


@transaction.atomic
def sign_in(
    *, actor: Actor, user_id: int, whence: Whence, device_secret: str, at: datetime
) -> Entrance:
    """Record that somebody has come in, and from which device; a device never seen is noted.

    The tries before are forgotten. A locked or closed account is refused.
    """
    user = queries.account(user_id)
    require(policy.can_use_own(actor, user) & policy.can_enter(user))
    device = throttling.known_device(user.sign_in_name, device_secret)
    failures = throttling.reopen(throttling.name_key(user.sign_in_name, device))
    if whence.address and whence.method is Method.PASSWORD:
        throttling.take_back(throttling.place_key(whence.address))
    is_new = _note_device(user, rules.digest(device_secret), whence.agent, at=at)

    audit.record(
        actor,
        "accounts.session.began",
        f"user:{user_id}",
        at=at,
        method=whence.method,
        second_factor=whence.second_factor,
        address=whence.address,
        new_device=is_new,
    )
    if is_new:
        defer("accounts.mail_new_device", queue="mail", user_id=user_id, agent=whence.agent)
    # The password that let in was counted as a try before it was checked.
    counted = 1 if whence.method is Method.PASSWORD else 0
    return Entrance(device_is_new=is_new, failures_before=max(0, failures - counted))


def _note_device(user: models.User, digest: str, agent: str, *, at: datetime) -> bool:
    """Remember the device. New is what an account that knows devices has never seen."""
    knows_any = models.Device.objects.filter(user=user).exists()
    _device, created = models.Device.objects.update_or_create(
        user=user,
        digest=digest,
        defaults={"agent": agent, "last_seen_at": at},
        create_defaults={"agent": agent, "first_seen_at": at, "last_seen_at": at},
    )
    return created and knows_any


@transaction.atomic
def prove(*, actor: Actor, user_id: int, device_secret: str, address: str, at: datetime) -> None:
    """Record that somebody signed in has proved it once more; the try counted is taken back."""
    user = queries.account(user_id)
    require(policy.can_use_own(actor, user))
    device = throttling.known_device(user.sign_in_name, device_secret)
    throttling.take_back(throttling.name_key(user.sign_in_name, device))
    throttling.take_back(throttling.place_key(address))
    audit.record(actor, "accounts.session.proven", f"user:{user_id}", at=at)


@transaction.atomic
def sign_out(*, actor: Actor, user_id: int, at: datetime) -> None:
    """Record that somebody has left."""
    require(policy.can_use_own(actor, queries.account(user_id)))
    audit.record(actor, "accounts.session.ended", f"user:{user_id}", at=at, by="oneself")


@transaction.atomic
def end_session(*, actor: Actor, user_id: int, name: str, at: datetime) -> None:
    """End one session, here or elsewhere: its next request finds nobody signed in."""
    user = queries.account(user_id)
    require(policy.can_end_session(actor, user, at=at))
    keys = models.Session.objects.filter(user=user_id).values_list("session_key", flat=True)
    key = next((key for key in keys if rules.session_name(key) == name), None)
    if key is None:
        raise NotFound
    models.Session.objects.filter(session_key=key).delete()
    audit.record(actor, "accounts.session.ended", f"user:{user_id}", at=at, session=name)


@transaction.atomic
def end_other_sessions(*, actor: Actor, user_id: int, staying: str | None, at: datetime) -> int:
    """End every session of an account but the one that stays; says how many ended."""
    user = queries.account(user_id)
    require(policy.can_end_session(actor, user, at=at))
    sessions = models.Session.objects.filter(user=user_id).exclude(session_key=staying)
    number, _by_kind = sessions.delete()
    audit.record(actor, "accounts.sessions.ended", f"user:{user_id}", at=at, number=number)
    return number


@transaction.atomic
def choose_post(
    *,
    actor: Actor,
    user_id: int,
    appointment_id: int,
    for_appointment_id: int | None,
    at: datetime,
) -> Actor:
    """Act in another of one's posts from now on, or for somebody whose right one holds.

    A post that is not one's own now, and a delegation that does not hold, are refused.
    """
    user = queries.account(user_id)
    require(policy.can_use_own(actor, user))
    try:
        chosen = directory.actor_in(appointment_id, at=at, for_appointment_id=for_appointment_id)
    except (directory.PostNotHeld, directory.NotInTheirStead):
        raise NotInForce from None
    if chosen.person_id != user.person_id:
        raise NotInForce
    audit.record(
        chosen,
        "accounts.post.chosen",
        f"appointment:{appointment_id}",
        at=at,
        stands_in_for=for_appointment_id,
    )
    return chosen


@transaction.atomic
def keep_preferences(*, actor: Actor, user_id: int, preferences: Preferences, at: datetime) -> None:
    """Remember with the person what was chosen: language, light, density."""
    user = queries.account(user_id)
    require(policy.can_use_own(actor, user))
    models.User.objects.filter(pk=user_id).update(
        language=preferences.language, theme=preferences.theme, density=preferences.density
    )
    audit.record(
        actor, "accounts.preferences.kept", f"user:{user_id}", at=at, language=preferences.language
    )


@transaction.atomic
def second_factor_added(*, actor: Actor, user_id: int, kind: str, at: datetime) -> None:
    """Record that a passkey, one-time codes or recovery codes were set up."""
    require(policy.can_use_own(actor, queries.account(user_id)))
    audit.record(actor, "accounts.second_factor.added", f"user:{user_id}", at=at, kind=kind)


@transaction.atomic
def second_factor_removed(*, actor: Actor, user_id: int, kind: str, at: datetime) -> None:
    """Record that a passkey, one-time codes or recovery codes were taken away."""
    require(policy.can_use_own(actor, queries.account(user_id)))
    audit.record(actor, "accounts.second_factor.removed", f"user:{user_id}", at=at, kind=kind)


@transaction.atomic
def tidy(*, actor: Actor, at: datetime) -> int:
    """Remove sessions, counters and cached values whose time is over; says how many rows."""
    require(policy.can_tidy(actor))
    rows = (
        models.Session.objects.filter(expire_date__lt=at),
        models.Throttle.objects.filter(since__lt=at - rules.FORGOTTEN_AFTER * 2),
        models.CacheRow.objects.filter(expires__lt=at),
    )
    number = sum(each.delete()[0] for each in rows)
    audit.record(actor, "accounts.tidied", "accounts:0", at=at, number=number)
    return number
