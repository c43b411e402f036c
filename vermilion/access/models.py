"""Grants: who may see what, and the cause for it."""

from django.db import models

from vermilion.access.types import Cause


class Grant(models.Model):
    """One holder may see one thing for one cause. Goes when its cause goes; traces remain."""

    holder = models.CharField(max_length=60)
    thing_kind = models.CharField(max_length=30)
    thing_id = models.BigIntegerField()
    cause = models.CharField(max_length=20, choices=Cause.choices)
    cause_id = models.BigIntegerField()
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        # Whether somebody may see a thing is told by these alone, without a look at the rows.
        indexes = [
            models.Index(
                fields=["holder", "thing_kind", "-thing_id"],
                name="grant_by_holder",
                include=["until"],
            ),
            models.Index(
                fields=["thing_kind", "thing_id"],
                name="grant_by_thing",
                include=["holder", "until"],
            ),
            models.Index(fields=["cause", "cause_id"], name="grant_by_cause"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["holder", "thing_kind", "thing_id", "cause", "cause_id"],
                name="a_cause_grants_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holder} {self.thing_kind}:{self.thing_id}"
