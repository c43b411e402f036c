"""Alarms, people and what waits, as pages show them."""

from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vermilion.directory import queries as directory
from vermilion.documents.types import Urgency
from vermilion.followup import queries
from vermilion.followup.papers import page_of, subject_of
from vermilion.followup.queries import Alarm
from vermilion.followup.types import Answer, Rung, Stage
from vermilion.kernel.actors import Actor
from vermilion.notices.queries import papers_called
from vermilion.web.pieces import Tab


def about(actor: Actor, document_id: int, *, at: datetime) -> dict[str, object]:
    """What the page of a document shows of following up: what it waits for, and who watches it."""
    return {
        "stalls": queries.stall(actor, document_id, at=at),
        "watch": queries.watch_of(actor, document_id),
    }


def alarm_rows(alarms: Sequence[Alarm]) -> list[dict[str, object]]:
    """Alarms with the names of their papers and the words of their steps."""
    papers = papers_called(
        (about.kind, about.id) for about in (subject_of(each.wait) for each in alarms)
    )
    rows: list[dict[str, object]] = []
    for each in alarms:
        subject = subject_of(each.wait)
        rows.append(
            {
                "wait": each.wait,
                "late": each.late,
                "paper": papers[subject.kind, subject.id],
                "url": page_of(each.wait),
                "stage": capfirst(str(Stage(each.wait.stage).label)),
                "urgency": urgency_word(each.wait.urgency),
                "steps": [
                    {"step": step, "rung": capfirst(str(Rung(step.rung).label))}
                    for step in each.wait.escalations.all()
                ],
            }
        )
    return rows


def alarm_tabs(*, open_only: bool, number: int) -> list[Tab]:
    """Open alarms, and all there were."""
    url = reverse("followup:alarms")
    return [
        Tab(label=_("Unanswered"), url=f"{url}?view=open", count=number, current=open_only),
        Tab(label=_("All alarms"), url=f"{url}?view=all", current=not open_only),
    ]


def ladder_lines(body_id: int) -> list[dict[str, object]]:
    """The ladders of a body in words."""
    return [
        {
            "urgency": line.urgency,
            "steps": line.steps,
            "rungs": [Rung(each).label for each in line.steps.rungs],
            "answer": Answer(line.steps.answer).label,
        }
        for line in queries.ladders_of(body_id)
    ]


def people_of(body_id: int, *, at: datetime) -> list[tuple[int, str]]:
    """Who holds posts in a body, for a choice."""
    return [
        (each.pk, f"{each.person.full_name}, {each.post.title}")
        for each in directory.people_in(body_id, at)
    ]


def urgency_word(urgency: int) -> str:
    """The word of an urgency, at the beginning of a line."""
    return capfirst(str(Urgency(urgency).label))
