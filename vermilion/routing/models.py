"""The slip that goes with a registered document, and what leaders direct on it."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
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
                fields=["body", "-id"],
                name="unfinished_slip_newest",
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

    @property
    def closing(self) -> "Closing | None":
        """The act that closed it, if it has not been reopened since."""
        standing = [each for each in self.closings.all() if each.stands]
        return standing[-1] if standing else None

    @property
    def preparation(self) -> "Preparation | None":
        """What an assistant laid before the leader last, while it has not become a direction."""
        made = list(self.preparations.all())
        return made[-1] if made and not made[-1].is_used else None

    @property
    def last_direction(self) -> "Direction | None":
        """The direction that was written on it last."""
        return self.directions.order_by("-id").first()


class Preparation(models.Model):
    """A direction as an assistant prepared it. Never edited; a later one takes its place.

    `plan` has the shares as they were proposed; the leader confirms them as they are, or changes
    them, and the direction that follows names the preparation it was made from.
    """

    slip = models.ForeignKey(Slip, models.PROTECT, related_name="preparations")
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    by_for = models.CharField(max_length=100, blank=True)
    instruction = models.TextField(blank=True)
    note = models.CharField(max_length=1000, blank=True)
    plan = models.JSONField(default=list)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    @property
    def is_used(self) -> bool:
        """Whether a direction was given after it, from it or without it."""
        return any(each.at >= self.at for each in self.slip.directions.all())


class Direction(models.Model):
    """What a leader wrote on a slip, in which post and for whom. Never edited; added to.

    `preparation` is what an assistant had prepared; `as_prepared` whether nothing was changed.
    """

    slip = models.ForeignKey(Slip, models.PROTECT, related_name="directions")
    appointment_id = models.BigIntegerField()
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    by_for = models.CharField(max_length=100, blank=True)
    instruction = models.TextField(blank=True)
    preparation = models.ForeignKey(
        Preparation, models.PROTECT, null=True, related_name="directions"
    )
    as_prepared = models.BooleanField(default=False, db_default=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["appointment_id", "-at"],
                name="direction_in_their_stead",
                condition=~Q(by_for=""),
            ),
        ]

    @property
    def shown(self) -> "list[Assignment]":
        """The shares, each followed by what was given on below it."""
        shares = list(self.assignments.all())
        below: dict[int | None, list[Assignment]] = {}
        for share in shares:
            below.setdefault(share.task.parent_id if share.below else None, []).append(share)
        found: list[Assignment] = []
        waiting = list(reversed(below.get(None, [])))
        while waiting:
            share = waiting.pop()
            found.append(share)
            waiting.extend(reversed(below.get(share.task_id, [])))
        return found

    def __str__(self) -> str:
        return self.instruction


class Assignment(models.Model):
    """One share of a matter: the task that it gave.

    A share `below` was given on by whoever had one of the direction's own; only those count for
    how the slip stands.
    """

    direction = models.ForeignKey(Direction, models.PROTECT, related_name="assignments")
    slip = models.ForeignKey(Slip, models.PROTECT, related_name="assignments")
    task = models.OneToOneField("tasks.Task", models.PROTECT, related_name="assignment")
    part = models.CharField(max_length=12, choices=Part.choices)
    below = models.BooleanField(default=False, db_default=False)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.part


class Closing(models.Model):
    """The act that closed a slip, when every lead was done."""

    slip = models.ForeignKey(Slip, models.PROTECT, related_name="closings")
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    by_for = models.CharField(max_length=100, blank=True)
    note = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.note

    @property
    def stands(self) -> bool:
        """Whether it was not reopened."""
        return not hasattr(self, "reopening")


class SlipReopening(models.Model):
    """The act that opened a closed slip again, with the reason."""

    closing = models.OneToOneField(Closing, models.PROTECT, related_name="reopening")
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    by_for = models.CharField(max_length=100, blank=True)
    reason = models.CharField(max_length=1000)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.reason


class Precedent(models.Model):
    """Who got which part of a paper of a kind: what suggestions are learned from.

    A copy of what was directed, kept small; written anew when a slip is directed again, so that
    a correction is learned too.
    """

    slip = models.OneToOneField(Slip, models.PROTECT, related_name="precedent")
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    issuer_key = models.CharField(max_length=300)
    type_code = models.CharField(max_length=40, blank=True)
    words = ArrayField(models.CharField(max_length=60), default=list)
    leads = ArrayField(models.CharField(max_length=30), default=list)
    supports = ArrayField(models.CharField(max_length=30), default=list)
    readers = ArrayField(models.CharField(max_length=30), default=list)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["body", "issuer_key", "-id"], name="precedent_by_issuer"),
            models.Index(fields=["body", "type_code", "-id"], name="precedent_by_type"),
            GinIndex(fields=["words"], name="precedent_by_words"),
        ]


class Phrase(models.Model):
    """Words that are used again and again in directions, of a person or of a whole body.

    Struck out, never edited. `{lead}`, `{supports}`, `{day}` and `{days}` are filled in.
    """

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    person = models.ForeignKey("directory.Person", models.PROTECT, null=True, related_name="+")
    text = models.CharField(max_length=500)
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True)
    struck_by = models.CharField(max_length=100, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["body", "person"], name="phrase_of_whom", condition=Q(struck_at=None)
            )
        ]

    def __str__(self) -> str:
        return self.text


class UnitCircle(models.Model):
    """A named set of units and people of one body, named at once in a direction.

    Struck out, never edited. `members` are written `unit:3` or `post:7`.
    """

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    members = ArrayField(models.CharField(max_length=30))
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True)
    struck_by = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "name"],
                condition=Q(struck_at=None),
                name="a_body_names_a_circle_of_units_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name
