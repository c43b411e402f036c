"""Set passwords, and hand out the one-time links by which somebody who has none sets one."""

from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.accounts import models, policy, queries, rules
from vermilion.accounts.actions.throttling import forget_tries, key_of, spend_one
from vermilion.accounts.types import Issued, Way
from vermilion.audit import actions as audit
from vermilion.jobs.queue import defer
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import Refused
from vermilion.kernel.verdicts import require


class WeakPassword(Refused):
    message = _("%(reasons)s")
    field = "password"
    status = 422


class NoAddress(Refused):
    message = _("%(name)s has no mail address. Hand the link over on paper.")


class LinkSpent(Refused):
    message = _("This link has been used, has expired or was replaced. Ask for a new one.")
    status = 410


@transaction.atomic
def set_password(
    *, actor: Actor, user_id: int, password: str, at: datetime, staying: str | None = None
) -> None:
    """Set one's own password. Every other session of the account ends; `staying` goes on.

    A password that is short, common or close to one's own name is refused, with every reason.
    """
    user = queries.account(user_id)
    require(policy.can_use_own(actor, user))
    _keep_password(user, password)

    models.Session.objects.filter(user=user_id).exclude(session_key=staying).delete()
    audit.record(actor, "accounts.password.set", f"user:{user_id}", at=at)


def _keep_password(user: models.User, password: str) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise WeakPassword(reasons=" ".join(error.messages)) from error
    models.User.objects.filter(pk=user.pk).update(password=make_password(password))


@transaction.atomic
def issue_recovery(*, actor: Actor, user_id: int, way: Way, at: datetime) -> Issued:
    """Make a link by which the person sets a new password, once, within a day.

    The link before it ends. It is known only now: it is shown or sent and kept as a digest.
    A locked or closed account is refused.
    """
    user = queries.account(user_id)
    require(policy.can_keep_account(actor, user.person_id, at=at))
    require(policy.can_enter(user))
    models.Recovery.objects.filter(user=user_id, ended_at=None).update(ended_at=at)

    secret = rules.new_link_secret()
    recovery = models.Recovery.objects.create(
        user=user,
        digest=rules.digest(secret),
        way=way,
        issued_at=at,
        issued_by=actor.name,
        expires_at=at + rules.RECOVERY_HOLDS,
    )
    audit.record(
        actor,
        "accounts.recovery.issued",
        f"user:{user_id}",
        at=at,
        way=way,
        expires=recovery.expires_at.isoformat(),
    )
    return Issued(id=recovery.pk, secret=secret, expires_at=recovery.expires_at)


class AskedTooOften(Refused):
    message = _("Too many links were asked for from here. Try again in an hour.")
    status = 429


@transaction.atomic
def ask_recovery(*, actor: Actor, sign_in_name: str, address: str, at: datetime) -> None:
    """Somebody at the door asks for a link by mail. The same is done whoever is named.

    Whether there is such a name, whether it has an address, is found out by the job: neither the
    answer nor the time it takes tells anything at the door. Refused: more than a few an hour from
    one place; more than a few for one name are taken without a word, and nothing is sent.
    """
    require(policy.can_ask_recovery(actor))
    hour = timedelta(hours=1)
    from_here, _since = spend_one(key_of("asked from", address), at=at, within=hour)
    if from_here > rules.LINKS_AN_HOUR * 10:
        raise AskedTooOften
    key = key_of("asked for", sign_in_name.strip().lower())
    for_name, _since = spend_one(key, at=at, within=hour)
    if for_name <= rules.LINKS_AN_HOUR:
        defer("accounts.mail_recovery", queue="mail", sign_in_name=sign_in_name.strip()[:60])
    audit.record(actor, "accounts.recovery.asked", f"name:{key[:16]}", at=at)


@transaction.atomic
def mail_recovery(*, actor: Actor, user_id: int, at: datetime) -> None:
    """An administrator has a link sent to the person's address. Refused where there is none."""
    user = queries.account(user_id)
    require(policy.can_keep_account(actor, user.person_id, at=at))
    require(policy.can_enter(user))
    if user.person is None or not user.person.email:
        raise NoAddress(name=user.full_name)
    defer("accounts.mail_recovery", queue="mail", sign_in_name=user.sign_in_name)
    audit.record(actor, "accounts.recovery.sent", f"user:{user_id}", at=at)


@transaction.atomic
def redeem_recovery(*, actor: Actor, secret: str, password: str, at: datetime) -> models.User:
    """Set the password by a one-time link, spend the link, end every session of the account.

    Second factors stay: the link stands for the password alone. A spent, replaced or expired link
    and a weak password are refused; a weak password leaves the link as it was.
    """
    recovery = queries.redeemable(secret, at=at)
    if recovery is None:
        raise LinkSpent
    require(policy.can_use_own(actor, recovery.user))
    # Two browsers with one link: the second waits here and finds it spent.
    spent = models.Recovery.objects.filter(pk=recovery.pk, redeemed_at=None, ended_at=None).update(
        redeemed_at=at, ended_at=at
    )
    if not spent:
        raise LinkSpent
    _keep_password(recovery.user, password)
    models.Session.objects.filter(user=recovery.user_id).delete()
    forget_tries(recovery.user)
    audit.record(
        actor,
        "accounts.recovery.redeemed",
        f"user:{recovery.user_id}",
        at=at,
        way=recovery.way,
        issued_by=recovery.issued_by,
    )
    return recovery.user
