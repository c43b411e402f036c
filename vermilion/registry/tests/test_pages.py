"""The pages of the books, and what is taken along from them."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from openpyxl import load_workbook

from tests.cast import MONDAY
from tests.papers import make
from vermilion.documents.types import FileHandedIn
from vermilion.files import actions as files
from vermilion.kernel.actors import system
from vermilion.registry import actions, models, queries
from vermilion.registry.types import BookKind, FieldForm


@pytest.fixture
def signed_in(client, office):
    """Lan at her desk."""
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    person = Appointment.objects.get(pk=office.lan).person
    client.force_login(User.objects.create(person=person, sign_in_name="lan"))
    return client


@pytest.fixture
def letters(a_letter):
    def letter(number: int):
        particulars = replace(a_letter.particulars, symbol=f"{number}-CV/VPTW")
        return replace(a_letter, particulars=particulars)

    return letter


@pytest.fixture
def a_paper(lan, a_letter):
    """A letter with its PDF, in the book."""
    upload = files.hand_in(actor=lan, stream=BytesIO(make("decision")), name="a.pdf", at=MONDAY)
    files.examine(actor=system("files"), blob_id=upload.blob_id, at=MONDAY)
    file = FileHandedIn(blob_id=upload.blob_id, name="a.pdf")
    particulars = replace(a_letter.particulars, files=(file,), dossier_notation="01.TCCB")
    return actions.register_incoming(
        actor=lan, received=replace(a_letter, particulars=particulars), at=MONDAY
    )


def text_of(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize(
    "address",
    [
        "incoming/",
        "outgoing/",
        "internal/",
        "copies/",
        "incoming/?words=1568&struck_out=on",
        "outgoing/new/",
        "internal/new/",
        "copies/new/",
        "books/",
    ],
)
def test_every_page_of_the_books_opens(signed_in, a_paper, lan, a_decision, address):
    actions.register_outgoing(actor=lan, issued=a_decision, at=MONDAY)

    assert signed_in.get(f"/registry/{address}").status_code == 200


def test_a_paper_gets_its_number_on_the_page(signed_in, types):
    answer = signed_in.post(
        "/registry/outgoing/new/",
        {
            "symbol": "TB-VPTW",
            "dated_on": "02/11/2020",
            "issuer": "Văn phòng Trung ương Đảng",
            "type_id": types("state-notice"),
            "abstract": "Lịch trực",
            "urgency": 0,
            "secrecy": 0,
            "copies": 12,
            "language": "vi",
            "recipients": "Các vụ, cục\n\nLưu: VT",
            "file_copy": "Vụ Tổng hợp",
        },
    )

    entry = models.Entry.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/registry/entries/{entry.pk}/")
    assert entry.document.symbol == "01/TB-VPTW"
    assert [each.name for each in entry.addressees.all()] == ["Các vụ, cục", "Lưu: VT"]
    assert "01/TB-VPTW" in signed_in.get(answer["Location"]).content.decode()


def test_a_field_of_the_body_is_asked_for_kept_shown_and_found(signed_in, lan, a_letter):
    field = actions.define_field(
        actor=lan,
        kind=BookKind.INCOMING,
        names={"vi": "Số bưu gửi", "en": "Postal number"},
        form=FieldForm.TEXT,
        required=True,
        at=MONDAY,
    )
    with pytest.raises(actions.FieldNeeded):
        actions.register_incoming(actor=lan, received=a_letter, at=MONDAY)
    written = replace(a_letter, custom={str(field.pk): "EMS 4471"})
    entry = actions.register_incoming(actor=lan, received=written, at=MONDAY)

    assert "EMS 4471" in signed_in.get(f"/registry/entries/{entry.pk}/").content.decode()
    assert "EMS 4471" in signed_in.get(f"/registry/entries/{entry.pk}/correction/").content.decode()
    [found] = queries.incoming(lan, queries.Wanted(words="ems 4471"))
    assert found.pk == entry.pk
    page = load_workbook(BytesIO(signed_in.get("/registry/incoming/sheet/").content)).active
    assert "EMS 4471" in [cell.value for cell in page[page.max_row]]


@pytest.mark.parametrize(
    ("form", "choices", "wrong", "right"),
    [
        (FieldForm.NUMBER, (), "nhiều", "1200.5"),
        (FieldForm.DAY, (), "32/13", "2026-11-02"),
        (FieldForm.CHOICE, ("A", "B"), "C", "B"),
    ],
)
def test_a_field_takes_what_is_of_its_form(lan, a_letter, form, choices, wrong, right):
    field = actions.define_field(
        actor=lan,
        kind=BookKind.INCOMING,
        names={"vi": "Trường"},
        form=form,
        choices=choices,
        at=MONDAY,
    )
    with pytest.raises(actions.FieldNotInForm):
        actions.register_incoming(
            actor=lan, received=replace(a_letter, custom={str(field.pk): wrong}), at=MONDAY
        )

    kept = actions.register_incoming(
        actor=lan, received=replace(a_letter, custom={str(field.pk): right}), at=MONDAY
    )
    assert kept.custom == {str(field.pk): right}
    actions.retire_field(actor=lan, field_id=field.pk, at=MONDAY)
    assert not queries.fields_of(lan, BookKind.INCOMING).exists()


def test_the_sheet_says_what_was_asked_for_and_who_took_it(signed_in, lan, letters):
    for number in range(1, 4):
        actions.register_incoming(actor=lan, received=letters(number), at=MONDAY)
    line = queries.incoming(lan).last()
    actions.strike_out(actor=lan, entry_id=line.pk, reason="Gửi nhầm địa chỉ", at=MONDAY)

    answer = signed_in.get("/registry/incoming/sheet/?words=cv+vptw")

    page = load_workbook(BytesIO(answer.content)).active
    heading = [page.cell(row, 1).value for row in (1, 2, 3)]
    assert "cv vptw" in heading[1]
    assert lan.name in heading[2]
    numbers = [page.cell(row, 2).value for row in range(6, page.max_row + 1)]
    assert numbers == ["03", "02", "01"]
    assert page.cell(page.max_row, 2).font.strike


def test_a_word_that_begins_like_a_formula_stays_a_word(signed_in, lan, a_letter):
    particulars = replace(a_letter.particulars, abstract='=HYPERLINK("http://x","y")')
    actions.register_incoming(
        actor=lan, received=replace(a_letter, particulars=particulars), at=MONDAY
    )

    page = load_workbook(BytesIO(signed_in.get("/registry/incoming/sheet/").content)).active

    cell = page.cell(page.max_row, 6)
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("http://x","y")')


def test_each_page_of_a_register_says_its_lines_and_carries_them_over(signed_in, lan, letters):
    for number in range(1, 31):
        actions.register_incoming(actor=lan, received=letters(number), at=MONDAY)

    pages = text_of(
        signed_in.get("/registry/incoming/print/", headers={"Accept-Language": "en"}).content
    )[1:]

    said = [_totals(page) for page in pages if "Lines of this page" in page]
    assert len(said) >= 2
    carried = 0
    for brought, here, on in said:
        assert brought == carried
        carried += here
        assert on == (carried if carried < 30 else 0)
    assert carried == 30


def _totals(page: str) -> tuple[int, int, int]:
    import re

    def number(words: str) -> int:
        found = re.search(rf"{words}\D*(\d+)", page)
        return int(found[1]) if found else 0

    return (
        number("Brought forward from the page before:"),
        number("Lines of this page:"),
        number("Carried over to the next page:"),
    )


def test_the_postal_register_tells_what_was_given_to_the_post(signed_in, lan, a_decision):
    entry = actions.register_outgoing(actor=lan, issued=a_decision, at=MONDAY)
    actions.note_posting(
        actor=lan,
        entry_id=entry.pk,
        on=date(2026, 11, 2),
        recipient="Đảng uỷ xã Ba Vì",
        envelopes=3,
        at=MONDAY,
    )

    content = signed_in.get("/registry/postal/print/?since=01/11/2026&until=30/11/2026").content

    [page] = [each for each in text_of(content) if "Ba Vì" in each]
    assert "01/QĐ-VPTW" in page


def test_the_register_of_file_copies_can_be_printed_empty(signed_in, office):
    assert len(text_of(signed_in.get("/registry/file-copies/print/").content)) >= 2


def test_a_stamped_copy_bears_the_stamp_and_leaves_the_file_as_it_came(signed_in, lan, a_paper):
    digest = a_paper.document.attachments.get().blob.digest

    answer = signed_in.get(f"/registry/entries/{a_paper.pk}/stamped/")

    pages = text_of(answer.content)
    assert "02/11/2026" in pages[0]
    assert "VĂN PHÒNG TRUNG ƯƠNG ĐẢNG" in pages[0]
    assert "01.TCCB" in pages[0]
    assert all(lan.name in page for page in pages)
    assert queries.short_code(a_paper) in pages[0]
    a_paper.document.refresh_from_db()
    assert a_paper.document.attachments.get().blob.digest == digest
    with pikepdf.open(BytesIO(answer.content)) as copy:
        assert len(copy.pages) == len(pages)


def test_the_stamp_stands_where_no_line_of_the_paper_is(lan, a_paper):
    paper = queries.paper_of(lan, a_paper, at=MONDAY)
    line = queries.entry(lan, a_paper.pk)
    _stamp, (left, top, right, bottom) = queries.stamp_on(line, paper.blob_id)

    assert len(paper.lines) > 5
    assert round((right - left) * 595.3 / 72 * 25.4) == 50
    assert round((bottom - top) * 841.9 / 72 * 25.4) == 35
    assert not any(
        box[0] < right and box[2] > left and box[1] < bottom and box[3] > top for box in paper.lines
    )


def test_labels_carry_the_number_and_the_short_link(signed_in, a_paper):
    content = signed_in.get(f"/registry/labels/?entry={a_paper.pk}&sheet=99x57&skipped=3").content

    [page] = text_of(content)
    assert queries.short_code(a_paper) in page


def test_a_short_link_opens_at_the_document(signed_in, a_paper):
    code = queries.short_code(a_paper)

    for typed in (code, code.upper().replace("-", "")):
        answer = signed_in.get(f"/s/{typed}/")
        assert answer["Location"] == f"/documents/{a_paper.document_id}/"


def test_a_short_link_tells_a_stranger_how_to_ask_and_nothing_else(client, office, a_paper):
    from vermilion.accounts.models import User
    from vermilion.directory.models import Appointment

    person = Appointment.objects.get(pk=office.a_stranger).person
    client.force_login(User.objects.create(person=person, sign_in_name="son"))
    there = client.get(f"/s/{queries.short_code(a_paper)}/")

    a_paper.pk = 987654
    nowhere = client.get(f"/s/{queries.short_code(a_paper)}/")

    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert "1568" not in there.content.decode()
    assert "Dương Văn Sơn" in there.content.decode()


def test_a_short_link_asks_a_guest_to_sign_in_and_comes_back(client, a_paper):
    code = queries.short_code(a_paper)

    answer = client.get(f"/s/{code}/")

    assert answer.status_code == 302
    assert f"/s/{code}/" in answer["Location"]
