"""Waits, what was done about them, ladders, the duty list, and who watches what."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from vermilion.followup.types import Answer, Offset, Rung, Stage

_OPEN = Q(answered_at=None)


class Wait(models.Model):
    """Something is waited for: since when, for whom, and how far its ladder was climbed.

    `next_step_at` is when the next step is due (empty: everybody was told, or it was read and
    that is enough); `step` counts the steps, and 0 says that none was planned yet. `remind_at` is
    the next morning on which somebody may want to be reminded. `hour` is when it is due.
    """

    stage = models.CharField(max_length=10, choices=Stage.choices)
    subject_kind = models.CharField(max_length=30)
    subject_id = models.BigIntegerField()
    document = models.ForeignKey(
        "documents.Document", models.PROTECT, null=True, related_name="waits"
    )
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, null=True, related_name="+")
    holder = models.ForeignKey("directory.Appointment", models.PROTECT, null=True, related_name="+")
    urgency = models.PositiveSmallIntegerField(default=0)
    since = models.DateTimeField()
    hour = models.DateTimeField(null=True)
    step = models.PositiveSmallIntegerField(default=0)
    next_step_at = models.DateTimeField(null=True)
    remind_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    read_by = models.CharField(max_length=100, blank=True)
    read_by_post = models.CharField(max_length=120, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=100, blank=True)
    answered_by_post = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["stage", "subject_kind", "subject_id"],
                condition=_OPEN,
                name="one_thing_is_waited_for_once",
            ),
            models.CheckConstraint(
                condition=_OPEN | Q(next_step_at=None, remind_at=None),
                name="nobody_is_told_after_the_answer",
            ),
        ]
        indexes = [
            models.Index(fields=["next_step_at", "id"], name="steps_to_climb", condition=_OPEN),
            models.Index(fields=["remind_at", "id"], name="waits_to_remind_of", condition=_OPEN),
            models.Index(fields=["document"], name="open_waits_of_a_paper", condition=_OPEN),
            models.Index(fields=["subject_kind", "subject_id"], name="waits_of_a_thing"),
            models.Index(fields=["body", "-since", "-id"], name="waits_of_a_body"),
            models.Index(fields=["answered_at"], name="waits_answered", condition=~_OPEN),
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.subject_kind}:{self.subject_id}"


class Escalation(models.Model):
    """A step of a ladder that was climbed: who was told, on which rung, when. Never edited."""

    wait = models.ForeignKey(Wait, models.PROTECT, related_name="escalations")
    step = models.PositiveSmallIntegerField()
    rung = models.CharField(max_length=10, choices=Rung.choices)
    told = ArrayField(models.BigIntegerField())
    names = ArrayField(models.CharField(max_length=250))
    resting = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["wait", "step"], name="a_step_is_climbed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.wait_id} {self.step}"


class Reminder(models.Model):
    """Those who wanted it were reminded of a deadline as it then stood. Once for each morning."""

    wait = models.ForeignKey(Wait, models.PROTECT, related_name="reminders")
    offset = models.CharField(max_length=5, choices=Offset.choices)
    due_at = models.DateTimeField()
    number = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["wait", "offset", "due_at"], name="of_a_deadline_one_is_reminded_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wait_id} {self.offset}"


class Prompt(models.Model):
    """Somebody reminded whoever has it, by hand."""

    wait = models.ForeignKey(Wait, models.PROTECT, related_name="prompts")
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    by_for = models.CharField(max_length=100, blank=True)
    names = ArrayField(models.CharField(max_length=250))
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.wait_id} {self.by}"


class Ladder(models.Model):
    """The ladder of a body for one urgency; it holds below as well, where none is settled."""

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="ladders")
    urgency = models.PositiveSmallIntegerField()
    minutes = models.PositiveIntegerField()
    rungs = ArrayField(models.CharField(max_length=10, choices=Rung.choices))
    answer = models.CharField(max_length=5, choices=Answer.choices, default=Answer.DONE)
    working_time = models.BooleanField(default=False)
    by_mail = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "urgency"], name="a_body_has_one_ladder_for_an_urgency"
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=1), name="a_step_takes_at_least_a_minute"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.urgency}"


class Turn(models.Model):
    """Somebody is on duty on a day and in the night that follows. It ends with a reason."""

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="turns")
    on = models.DateField()
    ordinal = models.PositiveSmallIntegerField()
    appointment = models.ForeignKey("directory.Appointment", models.PROTECT, related_name="turns")
    instead_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaced_by")
    planned_by = models.CharField(max_length=100)
    planned_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=100, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["on", "ordinal", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "on", "ordinal"],
                condition=Q(ended_at=None),
                name="one_person_is_first_on_duty",
            ),
            models.UniqueConstraint(
                fields=["body", "on", "appointment"],
                condition=Q(ended_at=None),
                name="nobody_is_on_duty_twice_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | ~Q(reason=""), name="a_turn_ends_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.ordinal}"


class Watching(models.Model):
    """A person in a post, or a unit, watches a document from a day on."""

    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="watchers")
    appointment = models.ForeignKey(
        "directory.Appointment", models.PROTECT, null=True, related_name="+"
    )
    unit = models.ForeignKey("directory.Unit", models.PROTECT, null=True, related_name="+")
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(unit=None, appointment__isnull=False)
                | Q(unit__isnull=False, appointment=None),
                name="a_person_or_a_unit_watches",
            ),
            models.UniqueConstraint(
                fields=["document", "appointment"],
                condition=Q(ended_at=None, appointment__isnull=False),
                name="a_person_watches_a_paper_once",
            ),
            models.UniqueConstraint(
                fields=["document", "unit"],
                condition=Q(ended_at=None, unit__isnull=False),
                name="a_unit_watches_a_paper_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("since")),
                name="watching_ends_after_it_began",
            ),
        ]
        indexes = [
            models.Index(
                fields=["appointment"], name="watched_by_a_person", condition=Q(ended_at=None)
            ),
            models.Index(fields=["unit"], name="watched_by_a_unit", condition=Q(ended_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}"


class ReminderHabit(models.Model):
    """How long before a deadline a person wants to be reminded; without a row: the day before."""

    person = models.OneToOneField("directory.Person", models.PROTECT, related_name="reminder_habit")
    before = ArrayField(models.CharField(max_length=5, choices=Offset.choices))

    def __str__(self) -> str:
        return ", ".join(self.before)
