"""Writes one record as YAML the way an editor would: a line a field, short parts in one line.

Knows nothing of records: a value is text, a list of values, or a mapping of values.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

Value = str | list["Value"] | dict[str, "Value"]
Record = dict[str, Value]

_PLAIN = re.compile(r"(?:-(?=\d))?[\w“《（](?:[\w\-./@?=（）《》“”、，。；？！：·]|:(?=[\w/])| (?=\w))*")
_CODE = re.compile(r"\d{6,12}")
_WIDTH = 150


def record_text(record: Record, indent: str = "") -> str:
    """The lines of a mapping, each ending in a line feed."""
    return "".join(f"{line}\n" for line in _mapping(record, indent))


def item_text(record: Record) -> str:
    """The same as one item of a list."""
    text = record_text(record, "  ")
    return "-" + text[1:]


def _mapping(record: Record, indent: str) -> Iterator[str]:
    for key, value in record.items():
        if isinstance(value, str):
            if "\n" in value:
                yield f"{indent}{key}: |"
                yield from (f"{indent}  {line}" if line else "" for line in value.rstrip("\n").split("\n"))
            else:
                yield f"{indent}{key}: {_scalar(value)}"
        elif isinstance(value, dict) or all(isinstance(item, str) for item in value):
            yield f"{indent}{key}: {_flow(value)}"
        else:
            yield f"{indent}{key}:"
            yield from _items(value, indent + "  ")


def _items(values: list[Value], indent: str) -> Iterator[str]:
    for value in values:
        line = _flow(value)
        if isinstance(value, dict) and len(line) > _WIDTH:
            first, *rest = _mapping(value, indent + "  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}- {line}"


def _flow(value: Value) -> str:
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    return "[" + ", ".join(map(_flow, value)) + "]"


@lru_cache(8192)
def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and not _CODE.fullmatch(text):
        return text
    return "'" + text.replace("'", "''") + "'"
