from datetime import timedelta

import pytest

from tests.cast import MONDAY
from vermilion.arrivals import rules
from vermilion.arrivals.rules import Candidate


def test_the_paper_is_what_most_was_read_of():
    files = [Candidate("Phu luc 1.pdf", 1), Candidate("cong van.pdf", 7), Candidate("b.pdf", 2)]

    assert rules.the_paper(files) == 1


@pytest.mark.parametrize(
    ("names", "paper"),
    [
        (["phu_luc.pdf", "cv15.pdf"], 1),
        (["bang.xlsx", "to trinh.docx"], 1),
        (["a.pdf", "b.pdf"], 0),
        (["anh.jpg", "15-CV.pdf", "15-CV.docx"], 1),
    ],
)
def test_where_nothing_was_read_the_name_tells(names, paper):
    assert rules.the_paper([Candidate(name) for name in names]) == paper


@pytest.mark.parametrize(
    ("name", "media_type", "kind"),
    [
        ("thu.eml", "message/rfc822", "mail"),
        ("ho so.ZIP", "application/zip", "zip"),
        ("bang.xlsx", "application/zip", ""),
        ("a.pdf", "application/pdf", ""),
    ],
)
def test_mails_and_archives_are_unpacked_and_nothing_else(name, media_type, kind):
    assert rules.holds_several(name, media_type) == kind


def test_a_file_is_whole_once_it_has_kept_still():
    def still(before, now, seconds):
        return rules.has_stopped_growing(before, now, MONDAY, MONDAY + timedelta(seconds=seconds))

    assert still((10, 1), (10, 1), 10)
    assert not still((10, 1), (10, 1), 2)
    assert not still((10, 1), (11, 1), 60)


@pytest.mark.parametrize("name", [".scan.pdf", "a.pdf.part", "a.crdownload", "~a.tmp"])
def test_what_is_being_written_is_left_alone(name):
    assert rules.may_still_grow(name)


@pytest.mark.parametrize(
    ("symbol", "abbreviation"),
    [("15/QĐ-BNV", "qđ"), ("36-HD/VPTW", "hd"), ("7816/VPCP-TTĐT", "vpcp"), ("12", "")],
)
def test_the_letters_after_the_number(symbol, abbreviation):
    assert rules.abbreviation_of(symbol) == abbreviation
