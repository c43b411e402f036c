"""How well papers are read: the share of right values per field, and what went wrong.

python -m tests.papers.score            the table
python -m tests.papers.score --wrong    and every value that was read wrongly
"""

import sys
from collections import Counter
from collections.abc import Iterator

from tests.papers.corpus import Known, cases
from vermilion.documents.reading.letters import key
from vermilion.documents.reading.paper import Reading
from vermilion.documents.reading.reader import read

FIELDS = (
    "symbol", "dated_on", "issuer", "parent", "type_code", "abstract", "signer", "signer_post",
    "competence", "urgency", "secrecy", "circulation", "answers",
)  # fmt: skip
_RANKS = ("PGS.TS. ", "Đại tá ", "Đại tướng ")


def expected(known: Known) -> dict[str, object]:
    """The right value of every field that a paper has to be read for."""
    paper = known.paper
    common = {"symbol": paper.symbol, "dated_on": paper.dated_on, "abstract": key(paper.abstract)}
    if paper.language != "vi":
        return common
    signer = paper.signer
    for rank in _RANKS:
        signer = signer.removeprefix(rank)
    return {
        **common,
        "issuer": key(known.issuer),
        "parent": key(known.parent),
        "type_code": known.type_code,
        "signer": key(signer),
        "signer_post": key(known.signer_post),
        "competence": known.competence,
        "urgency": known.urgency,
        "secrecy": known.secrecy,
        "circulation": known.circulation,
        "answers": known.answers,
    }


def found(reading: Reading) -> dict[str, object]:
    """What was read, in the form in which it is compared."""

    def value(name: str) -> object:
        guess = getattr(reading, name)
        return guess.value if guess else ""

    return {
        **{name: value(name) for name in ("symbol", "dated_on", "type_code", "competence")},
        **{
            name: key(str(value(name)))
            for name in ("issuer", "parent", "abstract", "signer", "signer_post")
        },
        **{name: value(name) or 0 for name in ("urgency", "secrecy")},
        "circulation": value("circulation"),
        "answers": reading.answers.value.symbol if reading.answers else "",
    }


def judged() -> Iterator[tuple[str, Known, str, object, object]]:
    """Every field of every case: rendering, paper, field, wanted and read."""
    for rendering, known, pages in cases():
        made = found(read(pages))
        for name, wanted in expected(known).items():
            yield rendering, known, name, wanted, made[name]


def shares() -> tuple[dict[str, float], dict[tuple[str, str], float], list[str]]:
    """Share of right values per field, per rendering and field, and the wrong ones in words."""
    right: Counter[tuple[str, str]] = Counter()
    every: Counter[tuple[str, str]] = Counter()
    wrong = []
    for rendering, known, name, wanted, made in judged():
        every[rendering, name] += 1
        if wanted == made:
            right[rendering, name] += 1
        else:
            wrong.append(f"{rendering:18} {known.paper.symbol:18} {name:12} {wanted!s} <> {made!s}")
    fields = {
        name: sum(right[r, n] for r, n in every if n == name)
        / sum(every[r, n] for r, n in every if n == name)
        for name in FIELDS
    }
    return fields, {pair: right[pair] / every[pair] for pair in every}, wrong


def main() -> None:
    fields, pairs, wrong = shares()
    renderings = list(dict.fromkeys(rendering for rendering, _name in pairs))
    write = sys.stdout.write
    write(f"{'':14}{'all':>7}" + "".join(f"{each[:11]:>13}" for each in renderings) + "\n")
    for name in FIELDS:
        row = "".join(
            f"{pairs[each, name]:>13.1%}" if (each, name) in pairs else f"{'':>13}"
            for each in renderings
        )
        write(f"{name:14}{fields[name]:>7.1%}{row}\n")
    if "--wrong" in sys.argv:
        write("\n".join(wrong) + "\n")


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vermilion.site.settings")
    main()
