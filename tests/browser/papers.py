"""Papers to read in tests, set by Typst: many pages, three scripts, one page on its side."""

from functools import cache

import typst

_BEGIN = """
#set page(paper: "a4", margin: 25mm, numbering: "1")
#set text(font: ("Tinos", "Noto Naskh Arabic", "Noto Serif Devanagari"), size: 13pt)
#set par(justify: true)
"""
_PAGE = """
== Điều {number}. Trách nhiệm của cơ quan, đơn vị

Các cơ quan, đơn vị, địa phương có trách nhiệm triển khai thực hiện Kế hoạch số {number}-KH/VP,
báo cáo kết quả về Văn phòng trước ngày 15 hằng tháng. #lorem(120)

{extra}
"""


@cache
def a_paper(pages: int = 12) -> bytes:
    """A PDF of so many pages, with text to find on some of them."""
    parts = [_BEGIN]
    for number in range(1, pages + 1):
        extra = ""
        if number % 5 == 0:
            extra = "Văn thư đóng dấu *hoả tốc* vào bì.\\ محضر اجتماع اللجنة\\ राजभाषा विभाग"
        body = _PAGE.format(number=number, extra=extra)
        if number == 3:
            body = f"#page(flipped: true)[{body}]"
        parts.append(body + ("#pagebreak(weak: true)" if number < pages else ""))
    return typst.compile("\n".join(parts).encode(), font_paths=["build/print-fonts"])
