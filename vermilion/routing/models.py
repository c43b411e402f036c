"""The slip that goes with a registered document, and what leaders direct on it."""

from django.db import models
from django.db.models import Q

from vermilion.routing.types import FINISHED, UNFINISHED, Standing
from vermilion.tasks.types import Part


class Slip(models.Model):
    """One document on its way through one body. Opened by its registration.

    `standing`, `due_at`, `leads` and `leads_done` are copies of what the acts say, for lists;
    `doctor` compares.
    """

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="slips")
    entry = models.OneToOneField("registry.Entry", models.PROTECT, related_name="slip")
    laid_before = models.ForeignKey(
        "directory.Appointment", models.PROTECT, null=True, related_name="+"
    )
    opened_at = models.DateTimeField()
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.DIRECTING)
    standing_since = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    leads = models.PositiveSmallIntegerField(default=0)
    leads_done = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["document"], name="slip_document"),
            models.Index(
                fields=["body", "standing", "-id"],
                name="unfinished_slip",
                condition=Q(standing__in=UNFINISHED),
            ),
            models.Index(
                fields=["laid_before", "-id"],
                name="slip_laid_before",
                condition=Q(standing__in=[Standing.DIRECTING, Standing.AGAIN]),
            ),
            models.Index(
                fields=["body", "due_at"],
                name="unfinished_slip_due",
                condition=Q(standing__in=UNFINISHED, due_at__isnull=False),
            ),
            models.Index(
                fields=["body", "-id"],
                name="finished_slip",
                condition=Q(standing__in=FINISHED),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class Direction(models.Model):
    """What a leader wrote on a slip, in which post and for whom. Never edited; added to."""

    slip = models.ForeignKey(Slip, models.PROTECT, related_name="directions")
    appointment_id = models.BigIntegerField()
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    by_for = models.CharField(max_length=100, blank=True)
    instruction = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.instruction


class Assignment(models.Model):
    """One share of a direction: the task that it gave."""

    direction = models.ForeignKey(Direction, models.PROTECT, related_name="assignments")
    slip = models.ForeignKey(Slip, models.PROTECT, related_name="assignments")
    task = models.OneToOneField("tasks.Task", models.PROTECT, related_name="assignment")
    part = models.CharField(max_length=12, choices=Part.choices)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.part


class Closing(models.Model):
    """The act that closed a slip, when every lead was done."""

    slip = models.OneToOneField(Slip, models.PROTECT, related_name="closing")
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    by_for = models.CharField(max_length=100, blank=True)
    note = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.note
