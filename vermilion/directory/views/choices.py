"""What a type-ahead offers: plain rows for the island `combo-box`."""

from collections.abc import Iterable

from django.http import HttpRequest, JsonResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from vermilion.directory import queries
from vermilion.kernel.cursors import as_key
from vermilion.kernel.letters import folded, search_key
from vermilion.web.requests import ActingRequest

ROWS = 20


@require_safe
def bodies(request: ActingRequest) -> JsonResponse:
    """Bodies that may be meant, by name, initials, code, former name or former code."""
    found = queries.search(
        request.GET.get("q", ""),
        on=localdate(request.now),
        kinds=request.GET.getlist("kind"),
        below=_number(request, "below"),
    )
    return _answer(
        (each.id, each.name, " · ".join(filter(None, (each.detail, each.note)))) for each in found
    )


@require_safe
def units(request: ActingRequest) -> JsonResponse:
    """Units of a body (of one's own when none is named) that may be meant."""
    rows = queries.units_of(_body(request), request.now)
    names = {unit.pk: unit.name for unit in rows}
    wanted = folded(request.GET.get("q", "")).split()
    return _answer(
        (unit.pk, unit.name, names.get(unit.parent_id or 0, ""))
        for unit in rows
        if _begins(search_key(unit.name, unit.abbreviation), wanted)
    )


@require_safe
def posts(request: ActingRequest) -> JsonResponse:
    """People of a body (of one's own when none is named) in their posts; the value is the
    appointment."""
    wanted = folded(request.GET.get("q", "")).split()
    return _answer(
        (
            seat.pk,
            seat.person.full_name,
            f"{seat.post.title}, {seat.post.unit}" if seat.post.unit else seat.post.title,
        )
        for seat in queries.people_in(_body(request), request.now)
        if _begins(search_key(seat.person.full_name, seat.post.title), wanted)
    )


def _begins(key: str, words: Iterable[str]) -> bool:
    return all(f" {word}" in key for word in words)


def _body(request: ActingRequest) -> int:
    return _number(request, "body") or request.actor.body_id or 0


def _number(request: HttpRequest, name: str) -> int | None:
    return as_key(request.GET.get(name, ""))


def _answer(rows: Iterable[tuple[int, str, str]]) -> JsonResponse:
    found = list(rows)
    return JsonResponse(
        {
            "results": [
                {"value": str(value), "label": label, "note": note}
                for value, label, note in found[:ROWS]
            ],
            "more": len(found) > ROWS,
        }
    )
