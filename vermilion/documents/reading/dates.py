"""Dates as papers and people write them."""

import re
from datetime import date

from vermilion.documents.reading.letters import fold, squeeze

_DIGIT = {"o": "0", "l": "1", "i": "1", "|": "1", "z": "2", "s": "5", "b": "8", "g": "6"}
_D = "[0-9oliszbg]"
_VIETNAMESE = re.compile(rf"n[gq]a[yv]({_D}{{1,2}})t[hn]a?[na]g({_D}{{1,2}})na?m({_D}{{4}})")
_HOLLOW = re.compile(r"n[gq]a[yv]t[hn]ang(?:[0-9]{0,2})nam")
_NUMERIC = re.compile(
    r"(?<![0-9/.-])([0-9]{1,2}) ?[/.-] ?([0-9]{1,2}) ?[/.-] ?([0-9]{4})(?![0-9/])"
)
_YEAR_FIRST = re.compile(
    r"(?<![0-9/.-])([0-9]{4}) ?[/.-] ?([0-9]{1,2}) ?[/.-] ?([0-9]{1,2})(?![0-9/])"
)

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "january jan जनवरी يناير",
            "february feb फरवरी فبراير",
            "march mar मार्च مارس",
            "april apr अप्रैल أبريل ابريل",
            "may मई مايو",
            "june jun जून يونيو",
            "july jul जुलाई يوليو",
            "august aug अगस्त أغسطس",
            "september sept sep सितंबर सितम्बर سبتمبر",
            "october oct अक्टूबर अक्तूबर أكتوبر",
            "november nov नवंबर नवम्बर نوفمبر",
            "december dec दिसंबर दिसम्बर ديسمبر",
        ),
        1,
    )
    for name in map(fold, names.split())
}
_NAME = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_DAY_FIRST_WORDS = re.compile(
    rf"(?<![0-9])([0-9]{{1,2}})(?:st|nd|rd|th)?[ .,]{{0,3}}({_NAME})[ .,،]{{1,3}}([0-9]{{4}})"
)
_MONTH_FIRST_WORDS = re.compile(
    rf"({_NAME})[ .]{{1,2}}([0-9]{{1,2}})(?:st|nd|rd|th)?[ ,]{{1,3}}([0-9]{{4}})"
)

_COMPACT = re.compile(r"^([0-9]{2})([0-9]{2})([0-9]{2}|[0-9]{4})$")
_TYPED = re.compile(r"^([0-9]{1,4})[/. -]+([0-9]{1,2})[/. -]+([0-9]{1,4})$")


def day_of(year: str, month: str, day: str) -> date | None:
    """The day of these figures, if there is one."""
    try:
        made = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return made if 1900 <= made.year <= 2199 else None


def _digits(text: str) -> str:
    return "".join(_DIGIT.get(letter, letter) for letter in text)


def vietnamese_date(squeezed: str) -> tuple[date, int, int] | None:
    """`ngày 20 tháng 11 năm 2026` in squeezed text, and where it stands. Mends figures."""
    for found in _VIETNAMESE.finditer(squeezed):
        made = day_of(_digits(found[3]), _digits(found[2]), _digits(found[1]))
        if made:
            return made, found.start(), found.end()
    return None


def is_hollow_date(squeezed: str) -> bool:
    """Whether a line is a place and date whose numbers were filled in as separate text."""
    return bool(_HOLLOW.search(squeezed)) and vietnamese_date(squeezed) is None


def is_bare_date(folded: str) -> bool:
    """Whether a line is a date in another language and nothing else, but for one name before it."""
    if len(folded) > 50 or other_date(folded) is None:
        return False
    words = re.findall(r"[^\W\d_]+", re.sub(_NAME, " ", folded))
    return sum(word not in ("st", "nd", "rd", "th", "date", "dated") for word in words) < 2


def other_date(folded: str) -> date | None:
    """The first date in figures, or with the month in English, Hindi or Arabic."""
    text = folded[:400]
    for pattern, order in (
        (_DAY_FIRST_WORDS, (3, 2, 1)),
        (_MONTH_FIRST_WORDS, (3, 1, 2)),
        (_YEAR_FIRST, (1, 2, 3)),
        (_NUMERIC, (3, 2, 1)),
    ):
        for found in pattern.finditer(text):
            year, month, day = (found[place] for place in order)
            made = day_of(year, str(_MONTHS.get(month, month)), day)
            if made:
                return made
    return None


def typed_date(text: str) -> date | None:
    """A date as somebody types it: 20/11/2026, 20-11-2026, 2026-11-20, 20.11.26, 201126.

    Two figures of a year mean this century. Nothing else is guessed at.
    """
    folded = fold(text[:60]).strip()
    in_words = vietnamese_date(squeeze(folded)[0])
    if in_words:
        return in_words[0]
    found = _COMPACT.match(folded) or _TYPED.match(folded)
    if not found:
        return other_date(folded)
    first, month, last = found.groups()
    if len(first) == 4:
        return day_of(first, month, last) if len(last) <= 2 else None
    if len(first) > 2 or len(last) not in (2, 4):
        return None
    return day_of(last if len(last) == 4 else f"20{last}", month, first)
