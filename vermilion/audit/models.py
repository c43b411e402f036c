"""What was done, by whom, when; and the tree that proves nothing was changed since.

Every table here is append-only: the database itself refuses to change, remove or empty rows.
"""

from django.db import models

from vermilion.audit.leaves import Entry


class ThisTransaction(models.Func):
    """The number of the transaction at hand, as the database counts them."""

    template = "((pg_current_xact_id())::text)::bigint"
    arity = 0
    output_field = models.BigIntegerField()


class Trace(models.Model):
    """One act, as it was done. Added in the act's own transaction; never edited or removed.

    The table is partitioned by `at`, month by month. `transaction` tells the integrator which
    rows can no longer be joined by earlier ones.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    act = models.CharField(max_length=80)
    subject = models.CharField(max_length=80)
    body_id = models.BigIntegerField(null=True)
    actor = models.JSONField()
    facts = models.JSONField(default=dict)
    request = models.CharField(max_length=32, blank=True)
    seal = models.BinaryField(max_length=32)
    transaction = models.BigIntegerField(db_default=ThisTransaction(), editable=False)

    class Meta:
        # The table, its partitions and its indexes are made by SQL in the migrations.
        indexes = [
            models.Index(fields=["subject", "id"], name="traces_of_a_subject"),
            models.Index(fields=["body_id", "at", "id"], name="traces_of_a_body"),
            models.Index(fields=["transaction", "id"], name="traces_of_a_transaction"),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.subject}"

    @property
    def entry(self) -> Entry:
        """What the row says, as the tree knows it."""
        return Entry(
            id=self.id,
            at=self.at,
            act=self.act,
            subject=self.subject,
            body_id=self.body_id,
            actor=self.actor,
            facts=self.facts,
            request=self.request,
        )


class Leaf(models.Model):
    """The place of a trace in the tree. Given once, never given again."""

    index = models.BigIntegerField(primary_key=True)
    trace_id = models.BigIntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["trace_id"], name="a_trace_has_one_place"),
        ]

    def __str__(self) -> str:
        return f"leaf {self.index}"


class Tile(models.Model):
    """256 hashes of the tree side by side, and the one hash above them. Only full ones are kept."""

    level = models.SmallIntegerField()
    index = models.BigIntegerField()
    hashes = models.BinaryField(max_length=8192)
    root = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["level", "index"], name="a_tile_is_laid_once"),
        ]

    def __str__(self) -> str:
        return f"tile {self.level}/{self.index}"


class Checkpoint(models.Model):
    """What this installation has signed: the log had so many entries under this root."""

    origin = models.CharField(max_length=200)
    size = models.BigIntegerField()
    root = models.BinaryField(max_length=32)
    note = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["origin", "size"], name="a_size_is_signed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.origin} {self.size}"


class Horizon(models.Model):
    """How far integration has come: one row.

    Every transaction with a lower number than `transaction` is over and its traces are in.
    """

    transaction = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="there_is_one_horizon"),
        ]

    def __str__(self) -> str:
        return f"below {self.transaction}"
