"""Who may change the organisation: administrators within their own branch, and operators."""

from django.utils.translation import gettext_lazy as _

from vermilion.directory import models
from vermilion.kernel.actors import Actor, ActorKind, Duty
from vermilion.kernel.verdicts import ALLOWED, Verdict, refused_because, unless

_ONLY_ADMINISTRATORS = _("Only an administrator may change the organisation.")
_OUTSIDE_BRANCH = _("Your post administers its own body and the bodies below it, and no others.")


def can_enter_kinds(actor: Actor) -> Verdict:
    """Kinds of bodies are data of the whole installation, entered by its operator."""
    return unless(
        actor.kind is ActorKind.SYSTEM,
        _("Kinds of bodies are entered by an operator of the installation."),
    )


def can_lay_out_tree(actor: Actor) -> Verdict:
    """The places of the whole tree are laid out by an operator; no body sees a difference."""
    return unless(
        actor.kind is ActorKind.SYSTEM,
        _("The tree is laid out anew by an operator of the installation."),
    )


def can_enter_in_bulk(actor: Actor) -> Verdict:
    """A whole organisation at once is entered by the operator of an installation that begins."""
    return unless(
        actor.kind is ActorKind.SYSTEM,
        _("A whole organisation at once is entered by an operator of the installation."),
    )


def can_administer(actor: Actor, body: models.Body) -> Verdict:
    """An administrator may change the bodies of the branch that begins with one's own body."""
    if actor.kind is ActorKind.SYSTEM:
        return ALLOWED
    if not actor.has(Duty.ADMINISTRATOR) or actor.body_id is None:
        return refused_because(_ONLY_ADMINISTRATORS)
    if actor.body_id == body.pk:
        return ALLOWED
    own = models.Body.objects.filter(pk=actor.body_id, lo__lte=body.lo, hi__gte=body.hi)
    return unless(own.exists(), _OUTSIDE_BRANCH)


def can_found_below(actor: Actor, parent: models.Body | None) -> Verdict:
    """New bodies are founded below a body one administers; a new top only by an operator."""
    if parent is not None:
        return can_administer(actor, parent)
    return unless(
        actor.kind is ActorKind.SYSTEM,
        _("A body at the top of the tree is founded by an operator of the installation."),
    )


def can_end_or_move(actor: Actor, body: models.Body) -> Verdict:
    """The body in which one holds one's own post is moved and closed by those above it."""
    return can_administer(actor, body) & unless(
        actor.kind is ActorKind.SYSTEM or actor.body_id != body.pk,
        _("Your own body is moved and closed by an administrator above it."),
    )


def can_give_duties(actor: Actor, duties: list[Duty]) -> Verdict:
    """The duty of the installation's operator is not given by bodies."""
    return unless(
        actor.kind is ActorKind.SYSTEM or Duty.OPERATOR not in duties,
        _("The duty of operator is given on the machine itself, not by a body."),
    )


def can_keep_person(actor: Actor, person: models.Person) -> Verdict:
    """A person is kept by the administrators of a body where the person holds or held a post."""
    if actor.kind is ActorKind.SYSTEM:
        return ALLOWED
    if not actor.has(Duty.ADMINISTRATOR) or actor.body_id is None:
        return refused_because(_ONLY_ADMINISTRATORS)
    own = models.Body.objects.get(pk=actor.body_id)
    branch = {"lo__gte": own.lo, "hi__lte": own.hi}
    here = models.Appointment.objects.filter(
        person=person, **{f"post__body__{end}": place for end, place in branch.items()}
    )
    kept = models.Body.objects.filter(pk=person.kept_by_id or 0, **branch)
    return unless(here.exists() or kept.exists(), _OUTSIDE_BRANCH)


def can_appoint(actor: Actor, post: models.Post, person: models.Person) -> Verdict:
    """Nobody appoints oneself."""
    return can_administer(actor, post.body) & unless(
        actor.person_id is None or actor.person_id != person.pk,
        _("Nobody appoints oneself: ask another administrator."),
    )


def can_clear(actor: Actor, person: models.Person, clearance: int) -> Verdict:
    """Nobody raises one's own clearance."""
    return unless(
        actor.person_id != person.pk or clearance <= person.clearance,
        _("Nobody raises one's own clearance."),
    )


def can_delegate(actor: Actor, giver: models.Appointment) -> Verdict:
    """A right is given away by whoever holds it; an administrator may enter it for them."""
    if actor.appointment_id == giver.pk:
        return ALLOWED
    return can_administer(actor, giver.post.body)


def can_declare_absence(actor: Actor, away: models.Appointment) -> Verdict:
    """Whoever goes away; leaders and clerks for everybody in their body; an administrator."""
    if actor.appointment_id == away.pk:
        return ALLOWED
    if actor.body_id == away.post.body_id and (actor.has(Duty.LEADER) or actor.has(Duty.CLERK)):
        return ALLOWED
    return can_administer(actor, away.post.body)


def can_keep_circles(actor: Actor, body: models.Body) -> Verdict:
    """Circles of a body are kept by its clerks and its administrators."""
    if actor.body_id == body.pk and actor.has(Duty.CLERK):
        return ALLOWED
    return can_administer(actor, body)


def can_make_main(actor: Actor, appointment: models.Appointment) -> Verdict:
    """People choose their own main post; an administrator may do it for them."""
    if actor.person_id == appointment.person_id:
        return ALLOWED
    return can_administer(actor, appointment.post.body)


def can_alter_duties(actor: Actor, post: models.Post, duties: list[Duty]) -> Verdict:
    """Nobody adds duties to the post one holds."""
    more = {duty.value for duty in duties} - set(post.duties)
    own = models.Appointment.objects.filter(post=post, person=actor.person_id or 0)
    return unless(
        not more or not own.exists(),
        _("Nobody adds duties to one's own post: ask another administrator."),
    )
