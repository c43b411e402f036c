"""Pages that stand only while browser tests run: one island each, in the house's own frame."""

import re
import time
from pathlib import Path

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template import engines
from django.urls import include, path
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from tests.browser import papers
from vermilion.web.forms import DayField
from vermilion.web.widgets import ComboBox, ComboBoxMultiple, Suggested

_TEMPLATES = Path(__file__).parent / "templates"


UNITS = [
    ("1", "Phòng Tổng hợp", "Văn phòng Tỉnh uỷ"),
    ("2", "Phòng Cơ yếu - Công nghệ thông tin", "Văn phòng Tỉnh uỷ"),
    ("3", "Ban Tổ chức", "Tỉnh uỷ"),
    ("4", "الأمانة العامة", ""),
]
posted: list[dict[str, list[str]]] = []
"""What forms sent, in the order it came."""


class Trial(forms.Form):
    """One field of each kind that islands enhance."""

    use_required_attribute = False

    unit = forms.ChoiceField(
        label="Đơn vị chủ trì",
        widget=ComboBox(url="/try/units/"),
        choices=[("", ""), ("3", "Ban Tổ chức")],
    )
    support = forms.MultipleChoiceField(
        label="Phối hợp",
        widget=ComboBoxMultiple(),
        choices=[(value, label) for value, label, _note in UNITS],
    )
    sender = forms.CharField(
        label="Nơi gửi", widget=Suggested(url="/try/units/", into="id_sender_body")
    )
    sender_body = forms.CharField(widget=forms.HiddenInput)
    dated_on = DayField(label="Ngày văn bản")
    abstract = forms.CharField(
        label="Trích yếu", widget=forms.Textarea(attrs={"data-last": "V/v triển khai"})
    )


@login_not_required
def units(request: HttpRequest) -> JsonResponse:
    """Suggestions, as a package's own address gives them."""
    asked = request.GET["q"].casefold()
    found = [
        {"value": value, "label": label, "note": note}
        for value, label, note in UNITS
        if asked in label.casefold()
    ]
    return JsonResponse({"results": found, "more": False})


@login_not_required
@csrf_exempt
def take(request: HttpRequest) -> HttpResponse:
    """Note what was sent; slowly, so that an impatient hand has time."""
    posted.append(dict(request.POST.lists()))
    time.sleep(0.5)
    return HttpResponseRedirect("/try/done/")


@login_not_required
def trial(request: HttpRequest, name: str) -> HttpResponse:
    """Show a page of `tests/browser/templates`."""
    translation.activate(request.GET.get("language", "en"))
    source = (_TEMPLATES / f"{name}.html").read_text(encoding="utf-8")
    page = engines["django"].from_string(source)
    return HttpResponse(page.render({"asked": request.GET, "form": Trial()}, request))


@login_not_required
def paper(request: HttpRequest, pages: int) -> HttpResponse:
    """A PDF by ranges; `?late=` seconds late, as on a bad line."""
    time.sleep(float(request.GET.get("late", "0")))
    return _by_ranges(request, papers.a_paper(pages))


@login_not_required
def rubbish(request: HttpRequest) -> HttpResponse:
    return _by_ranges(request, b"This is no PDF at all. " * 40)


@login_not_required
def set_in(request: HttpRequest, language: str) -> HttpResponse:
    """A paper that a test laid into this folder."""
    if language not in papers.laid:
        raise Http404
    return _by_ranges(request, papers.laid[language])


@login_not_required
def locked(request: HttpRequest) -> HttpResponse:
    return _by_ranges(request, papers.a_locked_paper())


def _by_ranges(request: HttpRequest, whole: bytes) -> HttpResponse:
    asked = re.fullmatch(r"bytes=(\d+)-(\d+)", request.headers.get("Range", ""))
    if asked is None:
        return HttpResponse(whole, content_type="application/pdf")
    begin, end = int(asked[1]), min(int(asked[2]), len(whole) - 1)
    answer = HttpResponse(whole[begin : end + 1], content_type="application/pdf", status=206)
    answer["Content-Range"] = f"bytes {begin}-{end}/{len(whole)}"
    answer["Accept-Ranges"] = "bytes"
    return answer


urlpatterns = [
    path("try/units/", units),
    path("try/posted/", take),
    path("", include("vermilion.web.urls")),
    path("files/", include("vermilion.files.urls")),
    path("try/papers/<int:pages>.pdf", paper),
    path("try/papers/rubbish.pdf", rubbish),
    path("try/papers/locked.pdf", locked),
    path("try/papers/<slug:language>.pdf", set_in),
    path("try/<slug:name>/", trial, name="trial"),
]
