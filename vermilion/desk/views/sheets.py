"""What is on the screen, taken along: as an Excel sheet, or on paper."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from vermilion.desk import actions, board, sheets
from vermilion.desk.board import Board
from vermilion.desk.types import USUAL_COLUMNS, Column, Mode
from vermilion.kernel.cursors import as_keys
from vermilion.web import wording
from vermilion.web.requests import ActingRequest

MOST_IN_A_SHEET = 20_000
MOST_ON_PAPER = 1_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def sheet(request: ActingRequest) -> HttpResponse:
    """The list as an Excel sheet, with its filters and the time in the heading."""
    here = board.read(request)
    columns = _columns(here)
    found = here.lines_for_taking_along(columns, most=MOST_IN_A_SHEET, only=_marked(request))
    content = sheets.sheet(
        title=str(here.wanted.view.label),
        heading=_heading(request, here, len(found), cut=len(found) == MOST_IN_A_SHEET),
        labels=[str(column.label) for column in columns],
        rows=[row.cells for row in found],
        columns=[column.value for column in columns],
        from_right=translation.get_language_bidi(),
    )
    _note(request, here, len(found))
    response = HttpResponse(content, content_type=XLSX)
    name = f"{here.wanted.view.value}-{request.now:%Y-%m-%d}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def paper(request: ActingRequest) -> HttpResponse:
    """The list as it is printed."""
    here = board.read(request)
    columns = _columns(here)
    found = here.lines_for_taking_along(columns, most=MOST_ON_PAPER, only=_marked(request))
    _note(request, here, len(found))
    context = {
        "heading": _heading(request, here, len(found), cut=len(found) == MOST_ON_PAPER),
        "labels": [column.label for column in columns],
        "rows": found,
        "view": here.wanted.view,
        "back": here.url(),
    }
    return render(request, "desk/paper.html", context)


def _marked(request: ActingRequest) -> list[int] | None:
    """What was marked, if only that is wanted."""
    return as_keys(request.GET.getlist("slip")) or None


def _columns(here: Board) -> tuple[Column, ...]:
    layout = here.wanted.layout
    return layout.columns if layout.mode == Mode.TABLE else USUAL_COLUMNS


def _heading(request: ActingRequest, here: Board, papers: int, *, cut: bool) -> list[str]:
    actor = request.actor
    lines = [f"{here.wanted.view.label} · {actor.body}"]
    filters = [each.label for each in here.filters_in_force()]
    if filters:
        lines.append(_("Narrowed to: %(filters)s") % {"filters": "; ".join(filters)})
    counted = ngettext("%(count)d paper", "%(count)d papers", papers) % {"count": papers}
    if cut:
        counted = _("The first %(papers)s; the list is longer") % {"papers": counted}
    lines.append(counted)
    lines.append(
        _("Taken by %(name)s, %(time)s")
        % {"name": actor.name, "time": wording.in_full(request.now)}
    )
    return lines


def _note(request: ActingRequest, here: Board, papers: int) -> None:
    view = here.wanted.view
    query = here.query(replace(here.wanted, after=""), place=False)
    actions.take_along(
        actor=request.actor, view=view.value, query=query, papers=papers, at=request.now
    )
