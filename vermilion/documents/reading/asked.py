"""By when a paper wants to be answered, as its text says."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from vermilion.documents.reading.dates import day_of, other_date
from vermilion.documents.reading.paper import Guess, Place, Sheet

LATEST = timedelta(days=500)
"""A day further ahead than this is no deadline for an answer."""

_DAY = (
    r"(?:ngay ?)?(?P<d>[0-9]{1,2}) ?(?:thang|/|-|\.) ?(?P<m>[0-9]{1,2})"
    r"(?: ?(?:nam|/|-|\.) ?(?P<y>[0-9]{4}))?(?![0-9/])"
)
_CLOCK = r"(?:(?:luc )?[0-9]{1,2} ?(?:gio|h|g|:)(?: ?[0-9]{2})?(?: ?phut)?,? ?(?:thu [a-z]+,? ?)?)?"
_BEFORE = re.compile(
    r"\b(?P<how>truoc|cham nhat(?: la)?(?: vao)?|muon nhat(?: la)?|khong qua|truoc va trong|"
    r"(?:thoi )?han (?:cuoi|chot|cuoi cung|gui|nop|bao cao|tra loi)[a-z ]{0,30}?(?: la)?|"
    r"den het|het|hoan thanh trong|xong trong)(?: :)?:? ?" + _CLOCK + _DAY
)
_ASKING = re.compile(
    r"\b(?:gui|bao cao|tra loi|phan hoi|gop y|y kien|dang ky|cung cap|nop|hoan thanh|tong hop|"
    r"phuc dap|xac nhan|thong bao lai|de nghi|yeu cau|thoi han|cham nhat|han cuoi|han chot)\b"
)
_NOT_ASKING = re.compile(
    r"\b(?:gia tri|hieu luc|can cu|da ban hanh|duoc thanh lap|sinh|nhiem ky)\b"
)
_ENGLISH = re.compile(
    r"\b(?:by|before|not later than|no later than|on or before|latest by)\b (?:[0-9:.apm ]{0,12})"
)


def reply_due(sheets: Sequence[Sheet], dated_on: date | None) -> Guess[date] | None:
    """The first day by which the text wants something sent, answered or finished."""
    best: Guess[date] | None = None
    for text, places in _paragraphs(sheets):
        for day, certainty, at in _days(text, dated_on):
            if dated_on and not dated_on <= day <= dated_on + LATEST:
                continue
            if best is None or certainty > best.certainty:
                best = Guess(day, certainty, _place(places, at))
    return best


def _paragraphs(sheets: Sequence[Sheet]) -> Iterator[tuple[str, list[tuple[int, Place]]]]:
    """The folded text of each page, and from which place on each line of it begins."""
    for sheet in sheets:
        text, places = "", []
        for cell in sheet.cells:
            places.append((len(text), cell.place))
            text += f"{cell.folded} "
        yield text, places


def _place(places: Sequence[tuple[int, Place]], at: int) -> Place | None:
    return next((place for start, place in reversed(places) if start <= at), None)


def _days(text: str, dated_on: date | None) -> Iterator[tuple[date, float, int]]:
    for found in _BEFORE.finditer(text):
        around = text[max(0, found.start() - 160) : found.end() + 40]
        # What was said before the last full stop is another matter.
        near = re.split(r"[.;] (?=[^0-9])", around[: found.start() - max(0, found.start() - 160)])[
            -1
        ]
        whole = near + found[0]
        if _NOT_ASKING.search(whole) or not _ASKING.search(whole):
            continue
        day = _day(found, dated_on)
        if day:
            yield day, 0.9 if found["y"] else 0.75, found.start("d")
    for found in _ENGLISH.finditer(text):
        day = other_date(text[found.end() : found.end() + 24])
        if day and dated_on and day > dated_on:
            yield day, 0.6, found.end()


def _day(found: "re.Match[str]", dated_on: date | None) -> date | None:
    if found["y"]:
        return day_of(found["y"], found["m"], found["d"])
    if dated_on is None:
        return None
    day = day_of(str(dated_on.year), found["m"], found["d"])
    if day and day < dated_on:
        return day_of(str(dated_on.year + 1), found["m"], found["d"])
    return day
