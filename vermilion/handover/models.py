"""Who handed which work to whom, and who signed for it. Names are copied as they stood."""

from django.db import models
from django.db.models import F, Q

from vermilion.handover.types import Kind, Outcome


class Departure(models.Model):
    """The handing over of somebody's work to a successor. Added, never edited."""

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    leaver = models.ForeignKey("directory.Appointment", models.PROTECT, related_name="+")
    leaver_name = models.CharField(max_length=200)
    successor = models.ForeignKey("directory.Appointment", models.PROTECT, related_name="+")
    successor_name = models.CharField(max_length=200)
    reason = models.CharField(max_length=500)
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["body", "-at"], name="departure_of_body")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(leaver=F("successor")), name="nobody_succeeds_oneself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.leaver_name} → {self.successor_name}"


class Item(models.Model):
    """One thing of a handing over: what came of it, and when the successor signed for it."""

    departure = models.ForeignKey(Departure, models.PROTECT, related_name="items")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    thing_id = models.BigIntegerField()
    label = models.CharField(max_length=300)
    document_id = models.BigIntegerField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    why = models.CharField(max_length=1000, blank=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["departure", "kind", "thing_id"], name="a_thing_is_handed_over_once"
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.REFUSED) | ~Q(why=""),
                name="what_was_not_handed_over_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.label
