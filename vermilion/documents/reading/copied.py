"""The foot of a paper: who else gets it, who drafted it, how many copies there are."""

import re
from collections.abc import Sequence

from vermilion.documents.reading import letters
from vermilion.documents.reading.paper import Cell, Guess, Sheet

MOST_RECIPIENTS = 40

_HEAD = re.compile(r"^n[oo]i nhan ?[:.]?")
_ITEM = re.compile(r"^ *[-–+•*~] *")
_KEPT = re.compile(r"^ *[-–+•*~]? *(?:luu|luru) ?[:;] ?")
_COUNT = re.compile(r"\(? ?([0-9]{1,3}) ?(?:b|ban)?\)?\.?$")


def copied_to(sheets: Sequence[Sheet]) -> Guess[tuple[str, ...]] | None:
    """The list below `Nơi nhận`, without what stays in the file."""
    for sheet in sheets:
        found = _items(sheet)
        if found:
            first, items = found
            names = tuple(
                text
                for item in items
                if not _KEPT.match(letters.fold(item))
                and (text := _ITEM.sub("", item).strip(" ;.,"))
            )
            if names:
                return Guess(names[:MOST_RECIPIENTS], 0.85, first.place)
    return None


def drafter(sheets: Sequence[Sheet]) -> tuple[Guess[str] | None, Guess[int] | None]:
    """The drafter's symbol and the number of copies: `Lưu: VT, TTBVTV.Huy(05).`"""
    for sheet in sheets:
        for cell in sheet.cells:
            kept = _KEPT.match(cell.folded)
            if not kept:
                continue
            text = cell.text[kept.end() :].strip(" .;")
            count = _COUNT.search(text)
            last = re.split(r"[,;] ?", text[: count.start()] if count else text)[-1].strip(" .(")
            names = last if letters.key(last) not in ("", "vt", "vanthu") else ""
            return (
                Guess(names, 0.7, cell.place) if names else None,
                Guess(int(count[1]), 0.7, cell.place) if count else None,
            )
    return None, None


def _items(sheet: Sheet) -> tuple[Cell, list[str]] | None:
    """Where the list begins, and its items with their lines joined."""
    for index, cell in enumerate(sheet.cells):
        head = _HEAD.match(cell.folded)
        if not head:
            continue
        items = [rest] if (rest := cell.text[head.end() :].strip(" :")) else []
        for below in sheet.cells[index + 1 : index + 60]:
            if sheet.placed and below.place.box and below.place.box[0] > 0.45:
                continue
            if _ITEM.match(below.text) or _KEPT.match(below.folded):
                items.append(below.text)
            elif items and sheet.placed and not items[-1].rstrip().endswith((";", ".")):
                items[-1] = f"{items[-1]} {below.text}"
            elif items and _KEPT.match(letters.fold(items[-1])):
                break
        return cell, items
    return None
