"""The books of a body. Lines are added and struck out, never edited or removed."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from vermilion.registry.rules import padded
from vermilion.registry.types import BookKind, Channel, Turnover


class _Days(Func):
    function = "daterange"
    template = "%(function)s(%(expressions)s, '[)')"


class Term(models.Model):
    """A term of office of a body's committee, from the day after one congress to the next."""

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="terms")
    name = models.CharField(max_length=100)
    opens_on = models.DateField()
    closes_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="a_body_has_one_term_on_a_day",
                expressions=[
                    ("body", RangeOperators.EQUAL),
                    (_Days(F("opens_on"), F("closes_on")), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Book(models.Model):
    """A register of a body. It runs on for ever; its numbers start again every period."""

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="books")
    kind = models.CharField(max_length=10, choices=BookKind.choices)
    turnover = models.CharField(max_length=5, choices=Turnover.choices, default=Turnover.YEAR)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "kind"], name="a_body_keeps_one_book_of_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Series(models.Model):
    """The numbers of a book in one year or term. The counter moves forward, one at a time.

    `last` is the highest number given out; the database refuses to lower it, to skip one, and to
    commit one without its line.
    """

    book = models.ForeignKey(Book, models.PROTECT, related_name="series")
    opens_on = models.DateField()
    closes_on = models.DateField(null=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "series"
        constraints = [
            ExclusionConstraint(
                name="a_book_has_one_series_on_a_day",
                expressions=[
                    ("book", RangeOperators.EQUAL),
                    (_Days(F("opens_on"), F("closes_on")), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return str(self.opens_on.year)


class Entry(models.Model):
    """A line of a book: a document under its number. Never edited, never removed."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="entries")
    arrived_on = models.DateField()
    channel = models.CharField(max_length=10, choices=Channel.choices)
    laid_before = models.ForeignKey(
        "directory.Appointment", models.PROTECT, null=True, related_name="+"
    )
    registered_at = models.DateTimeField()
    registrar = models.CharField(max_length=100)
    registrar_post = models.CharField(max_length=120)
    # Keys by which a twin is known: number and notation, issuer, year of the document.
    symbol_key = models.CharField(max_length=60, blank=True)
    issuer_key = models.CharField(max_length=200)
    dated_in = models.PositiveSmallIntegerField(null=True)
    second_copy_reason = models.CharField(max_length=300, blank=True)
    struck_out = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "entries"
        indexes = [
            models.Index(fields=["body", "-id"], name="entry_newest"),
            models.Index(fields=["document"], name="entry_document"),
            models.Index(fields=["series"], name="struck_out_line", condition=Q(struck_out=True)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="a_number_is_used_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="numbers_start_at_one"),
            models.UniqueConstraint(
                fields=["body", "symbol_key", "issuer_key", "dated_in"],
                condition=~Q(symbol_key="") & Q(second_copy_reason="", struck_out=False),
                nulls_distinct=False,
                name="a_document_is_entered_once",
            ),
        ]

    def __str__(self) -> str:
        return padded(self.number)


class Striking(models.Model):
    """The act by which a line was struck out. Its number is never given again."""

    entry = models.OneToOneField(Entry, models.PROTECT, related_name="striking")
    reason = models.CharField(max_length=500)
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.reason


class Transfer(models.Model):
    """To whom a document was handed on, and when they acknowledged it (columns 7 to 9)."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="transfers")
    recipient = models.CharField(max_length=200)
    reference = models.CharField(max_length=40)
    at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    received_by = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "reference"], name="a_share_is_handed_on_once"
            ),
        ]

    def __str__(self) -> str:
        return self.recipient
