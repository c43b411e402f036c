"""Who may do what with a slip, and why not."""

from datetime import datetime

from django.utils.translation import gettext as _

from vermilion.access.types import post_token
from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor, Duty
from vermilion.kernel.verdicts import ALLOWED, Verdict, refused_because, unless
from vermilion.kernel.verdicts import require as require
from vermilion.routing import models
from vermilion.routing.types import Standing

NO_TYPE = "-"
"""Stands for the type of a paper that has none: no delegation limited to some types covers it."""


def can_direct(actor: Actor, slip: models.Slip, *, at: datetime | None = None) -> Verdict:
    """A leader of the body directs, while the slip is open (Decree 30/2020 Art. 23.2).

    In another's stead only what the delegation covers, and only on its days (Art. 13).
    """
    return (
        _same_body(actor, slip)
        & unless(actor.has(Duty.LEADER), _("Only a leader of this body directs documents."))
        & _is_open(slip)
        & _within_delegation(actor, slip, at)
    )


def can_prepare(actor: Actor, slip: models.Slip) -> Verdict:
    """The assistant of the leader before whom it lies, while it waits for direction."""
    assists = (
        slip.laid_before_id is not None
        and actor.has(Duty.ASSISTANT)
        and slip.laid_before_id not in (actor.appointment_id, actor.for_appointment_id)
        and post_token(slip.laid_before_id) in actor.tokens
    )
    return (
        _same_body(actor, slip)
        & unless(
            assists, _("Only an assistant of the leader before whom it lies prepares a direction.")
        )
        & unless(
            slip.standing in (Standing.DIRECTING, Standing.AGAIN),
            _("It does not wait for a direction."),
        )
    )


def can_lay_before(actor: Actor, slip: models.Slip) -> Verdict:
    """A clerk, a leader or an administrator of the body, while the slip waits for direction."""
    return (
        _same_body(actor, slip)
        & unless(
            any(actor.has(duty) for duty in (Duty.CLERK, Duty.LEADER, Duty.ADMINISTRATOR)),
            _("Only a clerk, a leader or an administrator of this body lays it before a leader."),
        )
        & unless(
            slip.standing in (Standing.DIRECTING, Standing.AGAIN),
            _("It does not wait for a direction."),
        )
    )


def can_close(actor: Actor, slip: models.Slip, *, at: datetime | None = None) -> Verdict:
    """A clerk or leader of the body closes, once every lead is done."""
    return (
        _same_body(actor, slip)
        & unless(
            actor.has(Duty.CLERK) or actor.has(Duty.LEADER),
            _("Only a clerk or a leader of this body closes it."),
        )
        & _is_open(slip)
        & unless(slip.standing == Standing.READY or not _is_open(slip), _why_not_ready(slip))
        & _within_delegation(actor, slip, at)
    )


def can_reopen(actor: Actor, slip: models.Slip, *, at: datetime | None = None) -> Verdict:
    """A leader of the body reopens what was closed."""
    return (
        _same_body(actor, slip)
        & unless(actor.has(Duty.LEADER), _("Only a leader of this body reopens it."))
        & unless(slip.standing == Standing.CLOSED, _("It has not been closed."))
        & _within_delegation(actor, slip, at)
    )


def _within_delegation(actor: Actor, slip: models.Slip, at: datetime | None) -> Verdict:
    """What is done in another's stead lies within what was delegated. Without a time: not asked."""
    if actor.for_appointment_id is None or at is None:
        return ALLOWED
    document = slip.document
    verdict = directory.may_act_for(
        actor.appointment_id or 0,
        actor.for_appointment_id,
        at=at,
        document_type=document.type.code if document.type else NO_TYPE,
    )
    if verdict:
        return ALLOWED
    return verdict & refused_because(
        _("You are acting for %(name)s; it stays with them, or with another leader.")
        % {"name": actor.for_name}
    )


def _same_body(actor: Actor, slip: models.Slip) -> Verdict:
    return unless(actor.body_id == slip.body_id, _("It lies with another body."))


def _is_open(slip: models.Slip) -> Verdict:
    if slip.standing == Standing.CLOSED:
        return unless(False, _("It has been closed."))
    return unless(slip.standing != Standing.WITHDRAWN, _("It has been withdrawn."))


def _why_not_ready(slip: models.Slip) -> str:
    if slip.standing == Standing.DIRECTING:
        return _("A leader has not directed it yet.")
    if slip.standing == Standing.AGAIN:
        return _("A lead has returned it; a leader must direct it anew.")
    return _("%(done)s of %(leads)s leads are done; it can be closed when all are.") % {
        "done": slip.leads_done,
        "leads": slip.leads,
    }


def can_open(actor: Actor, body_id: int) -> Verdict:
    """Whoever registers in a body opens the slip there."""
    return unless(actor.body_id == body_id, _("It lies with another body."))


def can_withdraw(actor: Actor, slip: models.Slip) -> Verdict:
    """Whoever strikes out the line, in the body that keeps it."""
    return _same_body(actor, slip)


def can_follow(actor: Actor, slip: models.Slip) -> Verdict:
    """Whoever gave a part of a duty on, in the body whose slip it is."""
    return _same_body(actor, slip)


def can_keep_phrases(actor: Actor, *, of_body: bool) -> Verdict:
    """Leaders and their assistants for themselves; leaders and administrators for the body."""
    if of_body:
        return unless(
            actor.has(Duty.LEADER) or actor.has(Duty.ADMINISTRATOR),
            _("A leader or an administrator of this body keeps its phrases."),
        )
    return unless(
        actor.person_id is not None
        and any(
            actor.has(duty) for duty in (Duty.LEADER, Duty.ASSISTANT, Duty.HEAD, Duty.ADMINISTRATOR)
        ),
        _("Phrases are kept by those who direct, or prepare directions."),
    )


def can_strike_phrase(actor: Actor, phrase: models.Phrase) -> Verdict:
    """One's own phrases; those of the body, whoever keeps them."""
    if phrase.person_id is not None:
        return unless(phrase.person_id == actor.person_id, _("It is somebody else's phrase."))
    return can_keep_phrases(actor, of_body=True) & unless(
        phrase.body_id == actor.body_id, _("It is a phrase of another body.")
    )


def can_keep_circles(actor: Actor, body_id: int) -> Verdict:
    """Leaders, clerks, assistants and administrators of the body."""
    kept_by = (Duty.LEADER, Duty.CLERK, Duty.ASSISTANT, Duty.ADMINISTRATOR)
    return unless(
        actor.body_id == body_id and any(actor.has(duty) for duty in kept_by),
        _("Circles of units are kept by those who direct in this body, or prepare for them."),
    )
