"""A paper, and what a reader should make of it."""

from dataclasses import dataclass, replace
from typing import Any

from tests.papers import DECISION, LETTER, PARTY
from vermilion.site.seeds.papers import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a reader should make of a paper."""

    paper: Paper
    type_code: str = ""
    issuer: str = ""
    parent: str = ""
    signer_post: str = ""
    competence: str = ""
    urgency: int = 0
    secrecy: int = 0
    circulation: str = ""
    answers: str = ""


def letter(**fields: Any) -> Paper:
    return replace(LETTER, **fields)


def named(**fields: Any) -> Paper:
    return replace(DECISION, **fields)


def party(**fields: Any) -> Paper:
    return replace(PARTY, **fields)
