"""Notices, what they were made of, the mail that came of them, and what people want of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from vermilion.notices.types import Channel, Parcel


class Notice(models.Model):
    """What one person in one post is told of one paper: the newest happening, and how many.

    There is one row for a holder and a paper. `unseen` counts what came about since the person
    last looked; a muted one counts nothing but alarms.
    """

    holder_id = models.BigIntegerField()
    person_id = models.BigIntegerField()
    about_kind = models.CharField(max_length=30)
    about_id = models.BigIntegerField()
    event = models.CharField(max_length=60)
    reason = models.CharField(max_length=30)
    facts = models.JSONField(default=dict)
    by = models.CharField(max_length=100, blank=True)
    url = models.CharField(max_length=300)
    at = models.DateTimeField()
    unseen = models.PositiveIntegerField(default=0)
    urgent = models.BooleanField(default=False)
    seen_at = models.DateTimeField(null=True)
    muted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holder_id", "about_kind", "about_id"],
                name="a_holder_has_one_notice_of_a_paper",
            ),
        ]
        indexes = [
            models.Index(fields=["person_id", "-at", "-id"], name="notices_of_a_person"),
            models.Index(
                fields=["person_id", "-at", "-id"],
                name="unseen_notices",
                condition=Q(unseen__gt=0),
            ),
            models.Index(fields=["at"], name="notices_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.about_kind}:{self.about_id}"


class Told(models.Model):
    """One happening as one holder was told of it. Kept by months; only `letter_id` is filled later.

    `mail_due_at` is when it is to leave by mail (empty: not at all). `letter_id` is the letter it
    left with; 0 says that the person saw it here before the mail was due.
    """

    notice_id = models.BigIntegerField()
    person_id = models.BigIntegerField()
    event = models.CharField(max_length=60)
    reason = models.CharField(max_length=30)
    facts = models.JSONField(default=dict)
    by = models.CharField(max_length=100, blank=True)
    urgent = models.BooleanField(default=False)
    at = models.DateTimeField()
    mail_due_at = models.DateTimeField(null=True)
    letter_id = models.BigIntegerField(null=True)

    class Meta:
        verbose_name_plural = "told"
        indexes = [
            models.Index(fields=["notice_id", "-at"], name="told_of_a_notice"),
            models.Index(
                fields=["mail_due_at", "person_id"],
                name="told_but_not_mailed",
                condition=Q(letter_id=None, mail_due_at__isnull=False),
            ),
            models.Index(
                fields=["letter_id"],
                name="told_in_a_letter",
                condition=Q(letter_id__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return self.event


class Wish(models.Model):
    """How one person wants to be told of one kind of happening, in one part."""

    person_id = models.BigIntegerField()
    event = models.CharField(max_length=60)
    reason = models.CharField(max_length=30)
    channel = models.PositiveSmallIntegerField(choices=Channel.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person_id", "event", "reason"], name="a_person_wishes_one_thing_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.reason}"


class Usual(models.Model):
    """How people of a body, and of the bodies below it, are told unless they wish otherwise."""

    body_id = models.BigIntegerField()
    event = models.CharField(max_length=60)
    reason = models.CharField(max_length=30)
    channel = models.PositiveSmallIntegerField(choices=Channel.choices)

    class Meta:
        verbose_name_plural = "usual"
        constraints = [
            models.UniqueConstraint(
                fields=["body_id", "event", "reason"], name="a_body_settles_one_channel_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.reason}"


class DigestHour(models.Model):
    """When a person wants the mail of the day, and on which days of the week (Monday is 0)."""

    person_id = models.BigIntegerField(unique=True)
    minute = models.PositiveSmallIntegerField()
    days = ArrayField(models.PositiveSmallIntegerField())

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(minute__lt=1440), name="a_day_has_1440_minutes"),
        ]

    def __str__(self) -> str:
        return f"{self.minute // 60:02}:{self.minute % 60:02}"


class Letter(models.Model):
    """A mail to one person, telling several happenings once. Its words are made when it is sent.

    Claimed by one sender at a time: `next_try_at` is when it may be tried, or, while it is being
    sent, when its sender counts as lost.
    """

    person_id = models.BigIntegerField()
    address = models.EmailField(max_length=254)
    urgent = models.BooleanField(default=False)
    number = models.PositiveIntegerField()
    written_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=Parcel.choices, default=Parcel.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=Parcel.SENT, sent_at__gte=F("written_at"))
                | (~Q(state=Parcel.SENT) & Q(sent_at=None)),
                name="a_letter_is_sent_after_it_was_written",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at", "id"],
                name="letters_to_send",
                condition=Q(state__in=[Parcel.WAITING, Parcel.SENDING]),
            ),
            models.Index(
                fields=["written_at"], name="letters_given_up", condition=Q(state=Parcel.FAILED)
            ),
            models.Index(fields=["written_at"], name="letters_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"
