import pytest

from vermilion.files.reading import plain
from vermilion.files.rules import OutOfRange, Span, clean_name, spans, tells_untruth, usual_ending


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("bytes=0-0", Span(0, 1)),
        ("bytes=0-99", Span(0, 100)),
        ("bytes=90-200", Span(90, 100)),
        ("bytes=50-", Span(50, 100)),
        ("bytes=-10", Span(90, 100)),
        ("bytes=-500", Span(0, 100)),
        ("bytes=9-3", None),
        ("bytes=-", None),
        ("bytes=0-1,5-6", None),
        ("lines=1-2", None),
        ("bytes=a-b", None),
    ],
)
def test_a_range_is_read_as_http_means_it(header, expected):
    assert spans(header, 100) == expected


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=500-600", "bytes=-0"])
def test_a_range_that_holds_nothing_cannot_be_satisfied(header):
    with pytest.raises(OutOfRange):
        spans(header, 100)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Users\\lan\\Công văn.pdf", "Công văn.pdf"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ("fdp\u202eexe.pdf", "fdpexe.pdf"),
        ("", "unnamed"),
        (" . ", "unnamed"),
    ],
)
def test_a_name_loses_what_no_name_should_have(given, kept):
    assert clean_name(given) == kept


def test_a_long_name_keeps_its_ending():
    kept = clean_name("ă" * 400 + ".docx")

    assert len(kept) == 255
    assert kept.endswith(".docx")


def test_an_ending_tells_the_truth_or_not():
    assert tells_untruth("a.docx", "application/pdf")
    assert not tells_untruth("a.PDF", "application/pdf")
    assert not tells_untruth("a.unheard", "application/pdf")
    assert usual_ending("application/pdf") == ".pdf"
    assert usual_ending("application/x-unheard") == ""


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Kính gửi Ủy ban nhân dân tỉnh", "utf-8"),
        ("Kính gửi Ủy ban", "utf-16"),
        ("Kính gửi Ủy ban", "utf-16-le"),
        ("Kính gửi Ủy ban", "utf-8-sig"),
        ("السيد رئيس الديوان المحترم", "cp1256"),
        ("Co\u0302ng va\u0306n so\u0302\u0301", "cp1258"),
    ],
)
def test_old_encodings_are_recognised(text, encoding):
    if encoding == "cp1258":
        text = "Công văn sô\u0301 mươ\u0300i"
    assert plain.decoded(text.encode(encoding)) == text
