"""How a person likes the lists, views saved under a name, and one act on many papers."""

from django.db import models
from django.db.models import F, Q

from vermilion.desk.types import Audience, BulkAct, ItemState, View


class Layout(models.Model):
    """How one person wants one list drawn. Kept when one says so; gone when one resets it."""

    person = models.ForeignKey("directory.Person", models.PROTECT, related_name="+")
    view = models.CharField(max_length=10, choices=View.choices)
    kept = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "view"], name="a_person_keeps_one_layout_of_a_list"
            ),
        ]

    def __str__(self) -> str:
        return self.view


class SavedView(models.Model):
    """A state of the desk under a name: a list, its filters and its layout. Not a set of papers.

    Whoever opens it sees of it what they may see.
    """

    person = models.ForeignKey("directory.Person", models.PROTECT, related_name="+")
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, null=True, related_name="+")
    audience = models.CharField(max_length=5, choices=Audience.choices, default=Audience.MINE)
    name = models.CharField(max_length=60)
    view = models.CharField(max_length=10, choices=View.choices)
    query = models.CharField(max_length=2000)
    saved_by = models.CharField(max_length=100)
    saved_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["body", "audience"], name="saved_view_shared"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], name="a_person_names_a_view_once"),
            models.CheckConstraint(
                condition=~Q(audience=Audience.UNIT) | Q(unit__isnull=False),
                name="a_view_for_a_unit_names_it",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="a_saved_view_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Pin(models.Model):
    """A saved view that one person keeps in the rail."""

    person = models.ForeignKey("directory.Person", models.PROTECT, related_name="+")
    saved_view = models.ForeignKey(SavedView, models.CASCADE, related_name="pins")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "saved_view"], name="a_view_is_pinned_once"),
        ]

    def __str__(self) -> str:
        return f"{self.saved_view_id}"


class Run(models.Model):
    """One act to be done to many papers, by one person in one post. Planned, looked at, begun.

    The papers are fixed when it is planned; each has a row of its own that says what came of it.
    """

    person = models.ForeignKey("directory.Person", models.PROTECT, related_name="+")
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+")
    appointment_id = models.BigIntegerField()
    for_appointment_id = models.BigIntegerField(null=True)
    act = models.CharField(max_length=12, choices=BulkAct.choices)
    given = models.JSONField(default=dict)
    view = models.CharField(max_length=10, choices=View.choices)
    query = models.CharField(max_length=2000, blank=True)
    undoes = models.ForeignKey("self", models.PROTECT, null=True, related_name="undone_by")
    planned_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-id"], name="run_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(begun_at__isnull=False),
                name="a_run_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(begun_at=None) | Q(begun_at__gte=F("planned_at")),
                name="a_run_begins_after_it_was_planned",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class RunItem(models.Model):
    """One paper of a run, and what came of the act upon it."""

    run = models.ForeignKey(Run, models.PROTECT, related_name="items")
    slip = models.ForeignKey("routing.Slip", models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=ItemState.choices, default=ItemState.WAITING)
    reason = models.CharField(max_length=500, blank=True)
    # What came about: the duties that were given, so that they can be taken back.
    outcome = models.JSONField(default=list)
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["run", "state", "id"], name="run_item_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["run", "slip"], name="a_run_has_a_paper_once"),
            models.CheckConstraint(
                condition=~Q(state=ItemState.REFUSED) | ~Q(reason=""),
                name="what_was_refused_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.state
