"""A letter goes the whole way without a screen: programs call, each in the post of somebody."""

import base64
import hashlib
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.api.house import House, Program, pages


@pytest.fixture(scope="module")
def a_scan() -> bytes:
    from vermilion.site.seeds.papers import Paper, printed

    return printed(
        Paper(
            layout="state",
            issuer=("BỘ NỘI VỤ",),
            authority="",
            symbol="77/BNV-MAY",
            abstract="V/v gửi văn bản bằng máy",
            dated_on=datetime(2026, 10, 30, tzinfo=UTC).date(),
            signing=("BỘ TRƯỞNG",),
        )
    )


def test_a_letter_goes_its_whole_way_by_machine(house: House, a_scan: bytes):
    lan, minh, head_of_it = house.lan, house.minh, house.head_of_it

    uploaded = lan.post("files/uploads/whole", files={"file": ("cong-van.pdf", a_scan)})
    assert uploaded.status_code == 201, uploaded.text
    upload = uploaded.json()

    registered = lan.post(
        "registry/incoming",
        {
            "symbol": "77/BNV-MAY",
            "dated_on": "2026-10-30",
            "issuer": "Bộ Nội vụ",
            "abstract": "V/v gửi văn bản bằng máy",
            "arrived_on": "2026-11-02",
            "laid_before_id": house.office.minh,
            "uploads": [upload["id"]],
        },
    )
    assert registered.status_code == 201, registered.text
    line = registered.json()

    slip = _slip_of(minh, line["document"])
    directed = minh.post(
        f"routing/slips/{slip['id']}/directions",
        {
            "instruction": "Cục CNTT chủ trì, báo cáo trước ngày 20.",
            "shares": [
                {
                    "part": "lead",
                    "unit_id": house.office.it_id,
                    "due_at": (datetime.now(UTC) + timedelta(days=5)).isoformat(),
                }
            ],
        },
    )
    assert directed.status_code == 201, directed.text
    assert directed.json()["leads"] == 1

    task = _task_about(head_of_it, line["document"])
    taken = head_of_it.post(f"tasks/{task['id']}/taking-in")
    assert taken.status_code == 200, taken.text
    done = head_of_it.post(f"tasks/{task['id']}/completion", {"report": "Đã triển khai xong."})
    assert done.status_code == 200, done.text

    closed = lan.post(f"routing/slips/{slip['id']}/closing", {"note": "Lưu hồ sơ."})
    assert closed.status_code == 200, closed.text
    assert (closed.json()["standing"], closed.json()["leads_done"]) == ("closed", 1)

    _the_book_shows_it(lan, line)
    _the_file_reads_as_it_was_sent(head_of_it, upload["digest"], a_scan)
    _the_log_proves_it(house, line)


def _slip_of(program: Program, document: int) -> dict[str, Any]:
    [found] = [each for each in pages(program, "routing/slips") if each["document"] == document]
    return found


def _task_about(program: Program, document: int) -> dict[str, Any]:
    subject = f"document:{document}"
    [found] = [each for each in pages(program, "tasks/") if each["subject"] == subject]
    return found


def _the_book_shows_it(program: Program, line: dict[str, Any]) -> None:
    assert program.told(f"registry/entries/{line['id']}") == line
    [found] = program.told("registry/incoming", words="BNV-MAY")["items"]
    assert (found["id"], found["struck_out"]) == (line["id"], "")
    document = program.told(f"documents/{line['document']}")
    assert [file["name"] for file in document["files"]] == ["cong-van.pdf"]


def _the_file_reads_as_it_was_sent(program: Program, digest: str, sent: bytes) -> None:
    """By somebody who was given the duty; its bytes are given out once they were examined."""
    deadline = time.monotonic() + 90
    while (answer := program.get(f"files/{digest}/content")).status_code != 200:
        assert time.monotonic() < deadline, answer.text
        time.sleep(0.5)
    assert answer.content == sent


def _the_log_proves_it(house: House, line: dict[str, Any]) -> None:
    """The entry leads to the root that was signed, reckoned here from the standard alone."""
    reader = house.programs["an_administrator"]
    [act] = pages(reader, "audit/entries", subject=f"entry:{line['id']}")
    assert (act["act"], act["by"]["name"]) == ("registry.incoming.registered", "Trần Thị Lan")

    deadline = time.monotonic() + 60
    while (answer := reader.get(f"audit/entries/{act['number']}/proof")).status_code != 200:
        assert (answer.status_code, time.monotonic() < deadline) == (409, True), answer.text
        time.sleep(0.5)
    proof = answer.json()
    leaf = hashlib.sha256(b"\0" + base64.b64decode(proof["leaf"])).digest()
    hashes = [base64.b64decode(each) for each in proof["hashes"]]
    root = _root_from(leaf, proof["index"], proof["size"], hashes)
    assert base64.b64encode(root).decode() == proof["root"]
    assert f"\n{proof['size']}\n{proof['root']}\n" in proof["file"]


def _root_from(value: bytes, index: int, size: int, hashes: list[bytes]) -> bytes:
    """RFC 9162, 2.1.3.2."""
    last = size - 1
    for each in hashes:
        if index % 2 or index == last:
            value = hashlib.sha256(b"\1" + each + value).digest()
            while index and not index % 2:
                index, last = index >> 1, last >> 1
        else:
            value = hashlib.sha256(b"\1" + value + each).digest()
        index, last = index >> 1, last >> 1
    assert last == 0
    return value
