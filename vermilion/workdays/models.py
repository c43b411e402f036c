"""What bodies set for themselves: the hours of the week, days that differ, usual times."""

from django.db import models
from django.db.models import Q

from vermilion.workdays.types import Manner


class Act(models.Model):
    """Somebody set something. Names are copied into the act."""

    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    by_for = models.CharField(max_length=100, blank=True)
    at = models.DateTimeField()

    class Meta:
        abstract = True


class WorkingWeek(Act):
    """The hours that a body keeps from a day on. Added, never edited; the latest one holds.

    `hours` has a list of stretches for each weekday, Monday first, each as two times of the day;
    without hours the body takes over, from that day on, what the body above it keeps.
    """

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="working_weeks")
    valid_from = models.DateField()
    hours = models.JSONField(null=True)

    class Meta:
        indexes = [models.Index(fields=["body", "-valid_from", "-id"], name="week_of_body")]


class DayOfOwn(Act):
    """A day on which a body, and those below it, works otherwise than its weekday says.

    Struck out, never edited; a day struck out counts as if it had not been set.
    """

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="days_of_own")
    day = models.DateField()
    manner = models.CharField(max_length=10, choices=Manner.choices)
    name = models.CharField(max_length=120)
    struck_at = models.DateTimeField(null=True)
    struck_by = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "day"],
                condition=Q(struck_at=None),
                name="a_body_sets_a_day_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class UsualTime(Act):
    """In how many working days a type of paper of an urgency is usually dealt with in a branch.

    Added, never edited: the latest one of a type and urgency holds; no days takes it back.
    """

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="usual_times")
    type_code = models.CharField(max_length=40, blank=True)
    urgency = models.PositiveSmallIntegerField(null=True)
    days = models.PositiveSmallIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["body", "type_code", "-id"], name="usual_time_of_body")]
        constraints = [
            models.CheckConstraint(
                condition=Q(days=None) | Q(days__lte=400), name="a_usual_time_is_no_lifetime"
            ),
        ]
