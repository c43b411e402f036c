"""Papers whose every field is known, and the many ways in which text layers render them."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from tests.papers import ARABIC, ENGLISH, HINDI
from tests.papers.extraction import pages_of
from tests.papers.known import Known
from tests.papers.odd import ODD
from tests.papers.party import PARTY_PAPERS
from tests.papers.state import STATE
from vermilion.files.types import Line, PageText
from vermilion.site.seeds.papers import WORDS, Paper, printed

FOREIGN = [
    Known(paper=ENGLISH),
    Known(paper=replace(ENGLISH, symbol="44/2026/EMB", abstract="Visit of a delegation to Hanoi")),
]

PAPERS = [*STATE, *ODD, *PARTY_PAPERS, *FOREIGN]

# Printed Hindi and Arabic come out of PDFs in shards whatever is done; as text they are read.
TYPED = [Known(paper=ENGLISH), Known(paper=HINDI), Known(paper=ARABIC)]

FILLED = [
    replace(each, paper=replace(each.paper, filled=True)) for each in (STATE[0], STATE[2], STATE[5])
]

Rendering = Callable[[Sequence[PageText]], list[PageText]]


@cache
def extracted(paper: Paper) -> tuple[PageText, ...]:
    """The text layer of a paper as the house extracts it."""
    return pages_of(printed(paper))


def _lines(pages: Sequence[PageText], change: Callable[[list[Line]], list[Line]]) -> list[PageText]:
    changed = []
    for page in pages:
        lines = tuple(change(list(page.lines)))
        changed.append(
            PageText(
                page.number, "\n".join(line.text for line in lines), page.width, page.height, lines
            )
        )
    return changed


def _text(pages: Sequence[PageText], change: Callable[[str], str]) -> list[PageText]:
    return _lines(pages, lambda lines: [Line(change(line.text), line.box) for line in lines])


def as_extracted(pages: Sequence[PageText]) -> list[PageText]:
    return list(pages)


def without_places(pages: Sequence[PageText]) -> list[PageText]:
    return [PageText(page.number, page.text, page.width, page.height, ()) for page in pages]


def columns_merged(pages: Sequence[PageText]) -> list[PageText]:
    """Everything on one height becomes one line, as many converters have it."""

    def merge(lines: list[Line]) -> list[Line]:
        merged: list[Line] = []
        for line in sorted(lines, key=lambda each: (round(each.box[1], 2), each.box[0])):
            last = merged[-1] if merged else None
            if last and abs(last.box[1] - line.box[1]) < 0.008 and line.box[0] > last.box[2]:
                box = (last.box[0], last.box[1], line.box[2], max(last.box[3], line.box[3]))
                merged[-1] = Line(f"{last.text} {line.text}", box)
            else:
                merged.append(line)
        return merged

    return without_places(_lines(pages, merge))


def columns_reversed(pages: Sequence[PageText]) -> list[PageText]:
    """The right column of head and signature comes before the left one."""

    def order(lines: list[Line]) -> list[Line]:
        head = [line for line in lines if line.box[1] < 0.128]
        rest = [line for line in lines if line.box[1] >= 0.128]
        tail = next((place for place, line in enumerate(rest) if "nhận:" in line.text), len(rest))
        return [
            *sorted(head, key=lambda each: (each.box[0] < 0.47, each.box[1])),
            *rest[:tail],
            *sorted(rest[tail:], key=lambda each: (each.box[0] < 0.47, each.box[1])),
        ]

    return without_places(_lines(pages, order))


def runs_split(pages: Sequence[PageText]) -> list[PageText]:
    """A box of its own for every few words; the places tell what belongs together."""

    def split(lines: list[Line]) -> list[Line]:
        pieces = []
        for line in lines:
            words = line.text.split(" ")
            width = (line.box[2] - line.box[0]) / max(1, len(line.text))
            at = line.box[0]
            for start in range(0, len(words), 2):
                piece = " ".join(words[start : start + 2])
                end = at + width * len(piece)
                pieces.append(Line(piece, (at, line.box[1], end, line.box[3])))
                at = end + width
        return pieces

    return _lines(pages, split)


def decomposed(pages: Sequence[PageText]) -> list[PageText]:
    return _text(pages, lambda text: unicodedata.normalize("NFD", text))


def torn_letters(pages: Sequence[PageText]) -> list[PageText]:
    """A blank after the first letter of words that bear a tone on the second: `đ ộc`, `N GHỊ`."""

    def tear(text: str) -> str:
        return re.sub(
            r"\b([bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX])(?=[ạảấầẩẫậắằẳẵặẹẻếềểễệỉịọỏốồổỗộớờởỡợủứừửữựỳỵỷỹẠẢẤẦẨẪẬẮẰẲẴẶẸẺẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỦỨỪỬỮỰ])",
            r"\1 ",
            text,
        )

    return _text(pages, tear)


def spaced_head(pages: Sequence[PageText]) -> list[PageText]:
    """Mottoes and marks with their letters apart."""

    def space(text: str) -> str:
        wide = ("CỘNG HÒA", "Độc lập", "ĐẢNG CỘNG", "HỎA TỐC", "KHẨN", "MẬT")
        if not any(word in text for word in wide) or len(text) > 45:
            return text
        return "  ".join(" ".join(word) for word in text.split())

    return _text(pages, space)


def as_typed(paper: Paper) -> PageText:
    """The text as an office file holds it."""
    words = WORDS[paper.language]
    lines = [
        paper.parent,
        *paper.issuer,
        f"{words['number']} {paper.symbol}\t{words['date']} {paper.day}",
        *(f"{words['to']} {each}" for each in paper.to),
        f"{words['subject']} {paper.abstract}",
        *paper.text,
        *paper.signing,
        paper.signer,
    ]
    return PageText(1, "\n".join(lines), 595, 842, ())


def misread(pages: Sequence[PageText]) -> list[PageText]:
    """What a weak optical reading makes of the head."""

    def confuse(text: str) -> str:
        text = re.sub(r"^Số:? ", "S6: ", text)
        text = (
            text.replace("ngày", "ngảy")
            .replace("CỘNG HÒA", "CÔNG HOÀ")
            .replace("năm 2026", "năm 2O26")
        )
        return text.replace("V/v", "V/ v").replace("Hạnh phúc", "Hanh phuc")

    return without_places(_text(pages, confuse))


RENDERINGS: list[Rendering] = [
    as_extracted,
    without_places,
    columns_merged,
    columns_reversed,
    runs_split,
    decomposed,
    torn_letters,
    spaced_head,
    misread,
]


def cases() -> Iterator[tuple[str, Known, list[PageText]]]:
    """Every paper in every rendering: the rendering's name, what is known, the text layer."""
    for known in PAPERS:
        for rendering in RENDERINGS:
            if known.paper.language == "vi" or rendering in (
                as_extracted,
                without_places,
                decomposed,
            ):
                yield rendering.__name__, known, rendering(extracted(known.paper))
    for known in TYPED:
        yield "typed", known, [as_typed(known.paper)]
    for known in FILLED:
        for rendering in (as_extracted, without_places):
            yield "filled", known, rendering(extracted(known.paper))
