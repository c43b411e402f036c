"""Documents as they were issued: what stands on them, and their files."""

from django.db import models

from vermilion.access.types import Grade
from vermilion.documents.types import Circulation, Urgency


class DocumentType(models.Model):
    """A type of document in a family's rules, with the days on which it was in use. Data."""

    code = models.SlugField(max_length=40, unique=True)
    family = models.CharField(max_length=10)
    abbreviation = models.CharField(max_length=10, blank=True)
    names = models.JSONField(default=dict)
    ordinal = models.PositiveIntegerField(default=0)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.code


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
    signer = models.CharField(max_length=100, blank=True)
    signer_post = models.CharField(max_length=100, blank=True)
    competence = models.CharField(max_length=10, blank=True)
    urgency = models.PositiveSmallIntegerField(choices=Urgency.choices, default=Urgency.NORMAL)
    secrecy = models.PositiveSmallIntegerField(choices=Grade.choices, default=Grade.OPEN)
    circulation = models.CharField(max_length=10, choices=Circulation.choices, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    copies = models.PositiveIntegerField(default=1)
    language = models.CharField(max_length=10, default="vi")
    note = models.CharField(max_length=500, blank=True)
    reply_due_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

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
        ]

    def __str__(self) -> str:
        return self.name
