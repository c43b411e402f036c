"""A paper as it is read: cells of text with their places, and what was made of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Generic, Protocol, TypeVar

from vermilion.documents.reading import letters

MOST_LINES = 250
"""Lines of a page that are looked at."""

MOST_LETTERS = 16_000
"""Letters of a page that are looked at. No page of print holds more."""

MOST_RUNS = 1_500
"""Pieces of text with a place that are looked at, before they are joined to lines."""

Bounds = tuple[float, float, float, float]


class LineOfText(Protocol):
    """A line of a page, with its box as fractions of the page from the upper left, if known."""

    @property
    def text(self) -> str: ...
    @property
    def box(self) -> Bounds | None: ...


class PageOfText(Protocol):
    """A page as the text extraction hands it over."""

    @property
    def number(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...
    @property
    def lines(self) -> Sequence[LineOfText]: ...
    @property
    def recognised(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the paper something was read: page and line from 1, box where known."""

    page: int
    line: int
    box: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of text that stands alone on its line of its column."""

    text: str
    place: Place
    folded: str = ""
    squeezed: str = ""

    @classmethod
    def of(cls, text: str, place: Place) -> "Cell":
        folded = letters.fold(text)
        return cls(text, place, folded, letters.squeeze(folded)[0])

    def only(self, text: str) -> "Cell":
        """The same cell with a part of its text."""
        return Cell.of(text, self.place)

    @property
    def middle(self) -> float | None:
        """How far from the left edge the middle of the cell stands, 0 to 1."""
        box = self.place.box
        return None if box is None else (box[0] + box[2]) / 2

    @property
    def top(self) -> float:
        box = self.place.box
        return box[1] if box else 0.0


Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Guess(Generic[Value]):
    """What was read, how certain it is (0 to 1), and where it stands."""

    value: Value
    certainty: float
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """The paper that this one answers."""

    symbol: str
    dated_on: date | None = None
    issuer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that was read of a paper. What could not be read is not there."""

    symbol: Guess[str] | None = None
    number: Guess[str] | None = None
    notation: Guess[str] | None = None
    dated_on: Guess[date] | None = None
    place_of_issue: Guess[str] | None = None
    issuer: Guess[str] | None = None
    parent: Guess[str] | None = None
    issuer_lines: tuple[str, ...] = ()
    type_code: Guess[str] | None = None
    abstract: Guess[str] | None = None
    signer: Guess[str] | None = None
    signer_post: Guess[str] | None = None
    competence: Guess[str] | None = None
    also_signed: Guess[tuple[str, ...]] | None = None
    urgency: Guess[int | str] | None = None
    secrecy: Guess[int | str] | None = None
    circulation: Guess[int | str] | None = None
    answers: Guess[Answered] | None = None
    reply_due: Guess[date] | None = None
    recipients: Guess[tuple[str, ...]] | None = None
    copied_to: Guess[tuple[str, ...]] | None = None
    drafter: Guess[str] | None = None
    copies: Guess[int] | None = None
    language: Guess[str] | None = None
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page in cells, in reading order: band by band, left before right."""

    number: int
    cells: tuple[Cell, ...]
    placed: bool = field(default=False)


def sheets(pages: Iterable[PageOfText]) -> list[Sheet]:
    """The pages in cells. Runs of one line are joined where their places show that they belong."""
    return [_sheet(page) for page in pages]


def _sheet(page: PageOfText) -> Sheet:
    if any(line.box for line in page.lines[:MOST_LINES]):
        return Sheet(page.number, _so_many(_placed_cells(page)), placed=True)
    texts = [line.text for line in page.lines[:MOST_LINES]] or page.text[:200_000].splitlines()
    return Sheet(page.number, _so_many(_unplaced_cells(page.number, texts[:MOST_LINES])))


def _so_many(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    kept, letters_kept = [], 0
    for cell in cells:
        kept.append(cell)
        letters_kept += len(cell.text)
        if letters_kept > MOST_LETTERS:
            break
    return tuple(kept)


def _unplaced_cells(number: int, texts: Sequence[str]) -> Iterable[Cell]:
    for index, text in enumerate(texts, 1):
        # Wide gaps and tabs are all that is left of columns.
        for piece in _columns(text[: 2 * letters.LONGEST_LINE]):
            cleaned = letters.clean(piece)
            if cleaned:
                yield Cell.of(cleaned, Place(number, index))


def _columns(text: str) -> list[str]:
    if "\t" not in text and "    " not in text:
        return [text]
    pieces = [piece for part in text.split("\t") for piece in part.split("    ") if piece.strip()]
    # A line that falls to single letters is spaced out, not in columns.
    return pieces if any(len(piece.strip()) > 2 for piece in pieces) else [" ".join(pieces)]


def _placed_cells(page: PageOfText) -> Iterable[Cell]:
    lines = [
        (line.box, line.text, index)
        for index, line in enumerate(page.lines[:MOST_RUNS], 1)
        if line.box and line.text.strip() and not _is_askew(line.box)
    ]
    ratio = (page.width or 595.0) / (page.height or 842.0)
    for band in _bands(sorted(lines, key=lambda each: (each[0][1] + each[0][3], each[0][0]))):
        for box, text, index in _joined(sorted(band, key=lambda each: each[0][0]), ratio):
            cleaned = letters.clean(text)
            if cleaned:
                yield Cell.of(cleaned, Place(page.number, index, box))


def _is_askew(box: Bounds) -> bool:
    """Whether a piece of text stands across the page, as watermarks do."""
    return box[3] - box[1] > 0.1 and box[2] - box[0] > 0.1


_Run = tuple[Bounds, str, int]


def _bands(runs: Sequence[_Run]) -> Iterable[list[_Run]]:
    """Runs whose middles lie on one line of print."""
    band: list[_Run] = []
    for run in runs:
        middle = (run[0][1] + run[0][3]) / 2
        if band:
            first = band[0][0]
            height = max(first[3] - first[1], 0.004)
            if middle - (first[1] + first[3]) / 2 > 0.45 * height:
                yield band
                band = []
        band.append(run)
    if band:
        yield band


def _joined(band: Sequence[_Run], ratio: float) -> Iterable[_Run]:
    """Neighbours closer than a wide blank are one run."""
    current: _Run | None = None
    stamped: list[_Run] = []
    for box, text, index in band:
        if current is not None and box[0] < current[0][2] - 0.3 * (box[2] - box[0]):
            # Stamped over the line.
            stamped.append((box, text, index))
            continue
        if current is not None:
            last, before, first_index = current
            height = max(last[3] - last[1], box[3] - box[1]) / ratio
            gap = box[0] - last[2]
            if gap < 1.1 * height:
                around = (last[0], min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
                between = "" if gap < 0.12 * height else " "
                current = around, before.rstrip() + between + text.lstrip(), first_index
                continue
            yield current
        current = box, text, index
    if current is not None:
        yield current
    yield from stamped


def moved(cell: Cell, text: str) -> Cell:
    """A cell whose text was cut; kept beside `replace` so that folds never go stale."""
    return cell if text == cell.text else replace(Cell.of(text, cell.place))
