"""Bodies as they are taken: strict JSON, nothing that the database cannot hold."""

import json
from typing import Any, NoReturn

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.parser import Parser

from vermilion.web.api.problems import Unreadable
from vermilion.web.api.types import LARGEST

DEPTH = 64


class StrictParser(Parser):
    """Hands operations the body that the door has read already."""

    def parse_body(self, request: HttpRequest) -> Any:
        return request.given  # type: ignore[attr-defined] # set by the door


def read_json(body: bytes) -> Any:
    """A body as values. Damaged text, numbers without end and doubled keys are refused."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as wrong:
        raise Unreadable(reason=_("the text is not UTF-8.")) from wrong
    try:
        given = json.loads(
            text, parse_constant=_no_number, object_pairs_hook=_object, parse_float=_float
        )
    except RecursionError as wrong:
        raise Unreadable(reason=_("it is nested too deeply.")) from wrong
    except ValueError as wrong:
        raise Unreadable(reason=_("it is not JSON.")) from wrong
    refuse_what_cannot_be_kept(given)
    return given


def refuse_what_cannot_be_kept(given: Any, depth: int = 0) -> None:
    """Let values pass that a database can hold; refuse the others before anybody computes."""
    if depth > DEPTH:
        raise Unreadable(reason=_("it is nested too deeply."))
    if isinstance(given, str):
        _refuse_letters(given)
    elif isinstance(given, int) and abs(given) > LARGEST:
        raise Unreadable(reason=_("a number is too large."))
    elif isinstance(given, dict):
        for name, value in given.items():
            _refuse_letters(name)
            refuse_what_cannot_be_kept(value, depth + 1)
    elif isinstance(given, list):
        for value in given:
            refuse_what_cannot_be_kept(value, depth + 1)


def _refuse_letters(text: str) -> None:
    if "\x00" in text:
        raise Unreadable(reason=_("it holds the character NUL."))
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise Unreadable(reason=_("it holds half a character."))


def _no_number(_word: str) -> NoReturn:
    raise ValueError


def _float(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise ValueError
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        # Two readers of doubled keys understand two different things.
        raise ValueError
    return members
