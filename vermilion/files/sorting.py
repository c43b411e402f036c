"""The pages of kept files laid out to be sorted into papers, with a proposal how."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vermilion.files import models, policy, recognising, rules
from vermilion.files.types import PageOf, PageText, Piece, Recognising, State, beginnings
from vermilion.kernel.actors import Actor
from vermilion.kernel.refusals import NotFound

WHOLE = 0
"""The number of a page that stands for a file which is taken whole or not at all."""

SIGNED = _("Digitally signed: taken whole, as it is, or left out.")
LOCKED = _("Locked with a password: taken whole, as it is, or left out.")
UNPAGED = _("Has no pages that could be taken out: taken whole, as it is, or left out.")


@dataclass(frozen=True, slots=True)
class Card:
    """A page on the table, or a file that is taken whole; into which paper it is proposed.

    `place` counts all cards from 1; `paper` 0 leaves the page out; `why` says what was seen.
    """

    key: str
    blob_id: int
    number: int
    digest: str
    file: str
    place: int
    paper: int
    turn: int = 0
    pages: int = 1
    fixed: str | Promise = ""
    why: str | Promise = ""

    @property
    def pictured(self) -> int:
        """The page whose picture is shown."""
        return self.number or 1


@dataclass(frozen=True, slots=True)
class Table:
    """All cards in their order, and the name proposed for each paper, by its number."""

    cards: tuple[Card, ...]
    names: tuple[tuple[int, str], ...]
    several_files: bool
    leaning: bool
    awaited: int = 0
    """Pages whose words are still being recognised: the proposal may become better."""

    def laid(self, pieces: Sequence[Piece]) -> "Table":
        """The same cards as somebody sorted them, so that a form can be shown again."""
        by_page = {(card.blob_id, card.number): card for card in self.cards}
        by_page |= {(card.blob_id, 1): card for card in self.cards if card.number == WHOLE}
        laid: list[Card] = []
        for paper, piece in enumerate(pieces, start=1):
            for page in piece.pages:
                card = by_page.pop((page.blob_id, page.number), None)
                if card is not None:
                    laid.append(replace(card, paper=paper, turn=page.turn))
        taken = {card.key for card in laid}
        laid += [replace(card, paper=0) for card in self.cards if card.key not in taken]
        names = tuple((number, piece.name) for number, piece in enumerate(pieces, start=1))
        return replace(self, cards=_placed(laid), names=names)


def sorting(actor: Actor, blob_ids: Sequence[int], at: datetime) -> Table:
    """The pages of these files, in this order, proposed as papers. Not here: what is not to read.

    A blank page is proposed to be left out, and so is a separator sheet, after which a new paper
    begins; so it does with each file, and where a page reads like the first of a paper.
    """
    rows = models.Blob.objects.filter(pk__in=blob_ids).order_by("pk")
    blobs = {blob.pk: blob for blob in rows}
    if any(each not in blobs or not policy.can_read(actor, blobs[each], at) for each in blob_ids):
        raise NotFound
    facts = _facts(blob_ids)
    names = _names(actor, blobs.values())
    texts = _texts(blob_ids)
    open_rows = models.Recognition.objects.filter(
        blob__in=blob_ids, state__in=[Recognising.WAITING, Recognising.RUNNING]
    )
    cards: list[Card] = []
    called: dict[int, str] = {}
    paper, leaning = 0, False
    for blob_id in dict.fromkeys(blob_ids):
        laid, own = _cards(
            blobs[blob_id], names[blob_id], facts[blob_id], texts.get(blob_id, {}), after=paper
        )
        leaning = leaning or any(row.leaning for row in texts.get(blob_id, {}).values())
        paper = max([paper, *(card.paper for card in laid)])
        cards += laid
        called |= own
    return Table(
        cards=_placed(cards),
        names=tuple(sorted(called.items())),
        several_files=len(blobs) > 1,
        leaning=leaning,
        awaited=sum(len(row.left) for row in open_rows.order_by("pk")),
    )


def _cards(
    blob: models.Blob,
    name: str,
    facts: dict[str, object],
    texts: dict[int, models.Page],
    *,
    after: int,
) -> tuple[list[Card], dict[int, str]]:
    stem = name.rpartition(".")[0] or name
    pages = facts.get("pages")
    fixed = _fixed(blob, facts)
    if fixed or not isinstance(pages, int) or pages < 1:
        count = pages if isinstance(pages, int) else 1
        whole = Card(
            key=f"{blob.pk}-{WHOLE}", blob_id=blob.pk, number=WHOLE, digest=blob.digest, file=name,
            place=0, paper=after + 1, pages=count, fixed=fixed or UNPAGED,
        )  # fmt: skip
        return [whole], {after + 1: stem}
    seen = [_seen(texts.get(number)) for number in range(1, pages + 1)]
    papers = rules.proposed_papers(seen)
    called: dict[int, str] = {}
    cards = []
    for number, (paper, page) in enumerate(zip(papers, seen, strict=True), start=1):
        text = texts.get(number)
        cards.append(
            Card(
                key=f"{blob.pk}-{number}", blob_id=blob.pk, number=number, digest=blob.digest,
                file=name, place=0, paper=paper and after + paper, turn=text.turn if text else 0,
                why=_why(page),
            )
        )  # fmt: skip
        if paper and after + paper not in called:
            called[after + paper] = page.begins or _numbered(stem, paper, max(papers))
    return cards, called


def _fixed(blob: models.Blob, facts: dict[str, object]) -> str | Promise:
    if facts.get("signed"):
        return SIGNED
    if facts.get("locked"):
        return LOCKED
    has_copy = models.Rendition.objects.filter(blob=blob, kind=models.Rendition.Kind.PDF)
    return "" if rules.has_pages(blob.media_type) or has_copy.exists() else UNPAGED


def _seen(row: models.Page | None) -> rules.SeenPage:
    if row is None:
        return rules.SeenPage()
    page = PageText(
        row.number, row.text, row.width, row.height, recognising.lines_of(row.lines),
        recognised=row.certainty is not None,
    )  # fmt: skip
    return rules.SeenPage(
        blank=not row.text.strip() and row.certainty == rules.SURELY_BLANK,
        separates=rules.is_separator(row.text),
        begins=next((name for tell in beginnings if (name := tell(page))), ""),
    )


def _why(page: rules.SeenPage) -> str | Promise:
    if page.separates:
        return _("Separator sheet")
    if page.blank:
        return _("Blank page")
    return _("Reads like the first page of a paper") if page.begins else ""


def _numbered(stem: str, paper: int, papers: int) -> str:
    return stem if papers == 1 else f"{stem} ({paper})"


def _placed(cards: Iterable[Card]) -> tuple[Card, ...]:
    return tuple(replace(card, place=place) for place, card in enumerate(cards, start=1))


def _facts(blob_ids: Sequence[int]) -> dict[int, dict[str, object]]:
    told: dict[int, dict[str, object]] = {each: {} for each in blob_ids}
    for row in models.Examination.objects.filter(blob__in=blob_ids).order_by("pk"):
        told[row.blob_id] |= row.facts
        if row.state == State.REFUSED and row.reason == "needs-password":
            told[row.blob_id]["locked"] = True
    return told


def _names(actor: Actor, blobs: Iterable[models.Blob]) -> dict[int, str]:
    """The names under which this actor handed them in; others' names are not told."""
    told = {blob.pk: f"{blob.digest[:12]}{rules.usual_ending(blob.media_type)}" for blob in blobs}
    own = models.Upload.objects.filter(blob__in=told, person_id=actor.person_id)
    if actor.person_id is not None:
        told |= dict(own.order_by("begun_at", "pk").values_list("blob_id", "name"))
    return told


def _texts(blob_ids: Sequence[int]) -> dict[int, dict[int, models.Page]]:
    told: dict[int, dict[int, models.Page]] = {}
    for row in models.Page.objects.filter(blob__in=blob_ids).order_by("blob", "number"):
        told.setdefault(row.blob_id, {})[row.number] = row
    return told


def pieces_of(
    papers: Sequence[tuple[str, Sequence[PageOf]]], counts: dict[int, int]
) -> list[Piece]:
    """What was sorted, as pieces: a file that is taken whole stands for all of its pages."""
    made = []
    for name, pages in papers:
        spread: list[PageOf] = []
        for page in pages:
            if page.number == WHOLE:
                count = max(counts.get(page.blob_id, 1), 1)
                spread += [PageOf(page.blob_id, number) for number in range(1, count + 1)]
            else:
                spread.append(page)
        made.append(Piece(name, tuple(spread)))
    return made
