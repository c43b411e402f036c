"""Every paper as several programs put it on pages, and the text layer the house takes of it."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import vermilion
from tests.papers.hands import held_out_layouts, layer, page, scanned, typeset, word
from tests.papers.hands.held_out import HELD_OUT
from tests.papers.hands.held_out_second import SECOND
from tests.papers.hands.letters import LETTERS
from tests.papers.hands.named import NAMED
from tests.papers.hands.others import ABROAD, PARTY
from tests.papers.hands.written import Written
from vermilion.files.types import Line, PageText

PAPERS = [*LETTERS, *NAMED, *PARTY, *ABROAD]
KEPT = Path(__file__).parents[3] / "build" / "papers"
"""Where text layers are kept from one run to the next. May be emptied at any time."""

HEADS_OF_WORD = ("table", "tabs", "boxes")
HEADS_OF_PAGES = ("table", "rows", "grid", "absolute")


@dataclass(frozen=True, slots=True)
class Case:
    """A paper as one program rendered it."""

    how: str
    paper: Written
    pages: tuple[PageText, ...]

    @property
    def scanned(self) -> bool:
        return self.how.startswith("scan")


def cases(
    papers: Sequence[Written] = (), *, scans: bool = True, only: tuple[str, ...] = ()
) -> Iterator[Case]:
    """Born-digital renderings of every paper; then, where an engine is here, its scans.

    `only` renderings whose names begin so.
    """
    papers = papers or PAPERS
    for make, names in BORN.items():
        if not only or any(name.startswith(only) for name in names):
            yield from (case for case in make(papers) if not only or case.how.startswith(only))
    from vermilion.files import recognising

    if scans and (not only or "scan".startswith(only)) and recognising.engine():
        yield from _scans(papers)


def held_out(*, scans: bool = True, only: tuple[str, ...] = ()) -> Iterator[Case]:
    """Papers and layouts that were written after the reader: flexed pages, plain text, and all else."""
    yield from _held_out(HELD_OUT, scans=scans, only=only)
    yield from _held_out(SECOND, scans=scans, only=only)


def _held_out(papers: Sequence[Written], *, scans: bool, only: tuple[str, ...]) -> Iterator[Case]:
    yield from cases(papers, scans=scans, only=only)
    layouts = {"flexed": held_out_layouts.flexed, "stacked": held_out_layouts.stacked}
    for how, layout in layouts.items():
        if page.CHROMIUM and (not only or how.startswith(only)):
            made = {f"{index:03}": layout(paper) for index, paper in enumerate(papers)}
            yield from _several(how, papers, lambda made=made: page.printed(made))
    for paper in papers:
        yield _read("plain", paper, lambda one=paper: held_out_layouts.spaced_out(one).encode(), "")


def text_of(content: bytes) -> list[PageText]:
    """The text the house takes of a file."""
    from vermilion.files import child, queries

    with child.plain_file([content]) as file:
        return queries.text_in(file, pages=40)


def _read(how: str, paper: Written, make: Callable[[], bytes], mark: str) -> Case:
    """The text layer, kept under what made it: the paper, the program and its manner."""
    key = hashlib.sha256(
        f"{how}|{mark}|{_code(how.partition('-')[0])}|{asdict(paper)}".encode()
    ).hexdigest()[:24]
    kept = KEPT / f"{key}.json"
    if not kept.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        content = make()
        told = [_told(each) for each in text_of(content)]
        kept.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    return Case(how, paper, tuple(map(_page, json.loads(kept.read_text("utf-8")))))


MAKERS = {
    "docx": ("word",), "odt": ("word",), "libreoffice": ("word",), "chromium": ("page", "word"),
    "html": ("page", "word"), "typst": ("typeset", "word"), "hand": ("layer", "pdfwriter"), "scan": ("typeset", "scanned"),
    "flexed": ("held_out_layouts",), "stacked": ("held_out_layouts",), "plain": ("held_out_layouts",),
}  # fmt: skip
READERS = {"docx": ("office",), "odt": ("office",), "html": ("markup",), "scan": (), "plain": ()}


@cache
def _code(family: str) -> str:
    """What a text layer depends on besides the paper. Whoever changes the recognition of scans
    empties the folder of kept layers."""
    here = Path(__file__).parent
    reading = Path(vermilion.__file__).parent / "files" / "reading"
    sources = [here / f"{name}.py" for name in MAKERS[family]]
    sources += [reading / f"{name}.py" for name in READERS.get(family, ("layout", "glyphs"))]
    return hashlib.sha256(b"".join(each.read_bytes() for each in sources)).hexdigest()


def _told(read: PageText) -> dict[str, object]:
    lines = [[line.text, *line.box] for line in read.lines]
    return {
        "n": read.number,
        "t": read.text,
        "w": read.width,
        "h": read.height,
        "l": lines,
        "r": read.recognised,
    }


def _page(told: dict[str, Any]) -> PageText:
    lines = tuple(Line(text, tuple(box)) for text, *box in told["l"])
    return PageText(told["n"], told["t"], told["w"], told["h"], lines, recognised=told["r"])


def _several(
    how: str, papers: Sequence[Written], make: Callable[[], dict[str, bytes]]
) -> Iterator[Case]:
    """Cases of a program that makes all papers in one run, which happens only when one is missing."""
    made: dict[str, bytes] = {}

    def one(index: int) -> bytes:
        if not made:
            made.update(make())
        return made[f"{index:03}"]

    for index, paper in enumerate(papers):
        yield _read(how, paper, lambda at=index: one(at), str(index))


def _word(papers: Sequence[Written]) -> Iterator[Case]:
    for turn in range(2):
        heads = {index: HEADS_OF_WORD[(index + turn) % 3] for index in range(len(papers))}
        made = {
            f"{index:03}.docx": word.docx(paper, head=heads[index])
            for index, paper in enumerate(papers)
        }
        if turn == 0:
            for index, paper in enumerate(papers):
                yield _read(
                    f"docx-{heads[index]}",
                    paper,
                    lambda at=index, made=made: made[f"{at:03}.docx"],
                    "",
                )
        if not word.SOFFICE:
            continue

        def printed(
            made: dict[str, bytes] = made, ending: str = "pdf" if turn == 0 else "odt"
        ) -> dict[str, bytes]:
            return {name[:3]: content for name, content in word.converted(made, ending).items()}

        yield from _several("libreoffice" if turn == 0 else "odt", papers, printed)


def _pages(papers: Sequence[Written]) -> Iterator[Case]:
    if not page.CHROMIUM:
        return
    made = {
        f"{index:03}": page.html(paper, head=HEADS_OF_PAGES[index % 4])
        for index, paper in enumerate(papers)
    }
    yield from _several("chromium", papers, lambda: page.printed(made))
    for index, paper in enumerate(papers):
        if paper.language == "vi" and index % 3 == 0:
            yield _read("html", paper, lambda at=index: made[f"{at:03}"].encode(), "")


def _typeset(papers: Sequence[Written]) -> Iterator[Case]:
    for paper in papers:
        yield _read(
            "typst", paper, lambda one=paper: typeset.printed(one, word.shown_symbol(one)), ""
        )


def _by_hand(papers: Sequence[Written]) -> Iterator[Case]:
    if not layer.FONT:
        return
    for index, paper in enumerate(papers):
        if paper.language in ("vi", "en"):
            manner = layer.MANNERS[index % len(layer.MANNERS)]
            yield _read(
                f"hand-{manner}", paper, lambda one=paper, how=manner: by_hand(one, how), ""
            )


def by_hand(paper: Written, manner: str) -> bytes:
    """The paper set by hand, its number filled in later where that is said of it."""
    bits = layer.in_manner(layer.set_out(paper), manner, paper.symbol)
    made = layer.pdf(bits)
    if paper.filled != "field":
        return made
    label = next(bit for bit in layer.set_out(paper) if bit.text.startswith(paper.label))
    at = label.x + layer.width_of(f"{paper.label}   ", 13)
    return layer.with_field(made, paper.halves[0], at, label.y, form=len(paper.symbol) % 2 == 0)


def _scans(papers: Sequence[Written]) -> Iterator[Case]:
    for index, paper in enumerate(papers):
        yield from scanned_cases([paper], scanned.MANNERS[index % len(scanned.MANNERS)])


def scanned_cases(papers: Sequence[Written], manner: str) -> Iterator[Case]:
    """These papers scanned in one manner. What is filled in by other means stands on no paper."""
    for paper in papers:
        if not paper.filled:
            yield _read(f"scan-{manner}", paper, lambda one=paper: scan(one, manner), "")


def at_once(papers: Sequence[Written]) -> Iterator[Case]:
    """Renderings that need no program besides: DOCX, Typst, and papers set by hand."""
    for index, paper in enumerate(papers):
        head = HEADS_OF_WORD[index % 3]
        yield _read(
            f"docx-{head}", paper, lambda one=paper, how=head: word.docx(one, head=how), "one"
        )
    yield from _typeset(papers)
    yield from _by_hand(papers)


def scan(paper: Written, manner: str) -> bytes:
    """A scan of the paper; every other one only knows pictures, not pages."""
    pictures = scanned.pictures(
        typeset.printed(paper, paper.symbol), seed=paper.symbol, manner=manner, most=3
    )
    if len(pictures) == 1 and len(paper.symbol) % 3 == 0:
        return scanned.as_jpeg(pictures[0])
    return scanned.as_pdf(pictures)


BORN = {
    _word: ("docx", "libreoffice", "odt"),
    _pages: ("chromium", "html"),
    _typeset: ("typst",),
    _by_hand: ("hand",),
}
"""Who makes born-digital papers, and what the renderings are called."""
