"""Count tries, in a table that all processes share, and shut the door for a while."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from vermilion.accounts import models, rules


def key_of(kind: str, what: str) -> str:
    """The key under which tries are counted. Keyed: the table gives no typed name away."""
    return salted_hmac(f"vermilion.accounts.{kind}", what, algorithm="sha256").hexdigest()


def name_key(sign_in_name: str, device: str = "") -> str:
    """The key of a name; for a browser known to that account, one of its own.

    So whoever guesses at a leader's password shuts the door for guessers, not for the leader.
    """
    return key_of("name", f"{sign_in_name.strip().lower()}\n{device}")


def place_key(address: str) -> str:
    """The key of a network address."""
    return key_of("place", address)


def known_device(sign_in_name: str, device_secret: str) -> str:
    """The digest of a browser that has signed in under this name before; empty for any other."""
    digest = rules.digest(device_secret) if device_secret else ""
    known = models.Device.objects.filter(
        digest=digest, user__sign_in_name=sign_in_name.strip().lower()
    ).exists()
    return digest if known else ""


@transaction.atomic
def count(key: str, *, at: datetime, allowed: int) -> models.Throttle:
    """Count one try before its outcome is known; the try that reaches the limit shuts the door.

    Counted before, and under a row lock, since a hundred tries at once would otherwise all be
    judged by the count before any of them.
    """
    models.Throttle.objects.get_or_create(key=key, defaults={"since": at})
    row = models.Throttle.objects.select_for_update().get(key=key)
    if row.shut_until is not None and row.shut_until > at:
        return row
    if row.since < at - rules.FORGOTTEN_AFTER:
        row.count, row.since = 0, at
    row.count += 1
    shut = rules.shut_for(row.count, allowed=allowed)
    row.shut_until = at + shut if shut else None
    row.save(update_fields=["count", "since", "shut_until"])
    return row


def reopen(key: str) -> int:
    """Forget the tries of a key; says how many there had been."""
    row = models.Throttle.objects.filter(key=key).first()
    models.Throttle.objects.filter(key=key).delete()
    return row.count if row else 0


def take_back(key: str) -> None:
    """Uncount one try that turned out well, and leave the others counted."""
    models.Throttle.objects.filter(key=key, count__gt=0).update(
        count=F("count") - 1, shut_until=None
    )


def forget_tries(user: models.User) -> None:
    """Forget every wrong password typed under the name of an account, from any browser."""
    devices = models.Device.objects.filter(user=user).values_list("digest", flat=True)
    keys = [name_key(user.sign_in_name, device) for device in ("", *devices)]
    models.Throttle.objects.filter(key__in=keys).delete()


def spend_one(key: str, *, at: datetime, within: timedelta) -> tuple[int, datetime]:
    """Count one call in a window that begins with its first call; one statement, no lock held."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO accounts_throttle AS t (key, count, since) VALUES (%(key)s, 1, %(at)s)
            ON CONFLICT (key) DO UPDATE SET
                count = CASE WHEN t.since <= %(before)s THEN 1 ELSE t.count + 1 END,
                since = CASE WHEN t.since <= %(before)s THEN excluded.since ELSE t.since END
            RETURNING count, since
            """,
            {"key": key, "at": at, "before": at - within},
        )
        counted, since = cursor.fetchone()
    return counted, since
