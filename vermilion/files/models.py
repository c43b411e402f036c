"""Bytes known by their digest, the keys that seal them, and what was found in them."""

import uuid

from django.db import models
from django.db.models import F, Q

from vermilion.files.types import Recognising, Soundness, Stage, State


class MasterKey(models.Model):
    """A key that wraps the keys of sealed objects. The key itself lies in a file, never here."""

    name = models.CharField(max_length=60, unique=True)
    fingerprint = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Sealed(models.Model):
    """An encrypted object in the store: its place, and its own key wrapped by a master key."""

    place = models.CharField(max_length=80, unique=True)
    key = models.ForeignKey(MasterKey, models.PROTECT, related_name="+")
    wrapped = models.BinaryField()
    size = models.BigIntegerField()

    class Meta:
        abstract = True

    @property
    def about(self) -> bytes:
        """What the wrapped key is bound to, so that it fits no other row."""
        return self.place.encode()


class Blob(Sealed):
    """Bytes, kept once however often they are handed in. Never edited; known by their SHA-256."""

    digest = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=100, default="application/octet-stream")
    format = models.CharField(max_length=40, blank=True)
    format_name = models.CharField(max_length=200, blank=True)
    stored_at = models.DateTimeField()
    examined_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.digest

    @property
    def about(self) -> bytes:
        return f"{self.place}:{self.digest}".encode()


class Upload(models.Model):
    """A file that somebody hands in, under the name it came with; finished when it has a blob."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person_id = models.BigIntegerField(null=True)
    appointment_id = models.BigIntegerField(null=True)
    body_id = models.BigIntegerField(null=True)
    name = models.CharField(max_length=255)
    declared_type = models.CharField(max_length=100, blank=True)
    declared_size = models.BigIntegerField(null=True)
    received = models.BigIntegerField(default=0)
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    blob = models.ForeignKey(Blob, models.PROTECT, null=True, related_name="uploads")

    class Meta:
        indexes = [
            models.Index(fields=["person_id", "-begun_at"], name="uploads_of_a_person"),
            models.Index(
                fields=["begun_at"],
                condition=Q(finished_at=None, withdrawn_at=None),
                name="uploads_under_way",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(blob=None, finished_at=None)
                | Q(blob__isnull=False, finished_at__isnull=False),
                name="an_upload_is_finished_when_it_has_bytes",
            ),
            models.CheckConstraint(
                condition=Q(declared_size=None) | Q(received__lte=F("declared_size")),
                name="an_upload_receives_no_more_than_declared",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class UploadPart(Sealed):
    """A piece of an upload under way. Removed once the whole is stored or given up."""

    upload = models.ForeignKey(Upload, models.PROTECT, related_name="parts")
    offset = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["upload", "offset"], name="a_part_of_an_upload_is_received_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.upload_id}@{self.offset}"


class Examination(models.Model):
    """One stage of looking into a blob: how it stands, how often it was tried, what was found.

    `reason` and the warnings are codes with facts; `vermilion.files.words` says them in the
    reader's language.
    """

    blob = models.ForeignKey(Blob, models.PROTECT, related_name="examinations")
    stage = models.CharField(max_length=10, choices=Stage.choices)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=40, blank=True)
    facts = models.JSONField(default=dict)
    warnings = models.JSONField(default=list)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["asked_at"],
                condition=Q(state__in=["waiting", "running", "failed"]),
                name="examinations_still_open",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["blob", "stage"], name="a_stage_is_examined_once"),
        ]

    def __str__(self) -> str:
        return f"{self.blob_id} {self.stage}: {self.state}"


class Page(models.Model):
    """The text of one page of a blob, with its lines and where they stand.

    Of a scan, the text was recognised with some certainty, and places are those on the page set
    upright: turned by quarters clockwise, then by what its lines lean.
    """

    blob = models.ForeignKey(Blob, models.PROTECT, related_name="pages")
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    width = models.FloatField(default=0)
    height = models.FloatField(default=0)
    lines = models.JSONField(default=list)
    certainty = models.FloatField(null=True)
    turn = models.PositiveSmallIntegerField(default=0)
    leaning = models.FloatField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["blob", "number"], name="a_page_is_read_once"),
        ]

    def __str__(self) -> str:
        return f"{self.blob_id} p. {self.number}"


class Recognition(models.Model):
    """The recognition of words in the scanned pages of a blob: how it stands, what is left."""

    blob = models.OneToOneField(Blob, models.PROTECT, related_name="recognition")
    state = models.CharField(
        max_length=12, choices=Recognising.choices, default=Recognising.WAITING
    )
    of = models.PositiveIntegerField()
    left = models.JSONField(default=list)
    attempts = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=40, blank=True)
    facts = models.JSONField(default=dict)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["asked_at"],
                condition=Q(state__in=["waiting", "running", "impossible"]),
                name="recognitions_still_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.blob_id}: {self.state}"

    @property
    def done(self) -> int:
        """Pages that were gone through."""
        return self.of - len(self.left)


class Rendition(Sealed):
    """What was made of a blob to be looked at: a PDF, a page image, a small page image."""

    class Kind(models.TextChoices):
        PDF = "pdf", "PDF"
        SCREEN = "screen", "screen"
        THUMB = "thumb", "thumb"

    blob = models.ForeignKey(Blob, models.PROTECT, related_name="renditions")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    page = models.PositiveIntegerField(default=0)
    media_type = models.CharField(max_length=100)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["blob", "kind", "page"], name="a_page_is_pictured_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.blob_id} {self.kind} {self.page}"


class Origin(models.Model):
    """Where a page of a file that was put together here comes from. Added, never edited.

    Turned by quarters clockwise, then by what its lines leaned; the name is that of its day.
    """

    blob = models.ForeignKey(Blob, models.PROTECT, related_name="origins")
    number = models.PositiveIntegerField()
    source = models.ForeignKey(Blob, models.PROTECT, related_name="+")
    source_number = models.PositiveIntegerField()
    turn = models.PositiveSmallIntegerField(default=0)
    leaning = models.FloatField(default=0)
    at = models.DateTimeField()
    appointment_id = models.BigIntegerField(null=True)
    by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["blob", "number"], name="a_page_has_one_origin"),
            models.CheckConstraint(
                condition=Q(turn__in=[0, 90, 180, 270]), name="a_page_is_turned_by_quarters"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.blob_id} p. {self.number} from {self.source_id} p. {self.source_number}"


class FixityCheck(models.Model):
    """What re-reading the kept bytes of a blob found. Added, never edited."""

    blob = models.ForeignKey(Blob, models.PROTECT, related_name="fixity_checks")
    at = models.DateTimeField()
    found = models.CharField(max_length=10, choices=Soundness.choices)

    class Meta:
        indexes = [models.Index(fields=["blob", "-at"], name="fixity_of_a_blob")]

    def __str__(self) -> str:
        return f"{self.blob_id} {self.found}"
