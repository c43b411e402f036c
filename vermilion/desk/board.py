"""One state of the desk as a page shows it: its lists, its lines, its filters and its ways on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vermilion.desk import models, queries, rows, wanted
from vermilion.desk.queries import Counts, Page
from vermilion.desk.types import Column, Mode, Term, View
from vermilion.desk.wanted import Filters, Layout, Wanted
from vermilion.directory import queries as directory
from vermilion.documents import queries as documents
from vermilion.documents.types import Urgency
from vermilion.kernel.clock import local_day
from vermilion.kernel.refusals import NotFound
from vermilion.registry import queries as registry
from vermilion.routing.types import Standing
from vermilion.web import wording
from vermilion.web.pieces import Tab
from vermilion.web.requests import ActingRequest

SHOWN_WHEN_FULL = (View.ASKED, View.WATCHED)
"""Lists that many never have; they stand among the others as soon as something lies in them."""


@dataclass(frozen=True, slots=True)
class InForce:
    """A filter in words, and the address without it."""

    label: str
    url: str


@dataclass(frozen=True)
class Board:
    """What was asked for, how this person usually has it, and the saved view it began with."""

    request: ActingRequest
    wanted: Wanted
    usual: Layout
    saved: models.SavedView | None

    def url(self, wanted: Wanted | None = None, *, place: bool = True, **other: object) -> str:
        """The address of this state, or of another one."""
        query = self.query(wanted, place=place, **other)
        return f"{reverse('desk:desk')}?{query}"

    def query(self, state: Wanted | None = None, *, place: bool = True, **other: object) -> str:
        """The same as a query alone."""
        return wanted.address(state or self.wanted, usual=self.usual, place=place, **other)

    def kept_fields(self) -> list[tuple[str, str]]:
        """What a form that narrows the list sends along, so that the rest of the state stays."""
        query = QueryDict(self.query(replace(self.wanted, filters=Filters()), place=False))
        return [(name, value) for name, values in query.lists() for value in values]

    def links(self) -> dict[str, object]:
        """The ways back to the list."""
        return {"list_url": self.url()}

    def context(self, page: Page, *, with_tabs: bool = True) -> dict[str, object]:
        """Everything the page says of the list. Where the tabs are drawn, they count for both."""
        state = self.wanted
        first = replace(state, after="")
        shown = self._shown(page)
        table = state.layout.mode == Mode.TABLE
        return {
            "view": state.view,
            "tabs": self.tabs,
            "table": table,
            "spacing": state.layout.spacing.value,
            "rows": self._rows(page, state.chosen if table else shown, table=table),
            "next_url": self.url(replace(state, after=page.after)) if page.after else "",
            "first_url": self.url(first) if state.after else "",
            "chosen": state.chosen,
            "shown": None if table and state.chosen is None else shown,
            "thing_url": self.url(chosen=shown) if shown else "",
            "filters": self.filters_in_force(),
            "clear_url": self.url(replace(first, filters=Filters(), saved=None)),
            "matching": self._matching(page, with_tabs=with_tabs),
            "heads": self._heads() if table else (),
            "changed": self._changed(),
            "saved": self.saved,
            "saved_url": self._saved_url(),
            "usual_url": self.url(replace(first, layout=self.usual)),
            "query": self.query(first, place=False),
            "bulk_acts": [
                *((each.value, each.label) for each in queries.acts_of(self.request.actor)),
                ("sheet", _("As an Excel sheet")),
                *([("labels", _("Print labels"))] if self._reads_books else []),
            ],
            **self.links(),
        }

    @cached_property
    def counted(self) -> Counts:
        """What lies in each list. One query, however often it is said."""
        return queries.counts(self.request.actor, at=self.request.now)

    def tabs(self) -> "list[Tab]":
        """The lists of this desk with what lies in each."""
        counted = self.counted
        here = self.wanted.view
        inbox = []
        if counted.inbox is not None:
            inbox = [
                Tab(label=_("To register"), url=reverse("arrivals:inbox"), count=counted.inbox)
            ]
        return inbox + [
            Tab(
                label=view.label,
                url=f"{reverse('desk:desk')}?view={view.value}",
                count=counted.lists.get(view),
                current=view is here,
            )
            for view in queries.views_of(self.request.actor)
            if view is here or view not in SHOWN_WHEN_FULL or counted.lists[view]
        ]

    def filters_in_force(self) -> list[InForce]:
        """Each filter as a chip that takes itself off."""
        return [
            InForce(label, self.url(replace(self.wanted, after="", filters=without)))
            for label, without in self._chips()
        ]

    def _chips(self) -> "list[tuple[str, Filters]]":
        now = self.wanted.filters
        chips: list[tuple[str, Filters]] = []
        if now.words:
            chips.append((f"“{now.words}”", replace(now, words="")))
        for each in now.urgency:
            rest = tuple(other for other in now.urgency if other != each)
            chips.append((capfirst(str(Urgency(each).label)), replace(now, urgency=rest)))
        for key in now.types:
            rest = tuple(other for other in now.types if other != key)
            chips.append((self.types.get(key, "?"), replace(now, types=rest)))
        if now.sender:
            says = _("From %(sender)s") % {"sender": now.sender}
            chips.append((says, replace(now, sender="")))
        if now.since or now.until:
            says = _between(_("Arrived %(since)s to %(until)s"), now.since, now.until)
            chips.append((says, replace(now, since=None, until=None)))
        if now.due_since or now.due_until:
            says = _between(_("Due %(since)s to %(until)s"), now.due_since, now.due_until)
            chips.append((says, replace(now, due_since=None, due_until=None)))
        if now.term:
            chips.append((str(Term(now.term).label), replace(now, term="")))
        for state in now.standing:
            others = tuple(other for other in now.standing if other != state)
            chips.append((capfirst(str(Standing(state).label)), replace(now, standing=others)))
        return chips + self._holders(now)

    def _holders(self, now: Filters) -> "list[tuple[str, Filters]]":
        chips = []
        if now.unit_id:
            name = directory.unit_names([now.unit_id]).get(now.unit_id, "?")
            chips.append((name, replace(now, unit_id=None)))
        if now.appointment_id:
            seat = directory.seats_of([now.appointment_id]).get(now.appointment_id)
            name = seat.person.full_name if seat else "?"
            chips.append((name, replace(now, appointment_id=None)))
        if now.has_file is not None:
            says = _("With a file") if now.has_file else _("Without a file")
            chips.append((says, replace(now, has_file=None)))
        return chips

    @cached_property
    def types(self) -> dict[int, str]:
        """Types of documents by their key, in the language of the page."""
        from django.utils.translation import get_language

        today = local_day(self.request.now, self.request.actor.time_zone)
        language = get_language() or "vi"
        return {each.pk: each.name_in(language) for each in documents.types_on(today)}

    def lines_for_taking_along(
        self, columns: Sequence[Column], *, most: int, only: Sequence[int] | None = None
    ) -> list[rows.Row]:
        """The list, or what was marked of it, in its order, as a sheet or a print has it."""
        state = replace(self.wanted, after="")
        actor, at = self.request.actor, self.request.now
        page = queries.page_of(actor, state, at=at, size=most, only=only)
        return self._drawn(page, None, columns)

    def _rows(self, page: Page, chosen: int | None, *, table: bool) -> list[rows.Row]:
        return self._drawn(page, chosen, self.wanted.layout.columns if table else ())

    def _drawn(self, page: Page, chosen: int | None, columns: Sequence[Column]) -> list[rows.Row]:
        told = None
        if {Column.TYPE, Column.LEADS} & set(columns):
            told = rows.Told(
                self.types if Column.TYPE in columns else {},
                queries.leads_of([line.id for line in page.lines])
                if Column.LEADS in columns
                else {},
            )
        return rows.rows(
            page.lines,
            query=self.query(),
            chosen=chosen,
            at=self.request.now,
            columns=columns,
            told=told,
            working=wording.working_days(self.request),
        )

    def _shown(self, page: Page) -> int | None:
        """The paper that lies open: the one asked for, the one just left, or the next one down."""
        state = self.wanted
        papers = [line.document_id for line in page.lines]
        if state.chosen is not None:
            return state.chosen
        if state.left is None or not papers:
            return papers[0] if papers else None
        if state.left in papers:
            return state.left
        actor, at = self.request.actor, self.request.now
        return queries.next_after(actor, state, state.left, at=at) or papers[0]

    def _matching(self, page: Page, *, with_tabs: bool) -> int:
        """How many papers the list has in all, as far as they are counted."""
        if not page.after and not self.wanted.after:
            return len(page.lines)
        if with_tabs and self.wanted.filters == Filters() and self.wanted.view != View.DONE:
            return self.counted.lists[self.wanted.view]
        return queries.count(self.request.actor, self.wanted, at=self.request.now)

    def _heads(self) -> "list[Head]":
        sort = self.wanted.layout.sort
        return [Head.of(column, sort, self) for column in self.wanted.layout.columns]

    @property
    def _reads_books(self) -> bool:
        return registry.may_read_books(self.request.actor)

    def _changed(self) -> bool:
        """Whether one sees something else than is kept, here or in the saved view."""
        if self.saved is not None:
            return wanted.address(replace(self.wanted, saved=None)) != self.saved.query
        return self.wanted.layout != self.usual

    def _saved_url(self) -> str:
        if self.saved is None:
            return ""
        return f"{reverse('desk:desk')}?{self.saved.query}&saved={self.saved.pk}"


_SORTED_BY = {
    Column.NUMBER: "number",
    Column.CODE: "code",
    Column.DATED: "dated",
    Column.SENDER: "sender",
    Column.TYPE: "type",
    Column.URGENCY: "urgency",
    Column.ARRIVED: "arrived",
    Column.DUE: "due",
    Column.STATE: "state",
    Column.SINCE: "since",
}


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: what it says, how it sorts, how wide it is."""

    column: str
    label: str
    url: str
    order: str
    rank: int
    width: int

    @classmethod
    def of(cls, column: Column, sort: Sequence[str], board: Board) -> "Head":
        key = _SORTED_BY.get(column, "")
        names = [each.removeprefix("-") for each in sort]
        order = "none"
        if key in names:
            order = "descending" if f"-{key}" in sort else "ascending"
        turned = f"-{key}" if order == "ascending" else key
        layout = replace(board.wanted.layout, sort=(turned,))
        url = board.url(replace(board.wanted, layout=layout, after="")) if key else ""
        rank = names.index(key) + 1 if key in names and len(names) > 1 else 0
        width = board.wanted.layout.widths.get(column.value, 0)
        return cls(column.value, str(column.label), url, order, rank, width)


def _between(words: str, since: object, until: object) -> str:
    """A span of days in words; an end that is left open is three points."""
    first = date_format(since, "DATE_FORMAT") if since else "…"  # type: ignore[arg-type] # a day or none
    last = date_format(until, "DATE_FORMAT") if until else "…"  # type: ignore[arg-type] # a day or none
    return words % {"since": first, "until": last}


def read(request: ActingRequest) -> Board:
    """The state of the desk that a request asks for."""
    return read_state(request, request.GET)


def read_state(request: ActingRequest, asked: QueryDict) -> Board:
    """The state of the desk that a query names."""
    views = queries.views_of(request.actor)
    named = asked.get("view", "")
    view = View(named) if named in views else views[0]
    usual = queries.layout_of(request.actor, view)
    state = wanted.read(asked, view=view, usual=usual)
    saved = None
    if state.saved is not None:
        try:
            saved = queries.saved_view(request.actor, state.saved)
        except NotFound:
            state = replace(state, saved=None)
    return Board(request, state, usual, saved)
