"""What a token may do: each operation names the scope it needs."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja.security import HttpBearer

from vermilion.kernel.refusals import Refused
from vermilion.web.api.types import Caller


class ScopeMissing(Refused):
    """The token is good, but not for this."""

    message = _("This token does not carry the scope %(scope)s.")
    status = 403


class Token(HttpBearer):
    """A bearer token with a scope. The door has found out already who calls."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Any:  # noqa: ARG002 - the door's
        caller: Caller | None = getattr(request, "caller", None)
        if caller is None:
            return None
        if self.scope not in caller.scopes:
            raise ScopeMissing(scope=self.scope)
        return caller


def scope(name: str) -> Token:
    """The guard of an operation: `@router.get("/entries", auth=scope("audit:read"))`."""
    return Token(name)
