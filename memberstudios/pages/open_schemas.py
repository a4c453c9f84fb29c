"""`data/schema/<kind>.json`: what the published JSON of each kind looks like (JSON Schema, 2020-12). Made from the model."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from memberstudios.directory.directory import Directory
from memberstudios.pages.open_kinds import KINDS, PARTS, ActivityStep, chosen, public_fields, word_key
from memberstudios.pages.open_package import DATE_PATTERN, ID_PATTERN, TIME_PATTERN
from memberstudios.pages.open_studio import AT_THE_DOOR, EXCEPTION, MADE, NAMING, RULE, SIMPLE
from memberstudios.records.duty import DutyException, DutyRule
from memberstudios.records.shared import Location
from memberstudios.records.structure import Field
from memberstudios.records.studio import Studio
from memberstudios.records.work import Steps
from memberstudios.render.output import Output
from memberstudios.words import Words

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_PATTERNS: Final = {"date": DATE_PATTERN, "id": ID_PATTERN, "time": TIME_PATTERN}
_TYPES: Final = {"number": "number", "whole": "integer", "flag": "boolean"}
_HEAD: Final[Mapping[str, Mapping[str, str]]] = {
    "title": {"type": "string"},
    "summary": {"type": "string"},
    "official": {"type": "boolean"},
    "fictional": {"type": "boolean"},
    "url": {"type": "string", "format": "uri"},
    "licence": {"type": "string"},
}
_DUTY: Final = {DutyRule: RULE, DutyException: EXCEPTION}
"""What of duty rules is public."""


def outputs(_directory: Directory, words: Words) -> Iterator[Output]:
    """A schema of each kind's file; always there, so that a program may rely on it."""
    yield _output(words, "studio", "studios", _studio(words))
    for kind, told in KINDS.items():
        entry = _object(words, told.record, public_fields(kind))
        if told.has_page:
            entry["properties"]["page"] = {"type": "string", "format": "uri"}
        yield _output(words, kind, told.name, entry)


def _output(words: Words, kind: str, name: str, entry: Mapping[str, Any]) -> Output:
    sources = {"sources": {"type": "array", "items": {"type": "object"}}} if kind == "studio" else {}
    document = {
        "$schema": _DIALECT,
        "title": words(f"open_data.table.{name}"),
        "type": "object",
        "required": ["title", "official", "fictional", name],
        "properties": {**_HEAD, **sources, name: {"type": "array", "items": entry}},
        "additionalProperties": False,
    }
    data = json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
    return Output(path=f"data/schema/{kind}.json", maker="bytes", view=data)


def _studio(words: Words) -> dict[str, Any]:
    return _object(words, Studio, chosen(Studio, (*SIMPLE, *NAMING, *AT_THE_DOOR, *MADE)))


def _object(words: Words, record: type, fields: Iterable[Field]) -> dict[str, Any]:
    """A record or a part of one. What names a record is never required: that record may not have begun."""
    known = tuple(fields)
    return {
        "type": "object",
        "required": [field.key for field in known if field.required and field.names is None],
        "properties": {field.key: _described(words, record, field) for field in known},
        "additionalProperties": False,
    }


def _described(words: Words, record: type, field: Field) -> dict[str, Any]:
    key = word_key(record, field.key)
    found = _value(words, field)
    if field.many or field.nested is Steps:
        found = {"type": "array", "items": found}
    if words.has(f"{key}.title"):
        return {"title": words(f"{key}.title"), "description": words(f"{key}.meaning"), **found}
    return found


def _value(words: Words, field: Field) -> dict[str, Any]:
    """What one value of a field looks like."""
    if field.nested is Location:
        system = {"system": {"const": "wgs84"}}
        place = _object(words, Location, chosen(Location, PARTS[Location]))
        return {**place, "properties": {**place["properties"], **system}}
    if field.nested is not None:
        part = ActivityStep if field.nested is Steps else field.nested
        return _object(words, part, chosen(part, PARTS.get(part) or _DUTY[part]))
    if field.choices:
        return {"type": "string", "enum": list(field.choices)}
    if field.kind in _TYPES:
        return {"type": _TYPES[field.kind]}
    if field.kind in _PATTERNS and (field.names is None or not field.names.or_text):
        return {"type": "string", "pattern": f"^{_PATTERNS[field.kind]}$"}
    return {"type": "string"}
