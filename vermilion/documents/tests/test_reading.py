"""What is read of texts: dates and symbols of every kind; hostile texts, quickly and quietly."""

import time
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vermilion.documents.reading.dates import other_date, typed_date, vietnamese_date
from vermilion.documents.reading.letters import clean, fold, found_about, heal, key, squeeze
from vermilion.documents.reading.names import as_a_name
from vermilion.documents.reading.reader import read
from vermilion.documents.reading.signature import as_written

DAYS = st.dates(date(1945, 9, 2), date(2099, 12, 31))


def page(text: str, number: int = 1) -> SimpleNamespace:
    return SimpleNamespace(
        number=number, text=text, width=595.0, height=842.0, lines=(), recognised=False
    )


@given(
    DAYS, st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%d.%m.%Y", "%d%m%Y", "%d %m %Y"])
)
def test_a_typed_day_is_understood(day, form):
    assert typed_date(day.strftime(form)) == day


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_six_figures_are_a_day_of_this_century(day):
    assert typed_date(day.strftime("%d%m%y")) == day


@given(DAYS)
def test_a_day_in_words_is_read(day):
    line = f"Lạng Sơn, ngày {day.day:02d} tháng {day.month} năm {day.year}"

    found = vietnamese_date(squeeze(fold(line))[0])

    assert found
    assert found[0] == day
    assert typed_date(line) == day


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_day_or_none(text):
    assert typed_date(text) is None or isinstance(typed_date(text), date)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Dated 20 November 2026", date(2026, 11, 20)),
        ("November 20, 2026", date(2026, 11, 20)),
        ("20th November, 2026", date(2026, 11, 20)),
        ("दिनांक 20 नवम्बर, 2026", date(2026, 11, 20)),
        ("दिनांक: २०/११/२०२६", date(2026, 11, 20)),
        ("التاريخ: ٢٠ نوفمبر ٢٠٢٦", date(2026, 11, 20)),
        ("التاريخ: ٢٠٢٦/١١/٢٠", date(2026, 11, 20)),
        ("31/02/2026", None),
        ("99/99/9999", None),
    ],
)
def test_a_day_is_read_in_four_languages(line, day):
    assert other_date(fold(line)) == day


@pytest.mark.parametrize(
    ("number", "symbol"),
    [
        ("Số: 15/QĐ-BNV", "15/QĐ-BNV"),
        ("Số:15/QĐ-BNV", "15/QĐ-BNV"),
        ("Số : 15 / QĐ - BNV", "15/QĐ-BNV"),
        ("So: 15/QĐ-BNV", "15/QĐ-BNV"),
        ("S6: l5/QĐ-BNV", "15/QĐ-BNV"),
        ("Số 36-HD/VPTW", "36-HD/VPTW"),
        ("Số: 12a/UBND-VX", "12a/UBND-VX"),
        ("Số: 30/2020/NĐ-CP", "30/2020/NĐ-CP"),
        ("Luật số: 64/2025/QH15", "64/2025/QH15"),
        ("Số: 7781/VNPT-VP&TT", "7781/VNPT-VP&TT"),
        ("Số:\n15/QĐ-BNV", "15/QĐ-BNV"),
        ("Số:\n15\n/QĐ-BNV", "15/QĐ-BNV"),
        ("Số: 15/\nQĐ-BNV", "15/QĐ-BNV"),
        ("Số: 15/QĐ-BNV Hà Nội, ngày 20 tháng 11 năm 2026", "15/QĐ-BNV"),
        ("Số: 15/QĐ-BNV\tHà Nội, ngày 20 tháng 11 năm 2026", "15/QĐ-BNV"),
        ("1203/TB-CT", "1203/TB-CT"),
    ],
)
def test_a_symbol_is_read(number, symbol):
    reading = read([page(f"BỘ NỘI VỤ\n{number}\nQUYẾT ĐỊNH\nVề việc khen thưởng")])

    assert reading.symbol
    assert reading.symbol.value == symbol


def test_a_value_that_had_to_be_guessed_is_less_certain():
    whole = read([page("BỘ NỘI VỤ\nSố: 15/QĐ-BNV\nQUYẾT ĐỊNH")]).symbol
    hollow = read([page("BỘ NỘI VỤ\nSố:      /QĐ-BNV\nQUYẾT ĐỊNH\nVề việc khen thưởng\n15")]).symbol

    assert whole
    assert hollow
    assert hollow.value == "15/QĐ-BNV"
    assert hollow.certainty < 0.8 < whole.certainty


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("PHÓ CHỦ TỊCH", "Phó Chủ tịch"),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Chủ tịch Ủy ban nhân dân tỉnh"),
        (
            "CỤC TRƯỞNG CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC",
            "Cục trưởng Cục Văn thư và Lưu trữ nhà nước",
        ),
        ("TRƯỞNG PHÒNG", "Trưởng phòng"),
    ],
)
def test_a_post_in_capitals_is_written_as_in_a_line(shouted, written):
    assert as_written(shouted) == written


def test_capitals_right_below_a_post_end_it_where_the_name_stands_below():
    """`Lưu` is a surname as well; who signs is below it."""
    reading = read(
        [
            page(
                "BỘ NỘI VỤ\nSố: 15/BNV-CVLT\nHà Nội, ngày 05 tháng 11 năm 2026\n"
                "Kính gửi: Văn phòng Trung ương Đảng,\nNội dung.\n"
                "TL. BỘ TRƯỞNG\nCỤC TRƯỞNG CỤC VĂN THƯ VÀ\nLƯU TRỮ NHÀ NƯỚC\n\nĐặng Thanh Tùng"
            )
        ]
    )

    assert reading.signer
    assert reading.signer.value == "Đặng Thanh Tùng"
    assert reading.signer_post
    assert reading.signer_post.value == "Cục trưởng Cục Văn thư và Lưu trữ nhà nước"
    assert reading.recipients
    assert list(reading.recipients.value) == ["Văn phòng Trung ương Đảng"]


def test_the_place_of_what_was_read_is_told():
    reading = read([page("BỘ NỘI VỤ\nSố: 15/QĐ-BNV\nQUYẾT ĐỊNH\nVề việc khen thưởng")])

    assert reading.symbol
    assert reading.symbol.place
    assert (reading.symbol.place.page, reading.symbol.place.line) == (1, 2)


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("BỘ NỘI VỤ", "Bộ Nội vụ"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường"),
        ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "Ủy ban nhân dân tỉnh Lạng Sơn"),
        ("UBND XÃ ĐỒNG ĐĂNG", "UBND xã Đồng Đăng"),
        ("TỈNH ỦY NINH BÌNH", "Tỉnh ủy Ninh Bình"),
        ("TỈNH UỶ NINH BÌNH", "Tỉnh uỷ Ninh Bình"),
        ("SỞ VĂN HOÁ VÀ THỂ THAO", "Sở Văn hoá và Thể thao"),
        ("Bộ Nội vụ", "Bộ Nội vụ"),
    ],
)
def test_a_name_in_capitals_is_written_as_in_a_line(shouted, written):
    assert as_a_name(shouted) == written


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("th ực hi ện", "thực hiện"),
        ("Đ ộc lập - T ự do", "Độc lập - Tự do"),
        ("N GHỊ QUYẾT", "NGHỊ QUYẾT"),
        ("ý kiến ở xã", "ý kiến ở xã"),
        ("mục a và b", "mục a và b"),
    ],
)
def test_torn_words_are_put_together_and_whole_ones_left(torn, whole):
    assert heal(torn) == whole


@given(st.text(alphabet="abcdeg", min_size=1, max_size=12), st.integers(0, 3))
def test_the_needle_is_found_in_itself(needle, slips):
    assert found_about(needle, f"xx{needle}yy", slips=slips) == (2, 2 + len(needle))


def test_a_slip_of_the_eye_is_forgiven():
    hay = key("CÔNG HOÀ XÃ HÔI CHU NGHlA VIÊT NAM")

    assert found_about(key("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), hay, slips=3)
    assert not found_about("hanoi", "saigon", slips=1)


@given(st.text(max_size=2000))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_a_fault(text):
    read([page(text)])
    clean(text)


HOSTILE = {
    "one long line": "Số: 15/" + "A" * 300_000,
    "spaces": "Số:" + " " * 300_000 + "15",
    "hyphens": "Số: 1" + "/-" * 100_000,
    "numbers": "1 " * 200_000,
    "dates": "ngày " * 60_000 + "tháng",
    "half dates": "ngay1thang" * 40_000,
    "single letters": "A " * 200_000,
    "blank lines": "\n" * 500_000,
    "many lines": "Kính gửi: UBND\n" * 40_000,
    "control characters": "".join(map(chr, range(32))) * 5_000,
    "turned writing": ("\u202e\u2066Số: 15/QĐ-BNV\u2069\u202c\n") * 3_000,
    "marks on marks": "a" + "\u0301" * 200_000,
    "brackets": "((((((" * 50_000,
    "v/v": "v/v " * 80_000,
    "answers": "trả lời công văn số " * 20_000,
    "authority": "TM. KT. TL. TUQ. " * 20_000,
    "surrogates": "\ud800" * 1_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_quickly(name):
    began = time.perf_counter()

    read([page(HOSTILE[name], number) for number in range(1, 4)])

    assert time.perf_counter() - began < 3


def test_signs_that_turn_the_writing_do_not_reach_what_was_read():
    reading = read(
        [page("BỘ NỘI VỤ\nSố: \u202e15/QĐ-BNV\u202c\nQUYẾT ĐỊNH\nVề \u2066việc\u2069 khen")]
    )

    assert reading.symbol
    assert reading.symbol.value == "15/QĐ-BNV"
    assert reading.abstract
    assert reading.abstract.value == "Về việc khen"
