"""The page on which programmers read what the API can do. Rendered here; needs no script."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vermilion.web.api import problems
from vermilion.web.api.examples import Example, examples_of

Description = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value an operation takes."""

    name: str
    place: str
    kind: str
    required: bool
    about: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A status an operation answers with."""

    status: str
    about: str
    shape: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation as the page shows it."""

    id: str
    method: str
    address: str
    title: str
    about: str
    parameters: list[Parameter]
    body: str
    outcomes: list[Outcome]
    example: Example | None


@dataclass(frozen=True, slots=True)
class Chapter:
    """The operations of one package."""

    name: str
    entries: list[Entry]


def page(description: Callable[[], Description]) -> Callable[[HttpRequest], HttpResponse]:
    """The view of the reference page of this API."""

    @require_safe
    def reference(request: HttpRequest) -> HttpResponse:
        told = description()
        return render(
            request,
            "web/api/reference.html",
            {
                "chapters": chapters(told),
                "schemas": _schemas(told),
                "problems": problems.KINDS,
            },
        )

    return reference


def chapters(description: Description) -> list[Chapter]:
    """The operations by package, as they are shown."""
    examples = {each.operation: each for each in examples_of(description)}
    found: dict[str, list[Entry]] = {}
    for address, methods in description["paths"].items():
        for method, operation in methods.items():
            [chapter] = operation["tags"][:1]
            entry = _entry(address, method, operation, examples.get(operation["operationId"]))
            found.setdefault(chapter, []).append(entry)
    return [Chapter(name, found[name]) for name in sorted(found)]


def _entry(
    address: str, method: str, operation: Mapping[str, Any], example: Example | None
) -> Entry:
    bodies = operation.get("requestBody", {}).get("content", {})
    return Entry(
        id=operation["operationId"],
        method=method.upper(),
        address=address,
        title=operation["summary"],
        about=operation.get("description", ""),
        parameters=[_parameter(each) for each in operation.get("parameters", [])],
        body="; ".join(f"{kind}: {_kind(each['schema'])}" for kind, each in bodies.items()),
        outcomes=[
            _outcome(status, answer)
            for status, answer in sorted(operation["responses"].items())
            if status.startswith("2")
        ],
        example=example,
    )


def _parameter(parameter: Mapping[str, Any]) -> Parameter:
    schema = parameter.get("schema", {})
    return Parameter(
        name=parameter["name"],
        place=parameter["in"],
        kind=_kind(schema),
        required=parameter.get("required", False),
        about=parameter.get("description") or schema.get("description", ""),
    )


def _outcome(status: str, answer: Mapping[str, Any]) -> Outcome:
    contents = answer.get("content", {})
    shape = "; ".join(f"{kind}: {_kind(each['schema'])}" for kind, each in contents.items())
    return Outcome(status, answer.get("description", ""), shape)


def _kind(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    options: Sequence[Mapping[str, Any]] = schema.get("anyOf") or schema.get("allOf") or ()
    if options:
        return " | ".join(_kind(each) for each in options)
    if "enum" in schema:
        return " | ".join(json.dumps(each) for each in schema["enum"])
    kind = str(schema.get("type", "any"))
    if kind == "array":
        return f"[{_kind(schema.get('items', {}))}]"
    return f"{kind} ({schema['format']})" if "format" in schema else kind


def _schemas(description: Description) -> list[tuple[str, str, list[Parameter]]]:
    shown = []
    for name, schema in description["components"]["schemas"].items():
        required = schema.get("required", [])
        members = [
            Parameter(member, "", _kind(each), member in required, each.get("description", ""))
            for member, each in schema.get("properties", {}).items()
        ]
        shown.append((name, schema.get("description", ""), members))
    return shown
