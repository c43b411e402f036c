"""What was done, by whom, when: rows that are added and never touched again."""

from django.db import models


class Trace(models.Model):
    """One act, as it was done. Added in the act's own transaction; never edited or removed."""

    at = models.DateTimeField()
    act = models.CharField(max_length=80)
    subject = models.CharField(max_length=80)
    body_id = models.BigIntegerField(null=True)
    actor = models.JSONField()
    facts = models.JSONField(default=dict)
    request = models.CharField(max_length=32, blank=True)

    def __str__(self) -> str:
        return f"{self.act} {self.subject}"
