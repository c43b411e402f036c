"""Notices as a page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from vermilion.kernel.actors import Actor
from vermilion.kernel.cursors import as_key
from vermilion.notices import models, policy, queries
from vermilion.notices.types import Paper, Recipient, house
from vermilion.notices.words import Line, because, papers_called, sentence
from vermilion.web.requests import ActingRequest

VIEWS = ("unread", "all", "muted")


@dataclass(frozen=True, slots=True)
class Row:
    """One paper of the centre: what it may be called, the newest happening, those before it."""

    notice: models.Notice
    paper: Paper
    newest: Line
    earlier: list[Line]
    more: int
    holder: Recipient | None


def asked(request: ActingRequest, unseen: int) -> tuple[str, queries.Wanted]:
    """The view that was asked for: what is new where there is any, else everything."""
    view = request.GET.get("view", "")
    if view not in VIEWS:
        view = "unread" if unseen else "all"
    reason = request.GET.get("reason", "")
    wanted = queries.Wanted(
        unseen=view == "unread",
        muted=view == "muted",
        reason=reason if reason in house.reasons else "",
        holder_id=as_key(request.GET.get("post", "")),
    )
    return view, wanted


def rows(notices: Sequence[models.Notice], *, at: datetime) -> list[Row]:
    """Notices with everything that is shown of them. The same few queries, however many."""
    papers = papers_called((each.about_kind, each.about_id) for each in notices)
    happenings = queries.happenings_of(notices)
    holders = house.recipients(sorted({each.holder_id for each in notices}), at) if notices else {}
    found = []
    for each in notices:
        lines = [
            Line(sentence(row.event, by=row.by, facts=row.facts), row.at, because(row.reason))
            for row in happenings.get(each.pk, [])
        ]
        newest = (
            lines[0]
            if lines
            else Line(
                sentence(each.event, by=each.by, facts=each.facts), each.at, because(each.reason)
            )
        )
        earlier = lines[1 : max(each.unseen, 1)] if each.unseen else lines[1:4]
        found.append(
            Row(
                notice=each,
                paper=papers[each.about_kind, each.about_id],
                newest=newest,
                earlier=earlier,
                more=max(each.unseen - len(lines), 0),
                holder=holders.get(each.holder_id),
            )
        )
    return found


def reasons(person_id: int, wanted: queries.Wanted, view: str) -> list[dict[str, object]]:
    """The filter by reason: each reason that occurs, with its number; the chosen one leads back."""
    return [
        {
            "label": house.reasons[name].label,
            "number": number,
            "chosen": name == wanted.reason,
            "url": "?"
            + urlencode({"view": view, **({} if name == wanted.reason else {"reason": name})}),
        }
        for name, number in queries.reasons_of(person_id).items()
        if name in house.reasons
    ]


def address_of(actor: Actor, *, at: datetime) -> str:
    """Where mail goes for this person; empty: nowhere."""
    person_id = actor.person_id or 0
    addressee = house.addressees([person_id], at).get(person_id)
    return addressee.address if addressee else ""


def letters(
    actor: Actor, found: Sequence[models.Letter], *, at: datetime
) -> list[dict[str, object]]:
    """Letters to people of the actor's branch, with their names."""
    people = house.addressees(sorted({each.person_id for each in found}), at)
    return [
        {"letter": each, "name": people[each.person_id].name}
        for each in found
        if each.person_id in people
        and policy.can_look_after_letters(actor, people[each.person_id].body_id)
    ]
