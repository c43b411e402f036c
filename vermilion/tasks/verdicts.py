"""Whether each act upon a duty is possible, and why not."""

from functools import cached_property

from django.utils.translation import gettext as _

from vermilion.kernel.actors import Actor
from vermilion.kernel.verdicts import Verdict, refused_because
from vermilion.tasks import models, policy
from vermilion.tasks.deadlines import ExtensionRule, extension_rule_of


class Verdicts:
    """What the actor may do with a duty, and why not. Each is found out when it is asked for."""

    def __init__(self, actor: Actor, task: models.Task, rule: ExtensionRule | None = None) -> None:
        self._actor, self._task, self._rule = actor, task, rule

    @cached_property
    def take_in(self) -> Verdict:
        return policy.can_take_in(self._actor, self._task)

    @cached_property
    def pass_on(self) -> Verdict:
        return policy.can_pass_on(self._actor, self._task)

    @cached_property
    def take_over(self) -> Verdict:
        return policy.can_take_over(self._actor, self._task)

    @cached_property
    def share(self) -> Verdict:
        return policy.can_share(self._actor, self._task)

    @cached_property
    def ask(self) -> Verdict:
        return policy.can_ask(self._actor, self._task)

    @cached_property
    def answer(self) -> Verdict:
        question = self._task.question
        if question is None:
            return refused_because(_("Nothing is asked."))
        return policy.can_answer(self._actor, question)

    @cached_property
    def extend(self) -> Verdict:
        most = (self._rule or extension_rule_of(self._task.body_id)).most
        return policy.can_extend(self._actor, self._task, most=most)

    @cached_property
    def decide(self) -> Verdict:
        return policy.can_decide(self._actor, self._task)

    @cached_property
    def set_deadline(self) -> Verdict:
        return policy.can_set_deadline(self._actor, self._task)

    @cached_property
    def progress(self) -> Verdict:
        return policy.can_progress(self._actor, self._task)

    @cached_property
    def give_back(self) -> Verdict:
        return policy.can_return(self._actor, self._task)

    @cached_property
    def complete(self) -> Verdict:
        return policy.can_complete(self._actor, self._task)

    @cached_property
    def approve(self) -> Verdict:
        return policy.can_approve(self._actor, self._task)

    @cached_property
    def reopen(self) -> Verdict:
        return policy.can_reopen(self._actor, self._task)

    @cached_property
    def withdraw(self) -> Verdict:
        return policy.can_withdraw(self._actor, self._task)
