"""Acts on many papers: choose, look at what would come about, begin, watch, try again."""

from collections import Counter
from collections.abc import Sequence

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.desk import actions, board, bulk, errand_forms, models, policy, queries
from vermilion.desk.types import UNDONE_BY, BulkAct
from vermilion.kernel.cursors import as_keys
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other, see_other_path

MOST_LABELS = 400
"""Labels of one sheet; an address carries no more."""

_FREE = (*UNDONE_BY, BulkAct.UNWATCH, BulkAct.READ)
"""Acts that leave nothing official behind."""

SHOWN = 200
"""Papers of a run that its page lists; the rest is counted."""


@require_http_methods(["GET", "POST"])
def runs(request: ActingRequest) -> HttpResponse:
    """The runs one has planned; or plan one more for the marked papers."""
    if request.method == "POST":
        return _plan(request)
    found = queries.runs_of(request.actor)[:SHOWN]
    return render(request, "desk/runs.html", {"runs": found})


def _plan(request: ActingRequest) -> HttpResponse:
    here = board.read_state(request, QueryDict(request.POST.get("query", "")))
    act = request.POST.get("act", "")
    offered = [each.value for each in queries.acts_of(request.actor)]
    marked = None if request.POST.get("all") else _marked(request)
    slips = queries.slips_meant(request.actor, here.wanted, marked, at=request.now)
    if act == "sheet":
        kept = slips if marked is not None else []
        query = here.query(place=False)
        return see_other_path(f"{reverse('desk:sheet')}?{query}&{_said('slip', kept)}")
    if act == "labels":
        lines = queries.entries_of(slips[:MOST_LABELS])
        return see_other_path(f"{reverse('registry:labels')}?{_said('entry', lines)}")
    run = actions.plan(
        actor=request.actor,
        act=act if act in offered else offered[0],
        view=here.wanted.view.value,
        query=here.query(place=False)[:2000],
        slip_ids=slips[: queries.MOST],
        at=request.now,
    )
    return see_other("desk:run", run.pk)


def _said(name: str, keys: Sequence[int]) -> str:
    """Keys as a query."""
    query = QueryDict(mutable=True)
    query.setlist(name, [str(each) for each in keys])
    return query.urlencode()


def _marked(request: ActingRequest) -> list[int]:
    return as_keys(request.POST.getlist("slip"))


@require_safe
def run(request: ActingRequest, run_id: int) -> HttpResponse:
    """What a run would do; how far it has come; what came of each paper."""
    found = queries.run(request.actor, run_id)
    form = errand_forms.form_of(found, None, actor=request.actor, at=request.now)
    return _page(request, found, form)


@require_POST
def beginning(request: ActingRequest, run_id: int) -> HttpResponse:
    """Let a planned run begin."""
    found = queries.run(request.actor, run_id)
    form = errand_forms.form_of(found, request.POST, actor=request.actor, at=request.now)
    if form.is_valid() and _names_somebody(form, found):
        with refusals_on(form):
            given = {**_given(form, found), "language": translation.get_language()}
            actions.begin(actor=request.actor, run_id=run_id, given=given, at=request.now)
            return see_other("desk:run", run_id)
    return _page(request, found, form, status=422)


@require_POST
def repetition(request: ActingRequest, run_id: int) -> HttpResponse:
    """Try again what was not done."""
    queries.run(request.actor, run_id)
    actions.repeat(actor=request.actor, run_id=run_id, at=request.now)
    return see_other("desk:run", run_id)


@require_POST
def stop(request: ActingRequest, run_id: int) -> HttpResponse:
    """Let a run do no further paper."""
    queries.run(request.actor, run_id)
    actions.stop(actor=request.actor, run_id=run_id, at=request.now)
    messages.success(request, _("Stopped. What is done stays done; the rest was not touched."))
    return see_other("desk:run", run_id)


@require_POST
def undoing(request: ActingRequest, run_id: int) -> HttpResponse:
    """Plan to take back what a run gave."""
    queries.run(request.actor, run_id)
    planned = actions.plan_undoing(actor=request.actor, run_id=run_id, at=request.now)
    return see_other("desk:run", planned.pk)


def _names_somebody(form: django_forms.Form, run: models.Run) -> bool:
    """Whether a direction names who shall have these papers; none of them has a lead yet."""
    if run.act != BulkAct.DIRECT or form.cleaned_data["leads"] or form.cleaned_data["readers"]:
        return True
    form.add_error("leads", _("Name at least one unit or person who shall have these papers."))
    return False


def _given(form: django_forms.Form, run: models.Run) -> dict[str, object]:
    if run.act == BulkAct.DIRECT:
        return {
            "instruction": form.instruction_text,  # type: ignore[attr-defined] # the form of a direction
            "shares": bulk.given_shares(form.shares()),  # type: ignore[attr-defined] # as above
        }
    return errand_forms.told(form)


def _page(
    request: ActingRequest, run: models.Run, form: django_forms.Form, status: int = 200
) -> HttpResponse:
    context: dict[str, object] = {
        "run": run,
        "form": form,
        "act": BulkAct(run.act).label,
        "list_url": f"{reverse('desk:desk')}?{run.query}",
        "may_begin": policy.can_begin(request.actor, run),
        "may_stop": policy.can_stop(request.actor, run),
        "may_repeat": policy.can_repeat(request.actor, run),
    }
    if run.begun_at is None:
        outlook = bulk.outlook(request.actor, run, at=request.now)
        possible = [each for each in outlook if each.possible]
        reasons = Counter(each.reason for each in outlook if not each.possible)
        context |= {
            "possible": len(possible),
            "impossible": len(outlook) - len(possible),
            "gone": run.papers - len(outlook),  # type: ignore[attr-defined] # counted by the query
            "reasons": reasons.most_common(),
            "outlook": outlook[:SHOWN],
            "official": run.act not in _FREE,
            "undoing": UNDONE_BY.get(run.act),
        }
    else:
        state = request.GET.get("state", "")
        context |= {
            "undoing": UNDONE_BY.get(run.act),
            "items": queries.items_of(run, state)[:SHOWN],
            "state": state,
            "unfinished": run.papers - run.done,  # type: ignore[attr-defined] # counted by the query
            "came": run.papers - run.waiting,  # type: ignore[attr-defined] # as above
        }
    part = (
        "desk/run.html#progress" if request.GET.get("fragment") == "progress" else "desk/run.html"
    )
    return render(request, part, context, status=status)
