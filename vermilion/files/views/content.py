"""Kept files as people and their readers ask for them."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vermilion.files import actions, forms, policy, queries, rules, serving, words
from vermilion.files.models import Blob
from vermilion.files.types import Stage, State
from vermilion.files.views.uploads import recognition_told, refusals_as_asked, wants_json
from vermilion.kernel.refusals import NotFound
from vermilion.web.requests import ActingRequest
from vermilion.web.responses import refusals_on, see_other

PAGES_AT_ONCE = 20


@require_safe
@refusals_as_asked
def content(request: ActingRequest, digest: str) -> HttpResponse:
    """The bytes as they were handed in."""
    blob = _served(request, digest)
    return _told_if_unsound(request, blob, blob.media_type, blob.digest, _name(request, blob))


@require_safe
@refusals_as_asked
def reading(request: ActingRequest, digest: str) -> HttpResponse:
    """What the reader opens: the PDF itself, or the PDF made of an Office file."""
    blob = _served(request, digest)
    copy = queries.reading_copy(blob)
    if copy is None:
        raise NotFound
    name = _name(request, blob)
    name = name if copy is blob else f"{name}.pdf"
    return serving.answer(
        request, copy, tag=f"{digest}-{copy.size}", media_type=rules.PDF, name=name
    )


@require_safe
@refusals_as_asked
def page(request: ActingRequest, digest: str, number: int) -> HttpResponse:
    """The picture of a page."""
    blob = _served(request, digest)
    size = "thumb" if request.GET.get("size") == "thumb" else "screen"
    made = actions.picture(
        actor=request.actor, blob_id=blob.pk, number=number, size=size, at=request.now
    )
    return serving.answer(
        request,
        made,
        tag=f"{digest}-{number}-{size}",
        media_type=made.media_type,
        name=f"{number}.webp",
    )


@require_safe
@refusals_as_asked
def text(request: ActingRequest, digest: str) -> HttpResponse:
    """The text of some pages with the places of their lines."""
    blob = _served(request, digest)
    first = max(1, _number(request.GET.get("from", "1")))
    pages = queries.text_of(blob.pk, first, PAGES_AT_ONCE + 1)
    told = [
        {
            "number": each.number,
            "text": each.text,
            "width": each.width,
            "height": each.height,
            "lines": [{"text": line.text, "box": line.box} for line in each.lines],
        }
        for each in pages[:PAGES_AT_ONCE]
    ]
    more = pages[PAGES_AT_ONCE].number if len(pages) > PAGES_AT_ONCE else None
    return JsonResponse({"pages": told, "next": more})


@require_safe
@refusals_as_asked
def about(request: ActingRequest, digest: str) -> HttpResponse:
    """What is known of a file, for the reader."""
    blob = queries.blob(request.actor, digest, request.now)
    standing = queries.standing_of([blob.pk])[blob.pk]
    copy = queries.reading_copy(blob) if standing.served else None
    return JsonResponse(
        {
            "digest": blob.digest,
            "size": blob.size,
            "media_type": blob.media_type,
            "format": blob.format,
            "format_name": blob.format_name,
            "pages": standing.pages,
            "reading": reverse("files:reading", args=[digest]) if copy else "",
            "page_image": reverse("files:page", args=[digest, 0]).replace("/0.", "/{n}."),
            "text": reverse("files:text", args=[digest]),
            "state": standing.state,
            "sentence": standing.sentence,
            "warnings": list(standing.warnings),
            "recognition": recognition_told(queries.recognition_of([blob.pk]).get(blob.pk)),
            "may_read": standing.served,
        }
    )


@require_http_methods(["GET", "POST"])
@refusals_as_asked
def examination(request: ActingRequest, digest: str) -> HttpResponse:
    """What was found in a file, stage by stage, and trying again."""
    blob = _known(request, digest)
    if request.method == "POST":
        stage = request.POST.get("stage", "")
        actions.examine_again(
            actor=request.actor,
            blob_id=blob.pk,
            stage=stage if stage in Stage.values else "",
            at=request.now,
        )
        return see_other("files:examination", digest)
    return _examination_page(request, blob, forms.Release())


@require_http_methods(["GET", "POST"])
@refusals_as_asked
def recognition(request: ActingRequest, digest: str) -> HttpResponse:
    """How far the words of a scan are recognised; stopping it, and recognising them anew."""
    blob = _known(request, digest)
    if request.method == "POST":
        act = actions.stop_recognition if request.POST.get("act") == "stop" else None
        (act or actions.recognise_again)(actor=request.actor, blob_id=blob.pk, at=request.now)
        return see_other("files:examination", digest)
    standing = queries.recognition_of([blob.pk]).get(blob.pk)
    if wants_json(request):
        return JsonResponse(recognition_told(standing) or {})
    context = {
        "digest": digest,
        "recognition": standing,
        "name": queries.name_of(request.actor, blob),
    }
    wanted = "files/recognition.html#standing" if request.htmx else "files/recognition.html"
    return render(request, wanted, context)


@require_safe
def separator(request: ActingRequest) -> HttpResponse:
    """A sheet to print and lay between papers, so that a pile can be scanned in one go."""
    return render(request, "files/separator.html", {"words": rules.SEPARATOR.split()})


@require_POST
def release(request: ActingRequest, digest: str) -> HttpResponse:
    """Take a file out of quarantine."""
    blob = _known(request, digest)
    form = forms.Release(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.release(
                actor=request.actor,
                blob_id=blob.pk,
                ground=form.cleaned_data["ground"],
                at=request.now,
            )
            return see_other("files:examination", digest)
    return _examination_page(request, blob, form, status=422)


def _examination_page(
    request: ActingRequest, blob: Blob, form: forms.Release, status: int = 200
) -> HttpResponse:
    standing = queries.standing_of([blob.pk])[blob.pk]
    stages = [
        {
            "row": row,
            "label": Stage(row.stage).label,
            "state": State(row.state).label,
            "said": words.reason(row.reason, row.facts),
            "warnings": [words.warning(w["code"], w.get("facts", {})) for w in row.warnings],
        }
        for row in queries.examinations(blob)
    ]
    context = {
        "blob": blob,
        "name": queries.name_of(request.actor, blob),
        "standing": standing,
        "kept": words.kept(standing.state),
        "stages": stages,
        "may_try": policy.can_examine_again(request.actor, blob, request.now),
        "digest": blob.digest,
        "recognition": queries.recognition_of([blob.pk]).get(blob.pk),
        "may_recognise": rules.has_pages(blob.media_type) and standing.served,
        "origins": queries.origins_of(blob.pk),
        "may_release": policy.can_release(request.actor),
        "form": form,
    }
    wanted = "files/examination.html#stages" if request.htmx else "files/examination.html"
    return render(request, wanted, context, status=status)


def _known(request: ActingRequest, digest: str) -> Blob:
    """A blob for somebody who may read it, or who looks after quarantine."""
    return queries.examined_blob(request.actor, digest, request.now)


def _served(request: ActingRequest, digest: str) -> Blob:
    blob = queries.blob(request.actor, digest, request.now)
    if not queries.standing_of([blob.pk])[blob.pk].served:
        raise serving.InQuarantine
    return blob


def _told_if_unsound(
    request: ActingRequest, blob: Blob, media_type: str, tag: str, name: str
) -> HttpResponse:
    try:
        return serving.answer(
            request,
            blob,
            tag=tag,
            media_type=media_type,
            name=name,
            download="download" in request.GET,
        )
    except serving.BytesUnavailable:
        actions.suspect(actor=request.actor, blob_id=blob.pk, at=request.now)
        raise


def _name(request: ActingRequest, blob: Blob) -> str:
    asked = rules.clean_name(request.GET["name"]) if request.GET.get("name") else ""
    return asked or queries.name_of(request.actor, blob)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else 1
