"""Documents as they were issued: what stands on them, and their files."""

from django.db import models
from django.db.models import Q

from vermilion.access.types import Grade
from vermilion.documents.types import Circulation, Settlement, TypeFamily, Urgency


class DocumentType(models.Model):
    """A type of document in a family's rules, with the days on which it was in use. Data."""

    code = models.SlugField(max_length=40, unique=True)
    family = models.CharField(max_length=10, choices=TypeFamily.choices)
    abbreviation = models.CharField(max_length=10, blank=True)
    also_abbreviated = models.JSONField(default=list, blank=True)
    names = models.JSONField(default=dict)
    ordinal = models.PositiveIntegerField(default=0)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=models.F("valid_from")),
                name="a_type_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def name_in(self, language: str) -> str:
        """The name in a language, or failing that in the language of the rules."""
        names: dict[str, str] = self.names
        return names.get(language[:2]) or names.get("vi") or self.code


class Document(models.Model):
    """An official document. Names of issuer and signer are copied as they stood on it."""

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="documents")
    symbol = models.CharField(max_length=60, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    issuer = models.CharField(max_length=200)
    issuer_body = models.ForeignKey(
        "directory.Body", models.PROTECT, null=True, blank=True, related_name="issued_documents"
    )
    type = models.ForeignKey(DocumentType, models.PROTECT, null=True, blank=True)
    abstract = models.CharField(max_length=500)
    signer = models.CharField(max_length=50, blank=True)
    signer_post = models.CharField(max_length=100, blank=True)
    competence = models.CharField(max_length=10, blank=True)
    urgency = models.PositiveSmallIntegerField(choices=Urgency.choices, default=Urgency.NORMAL)
    secrecy = models.PositiveSmallIntegerField(choices=Grade.choices, default=Grade.OPEN)
    circulation = models.CharField(max_length=10, choices=Circulation.choices, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    copies = models.PositiveIntegerField(default=1)
    language = models.CharField(max_length=30, default="vi")
    note = models.CharField(max_length=500, blank=True)
    reply_due_on = models.DateField(null=True, blank=True)
    # The dossier that the document belongs to: its year, its notation, the ordinal within it.
    dossier_year = models.PositiveSmallIntegerField(null=True, blank=True)
    dossier_notation = models.CharField(max_length=20, blank=True, db_default="")
    dossier_ordinal = models.PositiveSmallIntegerField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    # Copies for speed, written with the fields they follow from: what a twin is known by.
    symbol_key = models.CharField(max_length=60, blank=True)
    issuer_key = models.CharField(max_length=300)

    class Meta:
        indexes = [
            models.Index(fields=["body", "symbol_key"], name="document_twin"),
            models.Index(fields=["body", "-id"], name="document_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                # Of a secret one the books of an open network hold a bare line alone.
                condition=~Q(issuer="") & (~Q(abstract="") | Q(secrecy__gt=Grade.OPEN)),
                name="a_document_has_an_issuer_and_an_abstract",
            ),
            models.CheckConstraint(
                condition=Q(secrecy__in=Grade.values), name="a_document_has_a_known_grade"
            ),
            models.CheckConstraint(
                condition=Q(urgency__in=Urgency.values), name="a_document_has_a_known_urgency"
            ),
            models.CheckConstraint(
                condition=Q(copies__gte=1) & (Q(pages=None) | Q(pages__gte=1)),
                name="pages_and_copies_start_at_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.symbol} {self.abstract}".strip()


class Attachment(models.Model):
    """A file of a document, under the name it came with. The first one is the document itself."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="attachments")
    blob = models.ForeignKey("files.Blob", models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    ordinal = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["ordinal", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "ordinal"], name="a_document_orders_its_files"
            ),
            models.UniqueConstraint(
                fields=["document", "blob"], name="a_document_holds_a_file_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Correction(models.Model):
    """One field that was corrected: what it said, what it says now, who, when and why."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="corrections")
    field = models.CharField(max_length=30)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    reason = models.CharField(max_length=500)
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.field} of {self.document_id}"


class Hold(models.Model):
    """A file stopped for a clerk's check, because its first page bears a mark of secrecy.

    Says which words were found and on which line; holds neither the content nor the file's name.
    """

    # Empty once the file was handed back: nothing of it is left here.
    blob = models.ForeignKey("files.Blob", models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    grade = models.PositiveSmallIntegerField(choices=Grade.choices)
    words = models.CharField(max_length=60)
    line = models.PositiveIntegerField()
    handed_in_by = models.CharField(max_length=100)
    held_at = models.DateTimeField()
    settlement = models.CharField(max_length=12, choices=Settlement.choices, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=100, blank=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["body", "-id"], name="hold_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["blob", "body"],
                condition=Q(settled_at=None),
                name="a_file_is_held_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, settlement="")
                | Q(settled_at__isnull=False) & ~Q(settlement="") & ~Q(reason=""),
                name="a_hold_is_settled_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(blob__isnull=False) | Q(settled_at__isnull=False),
                name="a_file_that_waits_is_here",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.words} ({self.blob_id})"
