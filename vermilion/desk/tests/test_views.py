import html
import re
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import MONDAY, TUESDAY
from vermilion.desk.types import View
from vermilion.registry import actions as registry
from vermilion.routing import actions as routing
from vermilion.routing import queries as slips
from vermilion.routing.types import Share
from vermilion.tasks import actions as tasks
from vermilion.tasks import queries as duties
from vermilion.tasks.types import Part


def test_an_empty_desk_says_what_it_is_for(client, sign_in, office):
    for appointment in (office.lan, office.minh, office.hoa):
        sign_in(appointment)
        for view in View.values:
            answer = client.get("/", {"view": view})
            assert answer.status_code == 200
            assert 'class="empty"' in answer.content.decode()


def test_a_leader_finds_what_waits_open_beside_the_list(client, sign_in, office, registered):
    sign_in(office.minh)

    page = client.get("/").content.decode()
    assert "1568-CV/VPTW" in page
    [address] = set(re.findall(r'hx-get="([^"]+fragment=thing)"', page))

    paper = client.get(html.unescape(address)).content.decode()

    assert 'name="leads"' in paper
    assert "<html" not in paper


def test_a_line_pressed_in_the_list_brings_the_paper_alone(client, sign_in, office, registered):
    sign_in(office.minh)

    address = f"/?view=direct&chosen={registered.document_id}"
    alone = client.get(address, headers={"HX-Request": "true", "HX-Target": "thing"})
    whole = client.get(address).content.decode()

    assert "<html" not in alone.content.decode()
    assert 'name="leads"' in alone.content.decode()
    assert 'name="leads"' in whole
    assert 'data-shows="thing"' in whole


@pytest.mark.parametrize("who", ["lan", "minh", "hoa", "chief"])
def test_everybody_concerned_reads_the_document_at_every_stage(
    client, sign_in, office, directed, hoa, lan, who
):
    address = f"/documents/{directed.document_id}/"
    sign_in(getattr(office, who))
    assert client.get(address).status_code == 200

    [duty] = duties.open_for(hoa)
    tasks.take_in(actor=hoa, task_id=duty.pk, at=TUESDAY)
    assert client.get(address).status_code == 200

    tasks.complete(actor=hoa, task_id=duty.pk, report="Đã xong.", at=TUESDAY)
    assert "Đã xong." in client.get(address).content.decode()

    routing.close(actor=lan, slip_id=directed.pk, note="", at=TUESDAY)
    assert client.get(address).status_code == 200


def test_the_document_says_why_one_may_see_it(client, sign_in, office, directed):
    sign_in(office.hoa)

    page = client.get(f"/documents/{directed.document_id}/").content.decode()
    assert f'href="/documents/{directed.document_id}/reasons/"' in page

    reasons = client.get(f"/documents/{directed.document_id}/reasons/").content.decode()
    assert "gave it to your unit to lead" in reasons
    assert "given as a duty" in reasons
    assert "Nguyễn Văn Minh set it on" in reasons
    assert "Only a leader of this body directs documents." in reasons

    sign_in(office.a_stranger)
    assert client.get(f"/documents/{directed.document_id}/reasons/").status_code == 404


def test_a_stranger_is_not_told_that_a_document_exists(client, sign_in, office, directed):
    sign_in(office.a_stranger)

    assert client.get(f"/documents/{directed.document_id}/").status_code == 404
    assert client.get("/documents/999999999/").status_code == 404
    assert client.get(f"/?chosen={directed.document_id}").status_code == 200


def test_acts_are_done_from_the_page_and_come_back_to_it(client, sign_in, office, directed, hoa):
    [duty] = duties.open_for(hoa)
    here = f"/documents/{directed.document_id}/"
    sign_in(office.hoa)

    answer = client.post(f"/tasks/{duty.pk}/taking-in/", {"back": here})

    assert (answer.status_code, answer["Location"]) == (303, here)


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "\\\\x"])
def test_one_is_sent_back_only_within_the_house(client, sign_in, office, directed, hoa, back):
    [duty] = duties.open_for(hoa)
    sign_in(office.hoa)

    answer = client.post(f"/tasks/{duty.pk}/taking-in/", {"back": back})

    assert answer["Location"] == f"/documents/{directed.document_id}/"


def test_a_refused_return_keeps_what_was_typed(client, sign_in, office, directed, hoa):
    [duty] = duties.open_for(hoa)
    sign_in(office.hoa)

    answer = client.post(f"/tasks/{duty.pk}/return/", {"reason": "Không"})

    assert answer.status_code == 422
    assert "Không" in answer.content.decode()


def test_one_goes_on_to_the_next_paper_when_the_one_done_has_left_the_list(
    client, sign_in, office, minh, lan, a_letter, registered
):
    older = registered.document_id
    received = replace(
        a_letter,
        laid_before_id=office.minh,
        particulars=replace(a_letter.particulars, symbol="1569-CV/VPTW", abstract="V/v nộp hồ sơ"),
    )
    newer = registry.register_incoming(actor=lan, received=received, at=MONDAY).document_id
    sign_in(office.minh)
    page = client.get(f"/?view=direct&chosen={newer}").content.decode()
    assert f'name="back" value="/?view=direct&amp;left={newer}"' in page

    still_here = client.get(f"/?view=direct&left={newer}").content.decode()
    assert f'data-paper="{newer}"' in _row_shown(still_here)

    slip = slips.slip_of(minh, newer, at=MONDAY)
    share = Share(part=Part.INFORMATION, appointment_id=office.hoa)
    routing.direct(actor=minh, slip_id=slip.pk, instruction="", shares=[share], at=MONDAY)

    gone = client.get(f"/?view=direct&left={newer}").content.decode()
    assert f'data-paper="{older}"' in _row_shown(gone)
    assert 'data-shows="list"' in gone


def test_a_report_takes_its_evidence_along_without_script_too(
    client, sign_in, office, directed, hoa
):
    [duty] = duties.open_for(hoa)
    sign_in(office.hoa)
    client.post(f"/tasks/{duty.pk}/taking-in/")
    paper = SimpleUploadedFile("bao-cao.txt", "Đã nộp đủ hồ sơ.".encode())

    client.post(f"/tasks/{duty.pk}/completion/", {"report": "Đã xong.", "file": paper})

    assert "bao-cao.txt" in client.get(f"/documents/{directed.document_id}/").content.decode()


def _row_shown(page: str) -> str:
    """The row of the list that lies open beside it."""
    return page.split('aria-current="true" data-key-item="here"', 1)[1].split("</article>", 1)[0]


def test_a_list_is_taken_along_as_it_is_on_the_screen(client, sign_in, office, lan, registered):
    from io import BytesIO

    from openpyxl import load_workbook

    sign_in(office.lan)

    answer = client.get("/desk/sheet/?view=others&q=tri%E1%BB%83n&mode=table&columns=code,abstract")

    sheet = load_workbook(BytesIO(answer.content)).active
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert lines[0][0].startswith("Waiting for others")
    assert "triển" in lines[1][0]
    assert ["Number and notation", "Abstract"] in lines
    assert lines[-1][0] == "1568-CV/VPTW"
    printed = client.get("/desk/paper/?view=others").content.decode()
    assert "1568-CV/VPTW" in printed


def test_what_begins_as_a_formula_stays_words(client, sign_in, office, lan, a_letter):
    from io import BytesIO

    from openpyxl import load_workbook

    particulars = replace(a_letter.particulars, abstract="=HYPERLINK(1)")
    registry.register_incoming(
        actor=lan, received=replace(a_letter, particulars=particulars), at=MONDAY
    )
    sign_in(office.lan)

    content = client.get("/desk/sheet/?view=others&mode=table&columns=abstract").content

    cells = [cell for row in load_workbook(BytesIO(content)).active.iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=HYPERLINK(1)"] == ["s"]


class TestSavedViews:
    def _saved(self, client, audience="mine", name="Quá hạn của tôi"):
        form = {
            "name": name,
            "audience": audience,
            "pinned": "on",
            "query": "view=others&term=late",
        }
        return client.post("/desk/views/", form)

    def test_a_view_is_saved_pinned_and_opened(self, client, sign_in, office):
        sign_in(office.lan)

        answer = self._saved(client)

        assert answer.status_code == 303
        page = client.get(answer["Location"]).content.decode()
        assert "Deadline passed" in page
        assert "Changed, not kept" not in page
        assert page.count("Quá hạn của tôi") >= 2
        other = client.get(f"{answer['Location']}&urgency=3").content.decode()
        assert "Changed, not kept" in other

    def test_a_name_is_used_once(self, client, sign_in, office):
        sign_in(office.lan)
        self._saved(client)

        assert self._saved(client).status_code == 422

    def test_a_view_is_shared_with_the_body_and_changed_by_its_owner_alone(
        self, client, sign_in, office
    ):
        sign_in(office.lan)
        number = self._saved(client, audience="body")["Location"].rpartition("saved=")[2]
        sign_in(office.hoa)

        assert "Quá hạn của tôi" in client.get("/desk/views/").content.decode()
        assert client.post(f"/desk/views/{number}/", {"act": "remove"}).status_code == 403
        sign_in(office.a_stranger)
        assert "Quá hạn của tôi" not in client.get("/desk/views/").content.decode()
        assert client.post(f"/desk/views/{number}/", {"act": "pin"}).status_code == 404

    def test_a_private_view_is_for_nobody_else(self, client, sign_in, office):
        sign_in(office.lan)
        number = self._saved(client)["Location"].rpartition("saved=")[2]
        sign_in(office.hoa)

        assert "Quá hạn của tôi" not in client.get(f"/?saved={number}").content.decode()
        assert client.post(f"/desk/views/{number}/", {"act": "pin"}).status_code == 404
