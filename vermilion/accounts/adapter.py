"""Where django-allauth asks the house.

It offers no other way in: what it does on signing in, out and failing is recorded from these
hooks and from its signals (`handlers`), each by one action.
"""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from vermilion.accounts import actions, door, models, queries, sealing
from vermilion.accounts.sessions import WHENCE
from vermilion.accounts.types import Entrance
from vermilion.web import preferences

_SAID = {
    "mfa/messages/totp_activated.txt": _("One-time codes are set up."),
    "mfa/messages/totp_deactivated.txt": _("One-time codes are removed."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "mfa/messages/recovery_codes_generated.txt": _(
        "New recovery codes are ready. Keep them on paper, away from this device."
    ),
    "account/messages/logged_out.txt": _("You have signed out."),
}
"""What is said after django-allauth's acts, in our words. What is not here is not said."""

_WRONG = _("The name or the password is not right.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no types
    """Signing in by name; nobody opens an account for oneself."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _WRONG,
        "invalid_login": _WRONG,
        "account_inactive": _("This account is locked or closed. Ask your administrator."),
        "incorrect_password": _("This is not your password."),
        "incorrect_code": _("This code is not right, or has been used."),
        "too_many_login_attempts": _("Too many codes that were not right. Wait five minutes."),
        "rate_limited": _("Too many requests in a short while. Wait a minute."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's shape
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try before the password is looked at; refuse it while the door is shut."""
        try:
            actions.count_try(
                actor=door.DOOR,
                sign_in_name=credentials.get("username", ""),
                device_secret=door.device_of(request),
                address=door.address_of(request),
                at=_now(request),
            )
        except actions.DoorShut as refusal:
            raise ValidationError(str(refusal)) from refusal

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        actions.fail(
            actor=door.DOOR,
            sign_in_name=credentials.get("username", ""),
            whence=door.whence_of(request, models.User()),
            at=_now(request),
        )

    def reauthenticate(self, user: models.User, password: str) -> bool:
        """Ask for the password once more before something that matters."""
        right: bool = super().reauthenticate(user, password)
        if right:
            actions.prove(
                actor=queries.holder(user),
                user_id=user.pk,
                device_secret=door.device_of(self.request),
                address=door.address_of(self.request),
                at=_now(self.request),
            )
        return right

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The password first, then a passkey; codes last, which may be those kept on paper."""
        order = ("reauthenticate", "mfa_reauthenticate:webauthn", "mfa_reauthenticate")
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return sorted(methods, key=lambda method: order.index(method["id"]))

    def login(self, request: HttpRequest, user: models.User) -> None:
        """Begin a session of its own: the key changes, what it holds says whose and from where."""
        whence = door.whence_of(request, user)
        super().login(request, user)
        request.session[WHENCE] = {
            "address": whence.address,
            "agent": whence.agent,
            "method": whence.method,
        }
        request.session[door.METHOD] = whence.method
        request.session[door.SECOND_FACTOR] = whence.second_factor

    def post_login(self, request: HttpRequest, user: models.User, **hook: Any) -> HttpResponse:
        """Record the entrance, know the browser from now on, bring the person's preferences."""
        entrance = actions.sign_in(
            actor=queries.holder(user),
            user_id=user.pk,
            whence=door.whence_of(request, user),
            device_secret=door.device_of(request),
            at=_now(request),
        )
        response: HttpResponse = super().post_login(request, user, **hook)
        say(request, entrance)
        door.leave_device(request, response)
        bring_preferences(request, response, user)
        return response

    def logout(self, request: HttpRequest) -> None:
        user = door.user_of(request)
        actions.sign_out(actor=queries.holder(user), user_id=user.pk, at=_now(request))
        super().logout(request)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,  # noqa: ARG002 - allauth's shape
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        said = message or _SAID.get(message_template or "")
        if said:
            messages.add_message(request, level, str(said), extra_tags=extra_tags)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth has no types
    """Second factors, whose secrets lie encrypted."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right, or has been used."),
        "cannot_generate_recovery_codes": _(
            "Recovery codes come with a second factor. Set up one-time codes or a passkey first."
        ),
    }

    def encrypt(self, text: str) -> str:
        return sealing.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return sealing.unseal(encrypted_text)

    def get_totp_issuer(self) -> str:
        return str(settings.MFA_TOTP_ISSUER)

    def _get_site_name(self) -> str:
        return str(settings.MFA_TOTP_ISSUER)

    def generate_authenticator_name(
        self,
        user: models.User,
        type: object,  # noqa: A002, ARG002 - allauth's shape
    ) -> str:
        return gettext("Passkey %(number)d") % {"number": queries.number_of_passkeys(user.pk) + 1}


def say(request: HttpRequest, entrance: Entrance) -> None:
    """Tell whoever has come in what happened at the door before."""
    if entrance.device_is_new:
        messages.warning(
            request,
            gettext(
                "You signed in from a browser that this account has not used before. If it is not "
                "yours, end the session and change your password."
            ),
        )
    if entrance.failures_before:
        messages.warning(
            request,
            ngettext(
                "A wrong password was typed %(count)d time under your name before this.",
                "A wrong password was typed %(count)d times under your name before this.",
                entrance.failures_before,
            )
            % {"count": entrance.failures_before},
        )


def bring_preferences(request: HttpRequest, response: HttpResponse, user: models.User) -> None:
    """Show the house as the person wants it, on whichever machine."""
    chosen = preferences.changed(
        preferences.of(request),
        language=user.language,
        theme=user.theme,
        density=user.density,
    )
    preferences.write(response, chosen)


def _now(request: HttpRequest) -> Any:
    return vars(request)["now"]
