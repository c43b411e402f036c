"""Programs that call the house in a test: each in the post of somebody, with a token of its own."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from vermilion.accounts import actions as accounts
from vermilion.accounts.models import User
from vermilion.accounts.types import Scope
from vermilion.directory import queries as directory
from vermilion.kernel import clock

Call = Callable[..., Any]


def program(client: Any, appointment: int, *scopes: Scope) -> Call:
    """Calls an address of the API; each write under a key of its own."""
    now = clock.now()
    person = directory.seat(appointment).person_id
    user, _made = User.objects.get_or_create(
        person_id=person, defaults={"sign_in_name": f"program{person}"}
    )
    issued = accounts.issue_token(
        actor=directory.actor_in(appointment, at=now),
        user_id=user.pk,
        appointment_id=appointment,
        name="program",
        scopes=scopes,
        expires_at=now + timedelta(days=30),
        at=now,
    )

    def call(method: str, path: str, data: object = None) -> Any:
        headers = {
            "Authorization": f"Bearer {issued.secret}",
            "Idempotency-Key": str(uuid.uuid4()),
        }
        kind = {"content_type": "application/json"} if method != "get" else {}
        return getattr(client, method)(f"/api/v1/{path}", data, headers=headers, **kind)

    return call
