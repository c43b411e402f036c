"""Which books a body keeps, how they run, which fields it asks for."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.registry import actions, forms, queries
from vermilion.registry.types import BookKind, FieldForm, Turnover
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other


@require_safe
def books(request: ActingRequest) -> HttpResponse:
    """Every book of the body, how its periods stand, and the fields of the body."""
    return _all(request)


@require_POST
def opening(request: ActingRequest) -> HttpResponse:
    """Open a book beside those that open by themselves."""
    form = forms.Opening(request.POST, secret_here=queries.secret_books_are_kept_here())
    if form.is_valid():
        asked = form.cleaned_data
        with refusals_on(form):
            book = actions.open_book(
                actor=request.actor,
                kind=BookKind(asked["kind"]),
                secret=asked["secret"],
                name=asked["name"],
                notation=asked["notation"],
                turnover=Turnover(asked["turnover"]),
                starts_at=asked["starts_at"],
                at=request.now,
            )
            messages.success(request, _("The book is open."))
            return see_other("registry:settling", book.pk)
    return _all(request, opening_form=form)


@require_POST
def terms(request: ActingRequest) -> HttpResponse:
    """Open a term of the committee."""
    form = forms.Term(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.open_term(actor=request.actor, at=request.now, **form.cleaned_data)
            messages.success(request, _("The term is open; numbers by term start again with it."))
            return see_other("registry:books")
    return _all(request, term_form=form)


@require_POST
def fields(request: ActingRequest) -> HttpResponse:
    """Ask for one more field in the books."""
    form = forms.CustomField(request.POST)
    if form.is_valid():
        asked = form.cleaned_data
        with refusals_on(form):
            actions.define_field(
                actor=request.actor,
                kind=BookKind(asked["kind"]),
                names=form.names(),
                form=FieldForm(asked["form"]),
                choices=asked["choices"].splitlines(),
                required=asked["required"],
                at=request.now,
            )
            messages.success(request, _("The field is asked for from now on."))
            return see_other("registry:books")
    return _all(request, field_form=form)


@require_POST
def retirement(request: ActingRequest, field_id: int) -> HttpResponse:
    """Ask for a field no longer."""
    actions.retire_field(actor=request.actor, field_id=field_id, at=request.now)
    messages.success(request, _("The field is asked for no longer; what was written stays."))
    return see_other("registry:books")


@require_http_methods(["GET", "POST"])
def settling(request: ActingRequest, book_id: int) -> HttpResponse:
    """How one book turns over, which types share numbers in it, who keeps it."""
    book = queries.book(request.actor, book_id)
    form = forms.Settling(request.POST or None, book=book, actor=request.actor, at=request.now)
    if form.is_valid():
        with refusals_on(form):
            actions.settle_book(
                actor=request.actor, book_id=book_id, settled=form.settled(), at=request.now
            )
            messages.success(request, _("Settled."))
            return see_other("registry:books")
    context = {
        "book": book,
        "form": form,
        "may_settle": queries.may_settle_books(request.actor),
        "may_close": queries.may_close(request.actor, book),
    }
    return render(request, "registry/settling.html", context, status=422 if form.errors else 200)


@require_POST
def closing(request: ActingRequest, book_id: int) -> HttpResponse:
    """Close a book that has a name."""
    actions.close_book(actor=request.actor, book_id=book_id, at=request.now)
    messages.success(request, _("The book is closed. It can still be read and printed."))
    return see_other("registry:books")


def _all(request: ActingRequest, **bound: object) -> HttpResponse:
    context = {
        "books": queries.standing_of_books(request.actor, at=request.now),
        "terms": queries.terms_of(request.actor),
        "fields": queries.fields_of(request.actor),
        "opening_form": forms.Opening(secret_here=queries.secret_books_are_kept_here()),
        "term_form": forms.Term(),
        "field_form": forms.CustomField(),
        "may_settle": queries.may_settle_books(request.actor),
        **bound,
    }
    return render(request, "registry/books.html", context, status=422 if bound else 200)
