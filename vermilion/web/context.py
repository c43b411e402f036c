"""What every page knows: who acts, where one is, how one wants to see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import get_language_info

from vermilion.kernel.actors import Actor
from vermilion.web import navigation, preferences
from vermilion.web.requests import ActingRequest


@dataclass(frozen=True, slots=True)
class Language:
    """A language one can choose, under the name its speakers call it by."""

    code: str
    own_name: str
    current: bool


@dataclass(frozen=True)
class Face:
    """The frame of a page. Figures of the rail are fetched only when the rail is drawn."""

    request: HttpRequest

    @property
    def language(self) -> str:
        return translation.get_language() or settings.LANGUAGE_CODE

    @property
    def direction(self) -> str:
        return "rtl" if translation.get_language_bidi() else "ltr"

    @property
    def languages(self) -> list[Language]:
        return languages()

    @cached_property
    def preferences(self) -> preferences.Preferences:
        return preferences.of(self.request)

    @cached_property
    def theme(self) -> str:
        return self._shown("theme", str(self.preferences.theme), set(preferences.Theme))

    @cached_property
    def density(self) -> str:
        return self._shown("density", str(self.preferences.density), set(preferences.Density))

    @property
    def themes(self) -> Sequence[Sequence[object]]:
        return preferences.THEMES

    @property
    def densities(self) -> Sequence[Sequence[object]]:
        return preferences.DENSITIES

    @property
    def acting(self) -> Actor | None:
        """The actor, once accounts has put one on the request."""
        return cast("Actor | None", vars(self.request).get("actor"))

    @cached_property
    def navigation(self) -> list[navigation.Place]:
        if self.acting is None:
            return []
        return navigation.places(cast(ActingRequest, self.request))

    @property
    def trace(self) -> str:
        return str(vars(self.request).get("trace", ""))

    def _shown(self, name: str, chosen: str, known: set[Any]) -> str:
        # A page can be looked at as another would see it, without changing what is chosen.
        asked = self.request.GET.get(name, "")
        return asked if asked in known else chosen


def languages() -> list[Language]:
    """The languages of this installation, each in its own words."""
    here = translation.get_language()
    return [
        Language(
            code=code, own_name=str(get_language_info(code)["name_local"]), current=code == here
        )
        for code, _label in settings.LANGUAGES
    ]


def face(request: HttpRequest) -> dict[str, object]:
    """`face` in every template."""
    return {"face": Face(request)}
