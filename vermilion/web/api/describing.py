"""The description of the API: OpenAPI 3.1, complete in what can go wrong, always the same."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ninja import NinjaAPI

from vermilion.web.api import problems, repeating
from vermilion.web.api.doors import WRITES
from vermilion.web.api.types import LARGEST, FieldProblem, Problem

TEXT = "^[^\\x00]*$"
"""What a text, or the name of a member, may hold: the database keeps no NUL."""

EXAMPLES = "x-examples"
"""Where an operation keeps its examples: see `vermilion.web.api.examples`."""

PREFIX = "api/v1/"
"""Where the site puts the API; part of the contract with its callers."""

_ALWAYS = (400, 401, 403, 404, 405, 422, 429, 500, 503)
_ON_WRITES = (409,)
_WITH_BODY = (413, 415)


def described(api: NinjaAPI) -> dict[str, Any]:
    """The description, with every problem that every operation may answer with."""
    description = json.loads(json.dumps(api.get_openapi_schema(path_prefix=PREFIX), default=str))
    schemas = description["components"].setdefault("schemas", {})
    for model in (Problem, FieldProblem):
        schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
        schema.pop("$defs", None)
        schemas[model.__name__] = schema
    description["components"]["responses"] = {
        _name(status): _problem(status) for status in sorted(problems.TITLES)
    }
    scheme = description["components"].get("securitySchemes", {}).get("Token")
    if scheme:
        scheme["description"] = "A token made by `vermilion token NAME` or on the page of tokens."
    for method, operation in _operations(description):
        _complete(method, operation)
        _bound([each["schema"] for each in operation.get("parameters", [])])
        _bound(operation.get("requestBody", {}))
    _bound(schemas)
    return dict(_sorted(description))


def as_json(description: Mapping[str, Any]) -> str:
    """The description as it is served and kept: the same bytes for the same API."""
    return json.dumps(description, indent=2, ensure_ascii=False) + "\n"


def _operations(description: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for methods in description["paths"].values():
        yield from methods.items()


def _complete(method: str, operation: dict[str, Any]) -> None:
    writes = method.upper() in WRITES
    statuses = list(_ALWAYS)
    if writes or operation.pop("x-refuses", False):
        statuses += _ON_WRITES
    if "requestBody" in operation:
        statuses += _WITH_BODY
        operation["requestBody"]["required"] = True
    for parameter in operation.get("parameters", []):
        parameter["schema"] = _without_null(parameter["schema"])
    if writes:
        operation["parameters"] = [*operation.get("parameters", []), _KEY]
    responses = operation["responses"]
    for status in sorted(statuses):
        responses.setdefault(str(status), {"$ref": f"#/components/responses/{_name(status)}"})
    for status, response in responses.items():
        if status.startswith("2"):
            response["headers"] = {**_HEADERS, **(_REPEATED if writes else {})}
    for security in operation.get("security", []):
        security.update({name: [] for name in security})


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A value in an address is there or not there; it is never null."""
    rest = {name: value for name, value in schema.items() if name != "anyOf"}
    options = [_without_null(each) for each in schema.get("anyOf", [])]
    options = [each for each in options if each.get("type") != "null"]
    if len(options) == 1:
        return {**options[0], **rest}
    return {**rest, "anyOf": options} if options else rest


def _bound(part: Any) -> None:
    """Say of every text and whole number what a database can hold: no NUL, 64 bits."""
    if isinstance(part, list):
        for each in part:
            _bound(each)
    elif isinstance(part, dict):
        if part.get("type") == "string" and not part.keys() & {
            "pattern",
            "format",
            "enum",
            "const",
        }:
            part["pattern"] = TEXT
        if part.get("type") == "integer" and "enum" not in part:
            part.setdefault("maximum", LARGEST)
            if "exclusiveMinimum" not in part:
                part.setdefault("minimum", -LARGEST)
        if part.get("type") == "object" and part.get("additionalProperties") is not False:
            part.setdefault("propertyNames", {"pattern": TEXT})
        for name, each in part.items():
            if name not in ("example", "examples", "default", "propertyNames"):
                _bound(each)


def _problem(status: int) -> dict[str, Any]:
    problem: dict[str, Any] = {
        "description": _english(status),
        "headers": dict(_HEADERS),
        "content": {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    if status == 401:
        problem["headers"]["WWW-Authenticate"] = {"schema": {"type": "string"}}
    if status == 405:
        problem["headers"]["Allow"] = {"schema": {"type": "string"}}
    if status in (429, 503):
        problem["headers"]["Retry-After"] = {"schema": {"type": "string"}}
    return problem


def _english(status: int) -> str:
    from django.utils import translation

    # A description is for programmers and has to be the same wherever it is made.
    with translation.override("en"):
        return str(problems.TITLES[status])


def _name(status: int) -> str:
    return f"Problem{status}"


def _sorted(value: Any) -> Any:
    """Members by name, except where their order says something: parameters and methods stay."""
    if isinstance(value, dict):
        return {name: _sorted(value[name]) for name in sorted(value)}
    if isinstance(value, list):
        return [_sorted(each) for each in value]
    return value


_HEADERS: Mapping[str, Any] = {
    "X-Trace-Number": {
        "description": "The number by which support finds this request.",
        "schema": {"type": "string"},
    }
}

_REPEATED: Mapping[str, Any] = {
    repeating.REPEATED: {
        "description": "true where this is the answer given before under the same key.",
        "schema": {"type": "string"},
    }
}

_KEY: Mapping[str, Any] = {
    "in": "header",
    "name": repeating.HEADER,
    "required": True,
    "description": (
        "A value of your own, new for each act. The same key with the same request gives the same "
        "answer for three days, and the act happens once."
    ),
    "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[\\x21-\\x7e]+$"},
}
