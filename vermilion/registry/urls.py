"""Doors of the books."""

from django.urls import path

from vermilion.registry.types import BookKind
from vermilion.registry.views import books, issuing, lines, registering, taking

app_name = "registry"
urlpatterns = [
    path("incoming/new/", registering.new, name="new"),
    path("outgoing/new/", issuing.new, {"kind": BookKind.OUTGOING}, name="outgoing-new"),
    path("internal/new/", issuing.new, {"kind": BookKind.INTERNAL}, name="internal-new"),
    path("copies/new/", issuing.new, {"kind": BookKind.COPIES}, name="copies-new"),
    *(path(f"{kind}/", lines.book, {"kind": kind}, name=kind.value) for kind in BookKind),
    *(
        path(f"{kind}/print/", taking.printed, {"kind": kind}, name=f"{kind}-print")
        for kind in BookKind
    ),
    *(
        path(f"{kind}/sheet/", taking.sheet, {"kind": kind}, name=f"{kind}-sheet")
        for kind in BookKind
    ),
    path("incoming/follow-up/", taking.follow_up, name="follow-up-print"),
    path("postal/print/", taking.postal, name="postal-print"),
    path("file-copies/print/", taking.uses_of_file_copies, name="file-copies-print"),
    path("labels/", taking.labels, name="labels"),
    path("books/", books.books, name="books"),
    path("books/opening/", books.opening, name="opening"),
    path("books/terms/", books.terms, name="terms"),
    path("books/fields/", books.fields, name="fields"),
    path("books/fields/<int:field_id>/retirement/", books.retirement, name="retirement"),
    path("books/<int:book_id>/", books.settling, name="settling"),
    path("books/<int:book_id>/closing/", books.closing, name="closing"),
    path("entries/<int:entry_id>/", lines.entry, name="entry"),
    path("entries/<int:entry_id>/striking/", lines.striking, name="striking"),
    path("entries/<int:entry_id>/correction/", lines.correction, name="correction"),
    path("entries/<int:entry_id>/joinings/", lines.joinings, name="joinings"),
    path("entries/<int:entry_id>/postings/", lines.postings, name="postings"),
    path("entries/<int:entry_id>/stamped/", taking.stamped, name="stamped"),
]
