"""What the description must not leave open, whoever adds an operation."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ninja import Schema

from vermilion.site.api import api


def _kinds(above: type[Schema]) -> Iterator[type[Schema]]:
    for kind in above.__subclasses__():
        yield kind
        yield from _kinds(kind)


def test_no_two_shapes_have_one_name():
    """They would be described as one: the second takes the place of the first."""
    names = Counter(
        kind.__name__
        for kind in _kinds(Schema)
        if kind.__module__.startswith("vermilion.") and ".tests." not in kind.__module__
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_every_body_says_that_it_takes_nothing_else():
    schemas = api.description["components"]["schemas"]
    open_ones = [
        f"{method} {path}"
        for path, methods in api.description["paths"].items()
        for method, operation in methods.items()
        for body in _json_bodies(operation)
        if schemas[body].get("additionalProperties") is not False
    ]
    assert open_ones == []


def _json_bodies(operation: dict[str, Any]) -> Iterator[str]:
    content = operation.get("requestBody", {}).get("content", {})
    if "application/json" in content:
        yield content["application/json"]["schema"]["$ref"].rsplit("/", 1)[-1]
