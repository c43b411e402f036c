"""Everything read about accounts: who holds one, how it stands, in which post one acts."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from vermilion.accounts import models, rules
from vermilion.accounts.types import (
    AccountRow,
    DeviceRow,
    Method,
    PersonToBe,
    PostChoice,
    Scope,
    State,
    TokenRow,
)
from vermilion.directory import queries as directory
from vermilion.directory.types import HeldPost
from vermilion.kernel.actors import Actor, ActorKind
from vermilion.kernel.letters import folded
from vermilion.kernel.refusals import NotFound


def holder(user: models.User, *, body_id: int | None = None) -> Actor:
    """Whoever holds an account, in no post: signs in and out, sets a password, and no more."""
    return Actor(
        kind=ActorKind.PERSON, name=user.full_name, person_id=user.person_id, body_id=body_id
    )


def account(user_id: int) -> models.User:
    """An account by its id, with its person."""
    found = models.User.objects.select_related("person").filter(pk=user_id).first()
    if found is None:
        raise NotFound
    return found


def account_named(sign_in_name: str) -> models.User | None:
    """The account with this sign-in name, in whatever case it is typed."""
    name = sign_in_name.strip().lower()
    return models.User.objects.select_related("person").filter(sign_in_name=name).first()


def account_of(person_id: int) -> models.User | None:
    """The account of a person, if there is one."""
    return models.User.objects.select_related("person").filter(person=person_id).first()


def languages_of(people: Collection[int]) -> dict[int, str | None]:
    """In which language these people use the house (empty: none chosen); None: locked or closed."""
    users = models.User.objects.filter(person__in=set(people)).order_by("pk")
    return {
        user.person_id: user.language if user.is_active else None
        for user in users
        if user.person_id is not None
    }


def has_second_factor(user_id: int) -> bool:
    """Whether a second factor or a passkey is set up."""
    return _second_factors().filter(user=user_id).exists()


def _second_factors() -> QuerySet[Authenticator]:
    found: QuerySet[Authenticator] = Authenticator.objects.exclude(
        type=Authenticator.Type.RECOVERY_CODES
    )
    return found


def number_of_passkeys(user_id: int) -> int:
    """How many passkeys an account has."""
    return _second_factors().filter(user=user_id, type=Authenticator.Type.WEBAUTHN).count()


def actor_in_session(
    user: models.User, *, chosen: int | None, chosen_for: int | None, at: datetime
) -> Actor | None:
    """The actor of a request: in the post chosen, for whom chosen, as far as that still holds.

    What has ended meanwhile is not acted in: a delegation that ended leaves one's own post, a post
    that ended leaves the main one. None when no post is left.
    """
    if user.person_id is None:
        return None
    if chosen is not None:
        for for_id in dict.fromkeys((chosen_for, None)):
            actor = _actor(chosen, for_id, at=at)
            if actor is not None and actor.person_id == user.person_id:
                return actor
    posts = directory.posts_held_by(user.person_id, at=at)
    return _actor(posts[0].appointment_id, None, at=at) if posts else None


def _actor(appointment_id: int, for_id: int | None, *, at: datetime) -> Actor | None:
    try:
        return directory.actor_in(appointment_id, at=at, for_appointment_id=for_id)
    except (directory.PostNotHeld, directory.NotInTheirStead):
        return None


def post_choices(actor: Actor, *, at: datetime) -> list[PostChoice]:
    """The post switch: one's posts, the main one first, then those one may act for."""
    if actor.person_id is None:
        return []
    return [
        PostChoice(
            appointment_id=held.appointment_id,
            for_appointment_id=held.for_appointment_id,
            title=held.post,
            place=held.unit or held.body,
            body=held.body,
            for_name=held.for_name,
            chosen=(actor.appointment_id, actor.for_appointment_id)
            == (held.appointment_id, held.for_appointment_id),
        )
        for held in directory.posts_held_by(actor.person_id, at=at)
    ]


def devices_of(
    user_id: int, *, current_key: str | None, live_since: datetime, at: datetime
) -> list[DeviceRow]:
    """Where an account is signed in now: this session first, then the latest used."""
    sessions = models.Session.objects.filter(
        user=user_id, expire_date__gt=at, seen_at__gt=live_since
    ).order_by("-seen_at", "session_key")
    rows = [
        DeviceRow(
            id=rules.session_name(session.session_key),
            browser=rules.device_parts(session.agent)[0],
            system=rules.device_parts(session.agent)[1],
            address=session.address or "",
            method=Method(session.method).label if session.method else "",
            began_at=session.began_at,
            seen_at=session.seen_at,
            is_this_one=session.session_key == current_key,
        )
        for session in sessions
    ]
    return sorted(rows, key=lambda row: not row.is_this_one)


def living_sessions(keys: Collection[str], *, live_since: datetime, at: datetime) -> set[str]:
    """Which of these sessions still hold: not ended, not idle since, not past their last hour."""
    sessions = models.Session.objects.filter(
        session_key__in=keys, expire_date__gt=at, seen_at__gt=live_since
    )
    return set(sessions.order_by().values_list("session_key", flat=True))


def tokens_of(user_id: int) -> list[TokenRow]:
    """Every token of an account, those in force first, the newest first."""
    tokens = models.Token.objects.filter(user=user_id).select_related("appointment__post")
    rows = [
        TokenRow(
            id=token.pk,
            name=token.name,
            hint=token.hint,
            post=token.appointment.post.title,
            scopes=[Scope(scope).label for scope in token.scopes],
            issued_at=token.issued_at,
            expires_at=token.expires_at,
            last_used_at=token.last_used_at,
            revoked_at=token.revoked_at,
        )
        for token in tokens.order_by("-issued_at", "-id")
    ]
    return sorted(rows, key=lambda row: row.revoked_at is not None)


def actor_of_token(secret: str, *, at: datetime) -> tuple[Actor, frozenset[Scope]] | None:
    """For whom a token speaks and what it may do. None when it is unknown, ended or revoked.

    Nothing tells these apart: who guesses learns nothing.
    """
    if not rules.is_token(secret):
        return None
    token = models.Token.objects.filter(
        digest=rules.digest(secret),
        revoked_at=None,
        expires_at__gt=at,
        user__is_active=True,
    ).first()
    if token is None:
        return None
    actor = _actor(token.appointment_id, None, at=at)
    if actor is None:
        return None
    return actor, frozenset(Scope(scope) for scope in token.scopes)


def redeemable(secret: str, *, at: datetime) -> models.Recovery | None:
    """The recovery link with this secret, while it may be used."""
    return (
        models.Recovery.objects.select_related("user__person")
        .filter(
            digest=rules.digest(secret),
            ended_at=None,
            redeemed_at=None,
            expires_at__gt=at,
            user__is_active=True,
        )
        .first()
    )


def shut_until(keys: Sequence[str], *, at: datetime) -> datetime | None:
    """Until when the door is shut for any of these keys; None when it is open."""
    latest = models.Throttle.objects.filter(key__in=keys, shut_until__gt=at).aggregate(
        until=Max("shut_until")
    )
    until: datetime | None = latest["until"]
    return until


def accounts_in_branch(
    actor: Actor, *, on: date, text: str = "", after: int = 0, number: int = 50
) -> list[AccountRow]:
    """The people an administrator keeps and how their accounts stand, by given name.

    Those who come after the person `after`. Few statements, however many people.
    """
    if actor.body_id is None:
        return []
    found = directory.people_of_branch(actor.body_id, on=on, text=text)
    if after:
        last = directory.person(after)
        found = found.filter(
            Q(sort_key__gt=last.sort_key) | Q(sort_key=last.sort_key, pk__gt=last.pk)
        )
    people = list(found.prefetch_related("appointments__post__body")[:number])
    factors = _second_factors().filter(user=OuterRef("pk"))
    users = {
        user.person_id: user
        for user in models.User.objects.filter(person__in=people).annotate(
            seen_at=Max("sessions__seen_at"), secured=Exists(factors)
        )
    }
    return [_account_row(person, _places_on(person, on), users.get(person.pk)) for person in people]


def _places_on(person: Any, on: date) -> tuple[str, str]:
    """The title and the body of the post that a person holds on a day, the main one if several."""
    held = [
        each
        for each in person.appointments.all()
        if each.valid_from <= on and (each.valid_to is None or on < each.valid_to)
    ]
    held.sort(key=lambda each: (each.main_since is None, each.valid_from, each.pk))
    return (held[0].post.title, held[0].post.body.name) if held else ("", "")


def _account_row(person: Any, place: tuple[str, str], user: Any) -> AccountRow:
    state = user.state if user else State.NONE
    return AccountRow(
        person_id=person.pk,
        name=person.full_name,
        post=place[0],
        body=place[1],
        user_id=user.pk if user else None,
        sign_in_name=user.sign_in_name if user else "",
        state=state,
        state_in_words=state.label,
        last_seen_at=(user.seen_at or user.last_login) if user else None,
        has_second_factor=user.secured if user else False,
    )


def pickable(text: str = "", *, on: date, number: int = 20) -> list[PersonToBe]:
    """People to be in the demonstration: every word typed begins a word of the name or the body."""
    users = models.User.objects.filter(is_active=True, person__isnull=False)
    for word in folded(text).split():
        users = users.filter(
            Q(person__search_key__contains=f" {word}")
            | Q(person__appointments__post__body__search_key__contains=f" {word}")
        )
    found = users.order_by("person__sort_key", "pk").distinct()
    return _people_to_be(found[:number], on)


def number_of_accounts() -> int:
    """How many people one can be in the demonstration."""
    return models.User.objects.filter(is_active=True, person__isnull=False).count()


def cast_of_demo(names: Sequence[str], *, on: date) -> list[PersonToBe]:
    """The people of the demonstration's cast that this population has, in the order given."""
    users = models.User.objects.filter(is_active=True, sign_in_name__in=names)
    found = _people_to_be(users.order_by("pk"), on)
    return sorted(found, key=lambda each: names.index(each.sign_in_name))


def _people_to_be(users: QuerySet[models.User], on: date) -> list[PersonToBe]:
    rows = users.select_related("person").prefetch_related("person__appointments__post__body")
    found = []
    for user in rows:
        post, body = _places_on(user.person, on)
        found.append(
            PersonToBe(
                user_id=user.pk,
                sign_in_name=user.sign_in_name,
                name=user.full_name,
                post=post,
                body=body,
            )
        )
    return found


def number_owing_second_factor(duties: Sequence[str], *, at: datetime) -> int:
    """How many accounts hold a duty now that asks for a second factor, and have none."""
    day = at.date()
    seats = Q(person__appointments__valid_to=None) | Q(person__appointments__valid_to__gt=day)
    owing = models.User.objects.filter(
        seats, is_active=True, person__appointments__post__duties__overlap=list(duties)
    )
    factors = _second_factors().filter(user=OuterRef("pk"))
    return owing.exclude(Exists(factors)).distinct().count()


def tokens_ending(*, within: timedelta, at: datetime) -> QuerySet[models.Token]:
    """Tokens used of late that end soon, the first to end first."""
    return models.Token.objects.filter(
        revoked_at=None,
        expires_at__gt=at,
        expires_at__lt=at + within,
        last_used_at__gt=at - within * 2,
    ).order_by("expires_at", "pk")


def owner_of_posts(sign_in_name: str, *, at: datetime) -> tuple[models.User, list[HeldPost]]:
    """An account by its name, with the posts its holder has now, the main one first."""
    user = account_named(sign_in_name)
    if user is None:
        raise NotFound
    held = directory.posts_held_by(user.person_id, at=at) if user.person_id else []
    return user, [post for post in held if post.for_appointment_id is None]
