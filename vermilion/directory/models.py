"""Bodies, units, posts, people and appointments, each with the days on which it holds.

Present values stand on the rows themselves; `BodyState`, `UnitState` and `PostState` keep what
they were on every day. A `valid_to` is the first day on which the row no longer holds; empty
means it still does.
"""

from datetime import date, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q

from vermilion.directory.types import Authority, Family, SheetKind, Succession


class _Days(Func):
    """The half-open range of days from one column to another."""

    function = "daterange"
    template = "%(function)s(%(expressions)s, '[)')"


def _never_twice(*same: str, name: str) -> ExclusionConstraint:
    """No two rows that agree in these columns hold on the same day."""
    return ExclusionConstraint(
        name=name,
        expressions=[
            *((column, RangeOperators.EQUAL) for column in same),
            (_Days(F("valid_from"), F("valid_to")), RangeOperators.OVERLAPS),
        ],
    )


class Dated(models.Model):
    """Holds from a day on, until a day or for good."""

    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class BodyKind(models.Model):
    """A kind of body, such as provincial Party committee. Data, entered per country."""

    code = models.SlugField(max_length=40, unique=True)
    family = models.CharField(max_length=10, choices=Family.choices)
    names = models.JSONField(default=dict)
    level = models.PositiveSmallIntegerField(help_text="0 centre, 1 province, 2 commune")
    ordinal = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.code


class Body(Dated):
    """A public body. Its identity outlives its name, its place in the tree and its codes."""

    kind = models.ForeignKey(BodyKind, models.PROTECT, related_name="bodies")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60, blank=True)
    abbreviation = models.CharField(max_length=30, blank=True)
    place = models.CharField(max_length=100, blank=True)
    time_zone = models.CharField(max_length=40)
    sort_key = models.CharField(max_length=420, db_collation="C")
    search_key = models.CharField(max_length=400)
    # Pre-order interval: a body's branch is every body whose lo lies in [lo, hi].
    lo = models.BigIntegerField(default=0)
    hi = models.BigIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["lo"], name="body_lo"),
            models.Index(fields=["parent", "sort_key"], name="body_children"),
            GinIndex(fields=["search_key"], name="body_search", opclasses=["gin_trgm_ops"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="a_body_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class BodyState(Dated):
    """What a body was called and where it stood, on the days of this row.

    The present row has no end and equals the body. It is edited only on the day it begins.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="states")
    kind = models.ForeignKey(BodyKind, models.PROTECT, related_name="+")
    parent = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60, blank=True)
    abbreviation = models.CharField(max_length=30, blank=True)
    search_key = models.CharField(max_length=400)

    class Meta:
        constraints = [_never_twice("body", name="a_body_is_one_thing_on_a_day")]
        indexes = [
            GinIndex(fields=["search_key"], name="body_state_search", opclasses=["gin_trgm_ops"]),
        ]


class Identifier(Dated):
    """A code by which a body is known in some scheme. The hierarchy is never read out of it."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="identifiers")
    scheme = models.CharField(max_length=40)
    value = models.CharField(max_length=35)

    class Meta:
        constraints = [
            _never_twice("scheme", "value", name="a_code_means_one_body_on_a_day"),
        ]
        indexes = [models.Index(fields=["value"], name="identifier_value")]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class SuccessorLink(models.Model):
    """A body that took over from another on a day."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="successors")
    successor = models.ForeignKey(Body, models.PROTECT, related_name="predecessors")
    on = models.DateField()
    manner = models.CharField(max_length=10, choices=Succession.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "successor"], name="a_body_succeeds_another_once"
            ),
            models.CheckConstraint(
                condition=~Q(body=F("successor")), name="no_body_succeeds_itself"
            ),
        ]


class Unit(Dated):
    """A department within a body."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="units")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True)
    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=30, blank=True)
    ordinal = models.PositiveIntegerField(default=0)
    search_key = models.CharField(max_length=400)

    class Meta:
        indexes = [models.Index(fields=["body", "ordinal"], name="unit_order")]

    def __str__(self) -> str:
        return self.name


class UnitState(Dated):
    """What a unit was called and where it stood, on the days of this row."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="states")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    parent = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [_never_twice("unit", name="a_unit_is_one_thing_on_a_day")]


class Post(Dated):
    """A place in a body that somebody can hold: it carries duties, whoever holds it."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="posts")
    title = models.CharField(max_length=120)
    duties = ArrayField(models.CharField(max_length=20), default=list)
    signs_as = models.CharField(max_length=5, choices=Authority.choices, blank=True)
    ordinal = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["body", "ordinal"], name="post_order")]

    def __str__(self) -> str:
        return self.title


class PostState(Dated):
    """What a post was called, where it stood and what it carried, on the days of this row."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="states")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    title = models.CharField(max_length=120)
    duties = ArrayField(models.CharField(max_length=20), default=list)
    signs_as = models.CharField(max_length=5, choices=Authority.choices, blank=True)

    class Meta:
        constraints = [_never_twice("post", name="a_post_is_one_thing_on_a_day")]


class Person(models.Model):
    """Somebody who works here. Signing in belongs to `accounts`.

    `kept_by` is the body whose administrators keep this row while the person holds no post.
    """

    full_name = models.CharField(max_length=100)
    sort_key = models.CharField(max_length=300, db_collation="C")
    search_key = models.CharField(max_length=300)
    kept_by = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    clearance = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [
            GinIndex(fields=["search_key"], name="person_search", opclasses=["gin_trgm_ops"])
        ]

    def __str__(self) -> str:
        return self.full_name


class Appointment(Dated):
    """A person in a post, from a day on. Several at once are usual; one of them is the main one.

    The main one on a day is, of those that hold, the one that became it last; else the oldest.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    post = models.ForeignKey(Post, models.PROTECT, related_name="appointments")
    main_since = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            _never_twice("person", "post", name="a_person_holds_a_post_once_on_a_day"),
            models.UniqueConstraint(
                fields=["person", "main_since"], name="one_post_becomes_the_main_one_on_a_day"
            ),
        ]


class Delegation(Dated):
    """The right to act in another's stead: a standing deputy, or by order, or by written authority.

    Written authority (TUQ) names its basis, its matter and its end, and goes no further
    (Decree 30/2020 Art. 13.3). By order (TL) may be passed on to a deputy (Art. 13.4).
    """

    giver = models.ForeignKey(Appointment, models.PROTECT, related_name="delegations_given")
    holder = models.ForeignKey(Appointment, models.PROTECT, related_name="delegations_held")
    authority = models.CharField(max_length=5, choices=Authority.choices)
    matter = models.CharField(max_length=300, blank=True)
    document_types = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    basis = models.CharField(max_length=200, blank=True)
    passed_on_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds, as people say it."""
        return self.valid_to - timedelta(days=1) if self.valid_to else None

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(authority=Authority.WRITTEN)
                | (~Q(basis="") & ~Q(matter="") & Q(valid_to__isnull=False)),
                name="written_authority_names_basis_matter_and_end",
            ),
            models.CheckConstraint(
                condition=~Q(authority=Authority.WRITTEN) | Q(passed_on_from=None),
                name="written_authority_is_not_passed_on",
            ),
            models.CheckConstraint(
                condition=~Q(giver=F("holder")), name="nobody_delegates_to_oneself"
            ),
        ]


class Assistance(Dated):
    """An assistant who prepares for a leader, and decides nothing in the leader's stead."""

    assistant = models.ForeignKey(Appointment, models.PROTECT, related_name="assists")
    leader = models.ForeignKey(Appointment, models.PROTECT, related_name="assistants")

    class Meta:
        constraints = [
            _never_twice("assistant", "leader", name="one_assists_a_leader_once_on_a_day"),
        ]


class Absence(Dated):
    """The days on which somebody is away from a post, and who stands in meanwhile.

    Whoever stands in does so by the delegation named here, which ends with the absence.
    """

    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="absences")
    deputy = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")
    delegation = models.ForeignKey(Delegation, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=200, blank=True)
    declared_by = models.CharField(max_length=100)
    declared_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    @property
    def last_day(self) -> date:
        """The last day of it, as people say it."""
        return (self.valid_to or date.max) - timedelta(days=1)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="somebody_is_away_once_on_a_day",
                expressions=[
                    ("appointment", RangeOperators.EQUAL),
                    (_Days(F("valid_from"), F("valid_to")), RangeOperators.OVERLAPS),
                ],
                condition=Q(ended_at=None),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__gt=F("valid_from")), name="an_absence_has_an_end"
            ),
            models.CheckConstraint(
                condition=Q(deputy=None) | ~Q(deputy=F("appointment")),
                name="nobody_stands_in_for_oneself",
            ),
        ]


class Sheet(models.Model):
    """A sheet somebody handed in: its rows as they came, and what each will do or did.

    Rows are never edited: another sheet is handed in instead.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="sheets")
    kind = models.CharField(max_length=10, choices=SheetKind.choices)
    name = models.CharField(max_length=255)
    by = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=100)
    language = models.CharField(max_length=10)
    rows = models.JSONField()
    outcomes = models.JSONField(default=list)
    handed_in_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    applied_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["body", "-handed_in_at"], name="sheets_of_a_body")]

    def __str__(self) -> str:
        return self.name


class Circle(models.Model):
    """A named set of recipients: members listed one by one, or every body of a kind in a branch."""

    owner = models.ForeignKey(Body, models.PROTECT, related_name="circles")
    name = models.CharField(max_length=200)
    names = models.JSONField(default=dict, blank=True)
    branch = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="+")
    kinds = models.ManyToManyField(BodyKind, blank=True, related_name="+")
    members = models.ManyToManyField(Body, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                condition=Q(ended_at=None),
                name="a_body_names_a_circle_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name
