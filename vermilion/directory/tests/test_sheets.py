import io
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from openpyxl import Workbook, load_workbook

from tests.cast import MONDAY, TUESDAY
from vermilion.accounts.models import User
from vermilion.audit.models import Trace
from vermilion.directory import actions, jobs, models, queries, sheets
from vermilion.directory.actions import sheets as acts
from vermilion.directory.sheets import COLUMNS, SheetKind
from vermilion.kernel.refusals import NotAllowed

TODAY = date(2026, 11, 2)
BODIES = """Code;Name;Kind;Body above (code or name)
H41.901;Đảng uỷ xã Suối Hai;commune-party;
H41.902;Đảng uỷ xã Ba Trại;Đảng uỷ xã;Văn phòng Trung ương Đảng
H41.903;Chi bộ Một;commune-party;H41.901
"""


def hand_in(actor, office, text, kind=SheetKind.BODIES, at=MONDAY):
    content = text if isinstance(text, bytes) else text.encode()
    return actions.hand_in_sheet(
        actor=actor,
        body_id=office.body_id,
        kind=kind,
        name="bodies.csv",
        rows=sheets.read(kind, content),
        at=at,
    )


def outcomes(sheet):
    return [(row.outcome, row.column, row.reason) for row in queries.outcomes_of(sheet)]


def exported(kind, body_id):
    with translation.override("en"):
        headings = [str(column.heading) for column in COLUMNS[kind]]
    return headings, list(queries.as_rows(kind, body_id, on=TODAY))


def test_trying_a_sheet_changes_nothing(office, an_administrator):
    sheet = hand_in(an_administrator, office, BODIES)

    assert [each[0] for each in outcomes(sheet)] == ["made", "made", "made"]
    assert models.Body.objects.count() == 3
    assert not Trace.objects.filter(act="directory.body.founded").exists()


def test_applying_a_sheet_is_one_act_and_each_row_has_its_own(office, an_administrator):
    sheet = hand_in(an_administrator, office, BODIES)
    actions.ask_to_apply(actor=an_administrator, sheet_id=sheet.pk, at=MONDAY)

    below = models.Body.objects.get(name="Chi bộ Một")
    assert below.parent.name == "Đảng uỷ xã Suối Hai"
    assert models.Body.objects.get(name="Đảng uỷ xã Ba Trại").kind.code == "commune-party"
    assert Trace.objects.filter(act="directory.body.founded").count() == 3
    trace = Trace.objects.get(act="directory.sheet.applied")
    assert (trace.facts["made"], trace.facts["refused"]) == (3, 0)
    with pytest.raises(acts.AppliedAlready):
        actions.ask_to_apply(actor=an_administrator, sheet_id=sheet.pk, at=MONDAY)

    again = hand_in(an_administrator, office, BODIES, at=TUESDAY)
    assert {each[0] for each in outcomes(again)} == {"unchanged"}


def test_a_refused_row_says_why_and_keeps_the_sheet_from_being_applied(office, an_administrator):
    text = BODIES + "X 1;Mới;moon;\n;;commune-party;\nH9;Đảng uỷ xã Ba Vì;commune-party;Nowhere\n"
    with translation.override("en"):
        sheet = hand_in(an_administrator, office, text)

    assert outcomes(sheet)[3:] == [
        ("refused", "Kind", "There is no such thing here: moon."),
        ("refused", "Name", "This must be filled."),
        ("refused", "Body above (code or name)", "There is no such thing here: Nowhere."),
    ]
    with pytest.raises(acts.SheetHasRefusals, match="3 rows"):
        actions.ask_to_apply(actor=an_administrator, sheet_id=sheet.pk, at=MONDAY)
    assert models.Body.objects.count() == 3


def test_what_became_wrong_since_it_was_tried_applies_nothing(office, an_administrator):
    sheet = hand_in(an_administrator, office, BODIES)
    actions.add_identifier(
        actor=an_administrator, body_id=office.body_id, scheme="local", value="H41.902", at=MONDAY
    )

    after = actions.ask_to_apply(actor=an_administrator, sheet_id=sheet.pk, at=MONDAY)

    assert after.applied_at is None
    assert [each[0] for each in outcomes(after)].count("refused") >= 1
    assert not models.Body.objects.filter(name="Đảng uỷ xã Suối Hai").exists()


def test_a_sheet_reaches_no_further_than_its_bearer(office, an_administrator, lan):
    with pytest.raises(NotAllowed):
        hand_in(lan, office, BODIES)
    text = f"Number of the body,Name\n{office.neighbour_id},Phòng mới\n"
    sheet = hand_in(an_administrator, office, text, SheetKind.UNITS)
    assert outcomes(sheet)[0][0] == "refused"


def test_people_are_entered_and_appointed(office, an_administrator):
    text = (
        "Họ và tên,full_name,unit,title,valid_from,last_day\n"
        ",Lê Thị Hoa,CNTT,Chuyên viên,,\n"
        ",Mai Văn Tú,CNTT,Cục trưởng,01/11/2026,31/12/2026\n"
        ",Mai Văn Tú,CNTT,Không có,,\n"
        ",Mai Văn Tài,,,32/13/2026,\n"
    )
    sheet = hand_in(an_administrator, office, text, SheetKind.PEOPLE)
    assert [each[0] for each in outcomes(sheet)] == ["unchanged", "made", "refused", "made"]

    sheet = hand_in(an_administrator, office, "\n".join(text.split("\n")[:3]), SheetKind.PEOPLE)
    actions.ask_to_apply(actor=an_administrator, sheet_id=sheet.pk, at=MONDAY)
    seat = models.Appointment.objects.get(person__full_name="Mai Văn Tú")
    assert (seat.valid_from, seat.valid_to) == (date(2026, 11, 1), date(2027, 1, 1))


def test_people_who_are_not_in_the_sheet_keep_their_posts(office, an_administrator):
    """A fault seen in the field: bringing in a list of staff took roles from everybody else."""
    before = {seat.pk for seat in queries.people_in(office.body_id, TUESDAY)}
    sheet = hand_in(
        an_administrator, office, "full_name,email\nLê Thị Hoa,hoa@example.vn\n", SheetKind.PEOPLE
    )
    actions.ask_to_apply(actor=an_administrator, sheet_id=sheet.pk, at=MONDAY)
    assert before == {seat.pk for seat in queries.people_in(office.body_id, TUESDAY)}


@pytest.mark.parametrize("kind", list(SheetKind))
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_is_exported_comes_back_unchanged(office, an_administrator, kind, form):
    headings, rows = exported(kind, office.body_id)
    assert rows
    content = (
        sheets.as_csv(headings, rows) if form == "csv" else sheets.as_xlsx("Sheet", headings, rows)
    )

    sheet = hand_in(an_administrator, office, content, kind)

    assert set(outcomes(sheet)) == {("unchanged", "", "")}
    assert [[row.get(c.key, "") for c in COLUMNS[kind]] for row in sheet.rows] == rows


def test_headings_are_known_in_every_language():
    for language in ("vi", "en", "hi", "ar"):
        with translation.override(language):
            headings = [str(column.heading) for column in COLUMNS[SheetKind.UNITS]]
            content = sheets.as_csv(headings, [["", "", "", "Phòng Một", "P1", "", "3", ""]])
        [row] = sheets.read(SheetKind.UNITS, content)
        assert (row["name"], row["abbreviation"], row["ordinal"]) == ("Phòng Một", "P1", "3")


def test_no_cell_of_an_export_is_a_formula():
    wicked = "=cmd|' /C calc'!A0"
    text = sheets.as_csv(["Name"], [[wicked], ["@SUM(A1)"], ["-1"]]).decode("utf-8-sig")
    assert [line[:2] for line in text.split("\r\n")[1:4]] == ["'=", "'@", "'-"]
    book = load_workbook(io.BytesIO(sheets.as_xlsx("S", ["Name"], [[wicked]])))
    assert book.active["A2"].data_type == "s"
    [row] = sheets.read(SheetKind.UNITS, sheets.as_csv(["Name"], [[wicked]]))
    assert row["name"] == wicked


def _workbook_that_declares_markup():
    book = Workbook()
    out = io.BytesIO()
    book.save(out)
    hostile = io.BytesIO()
    with zipfile.ZipFile(out) as good, zipfile.ZipFile(hostile, "w") as bad:
        for part in good.infolist():
            content = good.read(part)
            if part.filename == "xl/workbook.xml":
                content = b'<!DOCTYPE x [<!ENTITY a "b">]>' + content
            bad.writestr(part.filename, content)
    return hostile.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04 broken", "damaged"),
        ("Tên\n".encode("utf-16"), "UTF-8"),
        (b'name\n"open', "quotation mark"),
        (b"name\x00\n", "damaged"),
        (_workbook_that_declares_markup(), "its own markup"),
    ],
)
def test_what_is_no_sheet_is_refused_with_a_reason(content, reason):
    with translation.override("en"), pytest.raises(sheets.SheetUnreadable, match=reason):
        sheets.read(SheetKind.UNITS, content)


def test_a_sheet_without_its_columns_or_rows_is_refused(office, an_administrator):
    with translation.override("en"), pytest.raises(sheets.ColumnMissing, match="Name"):
        sheets.read(SheetKind.UNITS, b"abbreviation\nTC\n")
    with pytest.raises(acts.SheetIsEmpty):
        hand_in(an_administrator, office, b"name\n", SheetKind.UNITS)


def test_a_long_sheet_is_a_job(office, an_administrator):
    lines = "\n".join(f"Phòng {number}" for number in range(acts.AT_ONCE + 1))
    sheet = hand_in(an_administrator, office, f"name\n{lines}\n", SheetKind.UNITS)
    assert sheet.tried_at is None
    with pytest.raises(acts.NotTriedYet):
        actions.ask_to_apply(actor=an_administrator, sheet_id=sheet.pk, at=MONDAY)

    jobs.try_sheet(sheet_id=sheet.pk)
    asked = actions.ask_to_apply(actor=an_administrator, sheet_id=sheet.pk, at=MONDAY)
    assert (asked.asked_at, asked.applied_at) == (MONDAY, None)
    jobs.apply_sheet(sheet_id=sheet.pk)
    jobs.apply_sheet(sheet_id=sheet.pk)

    assert models.Unit.objects.filter(name__startswith="Phòng ").count() == acts.AT_ONCE + 1


def test_the_pages_of_a_sheet(client, office):
    seat = queries.seat(office.an_administrator)
    client.force_login(User.objects.create(sign_in_name="nam", person=seat.person))
    page = reverse("directory:sheets", args=[office.body_id])
    assert client.get(page).status_code == 200

    broken = client.post(page, {"kind": "bodies", "file": SimpleUploadedFile("a.csv", b"\xff")})
    assert broken.status_code == 422
    handed_in = client.post(
        page, {"kind": "bodies", "file": SimpleUploadedFile("a.csv", BODIES.encode())}
    )
    assert handed_in.status_code == 303
    assert (
        "Apply the sheet"
        in client.get(handed_in.url, headers={"accept-language": "en"}).content.decode()
    )
    sheet = models.Sheet.objects.get()
    assert client.get(reverse("directory:sheet-outcomes", args=[sheet.pk])).status_code == 200
    assert client.post(reverse("directory:sheet-application", args=[sheet.pk])).status_code == 303
    assert models.Body.objects.filter(name="Chi bộ Một").exists()
    for kind in SheetKind.values:
        for form in ("csv", "xlsx"):
            export = reverse("directory:export", args=[office.body_id, kind, form])
            empty = reverse("directory:template", args=[kind, form])
            assert client.get(export).status_code == client.get(empty).status_code == 200
    assert client.get(reverse("directory:template", args=["moons", "csv"])).status_code == 404
    far = reverse("directory:export", args=[office.neighbour_id, "people", "csv"])
    assert client.get(far).status_code == 403
