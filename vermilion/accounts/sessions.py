"""The session store of Django, on a table that says whose, from where, since when.

Ends for three reasons, all judged by the one query that loads it: its row was removed, it was
idle too long, or its last hour has come whatever was done in it.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import router, transaction

from vermilion.accounts import models
from vermilion.kernel import clock

WHENCE = "_whence"
"""Key of the session data under which sign-in leaves address, agent and method."""


class SessionStore(DatabaseStore):
    """Keeps sessions in `accounts.Session`."""

    @classmethod
    def get_model_class(cls) -> type[models.Session]:
        return models.Session

    def _get_session_from_db(self) -> models.Session | None:
        now = clock.now()
        idle = now - timedelta(seconds=settings.SESSION_IDLE_SECONDS)
        row = models.Session.objects.filter(
            session_key=self.session_key, expire_date__gt=now, seen_at__gt=idle
        ).first()
        if row is None:
            self._session_key = None
            return None
        self.row = row
        return row

    def create_model_instance(self, data: dict[str, Any]) -> models.Session:
        """A row for a new session. Its last hour is fixed here and never moves."""
        now = clock.now()
        whence = data.get(WHENCE, {})
        user_id = data.get("_auth_user_id")
        return models.Session(
            session_key=self._get_or_create_session_key(),  # type: ignore[attr-defined] # not in the stubs
            session_data=self.encode(data),
            expire_date=now + timedelta(seconds=settings.SESSION_COOKIE_AGE),
            user_id=int(user_id) if user_id else None,
            began_at=now,
            seen_at=now,
            address=whence.get("address"),
            agent=whence.get("agent", ""),
            method=whence.get("method", ""),
        )

    def save(self, must_create: bool = False) -> None:
        """Write the session. One that was ended meanwhile stays ended (`UpdateError`)."""
        if self.session_key is None:
            self.create()
            return
        data = self._get_session(no_load=must_create)  # type: ignore[attr-defined] # not in the stubs
        row = self.create_model_instance(data)
        using = router.db_for_write(models.Session, instance=row)
        if must_create:
            super().save(must_create=True)
            return
        with transaction.atomic(using=using):
            changed = models.Session.objects.filter(session_key=self.session_key).update(
                session_data=row.session_data,
                user_id=row.user_id,
                address=row.address,
                agent=row.agent,
                method=row.method,
            )
        if not changed:
            raise UpdateError
