"""What is typed at the door and in the keeping of accounts."""

from datetime import datetime, timedelta
from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm as CodeForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.contrib.auth.password_validation import (
    password_validators_help_texts,
    validate_password,
)
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vermilion.accounts import models, rules
from vermilion.accounts.types import Scope

LONGEST_PASSWORD = 128


def _code_field() -> forms.CharField:
    return forms.CharField(
        label=_("Code"),
        max_length=20,
        help_text=_(
            "Six figures from the application on your phone, or one of your recovery codes."
        ),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "text", "spellcheck": "false"}
        ),
    )


class SignIn(LoginForm):  # type: ignore[misc] # allauth has no types
    """Name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("Sign-in name"),
            max_length=60,
            widget=forms.TextInput(
                attrs={
                    "autocomplete": "username webauthn",
                    "autocapitalize": "none",
                    "spellcheck": "false",
                    "autofocus": True,
                }
            ),
        )
        self.fields["password"] = forms.CharField(
            label=pgettext_lazy("sign-in", "Password"),
            max_length=LONGEST_PASSWORD,
            strip=False,
            widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        )
        self.order_fields(["login", "password"])


class PasswordAgain(ReauthenticateForm):  # type: ignore[misc] # allauth has no types
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = forms.CharField(
            label=pgettext_lazy("sign-in", "Password"),
            max_length=LONGEST_PASSWORD,
            strip=False,
            widget=forms.PasswordInput(
                attrs={"autocomplete": "current-password", "autofocus": True}
            ),
        )


class Code(CodeForm):  # type: ignore[misc] # allauth has no types
    """A one-time code, or a recovery code."""

    code = _code_field()


class CodeAgain(CodeAgainForm):  # type: ignore[misc] # allauth has no types
    """A code once more, before something that matters."""

    code = _code_field()


class FirstCode(ActivateTOTPForm):  # type: ignore[misc] # allauth has no types
    """The first code of an application that has just read the secret."""

    code = forms.CharField(
        label=_("Code"),
        max_length=12,
        help_text=_("The six figures that the application shows now."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class Passkey(AddWebAuthnForm):  # type: ignore[misc] # allauth has no types
    """A passkey: always one that asks for a finger, a face or a PIN, so that it opens alone."""

    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=60,
        help_text=_("By which you tell your passkeys apart, such as: phone, office computer."),
    )
    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)
    credential = forms.JSONField(
        label=_("Passkey"),
        widget=forms.HiddenInput,
        error_messages={
            "required": _(
                "A passkey speaks to this page by script, and script is switched off here. Use a "
                "password or a code, or switch script on."
            )
        },
    )


class PasskeyName(EditWebAuthnForm):  # type: ignore[misc] # allauth has no types
    """Another name for a passkey."""

    name = forms.CharField(label=_("Name"), max_length=60)


class NewPassword(forms.Form):
    """A new password, twice. Judged by length and by being known; no rules on its letters."""

    password = forms.CharField(
        label=_("New password"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("The same once more"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, user: models.User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["password"].help_text = " ".join(
            str(text) for text in password_validators_help_texts()
        )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, again = cleaned.get("password"), cleaned.get("again")
        if first and again and first != again:
            self.add_error("again", _("The two are not the same."))
        return cleaned

    def new(self) -> str:
        """The password."""
        password: str = self.cleaned_data["password"]
        return password


class AskRecovery(forms.Form):
    """Under which name somebody wants to come in again."""

    name = forms.CharField(
        label=_("Sign-in name"),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class OpenAccount(forms.Form):
    """A name to sign in with; without one, the office's usual."""

    sign_in_name = forms.CharField(
        label=_("Sign-in name"),
        max_length=60,
        required=False,
        help_text=_("Left empty, it is made from the person's name."),
    )


class Lock(forms.Form):
    """Why an account is locked: read by the next administrator."""

    why = forms.CharField(label=_("Reason"), max_length=200)


class NewToken(forms.Form):
    """What a token is for, what it may do, until when."""

    name = forms.CharField(
        label=_("Name"),
        max_length=80,
        help_text=_("Which program will use it, and where."),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"),
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=[Scope.READ],
    )
    days = forms.IntegerField(
        label=_("Ends in how many days"),
        min_value=1,
        max_value=rules.LONGEST_TOKEN.days,
        initial=90,
    )

    def chosen_scopes(self) -> list[Scope]:
        """What was ticked."""
        return [Scope(each) for each in self.cleaned_data["scopes"]]

    def expires_at(self, at: datetime) -> datetime:
        """The end, counted from now."""
        return at + timedelta(days=self.cleaned_data["days"])


class Post(forms.Form):
    """One line of the post switch: `12:` is post 12 in its own right, `12:30` the same for 30."""

    choice = forms.RegexField(r"^[0-9]{1,18}:[0-9]{0,18}$")

    def chosen(self) -> tuple[int, int | None]:
        """The post, and the post in whose stead."""
        own, _colon, other = self.cleaned_data["choice"].partition(":")
        return int(own), int(other) if other else None
