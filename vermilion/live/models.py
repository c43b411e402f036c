"""Two tables of the moment, which a crash may empty, and the drafts, which it may not."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Change(models.Model):
    """Something changed for whoever holds one of the tokens. Written by the act, read in seconds.

    A column `xact`, the number of the writing transaction, is kept by the database alone.
    """

    tokens = ArrayField(models.CharField(max_length=60))
    topic = models.CharField(max_length=60)
    fresh = models.PositiveIntegerField()
    by = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="changes_by_age")]

    def __str__(self) -> str:
        return f"{self.topic} for {', '.join(self.tokens)}"


class Presence(models.Model):
    """Somebody has a thing open, reading or writing, until the lease ends."""

    kind = models.CharField(max_length=30)
    number = models.BigIntegerField()
    window = models.CharField(max_length=36)
    appointment_id = models.BigIntegerField()
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=300)
    writing = models.BooleanField()
    until = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "number", "appointment_id", "window"],
                name="a_window_is_present_once",
            )
        ]
        indexes = [models.Index(fields=["until"], name="presence_by_end")]

    def __str__(self) -> str:
        return f"{self.name} at {self.kind}:{self.number}"


class Draft(models.Model):
    """What somebody typed into one form and has not sent. Encrypted; nobody else's to read."""

    person_id = models.BigIntegerField()
    appointment_id = models.BigIntegerField()
    form = models.CharField(max_length=120)
    version = models.PositiveIntegerField()
    sealed = models.BinaryField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person_id", "appointment_id", "form"], name="a_form_has_one_draft"
            )
        ]
        indexes = [models.Index(fields=["saved_at"], name="drafts_by_age")]

    def __str__(self) -> str:
        return f"{self.form}, version {self.version}"
