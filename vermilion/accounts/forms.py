"""What is typed at the door and in the administration of accounts."""

from allauth.account.forms import LoginForm


class SignIn(LoginForm):  # type: ignore[misc] # allauth has no types
    """Name and password."""
