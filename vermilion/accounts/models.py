"""Accounts, their sessions, devices, recovery links and tokens. Secrets are kept as digests."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from vermilion.accounts.types import Method, Scope, State, Way


class Users(BaseUserManager["User"]):
    """Finds accounts by the name one signs in with, in whatever case it is typed."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(sign_in_name=(username or "").lower())


class User(AbstractBaseUser):
    """What somebody, or some machine, signs in with. Rights come from posts, never from here."""

    sign_in_name = models.CharField(max_length=60, unique=True)
    person = models.OneToOneField(
        "directory.Person", models.PROTECT, null=True, blank=True, related_name="user"
    )
    language = models.CharField(max_length=10, blank=True)
    theme = models.CharField(max_length=12, blank=True)
    density = models.CharField(max_length=12, blank=True)
    opened_at = models.DateTimeField(null=True)
    locked_at = models.DateTimeField(null=True)
    locked_why = models.CharField(max_length=200, blank=True)
    closed_at = models.DateTimeField(null=True)
    is_active = models.GeneratedField(
        expression=Q(locked_at=None, closed_at=None),  # type: ignore[arg-type] # a Q resolves
        output_field=models.BooleanField(),
        db_persist=True,
    )

    objects: ClassVar[Users] = Users()

    USERNAME_FIELD = "sign_in_name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sign_in_name=Lower("sign_in_name")),
                name="a_sign_in_name_is_kept_in_small_letters",
            ),
        ]

    @property
    def full_name(self) -> str:
        """The name of the person; of a machine, the name it signs in with."""
        return self.person.full_name if self.person else self.sign_in_name

    @property
    def state(self) -> State:
        """How the account stands: closed outweighs locked."""
        if self.closed_at:
            return State.CLOSED
        return State.LOCKED if self.locked_at else State.OPEN

    def get_full_name(self) -> str:
        """What django-allauth calls the name shown."""
        return self.full_name


class Session(AbstractBaseSession):
    """One browser signed in, or about to. Gone when it is ended: the next request finds nothing.

    `expire_date` is the last moment whatever happens; idleness is measured from `seen_at`.
    """

    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="sessions")
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    address = models.GenericIPAddressField(null=True)
    agent = models.CharField(max_length=300, blank=True)
    method = models.CharField(max_length=10, choices=Method.choices, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "-seen_at"], name="session_by_user")]

    @classmethod
    def get_session_store_class(cls) -> Any:
        from vermilion.accounts.sessions import SessionStore

        return SessionStore


class Device(models.Model):
    """A browser from which an account has been signed in to, known by a cookie it keeps."""

    user = models.ForeignKey(User, models.PROTECT, related_name="devices")
    digest = models.CharField(max_length=64)
    agent = models.CharField(max_length=300, blank=True)
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "digest"], name="a_device_is_known_once"),
        ]


class Throttle(models.Model):
    """How often something was tried within a while, shared by all processes.

    The key is a keyed digest: the table tells nobody which names were typed.
    """

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    shut_until = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["since"], name="throttle_since")]


class Recovery(models.Model):
    """A link by which somebody sets a new password, once, before it expires."""

    user = models.ForeignKey(User, models.PROTECT, related_name="recoveries")
    digest = models.CharField(max_length=64, unique=True)
    way = models.CharField(max_length=10, choices=Way.choices)
    issued_at = models.DateTimeField()
    issued_by = models.CharField(max_length=200)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    redeemed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("issued_at")), name="a_recovery_expires_later"
            ),
            models.UniqueConstraint(
                fields=["user"], condition=Q(ended_at=None), name="one_recovery_is_open_at_a_time"
            ),
        ]


class Token(models.Model):
    """A key by which a machine acts in one post, within scopes, until a day."""

    user = models.ForeignKey(User, models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80)
    appointment = models.ForeignKey("directory.Appointment", models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=12)
    scopes = ArrayField(models.CharField(max_length=20, choices=Scope.choices))
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "name"],
                condition=Q(revoked_at=None),
                name="a_token_in_force_has_its_own_name",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("issued_at")), name="a_token_expires_later"
            ),
            models.CheckConstraint(condition=~Q(scopes=[]), name="a_token_may_do_something"),
        ]


class CacheRow(models.Model):
    """The table behind Django's database cache: counters that all processes share."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "accounts_cache"
