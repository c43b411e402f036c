"""A duty, and the acts upon it: each act is a row that is added and never changed."""

from django.db import models
from django.db.models import F, Q

from vermilion.tasks.types import OPEN, Part, State


class Task(models.Model):
    """A duty given to a unit, or to a person in a post. Names are copied as they stood.

    `state` and `state_since` are copies of what the acts below say, for lists; `doctor` compares.
    """

    subject_kind = models.CharField(max_length=30)
    subject_id = models.BigIntegerField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, null=True, related_name="+")
    appointment = models.ForeignKey(
        "directory.Appointment", models.PROTECT, null=True, related_name="+"
    )
    recipient = models.CharField(max_length=200)
    part = models.CharField(max_length=12, choices=Part.choices)
    instruction = models.TextField(blank=True)
    due_at = models.DateTimeField(null=True)
    given_by = models.CharField(max_length=100)
    given_by_post = models.CharField(max_length=120)
    given_for = models.CharField(max_length=100, blank=True)
    given_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.GIVEN)
    state_since = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"], name="task_subject"),
            models.Index(
                fields=["unit", "due_at"], name="open_task_of_unit", condition=Q(state__in=OPEN)
            ),
            models.Index(
                fields=["appointment", "due_at"],
                name="open_task_of_post",
                condition=Q(state__in=OPEN),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit=None, appointment__isnull=False)
                | Q(unit__isnull=False, appointment=None),
                name="a_task_has_one_recipient",
            ),
            models.CheckConstraint(
                condition=Q(due_at=None) | Q(due_at__gt=F("given_at")),
                name="a_task_falls_due_after_it_was_given",
            ),
        ]

    def __str__(self) -> str:
        return self.recipient


class Act(models.Model):
    """Somebody did something about a task. Names are copied into the act."""

    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    by_for = models.CharField(max_length=100, blank=True)
    at = models.DateTimeField()

    class Meta:
        abstract = True


class TakingIn(Act):
    """The recipient has the duty in hand."""

    task = models.OneToOneField(Task, models.PROTECT, related_name="taking_in")


class Return(Act):
    """The recipient gives the duty back, with the reason. Ends the duty."""

    task = models.OneToOneField(Task, models.PROTECT, related_name="return_act")
    reason = models.CharField(max_length=1000)


class Completion(Act):
    """The recipient reports the duty done. Ends the duty."""

    task = models.OneToOneField(Task, models.PROTECT, related_name="completion")
    report = models.TextField()


class Evidence(models.Model):
    """A file that shows that a duty was done."""

    completion = models.ForeignKey(Completion, models.PROTECT, related_name="evidence")
    blob = models.ForeignKey("files.Blob", models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)

    def __str__(self) -> str:
        return self.name


class Withdrawal(Act):
    """Those who gave the duty take it back, with the reason. Ends the duty."""

    task = models.OneToOneField(Task, models.PROTECT, related_name="withdrawal")
    reason = models.CharField(max_length=1000)
