"""What came in, the files of it, what was done with it, and what that taught."""

from django.db import models
from django.db.models import Q

from vermilion.arrivals import rules
from vermilion.arrivals.types import Deed, LessonKind, Source, Standing
from vermilion.documents.types import Urgency
from vermilion.registry.types import Channel


class Arrival(models.Model):
    """Something that came in to a body. Never removed: it ends in a book, or refused.

    `standing` is a copy for speed of what the last handling came to. `order_at` is the hour by
    which it is listed among arrivals of its urgency: that of delivery, or that of coming.
    """

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    source = models.CharField(max_length=10, choices=Source.choices)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    came_at = models.DateTimeField()
    brought_by = models.CharField(max_length=100)
    title = models.CharField(max_length=255, blank=True)
    packet_id = models.CharField(max_length=255, blank=True)
    document_key = models.CharField(max_length=255, blank=True)
    letter_from = models.CharField(max_length=255, blank=True)
    letter_text = models.TextField(blank=True)
    # What the sender states of the paper, and what was read of it, field by field.
    stated = models.JSONField(default=dict, blank=True)
    seen = models.JSONField(default=dict, blank=True)
    read_at = models.DateTimeField(null=True)
    urgency = models.PositiveSmallIntegerField(choices=Urgency.choices, default=Urgency.NORMAL)
    deliver_at = models.DateTimeField(null=True)
    order_at = models.DateTimeField()
    # Whether its packed files become one arrival, or one each.
    each_apart = models.BooleanField(default=False)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.WAITING)
    settled_at = models.DateTimeField(null=True)
    settled_by_id = models.BigIntegerField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    entry = models.ForeignKey("registry.Entry", models.PROTECT, null=True, related_name="arrivals")
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="followers")

    class Meta:
        indexes = [
            models.Index(
                fields=["body", "-urgency", "order_at", "id"],
                condition=Q(standing="waiting"),
                name="arrival_waiting",
            ),
            models.Index(fields=["body", "standing", "-id"], name="arrival_newest"),
            models.Index(
                fields=["body", "document_key"],
                condition=~Q(document_key=""),
                name="arrival_document",
            ),
            models.Index(
                fields=["body", "settled_by_id", "-settled_at"],
                condition=Q(standing="registered"),
                name="arrival_last_sender",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "packet_id"],
                condition=~Q(packet_id="") & ~Q(standing="refused"),
                name="a_packet_comes_once",
            ),
            models.CheckConstraint(
                condition=~Q(standing="registered") | Q(entry__isnull=False),
                name="a_registered_arrival_has_its_line",
            ),
            models.CheckConstraint(
                condition=~Q(standing__in=["refused", "aside"]) | ~Q(reason=""),
                name="an_arrival_is_refused_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(standing__in=["waiting", "aside"], settled_at=None)
                | ~Q(standing__in=["waiting", "aside"]) & Q(settled_at__isnull=False),
                name="an_arrival_is_settled_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"arrival {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be dealt with."""
        return self.standing in (Standing.WAITING, Standing.ASIDE)

    @property
    def came_late(self) -> bool:
        """Whether it reached us after the hour for which it was sent."""
        return rules.came_late(self.came_at, self.deliver_at)


class Enclosure(models.Model):
    """A file of an arrival; the one of the lowest ordinal is the paper itself.

    It goes with its blob: nothing of a file that was handed back stays, not even its name.
    """

    arrival = models.ForeignKey(Arrival, models.PROTECT, related_name="enclosures")
    blob = models.ForeignKey("files.Blob", models.CASCADE, related_name="+")
    name = models.CharField(max_length=255)
    ordinal = models.PositiveIntegerField(default=0)
    # The packed file or mail out of which it was taken.
    out_of = models.ForeignKey("self", models.SET_NULL, null=True, related_name="taken_out")
    unpacked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["ordinal", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["arrival", "blob"], name="an_arrival_holds_a_file_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Handling(models.Model):
    """One thing that was done with an arrival. Added, never edited."""

    arrival = models.ForeignKey(Arrival, models.PROTECT, related_name="handlings")
    deed = models.CharField(max_length=10, choices=Deed.choices)
    words = models.CharField(max_length=500, blank=True)
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.arrival_id} {self.deed}"


class Lesson(models.Model):
    """What registering taught a body: under which cue it proposes what from now on.

    Not edited but forgotten, by a clerk or by a paper that contradicts it, and learned anew.
    """

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=LessonKind.choices)
    cue = models.CharField(max_length=500)
    cue_words = models.CharField(max_length=500)
    says = models.JSONField(default=dict)
    says_words = models.CharField(max_length=300)
    times = models.PositiveIntegerField(default=1)
    learned_at = models.DateTimeField()
    last_at = models.DateTimeField()
    learned_from = models.CharField(max_length=100)
    forgotten_at = models.DateTimeField(null=True)
    forgotten_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "kind", "cue"],
                condition=Q(forgotten_at=None),
                name="a_cue_teaches_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(forgotten_at=None) | ~Q(forgotten_because=""),
                name="a_lesson_is_forgotten_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cue_words}: {self.says_words}"


class Sighting(models.Model):
    """A file seen in a watched folder that may still be growing. Removed once it was taken."""

    path = models.CharField(max_length=1000, unique=True)
    size = models.BigIntegerField()
    changed_ns = models.BigIntegerField()
    since = models.DateTimeField()

    def __str__(self) -> str:
        return self.path
