"""Read a paper: from the text of its pages to everything that could be made out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vermilion.documents.reading import (
    addressed,
    asked,
    copied,
    heading,
    letters,
    mending,
    old_letters,
    signature,
    subject,
)
from vermilion.documents.reading import issuer as issuers
from vermilion.documents.reading import symbol as symbols
from vermilion.documents.reading.letters import is_shouted, key
from vermilion.documents.reading.marks import FoundMark, heaviest, marks, parted
from vermilion.documents.reading.names import as_a_name
from vermilion.documents.reading.paper import (
    Cell,
    Guess,
    PageOfText,
    Place,
    Reading,
    Sheet,
    moved,
    sheets,
)

_ENGLISH = re.compile(r"\b(?:OF|FOR|AND|MINISTRY|DEPARTMENT|OFFICE|EMBASSY|UNIVERSITY)\b")

MOST_PAGES = 60
LAST_PAGES = 30
"""Pages that are looked at, half of them from the end, where long papers are signed."""

MIDDLE = 0.52
"""Share of the width of a page up to which the middle of a line is in the left column."""

MOST_ASKING = 12
"""Pages among which a day for the answer is looked for."""


def read(pages: Sequence[PageOfText], *, page_count: int | None = None) -> Reading:
    """Propose every field of a paper from the text of its pages, each with certainty and place.

    Takes time in proportion to the text, which is looked at only so far. Nothing is an error:
    what cannot be made out is left out.
    """
    taken = sheets(old_letters.put_right(_looked_at(pages)))
    counted = page_count or len(pages)
    if not taken or not taken[0].cells:
        return Reading(pages=counted)
    first = taken[0]
    language = _language(first)
    scanned = pages[0].recognised and (language is None or language.value == "vi")
    reading = _head(first, language.value if language else "", scanned=scanned)
    signed = signature.signature(taken)
    if scanned:
        reading, signed = _mended(reading), _mended_signature(signed)
    by, copies = copied.drafter(taken)
    return replace(
        reading,
        signer=signed.signer,
        signer_post=signed.post,
        competence=signed.competence,
        also_signed=signed.also,
        reply_due=asked.reply_due(
            taken[:MOST_ASKING], reading.dated_on.value if reading.dated_on else None
        ),
        copied_to=copied.copied_to(taken),
        drafter=by,
        copies=copies,
        language=language,
        pages=counted,
    )


def _mended(reading: Reading) -> Reading:
    """What was read of a scan, with the tones and strokes that an optical reading loses."""
    issuer, parent, symbol = reading.issuer, reading.parent, reading.symbol
    if issuer:
        issuer = replace(issuer, value=mending.mended(issuer.value))
    if symbol:
        value = mending.mended_notation(symbol.value, issuer.value if issuer else "")
        if reading.type_code and reading.type_code.place:
            value = mending.of_the_type(value, reading.type_code.value)
        symbol = replace(symbol, value=value)
    number, notation = _halves(symbol)
    place = reading.place_of_issue
    return replace(
        reading,
        symbol=symbol,
        number=number,
        notation=notation,
        issuer=issuer,
        parent=replace(parent, value=mending.mended(parent.value)) if parent else None,
        place_of_issue=replace(place, value=mending.mended_place(place.value)) if place else None,
    )


def _mended_signature(signed: signature.Signature) -> signature.Signature:
    if signed.signer:
        signed.signer = replace(signed.signer, value=mending.mended_name(signed.signer.value))
    if signed.also:
        names = tuple(map(mending.mended_name, signed.also.value))
        signed.also = replace(signed.also, value=names)
    if signed.post:
        post = mending.mended_post(signed.post.value)
        signed.post = replace(signed.post, value=signature.as_written(post.upper()))
    return signed


def _looked_at(pages: Sequence[PageOfText]) -> list[PageOfText]:
    """The first pages, and the last ones: a long paper is signed at its end."""
    return [*pages[: MOST_PAGES - LAST_PAGES], *pages[MOST_PAGES - LAST_PAGES :][-LAST_PAGES:]]


def _head(first: Sheet, language: str, *, scanned: bool = False) -> Reading:
    first = _stamped_apart(first)
    found, marked = _marks(first)
    first = replace(first, cells=tuple(cell for cell in first.cells if id(cell) not in marked))
    cells = heading.heading(first)
    family = heading.family_of(cells)
    abroad = language in ("en", "hi", "ar") and not family
    bare = [cell for cell in heading.without_mottoes(cells) if cell.squeezed]
    symbol = symbols.symbol_guess(bare, first.cells, abroad=abroad)
    about = subject.about_cell(bare)
    lines = issuers.office_lines(cells) if abroad else issuers.issuer_lines(cells, first)
    if scanned:
        lines = [moved(line, mending.mended(line.text)) for line in lines]
    names = [line.text for line in lines] if abroad else issuers.names_of_issuer(lines)
    dated_on = heading.date_guess(bare, first.cells)
    number, notation = _halves(symbol)
    return Reading(
        symbol=symbol,
        number=number,
        notation=notation,
        dated_on=dated_on,
        place_of_issue=heading.place_guess(first.cells, dated_on),
        issuer=_issuer(names, lines),
        parent=_parent(names, lines),
        issuer_lines=tuple(line.text for line in lines),
        type_code=subject.type_guess(
            bare, family=family, symbol=symbol.value if symbol else "", has_about=about is not None
        ),
        abstract=subject.abstract_guess(bare, first),
        urgency=_mark(found, "urgency"),
        secrecy=_mark(found, "secrecy"),
        circulation=_mark(found, "circulation"),
        answers=addressed.answer_guess(first.cells),
        recipients=addressed.recipients_guess(first.cells),
    )


def _halves(symbol: Guess[str] | None) -> tuple[Guess[str] | None, Guess[str] | None]:
    """The two halves of a symbol, each as certain as the whole."""
    if symbol is None:
        return None, None
    number, notation = symbols.halves(symbol.value)
    return (
        Guess(number, symbol.certainty, symbol.place) if number else None,
        Guess(notation, max(symbol.certainty, 0.8), symbol.place) if notation else None,
    )


def _issuer(names: Sequence[str], lines: Sequence[Cell]) -> Guess[str] | None:
    if not names:
        return None
    certainty = 0.9 if len(lines) == len(names) else 0.8
    return Guess(_as_written(names[-1])[:200], certainty, lines[-1].place)


def _as_written(name: str) -> str:
    """A name in capitals as it is written; an English one with a capital for each word."""
    if not name.isascii() or not is_shouted(name) or not _ENGLISH.search(name):
        return as_a_name(name)
    words = name.title().split()
    return " ".join(
        word.lower() if word in ("Of", "The", "In", "And", "For") else word for word in words
    )


def _parent(names: Sequence[str], lines: Sequence[Cell]) -> Guess[str] | None:
    return Guess(_as_written(names[-2])[:200], 0.8, lines[0].place) if len(names) > 1 else None


def _stamped_apart(sheet: Sheet) -> Sheet:
    """The page with each mark that runs into another text as a cell of its own."""
    if not sheet.placed:
        return sheet
    cells: list[Cell] = []
    for cell in sheet.cells:
        pieces = parted(cell.text)
        cells += [cell.only(each) for each in pieces] if len(pieces) > 1 else [cell]
    return replace(sheet, cells=tuple(cells))


_Marked = tuple[FoundMark, Place]


def _marks(sheet: Sheet) -> tuple[list[_Marked], set[int]]:
    """The marks of a page with their places, and the cells that hold nothing else.

    With places known the page is gone through column by column: what is broken over lines in one
    column stands beside the other.
    """
    cells = list(sheet.cells)
    if sheet.placed:
        cells.sort(key=lambda cell: (cell.middle or 0.0) > MIDDLE)
    found = marks([cell.text for cell in cells])
    alone = {
        id(cells[each.line - 1 + more])
        for each in found
        for more in range(each.lines)
        if each.lines > 1 or len(cells[each.line - 1].squeezed) <= len(key(each.words)) + 2
    }
    return [(each, cells[each.line - 1].place) for each in found], alone


def _mark(found: Sequence[_Marked], kind: str) -> Guess[int | str] | None:
    wanted = [each for each, _ in found if each.kind == kind]
    if not wanted:
        return None
    best = wanted[0] if kind == "circulation" else heaviest(wanted) or wanted[0]
    place = next(place for each, place in found if each is best)
    return Guess(best.value, best.certainty, place)


def _language(sheet: Sheet) -> Guess[str] | None:
    """The language by script and by letters that only Vietnamese has."""
    text = "".join(cell.text for cell in sheet.cells)[:20_000]
    counts = {
        "hi": sum("\u0900" <= sign <= "\u097f" for sign in text),
        "ar": sum("\u0600" <= sign <= "\u06ff" for sign in text),
        "latin": sum("a" <= sign <= "z" for sign in letters.fold(text)),
    }
    most = max(counts, key=lambda each: counts[each])
    if not counts[most]:
        return None
    if most != "latin":
        return Guess(most, 0.95)
    toned = sum(sign in "đĐ" or "\u1ea0" <= sign <= "\u1ef9" for sign in text)
    return Guess("vi", 0.98) if toned > 0.02 * counts["latin"] else Guess("en", 0.8)
