"""What accounts does when django-allauth, or the frame of pages, tells it something.

Signals are used nowhere else in the house. Here they are the only way to learn that a second
factor was set up or removed: django-allauth's views write it themselves.
"""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from vermilion.accounts import actions, door, models, queries
from vermilion.kernel.actors import Actor
from vermilion.web.preferences import Preferences


def connect() -> None:
    """Listen to django-allauth. Called once, when the installation starts."""
    signals.authenticator_added.connect(on_second_factor_added)
    signals.authenticator_reset.connect(on_second_factor_added)
    signals.authenticator_removed.connect(on_second_factor_removed)
    signals.authentication_failed.connect(on_second_factor_failed)


def on_second_factor_added(
    *, request: HttpRequest, user: Any, authenticator: Any, **_: Any
) -> None:
    """One was set up, or recovery codes were made anew."""
    actions.second_factor_added(
        actor=_actor(request, user), user_id=user.pk, kind=authenticator.type, at=_now(request)
    )
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        # Whoever has just set it up has shown it: this session need not be asked for it again.
        record_authentication(request, user, "mfa", type=authenticator.type, reauthenticated=True)
        request.session[door.SECOND_FACTOR] = True


def on_second_factor_removed(
    *, request: HttpRequest, user: Any, authenticator: Any, **_: Any
) -> None:
    """One was taken away."""
    actions.second_factor_removed(
        actor=_actor(request, user), user_id=user.pk, kind=authenticator.type, at=_now(request)
    )
    request.session[door.SECOND_FACTOR] = queries.has_second_factor(user.pk)


def on_second_factor_failed(*, request: HttpRequest, user: Any, **_: Any) -> None:
    """A code or a passkey did not fit."""
    actions.fail(
        actor=door.DOOR,
        sign_in_name=user.sign_in_name,
        whence=door.whence_of(request, user),
        at=_now(request),
    )


def keep_preferences(request: HttpRequest, preferences: Preferences) -> None:
    """Named in the setting `PREFERENCE_KEEPERS`: remember with the person what was chosen."""
    user = request.user
    if isinstance(user, models.User):
        actions.keep_preferences(
            actor=queries.holder(user), user_id=user.pk, preferences=preferences, at=_now(request)
        )


def _actor(request: HttpRequest, user: AbstractBaseUser) -> Actor:
    acting: Actor | None = vars(request).get("actor")
    if acting is not None:
        return acting
    assert isinstance(user, models.User)  # noqa: S101 - our AUTH_USER_MODEL
    return queries.holder(user)


def _now(request: HttpRequest) -> Any:
    return vars(request)["now"]
