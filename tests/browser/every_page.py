"""Every page of the house: where it is and who looks at it. Whoever makes a page adds its line.

Walked by the test that asks axe, by the one that looks at narrow screens, and by `make shots`.
The addresses are made within the demonstration of the office (`vermilion demo`).
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EveryPage:
    """A page, its address in the demonstration, and the name by which its reader signs in."""

    name: str
    address: Callable[[], str]
    who: str = ""


def _at(address: str) -> Callable[[], str]:
    return lambda: address


def _last_entry() -> str:
    from vermilion.registry.models import Entry

    return f"/registry/entries/{Entry.objects.order_by('-pk').values_list('pk', flat=True)[0]}/"


def _last_document() -> str:
    from vermilion.documents.models import Document

    return f"/documents/{Document.objects.order_by('-pk').values_list('pk', flat=True)[0]}/"


def _body(rest: str = "") -> Callable[[], str]:
    def address() -> str:
        from vermilion.directory.models import Body

        first = Body.objects.order_by("lo", "pk").values_list("pk", flat=True)[0]
        return f"/directory/bodies/{first}/{rest}"

    return address


PAGES = [
    EveryPage("pick-a-person", _at("/demo/")),
    EveryPage("mail", _at("/demo/mail/")),
    EveryPage("sign-in", _at("/account/sign-in/")),
    EveryPage("offline", _at("/offline/")),
    EveryPage("not-here", _at("/there-is-no-such-page/"), "lan"),
    EveryPage("desk-of-the-clerk", _at("/"), "lan"),
    EveryPage("desk-of-the-leader", _at("/"), "minh"),
    EveryPage("desk-of-the-specialist", _at("/"), "hoa"),
    EveryPage("desk-of-a-commune", _at("/"), "tuan"),
    EveryPage("incoming-book", _at("/registry/incoming/"), "lan"),
    EveryPage("register-a-paper", _at("/registry/incoming/new/"), "lan"),
    EveryPage("entry", _last_entry, "lan"),
    EveryPage("document-of-the-clerk", _last_document, "lan"),
    EveryPage("document-of-the-leader", _last_document, "minh"),
    EveryPage("sessions", _at("/account/sessions/"), "lan"),
    EveryPage("tokens", _at("/account/tokens/"), "lan"),
    EveryPage("password", _at("/account/password/"), "lan"),
    EveryPage("security", _at("/account/security/"), "lan"),
    EveryPage("accounts", _at("/account/people/"), "nam"),
    EveryPage("bodies", _at("/directory/"), "nam"),
    EveryPage("body", _body(), "nam"),
    EveryPage("posts", _body("posts/"), "nam"),
    EveryPage("people", _body("people/"), "nam"),
    EveryPage("delegations", _body("delegations/"), "nam"),
    EveryPage("circles", _body("circles/"), "nam"),
    EveryPage("draw-a-circle", _body("circles/new/"), "nam"),
    EveryPage("found-a-body", _body("bodies/"), "nam"),
    EveryPage("give-a-right-to-sign", _body("authorities/"), "nam"),
    EveryPage("import-a-sheet", _body("sheets/"), "nam"),
    EveryPage("bodies-found", _at("/directory/?q=nghe+an"), "lan"),
    EveryPage("body-as-of-a-day", _body("?on=2020-01-01"), "lan"),
    EveryPage("not-mine-to-change", _body("closing/"), "lan"),
    EveryPage("gallery", _at("/gallery/"), "lan"),
    EveryPage("gallery-workbench", _at("/gallery/workbench/"), "lan"),
    EveryPage("gallery-paper", _at("/gallery/paper/"), "lan"),
]

LANGUAGES = ("vi", "en", "hi", "ar")
THEMES = ("light", "dark")
SIZES = {"desktop": (1440, 900), "tablet": (834, 1112), "phone": (390, 844)}
