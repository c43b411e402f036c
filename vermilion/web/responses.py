"""What a view answers with: a page, a fragment, another place, a refusal on its form."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from vermilion.kernel.refusals import Refused


def see_other(name: str, *arguments: object) -> HttpResponse:
    """Send the browser to a page after an act, so that reloading repeats nothing (303)."""
    return see_other_path(reverse(name, args=arguments))


def see_other_path(path: str) -> HttpResponse:
    """The same for an address already known. Whether it is safe, the caller has asked."""
    response = HttpResponseRedirect(path)
    response.status_code = 303
    return response


@contextmanager
def refusals_on(form: forms.BaseForm) -> Iterator[None]:
    """Turn a refusal into an error on the form, beside the field it belongs to."""
    try:
        yield
    except Refused as refusal:
        field = refusal.field if refusal.field in form.fields else None
        form.add_error(field, str(refusal))


def back_or(request: HttpRequest, name: str, *arguments: object) -> HttpResponse:
    """Send the browser back to the page that the form names in `back`, or else to a page by name.

    Only a path of this installation is gone back to; anything else is ignored.
    """
    back = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None) or not back.startswith("/"):
        return see_other(name, *arguments)
    response = HttpResponseRedirect(back)
    response.status_code = 303
    return response
