"""Every door asks who comes, or says why it need not; doors are nouns."""

import re

from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture.public_urls import OPEN_OPERATIONS, PUBLIC
from tests.architecture.source import REPOSITORY, listed

VERBS = re.compile(
    r"(^|/)(get|add|create|edit|update|delete|remove|do|set|send|submit|save|cancel|approve)(/|-|$)"
)
SNAPSHOT = REPOSITORY / "docs" / "reference" / "urls.txt"


def doors(resolver: URLResolver | None = None, before: str = "", space: str = ""):
    """Every door: its path, its name with its space, its view."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield path, f"{space}{pattern.name or path}", pattern.callback
        else:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from doors(pattern, path, inner)


def test_every_door_asks_for_a_sign_in_or_says_why_not():
    wrong = [
        f"{name} ({path})"
        for path, name, view in doors()
        if not getattr(view, "login_required", True)
        and name not in PUBLIC
        and not name.startswith("api:")
    ]
    assert not wrong, listed(wrong)


def test_every_operation_for_machines_asks_for_a_token(client, db):
    """The API has its own door; its description says of each operation which scope it asks for."""
    described = client.get("/api/v1/openapi.json").json()
    everywhere = described.get("security", [])
    wrong = [
        f"{method} {path}"
        for path, operations in described["paths"].items()
        for method, operation in operations.items()
        if method in {"get", "post", "put", "patch", "delete"}
        and not operation.get("security", everywhere)
        and f"{method} {path}" not in OPEN_OPERATIONS
    ]
    assert not wrong, listed(wrong)


def test_every_public_door_is_still_there_and_still_public():
    open_doors = {
        name for _path, name, view in doors() if not getattr(view, "login_required", True)
    }
    assert set(PUBLIC) - open_doors == set()


def test_the_sign_in_guards_every_door(settings):
    kinds = " ".join(settings.MIDDLEWARE)
    assert "SignInRequired" in kinds or "LoginRequiredMiddleware" in kinds


def test_doors_are_nouns():
    wrong = [f"{name}: {path}" for path, name, _view in doors() if VERBS.search(path)]
    assert not wrong, listed(wrong)


def test_every_door_has_a_name():
    wrong = [path for path, name, _view in doors() if path and name.endswith(path) and "/" in path]
    assert not wrong, listed(wrong)


def test_the_list_of_doors_is_the_one_reviewed():
    """`make snapshots` renews it; the diff is read like code."""
    now = "".join(f"{path}  {name}\n" for path, name, _view in sorted(doors(), key=lambda d: d[:2]))
    assert SNAPSHOT.exists(), "make snapshots"
    assert now == SNAPSHOT.read_text(encoding="utf-8")
