"""A duty, and the acts upon it: each act is a row that is added and never changed."""

from django.db import models
from django.db.models import F, Q

from vermilion.tasks.types import ACTIVE, OPEN, Ground, Manner, Part, State


class Task(models.Model):
    """A duty given to a unit, or to a person in a post. Names are copied as they stood.

    `state`, `state_since`, `due_at`, `doer` and `progress` are copies of what the acts below say,
    for lists; `doctor` compares. `first_due_at` is the deadline as it was given, `latest_at` the
    moment behind which no extension may go.
    """

    subject_kind = models.CharField(max_length=30)
    subject_id = models.BigIntegerField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, null=True, related_name="+")
    appointment = models.ForeignKey(
        "directory.Appointment", models.PROTECT, null=True, related_name="+"
    )
    recipient = models.CharField(max_length=200)
    part = models.CharField(max_length=12, choices=Part.choices)
    instruction = models.TextField(blank=True)
    first_due_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    latest_at = models.DateTimeField(null=True)
    approval = models.BooleanField(default=False, db_default=False)
    giver = models.ForeignKey("directory.Appointment", models.PROTECT, null=True, related_name="+")
    given_by = models.CharField(max_length=100)
    given_by_post = models.CharField(max_length=120)
    given_for = models.CharField(max_length=100, blank=True)
    given_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.GIVEN)
    state_since = models.DateTimeField()
    doer = models.ForeignKey("directory.Appointment", models.PROTECT, null=True, related_name="+")
    doer_name = models.CharField(max_length=200, blank=True, db_default="")
    progress = models.PositiveSmallIntegerField(default=0, db_default=0)

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"], name="task_subject"),
            models.Index(fields=["parent"], name="part_of_task"),
            models.Index(
                fields=["unit", "due_at"], name="active_task_of_unit", condition=Q(state__in=ACTIVE)
            ),
            models.Index(
                fields=["appointment", "due_at"],
                name="active_task_of_post",
                condition=Q(state__in=ACTIVE),
            ),
            models.Index(
                fields=["doer", "due_at"], name="active_task_of_doer", condition=Q(state__in=ACTIVE)
            ),
            models.Index(fields=["giver"], name="open_task_given", condition=Q(state__in=OPEN)),
            models.Index(
                fields=["giver"], name="reported_task_given", condition=Q(state=State.REPORTED)
            ),
            models.Index(
                fields=["unit"], name="reported_task_of_unit", condition=Q(state=State.REPORTED)
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
            models.CheckConstraint(
                condition=Q(progress__lte=100), name="nobody_does_more_than_everything"
            ),
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "unit", "part"],
                condition=Q(state__in=OPEN, unit__isnull=False),
                name="a_unit_has_a_part_in_a_matter_once",
            ),
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "appointment", "part"],
                condition=Q(state__in=OPEN, appointment__isnull=False),
                name="a_person_has_a_part_in_a_matter_once",
            ),
        ]

    def __str__(self) -> str:
        return self.recipient

    @property
    def completion(self) -> "Completion | None":
        """The report that stands: not sent back, and not reopened."""
        standing = [each for each in self.completions.all() if each.stands]
        return standing[-1] if standing else None

    @property
    def question(self) -> "Question | None":
        """The question for whose answer the duty waits."""
        waiting = [each for each in self.questions.all() if not each.is_answered]
        return waiting[-1] if waiting else None

    @property
    def extension(self) -> "Extension | None":
        """The wish for a later deadline that nobody has decided yet."""
        waiting = [each for each in self.extensions.all() if not each.is_decided]
        return waiting[-1] if waiting else None


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


class Handover(Act):
    """Within the unit the work went from one to another; or a leader took it over."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="handovers")
    manner = models.CharField(max_length=10, choices=Manner.choices)
    person = models.ForeignKey("directory.Appointment", models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=200)
    before_name = models.CharField(max_length=200, blank=True)
    words = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["id"]


class Progress(Act):
    """How far the work is: a share of the whole, and what remains, in words."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="progresses")
    percent = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=2000, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(percent__lte=100), name="progress_ends_at_hundred"),
        ]


class Question(Act):
    """The holder asks somebody about the duty, and waits until there is an answer."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="questions")
    asker = models.ForeignKey("directory.Appointment", models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, null=True, related_name="+")
    appointment = models.ForeignKey(
        "directory.Appointment", models.PROTECT, null=True, related_name="+"
    )
    asked = models.CharField(max_length=200)
    text = models.CharField(max_length=2000)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit=None, appointment__isnull=False)
                | Q(unit__isnull=False, appointment=None),
                name="a_question_goes_to_one",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_answered(self) -> bool:
        return hasattr(self, "answer")


class Answer(Act):
    """What was answered. Ends the waiting."""

    question = models.OneToOneField(Question, models.PROTECT, related_name="answer")
    text = models.CharField(max_length=4000)

    def __str__(self) -> str:
        return self.text


class Extension(Act):
    """The holder asks for a later deadline, with the reason; or, `unasked`, whoever gave the duty
    sets another one, earlier or later."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="extensions")
    asker = models.ForeignKey("directory.Appointment", models.PROTECT, null=True, related_name="+")
    due_before = models.DateTimeField(null=True)
    until = models.DateTimeField()
    unasked = models.BooleanField(default=False, db_default=False)
    reason = models.CharField(max_length=1000)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unasked=True) | Q(until__gt=F("due_before")),
                name="an_extension_asks_for_later",
            ),
            models.CheckConstraint(
                condition=Q(unasked=True) | Q(due_before__isnull=False),
                name="only_a_deadline_is_asked_to_be_later",
            ),
        ]

    @property
    def is_decided(self) -> bool:
        return hasattr(self, "decision")


class ExtensionDecision(Act):
    """What was decided on the wish: a day (the one asked for, or another), or none, with reason."""

    extension = models.OneToOneField(Extension, models.PROTECT, related_name="decision")
    until = models.DateTimeField(null=True)
    reason = models.CharField(max_length=1000, blank=True)


class ExtensionRule(Act):
    """How often, and by how many days in all, deadlines may be extended in a branch.

    Added, never edited: the latest of the nearest body holds.
    """

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="extension_rules")
    most = models.PositiveSmallIntegerField()
    days = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["body", "-id"], name="extension_rule_of_body")]


class Return(Act):
    """The recipient gives the duty back, with the reason. Ends the duty."""

    task = models.OneToOneField(Task, models.PROTECT, related_name="return_act")
    ground = models.CharField(max_length=12, choices=Ground.choices, blank=True, db_default="")
    reason = models.CharField(max_length=1000)


class Completion(Act):
    """The recipient reports the duty done. With `for_approval` it is done once approved."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="completions")
    reporter = models.ForeignKey(
        "directory.Appointment", models.PROTECT, null=True, related_name="+"
    )
    report = models.TextField()
    for_approval = models.BooleanField(default=False, db_default=False)

    class Meta:
        ordering = ["id"]

    @property
    def verdict(self) -> "Approval | None":
        """What was decided on the report, where it was to be approved."""
        return self.approval if hasattr(self, "approval") else None

    @property
    def stands(self) -> bool:
        """Whether the report is neither reopened nor sent back."""
        sent_back = hasattr(self, "approval") and not self.approval.approved
        return not hasattr(self, "reopening") and not sent_back

    @property
    def is_final(self) -> bool:
        """Whether the duty is done by it: it stands, and was approved where it had to be."""
        return self.stands and (not self.for_approval or hasattr(self, "approval"))


class Approval(Act):
    """Whether a report was approved, or sent back with the reason."""

    completion = models.OneToOneField(Completion, models.PROTECT, related_name="approval")
    approved = models.BooleanField()
    reason = models.CharField(max_length=1000, blank=True)


class Reopening(Act):
    """Whoever directed opens a completed duty again, with the reason."""

    completion = models.OneToOneField(Completion, models.PROTECT, related_name="reopening")
    reason = models.CharField(max_length=1000)


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
