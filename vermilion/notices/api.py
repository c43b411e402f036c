"""Notices for machines: read one's own, mark them as seen."""

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Field, Router, Schema

from vermilion.notices import actions, models, panels, queries
from vermilion.web.api.examples import example
from vermilion.web.api.paging import Cursor, Limit, Page, cut, page_of
from vermilion.web.api.scopes import scope
from vermilion.web.api.types import ApiRequest, Given, Number

router = Router()


class Notice(Schema):
    """What the caller was told of one paper: the newest happening, and how many are new."""

    id: int
    about: str = Field(description="The paper, such as document:12.")
    title: str = Field(description="What the paper may be called; never words of a secret one.")
    number: str
    what: str = Field(description="The newest happening, as a sentence.")
    because: str = Field(description="Why the caller was told, as a sentence.")
    holder: int = Field(description="The appointment in which the caller was told.")
    at: datetime
    unseen: int
    urgent: bool
    muted: bool
    address: str = Field(description="Where it is dealt with, below the address of the house.")


class Seen(Given):
    """Which notices were seen; none named: all that were told until now."""

    notices: Annotated[list[Number], Field(max_length=500)] = Field(default_factory=list)


class Marked(Schema):
    """How many notices were new before."""

    marked: int


@router.get(
    "/",
    auth=scope("read"),
    response=Page[Notice],
    summary="My notices",
    openapi_extra=example("The last two", query={"limit": 2}),
)
def notices(
    request: ApiRequest,
    response: HttpResponse,
    unseen: bool = False,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    """What the caller was told in any post, one row for each paper, the newest first."""
    found = cut(
        queries.told_to(request.actor.person_id, unseen=unseen),
        by=("-at", "-id"),
        name="notices",
        cursor=cursor,
        limit=limit,
    )
    return page_of(request, response, found, lambda rows: _shown(list(rows), request.now))


@router.post(
    "/seen",
    auth=scope("work"),
    response=Marked,
    summary="Mark notices as seen",
    openapi_extra=example("Everything until now", body={}),
)
def seen(request: ApiRequest, given: Seen) -> dict[str, int]:
    """Mark some or all of one's notices as seen. Those of others are left alone."""
    if given.notices:
        marked = actions.see(actor=request.actor, notice_ids=given.notices, at=request.now)
    else:
        marked = actions.see_all(actor=request.actor, at=request.now)
    return {"marked": marked}


def _shown(rows: list[models.Notice], at: datetime) -> list[dict[str, Any]]:
    return [
        {
            "id": row.notice.pk,
            "about": f"{row.notice.about_kind}:{row.notice.about_id}",
            "title": str(row.paper.title),
            "number": row.paper.number,
            "what": row.newest.what,
            "because": row.newest.because,
            "holder": row.notice.holder_id,
            "at": row.notice.at,
            "unseen": row.notice.unseen,
            "urgent": row.notice.urgent,
            "muted": row.notice.muted_at is not None,
            "address": row.notice.url,
        }
        for row in panels.rows(rows, at=at)
    ]
