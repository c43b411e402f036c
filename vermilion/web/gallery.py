"""The gallery: every component in every state, filled with papers of an invented office.

For developers, translators and the tests that look at pages. Nothing here touches the database.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_GET

from vermilion.kernel.actors import Actor, ActorKind
from vermilion.kernel.verdicts import Verdict
from vermilion.web import errors, pieces
from vermilion.web.context import Face
from vermilion.web.forms import DayField
from vermilion.web.navigation import Place
from vermilion.web.requests import ActingRequest

View = Callable[..., HttpResponse]


def _open_in_demo(view: View) -> View:
    """The demonstration shows the gallery to everybody; elsewhere one signs in first."""
    return login_not_required(view) if settings.VERMILION.in_demo else view


@dataclass(frozen=True)
class _Shown(Face):
    """A frame with somebody in it, for readers who are nobody here."""

    acts_for: str = ""

    @property
    def acting(self) -> Actor:
        return Actor(
            kind=ActorKind.PERSON,
            name="Nguyễn Thị Thu Hà",
            post=str(_("Chief of Office")),
            body=str(_("Provincial Committee of Ninh Binh")),
            for_name=self.acts_for,
        )

    @cached_property
    def navigation(self) -> list[Place]:
        shown = (
            ("desk", pgettext_lazy("place", "Desk"), "inbox", 27),
            ("incoming", _("Incoming documents"), "mail-open", 12),
            ("outgoing", _("Outgoing documents"), "send", 4),
            ("tasks", _("Duties"), "list-checks", 9),
            ("signing", _("For signature"), "signature", 7),
            ("dossiers", _("Dossiers"), "folder", None),
            ("programmes", _("Programmes"), "flag", None),
            ("figures", _("Figures"), "chart-column", None),
            ("registers", _("Registers"), "library", None),
        )
        here = self.request.path
        return [
            Place(name=name, label=label, icon=icon, url=here, count=count, current=name == "desk")
            for name, label, icon, count in shown
        ]


class _Sample(forms.Form):
    """One field of every kind."""

    symbol = forms.CharField(
        label=_("Number and notation"), help_text=_("As printed: 1568-CV/VPTW")
    )
    dated_on = DayField(label=_("Date of the document"))
    kind = forms.ChoiceField(
        label=_("Type of document"),
        choices=[("cv", _("Official letter")), ("qd", _("Decision")), ("bc", _("Report"))],
    )
    abstract = forms.CharField(label=_("Abstract"), widget=forms.Textarea(attrs={"rows": 3}))
    part = forms.ChoiceField(
        label=_("Part in the work"),
        widget=forms.RadioSelect,
        choices=[("lead", _("Lead")), ("support", _("Support")), ("info", _("For information"))],
        initial="lead",
    )
    units = forms.MultipleChoiceField(
        label=_("Supporting units"),
        widget=forms.CheckboxSelectMultiple,
        choices=[("archive", _("Archives Division")), ("org", _("Organisation Committee"))],
        required=False,
    )
    copies = forms.IntegerField(label=_("Copies"), min_value=1, required=False)
    scan = forms.FileField(label=_("Scan or file"), required=False)
    reply = forms.BooleanField(label=_("A reply is expected"), required=False)


def _wrong_form() -> _Sample:
    typed = {"symbol": "1568-CV/VPTW", "dated_on": "31/02/2026", "kind": "cv", "part": "lead"}
    form = _Sample({f"wrong-{name}": value for name, value in typed.items()}, prefix="wrong")
    form.add_error("symbol", str(_("This document is already in the book, as number 412.")))
    return form


_PAPERS: Final = (
    (
        -25,
        pieces.DocumentRow(
            number="412",
            code="1568-CV/VPTW",
            urgency=_("flash"),
            abstract=_(
                "On the roll-out of the operations information system for shared use in the "
                "bodies of the Party"
            ),
            sender=_("Central Office of the Party"),
            state=_("Waits for direction"),
            selected=True,
        ),
    ),
    (
        4,
        pieces.DocumentRow(
            number="411",
            code="31-QĐ/TW",
            urgency=_("urgent"),
            abstract=_(
                "Decision promulgating the programme for the use of information technology in "
                "the work of Party bodies"
            ),
            sender=_("Secretariat"),
            state=_("Waits for direction"),
            unread=True,
        ),
    ),
    (
        72,
        pieces.DocumentRow(
            number="408",
            code="112-BC/ĐU",
            abstract=_("Report on digital transformation in October: 13 of 19 targets met"),
            sender=_("Party Committee of Hoa Lu Ward"),
            state=_("3 of 5 units are done"),
            secrecy=_("secret"),
        ),
    ),
    (
        144,
        pieces.DocumentRow(
            number="405",
            code="88-TTr/VP",
            abstract=_(
                "Submission to approve the plan for digitising the archives of merged units"
            ),
            sender=_("Archives Division"),
            state=_("Waits for signature"),
        ),
    ),
    (
        -48,
        pieces.DocumentRow(
            number="397",
            code="56-HD/BTC",
            abstract=_("Guidance on handing over files when a body ends its activity"),
            sender=_("Provincial Organisation Committee"),
            state=_("Completed"),
            done=True,
        ),
    ),
)
"""Papers on a desk, each with the hours that are left."""


def _rows(request: ActingRequest) -> list[pieces.DocumentRow]:
    here = request.get_full_path()
    return [
        replace(paper, url=here, due=request.now + timedelta(hours=hours))
        for hours, paper in _PAPERS
    ]


def _happenings(now: datetime) -> list[pieces.Happening]:
    return [
        pieces.Happening(
            at=now - timedelta(hours=3),
            what=_("Entered in the incoming book as number 412"),
            who="Lê Minh Châu",
            icon="notebook-pen",
        ),
        pieces.Happening(
            at=now - timedelta(hours=2),
            what=_("Directed: IT Division leads, two units support"),
            who="Nguyễn Thị Thu Hà",
            note=str(_("Draft a plan before Friday. No paper copies.")),
            icon="stamp",
            tone="act",
        ),
        pieces.Happening(
            at=now - timedelta(hours=1),
            what=_("Reported complete"),
            who="Phạm Hoa",
            icon="check",
            tone="done",
        ),
    ]


def _branches() -> list[pieces.Branch]:
    communes = tuple(
        pieces.Branch(label=name, note=_("commune"))
        for name in ("Phường Hoa Lư", "Phường Tây Hoa Lư", "Xã Gia Viễn")
    )
    return [
        pieces.Branch(
            label=_("Provincial Committee of Ninh Binh"),
            note=_("province"),
            open=True,
            url="#tree",
            current=True,
            children=(
                pieces.Branch(label=_("Archives Division"), note=_("unit")),
                pieces.Branch(label=_("Communes and wards"), children=communes),
            ),
        )
    ]


def _pieces(request: ActingRequest) -> dict[str, object]:
    here = request.path
    names = (
        (_("New"), 12, False),
        (_("Today"), 5, False),
        (_("Late"), 3, False),
        (_("Waiting for me"), 7, True),
        (_("Waiting for others"), 18, False),
    )
    return {
        "rows": _rows(request),
        "tabs": [
            pieces.Tab(label=label, url=here, count=count, current=current)
            for label, count, current in names
        ],
        "filters": [
            {"label": _("Urgent and above"), "url": here},
            {"label": _("From the centre"), "url": here},
            {"label": _("This week"), "url": here},
        ],
        "happenings": _happenings(request.now),
        "branches": _branches(),
        "form": _Sample(),
        "wrong": _wrong_form(),
        "refused": Verdict(
            (
                _("Only the clerk of this body may enter documents."),
                _("The book of 2025 is closed."),
            )
        ),
        "now": request.now,
        "search_url": here,
        "soon": request.now + timedelta(hours=5),
        "late": request.now - timedelta(days=2, hours=2),
        "far": request.now + timedelta(days=12),
        "troubles": enumerate(errors.TROUBLES),
    }


def _draw(
    request: ActingRequest, template: str, acts_for: str = "", **more: object
) -> HttpResponse:
    language = request.GET.get("language", "")
    if language not in dict(settings.LANGUAGES):
        language = translation.get_language() or settings.LANGUAGE_CODE
    with translation.override(language):
        context = {"face": _Shown(request, acts_for), **_pieces(request), **more}
        response = render(request, template, context)
    response["Content-Language"] = language
    return response


@_open_in_demo
@require_GET
def components(request: ActingRequest) -> HttpResponse:
    """Every component in every state; `?language=`, `?theme=` and `?density=` show it otherwise."""
    return _draw(request, "web/gallery/components.html")


@_open_in_demo
@require_GET
def workbench(request: ActingRequest) -> HttpResponse:
    """List and preview, as a leader who acts for another sees them."""
    chosen = request.GET.get("chosen", "1") == "1"
    return _draw(request, "web/gallery/workbench.html", acts_for="Trần Văn Minh", chosen=chosen)


@_open_in_demo
@require_GET
def paper(request: ActingRequest) -> HttpResponse:
    """A printed register."""
    return _draw(request, "web/gallery/paper.html")


@_open_in_demo
@require_GET
def plain(request: ActingRequest) -> HttpResponse:
    """A page before one is inside."""
    return _draw(request, "web/gallery/plain.html")


@_open_in_demo
@require_GET
def trouble(request: HttpRequest, number: int) -> HttpResponse:
    """One of the error pages."""
    if number >= len(errors.TROUBLES):
        raise Http404
    language = request.GET.get("language") or translation.get_language() or ""
    known = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    with translation.override(known):
        return errors.answer(request, errors.TROUBLES[number])
