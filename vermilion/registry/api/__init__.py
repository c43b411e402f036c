"""The books for machines: enter and number documents, read the books, write beside a line."""

from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Field, Router, Status

from vermilion.documents.types import Particulars
from vermilion.registry import actions, queries
from vermilion.registry.api.schemas import (
    Corrected,
    Incoming,
    Issue,
    JoiningGiven,
    Line,
    PostingGiven,
    StrikingGiven,
    files_of,
    issued,
    received,
    told,
)
from vermilion.registry.types import BookKind
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Day, Number

router = Router()


@router.post(
    "/incoming",
    auth=scope("register"),
    response={201: Line},
    summary="Register a document",
    openapi_extra={
        **example(
            "Enter a letter that came on paper",
            body={
                "symbol": "77/CV-VD",
                "issuer": "Cơ quan ví dụ",
                "abstract": "V/v mời họp",
                "arrived_on": "2026-01-05",
                "channel": "paper",
            },
            status=201,
        ),
        "x-refuses": True,
    },
)
def register(request: ApiRequest, arrival: Incoming) -> Status[dict[str, Any]]:
    """Enter a received document in the book of the caller's body, under the next number.

    A document that is there already is refused, and uses no number.
    """
    entry = actions.register_incoming(
        actor=request.actor, received=received(request, arrival), at=request.now
    )
    return Status(201, told(queries.entry(request.actor, entry.pk)))


@router.get(
    "/incoming",
    auth=scope("read"),
    response=Page[Line],
    summary="The incoming book",
    openapi_extra=example("The last two lines", query={"limit": 2}),
)
def incoming(
    request: ApiRequest,
    response: HttpResponse,
    words: Annotated[str, Field(max_length=200)] = "",
    since: Day | None = None,
    until: Day | None = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    """The book of the caller's body, newest line first; what the caller may not see is left out."""
    wanted = queries.Wanted(words=words, since=since, until=until)
    found = cut(
        queries.incoming(request.actor, wanted),
        by=("-id",),
        name="registry.incoming",
        cursor=cursor,
        limit=limit,
    )
    return page_of(request, response, found, lambda rows: [told(row) for row in rows])


@router.get(
    "/entries/{number}",
    auth=scope("read"),
    response=Line,
    summary="A line of the book",
    openapi_extra=example("One line", path={"number": ("registry_incoming", "/items/0/id")}),
)
def entry(request: ApiRequest, number: Number) -> dict[str, Any]:
    """One line, by its id."""
    return told(queries.entry(request.actor, number))


@router.post(
    "/entries/{number}/striking",
    auth=scope("register"),
    response=Line,
    summary="Strike out a line",
    openapi_extra={
        **example(
            "Strike out the letter entered above",
            path={"number": ("registry_register", "/id")},
            body={"reason": "Văn bản gửi nhầm địa chỉ"},
        ),
        "x-refuses": True,
    },
)
def strike_out(request: ApiRequest, number: Number, why: StrikingGiven) -> dict[str, Any]:
    """Strike out a line with the reason. It stays legible, and its number stays used."""
    queries.entry(request.actor, number)
    actions.strike_out(actor=request.actor, entry_id=number, reason=why.reason, at=request.now)
    return told(queries.entry(request.actor, number))


@router.post(
    "/outgoing",
    auth=scope("register"),
    response={201: Line},
    summary="Number an outgoing document",
    openapi_extra={
        **example(
            "Give a signed notice its number",
            body={
                "notation": "TB-VD",
                "issuer": "Cơ quan ví dụ",
                "abstract": "Lịch trực",
                "recipients": ["Các đơn vị", "Lưu: VT"],
            },
            status=201,
        ),
        "x-refuses": True,
    },
)
def register_outgoing(request: ApiRequest, issue: Issue) -> Status[dict[str, Any]]:
    """Enter a signed paper in the outgoing book; the answer bears its number.

    Copies (SY, SL, TrS) go by their type into the book of copies.
    """
    entry = actions.register_outgoing(
        actor=request.actor, issued=issued(request, issue), at=request.now
    )
    return Status(201, told(queries.entry(request.actor, entry.pk)))


@router.post(
    "/internal",
    auth=scope("register"),
    response={201: Line},
    summary="Number an internal document",
    openapi_extra={
        **example(
            "Give an internal paper its number",
            body={"notation": "BC-VD", "issuer": "Cơ quan ví dụ", "abstract": "Báo cáo tuần"},
            status=201,
        ),
        "x-refuses": True,
    },
)
def register_internal(request: ApiRequest, issue: Issue) -> Status[dict[str, Any]]:
    """Enter a paper that stays within the body in its internal book."""
    entry = actions.register_internal(
        actor=request.actor, issued=issued(request, issue), at=request.now
    )
    return Status(201, told(queries.entry(request.actor, entry.pk)))


@router.get(
    "/books/{kind}",
    auth=scope("read"),
    response=Page[Line],
    summary="The books of a kind",
    openapi_extra=example(
        "The last two outgoing lines", path={"kind": "outgoing"}, query={"limit": 2}
    ),
)
def book(
    request: ApiRequest,
    response: HttpResponse,
    kind: BookKind,
    words: Annotated[str, Field(max_length=200)] = "",
    since: Day | None = None,
    until: Day | None = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    """Incoming, outgoing and internal documents and copies, newest line first."""
    wanted = queries.Wanted(kind=kind, words=words, since=since, until=until)
    found = cut(
        queries.lines(request.actor, wanted),
        by=("-id",),
        name=f"registry.{kind}",
        cursor=cursor,
        limit=limit,
    )
    return page_of(request, response, found, lambda rows: [told(row) for row in rows])


@router.get(
    "/entries/{number}/metadata",
    auth=scope("read"),
    response=dict[str, Any],
    summary="The metadata of a document",
    openapi_extra=example("Of one line", path={"number": ("registry_incoming", "/items/0/id")}),
)
def metadata(request: ApiRequest, number: Number) -> dict[str, Any]:
    """Every field of Decree 30/2020, Appendix VI, part II, by its name there."""
    line = queries.entry(request.actor, number)
    return {each.name: each.value for each in queries.metadata_of(line)}


@router.post(
    "/entries/{number}/correction",
    auth=scope("register"),
    response=Line,
    summary="Correct a document",
    openapi_extra={
        **example(
            "Correct the abstract of the letter entered above",
            path={"number": ("registry_register", "/id")},
            body={
                "symbol": "77/CV-VD",
                "issuer": "Cơ quan ví dụ",
                "abstract": "V/v mời họp giao ban",
                "reason": "Ghi nhầm trích yếu",
            },
        ),
        "x-refuses": True,
    },
)
def correct(request: ApiRequest, number: Number, corrected: Corrected) -> dict[str, Any]:
    """Correct what was read or typed wrongly. Old values are kept; the number stays."""
    queries.entry(request.actor, number)
    stated = corrected.dict(exclude={"reason", "custom"})
    actions.correct(
        actor=request.actor,
        entry_id=number,
        particulars=Particulars(**stated),
        reason=corrected.reason,
        custom=corrected.custom,
        at=request.now,
    )
    return told(queries.entry(request.actor, number))


@router.post(
    "/entries/{number}/joinings",
    auth=scope("register"),
    response=Line,
    summary="Join a further copy",
    openapi_extra={
        **example(
            "The letter entered above came by mail too",
            path={"number": ("registry_register", "/id")},
            body={"channel": "mail", "arrived_on": "2026-01-05"},
        ),
        "x-refuses": True,
    },
)
def join(request: ApiRequest, number: Number, joining: JoiningGiven) -> dict[str, Any]:
    """Note that the document came once more. It gets no second number."""
    queries.entry(request.actor, number)
    actions.join_channel(
        actor=request.actor,
        entry_id=number,
        channel=joining.channel,
        arrived_on=joining.arrived_on,
        files=files_of(request, joining.uploads),
        note=joining.note,
        packet=joining.packet,
        at=request.now,
    )
    return told(queries.entry(request.actor, number))


@router.post(
    "/entries/{number}/postings",
    auth=scope("register"),
    response=Line,
    summary="Note what was posted",
    openapi_extra={
        **example(
            "The notice numbered above went by post",
            path={"number": ("registry_register_outgoing", "/id")},
            body={"on": "2026-01-05", "recipient": "Cơ quan bạn", "envelopes": 2},
        ),
        "x-refuses": True,
    },
)
def post(request: ApiRequest, number: Number, posting: PostingGiven) -> dict[str, Any]:
    """Note envelopes in the postal register."""
    queries.entry(request.actor, number)
    actions.note_posting(actor=request.actor, entry_id=number, at=request.now, **posting.dict())
    return told(queries.entry(request.actor, number))
