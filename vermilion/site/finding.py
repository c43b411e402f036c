"""What the box in the bar finds: each line a finder, each act with the words people type for it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vermilion.directory import queries as directory
from vermilion.kernel.letters import folded, search_key
from vermilion.registry import queries as registry
from vermilion.registry.types import BookKind
from vermilion.routing import queries as routing
from vermilion.tasks import queries as tasks
from vermilion.web import finding
from vermilion.web.finding import Act, Asked, Hit, Kind
from vermilion.web.requests import ActingRequest

FEW = 3
"""Papers of one number for which acts are offered."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that was found: its line in a book, and its document."""

    entry: registry.Entry
    reason: str

    @property
    def name(self) -> str:
        symbol = self.entry.document.symbol
        number = str(self.entry)
        return f"{number} · {symbol}" if symbol and symbol != number else number

    @property
    def url(self) -> str:
        return reverse("desk:document", args=[self.entry.document_id])


def papers(request: ActingRequest, asked: Asked) -> Iterator[Hit]:
    """Papers by number, by number and notation however typed, or by words of their line."""
    for paper in _papers(request, asked):
        yield Hit(
            kind=Kind.PAPERS,
            label=paper.name,
            note=paper.entry.document.abstract[:160],
            reason=paper.reason,
            url=paper.url,
            icon="file-text",
        )


def acts(request: ActingRequest, asked: Asked) -> Iterator[Hit]:
    """Acts on the papers named after them, where they may be done; each leads to its form."""
    if asked.rest is None:
        return
    offered = [act for act in finding.acts() if act.name in asked.acts]
    for paper in _papers(request, asked.rest)[:FEW]:
        for act in offered:
            form = act.form(request, paper)
            if form is not None:
                yield Hit(
                    kind=Kind.ACTS,
                    label=_("%(act)s: %(paper)s") % {"act": act.label, "paper": paper.name},
                    note=paper.entry.document.abstract[:160],
                    reason=_("Opens its form; nothing is done yet"),
                    url=form,
                    icon=act.icon,
                )


def bodies(request: ActingRequest, asked: Asked) -> Iterator[Hit]:
    """Bodies by name, initials, code or former name."""
    for each in directory.search(asked.text, on=localdate(request.now))[: asked.most]:
        yield Hit(
            kind=Kind.BODIES,
            label=each.name,
            note=each.detail,
            reason=each.note or _("Its name, its short name or its code"),
            url=reverse("directory:body", args=[each.id]),
            icon="building-2",
        )


def people(request: ActingRequest, asked: Asked) -> Iterator[Hit]:
    """People of one's own body, by name or post."""
    words = asked.words.split()
    for seat in directory.people_in(request.actor.own_body, request.now):
        key = search_key(seat.person.full_name, seat.post.title)
        if all(f" {word}" in key for word in words):
            yield Hit(
                kind=Kind.PEOPLE,
                label=seat.person.full_name,
                note=seat.post.title,
                reason=_("Name or post, in your body"),
                url=reverse("directory:person", args=[seat.person_id]),
                icon="user",
            )


def words(request: ActingRequest, asked: Asked) -> Iterator[Hit]:
    """All lines of the incoming books that say the words."""
    if registry.may_read_books(request.actor):
        yield Hit(
            kind=Kind.WORDS,
            label=_("Find “%(words)s” in the incoming documents") % {"words": asked.text},
            reason=_("All lines of the book, newest first"),
            url=f"{reverse('registry:incoming')}?{urlencode({'words': asked.text})}",
            icon="search",
        )


def _papers(request: ActingRequest, asked: Asked) -> list[Paper]:
    """Lines that may be meant, the surest first."""
    known: dict[int, Paper] = {}
    for entry in _candidates(request, asked):
        reason = _reason(entry, asked)
        if reason and entry.document_id not in known:
            known[entry.document_id] = Paper(entry, reason)
        if len(known) == asked.most:
            break
    return list(known.values())


def _candidates(request: ActingRequest, asked: Asked) -> Iterable[registry.Entry]:
    actor = request.actor
    first = _first_word(asked)
    if not first:
        return
    if registry.may_read_books(actor):
        for kind in (BookKind.INCOMING, BookKind.OUTGOING, BookKind.INTERNAL):
            lines = registry.lines(actor, registry.Wanted(kind=kind))
            if asked.number is not None:
                yield from _of_year(lines.filter(number=asked.number), asked)[: asked.most]
            yield from lines.filter(says__contains=f" {first}")[: asked.most * 5]
        return
    slips = routing.visible(actor, at=request.now).select_related(
        "entry__series__book", "entry__document"
    )
    slips = slips.order_by("-id")
    if asked.number is not None:
        for slip in slips.filter(entry__number=asked.number)[: asked.most]:
            yield slip.entry
    for slip in slips.filter(entry__says__contains=f" {first}")[: asked.most * 5]:
        yield slip.entry


def _of_year(lines: registry.Lines, asked: Asked) -> registry.Lines:
    return lines.filter(series__opens_on__year=asked.year) if asked.year else lines


def _first_word(asked: Asked) -> str:
    """The word by which lines are found at all: of a number typed together with its notation
    (`15671cvvptw`), the number."""
    first = (asked.words.split() or [""])[0]
    figures = first[: len(first) - len(first.lstrip("0123456789"))]
    return (figures or first).lstrip("0")


def _reason(entry: registry.Entry, asked: Asked) -> str:
    """Why this line is a hit, in words; empty when it is none."""
    in_year = asked.year in (None, entry.series.opens_on.year)
    if asked.number is not None and entry.number == asked.number and in_year:
        return _("Its number in the book of %(period)s") % {"period": entry.series}
    symbol = folded(entry.document.symbol).replace(" ", "").lstrip("0")
    if symbol and symbol.startswith(asked.compact.lstrip("0")):
        return _("Its number and notation")
    if all(f" {word.lstrip('0') or word}" in entry.says for word in asked.words.split()):
        return _("Words of its line in the book")
    return ""


# Where acts are done. Each says nothing where the actor may not do it to this paper.


def _on_slip(may: str, place: str) -> Callable[[ActingRequest, object], str | None]:
    def form(request: ActingRequest, paper: object) -> str | None:
        assert isinstance(paper, Paper)  # noqa: S101 - what this file hands in
        slip = routing.slip_of(request.actor, paper.entry.document_id, at=request.now)
        if slip is None or not getattr(routing.verdicts(request.actor, slip), may):
            return None
        return f"{paper.url}#{place}"

    return form


def _on_duty(may: str) -> Callable[[ActingRequest, object], str | None]:
    def form(request: ActingRequest, paper: object) -> str | None:
        assert isinstance(paper, Paper)  # noqa: S101 - what this file hands in
        for task in tasks.not_ended_for(request.actor).filter(
            subject_kind="document", subject_id=paper.entry.document_id
        ):
            if getattr(tasks.verdicts(request.actor, task), may):
                return f"{paper.url}#duty"
        return None

    return form


def _on_line(may: str, name: str) -> Callable[[ActingRequest, object], str | None]:
    def form(request: ActingRequest, paper: object) -> str | None:
        assert isinstance(paper, Paper)  # noqa: S101 - what this file hands in
        actor, line = request.actor, paper.entry
        reads = registry.may_read_books(actor)
        if not reads or not getattr(registry.verdicts(actor, line), may):
            return None
        return reverse(name, args=[line.pk])

    return form


def _open(_request: ActingRequest, paper: object) -> str | None:
    assert isinstance(paper, Paper)  # noqa: S101 - what this file hands in
    return paper.url


ACTS: tuple[Act, ...] = (
    Act(
        name="direct",
        label=gettext_lazy("Direct"),
        # Words people type for this act, several, with commas between them.
        words=gettext_lazy("forward, direct, assign, hand on"),
        icon="forward",
        form=_on_slip("direct", "direction"),
    ),
    Act(
        name="take_in",
        label=gettext_lazy("Take in"),
        words=gettext_lazy("take in, take, accept"),
        icon="check",
        form=_on_duty("take_in"),
    ),
    Act(
        name="complete",
        label=gettext_lazy("Report completed"),
        words=gettext_lazy("complete, finish, done, report"),
        icon="circle-check",
        form=_on_duty("complete"),
    ),
    Act(
        name="pass_on",
        label=gettext_lazy("Pass on to a person"),
        words=gettext_lazy("pass on, pass to"),
        icon="corner-down-right",
        form=_on_duty("pass_on"),
    ),
    Act(
        name="extend",
        label=gettext_lazy("Ask for a later deadline"),
        words=gettext_lazy("extend, later, more time"),
        icon="calendar-clock",
        form=_on_duty("extend"),
    ),
    Act(
        name="give_back",
        label=gettext_lazy("Return"),
        words=gettext_lazy("return, give back"),
        icon="undo-2",
        form=_on_duty("give_back"),
    ),
    Act(
        name="close",
        label=gettext_lazy("Close the matter"),
        words=gettext_lazy("close, end"),
        icon="archive",
        form=_on_slip("close", "closing"),
    ),
    Act(
        name="strike_out",
        label=gettext_lazy("Strike out"),
        words=gettext_lazy("strike out, cancel number"),
        icon="strikethrough",
        form=_on_line("strike_out", "registry:striking"),
    ),
    Act(
        name="correct",
        label=gettext_lazy("Correct the entry"),
        words=gettext_lazy("correct, mend"),
        icon="pencil",
        form=_on_line("correct", "registry:correction"),
    ),
    Act(
        name="open",
        label=gettext_lazy("Open"),
        words=gettext_lazy("open, read, see"),
        icon="file-text",
        form=_open,
    ),
)

FINDERS = (acts, finding.completions, papers, finding.pages, bodies, people, words)
