"""The ground under every operation, tried on the small API of `probe`."""

import json
from datetime import UTC, date, datetime

import pytest
from pydantic import AwareDatetime, TypeAdapter, ValidationError

from vermilion.audit import models as log
from vermilion.web.api.types import Day, Given
from vermilion.web.tests import probe
from vermilion.web.tests.calling import BEARER, LETTERS, client, get, post, problem


class _Dated(Given):
    on: date | None
    at: list[AwareDatetime] = []


@pytest.fixture(autouse=True)
def _probed(settings):
    settings.ROOT_URLCONF = "vermilion.web.tests.probe"
    settings.MIDDLEWARE = [
        each for each in settings.MIDDLEWARE if not each.startswith("vermilion.accounts")
    ]


@pytest.mark.django_db
class TestProblems:
    def test_without_a_token_nothing_opens(self):
        response = client().get(LETTERS)

        problem(response, 401, "not-signed-in")
        assert response["WWW-Authenticate"] == 'Bearer realm="api"'

    @pytest.mark.parametrize("token", ["Bearer bad", "Basic good", "Bearer", "good", "Bearer  "])
    def test_a_token_that_opens_nothing_is_none(self, token):
        problem(get(LETTERS, token=token), 401, "not-signed-in")

    def test_a_token_without_the_scope_is_told_which(self):
        told = problem(get(LETTERS, token="Bearer poor"), 403, "scope-missing")
        assert told["facts"] == {"scope": "probe"}

    def test_an_unknown_address_is_a_problem_too(self):
        problem(get("/api/v1/nothing/here"), 404, "not-found")
        problem(get("/api/v1/"), 404, "not-found")

    def test_an_unknown_method_names_those_known(self):
        response = client().put(LETTERS, headers={"Authorization": BEARER})

        problem(response, 405, "unknown-method")
        assert response["Allow"] == "GET, POST"

    @pytest.mark.parametrize(
        ("kind", "status", "code"),
        [
            ("gone", 404, "not-found"),
            ("denied", 403, "not-allowed"),
            ("refused", 409, "already-there"),
            ("broken", 500, "broken"),
        ],
    )
    def test_what_a_view_raises_becomes_a_problem(self, kind, status, code):
        response = get(f"/api/v1/probe/wrong/{kind}")

        told = problem(response, status, code)
        assert "secret inside" not in json.dumps(told)

    def test_a_refusal_says_its_sentence_its_facts_and_its_field(self):
        told = problem(post({"symbol": "taken"}), 409, "already-there")

        assert told["detail"] == "It is there already, as taken."
        assert told["facts"] == {"symbol": "taken"}
        assert told["errors"][0]["pointer"] == "/symbol"
        assert not log.Trace.objects.exists()

    def test_each_value_that_cannot_be_taken_is_named(self):
        told = problem(post({"pages": "many"}), 422, "unacceptable-values")

        assert {(each["place"], each["pointer"], each["code"]) for each in told["errors"]} == {
            ("body", "/symbol", "missing"),
            ("body", "/pages", "int-type"),
        }

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"{",
            b"nothing",
            b'{"symbol": NaN}',
            b'{"symbol": "a", "symbol": "b"}',
            b'{"symbol": "\xff"}',
            b"\xff\xfe{\x00}\x00",
            b'{"symbol": "a\\u0000b"}',
            b'{"symbol": "\\ud800"}',
            b'{"a\\u0000": 1, "symbol": "x"}',
            b'{"symbol": "x", "pages": ' + b"9" * 30 + b"}",
            b'{"symbol": "x", "pages": ' + b"9" * 5000 + b"}",
            b'{"symbol": "x", "pages": 1e999}',
            b"[" * 100_000,
            b'{"symbol": ' + b"[" * 200 + b"]" * 200 + b"}",
        ],
    )
    def test_a_damaged_body_cannot_be_read(self, body):
        problem(post(body), 400, "unreadable")

    def test_a_member_nobody_asked_for_is_not_passed_over(self):
        told = problem(post({"symbol": "1", "page": 2}), 422, "unacceptable-values")
        assert told["errors"][0]["pointer"] == "/page"

    @pytest.mark.parametrize("body", ["null", "[]", "1", '"x"', "true"])
    def test_a_body_of_another_shape_cannot_be_taken(self, body):
        problem(post(body), 422, "unacceptable-values")

    @pytest.mark.parametrize("pages", [True, "3", "x", 1.5, [3]])
    def test_a_number_is_written_as_a_number(self, pages):
        told = problem(post({"symbol": "1", "pages": pages}), 422, "unacceptable-values")
        assert told["errors"][0]["pointer"] == "/pages"

    @pytest.mark.parametrize("day", ["0", "1700000000", "20260105", "2026-1-5", "2026-01-05T00:00"])
    def test_a_day_in_an_address_is_written_as_a_day(self, day):
        with pytest.raises(ValidationError, match="valid date"):
            TypeAdapter(Day).validate_python(day)

    @pytest.mark.parametrize("value", [0, "0", 1700000000, True, "2026-01-05T00:00:00Z"])
    def test_a_day_in_a_body_is_written_as_a_day(self, value):
        with pytest.raises(ValidationError, match="valid date"):
            _Dated.model_validate({"on": value})

    @pytest.mark.parametrize("value", [0, "0", 1700000000, "2026-01-05", "2026-01-05T10:00:00"])
    def test_a_moment_in_a_body_is_written_with_its_zone(self, value):
        with pytest.raises(ValidationError):
            _Dated.model_validate({"on": "2026-01-05", "at": [value]})

    def test_days_and_moments_are_taken_as_they_are_described(self):
        given = _Dated.model_validate({"on": "2026-01-05", "at": ["2026-01-05T10:00:00+07:00"]})
        assert (str(given.on), given.at[0].hour) == ("2026-01-05", 10)

    def test_a_form_whose_parts_nothing_separates_cannot_be_read(self):
        answer = post(b"--x", kind="multipart/form-data", path="/api/v1/probe/files")
        problem(answer, 400, "unreadable")

    def test_another_kind_of_content_is_not_taken(self):
        problem(
            post("symbol=x", kind="application/x-www-form-urlencoded"), 415, "unknown-media-type"
        )
        problem(post("x", kind="text/plain"), 415, "unknown-media-type")

    def test_too_much_is_too_large(self, settings):
        settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000

        problem(post({"symbol": "x" * 2_000}), 413, "too-large")

    @pytest.mark.parametrize("query", ["cursor=%00", "cursor=a%00b", "%00=1", "cursor=%ff"])
    def test_an_address_that_is_no_text_cannot_be_read(self, query):
        problem(get(f"{LETTERS}?{query}"), 400, "unreadable")

    def test_a_parameter_that_is_none_is_not_passed_over(self):
        told = problem(get(f"{LETTERS}?limt=2"), 422, "unacceptable-values")
        assert told["errors"][0]["pointer"] == "/limt"

    @pytest.mark.parametrize("number", ["0", "-1", "x", str(2**63), "9" * 400])
    def test_a_number_that_is_none_cannot_be_taken(self, number):
        problem(get(f"{LETTERS}/{number}"), 422, "unacceptable-values")

    def test_the_words_are_in_the_language_asked_for(self):
        here = get("/api/v1/probe/wrong/gone", **{"Accept-Language": "vi"}).json()
        there = get("/api/v1/probe/wrong/gone", **{"Accept-Language": "en"}).json()

        assert here["code"] == there["code"]
        assert here["title"] != there["title"]

    def test_nothing_of_an_answer_is_kept_on_the_way(self):
        assert "no-store" in get(LETTERS)["Cache-Control"]


@pytest.mark.django_db
class TestPages:
    @pytest.fixture
    def eight(self):
        at = datetime(2026, 3, 2, tzinfo=UTC)
        from vermilion.audit import actions

        for number in range(8):
            actions.record(probe.LAN, f"act.{number % 3}", "entry:1", at=at)

    def _walk(self, limit):
        seen, address = [], f"{LETTERS}?limit={limit}"
        while address:
            response = get(address)
            page = response.json()
            seen += [item["number"] for item in page["items"]]
            link = response.headers.get("Link", "")
            assert bool(link) == (page["next"] is not None)
            address = link.removeprefix("<http://testserver").partition(">")[0]
        return seen

    @pytest.mark.parametrize("limit", [1, 3, 7, 8, 9])
    def test_the_pages_together_are_the_list(self, limit, eight):
        rows = log.Trace.objects.order_by("act", "id").values_list("id", flat=True)

        assert self._walk(limit) == list(rows)

    @pytest.mark.parametrize("cursor", ["x", "a:b:c", "Wzcd", "é"])
    def test_a_cursor_of_ones_own_making_is_refused(self, cursor):
        problem(get(f"{LETTERS}?cursor={cursor}"), 404, "unknown-cursor")

    def test_a_cursor_of_another_list_is_refused(self, eight):
        from vermilion.web.api.paging import _write

        problem(get(f"{LETTERS}?cursor={_write(['a', 1], 'another')}"), 404, "unknown-cursor")

    @pytest.mark.parametrize("limit", ["0", "201", "-1", "many", ""])
    def test_a_page_has_a_size(self, limit):
        problem(get(f"{LETTERS}?limit={limit}"), 422, "unacceptable-values")


class TestDescription:
    def test_it_is_openapi_and_the_same_each_time(self):
        from vermilion.web.api.building import build
        from vermilion.web.api.describing import as_json

        text = as_json(probe.api.description)
        again = build(authenticate=probe.authenticate, routers={"probe": probe.router})

        assert json.loads(text)["openapi"].startswith("3.1")
        assert as_json(again.description) == text

    def test_every_operation_tells_what_can_go_wrong(self):
        for methods in probe.api.description["paths"].values():
            for method, operation in methods.items():
                told = set(operation["responses"])
                assert {"400", "401", "403", "404", "405", "422", "429", "500", "503"} <= told
                if method in ("post", "delete"):
                    assert "409" in told
                    names = {each["name"] for each in operation["parameters"]}
                    assert "Idempotency-Key" in names
                if "requestBody" in operation:
                    assert {"413", "415"} <= told

    def test_it_is_served_to_everybody(self, client, settings):
        response = client.get("/api/v1/openapi.json")

        assert response.status_code == 200
        assert response.json() == json.loads(json.dumps(probe.api.description))
