"""What `vermilion read` tells of files of every kind, and of those that it cannot read."""

import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from tests.papers import make
from vermilion.documents import commands


@pytest.fixture
def line() -> typer.Typer:
    line = typer.Typer()

    @line.callback()
    def nothing() -> None:
        """More than one word, so that `read` is one."""

    commands.mount(line)
    return line


def told(line: typer.Typer, *files: Path) -> tuple[int, list[dict]]:
    ran = CliRunner().invoke(line, ["read", *map(str, files), "--json"])
    return ran.exit_code, json.loads(ran.stdout)


def test_every_field_has_value_certainty_and_place(line: typer.Typer, tmp_path: Path):
    paper = tmp_path / "letter.pdf"
    paper.write_bytes(make("letter"))

    status, [read] = told(line, paper)

    assert (status, read["error"], read["file"]) == (0, None, "letter.pdf")
    assert set(commands.FIELDS) < set(read)
    assert read["symbol"]["value"] == "15/UBND-KT"
    assert (read["number"]["value"], read["notation"]["value"]) == ("15", "UBND-KT")
    assert read["dated_on"]["value"] == "2026-10-30"
    assert read["type_code"]["words"] == "Công văn"
    assert read["pages"]["value"] == 1
    assert read["secrecy"] is None
    place = read["symbol"]["place"]
    assert place["page"] == 1
    assert all(0 <= side <= 1 for side in place["box"])
    assert 0 < read["symbol"]["certainty"] <= 1


def test_one_file_that_cannot_be_read_does_not_hide_the_others(line: typer.Typer, tmp_path: Path):
    good, torn, empty = tmp_path / "good.pdf", tmp_path / "torn.pdf", tmp_path / "empty.pdf"
    good.write_bytes(make("decision"))
    torn.write_bytes(make("decision")[:300])
    empty.write_bytes(b"")

    status, read = told(line, torn, good, tmp_path / "none.pdf", empty, tmp_path)

    assert status == 1
    assert [each["error"] and each["error"]["code"] for each in read] == [
        "truncated", None, "missing", "empty", "folder",
    ]  # fmt: skip
    assert read[1]["symbol"]["value"] == "27/QĐ-UBND"
    assert all(each["error"]["message"] for each in read if each["error"])
    assert set(read[0]) == set(read[1])


def test_papers_inside_mails_and_archives_are_read_each(line: typer.Typer, tmp_path: Path):
    message = EmailMessage()
    message["From"], message["Subject"] = "vanthu@example.org", "Gửi công văn"
    message.set_content("Kính gửi quý cơ quan.")
    message.add_attachment(make("letter"), maintype="application", subtype="pdf", filename="a.pdf")
    mail, packed = tmp_path / "a.eml", tmp_path / "a.zip"
    mail.write_bytes(bytes(message))
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("b.pdf", make("party"))

    status, [of_mail, of_archive] = told(line, mail, packed)

    assert status == 0
    assert of_mail["attachments"][0]["symbol"]["value"] == "15/UBND-KT"
    assert of_archive["attachments"][0]["file"] == "b.pdf"
    assert of_archive["attachments"][0]["symbol"]["value"] == "36-HD/TU"


def test_without_json_it_is_said_in_lines(line: typer.Typer, tmp_path: Path):
    paper = tmp_path / "party.pdf"
    paper.write_bytes(make("party"))

    ran = CliRunner().invoke(line, ["read", str(paper)])

    assert ran.exit_code == 0
    assert "36-HD/TU" in ran.stdout
    assert "Hướng dẫn" in ran.stdout
