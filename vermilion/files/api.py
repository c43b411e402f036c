"""Files for machines: hand in whole or in parts, ask what they are, read them."""

from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, File, Router, Schema, Status, UploadedFile

from vermilion.files import actions, queries, rules, serving
from vermilion.files.types import HandedIn, PageOf, Piece, Recognising, State
from vermilion.web.api.examples import example
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import LARGEST, ApiRequest, Given

router = Router(auth=scope("read"))

Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$", description="SHA-256 of the bytes.")]
Offset = Annotated[int, Field(ge=0, le=LARGEST, description="Where in the file the part begins.")]
PAGES_AT_ONCE = 20
BINARY = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


class Upload(Schema):
    """A file that is being handed in, or was."""

    id: UUID
    name: str
    size: int | None = Field(description="Null while nobody has said how large it will be.")
    received: int = Field(description="So many bytes have arrived: where the next part begins.")
    finished: bool
    file: int | None = Field(description="The number by which documents name the file.")
    digest: str
    media_type: str
    state: State = Field(description="How its examination stands.")
    sentence: str = Field(description="Why, in the language asked for.")
    warnings: list[str]


class Begin(Given):
    """A file that will be sent in parts."""

    name: str = Field(min_length=1, max_length=255)
    size: int | None = Field(default=None, ge=1, le=LARGEST)
    media_type: str = Field(default="", max_length=100, description="Noted, never trusted.")
    grade: int = Field(default=0, ge=0, le=3, description="Grade of secrecy, 0 for open.")


class Finish(Given):
    """All parts are sent."""

    sha256: str = Field(default="", pattern="^([0-9a-fA-F]{64})?$")


class Recognition(Schema):
    """How far the words of a scan are recognised."""

    state: Recognising
    done: int = Field(description="Pages that were gone through.")
    of: int
    sentence: str


class PageTaken(Given):
    """A page of a file that the caller may read."""

    file: int
    number: int = Field(ge=1, le=1_000_000)
    turn: Literal[0, 90, 180, 270] = Field(default=0, description="Clockwise, in degrees.")
    straight: bool = Field(default=False, description="Set straight what leans.")


class PieceWanted(Given):
    """A paper to be put together, its pages in order."""

    name: str = Field(min_length=1, max_length=200)
    pages: list[PageTaken] = Field(min_length=1, max_length=3_000)


class Arrangement(Given):
    """Papers to be made of pages."""

    papers: list[PieceWanted] = Field(min_length=1, max_length=200)


class About(Schema):
    """What is known of a file."""

    file: int
    digest: str
    size: int
    media_type: str
    format: str = Field(description="PRONOM id, such as fmt/276.")
    format_name: str
    pages: int | None
    state: State
    sentence: str
    warnings: list[str]
    recognition: Recognition | None = Field(description="Of scans alone.")


class LineOfText(Schema):
    text: str
    certainty: float = Field(description="1 unless it was recognised in a scan.")
    box: tuple[float, float, float, float] = Field(
        description="Left, top, right, bottom as fractions of the page."
    )


class PageOfText(Schema):
    number: int
    text: str
    lines: list[LineOfText]


@router.post(
    "/uploads/whole",
    auth=scope("files"),
    response={201: Upload},
    summary="Hand in a file in one request",
)
def hand_in(
    request: ApiRequest,
    file: Annotated[UploadedFile, File(description="The bytes.")],
) -> Status[dict[str, Any]]:
    """Keeps the file and asks for its examination. The same bytes are kept once."""
    made = actions.hand_in(
        actor=request.actor,
        stream=file,
        name=file.name or "",
        declared_type=file.content_type or "",
        at=request.now,
    )
    return Status(201, _told(queries.upload(request.actor, made.pk)))


@router.post(
    "/uploads",
    auth=scope("files"),
    response={201: Upload},
    summary="Open an upload in parts",
    openapi_extra=example(
        "Open an upload", body={"name": "cong-van.pdf", "size": 1_000_000}, status=201
    ),
)
def begin(request: ApiRequest, given: Begin) -> Status[dict[str, Any]]:
    """A file above the limit of this installation is refused before a byte of it is sent."""
    made = actions.begin_upload(
        actor=request.actor,
        name=given.name,
        size=given.size,
        declared_type=given.media_type,
        grade=given.grade,
        at=request.now,
    )
    return Status(201, _told(queries.upload(request.actor, made.pk)))


@router.get(
    "/uploads/{uuid:upload_id}",
    response=Upload,
    summary="How an upload stands",
    openapi_extra=example("Where it stands", path={"upload_id": ("files_begin", "/id")}),
)
def upload(request: ApiRequest, upload_id: UUID) -> dict[str, Any]:
    """Where to go on after a cut line, and what the examination found."""
    return _told(queries.upload(request.actor, upload_id))


@router.post(
    "/uploads/{uuid:upload_id}/parts/{offset}",
    auth=scope("files"),
    response=Upload,
    summary="Send a part",
)
def part(
    request: ApiRequest,
    upload_id: UUID,
    offset: Offset,
    part: Annotated[UploadedFile, File(description="At most 16 MiB.")],
) -> dict[str, Any]:
    """A part sent twice is passed over; one that begins elsewhere is refused and told where."""
    actions.receive_part(
        actor=request.actor, upload_id=upload_id, offset=offset, stream=part, at=request.now
    )
    return _told(queries.upload(request.actor, upload_id))


@router.post(
    "/uploads/{uuid:upload_id}/completion",
    auth=scope("files"),
    response=Upload,
    summary="Make one file of the parts",
)
def complete(request: ApiRequest, upload_id: UUID, given: Finish) -> dict[str, Any]:
    """Asked twice, it is done once. With `sha256`, other bytes than those are refused."""
    actions.finish_upload(
        actor=request.actor, upload_id=upload_id, sha256=given.sha256, at=request.now
    )
    return _told(queries.upload(request.actor, upload_id))


@router.delete(
    "/uploads/{uuid:upload_id}",
    auth=scope("files"),
    response={204: None},
    summary="Give an upload up",
)
def withdraw(request: ApiRequest, upload_id: UUID) -> Status[None]:
    """What is held by a document by now stays with it."""
    actions.withdraw_upload(actor=request.actor, upload_id=upload_id, at=request.now)
    return Status(204, None)


@router.get("/{digest}", response=About, summary="What is known of a file")
def about(request: ApiRequest, digest: Digest) -> dict[str, Any]:
    """Its type by content, its size and pages, and how its examination stands."""
    blob = queries.blob(request.actor, digest, request.now)
    standing = queries.standing_of([blob.pk])[blob.pk]
    return {
        "file": blob.pk,
        "digest": blob.digest,
        "size": blob.size,
        "media_type": blob.media_type,
        "format": blob.format,
        "format_name": blob.format_name,
        "pages": standing.pages,
        "state": standing.state,
        "sentence": standing.sentence,
        "warnings": list(standing.warnings),
        "recognition": queries.recognition_of([blob.pk]).get(blob.pk),
    }


@router.get(
    "/{digest}/content",
    summary="The bytes of a file",
    openapi_extra={
        "x-refuses": True,
        "responses": {
            "200": {"description": "The whole file.", "content": BINARY},
            "206": {"description": "The range asked for.", "content": BINARY},
            "304": {"description": "Unchanged."},
            "416": {"description": "None of the bytes asked for exist."},
        },
    },
)
def content(request: ApiRequest, digest: Digest) -> HttpResponse:
    """Ranges, `If-None-Match` and `If-Range` are heeded. A file in quarantine is refused."""
    blob = queries.blob(request.actor, digest, request.now)
    if not queries.standing_of([blob.pk])[blob.pk].served:
        raise serving.InQuarantine
    return serving.answer(
        request,
        blob,
        tag=blob.digest,
        media_type=blob.media_type,
        name=queries.name_of(request.actor, blob),
        download=True,
    )


@router.get("/{digest}/text", response=list[PageOfText], summary="The text of a file")
def text(
    request: ApiRequest,
    digest: Digest,
    first: Annotated[int, Field(ge=1, le=1_000_000, description="The first page wanted.")] = 1,
) -> list[dict[str, Any]]:
    """Twenty pages from `first` on, with the place of each line where the format has places."""
    blob = queries.blob(request.actor, digest, request.now)
    return [
        {
            "number": page.number,
            "text": page.text,
            "lines": [
                {"text": line.text, "box": line.box, "certainty": line.certainty}
                for line in page.lines
            ],
        }
        for page in queries.text_of(blob.pk, first, PAGES_AT_ONCE)
    ]


@router.post(
    "/arrangements",
    auth=scope("files"),
    response={201: list[Upload]},
    summary="Put papers together from pages",
    openapi_extra={"x-refuses": True},
)
def arrange(request: ApiRequest, given: Arrangement) -> Status[list[dict[str, Any]]]:
    """Splits, merges, turns and leaves out; all papers come about or none.

    The files that pages are taken from stay as they are. A digitally signed or locked one is
    refused unless it is taken whole and unchanged.
    """
    pieces = [
        Piece(
            each.name,
            tuple(PageOf(page.file, page.number, page.turn, page.straight) for page in each.pages),
        )
        for each in given.papers
    ]
    made = actions.arrange(actor=request.actor, pieces=pieces, at=request.now)
    return Status(201, [_told(each) for each in made])


def _told(found: HandedIn) -> dict[str, Any]:
    return {
        "id": found.upload_id,
        "name": found.name,
        "size": found.size,
        "received": found.received,
        "finished": found.finished,
        "file": found.blob_id,
        "digest": found.digest,
        "media_type": found.media_type or rules.UNKNOWN,
        "state": found.state,
        "sentence": found.sentence,
        "warnings": list(found.warnings),
    }
