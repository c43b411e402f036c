"""Whole pages: landmarks, names and ids that hold, in four languages and both directions."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.utils import translation
from lxml import html

from vermilion.kernel.actors import Actor, ActorKind
from vermilion.web import gallery, navigation, views
from vermilion.web.requests import ActingRequest

VIEWS = {
    "components": gallery.components,
    "workbench": gallery.workbench,
    "plain": gallery.plain,
    "paper": gallery.paper,
}
LANGUAGES = ["vi", "en", "hi", "ar"]
HANH = Actor(kind=ActorKind.PERSON, name="Hạnh", post="Văn thư", body="Xã Gia Viễn")


def _request(query: str = "", path: str = "/gallery/") -> ActingRequest:
    request = RequestFactory().get(f"{path}?{query}")
    request.now = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
    request.trace = "0123456789abcdef"
    return request


def _tree(answer: HttpResponse) -> html.HtmlElement:
    return html.document_fromstring(answer.content.decode())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", VIEWS)
class TestEveryPage:
    def test_says_its_language_and_direction(self, name, language):
        page = _tree(VIEWS[name](_request(f"language={language}")))

        assert page.get("lang") == language
        assert page.get("dir") == ("rtl" if language == "ar" else "ltr")

    def test_has_one_content_one_heading_and_a_title(self, name, language):
        page = _tree(VIEWS[name](_request(f"language={language}")))

        assert len(page.xpath("//main[@id='main']")) == 1
        assert len(page.xpath("//h1")) == 1
        assert " ".join(page.findtext(".//title").split()).endswith("· Vermilion")

    def test_uses_each_id_once_and_points_at_none_that_is_missing(self, name, language):
        page = _tree(VIEWS[name](_request(f"language={language}")))
        ids = Counter(page.xpath("//@id"))
        pointed = [
            each
            for attribute in ("for", "aria-describedby", "aria-labelledby")
            for value in page.xpath(f"//@{attribute}")
            for each in value.split()
        ]

        assert {each for each, times in ids.items() if times > 1} == set()
        assert set(pointed) - set(ids) == set()

    def test_names_everything_one_can_press_or_fill_in(self, name, language):
        page = _tree(VIEWS[name](_request(f"language={language}")))
        pressed = page.xpath("//a | //button | //summary")
        labelled = set(page.xpath("//label/@for"))
        filled = page.xpath("//input[not(@type='hidden')] | //select | //textarea")

        assert [html.tostring(each) for each in pressed if not _named(each)] == []
        assert [
            html.tostring(each)
            for each in filled
            if each.get("id") not in labelled and not each.xpath("ancestor::label")
        ] == []

    def test_tells_its_navigations_apart(self, name, language):
        page = _tree(VIEWS[name](_request(f"language={language}")))
        names = page.xpath("//nav/@aria-label")

        assert len(names) == len(page.xpath("//nav"))
        assert len(set(names)) == len(names)


def _named(element: html.HtmlElement) -> bool:
    return bool(element.text_content().strip() or element.xpath(".//@aria-label"))


def test_one_vermilion_button_is_in_view():
    page = _tree(gallery.workbench(_request("language=vi")))

    assert len(page.find_class("button--act")) == 1


def test_acting_for_another_is_said_in_the_bar():
    page = _tree(gallery.workbench(_request("language=en")))

    assert "Acting for Trần Văn Minh" in page.find_class("bar")[0].text_content()


@pytest.mark.parametrize("asked", ["theme=dark&density=compact", "theme=light"])
def test_a_page_can_be_looked_at_as_another_would_see_it(asked):
    page = _tree(gallery.components(_request(asked)))
    shown = {"theme": page.get("data-theme"), "density": page.get("data-density")}

    assert all(
        shown[name] == value for name, value in (each.split("=") for each in asked.split("&"))
    )


def test_choosing_needs_no_script():
    page = _tree(gallery.components(_request("language=en")))
    [form] = page.xpath("//form[@action='/preferences/']")

    assert form.get("method") == "post"
    assert set(form.xpath(".//button/@name")) == {"language", "theme", "density"}
    assert form.xpath(".//button[@name='language']/@value") == LANGUAGES
    assert form.xpath(".//input[@name='next']/@value") == ["/gallery/?language=en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_offline_page_stands_by_itself(language):
    with translation.override(language):
        page = _tree(views.offline(_request(path="/offline/")))

    assert page.get("lang") == language
    assert len(page.xpath("//h1")) == 1


class TestTheRail:
    ITEMS = (
        navigation.Item(
            name="gallery",
            label="Gallery",
            icon="inbox",
            url_name="web:gallery",
            count=lambda request: 3 if request.actor.name == "Hạnh" else None,
        ),
        navigation.Item(name="later", label="Later", icon="flag", url_name="nowhere:yet"),
        navigation.Item(
            name="locked",
            label="Locked",
            icon="lock",
            url_name="web:offline",
            shown=lambda actor: actor.post == "Lãnh đạo",
        ),
    )

    def _request(self, actor: Actor) -> ActingRequest:
        request = _request()
        request.actor = actor
        return request

    def test_shows_what_is_built_and_for_this_actor(self):
        [place] = navigation.places(self._request(HANH), self.ITEMS)

        assert (place.name, place.url, place.count) == ("gallery", "/gallery/", 3)

    def test_opens_more_to_another_post(self):
        leader = replace(HANH, post="Lãnh đạo")

        names = [each.name for each in navigation.places(self._request(leader), self.ITEMS)]

        assert names == ["gallery", "locked"]


@override_settings(FACE_SLOTS={"bar": ["web/components/skeleton.html"]})
def test_packages_hang_their_pieces_into_the_frame():
    page = _tree(gallery.components(_request()))

    assert page.find_class("bar")[0].find_class("skeleton")
