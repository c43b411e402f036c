"""What no description speaks of: damaged, doubled, hasty, foreign and oversized calls."""

import http.client
import json
import socket
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
import requests

from tests.api.by_hand import BOOK, a_paper, entered, problem
from tests.api.house import House


class TestDamaged:
    @pytest.mark.parametrize(
        "body",
        [
            pytest.param(b"", id="nothing"),
            pytest.param(b"{", id="half"),
            pytest.param(b"\xff\xfe\x00", id="no-text"),
            pytest.param(b'{"symbol": "\xc3("}', id="broken-utf-8"),
            pytest.param(b'\xef\xbb\xbf{"symbol": "1"}', id="byte-order-mark"),
            pytest.param(b'{"symbol": "a\\u0000"}', id="nul"),
            pytest.param(b'{"symbol": "\\ud800"}', id="half-a-character"),
            pytest.param(b'{"symbol": "1", "symbol": "2"}', id="doubled-member"),
            pytest.param(b'{"pages": ' + b"9" * 400 + b"}", id="huge-number"),
            pytest.param(b'{"pages": 1e400}', id="number-without-end"),
            pytest.param(b'{"pages": NaN}', id="no-number"),
            pytest.param(b"[" * 50_000, id="half-deep"),
            pytest.param(b"[" * 3_000 + b"]" * 3_000, id="deep"),
            pytest.param(b'{"a":' * 3_000 + b"1" + b"}" * 3_000, id="deep-members"),
        ],
    )
    def test_a_body_that_cannot_be_read(self, house: House, body: bytes):
        answer = house.lan.call(
            "POST",
            BOOK,
            key=str(uuid4()),
            data=body,
            headers={"Content-Type": "application/json"},
        )
        problem(answer, 400, "unreadable")

    @pytest.mark.parametrize("pages", [2**31, 2**63, 10**17, -1, 0, 1.5, "1e3", True, [1], {}])
    def test_a_number_that_cannot_be_kept(self, house: House, pages: object):
        answer = house.lan.post(BOOK, a_paper("1/SO", pages=pages))
        assert answer.status_code in (400, 422), answer.text
        assert answer.json()["code"] in ("unreadable", "unacceptable-values")

    @pytest.mark.parametrize(
        "path",
        [
            "registry/entries/99999999999999999999999999",
            "registry/entries/-1",
            "registry/entries/1e3",
            "registry/entries/%00",
            "registry/entries/1%00",
            "registry/entries/%ff",
            "registry/incoming?words=%00",
            "registry/incoming?words=%ff",
            "registry/incoming?limit=99999999999999999999",
            "registry/incoming?since=0000-00-00",
            "registry/incoming?since=2026-02-30",
            "registry/incoming?cursor=%F0%9F%92%A9",
            "directory/bodies/1/units?on=9999-99-99",
            "documents/readings/no-uuid",
            "files/" + "g" * 64,
            "files/" + "A" * 64,
            "audit/entries?day=275760-09-13",
        ],
    )
    def test_an_address_that_means_nothing(self, house: House, path: str):
        answer = house.programs["an_administrator"].get(path)
        assert answer.status_code in (400, 404, 422), answer.text
        problem(answer, answer.status_code, answer.json()["code"])

    @pytest.mark.parametrize("day", [0, 1_700_000_000, "0", "20261102", "2026-11-02T00:00:00Z"])
    def test_a_day_that_is_not_written_as_one(self, house: House, day: object):
        answer = house.lan.post(BOOK, a_paper("1/NGAY-SO", arrived_on=day))
        told = problem(answer, 422, "unacceptable-values")
        assert told["errors"][0]["pointer"] == "/arrived_on"
        problem(house.lan.get(BOOK, since=day), 422, "unacceptable-values")

    @pytest.mark.parametrize("urgency", [True, "1", 1.5, None])
    def test_a_number_that_is_not_written_as_one(self, house: House, urgency: object):
        answer = house.lan.post(BOOK, a_paper("1/SO-CHU", urgency=urgency))
        assert problem(answer, 422, "unacceptable-values")["errors"][0]["pointer"] == "/urgency"

    def test_a_form_without_a_boundary(self, house: House):
        for path in ("files/uploads/whole", "tasks/1/taking-in"):
            answer = house.lan.call(
                "POST", path, key=str(uuid4()), headers={"Content-Type": "multipart/form-data"}
            )
            problem(answer, 400, "unreadable")

    @pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
    def test_the_first_and_the_last_day_there_are(self, house: House, day: str):
        program = house.programs["an_administrator"]
        for path in (
            f"registry/incoming?since={day}&until={day}",
            f"directory/bodies/{house.office.body_id}/units?on={day}",
            f"directory/bodies/{house.office.body_id}?on={day}",
            f"directory/bodies/search?q=van&on={day}",
            f"documents/types?on={day}",
            f"audit/entries?day={day}",
        ):
            assert program.get(path).status_code in (200, 404), path
        answer = house.lan.post(BOOK, a_paper("1/NGAY", dated_on=day, arrived_on=day))
        assert answer.status_code in (201, 409, 422), answer.text

    @pytest.mark.parametrize(
        "kind", ["text/plain", "application/xml", "multipart/form-data", "application/jsonx", "x"]
    )
    def test_another_kind_of_content(self, house: House, kind: str):
        answer = house.lan.call(
            "POST", BOOK, key=str(uuid4()), data=b"{}", headers={"Content-Type": kind}
        )
        problem(answer, 415, "unknown-media-type")

    def test_a_form_whose_parts_have_no_end(self, house: House):
        for data in (
            b"",
            b"--x",
            b"--x\r\n\r\n",
            b"--x\r\nContent-Disposition: form-data\r\n\r\n1",
        ):
            answer = house.lan.call(
                "POST",
                "files/uploads/whole",
                key=str(uuid4()),
                data=data,
                headers={"Content-Type": "multipart/form-data; boundary=x"},
            )
            assert answer.status_code in (400, 422), answer.text

    @pytest.mark.parametrize("name", ["../../etc/passwd", "a\\b.pdf", "x" * 300, "‮fdp.exe", "."])
    def test_a_file_with_an_odd_name(self, house: House, name: str):
        answer = house.lan.post("files/uploads/whole", files={"file": (name, b"hello")})
        assert answer.status_code in (201, 422), answer.text
        if answer.status_code == 201:
            assert "/" not in answer.json()["name"]

    @pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "BREW"])
    def test_a_method_that_is_not_known(self, house: House, method: str):
        answer = house.lan.call(method, BOOK)
        told = problem(answer, 405, "unknown-method")
        assert told["detail"]
        assert answer.headers["Allow"] == "GET, POST"

    def test_a_header_of_great_length(self, house: House):
        answer = house.lan.call("GET", BOOK, headers={"X-Long": "x" * 60_000})
        assert answer.status_code in (200, 400, 413, 431)
        answer = house.lan.call("GET", BOOK, headers={"Authorization": "Bearer " + "x" * 60_000})
        assert answer.status_code in (401, 400, 431)

    def test_headers_without_end_leave_the_server_up(self, house: House):
        port = house.installation.port
        with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
            line.sendall(b"GET /api/v1/registry/incoming HTTP/1.1\r\nHost: 127.0.0.1\r\n")
            try:
                for number in range(400):
                    line.sendall(b"X-%d: " % number + b"x" * 4_000 + b"\r\n")
                line.sendall(b"\r\n")
                assert b" 4" in line.recv(64) or True
            except OSError:
                pass  # hung up on, as it should be
        assert house.lan.get(BOOK, limit=1).status_code == 200

    def test_a_body_that_breaks_off_leaves_nothing(self, house: House):
        line = http.client.HTTPConnection("127.0.0.1", house.installation.port, timeout=30)
        line.putrequest("POST", f"/api/v1/{BOOK}")
        for name, value in house.lan.headers.items():
            line.putheader(name, value)
        line.putheader("Idempotency-Key", str(uuid4()))
        line.putheader("Content-Type", "application/json")
        body = json.dumps(a_paper("1/DUT-GIUA-CHUNG")).encode()
        line.putheader("Content-Length", str(len(body) + 10))
        line.endheaders()
        line.send(body)
        line.close()
        assert entered(house.lan, "1/DUT-GIUA-CHUNG") == 0

    def test_more_than_is_taken(self, house: House):
        answer = house.lan.post(BOOK, a_paper("1/TO", note="x" * 6_000_000))
        problem(answer, 413, "too-large")


class TestRepeating:
    def test_the_same_request_has_the_same_answer_and_one_line(self, house: House):
        key = str(uuid4())
        first = house.lan.call("POST", BOOK, key=key, json=a_paper("1/LAP"), headers=_one(house))
        again = house.lan.call("POST", BOOK, key=key, json=a_paper("1/LAP"), headers=_one(house))

        assert (first.status_code, again.status_code) == (201, 201)
        assert first.content == again.content
        assert again.headers["Idempotency-Replayed"] == "true"
        assert entered(house.lan, "1/LAP") == 1

    def test_another_request_under_the_same_key_is_refused(self, house: House):
        key = str(uuid4())
        house.lan.call("POST", BOOK, key=key, json=a_paper("1/KHAC"), headers=_one(house))
        other = house.lan.call("POST", BOOK, key=key, json=a_paper("2/KHAC"), headers=_one(house))

        problem(other, 422, "key-reused")
        assert entered(house.lan, "2/KHAC") == 0

    def test_the_same_key_at_another_address_is_another_request(self, house: House):
        key, upload = str(uuid4()), {"name": "a.pdf", "size": 10}
        first = house.lan.call("POST", "files/uploads", key=key, json=upload, headers=_one(house))
        other = house.lan.call("POST", BOOK, key=key, json=a_paper("3/KHAC"), headers=_one(house))

        assert first.status_code == 201
        problem(other, 422, "key-reused")

    def test_eight_at_once_are_one_act(self, house: House):
        key, headers = str(uuid4()), _one(house)

        def send(_number: int) -> requests.Response:
            return requests.post(
                f"{house.lan.url}/api/v1/{BOOK}",
                json=a_paper("1/CUNG-LUC"),
                headers={**headers, "Idempotency-Key": key},
                timeout=60,
            )

        with ThreadPoolExecutor(8) as threads:
            answers = list(threads.map(send, range(8)))

        told = Counter(answer.status_code for answer in answers)
        assert set(told) <= {201, 409}
        assert told[201] >= 1
        assert len({answer.json()["id"] for answer in answers if answer.status_code == 201}) == 1
        assert entered(house.lan, "1/CUNG-LUC") == 1

    def test_a_key_is_kept_apart_by_token(self, house: House):
        key = str(uuid4())
        first, other = house.lan.tokens[:2]
        answers = [
            house.lan.call(
                "POST",
                "files/uploads",
                key=key,
                json={"name": "a.pdf", "size": 10},
                headers={"Authorization": f"Bearer {token}"},
            )
            for token in (first, other)
        ]
        assert [answer.status_code for answer in answers] == [201, 201]
        assert answers[0].json()["id"] != answers[1].json()["id"]

    @pytest.mark.parametrize("key", ["", "a b", "x" * 201])
    def test_without_a_sound_key_nothing_is_written(self, house: House, key: str):
        answer = house.lan.call(
            "POST", BOOK, json=a_paper("1/KHONG-KHOA"), headers={"Idempotency-Key": key}
        )
        problem(answer, 400, "key-missing")
        assert entered(house.lan, "1/KHONG-KHOA") == 0


def _one(house: House) -> dict[str, str]:
    """The same token each time: keys are kept apart by token."""
    return {"Authorization": f"Bearer {house.lan.tokens[0]}"}
