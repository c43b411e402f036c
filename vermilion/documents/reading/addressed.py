"""Whom a paper addresses, and which paper it answers."""

import re
from collections.abc import Sequence
from itertools import pairwise

from vermilion.documents.reading import letters
from vermilion.documents.reading.dates import other_date, vietnamese_date
from vermilion.documents.reading.letters import is_shouted
from vermilion.documents.reading.paper import Answered, Cell, Guess

ADDRESSED = re.compile(r"k[ií]nh ?g[uứ]i ?:?|^to ?[:,]|^(?:सेवा में|الى السيد|السادة)\b ?[:,]?")
ITEM = re.compile(r"^ *[-–+•*] *")
_ANSWER = re.compile(
    r"(?:tra loi|phuc dap|dap lai|tiep theo|theo de nghi (?:cua .{2,80}? )?tai)(?: (?:noi dung|"
    r"de nghi))?"
    r"(?: (?:tai|cua))? ?(?:cong van|van ban|to trinh|bao cao|cong dien|giay moi|phieu chuyen|"
    r"ke hoach|thong bao)? ?"
    r"s[o06] ?:? ?(?=[0-9])"
)
_OF = re.compile(r"^[ ,)]*(?:ve|v/v|de nghi|về)|[,;:(]| ve | v/v | de nghi | xin | yeu cau ")


def is_addressed(cell: Cell) -> bool:
    """Whether a line says whom the paper addresses."""
    return bool(ADDRESSED.search(cell.folded)) and cell.squeezed.startswith(
        ("kinhg", "kjnhg", "to")
    )


def recipients_guess(cells: Sequence[Cell]) -> Guess[tuple[str, ...]] | None:
    """Whom the paper addresses (`Kính gửi`)."""
    for index, cell in enumerate(cells):
        if not is_addressed(cell):
            continue
        found = ADDRESSED.search(cell.folded)
        assert found  # noqa: S101 - _addressed has just found it
        names = [ITEM.sub("", cell.text[found.end() :]).strip(" :")]
        last = cell
        block = _short_lines(cells[index : index + 24])
        for below in cells[index + 1 : index + 24]:
            if (below in block or _goes_on(below, last, cell)) and not ITEM.match(below.text):
                joins = below.text[:1].islower() or not names[-1].endswith((";", "."))
                if joins and (names[-1].endswith((",", ":")) or below.text[:1].islower()):
                    names[-1] = f"{names[-1]} {below.text}"
                else:
                    names.append(below.text)
            elif ITEM.match(below.text):
                names.append(ITEM.sub("", below.text))
            else:
                break
            last = below
        names = [name.strip(" ,;.") for name in names]
        kept = tuple(name for name in names if len(name) > 1)
        return Guess(kept, 0.85, cell.place) if kept else None
    return None


def _short_lines(cells: Sequence[Cell]) -> list[Cell]:
    """In text without places: the short lines below the first, up to an empty one."""
    if cells[0].place.box:
        return []
    for count, (one, two) in enumerate(pairwise(cells)):
        if two.place.line - one.place.line > 1:
            return list(cells[1 : count + 1])
        if len(two.text) > 70 or two.text.rstrip().endswith((":", ".")):
            break
    return []


def _goes_on(below: Cell, last: Cell, first: Cell) -> bool:
    """Whether a line without a dash still names whom the paper addresses: short, close, centred
    below the first or set in with the names."""
    one, two, three = last.place.box, below.place.box, first.place.box
    if not (one and two and three) or below.text.rstrip().endswith(":"):
        return False
    if is_shouted(below.text) and not is_shouted(last.text):
        return False
    wide = two[2] - two[0]
    if not 0 < two[1] - one[1] < (0.034 if wide > 0.5 else 0.05) or wide > 0.7:
        return False
    centred = abs((two[0] + two[2]) - (three[0] + three[2])) < 0.04
    set_in = two[0] > three[0] + 0.06
    return (centred and two[0] > 0.25) or set_in


def answer_guess(cells: Sequence[Cell]) -> Guess[Answered] | None:
    """The paper that this one says it answers."""
    for index, cell in enumerate(cells):
        following = cells[index + 1 : index + 3]
        text = " ".join(each.text for each in (cell, *following))[:900]
        found = _ANSWER.search(letters.fold(text))
        if not found or found.start() > len(cell.text):
            continue
        rest = text[found.end() :]
        symbol = re.match(r"[0-9]{1,6}[a-zđ]{0,2} ?[/-] ?[\w&\-/.]+", rest)
        if not symbol:
            continue
        after = rest[symbol.end() :]
        folded = letters.fold(after)
        dated = vietnamese_date(letters.squeeze(folded[:60])[0])
        in_figures = other_date(folded[:40])
        return Guess(
            Answered(
                re.sub(r" ?([/-]) ?", r"\1", symbol[0]).strip(" ./-,"),
                dated[0] if dated else in_figures,
                _issuer_of_answered(after, folded),
            ),
            0.85,
            cell.place,
        )
    return None


def _issuer_of_answered(after: str, folded: str) -> str:
    of = re.search(r" cua ", folded[:80])
    if not of:
        return ""
    rest, folded_rest = after[of.end() :], folded[of.end() :]
    end = _OF.search(folded_rest)
    return rest[: end.start() if end else 120].strip(" .")[:200]
