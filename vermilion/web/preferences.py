"""Language, theme and density: chosen by a person, kept in cookies, changed at once.

The cookies work before anybody has signed in. What is chosen is also told to the keepers named in
the setting `PREFERENCE_KEEPERS` (dotted paths to `keep(request, preferences)`), so that
`accounts` can remember it with the person; at the next sign-in it calls `write`.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    COMFORTABLE = "comfortable"
    COMPACT = "compact"


THEMES: Final = (
    (Theme.SYSTEM, _("As the device"), "monitor"),
    (Theme.LIGHT, _("Light"), "sun"),
    (Theme.DARK, _("Dark"), "moon"),
)
DENSITIES: Final = (
    (Density.COMFORTABLE, _("Comfortable"), "rows-2"),
    (Density.COMPACT, _("Compact"), "rows-3"),
)
THEME_COOKIE: Final = "theme"
DENSITY_COOKIE: Final = "density"
_KEPT_FOR: Final = timedelta(days=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """How one person wants to see the house."""

    language: str
    theme: Theme = Theme.SYSTEM
    density: Density = Density.COMFORTABLE


def of(request: HttpRequest) -> Preferences:
    """What this browser has chosen; what is unknown or damaged counts as not chosen."""
    return changed(
        Preferences(language=translation.get_language() or settings.LANGUAGE_CODE),
        theme=request.COOKIES.get(THEME_COOKIE, ""),
        density=request.COOKIES.get(DENSITY_COOKIE, ""),
    )


def changed(
    before: Preferences, *, language: str = "", theme: str = "", density: str = ""
) -> Preferences:
    """The preferences with what was chosen; a value that does not exist changes nothing."""
    after = before
    if language in dict(settings.LANGUAGES):
        after = replace(after, language=language)
    if theme in set(Theme):
        after = replace(after, theme=Theme(theme))
    if density in set(Density):
        after = replace(after, density=Density(density))
    return after


def write(response: HttpResponse, preferences: Preferences) -> None:
    """Leave the preferences in the browser."""
    cookies = {
        settings.LANGUAGE_COOKIE_NAME: preferences.language,
        THEME_COOKIE: preferences.theme,
        DENSITY_COOKIE: preferences.density,
    }
    for name, value in cookies.items():
        response.set_cookie(
            name,
            str(value),
            max_age=_KEPT_FOR,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
        )


def tell_keepers(request: HttpRequest, preferences: Preferences) -> None:
    """Let whoever remembers persons remember this."""
    for path in settings.PREFERENCE_KEEPERS:
        import_string(path)(request, preferences)
