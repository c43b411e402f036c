"""Who may hand in, read, re-examine and release files.

Files lie below documents and do not know what they are for. Whoever lets people see the things
that hold files registers a reader in `types`, once, when the installation starts.
"""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from vermilion.files import models
from vermilion.files.types import bars, readers
from vermilion.kernel.actors import Actor, ActorKind, Duty
from vermilion.kernel.verdicts import ALLOWED, Verdict, refused_because, unless

FRESH = timedelta(days=30)
"""How long one may read what one handed in oneself, while nothing holds it yet."""

NOT_YOURS = _("This file was not handed in by you, and nothing that you may see holds it.")


def can_hand_in(actor: Actor) -> Verdict:
    """Whoever acts in a post, a peer system, and the installation itself."""
    return unless(
        actor.kind is not ActorKind.PERSON or actor.appointment_id is not None,
        _("Only somebody who holds a post may hand in files."),
    )


def can_continue(actor: Actor, upload: models.Upload) -> Verdict:
    """The person who began an upload, and nobody else."""
    return unless(is_uploader(actor, upload), _("This upload was begun by somebody else."))


def can_read(actor: Actor, blob: models.Blob, at: datetime) -> Verdict:
    """Who handed it in lately, whoever may see what holds it, and the installation itself."""
    if actor.kind is ActorKind.SYSTEM:
        return ALLOWED
    if any(holds_back(blob.pk) for holds_back in bars):
        return refused_because(NOT_YOURS)
    if _handed_in_lately(actor, blob, at):
        return ALLOWED
    if any(reads(actor, blob.pk, at) for reads in readers):
        return ALLOWED
    return refused_because(NOT_YOURS)


def can_examine_again(actor: Actor, blob: models.Blob, at: datetime) -> Verdict:
    """Whoever may read it, and those who look after the installation."""
    if _looks_after(actor):
        return ALLOWED
    return can_read(actor, blob, at)


def can_release(actor: Actor) -> Verdict:
    """The security officer alone takes a file out of quarantine."""
    return unless(
        actor.has(Duty.SECURITY), _("Only a security officer releases files from quarantine.")
    )


def can_arrange(actor: Actor, blob: models.Blob, at: datetime) -> Verdict:
    """Whoever may hand in files, with pages of what they may read."""
    may = can_hand_in(actor)
    return can_read(actor, blob, at) if may else may


def can_look_after(actor: Actor) -> Verdict:
    """Keys, fixity and sweeping are the operator's and the timetable's."""
    return unless(
        actor.kind is ActorKind.SYSTEM or actor.has(Duty.OPERATOR),
        _("Only the operator looks after the file store."),
    )


def is_uploader(actor: Actor, upload: models.Upload) -> bool:
    """Whether this is the person who handed the file in, for the same body."""
    if actor.kind is ActorKind.SYSTEM:
        return True
    owner = (upload.person_id, upload.body_id)
    return actor.person_id is not None and owner == (actor.person_id, actor.body_id)


def _handed_in_lately(actor: Actor, blob: models.Blob, at: datetime) -> bool:
    if actor.person_id is None:
        return False
    return models.Upload.objects.filter(
        blob=blob,
        person_id=actor.person_id,
        body_id=actor.body_id,
        withdrawn_at=None,
        finished_at__gt=at - FRESH,
    ).exists()


def _looks_after(actor: Actor) -> bool:
    return actor.has(Duty.SECURITY) or actor.has(Duty.OPERATOR)
