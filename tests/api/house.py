"""The office of the cast in an installation of its own, and programs that call it with tokens.

The office is furnished by a process of that installation (`furnishing`): what is written in its
log is sealed with its own key.
"""

import itertools
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import requests

from tests.cast import Office
from tests.installation import REPOSITORY, Installation

FURNISHING = """
import sys, django
django.setup()
from tests.api import furnishing
furnishing.main(sys.argv[1:])
"""


class Program:
    """Somebody's program: it calls with the tokens of one post, each in turn."""

    def __init__(self, url: str, tokens: list[str]) -> None:
        self.url = url
        self.tokens = tokens
        self._turns = itertools.cycle(tokens)
        self._session = requests.Session()

    @property
    def token(self) -> str:
        """The one whose turn it is."""
        return next(self._turns)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def get(self, path: str, **query: object) -> requests.Response:
        return self.call("GET", path, params=query)

    def post(self, path: str, body: object = None, *, key: str = "", **more: Any) -> Any:
        given = {"json": body} if body is not None else {}
        return self.call("POST", path, key=key or str(uuid4()), **given, **more)

    def call(
        self,
        method: str,
        path: str,
        *,
        key: str = "",
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> requests.Response:
        """One call; the answer as it is."""
        sent = {**self.headers, **({"Idempotency-Key": key} if key else {}), **(headers or {})}
        return self._session.request(
            method, f"{self.url}/api/v1/{path}", headers=sent, timeout=60, **more
        )

    def told(self, path: str, **query: object) -> Any:
        """What a call that must go well gives."""
        answer = self.get(path, **query)
        assert answer.status_code == 200, answer.text
        return answer.json()


@dataclass(frozen=True, slots=True)
class House:
    """The installation, the office in it, and a program for each post."""

    installation: Installation
    office: Office
    programs: Mapping[str, Program]
    scratch: Mapping[str, list[int]]
    """Bodies, posts, people and appointments that nobody will miss."""
    special: Mapping[str, str]
    """Tokens of Lan that have ended or lack a scope, by what is the matter with them."""

    @property
    def lan(self) -> Program:
        return self.programs["lan"]

    @property
    def minh(self) -> Program:
        return self.programs["minh"]

    @property
    def head_of_it(self) -> Program:
        return self.programs["head_of_it"]

    @property
    def a_stranger(self) -> Program:
        return self.programs["a_stranger"]

    def with_token(self, matter: str) -> Program:
        """A program of Lan that calls with one special token."""
        return Program(self.installation.url, [self.special[matter]])

    def revoke(self, matter: str) -> None:
        """End a special token."""
        _inside(self.installation, "revoke", self.special[matter])

    def exhaust(self, matter: str) -> None:
        """Let a special token make all the calls of a minute."""
        _inside(self.installation, "exhaust", self.special[matter])


def furnished(installation: Installation) -> House:
    """The office founded in an installation, its people with accounts and their programs."""
    told = json.loads(_inside(installation, "furnish"))
    programs = {
        name: Program(installation.url, tokens) for name, tokens in told["programs"].items()
    }
    office = Office(**told["office"])
    return House(installation, office, programs, told["scratch"], told["special"])


def pages(program: Program, path: str, **query: object) -> Iterator[Any]:
    """Every item of a list, page after page."""
    cursor: str | None = None
    while True:
        page = program.told(path, **query, **({"cursor": cursor} if cursor else {}))
        yield from page["items"]
        cursor = page["next"]
        if cursor is None:
            return


def _inside(installation: Installation, *words: str) -> str:
    """What a process of the installation answers."""
    done = subprocess.run(
        [sys.executable, "-c", FURNISHING, *words],
        cwd=REPOSITORY,
        env={
            **installation.environment,
            "VERMILION_DATABASE_URL": installation.database_url(),
            "DJANGO_SETTINGS_MODULE": "vermilion.site.settings",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
