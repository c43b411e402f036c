"""Asking about a duty, and answering."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vermilion.audit import actions as audit
from vermilion.kernel.actors import Actor
from vermilion.kernel.events import publish
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.tasks import models, policy
from vermilion.tasks.actions.basis import (
    by,
    locked,
    name_of,
    of,
    own_post,
    require_reason,
    settle,
    take_in_if_new,
)
from vermilion.tasks.events import QuestionAnswered, QuestionAsked, TaskTakenIn


class NobodyAsked(Refused):
    message = _("Name the unit or the person who shall answer.")
    status = 422
    field = "asked"


class AsksOneself(Refused):
    message = _("One does not ask oneself; name somebody else.")
    status = 422
    field = "asked"


class AnswerMissing(Refused):
    message = _("Write the answer.")
    status = 422
    field = "text"


@transaction.atomic
def ask(
    *,
    actor: Actor,
    task_id: int,
    text: str,
    at: datetime,
    unit_id: int | None = None,
    appointment_id: int | None = None,
) -> models.Question:
    """Ask a unit or a person about a duty; nobody named means whoever gave it.

    The duty waits, visibly, until there is an answer. Its deadline does not move. Refused
    without a question of at least ten characters, and when one names oneself.
    """
    task = locked(task_id)
    policy.require(policy.can_ask(actor, task))
    words = require_reason(text)
    if unit_id is None and appointment_id is None:
        appointment_id = task.giver_id
    if (unit_id is None) is (appointment_id is None):
        raise NobodyAsked
    if appointment_id in (actor.appointment_id, actor.for_appointment_id) and appointment_id:
        raise AsksOneself
    is_new = take_in_if_new(actor, task, at)
    question = models.Question.objects.create(
        task=task,
        asker_id=own_post(actor),
        unit_id=unit_id,
        appointment_id=appointment_id,
        asked=name_of(task.body_id, at, unit_id=unit_id, appointment_id=appointment_id),
        text=words,
        **by(actor, at),
    )
    settle(task, at)
    audit.record(actor, "tasks.question.asked", f"task:{task.pk}", at=at, asked=question.asked)
    if is_new:
        publish(TaskTakenIn(actor=actor, at=at, **of(task)))
    publish(
        QuestionAsked(
            actor=actor,
            at=at,
            question_id=question.pk,
            asked_unit_id=unit_id,
            asked_id=appointment_id,
            **of(task),
        )
    )
    return question


@transaction.atomic
def answer(*, actor: Actor, question_id: int, text: str, at: datetime) -> models.Answer:
    """Answer a question about a duty, once; the work goes on. Refused without words."""
    asked = models.Question.objects.filter(pk=question_id).first()
    if asked is None:
        raise NotFound
    task = locked(asked.task_id)
    question = models.Question.objects.select_related("answer").get(pk=question_id)
    question.task = task
    policy.require(policy.can_answer(actor, question))
    if not text.strip():
        raise AnswerMissing
    made = models.Answer.objects.create(question=question, text=text.strip(), **by(actor, at))
    settle(task, at)
    audit.record(actor, "tasks.question.answered", f"task:{task.pk}", at=at)
    publish(
        QuestionAnswered(
            actor=actor, at=at, question_id=question.pk, asker_id=question.asker_id, **of(task)
        )
    )
    return made
