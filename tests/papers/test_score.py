"""Papers of both layouts are read, whatever their text layer."""

import pytest

from tests.papers.corpus import PAPERS, Rendering, as_extracted, cases
from tests.papers.score import FIELDS, shares

AS_BORN = 0.98
"""Least share of right values per field, on papers as they come out of the word processor."""

AS_RENDERED = 0.95
"""The same over every rendering, however torn."""


@pytest.fixture(scope="module")
def scored():
    return shares()


def test_there_are_papers_enough():
    assert len(PAPERS) >= 30
    assert {known.urgency for known in PAPERS} == {0, 1, 2, 3, 4}
    assert {known.secrecy for known in PAPERS} == {0, 1, 2, 3}
    assert len(list(cases())) >= 300


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_read_right(scored, field):
    fields, pairs, wrong = scored
    rendering: Rendering = as_extracted

    assert pairs[rendering.__name__, field] >= AS_BORN, "\n".join(wrong)
    assert fields[field] >= AS_RENDERED, "\n".join(wrong)
