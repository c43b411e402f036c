"""Lines are put together by the places of their letters, whatever the order they were drawn in."""

from vermilion.files.reading.layout import Glyph, across, pieces


def drawn(text: str, x: float = 50.0, y: float = 100.0, order: int = 1) -> list[Glyph]:
    """Letters of one width, one after the other; blanks are typed."""
    glyphs, behind = [], ""
    for sign in text:
        if sign == " ":
            glyphs.append(Glyph(sign, order - 1, x, y, x, y - 9, x + 4, y + 3))
            behind = "typed"
            x += 4
            continue
        glyphs.append(Glyph(sign, order, x, y, x, y - 9, x + 7, y + 3, behind=behind))
        order, x, behind = order + 1, x + 7, ""
    return glyphs


def texts(glyphs: list[Glyph]) -> list[str]:
    return [piece.text for piece in pieces(glyphs)]


def test_letters_drawn_after_all_others_stand_where_they_belong():
    line = drawn("UBND TỈNH ĐỒNG THÁP")
    late = [glyph for glyph in line if glyph.sign in "ỈỒ"]
    early = [glyph for glyph in line if glyph.sign not in "ỈỒ"]
    for order, glyph in enumerate([*early, *late], 1):
        object.__setattr__(glyph, "order", order)

    assert texts([*early, *late]) == ["UBND TỈNH ĐỒNG THÁP"]


def test_columns_on_one_line_are_pieces_of_their_own():
    left, right = drawn("CỤC THUẾ"), drawn("Độc lập", x=300, order=20)

    assert texts([*right, *left]) == ["CỤC THUẾ", "Độc lập"]


def test_words_without_typed_blanks_are_parted_by_gaps():
    words = [*drawn("HỎA"), *drawn("TỐC", x=50 + 3 * 7 + 4, order=4)]

    assert texts(words) == ["HỎA TỐC"]


def test_a_number_filled_in_over_dots_stays_whole():
    printed = drawn("Số:        /QĐ")
    filled = drawn("1203", x=69, order=50)

    [text] = texts([*printed, *filled])

    assert "1203" in text


def test_what_was_stamped_over_a_line_is_a_piece_of_its_own():
    line, stamp = drawn("phục vụ Đề án"), drawn("KHẨN", x=53, order=40)

    assert sorted(texts([*line, *stamp])) == ["KHẨN", "phục vụ Đề án"]


def test_bold_by_drawing_twice_is_read_once():
    once = drawn("MẬT")
    again = [
        Glyph(g.sign, g.order + 10, g.x + 0.3, g.base, g.left, g.top, g.right, g.bottom)
        for g in once
    ]

    assert texts([*once, *again]) == ["MẬT"]


def test_a_watermark_is_one_piece():
    assert [piece.text for piece in across(drawn("BẢN SAO"))] == ["BẢN SAO"]
    assert across([]) == []
