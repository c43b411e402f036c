"""Keys for machines: issued once, kept as digests, counted, revoked."""

from collections.abc import Collection
from datetime import datetime, timedelta
from math import ceil

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vermilion.accounts import models, policy, queries, rules
from vermilion.accounts.actions import throttling
from vermilion.accounts.actions.signing_in import SEEN_EVERY, NotInForce
from vermilion.accounts.types import Issued, Scope
from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.verdicts import require


class TokenNameTaken(Refused):
    message = _("There is a token named %(name)s already. Revoke it, or choose another name.")
    field = "name"


class TokenExpiry(Refused):
    message = _("A token ends on a day between tomorrow and %(days)d days from now.")
    field = "days"


class TooManyCalls(Refused):
    """The fact `seconds` says how long to wait; the API tells it as `Retry-After`."""

    message = _("This token made too many requests within a minute. Wait %(seconds)d seconds.")
    status = 429


class NoScope(Refused):
    message = _("Choose at least one thing that the token may do.")
    field = "scopes"


@transaction.atomic
def issue_token(
    *,
    actor: Actor,
    user_id: int,
    appointment_id: int,
    name: str,
    scopes: Collection[Scope],
    expires_at: datetime,
    at: datetime,
) -> Issued:
    """Make a key that acts in one post, within scopes, until a day. It is known only now.

    Refused: a name in force, no scope, an end that is past or too far, a post of somebody else.
    """
    user = queries.account(user_id)
    require(policy.can_issue_token(actor, user))
    if not scopes:
        raise NoScope
    if not at < expires_at <= at + rules.LONGEST_TOKEN:
        raise TokenExpiry(days=rules.LONGEST_TOKEN.days)
    if models.Token.objects.filter(user=user, name=name, revoked_at=None).exists():
        raise TokenNameTaken(name=name)
    _require_post(user, appointment_id, at=at)

    secret = rules.new_token()
    token = models.Token.objects.create(
        user=user,
        name=name,
        appointment_id=appointment_id,
        digest=rules.digest(secret),
        hint=secret[-4:],
        scopes=sorted(scopes),
        issued_at=at,
        expires_at=expires_at,
    )
    audit.record(
        actor,
        "accounts.token.issued",
        f"token:{token.pk}",
        at=at,
        name=name,
        user=user_id,
        appointment=appointment_id,
        scopes=[str(scope) for scope in sorted(scopes)],
        expires=expires_at.isoformat(),
    )
    return Issued(id=token.pk, secret=secret, expires_at=expires_at)


def _require_post(user: models.User, appointment_id: int, *, at: datetime) -> None:
    """A person's token acts in a post of that person; a machine's in whichever it was given."""
    try:
        acting = directory.actor_in(appointment_id, at=at)
    except (directory.PostNotHeld, directory.NotInTheirStead):
        raise NotInForce from None
    if user.person_id is not None and acting.person_id != user.person_id:
        raise NotInForce


@transaction.atomic
def revoke_token(*, actor: Actor, token_id: int, at: datetime) -> None:
    """End a token: its next request is refused. Revoking it twice changes nothing."""
    token = models.Token.objects.select_related("user").filter(pk=token_id).first()
    if token is None:
        raise NotFound
    require(policy.can_revoke_token(actor, token, at=at))
    models.Token.objects.filter(pk=token_id, revoked_at=None).update(revoked_at=at)
    audit.record(actor, "accounts.token.revoked", f"token:{token_id}", at=at, name=token.name)


def spend(*, secret: str, at: datetime) -> None:
    """Count one request of a token; refuse it when there were too many within the minute.

    Not an act: nobody is asked about it later, so that it asks no policy and leaves no trace.
    """
    digest = rules.digest(secret)
    window = timedelta(minutes=1)
    counted, since = throttling.spend_one(digest, at=at, within=window)
    if counted > rules.CALLS_A_MINUTE:
        raise TooManyCalls(seconds=max(1, ceil((since + window - at).total_seconds())))
    models.Token.objects.filter(
        Q(last_used_at=None) | Q(last_used_at__lt=at - SEEN_EVERY), digest=digest
    ).update(last_used_at=at)
