"""What a record type consists of, derived from its annotations: for readers, references, documentation.

The one place that looks inside types; everything about fields is asked here, never listed by hand.
"""

import re
import types
from collections.abc import Iterator
from dataclasses import MISSING, is_dataclass
from dataclasses import Field as DataclassField
from dataclasses import fields as dataclass_fields
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from memberstudios.base.dataclass import dataclass
from memberstudios.base.diagnostic import Path
from memberstudios.records.types import Names, key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: `key` as editors write it, `attribute` as Python calls it."""

    key: str
    attribute: str
    required: bool
    many: bool
    nested: type | None
    names: Names | None
    choices: tuple[str, ...]
    kind: str
    """The mark of its type, such as `line`, `markdown` or `picture`; else `choice` or `mapping`."""
    default: str
    """What counts when it is absent, as an editor would write it; empty where absent means not known."""


Mark = tuple[Path, Field, str]
"""Path, field and text of a value that names a record, a picture or a file, or is Markdown."""


@lru_cache(None)
def fields(record_type: type) -> tuple[Field, ...]:
    """The fields of a record type or of a part of one, in order, those of every record last."""
    hints = get_type_hints(record_type, include_extras=True)
    found = [_field(field, hints[field.name]) for field in dataclass_fields(record_type)]
    found = [field for field in found if field.kind != "given"]
    shared = {"sources", "note", "assured_date", "valid_from", "valid_to"}
    return (*(f for f in found if f.key not in shared), *(f for f in found if f.key in shared))


def type_at(record_type: type, path: Path) -> type | None:
    """The type of the part at `path` inside a value of that type."""
    current: type | None = record_type
    for step in path:
        if isinstance(step, str) and current is not None:
            current = next((f.nested for f in fields(current) if f.key == step), None)
    return current


def keys_at(record_type: type, path: Path) -> tuple[str, ...]:
    """The keys known at `path` inside a value of that type."""
    current = type_at(record_type, path)
    return tuple(field.key for field in fields(current)) if current is not None else ()


def marked(record: Any) -> Iterator[tuple[Path, Field, str]]:
    """Path, field and text of every value of a record that names a record, a picture or a file, or is Markdown."""
    return _marked(record, type(record), ())


def _marked(value: Any, record_type: type, path: Path) -> Iterator[tuple[Path, Field, str]]:
    for field in _interesting(record_type):
        inner = getattr(value, field.attribute)
        if inner is None or inner == ():
            continue
        many = enumerate(inner) if field.many else ((None, inner),)
        for index, item in many:
            here = (*path, field.key) if index is None else (*path, field.key, index)
            if field.nested is not None:
                yield from _marked(item, field.nested, here)
            else:
                yield here, field, item


@lru_cache(None)
def _interesting(record_type: type) -> tuple[Field, ...]:
    return tuple(
        field
        for field in fields(record_type)
        if field.names or field.kind in ("markdown", "picture", "file") or (field.nested and _interesting(field.nested))
    )


def snake(type_name: str) -> str:
    """A type's name as the words have it: `DutyRule` is `duty_rule`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type_name).lower()


def _written(value: Any) -> str:
    """A default as an editor would write it; empty for None, for no default and for whole mappings."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value) if isinstance(value, str | int) else ""


def _field(field: DataclassField[Any], annotation: Any) -> Field:
    many, nested, names, choices, kind = False, None, None, (), ""
    waiting = [annotation]
    while waiting:
        current = waiting.pop(0)
        origin = get_origin(current)
        if origin is Annotated:
            inner, *marks = get_args(current)
            waiting.append(inner)
            names = next((mark for mark in marks if isinstance(mark, Names)), names)
            kind = next((mark for mark in reversed(marks) if isinstance(mark, str)), kind)
        elif origin in (Union, types.UnionType):
            waiting += [part for part in get_args(current) if part is not type(None)]
        elif origin is tuple:
            many = True
            waiting.append(get_args(current)[0])
        elif origin is Literal:
            choices, kind = tuple(get_args(current)), "choice"
        elif is_dataclass(current) and not kind:  # a date is one too, but written as text
            nested, kind = current if isinstance(current, type) else None, "mapping"
        elif isinstance(current, type):
            kind = kind or current.__name__
    return Field(
        key=key_of(field.name),
        attribute=field.name,
        required=field.default is MISSING,
        many=many,
        nested=nested,
        names=names,
        choices=choices,
        kind=kind,
        default=_written(field.default),
    )
