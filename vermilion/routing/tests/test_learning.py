"""Suggestions: from papers of the kind, with how certain they are."""

from vermilion.routing import learning
from vermilion.routing.types import Kind, Seen

HERE = frozenset({"unit:1", "unit:2", "unit:3", "post:7"})


def kind(issuer="ban tổ chức", type_code="letter", abstract="V/v báo cáo công tác cán bộ quý"):
    return Kind(issuer_key=issuer, type_code=type_code, words=learning.words_of(abstract))


def seen(*leads, supports=(), readers=(), **other):
    return Seen(kind=kind(**other), leads=leads, supports=supports, readers=readers)


def test_what_papers_of_the_kind_had_is_suggested_and_many_are_more_certain_than_one():
    one = learning.suggestion(kind(), [seen("unit:1")], here=HERE)
    many = learning.suggestion(kind(), [seen("unit:1")] * 14, here=HERE)

    assert one is not None
    assert many is not None
    assert (many.leads, many.papers) == (("unit:1",), 14)
    assert one.certainty < 0.8 < many.certainty < 1


def test_papers_of_another_kind_say_nothing():
    other = seen("unit:1", issuer="bộ y tế", type_code="report", abstract="Phòng chống dịch bệnh")
    assert learning.suggestion(kind(), [other] * 20, here=HERE) is None


def test_words_alone_can_make_a_kind():
    alike = seen("unit:1", issuer="tỉnh uỷ", type_code="")
    found = learning.suggestion(kind(issuer="thành uỷ"), [alike] * 3, here=HERE)
    assert found is not None
    assert found.leads == ("unit:1",)


def test_the_majority_counts_and_disagreement_lowers_the_certainty():
    papers = [seen("unit:1")] * 6 + [seen("unit:2")] * 4
    found = learning.suggestion(kind(), papers, here=HERE)
    assert found is not None
    assert found.leads == ("unit:1",)
    assert found.certainty < 0.65


def test_who_has_gone_is_not_suggested():
    assert learning.suggestion(kind(), [seen("unit:9")] * 5, here=HERE) is None
    found = learning.suggestion(kind(), [seen("unit:1", supports=("unit:9",))] * 5, here=HERE)
    assert found is not None
    assert found.supports == ()


def test_supports_are_suggested_when_they_were_usual():
    papers = [seen("unit:1", supports=("unit:2",), readers=("unit:3",))] * 3 + [seen("unit:1")] * 2
    found = learning.suggestion(kind(), papers, here=HERE)
    assert found is not None
    assert (found.supports, found.readers) == (("unit:2",), ("unit:3",))


def test_numbers_and_little_words_make_no_kind():
    assert learning.words_of("Về việc của năm 2026") == frozenset({"2026"}) - {"2026"}
