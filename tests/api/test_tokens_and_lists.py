"""Tokens that open too little, lists that go on, and words in the language asked for."""

from uuid import uuid4

import pytest
import requests

from tests.api.by_hand import BOOK, a_paper, problem
from tests.api.house import House
from vermilion.accounts.types import Scope


class TestTokens:
    @pytest.mark.parametrize(
        "header",
        [
            "",
            "Bearer",
            "Bearer ",
            "Basic bGFuOmxhbg==",
            "Bearer vml_" + "x" * 51,
            "Bearer \u00e9",
            "bearer nothing",
        ],
    )
    def test_what_is_no_token_opens_nothing(self, house: House, header: str):
        answer = house.lan.call(
            "GET",
            BOOK,
            headers={"Authorization": header.encode("latin-1")},  # type: ignore[dict-item] # bytes are meant
        )
        problem(answer, 401, "not-signed-in")
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="api"'

    def test_a_token_that_has_ended(self, house: House):
        problem(house.with_token("ended").get(BOOK), 401, "not-signed-in")

    def test_a_token_that_was_revoked(self, house: House):
        program = house.with_token("revoked")
        assert program.get(BOOK, limit=1).status_code == 200

        house.revoke("revoked")

        problem(program.get(BOOK), 401, "not-signed-in")

    @pytest.mark.parametrize("scope", list(Scope))
    def test_a_scope_too_few(self, house: House, scope: Scope):
        program = house.with_token(scope)
        answer = {
            Scope.READ: lambda: program.get(BOOK),
            Scope.REGISTER: lambda: program.post(BOOK, a_paper("1/PHAM-VI")),
            Scope.DIRECT: lambda: program.post("routing/slips/1/closing", {}),
            Scope.WORK: lambda: program.post("tasks/1/taking-in"),
            Scope.FILES: lambda: program.post("files/uploads", {"name": "a", "size": 1}),
            Scope.DIRECTORY: lambda: program.post(
                "directory/people", {"full_name": "Ai đó", "kept_by": 1}
            ),
        }[scope]()

        assert problem(answer, 403, "scope-missing")["facts"] == {"scope": str(scope)}

    def test_another_body_sees_and_changes_nothing_of_ours(self, house: House):
        line = house.lan.post(BOOK, a_paper("1/CUA-TA")).json()
        [slip] = [
            each
            for each in house.minh.told("routing/slips", limit=200)["items"]
            if each["document"] == line["document"]
        ] or [{"id": 1}]
        stranger = house.a_stranger

        for answer in (
            stranger.get(f"registry/entries/{line['id']}"),
            stranger.get(f"documents/{line['document']}"),
            stranger.get(f"routing/slips/{slip['id']}"),
            stranger.post(
                f"registry/entries/{line['id']}/striking", {"reason": "Không phải của tôi"}
            ),
            stranger.post(f"routing/slips/{slip['id']}/closing", {}),
        ):
            problem(answer, 404, "not-found")
        assert stranger.told(BOOK)["items"] == []
        assert house.lan.told(f"registry/entries/{line['id']}")["struck_out"] == ""

    def test_too_much_haste_is_told_to_wait(self, house: House):
        house.exhaust("hasty")

        answer = house.with_token("hasty").get("documents/types")

        told = problem(answer, 429, "too-many-calls")
        assert 1 <= int(answer.headers["Retry-After"]) <= 60
        assert told["facts"] == {"seconds": int(answer.headers["Retry-After"])}
        assert house.programs["hoa"].get("documents/types").status_code == 200


class TestLists:
    def test_a_cursor_of_another_list(self, house: House):
        for number in range(2):
            house.lan.post(BOOK, a_paper(f"{number}/TRANG"))
        cursor = house.lan.told(BOOK, limit=1)["next"]
        assert cursor

        problem(house.lan.get("routing/slips", cursor=cursor), 404, "unknown-cursor")
        problem(house.lan.get(BOOK, cursor=cursor[:-1]), 404, "unknown-cursor")
        problem(house.lan.get(BOOK, cursor=f"{cursor}x"), 404, "unknown-cursor")

    def test_the_header_link_leads_where_next_leads(self, house: House):
        for symbol in ("1/LINK", "2/LINK"):
            house.lan.post(BOOK, a_paper(symbol))
        answer = house.lan.get(BOOK, limit=1)
        link = answer.links["next"]["url"]
        by_link = requests.get(link, headers=house.lan.headers, timeout=60).json()
        by_next = house.lan.told(BOOK, limit=1, cursor=answer.json()["next"])
        assert by_link["items"] == by_next["items"]

    def test_what_comes_in_while_one_reads_moves_nothing(self, house: House):
        for place in range(4):
            house.lan.post(BOOK, a_paper(f"{place + 1}/TRUOC"))
        first = house.lan.told(BOOK, limit=2)
        house.lan.post(BOOK, a_paper("1/DEN-GIUA-CHUNG"))
        second = house.lan.told(BOOK, limit=2, cursor=first["next"])
        ids = [each["id"] for each in first["items"] + second["items"]]
        assert ids == sorted(set(ids), reverse=True)


class TestWords:
    @pytest.mark.parametrize("language", ["vi", "hi", "ar", "en"])
    def test_a_problem_speaks_the_language_asked_for(self, house: House, language: str):
        answer = house.lan.call("GET", "nothing", headers={"Accept-Language": language})
        problem(answer, 404, "not-found")
        assert answer.headers["Content-Language"] == language

    def test_four_languages_have_four_sentences(self, house: House):
        said = {
            house.lan.call(
                "POST",
                BOOK,
                key=str(uuid4()),
                json=a_paper("1/NGON-NGU", arrived_on="2999-01-01"),
                headers={"Accept-Language": language},
            ).json()["detail"]
            for language in ("vi", "hi", "ar", "en")
        }
        assert len(said) == 4

    @pytest.mark.parametrize("asked", ["xx", "*", "vi;q=nothing", ",,,", "x" * 5_000, "VI-vn"])
    def test_an_odd_wish_is_no_harm(self, house: House, asked: str):
        answer = house.lan.call("GET", "nothing", headers={"Accept-Language": asked})
        problem(answer, 404, "not-found")
