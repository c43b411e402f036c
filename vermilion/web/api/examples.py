"""Examples of the API: shown on its reference page, run by its tests.

An operation carries its example in `openapi_extra`:

    openapi_extra=example(
        "The last entries of the log", query={"limit": "2"}, status=200,
    )
    openapi_extra=example(
        "One entry", path={"number": ("audit_entries", "/items/0/number")},
    )

A value given as a pair is taken from the answer to another operation's example: the operation's
id and a JSON pointer. So examples tell a story, and need nothing prepared but a token.
"""

import json
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from vermilion.web.api import repeating
from vermilion.web.api.describing import EXAMPLES
from vermilion.web.api.doors import WRITES

Value = str | int | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """One call of one operation."""

    operation: str
    method: str
    address: str
    title: str
    path: Mapping[str, Value] = field(default_factory=dict)
    query: Mapping[str, Value] = field(default_factory=dict)
    body: Any = None
    status: int = 200

    @property
    def needs(self) -> list[str]:
        """The operations whose answers this example uses."""
        values = [*self.path.values(), *self.query.values()]
        if isinstance(self.body, dict):
            values += self.body.values()
        return [str(v[0]) for v in values if isinstance(v, tuple | list) and _is_pair(v)]

    def url(self, answers: Mapping[str, Any]) -> str:
        """The address with its places filled."""
        address = self.address
        for name, value in self.path.items():
            address = address.replace(f"{{{name}}}", quote(str(_filled(value, answers)), safe=""))
        query = {name: _filled(value, answers) for name, value in self.query.items()}
        return f"{address}?{urlencode(query)}" if query else address

    def content(self, answers: Mapping[str, Any]) -> Any:
        """The body with its places filled."""
        if isinstance(self.body, dict):
            return {name: _filled(value, answers) for name, value in self.body.items()}
        return self.body

    @property
    def as_command(self) -> str:
        """The call as one types it in a shell."""
        shown = _Shown()
        words = ["curl"]
        if self.method != "GET":
            words += ["-X", self.method]
        words += ["-H", '"Authorization: Bearer $TOKEN"']
        if self.method in WRITES:
            words += ["-H", f'"{repeating.HEADER}: $(uuidgen)"']
        if self.body is not None:
            words += ["-H", '"Content-Type: application/json"']
            words += ["-d", shlex.quote(json.dumps(self.content(shown), ensure_ascii=False))]
        address = self.address
        for name, value in self.path.items():
            address = address.replace(f"{{{name}}}", str(_filled(value, shown)))
        query = "&".join(f"{name}={_filled(value, shown)}" for name, value in self.query.items())
        words.append(f'"$VERMILION{address}{"?" if query else ""}{query}"')
        return " ".join(words)


def example(
    title: str,
    *,
    path: Mapping[str, Value] | None = None,
    query: Mapping[str, Value] | None = None,
    body: Any = None,
    status: int = 200,
) -> dict[str, Any]:
    """What an operation gives as `openapi_extra` to carry an example."""
    return {
        EXAMPLES: {
            "title": title,
            "path": dict(path or {}),
            "query": dict(query or {}),
            "body": body,
            "status": status,
        }
    }


def examples_of(description: Mapping[str, Any]) -> list[Example]:
    """Every example of a description, each after those whose answers it uses."""
    found = [
        Example(operation["operationId"], method.upper(), address, **operation[EXAMPLES])
        for address, methods in description["paths"].items()
        for method, operation in methods.items()
        if EXAMPLES in operation
    ]
    ordered: list[Example] = []
    while found:
        told = {each.operation for each in ordered}
        ready = [each for each in found if set(each.needs) <= told]
        if not ready:
            raise ValueError(f"examples wait for each other: {[each.operation for each in found]}")
        ordered += ready
        found = [each for each in found if each not in ready]
    return ordered


class _Shown(dict[str, Any]):
    """Stands for answers not yet had: a place is shown as a name of the shell."""

    def __missing__(self, _operation: str) -> None:
        return None


def _filled(value: Any, answers: Mapping[str, Any]) -> Any:
    if not _is_pair(value):
        return value
    operation, pointer = value
    found = answers[operation]
    if found is None:
        return "$" + pointer.rstrip("/").rsplit("/", 1)[-1].upper()
    for step in pointer.strip("/").split("/"):
        found = found[int(step)] if isinstance(found, list) else found[step]
    return found


def _is_pair(value: Any) -> bool:
    return isinstance(value, tuple | list) and len(value) == 2 and str(value[1]).startswith("/")
