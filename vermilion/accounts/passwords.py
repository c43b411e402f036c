"""Passwords that are long and yet guessed first: runs of keys, repetitions, the names at hand.

Beside Django's list of common passwords, which knows few of twelve signs and more. No rule here
asks for capitals, figures or signs (NIST SP 800-63B, ASVS 6.2).
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vermilion.accounts import models, rules

REMAINS_AT_LEAST = 6


class NotGuessedFirst:
    """Refuses what is left too short once runs, repetitions and the names at hand are taken out."""

    def validate(self, password: str, user: models.User | None = None) -> None:
        names = [user.sign_in_name, user.full_name] if user else []
        if rules.unforeseen(password, names) < REMAINS_AT_LEAST:
            raise ValidationError(
                _(
                    "This is among the first things anybody would try: a run of keys, a repetition "
                    "or a name."
                ),
                code="password_guessed_first",
            )

    def get_help_text(self) -> str:
        return gettext("No runs of keys, no repetitions, not your name.")
