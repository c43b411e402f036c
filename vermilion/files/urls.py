"""The doors of files. Everything is behind the sign-in; reading asks `policy.can_read`.

Hand in, whole: `POST uploads/` (multipart, field `file`, several allowed, `next` optional) goes on
to `next?upload=<id>…`. Hand in, in parts, each answer an upload as JSON when the request's Accept
begins with `application/json`:

    POST uploads/                       name, size, type → 201; 413 too large, 422 empty
    PUT  uploads/<id>/parts/<offset>/   raw bytes → 200 with the new `offset`; 409 tells it
    GET  uploads/<id>/                  where it stands, after a cut line or a reload
    POST uploads/<id>/completion/       optional `sha256` → finished; twice is harmless
    POST uploads/<id>/withdrawal/       gives it up

An upload: `id, url, name, size, offset, part, limit, finished, digest, content, media_type, state,
sentence, warnings`. A refusal: `code, sentence, facts` under its own status. The form that uses the
file keeps the upload id in a hidden field, so that neither what was typed nor the file is lost.

Content: `<digest>/` (ranges, ETag, `?name=`, `?download=1`), `<digest>/reading.pdf` for the reader,
`<digest>/about/`, `<digest>/text/?from=1`, `<digest>/pages/<n>.webp?size=thumb` and the page
`<digest>/examination/`. `<digest>/recognition/` tells how far the words of a scan are recognised
(JSON: `state, done, of, sentence`) and takes `act=again|stop`; `separator/` is a sheet to print.
"""

from django.urls import path, register_converter

from vermilion.files.views import content, uploads

app_name = "files"


class Digest:
    """A SHA-256 in small hexadecimal letters."""

    regex = "[0-9a-f]{64}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Digest, "digest")

urlpatterns = [
    path("uploads/", uploads.uploads, name="uploads"),
    path("uploads/<uuid:upload_id>/", uploads.upload, name="upload"),
    path("uploads/<uuid:upload_id>/parts/<int:offset>/", uploads.part, name="part"),
    path("uploads/<uuid:upload_id>/completion/", uploads.completion, name="completion"),
    path("uploads/<uuid:upload_id>/withdrawal/", uploads.withdrawal, name="withdrawal"),
    path("<digest:digest>/", content.content, name="content"),
    path("<digest:digest>/about/", content.about, name="about"),
    path("<digest:digest>/reading.pdf", content.reading, name="reading"),
    path("<digest:digest>/pages/<int:number>.webp", content.page, name="page"),
    path("<digest:digest>/text/", content.text, name="text"),
    path("<digest:digest>/examination/", content.examination, name="examination"),
    path("<digest:digest>/recognition/", content.recognition, name="recognition"),
    path("separator/", content.separator, name="separator"),
    path("<digest:digest>/release/", content.release, name="release"),
]
