"""Reported problems, and what was done about each. Steps are added and never changed."""

from django.db import models
from django.db.models import F, Q

from vermilion.support.types import WAITING, Kind, State, StepKind, Weight


class Problem(models.Model):
    """Something that holds somebody up, as it was reported. Names are copied as they stood.

    `state`, `state_since`, `owner…`, `due_at` and `joined_to` are copies of what the steps say,
    for lists; `doctor` compares.
    """

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    appointment = models.ForeignKey("directory.Appointment", models.PROTECT, related_name="+")
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    reported_at = models.DateTimeField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    weight = models.CharField(max_length=12, choices=Weight.choices)
    words = models.TextField()
    page = models.CharField(max_length=500, blank=True)
    page_title = models.CharField(max_length=200, blank=True)
    trace = models.CharField(max_length=64, blank=True)
    screen = models.JSONField(default=dict, blank=True)
    first_due_at = models.DateTimeField()

    state = models.CharField(max_length=10, choices=State.choices, default=State.REPORTED)
    state_since = models.DateTimeField()
    owner = models.ForeignKey("directory.Appointment", models.PROTECT, null=True, related_name="+")
    owner_name = models.CharField(max_length=100, blank=True)
    due_at = models.DateTimeField()
    joined_to = models.ForeignKey("self", models.PROTECT, null=True, related_name="joined")

    class Meta:
        indexes = [
            models.Index(fields=["appointment", "-id"], name="problem_of_reporter"),
            models.Index(
                fields=["body", "due_at"],
                name="waiting_problem_of_body",
                condition=Q(state__in=WAITING),
            ),
            models.Index(fields=["body", "-id"], name="problem_of_body"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="a_report_says_something"),
            models.CheckConstraint(
                condition=Q(first_due_at__gt=F("reported_at")) & Q(due_at__gt=F("reported_at")),
                name="a_problem_falls_due_after_it_was_reported",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.IN_HAND) | ~Q(owner_name=""),
                name="what_is_in_hand_has_an_owner",
            ),
            models.CheckConstraint(
                condition=Q(joined_to=None) | ~Q(joined_to=F("id")),
                name="a_report_is_not_joined_to_itself",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Step(models.Model):
    """Somebody did something about a problem. Names are copied into the step."""

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=StepKind.choices)
    text = models.TextField(blank=True)
    release = models.CharField(max_length=40, blank=True)
    owner = models.ForeignKey("directory.Appointment", models.PROTECT, null=True, related_name="+")
    owner_name = models.CharField(max_length=100, blank=True)
    due_at = models.DateTimeField(null=True)
    other = models.ForeignKey(Problem, models.PROTECT, null=True, related_name="+")
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    by_for = models.CharField(max_length=100, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=StepKind.TAKEN) | Q(owner__isnull=False),
                name="taking_in_hand_names_an_owner",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[StepKind.TAKEN, StepKind.JOINED]) | ~Q(text=""),
                name="every_other_step_says_something",
            ),
        ]

    def __str__(self) -> str:
        return self.kind
