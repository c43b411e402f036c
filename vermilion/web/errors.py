"""What a person sees when something does not work: what happened, is my work safe, what can I do.

The pages stand without a database and without an actor. A machine (`/api/`) gets the same facts
as problem+json; a fragment of a page gets them as a notice above what stands there.
"""

import json
import logging
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from vermilion.kernel.refusals import Refused
from vermilion.kernel.tracing import trace_number
from vermilion.web import assets, preferences

logger = logging.getLogger(__name__)

Text = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """One way in which a page can fail, in words for the person before it."""

    status: int
    title: Text
    happened: Text
    work: Text
    remedy: Text
    icon: str = "triangle-alert"


_NOTHING_CHANGED: Final = _("Nothing was changed. What was saved before is safe.")

BAD_REQUEST: Final = Trouble(
    status=400,
    title=_("This request could not be read"),
    happened=_("The address or the form was damaged on its way, or it was put together by hand."),
    work=_NOTHING_CHANGED,
    remedy=_("Go back and try once more from the page itself."),
)
FORBIDDEN: Final = Trouble(
    status=403,
    title=_("You may not do this"),
    happened=_("The post in which you act does not carry this right."),
    work=_NOTHING_CHANGED,
    remedy=_(
        "If you hold another post, change to it at the top of the page. "
        "Otherwise ask the administrator of your body."
    ),
    icon="lock",
)
NOT_FOUND: Final = Trouble(
    status=404,
    title=_("This is not here, or it is not for you to see"),
    happened=_(
        "The address is mistyped, the thing was never here, or the post in which you act may not "
        "see it. Which of the three, this page does not tell."
    ),
    work=_NOTHING_CHANGED,
    remedy=_(
        "Search for it by number or words, change to another post you hold, or ask whoever sent "
        "you the link to share it with you."
    ),
    icon="file-question-mark",
)
WRONG_METHOD: Final = Trouble(
    status=405,
    title=_("This page cannot be asked in that way"),
    happened=_("The address belongs to a step inside another page and does not stand alone."),
    work=_NOTHING_CHANGED,
    remedy=_("Go back to the page you came from and take the step there."),
)
CONFLICT: Final = Trouble(
    status=409,
    title=_("This cannot be done now"),
    happened=_("What you see may have changed in the meantime."),
    work=_NOTHING_CHANGED,
    remedy=_("Go back, look at how it stands now, and decide again."),
    icon="refresh-cw",
)
TOO_LARGE: Final = Trouble(
    status=413,
    title=_("This is too large to be taken in"),
    happened=_("The file or the form is larger than this installation accepts."),
    work=_("Nothing was saved. What you typed is still there when you go back."),
    remedy=_("Go back and hand in a smaller file, or in several parts."),
    icon="file-warning",
)
TOO_MANY: Final = Trouble(
    status=429,
    title=_("Too many requests in a short time"),
    happened=_("To keep the system fast for everybody, this was stopped for a moment."),
    work=_("Nothing was changed. What you typed is still there when you go back."),
    remedy=_("Wait a minute, then try once more."),
    icon="hourglass",
)
BROKEN: Final = Trouble(
    status=500,
    title=_("Something broke on our side"),
    happened=_("This page could not be made. The fault is recorded and is not yours."),
    work=_(
        "An act is saved whole or not at all. If you had just sent a form, look whether it arrived "
        "before you send it again."
    ),
    remedy=_("Try once more. If it breaks again, tell support the number below."),
)
UNAVAILABLE: Final = Trouble(
    status=503,
    title=_("This system is closed for a short while"),
    happened=_("It is being maintained, or a part of it is starting up."),
    work=_("What was saved is safe. Reading may already work; writing will follow."),
    remedy=_("Keep this page open and try again in a few minutes."),
    icon="hourglass",
)
READ_ONLY: Final = Trouble(
    status=503,
    title=_("Only reading is possible at the moment"),
    happened=_("The operator has closed writing while work on the system is under way."),
    work=_("Nothing was changed. What you typed is still there when you go back."),
    remedy=_("Go on reading. Keep this page open and send it again when writing is open."),
    icon="book-open",
)
STALE_FORM: Final = Trouble(
    status=403,
    title=_("This form has grown too old to be sent"),
    happened=_(
        "You signed in or out in another window since it was opened, or your browser keeps no "
        "cookies from this site."
    ),
    work=_("Nothing was sent. What you typed is still in the form."),
    remedy=_(
        "Go back with your browser: the text stands there. Copy it if it is long, load the page "
        "anew and send it again."
    ),
    icon="history",
)
OFFLINE: Final = Trouble(
    status=200,
    title=_("No connection"),
    happened=_("Your device cannot reach the system at the moment."),
    work=_("What was saved before is safe. What stands in an open form stays there."),
    remedy=_("Leave the page open. When the line is back, go on where you were."),
    icon="wifi-off",
)

TROUBLES: Final = (
    BAD_REQUEST,
    FORBIDDEN,
    NOT_FOUND,
    WRONG_METHOD,
    CONFLICT,
    TOO_LARGE,
    TOO_MANY,
    BROKEN,
    UNAVAILABLE,
    READ_ONLY,
    STALE_FORM,
    OFFLINE,
)
_OF_STATUS: Final = {each.status: each for each in reversed(TROUBLES)}
_LAST_RESORT: Final = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Vermilion</title>'
    "<main><h1>Something broke on our side</h1>"
    "<p>An act is saved whole or not at all. Try once more.</p><p>{trace}</p></main></html>"
)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: damaged on the way, or put together by hand; 413 where it was too much."""
    if isinstance(exception, RequestDataTooBig):
        return answer(request, TOO_LARGE)
    return answer(request, BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403, with the sentence of whoever refused."""
    return answer(request, FORBIDDEN, reason=str(exception))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """404: unknown, or not for this actor. The two look the same."""
    return answer(request, NOT_FOUND)


def broken(request: HttpRequest) -> HttpResponse:
    """500. Asks nothing of the database, the session or the actor."""
    return answer(request, BROKEN)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token no longer fits; named in the setting `CSRF_FAILURE_VIEW`."""
    logger.info("form token refused: %s", reason)
    return answer(request, STALE_FORM)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """The page of a refusal that no form took up: its own sentence, its own status."""
    trouble = of_status(refusal.status)
    return answer(request, trouble, reason=str(refusal), code=refusal.code)


def of_status(status: int) -> Trouble:
    """The words for a status; a kind one for statuses of the same hundred."""
    if status in _OF_STATUS:
        return _OF_STATUS[status]
    return BROKEN if status >= 500 else CONFLICT


def answer(
    request: HttpRequest, trouble: Trouble, *, reason: str = "", code: str = "", status: int = 0
) -> HttpResponse:
    """Say the trouble in the form that was asked for: a page, a notice, or problem+json."""
    status = status or (trouble.status if trouble is not CONFLICT else 409)
    trace = trace_number.get() or str(vars(request).get("trace", ""))
    try:
        if request.path.startswith("/api/"):
            return _problem(trouble, status, reason, code, trace)
        if request.headers.get("HX-Request") == "true":
            return _notice(trouble, status, reason, trace)
        return _page(request, trouble, status, reason, trace)
    except Exception:
        logger.exception("the error page itself could not be drawn")
        return HttpResponse(_LAST_RESORT.format(trace=escape(trace)), status=status)


def _page(
    request: HttpRequest, trouble: Trouble, status: int, reason: str, trace: str
) -> HttpResponse:
    html = render_to_string(
        "web/errors/page.html", {**_frame(request), **_words(trouble, status, reason, trace)}
    )
    return HttpResponse(html, status=status)


def _notice(trouble: Trouble, status: int, reason: str, trace: str) -> HttpResponse:
    html = render_to_string("web/errors/notice.html", _words(trouble, status, reason, trace))
    response = HttpResponse(html, status=status)
    response["HX-Retarget"] = "#messages"
    response["HX-Reswap"] = "innerHTML show:top"
    return response


def _problem(trouble: Trouble, status: int, reason: str, code: str, trace: str) -> HttpResponse:
    facts = {
        "type": "about:blank",
        "title": str(trouble.title),
        "status": status,
        "detail": reason or str(trouble.happened),
        "trace": trace,
    }
    if code:
        facts["code"] = code
    return HttpResponse(
        json.dumps(facts, ensure_ascii=False),
        status=status,
        content_type="application/problem+json",
    )


def _words(trouble: Trouble, status: int, reason: str, trace: str) -> dict[str, object]:
    return {"trouble": trouble, "status": status, "reason": reason, "trace": trace}


def _frame(request: HttpRequest) -> dict[str, object]:
    """What a page needs of its frame, taken from cookies alone."""
    chosen = preferences.of(request)
    return {
        "face": {
            "language": translation.get_language() or settings.LANGUAGE_CODE,
            "direction": "rtl" if translation.get_language_bidi() else "ltr",
            "theme": chosen.theme,
            "density": chosen.density,
        },
        "stylesheet": assets.address_of("css/vermilion.css"),
        "path": request.get_full_path(),
        "again": request.method in ("GET", "HEAD"),
    }
