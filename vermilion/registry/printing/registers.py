"""The registers on paper, in their legal layout (Decree 30/2020 Art. 16.2b, 22.3b, App. IV)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from vermilion.directory import queries as directory
from vermilion.kernel.actors import Actor
from vermilion.registry import models
from vermilion.registry.printing.columns import Column, columns_of, notes_of
from vermilion.registry.printing.setting import (
    apart,
    day,
    from_left,
    print_mark,
    typeset,
    writing,
)
from vermilion.registry.types import BookKind, Followed, title_of

ROWS_BY_HAND = 14
"""So many empty rows has a page that is filled in by hand."""

Row = dict[str, object]


def register(
    *,
    series: models.Series,
    entries: Sequence[models.Entry],
    actor: Actor,
    at: datetime,
    period: str = "",
    question: Sequence[str] = (),
) -> bytes:
    """The lines of one period as a PDF/A-2b: cover, page totals, carried totals, print mark.

    Struck-out lines stand struck through with their reason; nothing is left out.
    """
    zone = ZoneInfo(actor.time_zone)
    book = series.book
    kind = BookKind(book.kind)
    columns = columns_of(kind)
    cover = {
        "body": book.body.name,
        "above": book.body.parent.name if book.body.parent else "",
        "title": book.name or str(title_of(kind, secret=book.secret)),
        "period": period or _("Year %(year)s") % {"year": series.opens_on.year},
        "days": _days(entries, zone),
        "numbers": _numbers(entries),
    }
    rows = [_row(entry, columns, zone) for entry in entries]
    heads = [(each.name, each.width, each.centred) for each in columns]
    return _set(cover, heads, rows, question=question, actor=actor, at=at)


def follow_up_register(
    *,
    series: models.Series,
    entries: Sequence[models.Entry],
    followed: Mapping[int, Followed],
    actor: Actor,
    at: datetime,
    question: Sequence[str] = (),
) -> bytes:
    """How incoming documents are followed up, in the seven columns of App. IV."""
    zone = ZoneInfo(actor.time_zone)
    rows = [_followed(entry, followed.get(entry.pk, Followed()), zone) for entry in entries]
    year = _("Year %(year)s") % {"year": series.opens_on.year}
    cover = _cover(
        actor, _("Follow-up of incoming documents"), period=year, numbers=_numbers(entries)
    )
    return _set(cover, _FOLLOW_UP, rows, question=question, actor=actor, at=at)


def postal_register(
    *,
    postings: Sequence[models.Posting],
    since: date,
    until: date,
    actor: Actor,
    at: datetime,
) -> bytes:
    """What was given to the post, in the six columns of the postal register."""
    rows = [
        _plain(
            day(each.on),
            from_left(each.entry.document.symbol) or str(each.entry),
            apart(each.recipient),
            str(each.envelopes),
            "",
            apart(each.note),
        )
        for each in postings
    ]
    envelopes = sum(each.envelopes for each in postings)
    sent = ngettext("%(count)s envelope", "%(count)s envelopes", envelopes) % {"count": envelopes}
    span = _("From %(first)s to %(last)s") % {"first": day(since), "last": day(until)}
    cover = _cover(actor, _("Postal register"), period=span, numbers=sent)
    return _set(cover, _POSTAL, rows, actor=actor, at=at)


def uses_of_file_copies(*, actor: Actor, at: datetime) -> bytes:
    """The nine columns of the register of the use of file copies, to be filled in by hand."""
    year = _("Year %(year)s") % {"year": at.astimezone(ZoneInfo(actor.time_zone)).year}
    cover = _cover(actor, _("Register of the use of file copies"), period=year)
    return _set(cover, _FILE_COPIES, [], actor=actor, at=at)


Head = tuple[str | Promise, int, bool]

_POSTAL: Sequence[Head] = (
    (gettext_lazy("Day"), 24, True),
    (gettext_lazy("Number and notation"), 44, False),
    (gettext_lazy("Recipient"), 0, False),
    (gettext_lazy("Envelopes"), 24, True),
    (gettext_lazy("Signature and stamp"), 50, False),
    (gettext_lazy("Note"), 50, False),
)
_FOLLOW_UP: Sequence[Head] = (
    (gettext_lazy("Arrival number"), 16, True),
    (gettext_lazy("Type, number, date and author of the document"), 0, False),
    (gettext_lazy("Unit or person receiving it"), 50, False),
    (gettext_lazy("Deadline"), 24, True),
    (gettext_lazy("Progress"), 44, False),
    (gettext_lazy("Number and notation of the reply"), 34, False),
    (gettext_lazy("Note"), 40, False),
)
_FILE_COPIES: Sequence[Head] = (
    (gettext_lazy("Day"), 20, True),
    (gettext_lazy("Name of the user"), 34, False),
    (gettext_lazy("Number and date of the document"), 34, False),
    (gettext_lazy("Type and abstract"), 0, False),
    (gettext_lazy("Dossier number"), 22, True),
    (gettext_lazy("Signature of the user"), 26, False),
    (gettext_lazy("Date returned"), 22, True),
    (gettext_lazy("Permitted by"), 30, False),
    (gettext_lazy("Note"), 26, False),
)


def _set(
    cover: dict[str, str],
    heads: Sequence[Head],
    rows: Sequence[Row],
    *,
    actor: Actor,
    at: datetime,
    question: Sequence[str] = (),
) -> bytes:
    book = {
        **writing(),
        **{name: cover[name] for name in ("body", "above", "period", "days", "numbers")},
        "question": list(question),
        "printed": print_mark(actor, at),
        "labels": _labels(cover["title"], len(rows)),
        "columns": [
            {"name": str(name), "width": width, "centred": centred}
            for name, width, centred in heads
        ],
        "rows": list(rows),
        "empty-rows": ROWS_BY_HAND,
    }
    return typeset("register.typ", book, at=at)


def _cover(actor: Actor, title: str, *, period: str, numbers: str = "") -> dict[str, str]:
    body = directory.body(actor.own_body)
    above = body.parent.name if body.parent else ""
    return {
        "body": body.name,
        "above": above,
        "title": title,
        "period": period,
        "days": "",
        "numbers": numbers,
    }


def _labels(title: str, count: int) -> dict[str, str]:
    return {
        "title": title,
        "page": _("Page"),
        "keeper": _("Keeper of the register"),
        "head": _("Head of the office"),
        "sign": _("(signature and full name)"),
        "on-page": _("Lines of this page:"),
        "carried": _("Carried over to the next page:"),
        "brought": _("Brought forward from the page before:"),
        "total": ngettext(
            "This register has %(count)s line.", "This register has %(count)s lines.", count
        )
        % {"count": count},
    }


def _row(entry: models.Entry, columns: Sequence[Column], zone: ZoneInfo) -> Row:
    return {
        "struck": entry.struck_out,
        "cells": [
            {"lines": each.says(entry, zone), "bold": each.bold, "strikes": each.strikes}
            for each in columns
        ],
    }


def _followed(entry: models.Entry, known: Followed, zone: ZoneInfo) -> Row:
    document = entry.document
    kind = document.type.name_in(get_language() or "vi") if document.type else ""
    paper = [
        " ".join(each for each in (kind, from_left(document.symbol)) if each),
        day(document.dated_on),
        apart(document.issuer),
        apart(document.abstract),
    ]
    recipients = known.recipients or tuple(each.recipient for each in entry.transfers.all())
    cells = [
        [str(entry)],
        [each for each in paper if each],
        [apart(each) for each in recipients],
        [day(each) for each in known.due],
        [str(known.standing)] if known.standing else [],
        [from_left(known.reply)] if known.reply else [],
        notes_of(entry, zone),
    ]
    return {"struck": entry.struck_out, "cells": [{"lines": cell} for cell in cells]}


def _plain(*cells: str) -> Row:
    return {"struck": False, "cells": [{"lines": [cell] if cell else []} for cell in cells]}


def _days(entries: Sequence[models.Entry], zone: ZoneInfo) -> str:
    if not entries:
        return ""
    days = [entry.registered_at.astimezone(zone).date() for entry in entries]
    return _("From %(first)s to %(last)s") % {"first": day(min(days)), "last": day(max(days))}


def _numbers(entries: Sequence[models.Entry]) -> str:
    if not entries:
        return _("No lines yet")
    numbers = [entry.number for entry in entries]
    return _("Numbers %(first)s to %(last)s") % {"first": min(numbers), "last": max(numbers)}
