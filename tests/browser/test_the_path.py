"""One paper through the house, on screen and by keyboard alone.

Lan registers the PDF that arrived, Minh directs, Dũng's unit completes, Lan closes and prints the
register. Nothing is clicked: the pointer stays where it is.
"""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Installation
from vermilion.site.seeds.papers import Paper, printed

pytestmark = pytest.mark.browser

AN_ARRIVAL = re.compile(r"/arrivals/\d+/$")
ABSTRACT = "hướng dẫn bàn giao hồ sơ, tài liệu khi kết thúc hoạt động của đơn vị cấp huyện"


@pytest.fixture(scope="module")
def a_paper(tmp_path_factory):
    paper = Paper(
        issuer=("BỘ NỘI VỤ",),
        symbol="6123/BNV-VTLT",
        abstract=ABSTRACT,
        dated_on=date(2026, 10, 30),
        to=("Văn phòng Trung ương Đảng",),
        signing=("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        signer="Nguyễn Thị Hà",
    )
    path = tmp_path_factory.mktemp("paper") / "6123-BNV-VTLT.pdf"
    path.write_bytes(printed(paper))
    return path


def be(page: Page, demo: Installation, name: str) -> None:
    """Become somebody of the cast, by keyboard."""
    page.goto(f"{demo.url}/demo/")
    page.get_by_role("button", name=name).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{demo.url}/")


def press(page: Page, label: str) -> None:
    """Press a button by keyboard."""
    page.get_by_role("button", name=label, exact=True).first.focus()
    page.keyboard.press("Enter")


def choose(page: Page, label: str, words: str) -> None:
    """Choose from a type-ahead by typing."""
    page.get_by_role("combobox", name=label).first.focus()
    page.keyboard.type(words)
    offered = page.get_by_role("listbox").get_by_role("option")
    expect(offered.first).to_be_visible()
    page.keyboard.press("Enter")


def test_a_paper_goes_through_the_house_by_keyboard_alone(page, demo, a_paper, complaints):
    # Lan registers it: what stands on the paper is offered, she sends it with Ctrl+Enter.
    be(page, demo, "Trần Thị Lan")
    page.goto(f"{demo.url}/registry/incoming/new/")
    page.set_input_files("input[type=file]", str(a_paper))
    page.wait_for_url(AN_ARRIVAL)
    expect(page.get_by_label("Số, ký hiệu")).to_have_value("6123/BNV-VTLT")
    expect(page.locator("#id_issuer")).to_have_value("Bộ Nội vụ")
    expect(page.locator("#id_dated_on")).to_have_value("30/10/2026")
    expect(page.locator("#id_abstract")).to_have_value(ABSTRACT)
    page.locator("#id_laid_before").focus()
    page.keyboard.type("Nguyễn Văn Minh")
    press(page, "Vào sổ và mở")
    page.wait_for_url("**/documents/*/")
    document = page.url
    expect(page.get_by_role("heading", level=1)).to_have_text(ABSTRACT)

    # The same paper once more is refused, by name of its number; nothing typed is lost.
    page.goto(f"{demo.url}/registry/incoming/new/")
    page.set_input_files("input[type=file]", str(a_paper))
    page.wait_for_url(AN_ARRIVAL)
    page.locator("#id_abstract").focus()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert").first).to_contain_text("đã có trong sổ")
    expect(page.locator("#id_abstract")).to_have_value(ABSTRACT)
    # The browser itself complains of the refusal's status.
    complaints[:] = [each for each in complaints if "422" not in each]

    # Minh directs: lead, deadline, words.
    be(page, demo, "Nguyễn Văn Minh")
    page.goto(document)
    choose(page, "Chủ trì", "công nghệ")
    page.get_by_label("Bút phê").last.focus()
    page.keyboard.type("Giao Phòng Công nghệ thông tin tham mưu.")
    press(page, "Ghi bút phê và chuyển")
    expect(page.get_by_text("Giao Phòng Công nghệ thông tin tham mưu.").first).to_be_visible()
    expect(page.get_by_text("0/1 đơn vị đã xong").first).to_be_visible()

    # The unit takes it in and reports.
    be(page, demo, "Đỗ Anh Dũng")
    page.goto(document)
    press(page, "Nhận việc")
    page.get_by_label("Báo cáo kết quả").focus()
    page.keyboard.type("Đã có công văn trả lời.")
    press(page, "Báo cáo hoàn thành")
    expect(page.get_by_text("Đã có công văn trả lời.").first).to_be_visible()

    # Lan closes it and prints the register.
    be(page, demo, "Trần Thị Lan")
    page.goto(document)
    press(page, "Kết thúc văn bản")
    expect(page.get_by_text("Đã kết thúc").first).to_be_visible()
    register = page.request.get(f"{demo.url}/registry/incoming/print/")
    assert register.headers["content-type"] == "application/pdf"
    assert register.body().startswith(b"%PDF-")


def test_somebody_of_another_body_is_not_told_that_the_paper_is_there(page, demo, complaints):
    be(page, demo, "Phan Anh Tuấn")
    from vermilion.documents.models import Document

    paper = Document.objects.order_by("-pk").first()
    answer = page.goto(f"{demo.url}/documents/{paper.pk}/")

    assert answer is not None
    assert answer.status == 404
    assert paper.abstract not in page.content()
    complaints.clear()  # the browser itself complains of a 404


def test_every_act_works_without_script(chromium, demo, a_paper):
    context = chromium.new_context(java_script_enabled=False, locale="vi-VN")
    page = context.new_page()
    page.goto(f"{demo.url}/demo/")
    page.get_by_role("button", name="Trần Thị Lan").first.click()
    page.goto(f"{demo.url}/registry/incoming/new/")
    page.set_input_files("input[type=file]", str(a_paper))
    page.get_by_role("button", name="Nộp và đọc").click()
    assert AN_ARRIVAL.search(page.url)
    page.locator("#id_symbol").fill("6124/BNV-VTLT")
    page.get_by_role("button", name="Vào sổ và mở", exact=True).click()
    assert "/documents/" in page.url
    document = page.url

    page.goto(f"{demo.url}/demo/")
    page.get_by_role("button", name="Phạm Quốc Hùng").first.click()
    page.goto(document)
    page.locator("#id_leads").select_option(label="Cục Lưu trữ")
    page.get_by_role("button", name="Ghi bút phê và chuyển").click()
    assert page.get_by_text("0/1 đơn vị đã xong").first.is_visible()
    context.close()
