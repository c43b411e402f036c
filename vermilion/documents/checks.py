"""What the doctor asks of documents."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from vermilion.documents import models, queries
from vermilion.kernel import clock
from vermilion.kernel.findings import Finding, Level, check

LONGEST_WAIT = timedelta(days=1)
NAMED = 20
"""So many findings of a kind are named; what else is wrong shows once these are mended."""


@check(id="documents.types")
def types_are_loaded() -> Iterator[Finding]:
    """The types of documents of the data file are in the database, as the file has them."""
    if queries.types_out_of_line():
        yield Finding(
            id="documents.types",
            sentence=_("The types of documents are not those of the data file."),
            hint=_("Load them: vermilion migrate."),
        )


@check(id="documents.files")
def documents_have_their_files() -> Iterator[Finding]:
    """Every document that has files has a first one, in order and without a gap."""
    files = models.Attachment.objects.filter(document=OuterRef("pk"))
    lacking = models.Document.objects.filter(Exists(files)).exclude(Exists(files.filter(ordinal=0)))
    for document in lacking.order_by("id")[:NAMED]:
        yield Finding(
            id="documents.files",
            sentence=_("The document %(document)s has files, but not its first one."),
            hint=_("Look for it in the log: vermilion audit find document:%(document)s."),
            subject=f"document:{document.pk}",
            facts={"document": document.pk},
        )


@check(id="documents.keys", deep=True)
def keys_follow_from_fields() -> Iterator[Finding]:
    """What a twin is known by follows from number, notation and issuer of every document."""
    for document_id in queries.documents_with_stale_keys(limit=NAMED):
        yield Finding(
            id="documents.keys",
            sentence=_("A twin of the document %(document)s would not be noticed."),
            hint=_("Correct any field of it: its keys are written anew."),
            subject=f"document:{document_id}",
            facts={"document": document_id},
        )


@check(id="documents.held")
def held_files_are_checked() -> Iterator[Finding]:
    """No file that bears a mark of secrecy waits longer than a day for its check."""
    late = models.Hold.objects.filter(settled_at=None, held_at__lt=clock.now() - LONGEST_WAIT)
    for hold in late.select_related("body").order_by("id")[:NAMED]:
        yield Finding(
            id="documents.held",
            sentence=_("A file that bears a mark of secrecy has waited since %(day)s in %(body)s."),
            hint=_("A clerk of that body checks it on the page “Files held for a check”."),
            subject=f"hold:{hold.pk}",
            facts={"day": hold.held_at.date().isoformat(), "body": hold.body.name},
        )


@check(id="documents.secret", deep=True)
def nothing_is_kept_that_the_zone_may_not_carry() -> Iterator[Finding]:
    """No document is of a grade that the network zone of this installation may not carry."""
    for document_id in queries.documents_above_the_zone(limit=NAMED):
        yield Finding(
            id="documents.secret",
            sentence=_("The document %(document)s is of a grade that this network may not hold."),
            hint=_("Tell the security officer at once, and look at VERMILION_ZONE."),
            subject=f"document:{document_id}",
            level=Level.FAULT,
            facts={"document": document_id},
        )
