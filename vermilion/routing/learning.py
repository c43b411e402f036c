"""What earlier papers of the kind say about whom a paper should be given to. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from vermilion.kernel import text
from vermilion.routing.types import Kind, Learned, Seen

SAME_ISSUER = 0.5
SAME_TYPE = 0.2
SAME_WORDS = 0.8
"""How much each likeness counts; words in full measure only where all of them agree."""

LIKE = 0.5
"""Papers less alike than this are of another kind."""

AGING = 0.985
"""Each newer paper of the kind makes an older one count a little less: offices change."""

DOUBT = 0.6
"""Weighs against every suggestion, so that a single earlier paper makes nobody certain."""

OFTEN = 0.5
"""Supports and readers are suggested when at least this share of the papers had them."""

LEAST = 0.3
"""What is less certain than this is not suggested."""

MOST_WORDS = 40
_WORD = re.compile(r"[^\W_]{2,60}")
_VIETNAMESE = ("về", "việc", "của", "và", "các", "cho", "trong", "theo", "với", "năm")
_ENGLISH = ("the", "of", "and", "for", "on", "to", "in")
_EMPTY = frozenset((*_VIETNAMESE, *_ENGLISH))


def words_of(abstract: str) -> frozenset[str]:
    """The words by which abstracts are compared: no numbers, none that stand everywhere."""
    words = _WORD.findall(text.same_name_key(abstract))
    kept = [word for word in words if not word.isdecimal() and word not in _EMPTY]
    return frozenset(kept[:MOST_WORDS])


def likeness(one: Kind, other: Kind) -> float:
    """How alike two papers are; from `LIKE` on they are of one kind."""
    issuer = SAME_ISSUER if one.issuer_key and one.issuer_key == other.issuer_key else 0.0
    kind = SAME_TYPE if one.type_code and one.type_code == other.type_code else 0.0
    fewer = min(len(one.words), len(other.words))
    words = SAME_WORDS * len(one.words & other.words) / fewer if fewer else 0.0
    return issuer + kind + words


def suggestion(paper: Kind, seen: Sequence[Seen], *, here: frozenset[str]) -> Learned | None:
    """Whom papers of the kind were given to, the newest first in `seen`; nothing when unclear.

    `here` names the units and posts that exist; the others cannot be suggested any more.
    """
    groups: dict[tuple[str, ...], list[tuple[float, Seen]]] = defaultdict(list)
    total, rank = DOUBT, 0
    for each in seen:
        alike = likeness(paper, each.kind)
        if alike < LIKE or not each.leads or not set(each.leads) <= here:
            continue
        weight = alike * AGING**rank
        rank += 1
        total += weight
        groups[tuple(sorted(each.leads))].append((weight, each))
    if not groups:
        return None
    leads, found = max(groups.items(), key=lambda item: sum(weight for weight, _seen in item[1]))
    weight = sum(each for each, _seen in found)
    if weight / total < LEAST:
        return None
    return Learned(
        leads=leads,
        supports=_usual((each.supports for _weight, each in found), len(found), here, leads),
        readers=_usual((each.readers for _weight, each in found), len(found), here, leads),
        papers=len(found),
        certainty=weight / total,
    )


def _usual(
    named: Iterable[tuple[str, ...]], papers: int, here: frozenset[str], but: tuple[str, ...]
) -> tuple[str, ...]:
    counts = Counter(holder for holders in named for holder in set(holders))
    return tuple(
        sorted(
            holder
            for holder, count in counts.items()
            if count / papers >= OFTEN and holder in here and holder not in but
        )
    )
