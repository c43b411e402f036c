"""Sheets: hand one in, see what each row would do, apply it; take the organisation out as one."""

from collections.abc import Iterable, Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.directory import actions, forms, policy, queries
from vermilion.directory.sheets import COLUMNS, as_csv, as_xlsx
from vermilion.directory.types import SheetKind
from vermilion.directory.views.pages import posted
from vermilion.directory.wording import OUTCOMES
from vermilion.kernel.refusals import NotFound, Refused
from vermilion.kernel.verdicts import require
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other

_SHOWN = 200
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_http_methods(["GET", "POST"])
def handed_in(request: ActingRequest, body_id: int) -> HttpResponse:
    """Hand in a sheet of a body's branch; see those handed in before."""
    body = queries.body(body_id)
    form = forms.HandingIn(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            made = actions.hand_in_sheet(
                actor=request.actor,
                body_id=body_id,
                kind=SheetKind(form.cleaned_data["kind"]),
                name=form.cleaned_data["file"].name,
                rows=form.rows(),
                at=request.now,
            )
            return see_other("directory:sheet", made.pk)

    context = {
        "body": body,
        "form": form,
        "kinds": SheetKind.choices,
        "sheets": queries.sheets_of(body_id)[:20],
        "may_administer": policy.can_administer(request.actor, body),
    }
    return render(request, "directory/sheets.html", context, status=422 if form.errors else 200)


@require_safe
def sheet(request: ActingRequest, sheet_id: int) -> HttpResponse:
    """A sheet, and what each of its rows will do or did; refused rows first."""
    found = queries.sheet(sheet_id)
    require(policy.can_administer(request.actor, found.body))
    rows = queries.outcomes_of(found)
    counts = {word: sum(row.outcome == word for row in rows) for word in OUTCOMES}
    refused = [row for row in rows if row.outcome == "refused"]
    others = [row for row in rows if row.outcome not in ("refused", "unchanged")]
    shown = [*refused, *others][:_SHOWN]
    columns = COLUMNS[SheetKind(found.kind)]
    used = [place for place in range(len(columns)) if any(row.cells[place] for row in shown)]
    context = {
        "sheet": found,
        "columns": [columns[place] for place in used],
        "rows": [
            (row, OUTCOMES[row.outcome], [row.cells[place] for place in used]) for row in shown
        ],
        "left_out": len(refused) + len(others) - len(shown),
        "counts": [(OUTCOMES[word], number, word) for word, number in counts.items()],
        "refused": counts["refused"],
        "nothing_to_do": not refused and not others,
        "waits": found.tried_at is None or (found.asked_at and not found.applied_at),
    }
    page = "directory/sheet.html#state" if request.htmx else "directory/sheet.html"
    return render(request, page, context)


@require_POST
def application(request: ActingRequest, sheet_id: int) -> HttpResponse:
    """Apply a sheet, whole or not at all."""
    try:
        done = actions.ask_to_apply(actor=request.actor, sheet_id=sheet_id, at=request.now)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        if done.applied_at:
            messages.success(request, _("The sheet has been applied."))
    return see_other("directory:sheet", sheet_id)


@require_safe
def outcomes(request: ActingRequest, sheet_id: int) -> HttpResponse:
    """What each row will do or did, as a sheet with the same columns."""
    found = queries.sheet(sheet_id)
    require(policy.can_administer(request.actor, found.body))
    columns = COLUMNS[SheetKind(found.kind)]
    headings = [
        _("Row"),
        _("Outcome"),
        _("Column"),
        _("Reason"),
        *(str(column.heading) for column in columns),
    ]
    rows = (
        [str(row.number), str(OUTCOMES[row.outcome]), row.column, row.reason, *row.cells]
        for row in queries.outcomes_of(found)
    )
    return _download(as_csv(headings, rows), f"outcomes-{sheet_id}.csv")


@require_safe
def export(request: ActingRequest, body_id: int, kind: str, form: str) -> HttpResponse:
    """The present organisation of a branch as a sheet that can be handed in again."""
    body = queries.body(body_id)
    require(policy.can_administer(request.actor, body))
    wanted = _kind(kind)
    rows = queries.as_rows(wanted, body_id, on=localdate(request.now))
    return _sheet(wanted, form, rows, f"{kind}-{body_id}")


@require_safe
def empty(request: ActingRequest, kind: str, form: str) -> HttpResponse:  # noqa: ARG001 - as views are
    """A sheet with nothing but its headings, in the reader's language."""
    return _sheet(_kind(kind), form, [], kind)


def _kind(word: str) -> SheetKind:
    if word not in SheetKind.values:
        raise NotFound
    return SheetKind(word)


def _sheet(kind: SheetKind, form: str, rows: Iterable[Sequence[str]], name: str) -> HttpResponse:
    if form not in _TYPES:
        raise NotFound
    headings = [str(column.heading) for column in COLUMNS[kind]]
    content = as_csv(headings, rows) if form == "csv" else as_xlsx(str(kind.label), headings, rows)
    return _download(content, f"{name}.{form}")


def _download(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=_TYPES[name.rpartition(".")[2]])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
