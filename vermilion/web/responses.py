"""What a view answers with: a page, a fragment, another place, a refusal on its form."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from vermilion.kernel.refusals import Refused


def see_other(name: str, *arguments: object) -> HttpResponse:
    """Send the browser to a page after an act, so that reloading repeats nothing (303)."""
    response = HttpResponseRedirect(reverse(name, args=arguments))
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
