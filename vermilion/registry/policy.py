"""Who may do what with the books, and why not."""

from django.utils.translation import gettext as _

from vermilion.kernel.actors import Actor, ActorKind, Duty
from vermilion.kernel.verdicts import ALLOWED, Verdict, unless
from vermilion.kernel.verdicts import require as require
from vermilion.registry import models

READERS = (Duty.CLERK, Duty.LEADER, Duty.ARCHIVIST)
"""Whose posts read the books of their body, and so what is entered in them."""


def can_register(actor: Actor) -> Verdict:
    """The clerks of a body enter what it receives (Decree 30/2020 Art. 22)."""
    return unless(
        actor.has(Duty.CLERK), _("Only a clerk of this body enters documents in its books.")
    )


def can_read_book(actor: Actor) -> Verdict:
    """Clerks, leaders and archivists of a body read its books."""
    return unless(
        any(actor.has(duty) for duty in READERS),
        _("The books are read by the clerks, leaders and archivists of this body."),
    )


def can_strike_out(actor: Actor, entry: models.Entry) -> Verdict:
    """The clerks of the body strike out a line, once."""
    return can_correct(actor, entry) & unless(
        not entry.struck_out, _("This line has been struck out already.")
    )


def can_correct(actor: Actor, entry: models.Entry) -> Verdict:
    """The clerks of the body that keeps the book, and nobody else."""
    return can_register(actor) & unless(
        actor.body_id == entry.body_id, _("This book belongs to another body.")
    )


def can_join(actor: Actor, entry: models.Entry) -> Verdict:
    """The clerks of the body note copies beside a line that stands; so does what came by itself,
    over the axis or within the platform, when it bears the identifier of that document."""
    of_itself = actor.kind is not ActorKind.PERSON and actor.body_id == entry.body_id
    return (ALLOWED if of_itself else can_correct(actor, entry)) & unless(
        not entry.struck_out, _("A line that was struck out takes no further copies.")
    )


def can_post(actor: Actor, entry: models.Entry) -> Verdict:
    """The clerks of the body note what they gave to the post, beside a line that stands."""
    return can_correct(actor, entry) & unless(
        not entry.struck_out, _("A document that was struck out is not sent.")
    )


def can_open_book(actor: Actor) -> Verdict:
    """Administrators and clerks of a body settle how its books run."""
    return unless(
        actor.has(Duty.ADMINISTRATOR) or actor.has(Duty.CLERK),
        _("Only an administrator or a clerk of this body settles how its books run."),
    )


def can_close_book(actor: Actor, book: models.Book) -> Verdict:
    """Administrators and clerks of the body close a book with a name, once."""
    return (
        can_open_book(actor)
        & unless(bool(book.name), _("This book is needed every day; its periods close by rule."))
        & unless(book.closed_on is None, _("This book is closed already."))
    )


def can_hand_on(actor: Actor, entry: models.Entry) -> Verdict:
    """Whoever gives out shares in the body that keeps the book."""
    return unless(actor.body_id == entry.body_id, _("This book belongs to another body."))
