"""Papers of several programs are read right. A few of each here; all of them in the bench."""

import pytest

from tests.papers.hands import corpus
from tests.papers.hands.held_out_second import SECOND
from tests.papers.hands.score import FIELDS, Judged, judged
from vermilion.documents.reading.reader import read
from vermilion.files import recognising

SOME = [paper for paper in corpus.PAPERS if paper.language == "vi"][::4]
LEAST = 0.95
"""Least share of right values per field. One wrong value of so few papers is allowed."""


@pytest.fixture(scope="module")
def born() -> list[Judged]:
    return list(judged(corpus.at_once(SOME)))


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_of_born_digital_papers_is_read_right(born: list[Judged], field: str):
    some = [each for each in born if each.field == field]
    wrong = [f"{each.case.how} {each.wanted} <> {each.made}" for each in some if not each.right]

    assert len(some) > 20
    assert len(wrong) <= (1 - LEAST) * len(some) + 1, "\n".join(wrong)


def test_certainty_means_something(born: list[Judged]):
    sure = [each.right for each in born if each.certainty >= 0.9]

    assert sum(sure) >= 0.97 * len(sure)


def test_of_a_joint_paper_both_who_signed_are_named():
    [joint] = [paper for paper in SECOND if paper.second[1]]
    cases = [case for case in corpus.at_once([joint]) if case.how[:4] in ("typs", "hand")]

    found = [read(case.pages) for case in cases]

    assert found
    for each in found:
        assert each.signer
        assert each.signer.value == joint.signer
        assert each.also_signed
        assert each.also_signed.value == (joint.second[1],)


def test_a_scan_is_read():
    if recognising.engine() is None:
        pytest.skip("no program that recognises words (Tesseract) is installed here")
    [case] = corpus.scanned_cases(SOME[:1], "skewed")

    found = {each.field: each for each in judged([case])}

    assert found["symbol"].right, found["symbol"].made
    assert found["dated_on"].right
    assert found["issuer"].right, found["issuer"].made
    assert found["abstract"].right, found["abstract"].made
