"""Reading on in a list by what its last line said: a page far down costs what the first does."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import F, Q
from django.db.models.expressions import OrderBy

from vermilion.kernel.cursors import as_key


@dataclass(frozen=True, slots=True)
class Key:
    """One thing to sort by. `field` may be empty in a line; such lines come last."""

    field: str
    descending: bool = False
    may_be_empty: bool = False
    kind: type = str

    def ordering(self) -> OrderBy:
        """The term of ORDER BY. What is empty comes last both ways."""
        if self.descending:
            return F(self.field).desc(nulls_last=True if self.may_be_empty else None)
        return F(self.field).asc()

    def same(self, value: Any) -> Q:
        return Q(**{f"{self.field}__isnull": True}) if value is None else Q(**{self.field: value})

    def beyond(self, value: Any) -> Q:
        """Lines that come after those with this value."""
        if value is None:
            return Q(pk__in=[])
        further = Q(**{f"{self.field}__{'lt' if self.descending else 'gt'}": value})
        return further | Q(**{f"{self.field}__isnull": True}) if self.may_be_empty else further


def after(keys: Sequence[Key], values: Sequence[Any]) -> Q:
    """Lines that come after one that says these values, sorted by these keys."""
    first, *rest = keys
    beyond = first.beyond(values[0])
    if not rest:
        return beyond
    further = beyond | (first.same(values[0]) & after(rest, values[1:]))
    if first.may_be_empty or len(rest) == 0:
        return further
    # Said twice, so that an index on the first key is read from where one stood.
    reached = "lte" if first.descending else "gte"
    return Q(**{f"{first.field}__{reached}": values[0]}) & further


def cursor_of(values: Sequence[Any]) -> str:
    """What a line says, as text for an address."""
    if len(values) == 1:
        return str(values[0])
    return json.dumps(list(values), cls=DjangoJSONEncoder, ensure_ascii=False)


def values_of(cursor: str, keys: Sequence[Key]) -> list[Any] | None:
    """What the cursor says of the last line read; None if it is no cursor of these keys."""
    if len(keys) == 1:
        key = as_key(cursor)
        return None if key is None else [key]
    try:
        said = json.loads(cursor)
    except ValueError:
        return None
    if not isinstance(said, list) or len(said) != len(keys):
        return None
    try:
        return [_read(key, value) for key, value in zip(keys, said, strict=True)]
    except (TypeError, ValueError):
        return None


def _read(key: Key, value: Any) -> Any:
    if value is None:
        if not key.may_be_empty:
            raise ValueError
        return None
    if key.kind is datetime:
        return datetime.fromisoformat(value)
    if key.kind is date:
        return date.fromisoformat(value)
    if not isinstance(value, key.kind) or isinstance(value, bool):
        raise TypeError
    if isinstance(value, int) and not -(2**62) < value < 2**62:
        raise ValueError
    if isinstance(value, str) and "\x00" in value:
        raise ValueError
    return value
