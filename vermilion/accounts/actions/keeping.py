"""Open, lock, unlock and close accounts."""

from collections.abc import Mapping
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.accounts import models, policy, queries, rules
from vermilion.accounts.actions.throttling import forget_tries
from vermilion.audit import actions as audit
from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor, ActorKind
from vermilion.kernel.refusals import Refused
from vermilion.kernel.verdicts import require, unless


class AccountExists(Refused):
    message = _("%(name)s has an account already: %(sign_in_name)s.")


class NameTaken(Refused):
    message = _("The name %(sign_in_name)s is taken. Choose another.")
    field = "sign_in_name"


class NotASignInName(Refused):
    message = _(
        "A sign-in name has 2 to 60 small Latin letters, digits, dots, hyphens or underscores."
    )
    field = "sign_in_name"


@transaction.atomic
def open_account(
    *, actor: Actor, person_id: int, at: datetime, sign_in_name: str = ""
) -> models.User:
    """Give a person an account, without a password: a recovery link lets the person set one.

    A person with an account, a name that is taken and a name that cannot be typed are refused.
    Without a name, the one the office would give is taken, numbered where it is not free.
    """
    require(policy.can_keep_account(actor, person_id, at=at))
    person = directory.person(person_id)
    existing = models.User.objects.filter(person=person_id).first()
    if existing is not None:
        raise AccountExists(name=person.full_name, sign_in_name=existing.sign_in_name)
    name = _wanted_name(sign_in_name) if sign_in_name else _free_name(person.full_name)

    user = models.User.objects.create(
        sign_in_name=name, person_id=person_id, password=make_password(None), opened_at=at
    )
    audit.record(
        actor, "accounts.account.opened", f"user:{user.pk}", at=at, person=person_id, name=name
    )
    return user


def _wanted_name(sign_in_name: str) -> str:
    name = sign_in_name.strip().lower()
    if not rules.is_sign_in_name(name):
        raise NotASignInName
    if models.User.objects.filter(sign_in_name=name).exists():
        raise NameTaken(sign_in_name=name)
    return name


def _free_name(full_name: str) -> str:
    wanted = rules.name_to_sign_in(full_name)
    taken = set(
        models.User.objects.filter(sign_in_name__startswith=wanted).values_list(
            "sign_in_name", flat=True
        )
    )
    return next(rules.free_names(wanted, taken))


@transaction.atomic
def open_machine_account(*, actor: Actor, sign_in_name: str, at: datetime) -> models.User:
    """Give a machine an account: it never signs in, it holds tokens. By a command alone."""
    require(
        unless(
            actor.kind is ActorKind.SYSTEM,
            _("Accounts of machines are opened on the machine itself, by a command."),
        )
    )
    name = _wanted_name(sign_in_name)
    user = models.User.objects.create(sign_in_name=name, password=make_password(None), opened_at=at)
    audit.record(actor, "accounts.machine.opened", f"user:{user.pk}", at=at, name=name)
    return user


@transaction.atomic
def open_accounts_in_bulk(
    *, actor: Actor, people: Mapping[int, str], at: datetime, names: Mapping[int, str] | None = None
) -> int:
    """Give each of these people (id and full name) an account, where there is none; say how many.

    For an installation that begins: one statement for thousands, one trace for all of them. The
    names are numbered in the order given, so that the same people get the same names; `names` has
    those that some are to sign in by.
    """
    require(
        unless(
            actor.kind is ActorKind.SYSTEM,
            _("Accounts are opened in bulk on the machine itself, by a command."),
        )
    )
    served = set(
        models.User.objects.filter(person__in=people.keys()).values_list("person_id", flat=True)
    )
    taken = set(models.User.objects.values_list("sign_in_name", flat=True))
    # One unusable password for all: it lets nobody in, and making thousands would take minutes.
    nothing = make_password(None)
    numbers: dict[str, int] = {}
    chosen = dict(names or {})
    taken |= set(chosen.values())
    fresh = []
    for person_id, full_name in people.items():
        if person_id in served:
            continue
        name = chosen.get(person_id) or _numbered(rules.name_to_sign_in(full_name), taken, numbers)
        taken.add(name)
        fresh.append(
            models.User(sign_in_name=name, person_id=person_id, password=nothing, opened_at=at)
        )
    models.User.objects.bulk_create(fresh, batch_size=2_000)
    audit.record(actor, "accounts.accounts.opened", "users:0", at=at, number=len(fresh))
    return len(fresh)


def _numbered(wanted: str, taken: set[str], numbers: dict[str, int]) -> str:
    """The next free variant; remembers where it was, since a country has hundreds of one name."""
    if wanted not in taken:
        return wanted
    number = numbers.get(wanted, 1) + 1
    while f"{wanted}{number}" in taken:
        number += 1
    numbers[wanted] = number
    return f"{wanted}{number}"


@transaction.atomic
def lock(*, actor: Actor, user_id: int, why: str, at: datetime) -> None:
    """Let nobody in by this account until it is unlocked; whoever is in is out at once."""
    user = queries.account(user_id)
    require(policy.can_keep_account(actor, user.person_id, at=at))
    models.User.objects.filter(pk=user_id, locked_at=None).update(locked_at=at, locked_why=why)
    models.Session.objects.filter(user=user_id).delete()
    audit.record(actor, "accounts.account.locked", f"user:{user_id}", at=at, why=why)


@transaction.atomic
def unlock(*, actor: Actor, user_id: int, at: datetime) -> None:
    """Open a locked account again, and forget the wrong passwords typed under its name."""
    user = queries.account(user_id)
    require(policy.can_keep_account(actor, user.person_id, at=at))
    models.User.objects.filter(pk=user_id).update(locked_at=None, locked_why="")
    forget_tries(user)
    audit.record(actor, "accounts.account.unlocked", f"user:{user_id}", at=at)


@transaction.atomic
def close_account(*, actor: Actor, user_id: int, at: datetime) -> None:
    """End an account for good: no sign-in, no session, no token, no link. Its name stays taken."""
    user = queries.account(user_id)
    require(policy.can_keep_account(actor, user.person_id, at=at))
    models.User.objects.filter(pk=user_id, closed_at=None).update(
        closed_at=at, password=make_password(None)
    )
    models.Session.objects.filter(user=user_id).delete()
    models.Token.objects.filter(user=user_id, revoked_at=None).update(revoked_at=at)
    models.Recovery.objects.filter(user=user_id, ended_at=None).update(ended_at=at)
    Authenticator.objects.filter(user=user_id).delete()
    audit.record(actor, "accounts.account.closed", f"user:{user_id}", at=at)


@transaction.atomic
def remove_second_factors(*, actor: Actor, user_id: int, at: datetime) -> None:
    """Take the second factors off the account of somebody who has lost them, and end its sessions.

    The password stays as it is: a recovery link is an act of its own, so that one lost thing
    never opens the door alone.
    """
    user = queries.account(user_id)
    require(policy.can_keep_account(actor, user.person_id, at=at))
    number, _by_kind = Authenticator.objects.filter(user=user_id).delete()
    models.Session.objects.filter(user=user_id).delete()
    audit.record(actor, "accounts.second_factors.removed", f"user:{user_id}", at=at, number=number)
