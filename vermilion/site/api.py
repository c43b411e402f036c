"""The API of this installation: whose tokens open it, and which packages speak there."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from vermilion.accounts import actions as tokens
from vermilion.accounts import queries as accounts
from vermilion.accounts.types import Scope
from vermilion.arrivals.api import router as arrivals
from vermilion.audit.api import router as audit
from vermilion.directory.api import router as directory
from vermilion.documents.api import router as documents
from vermilion.files.api import router as files
from vermilion.followup.api import router as followup
from vermilion.notices.api import router as notices
from vermilion.registry.api import router as registry
from vermilion.routing.api import router as routing
from vermilion.support.api import router as support
from vermilion.tasks.api import router as tasks
from vermilion.web.api.building import build
from vermilion.web.api.types import Caller
from vermilion.workdays.api import router as workdays

IMPLIED: Mapping[str, frozenset[str]] = {
    # Reading the log is reading; that only some posts may, the policy of the log says.
    Scope.READ: frozenset({"audit:read"}),
}
"""What a scope of a token opens besides the operations that name it."""


def authenticate(secret: str, at: datetime) -> Caller | None:
    """Who calls with a token, or None where it opens nothing. Too many calls are refused."""
    found = accounts.actor_of_token(secret, at=at)
    if found is None:
        return None
    tokens.spend(secret=secret, at=at)
    actor, scopes = found
    names = {str(scope) for scope in scopes}
    implied = {name for scope in names for name in IMPLIED.get(scope, ())}
    token = hashlib.sha256(secret.encode()).hexdigest()
    return Caller(actor=actor, token=token, scopes=frozenset(names | implied))


api = build(
    authenticate=authenticate,
    routers={
        "arrivals": arrivals,
        "audit": audit,
        "directory": directory,
        "documents": documents,
        "files": files,
        "followup": followup,
        "notices": notices,
        "registry": registry,
        "routing": routing,
        "support": support,
        "tasks": tasks,
        "workdays": workdays,
    },
)
