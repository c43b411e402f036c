"""The one table of this toolkit: answers to machine writes, for when they are asked again."""

from django.db import models


class Answer(models.Model):
    """What a write was answered, kept with the key its caller gave it. Dropped after some days."""

    token = models.CharField(max_length=80)
    key = models.CharField(max_length=200)
    fingerprint = models.BinaryField(max_length=32)
    actor = models.CharField(max_length=200)
    status = models.PositiveSmallIntegerField()
    headers = models.JSONField(default=dict)
    media_type = models.CharField(max_length=120, blank=True)
    body = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token", "key"], name="a_key_has_one_answer"),
        ]
        indexes = [models.Index(fields=["at"], name="answers_by_age")]

    def __str__(self) -> str:
        return f"{self.status} for {self.key}"
