"""`data/datapackage.json`: what every data file holds, for programs (Frictionless Data Package, Table Schema, version 1).

What it says of a column is true of every row: a day that may be only a year is a text with a pattern, not a date.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from memberstudios.directory.directory import Directory
from memberstudios.pages.open_files import STUDIOS, OpenFile, is_told
from memberstudios.pages.open_kinds import KINDS, PART_TABLES, Column
from memberstudios.pages.site_shell import base_url
from memberstudios.records.papers import Source
from memberstudios.words import Words

DATE_PATTERN: Final = r"\d{4}(-\d\d(-\d\d)?)?"
ID_PATTERN: Final = r"[a-z0-9]+(-[a-z0-9]+)*"
TIME_PATTERN: Final = r"([01]\d|2[0-3]):[0-5]\d"
_TYPES: Final = MappingProxyType({"number": "number", "whole": "integer", "flag": "boolean"})
_PATTERNS: Final = MappingProxyType({"date": DATE_PATTERN, "id": ID_PATTERN, "time": TIME_PATTERN})
_OWN: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "lat": {"type": "number"},
        "lng": {"type": "number"},
        "number": {"type": "integer", "constraints": {"required": True, "minimum": 1}},
    }
)
"""Columns that are no field of the model, and are no text."""
MEDIA: Final = MappingProxyType({"csv": "text/csv", "json": "application/json", "geojson": "application/geo+json"})
_LICENCES: Final = MappingProxyType(
    {
        "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
        "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
        "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
        "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    }
)
"""Licences that have a name among programs (SPDX), which people write with spaces as well."""
_PAGE: Final = "index.html"
"""The page beside the files, which says what is said of their use."""


def package(directory: Directory, words: Words, files: Iterable[OpenFile]) -> Mapping[str, Any]:
    """The descriptor of all data files."""
    known = tuple(files)
    site = directory.site
    licences = licences_of(site.licence)
    home = base_url(site.base_url)
    told = {
        "profile": "data-package",
        "name": "member-studios",
        "title": site.title,
        "description": site.summary,
        "homepage": home,
        "licenses": licences,
        "sources": [_source(source) for source in directory.sources.values()] or None,
        "resources": [_resource(directory, words, file, licences) for file in known],
    }
    return {key: value for key, value in told.items() if value is not None}


def licences_of(licence: str | None) -> list[dict[str, str]] | None:
    """A licence as packages have it: a known name, else the page that states it."""
    if licence is None:
        return None
    name = licence.replace(" ", "-")
    if name in _LICENCES:
        return [{"name": name, "title": licence, "path": _LICENCES[name]}]
    return [{"title": licence, "path": _PAGE}]


def column_words(words: Words, name: str, column: Column | None) -> tuple[str, str]:
    """What people call a column (its name where it has no other), and what it means."""
    if column is None or not all(words.has(f"{key}.title") for key in column.words):
        return name, words(f"open_data.column.{name}")
    title = words("open_data.within").join(words(f"{key}.title") for key in column.words)
    names = column.field.names
    if names is None:
        return title, words(f"{column.words[-1]}.meaning")
    means = "id_or_text" if names.or_text else "id"
    return title, words(f"open_data.means.{means}", kind=words(f"kinds.{names.kind}"))


def _source(source: Source) -> dict[str, str]:
    told = {"title": source.title, "path": source.url}
    return {key: value for key, value in told.items() if value}


def _resource(
    directory: Directory, words: Words, file: OpenFile, licences: list[dict[str, str]] | None
) -> Mapping[str, Any]:
    told: dict[str, Any] = {
        "profile": "tabular-data-resource" if file.columns else "data-resource",
        "name": file.table if file.columns else f"{file.table}-{file.format}",
        "title": words(f"open_data.table.{file.table}"),
        "path": file.path.removeprefix("data/"),
        "format": file.format,
        "mediatype": MEDIA[file.format],
        "encoding": "utf-8",
    }
    if licences is not None:
        told["licenses"] = licences
    if file.columns:
        told["dialect"] = {
            "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True
        }  # fmt: skip
        told["schema"] = _schema(directory, words, file)
    return told


def _schema(directory: Directory, words: Words, file: OpenFile) -> Mapping[str, Any]:
    names = [name for name, _ in file.columns]
    schema: dict[str, Any] = {
        "fields": [_field(words, file, name, column) for name, column in file.columns],
        "missingValues": [""],
    }
    is_part = any(table.name == file.table for table in PART_TABLES)
    if names[0] == "id":
        schema["primaryKey"] = "id"
    elif is_part and "number" in names:
        schema["primaryKey"] = [names[0], "number"]
    if keys := list(_foreign_keys(directory, words, file)):
        schema["foreignKeys"] = keys
    return schema


def _field(words: Words, file: OpenFile, name: str, column: Column | None) -> Mapping[str, Any]:
    title, meaning = column_words(words, name, column)
    told: dict[str, Any] = {"name": name, "type": "string", "title": title, "description": meaning}
    constraints: dict[str, Any] = {}
    if column is None:
        told |= _OWN.get(name, {})
    elif not column.field.many:
        told["type"] = _TYPES.get(column.field.kind, "string")
        if column.field.choices:
            constraints["enum"] = list(column.field.choices)
        elif column.field.kind in _PATTERNS and column.field.names is None:
            constraints["pattern"] = _PATTERNS[column.field.kind]
        if column.required:
            constraints["required"] = True
    if name == "id" and file.columns[0][0] == "id":
        constraints |= {"required": True, "unique": True, "pattern": ID_PATTERN}
    if constraints:
        told["constraints"] = constraints
    return told


def _foreign_keys(directory: Directory, words: Words, file: OpenFile) -> Iterator[Mapping[str, Any]]:
    """Columns of one id each whose record stands in another table. Of a studio it may not: one that ended is left out."""
    for name, kind in _named(file):
        if kind == "studio" and name == file.columns[0][0]:
            yield _foreign_key(name, STUDIOS)
        elif kind in KINDS and is_told(directory, words, kind):
            yield _foreign_key(name, "" if KINDS[kind].name == file.table else KINDS[kind].name)


def _foreign_key(name: str, table: str) -> Mapping[str, Any]:
    return {"fields": name, "reference": {"resource": table, "fields": "id"}}


def _named(file: OpenFile) -> Iterator[tuple[str, str]]:
    """The columns that hold one id, and the kind of record that it names."""
    if file.table == STUDIOS:
        yield "division", "division"
    for table in PART_TABLES:
        if table.name == file.table:
            yield table.kind, table.kind
    for name, column in file.columns:
        names = None if column is None or column.field.many else column.field.names
        if names is not None and not names.or_text:
            yield name, names.kind
