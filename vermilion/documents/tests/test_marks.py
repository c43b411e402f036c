"""Marks of secrecy are found however they are printed, and not in words that only look so."""

import unicodedata

import pytest

from vermilion.documents.reading.marks import marks
from vermilion.documents.rules import heaviest, secrecy_marks


def grade(text: str) -> int:
    found = heaviest(secrecy_marks(text))
    return int(found.value) if found else 0


def squared(words: str) -> str:
    bar = "─" * (len(words) + 2)
    return f"┌{bar}┐\n│ {words} │\n└{bar}┘"


HEAD = (
    "BỘ NỘI VỤ\nSố: 12/BC-BNV\n{mark}\nBÁO CÁO\nVề công tác năm\nThực hiện chương trình công tác,"
)


@pytest.mark.parametrize(("mark", "expected"), [("MẬT", 1), ("TỐI MẬT", 2), ("TUYỆT MẬT", 3)])
@pytest.mark.parametrize(
    "printing",
    [
        lambda mark: mark,
        lambda mark: mark.capitalize(),
        lambda mark: unicodedata.normalize("NFD", mark),
        lambda mark: " ".join(mark.replace(" ", "  ")),
        lambda mark: "  ".join(" ".join(word) for word in mark.split()),
        lambda mark: f"| {mark} |",
        squared,
        lambda mark: f"[ {mark} ]",
        lambda mark: f"*** {mark} ***",
        lambda mark: f"({mark})",
        lambda mark: f"{mark} - HỎA TỐC",
        lambda mark: f"TÀI LIỆU {mark}",
        lambda mark: f"{mark} CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        lambda mark: f"Số: 15/BC-BCA {mark}",
        lambda mark: f"Độ mật: {mark.capitalize()}",
        lambda mark: f"{mark}\nBản số: 05",
    ],
)
def test_a_mark_is_found_however_it_is_printed(mark, expected, printing):
    assert grade(HEAD.format(mark=printing(mark))) == expected


@pytest.mark.parametrize("stacked", ["TUYỆT\nMẬT", "TỐI\nMẬT", "M\nẬ\nT"])
def test_a_stacked_mark_is_found(stacked):
    assert grade(HEAD.format(mark=stacked)) >= 1


@pytest.mark.parametrize("bare", ["TOI MAT", "TUYET MAT"])
def test_a_mark_that_lost_its_tones_is_found(bare):
    assert grade(HEAD.format(mark=bare)) >= 2


@pytest.mark.parametrize(
    "text",
    [
        "bảo vệ bí mật nhà nước",
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "VỀ CÔNG TÁC BẢO VỆ BÍ\nMẬT NHÀ NƯỚC",
        "VỀ CÔNG TÁC BẢO VỆ BÍ\nMẬT",
        "đổi mật khẩu của hệ thống",
        "MẬT KHẨU",
        "mật độ dân số",
        "MẬT ĐỘ DÂN SỐ",
        "bảo mật thông tin",
        "BẢO MẬT",
        "CƠ MẬT VIỆN",
        "Danh mục bí mật nhà nước độ Tuyệt mật, độ Tối mật và độ Mật",
        "BAN HÀNH DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TUYỆT MẬT, TỐI MẬT VÀ MẬT",
        "văn bản có nội dung được in trên giấy và đóng dấu, không dùng mạng\nmật",
        "SẢN XUẤT MẬT ONG",
        "MẬT ONG",
        "Ông Lê Văn Mật",
        "mật mã dân sự",
        "MẬT MÃ DÂN SỰ",
        "thân mật, chi tiết đến mức bí mật",
        "- Độ mật của văn bản do người ký quyết định;",
        "tất cả\nmật\nkhẩu",
        "",
    ],
)
def test_words_that_only_look_so_raise_no_alarm(text):
    assert grade(HEAD.format(mark=text)) == 0


def test_a_mark_below_an_abstract_is_no_end_of_its_sentence():
    assert grade("Số: 99/BNV-VTLT\nV/v phương án bảo vệ\nTUYỆT MẬT\nKính gửi: Văn phòng") == 3


def test_the_place_of_the_mark_is_told():
    [found] = secrecy_marks(HEAD.format(mark="TỐI MẬT"))

    assert (found.line, found.words) == (3, "TỐI MẬT")


@pytest.mark.parametrize(
    ("printed", "value"),
    [("KHẨN", 1), ("THƯỢNG KHẨN", 2), ("HOẢ TỐC", 3), ("HỎA TỐC", 3), ("HOẢ TỐC HẸN GIỜ", 4)],
)
def test_urgency_is_told_by_its_longest_words(printed, value):
    assert [found.value for found in marks([printed]) if found.kind == "urgency"] == [value]


@pytest.mark.parametrize("text", ["khẩn trương triển khai", "KHẨN TRƯƠNG", "tình trạng khẩn cấp"])
def test_haste_in_words_is_no_mark_of_urgency(text):
    assert not marks([text])


@pytest.mark.parametrize(
    "text",
    ["M" * 100_000, "MẬT " * 50_000, "\n".join(["M"] * 50_000), "TỐI " * 30_000, "│" * 90_000],
)
def test_hostile_pages_are_looked_at_quickly(text):
    secrecy_marks(text)
