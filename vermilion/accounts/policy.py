"""Who may keep whose account, and what one may do with one's own."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from vermilion.accounts import models
from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor, ActorKind, Duty
from vermilion.kernel.verdicts import ALLOWED, Verdict, refused_because, unless

_ONLY_ADMINISTRATORS = _("Only an administrator may keep the accounts of others.")
_NOT_ONES_OWN = _("Nobody keeps one's own account here: ask another administrator.")
_OUTSIDE_BRANCH = _(
    "This person holds a post outside your branch, or none within it: ask the administrator of "
    "the body above."
)
_NOT_WHILE_FOR_ANOTHER = _(
    "You are acting for somebody else. Return to your own post first: accounts are kept in one's "
    "own name."
)


def can_keep_accounts(actor: Actor) -> Verdict:
    """Whether the actor keeps anybody's account at all. Decides whether the page is shown."""
    if actor.kind is ActorKind.SYSTEM:
        return ALLOWED
    return unless(actor.has(Duty.ADMINISTRATOR), _ONLY_ADMINISTRATORS) & unless(
        actor.for_appointment_id is None, _NOT_WHILE_FOR_ANOTHER
    )


def can_keep_account(actor: Actor, person_id: int | None, *, at: datetime) -> Verdict:
    """An administrator keeps the accounts of people all of whose posts lie in his or her branch.

    One post outside is enough to refuse: with a new password one would step into that post too.
    """
    if actor.kind is ActorKind.SYSTEM:
        return ALLOWED
    may = can_keep_accounts(actor)
    if not may:
        return may
    if person_id is None:
        return refused_because(_("Accounts of machines are kept on the machine itself."))
    if person_id == actor.person_id:
        return refused_because(_NOT_ONES_OWN)
    return unless(_lies_within(actor.body_id, person_id, at=at), _OUTSIDE_BRANCH)


def _lies_within(body_id: int | None, person_id: int, *, at: datetime) -> bool:
    """Whether all posts of a person lie in the branch of a body; without posts, who keeps her."""
    held = directory.posts_held_by(person_id, at=at)
    bodies = {post.body_id for post in held if post.for_appointment_id is None}
    if not bodies:
        bodies = {directory.person(person_id).kept_by_id or 0}
    if body_id is None:
        return False
    return directory.branch(body_id).filter(pk__in=bodies).count() == len(bodies)


def can_use_own(actor: Actor, user: models.User) -> Verdict:
    """One's own password, sessions, second factors and preferences are one's own."""
    if actor.kind is ActorKind.SYSTEM:
        return ALLOWED
    return unless(
        actor.person_id is not None and actor.person_id == user.person_id,
        _("This account belongs to somebody else."),
    )


def can_end_session(actor: Actor, user: models.User, *, at: datetime) -> Verdict:
    """One's own sessions, or those of a person whose account one keeps."""
    own = can_use_own(actor, user)
    return own if own else can_keep_account(actor, user.person_id, at=at)


def can_issue_token(actor: Actor, user: models.User) -> Verdict:
    """A token acts in one's own post; nobody hands on a right that was only lent."""
    return can_use_own(actor, user) & unless(
        actor.for_appointment_id is None, _NOT_WHILE_FOR_ANOTHER
    )


def can_revoke_token(actor: Actor, token: models.Token, *, at: datetime) -> Verdict:
    """One's own tokens, or those of a person whose account one keeps."""
    return can_end_session(actor, token.user, at=at)


def can_enter(user: models.User) -> Verdict:
    """An account that is locked or closed lets nobody in."""
    return unless(user.closed_at is None, _("This account has been closed.")) & unless(
        user.locked_at is None, _("This account is locked.")
    )


def can_try(actor: Actor) -> Verdict:
    """Anybody at the door may try; it is the door that asks, in nobody's name."""
    return unless(actor.kind is ActorKind.SYSTEM, _("Only the door counts tries."))


def can_ask_recovery(actor: Actor) -> Verdict:
    """Anybody at the door may ask for a link."""
    return unless(actor.kind is ActorKind.SYSTEM, _("Only the door passes this on."))


def can_tidy(actor: Actor) -> Verdict:
    """The timetable removes what has ended by itself."""
    return unless(actor.kind is ActorKind.SYSTEM, _("The timetable does this."))
