"""What is refused is said so that the person knows what, and what next."""

from importlib import import_module

import pytest
from django.utils.translation import override

from tests.architecture.source import REPOSITORY, listed, modules
from vermilion.kernel.refusals import Refused

LEAST = 3
"""Words of a sentence that says something."""

VAGUE = ("error", "failed", "invalid", "not valid", "unknown problem")


def _refusals() -> list[type[Refused]]:
    for layer in ("actions", "policy", "errands"):
        for _package, path in modules(layer):
            import_module(".".join(path.relative_to(REPOSITORY).with_suffix("").parts))
    found, line = [], [Refused]
    while line:
        below = line.pop().__subclasses__()
        found += below
        line += below
    return [each for each in found if each.__module__.startswith("vermilion.")]


@pytest.fixture(scope="module")
def refusals() -> list[type[Refused]]:
    found = _refusals()
    assert len(found) > 150
    # What only others derive from says nothing; what gives reasons of others gives their sentences.
    return [
        each
        for each in found
        if not each.__subclasses__()
        and "__str__" not in vars(each)
        and str(each.message) not in ("%(reasons)s", "%(reason)s")
    ]


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def test_every_refusal_is_a_sentence_of_its_own(refusals):
    wrong = [
        f"{each.__module__}.{each.__name__}: {each.message}"
        for each in refusals
        if str(each.message) == str(Refused.message)
        or len(str(each.message).split()) < LEAST
        or str(each.message).rstrip("”\"'")[-1] not in ".?)s:"
    ]
    assert not wrong, listed(wrong)


def test_no_refusal_is_vague(refusals):
    wrong = [
        f"{each.__module__}.{each.__name__}: {each.message}"
        for each in refusals
        if any(word in str(each.message).lower() for word in VAGUE)
    ]
    assert not wrong, listed(wrong)
