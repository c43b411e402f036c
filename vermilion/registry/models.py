"""The books of a body. Lines are added and struck out, never edited or removed."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Coalesce

from vermilion.registry.rules import padded
from vermilion.registry.types import (
    BookKind,
    Channel,
    FieldForm,
    Grouping,
    Turnover,
    title_of,
)


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
    """A register of a body. It runs on for ever; its numbers start again every period.

    `name` and `notation` are those of a council or congress that keeps numbers of its own within
    the body (Decree 30/2020, App. I); empty in the books that every body has.
    """

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="books")
    kind = models.CharField(max_length=10, choices=BookKind.choices)
    secret = models.BooleanField(default=False)
    name = models.CharField(max_length=100, blank=True)
    notation = models.CharField(max_length=30, blank=True)
    turnover = models.CharField(max_length=5, choices=Turnover.choices, default=Turnover.YEAR)
    grouping = models.CharField(max_length=5, choices=Grouping.choices, default=Grouping.ONE)
    # What was settled within a period holds from its end; until then types share as before.
    grouping_before = models.CharField(max_length=5, choices=Grouping.choices, default=Grouping.ONE)
    grouping_from = models.DateField(null=True)
    keeper = models.ForeignKey("directory.Post", models.PROTECT, null=True, related_name="+")
    takes_bare_lines = models.BooleanField(default=False)
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "kind", "secret", "name"], name="a_body_keeps_one_book_of_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(title_of(self.kind, secret=self.secret))


class TypeGroup(models.Model):
    """Types of documents that share one series of numbers in a book (Decree 30/2020 Art. 15.1)."""

    book = models.ForeignKey(Book, models.PROTECT, related_name="groups")
    name = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "name"], name="a_group_of_types_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class GroupedType(models.Model):
    """A type of document in its group. In one book a type is numbered in one group alone."""

    group = models.ForeignKey(TypeGroup, models.PROTECT, related_name="types")
    book = models.ForeignKey(Book, models.PROTECT, related_name="+")
    type = models.ForeignKey("documents.DocumentType", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "type"], name="a_type_is_in_one_group"),
        ]

    def __str__(self) -> str:
        return f"{self.type_id} in {self.group_id}"


class Series(models.Model):
    """The numbers of a book, or of a group of types in it, in one year or term.

    `last` is the highest number given out; the database refuses to lower it, to skip one, and to
    commit one without its line. A book taken over from paper within a year `starts_at` the
    number that follows the last one on paper.
    """

    book = models.ForeignKey(Book, models.PROTECT, related_name="series")
    group = models.ForeignKey(TypeGroup, models.PROTECT, null=True, related_name="series")
    opens_on = models.DateField()
    closes_on = models.DateField(null=True)
    starts_at = models.PositiveIntegerField(default=1, db_default=1)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "series"
        constraints = [
            ExclusionConstraint(
                name="a_book_has_one_series_on_a_day",
                expressions=[
                    ("book", RangeOperators.EQUAL),
                    (Coalesce(F("group"), 0), RangeOperators.EQUAL),
                    (_Days(F("opens_on"), F("closes_on")), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(starts_at__gte=1) & Q(last__gte=F("starts_at") - 1),
                name="a_series_starts_at_its_first_number",
            ),
        ]

    def __str__(self) -> str:
        return str(self.opens_on.year)

    @property
    def given_out(self) -> int:
        """How many numbers have been given out, struck-out lines among them."""
        return self.last - self.starts_at + 1


class Entry(models.Model):
    """A line of a book: a document under its number. Never edited, never removed."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    # The book of the series, kept beside it so that a book is read by one key.
    book = models.ForeignKey(Book, models.PROTECT, related_name="+")
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="entries")
    # The day of arrival; of what the body issues itself, the day of registration.
    arrived_on = models.DateField()
    channel = models.CharField(max_length=10, choices=Channel.choices)
    laid_before = models.ForeignKey(
        "directory.Appointment", models.PROTECT, null=True, related_name="+"
    )
    registered_at = models.DateTimeField()
    registrar = models.CharField(max_length=100)
    registrar_post = models.CharField(max_length=120)
    # Keys by which a twin is known: number and notation, issuer, year of the document. Of what
    # the body issues itself: number and notation, book, period.
    symbol_key = models.CharField(max_length=60, blank=True)
    issuer_key = models.CharField(max_length=200)
    dated_in = models.PositiveSmallIntegerField(null=True)
    second_copy_reason = models.CharField(max_length=300, blank=True)
    # What the sender's system calls the packet and the document.
    packet = models.CharField(max_length=100, blank=True, db_default="")
    document_code = models.CharField(max_length=100, blank=True, db_default="")
    # Unit or person that keeps the file copy (column 6 of the outgoing register).
    file_copy = models.CharField(max_length=200, blank=True, db_default="")
    custom = models.JSONField(default=dict, db_default={}, blank=True)
    # What the line is found by: folded words of everything that stands in it.
    says = models.TextField(blank=True, db_default="")
    # Working days by which it was entered later than the law leaves (Decree 30/2020 Art. 15, 22),
    # by the calendar of the body as it was on that day.
    late_by = models.PositiveSmallIntegerField(default=0, db_default=0)
    struck_out = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "entries"
        indexes = [
            models.Index(
                fields=["book", "-id"], name="late_line_of_book", condition=Q(late_by__gt=0)
            ),
            models.Index(fields=["body", "-id"], name="entry_newest"),
            models.Index(fields=["book", "-id"], name="entry_newest_of_book"),
            models.Index(fields=["book", "number"], name="entry_number_of_book"),
            models.Index(fields=["book", "arrived_on"], name="entry_day_of_book"),
            models.Index(fields=["document"], name="entry_document"),
            models.Index(
                fields=["body", "document_code"],
                name="entry_document_code",
                condition=~Q(document_code=""),
            ),
            models.Index(fields=["series"], name="struck_out_line", condition=Q(struck_out=True)),
            GinIndex(
                F("book"), OpClass(F("says"), name="gin_trgm_ops"), name="entry_words_of_book"
            ),
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
            models.UniqueConstraint(
                fields=["body", "packet"],
                condition=~Q(packet="") & Q(struck_out=False),
                name="a_packet_is_entered_once",
            ),
        ]

    def __str__(self) -> str:
        return padded(self.number)

    @property
    def of_earlier_period(self) -> bool:
        """Whether the paper belongs to an earlier period than its number."""
        incoming = self.series.book.kind == BookKind.INCOMING
        day = self.arrived_on if incoming else self.document.dated_on
        return day is not None and day < self.series.opens_on

    @property
    def symbol(self) -> str:
        """The number and notation of the document."""
        return self.document.symbol


class Joining(models.Model):
    """The same document, come once more by this or another channel. It has no number of its own.

    `first` marks the first time by a channel: only then is the arrival acknowledged to it.
    """

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="joinings")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    first = models.BooleanField()
    packet = models.CharField(max_length=100, blank=True)
    arrived_on = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "channel"],
                condition=Q(first=True),
                name="a_channel_is_acknowledged_once",
            ),
            models.UniqueConstraint(
                fields=["entry", "packet"],
                condition=~Q(packet=""),
                name="a_packet_joins_once",
            ),
        ]

    def __str__(self) -> str:
        return self.get_channel_display()


class Addressee(models.Model):
    """To whom a document of the body goes, under the name that it bore then (App. VI, `To`)."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="addressees")
    ordinal = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    body = models.ForeignKey("directory.Body", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["ordinal", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "ordinal"], name="a_document_orders_its_addressees"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Posting(models.Model):
    """Envelopes given to the post or to a messenger (Decree 30/2020 App. IV, postal register)."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="postings")
    on = models.DateField()
    recipient = models.CharField(max_length=200)
    envelopes = models.PositiveSmallIntegerField(default=1)
    note = models.CharField(max_length=500, blank=True)
    by = models.CharField(max_length=100)
    by_post = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(envelopes__gte=1), name="something_was_posted"),
        ]

    def __str__(self) -> str:
        return self.recipient


class CustomField(models.Model):
    """A field that a body keeps in its books beside those of the law. Retired, never removed."""

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="custom_fields")
    kind = models.CharField(max_length=10, choices=BookKind.choices)
    names = models.JSONField(default=dict)
    form = models.CharField(max_length=6, choices=FieldForm.choices)
    choices = models.JSONField(default=list, blank=True)
    required = models.BooleanField(default=False)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["body", "kind"], name="custom_field_of_body")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(form="choice") | ~Q(choices=[]), name="a_choice_has_its_choices"
            ),
        ]

    def __str__(self) -> str:
        return self.name_in("vi")

    def name_in(self, language: str) -> str:
        """The name in a language, or failing that in whatever language it has one."""
        names: dict[str, str] = self.names
        return names.get(language[:2]) or next(filter(None, names.values()), "")


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
