"""Whom a paper addresses, and which paper it answers."""

import re
from collections.abc import Sequence

from vermilion.documents.reading import letters
from vermilion.documents.reading.dates import other_date, vietnamese_date
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
        names = [ITEM.sub("", cell.text[found.end() :]).strip(" :;.")]
        for below in cells[index + 1 : index + 12]:
            if not ITEM.match(below.text):
                break
            names.append(ITEM.sub("", below.text).strip(" ;."))
        kept = tuple(name for name in names if len(name) > 1)
        return Guess(kept, 0.85, cell.place) if kept else None
    return None


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
