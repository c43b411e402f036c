"""Whether each act upon a slip is possible, and why not."""

from datetime import datetime
from functools import cached_property

from vermilion.kernel.actors import Actor
from vermilion.kernel.verdicts import Verdict
from vermilion.routing import models, policy


class Verdicts:
    """What the actor may do with a slip, and why not. Each is found out when it is asked for.

    Without a time the limits of a delegation are not asked; the act itself always asks them.
    """

    def __init__(self, actor: Actor, slip: models.Slip, at: datetime | None) -> None:
        self._actor, self._slip, self._at = actor, slip, at

    @cached_property
    def direct(self) -> Verdict:
        return policy.can_direct(self._actor, self._slip, at=self._at)

    @cached_property
    def prepare(self) -> Verdict:
        return policy.can_prepare(self._actor, self._slip)

    @cached_property
    def lay_before(self) -> Verdict:
        return policy.can_lay_before(self._actor, self._slip)

    @cached_property
    def close(self) -> Verdict:
        return policy.can_close(self._actor, self._slip, at=self._at)

    @cached_property
    def reopen(self) -> Verdict:
        return policy.can_reopen(self._actor, self._slip, at=self._at)
