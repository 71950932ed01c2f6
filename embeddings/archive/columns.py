"""Dataclasses as rows of a table, and back: a column a field, whatever fields there are.

Text and whole numbers are stored as they are, days in ISO form, everything else as JSON. The
types of the fields say how a column is read, so a field that is added is stored without a change
here; `signature` then differs, and an index of the old form is not taken for one of the new.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from corpus.plain import to_plain

T = TypeVar("T")
Row = Sequence[Any]
Hint: TypeAlias = Any
Reader = Callable[[Any], Any]


def column_names(kind: type) -> tuple[str, ...]:
    """Return the names of the fields, which are the columns."""
    return tuple(field.name for field in fields(kind))


def signature(*kinds: Hint) -> str:
    """Return a short mark that differs when the fields or their types do."""
    described = [(kind.__name__, name, str(hint)) for kind in kinds for name, hint in _hints(kind)]
    return hashlib.sha256(repr(described).encode()).hexdigest()[:8]


def to_row(record: Any) -> Row:  # noqa: ANN401 - any dataclass
    """Return the values of the columns."""
    kind: Hint = type(record)
    return [
        getattr(record, name) if is_plain else _written(getattr(record, name))
        for name, is_plain in _columns(kind)
    ]


def from_row(kind: type[T], row: Row) -> T:
    """Return the record that `to_row` made the row of."""
    hashable: Hint = kind  # mypy thinks that a class is not.
    return kind(*(read(value) for read, value in zip(_readers(hashable), row, strict=True)))


def from_plain(kind: type[T], value: Any) -> T:  # noqa: ANN401 - any JSON value
    """Return the record that `to_plain` made the value of."""
    hashable: Hint = kind  # mypy thinks that a class is not.
    record: T = _builder(hashable)(value)
    return record


def _written(value: object) -> str | None:
    if value is None or isinstance(value, date):
        return value.isoformat() if value else None
    return json.dumps(to_plain(value), ensure_ascii=False)


@lru_cache(maxsize=32)
def _hints(kind: Hint) -> tuple[tuple[str, Hint], ...]:
    hints = get_type_hints(kind)
    return tuple((name, hints[name]) for name in column_names(kind))


@lru_cache(maxsize=32)
def _columns(kind: Hint) -> tuple[tuple[str, bool], ...]:
    """Return the columns, each with whether its value is stored as it is."""
    return tuple((name, _is_plain(hint)) for name, hint in _hints(kind))


@lru_cache(maxsize=32)
def _readers(kind: Hint) -> tuple[Reader, ...]:
    return tuple(_reader(hint) for _, hint in _hints(kind))


def _reader(hint: Hint) -> Reader:
    if _is_plain(hint):
        return _as_it_is
    if date in _options(hint):
        return lambda text: date.fromisoformat(text) if text else None
    build = _builder(hint)
    return lambda text: None if text is None else build(json.loads(text))


def _as_it_is(value: object) -> object:
    return value


def _is_plain(hint: Hint) -> bool:
    return all(o in (str, int, bool) or _origin(o) is Literal for o in _options(hint))


def _origin(hint: Hint) -> object:
    return get_origin(hint)


def _options(hint: Hint) -> tuple[Hint, ...]:
    union = _origin(hint) in (Union, UnionType)
    return tuple(o for o in (get_args(hint) if union else (hint,)) if o is not NoneType)


@lru_cache(maxsize=256)
def _builder(hint: Hint) -> Reader:
    """Return the function that makes a value of a type of ours of what JSON holds for it."""
    kind: Hint = next((option for option in _options(hint) if is_dataclass(option)), None)
    row: Hint = next((option for option in _options(hint) if _is_tuple(option)), None)
    day = date in _options(hint)
    make_record = _record_builder(kind) if kind else _as_it_is
    make_tuple = _tuple_builder(row) if row else _as_it_is

    def build(value: Any) -> Any:  # noqa: ANN401 - any JSON value
        if isinstance(value, dict):
            return make_record(value)
        if isinstance(value, list):
            return make_tuple(value)
        return date.fromisoformat(value) if day and value else value

    return build


def _record_builder(kind: Hint) -> Reader:
    builders = {name: None if _is_plain(hint) else _builder(hint) for name, hint in _hints(kind)}

    def build(value: dict[str, Any]) -> object:
        made = {n: v if (b := builders[n]) is None else b(v) for n, v in value.items()}
        return kind(**made)

    return build


def _is_tuple(hint: Hint) -> bool:
    return _origin(hint) is tuple or (isinstance(hint, type) and issubclass(hint, tuple))


def _tuple_builder(hint: Hint) -> Reader:
    if _origin(hint) is not tuple:
        return lambda items: hint(*items)
    inner = get_args(hint)[0]
    if _is_plain(inner):
        return tuple
    build = _builder(inner)
    return lambda items: tuple(build(item) for item in items)
