"""Pages that stand only while browser tests run: one island each, in the house's own frame."""

import re
import time
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from tests.browser import papers
from vermilion.site.urls import urlpatterns as doors

_TEMPLATES = Path(__file__).parent / "templates"


@login_not_required
def trial(request: HttpRequest, name: str) -> HttpResponse:
    """Show a page of `tests/browser/templates`."""
    source = (_TEMPLATES / f"{name}.html").read_text(encoding="utf-8")
    page = engines["django"].from_string(source)
    return HttpResponse(page.render({"asked": request.GET}, request))


@login_not_required
def paper(request: HttpRequest, pages: int) -> HttpResponse:
    """A PDF by ranges; `?late=` seconds late, as on a bad line."""
    time.sleep(float(request.GET.get("late", "0")))
    return _by_ranges(request, papers.a_paper(pages))


@login_not_required
def rubbish(request: HttpRequest) -> HttpResponse:
    return _by_ranges(request, b"This is no PDF at all. " * 40)


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
    *doors,
    path("try/papers/<int:pages>.pdf", paper),
    path("try/papers/rubbish.pdf", rubbish),
    path("try/<slug:name>/", trial, name="trial"),
]
