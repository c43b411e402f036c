"""Who may do what with documents, and why not."""

from django.utils.translation import gettext_lazy as _

from vermilion.documents import models
from vermilion.kernel.actors import Actor, ActorKind, Duty
from vermilion.kernel.verdicts import Verdict, unless
from vermilion.kernel.verdicts import require as require


def can_record(actor: Actor) -> Verdict:
    """The clerks of a body record its documents; so does a peer system that hands one over."""
    return unless(
        actor.body_id is not None and (actor.has(Duty.CLERK) or actor.kind is not ActorKind.PERSON),
        _("Only a clerk of this body records documents."),
    )


def can_correct(actor: Actor, document: models.Document) -> Verdict:
    """The clerks of the body that holds the document, and nobody else."""
    return can_record(actor) & unless(
        actor.body_id == document.body_id, _("This document belongs to another body.")
    )


def can_ask(actor: Actor) -> Verdict:
    """Whoever may hand in a file: a person in a post, a peer system, the installation itself."""
    return unless(
        actor.kind is not ActorKind.PERSON or actor.appointment_id is not None,
        _("Only somebody who holds a post hands in documents."),
    )


def can_load_types(actor: Actor) -> Verdict:
    """The installation itself, when it is set up or brought up to date; or its operator."""
    return unless(
        actor.kind is ActorKind.SYSTEM or actor.has(Duty.OPERATOR),
        _("Only the operator of this installation loads the types of documents."),
    )


def can_check_marks(actor: Actor) -> Verdict:
    """The clerks of a body check its files that bear a mark of secrecy."""
    return unless(
        actor.has(Duty.CLERK), _("Only a clerk of this body checks files that bear a mark.")
    )


def can_settle(actor: Actor, hold: models.Hold) -> Verdict:
    """The clerks of the body in which the file was handed in, once."""
    return (
        can_check_marks(actor)
        & unless(actor.body_id == hold.body_id, _("This file was handed in to another body."))
        & unless(hold.settled_at is None, _("This file has been checked already."))
    )
