"""How well papers of many hands are read: right values per field, born-digital and scanned.

python -m tests.papers.hands.score            the tables
python -m tests.papers.hands.score --wrong    and every value that was read wrongly
--held-out takes the papers and layouts that were written after the reader.
Words after that narrow it to renderings whose names begin so.
"""

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.papers.hands.corpus import Case, cases, held_out
from vermilion.documents.reading.reader import read

FIELDS = (
    "symbol", "number", "notation", "dated_on", "place_of_issue", "issuer", "parent", "type_code",
    "abstract", "signer", "signer_post", "competence", "urgency", "secrecy", "circulation",
    "answers", "reply_due", "recipients", "language",
)  # fmt: skip
TEXTS = ("issuer", "parent", "abstract", "signer", "signer_post", "recipients", "place_of_issue")
SLACK = 0.04
"""Of a scan's long texts, this share of letters may differ: a clerk mends a letter, not a field."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One field of one paper: what is right, what was read, how certain it was."""

    case: Case
    field: str
    wanted: str
    made: str
    certainty: float

    @property
    def right(self) -> bool:
        if self.field not in TEXTS:
            return self.wanted == self.made
        wanted, made = plain(self.wanted), plain(self.made)
        if self.case.paper.language == "hi":
            # Programs leave out blanks of Devanagari, or draw them as wide as vowels are. All
            # else is wanted in its order.
            wanted, made = unspaced(self.wanted), unspaced(self.made)
        if wanted == made:
            return True
        return self.case.scanned and distance(wanted, made) <= SLACK * len(wanted)


def plain(text: str) -> str:
    """Letters and figures alone, in small letters, tones kept wherever in a word they stand."""
    words = []
    for piece in unicodedata.normalize("NFC", text).casefold().split():
        kept = "".join(
            sign
            for sign in unicodedata.normalize("NFD", piece)
            if sign.isalnum() or unicodedata.combining(sign)
        )
        words.append("".join(sorted(kept)))
    return " ".join(word for word in words if word)


def unspaced(text: str) -> str:
    """Letters, marks and figures in their order, without blanks and stops."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        sign for sign in composed if sign.isalnum() or unicodedata.category(sign).startswith("M")
    )


def distance(one: str, two: str) -> int:
    """How many letters differ, by Levenshtein."""
    row = list(range(len(two) + 1))
    for at, letter in enumerate(one, 1):
        above, row[0] = row[0], at
        for place, other in enumerate(two, 1):
            above, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, above + (letter != other)),
            )
    return row[-1]


def judged(of: Iterable[Case]) -> Iterator[Judged]:
    for case in of:
        reading = read(case.pages)
        for field, wanted in case.paper.expected().items():
            guess = getattr(reading, field, None)
            value = guess.value if guess else ""
            if field == "recipients" and value:
                value = "; ".join(value)
            if field == "answers" and value:
                value = value.symbol
            made = value.isoformat() if hasattr(value, "isoformat") else str(value or "")
            yield Judged(case, field, str(wanted), made, guess.certainty if guess else 0.0)


def table(of: list[Judged]) -> str:
    """Share of right values per field and kind, and per rendering."""
    counted: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for each in of:
        kind = "scanned" if each.case.scanned else "born"
        counted[each.field, kind].append(each.right)
        counted[each.field, each.case.how.split("-")[0]].append(each.right)
    columns = ["born", "scanned"]
    columns += sorted({how for _, how in counted} - {"born", "scanned", "scan"})
    lines = [f"{'':16}" + "".join(f"{name[:11]:>12}" for name in columns)]
    for field in FIELDS:
        shares = (counted.get((field, name)) for name in columns)
        lines.append(
            f"{field:16}"
            + "".join(f"{sum(each) / len(each):>12.1%}" if each else f"{'':12}" for each in shares)
        )
    papers = {
        name: len(
            {
                (each.case.how, each.case.paper.symbol)
                for each in of
                if name in (each.case.how.split("-")[0], "scanned" if each.case.scanned else "born")
            }
        )
        for name in columns
    }
    lines.append(f"{'papers':16}" + "".join(f"{papers[name]:>12}" for name in columns))
    return "\n".join(lines)


def trust(of: list[Judged]) -> str:
    """How often a guess of some certainty is right."""
    lines = []
    for kind in (False, True):
        for low, high in ((0.9, 1.01), (0.8, 0.9), (0.6, 0.8), (0.0, 0.6)):
            some = [
                each.right
                for each in of
                if each.case.scanned is kind and each.made and low <= each.certainty < high
            ]
            if some:
                lines.append(
                    f"{'scanned' if kind else 'born':8} certainty {low:.1f}-{min(high, 1):.1f}: {sum(some) / len(some):6.1%} right of {len(some)}"
                )
    return "\n".join(lines)


def main() -> None:
    wanted = tuple(each for each in sys.argv[1:] if not each.startswith("-"))
    every = held_out(only=wanted) if "--held-out" in sys.argv else cases(only=wanted)
    found = list(judged(every))
    write = sys.stdout.write
    write(table(found) + "\n\n" + trust(found) + "\n")
    if "--wrong" in sys.argv:
        for each in sorted(found, key=lambda one: one.field):
            if not each.right:
                write(
                    f"{each.field:14} {each.case.how:16} {each.case.paper.symbol:20} {each.certainty:.2f}  {each.wanted} <> {each.made}\n"
                )


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vermilion.site.settings")
    django.setup()
    main()
