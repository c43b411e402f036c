"""Read a paper: from the text of its pages to everything that could be made out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vermilion.documents.reading import heading, letters, signature, subject
from vermilion.documents.reading.marks import FoundMark, heaviest, marks
from vermilion.documents.reading.names import as_a_name
from vermilion.documents.reading.paper import (
    Cell,
    Guess,
    PageOfText,
    Reading,
    Sheet,
    sheets,
)

MOST_PAGES = 40
"""Pages that are looked at. A signature further back is not looked for."""


def read(pages: Sequence[PageOfText], *, page_count: int | None = None) -> Reading:
    """Propose every field of a paper from the text of its pages, each with certainty and place.

    Takes time in proportion to the text, which is looked at only so far. Nothing is an error:
    what cannot be made out is left out.
    """
    taken = sheets(list(pages)[:MOST_PAGES])
    counted = page_count or len(pages)
    if not taken or not taken[0].cells:
        return Reading(pages=counted)
    first = taken[0]
    reading = _head(first)
    signed = signature.signature(taken)
    return replace(
        reading,
        signer=signed.signer,
        signer_post=signed.post,
        competence=signed.competence,
        language=_language(first),
        pages=counted,
    )


def _head(first: Sheet) -> Reading:
    cells = heading.heading(first)
    family = heading.family_of(cells)
    bare = [cell for cell in heading.without_mottoes(cells) if cell.squeezed]
    symbol = heading.symbol_guess(bare, first.cells)
    about = subject.about_cell(bare)
    lines = heading.issuer_lines(cells, first)
    names = heading.names_of_issuer(lines)
    found = marks([cell.text for cell in first.cells])
    return Reading(
        symbol=symbol,
        dated_on=heading.date_guess(bare, first.cells),
        issuer=_issuer(names, lines),
        parent=_parent(names, lines),
        issuer_lines=tuple(line.text for line in lines),
        type_code=subject.type_guess(
            bare, family=family, symbol=symbol.value if symbol else "", has_about=about is not None
        ),
        abstract=subject.abstract_guess(bare, first),
        urgency=_mark(found, "urgency", first),
        secrecy=_mark(found, "secrecy", first),
        circulation=_mark(found, "circulation", first),
        answers=subject.answer_guess(first.cells),
        recipients=subject.recipients_guess(first.cells),
    )


def _issuer(names: Sequence[str], lines: Sequence[Cell]) -> Guess[str] | None:
    if not names:
        return None
    certainty = 0.9 if len(lines) == len(names) else 0.8
    return Guess(as_a_name(names[-1])[:200], certainty, lines[-1].place)


def _parent(names: Sequence[str], lines: Sequence[Cell]) -> Guess[str] | None:
    return Guess(as_a_name(names[-2])[:200], 0.8, lines[0].place) if len(names) > 1 else None


def _mark(found: Iterable[FoundMark], kind: str, sheet: Sheet) -> Guess[int | str] | None:
    wanted = [each for each in found if each.kind == kind]
    if not wanted:
        return None
    best = wanted[0] if kind == "circulation" else heaviest(wanted) or wanted[0]
    return Guess(best.value, best.certainty, sheet.cells[best.line - 1].place)


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
