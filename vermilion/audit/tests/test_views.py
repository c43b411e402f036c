"""The pages of the log and its API, as a browser and a machine meet them."""

import base64
import re
from dataclasses import replace

import pytest

from vermilion.audit import actions, integrating, models, words
from vermilion.audit.tests.conftest import MONDAY
from vermilion.kernel.actors import Duty
from vermilion.site.api import api
from vermilion.web.api.examples import examples_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def signed_in(settings, client):
    """Act as somebody in the pages that follow."""
    settings.MIDDLEWARE = [
        *(each for each in settings.MIDDLEWARE if not each.startswith("vermilion.accounts")),
        "vermilion.audit.tests.signed_in.as_named",
    ]

    def act_as(actor):
        settings.WHO_ACTS = actor
        return client

    return act_as


@pytest.fixture
def a_log(recorded, lan):
    """120 entries, signed, and one on its way."""
    recorded(120)
    integrating.integrate(at=MONDAY)
    actions.record(lan, "registry.incoming.registered", "entry:121", at=MONDAY, number=121)


def _links(response):
    return re.findall(r'href="(/log/entries/[0-9]+/)"', response.content.decode())


def test_the_log_is_read_page_by_page_and_every_reading_is_an_entry(
    a_log, signed_in, an_administrator
):
    browser = signed_in(an_administrator)
    first = browser.get("/log/")
    onward = re.search(r'href="([^"]+)" rel="next"', first.content.decode()).group(1)
    second = browser.get(onward.replace("&amp;", "&"))

    assert first.status_code == second.status_code == 200
    assert len(_links(first)) == len(_links(second)) == 50
    assert not set(_links(first)) & set(_links(second))
    assert models.Trace.objects.filter(act="audit.log.read").count() == 2


def test_filters_are_kept_and_can_be_taken_off(a_log, signed_in, an_administrator):
    response = signed_in(an_administrator).get("/log/?subject=entry:7&person=11")

    page = response.content.decode()
    assert len(_links(response)) == 1
    assert 'href="?person=11"' in page
    assert 'href="?subject=entry%3A7"' in page


@pytest.mark.parametrize(
    "query",
    [
        "subject=x%00",
        "subject='--",
        "person=x",
        "person=99999999999999999999999",
        "day=32/13/2026",
        "act=none",
        "day=2026-11-22",
        "person=-1",
    ],
)
def test_a_question_that_makes_no_sense_asks_nothing(a_log, signed_in, an_administrator, query):
    assert signed_in(an_administrator).get(f"/log/?{query}").status_code == 200


def test_a_page_takes_the_same_number_of_statements_however_long(
    recorded, signed_in, an_administrator, django_assert_max_num_queries
):
    browser = signed_in(an_administrator)
    recorded(2)
    browser.get("/log/")
    for more in (1, 40):
        recorded(more)
        with django_assert_max_num_queries(16):
            browser.get("/log/")


def test_an_entry_is_told_in_words_with_its_proof(a_log, signed_in, an_administrator):
    number = models.Leaf.objects.get(index=3).trace_id
    browser = signed_in(an_administrator)

    page = browser.get(f"/log/entries/{number}/").content.decode()
    file = browser.get(f"/log/entries/{number}/proof")

    assert "Nguyễn Thị Lan" in page
    assert "leaf 3 of the log" in page
    assert file["Content-Disposition"] == f'attachment; filename="entry-{number}.tlog-proof"'
    assert file.content.decode().startswith("c2sp.org/tlog-proof@v1\nindex 3\n")
    assert file.content.decode() in page.replace("&#x27;", "'").replace("&quot;", '"')


def test_an_entry_on_its_way_says_so(a_log, signed_in, an_administrator):
    number = models.Trace.objects.latest("id").id
    browser = signed_in(an_administrator)

    assert "on its way" in browser.get(f"/log/entries/{number}/").content.decode()
    assert browser.get(f"/log/entries/{number}/proof").status_code == 409


def test_whoever_has_no_duty_there_does_not_read_it(a_log, signed_in, lan):
    before = models.Trace.objects.count()

    for path in ("/log/", "/log/entries/1/", "/log/entries/1/proof", "/log/tile/entries/000.p/1"):
        assert signed_in(lan).get(path).status_code == 403
    assert models.Trace.objects.count() == before


@pytest.mark.parametrize("language", ["vi", "en", "hi", "ar"])
def test_the_pages_speak_every_language(a_log, signed_in, an_administrator, language):
    browser = signed_in(an_administrator)
    browser.cookies["language"] = language
    number = models.Leaf.objects.get(index=3).trace_id

    for path in ("/log/", f"/log/entries/{number}/", "/api/v1/reference"):
        response = browser.get(path)
        assert response.status_code == 200
        assert f'lang="{language}"' in response.content.decode()


def test_every_act_of_the_log_itself_has_words():
    for act in ("audit.log.read", "audit.bundle.read"):
        assert words.act_in_words(act, {}) != act
    assert words.act_in_words("unknown.act", {}) == "unknown.act"


class TestMachines:
    """The log through the API, with a token of an administrator."""

    @pytest.fixture
    def call(self, client, an_administrator, monkeypatch, settings):
        from vermilion.site import api as site
        from vermilion.web.api.types import Caller

        actor = replace(an_administrator, duties=frozenset({Duty.ADMINISTRATOR}))
        caller = Caller(actor=actor, token="t", scopes=frozenset({"audit:read"}))
        monkeypatch.setattr(
            site.accounts, "actor_of_token", lambda secret, at: (caller.actor, frozenset({"read"}))
        )

        def get(path):
            return client.get(path, headers={"Authorization": "Bearer t"})

        return get

    def test_every_example_of_the_reference_does_what_it_says(self, a_log, call):
        answers = {}
        integrating.integrate(at=MONDAY)
        examples = [each for each in examples_of(api.description) if each.operation[:6] == "audit_"]
        assert len(examples) == 4

        for each in examples:
            response = call(each.url(answers))
            assert response.status_code == each.status, (each.operation, response.content)
            answers[each.operation] = response.json()

        proof = answers["audit_proof"]
        assert base64.b64decode(proof["leaf"]).startswith(b'{"act":')
        assert proof["file"].startswith("c2sp.org/tlog-proof@v1")
        assert answers["audit_checkpoint"]["size"] == 121

    def test_the_list_goes_on_by_its_cursor(self, a_log, call):
        numbers, path = [], "/api/v1/audit/entries?limit=50&act=registry.incoming.registered"
        while path:
            page = call(path)
            numbers += [each["number"] for each in page.json()["items"]]
            path = page.headers.get("Link", "").removeprefix("<http://testserver").partition(">")[0]

        assert len(numbers) == 121
        assert numbers == sorted(numbers, reverse=True)

    def test_a_proof_asked_for_too_early_is_refused_kindly(self, a_log, call):
        number = models.Trace.objects.latest("id").id

        response = call(f"/api/v1/audit/entries/{number}/proof")

        assert response.status_code == 409
        assert response.json()["code"] == "not-published-yet"

    def test_an_entry_of_another_body_is_not_there(self, lan, call):
        actions.record(replace(lan, body_id=2), "there.done", "entry:1", at=MONDAY)
        number = models.Trace.objects.get().id

        assert call(f"/api/v1/audit/entries/{number}").status_code == 404
