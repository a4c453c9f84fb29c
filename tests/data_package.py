"""Whether a data package is what it says: its descriptor's shape, and every row of every table (Table Schema, version 1).

The part of the standard that our packages use; the whole was checked once with the `frictionless` program.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Row = dict[str, str]

_NAME = re.compile(r"[-a-z0-9._/]+\Z")
_READS: Mapping[str, Callable[[str], object]] = {
    "string": str,
    "number": float,
    "integer": int,
    "boolean": ("true", "false").index,
}


def problems(files: Mapping[str, bytes], folder: str = "data/") -> list[str]:
    """What is wrong with the package below `folder`; `files` are a site's by path."""
    package = json.loads(files[f"{folder}datapackage.json"])
    resources = {one["name"]: one for one in package["resources"]}
    found = [f"{name}: bad name" for name in (package["name"], *resources) if not _NAME.match(name)]
    if len(resources) != len(package["resources"]):
        found.append("a name twice")
    for about in (package, *package["resources"]):
        found += [
            f"licence without name and path: {one}"
            for one in about.get("licenses", ())
            if not {*one} & {"name", "path"}
        ]
    found += [f"source without title: {one}" for one in package.get("sources", ()) if not one.get("title")]
    found += [f"{one['path']}: not there" for one in resources.values() if folder + one["path"] not in files]
    tables = {name: one for name, one in resources.items() if "schema" in one}
    rows = {name: _rows(files[folder + one["path"]], one) for name, one in tables.items()}
    for name, one in tables.items():
        found += [f"{name}: {problem}" for problem in _table(one["schema"], name, rows)]
    return found


def _rows(data: bytes, resource: Mapping[str, Any]) -> list[Row]:
    text = data.decode("utf-8-sig")
    dialect = resource["dialect"]
    assert text.endswith(dialect["lineTerminator"])
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=dialect["delimiter"], strict=True)
    head = next(lines)
    assert head == [field["name"] for field in resource["schema"]["fields"]], resource["name"]
    return [dict(zip(head, line, strict=True)) for line in lines]


def _table(schema: Mapping[str, Any], name: str, tables: Mapping[str, list[Row]]) -> Iterator[str]:
    rows = tables[name]
    for field in schema["fields"]:
        yield from _column(field, [row[field["name"]] for row in rows])
    keys = schema.get("primaryKey", [])
    together = [keys] if isinstance(keys, str) else keys
    if together and len({tuple(row[key] for key in together) for row in rows}) != len(rows):
        yield f"primary key {together} twice"
    for key in schema.get("foreignKeys", ()):
        reference = key["reference"]
        there = {row[reference["fields"]] for row in tables[reference["resource"] or name]}
        yield from (
            f"{key['fields']} names {row[key['fields']]}" for row in rows if row[key["fields"]] not in ("", *there)
        )


def _column(field: Mapping[str, Any], cells: list[str]) -> Iterator[str]:
    limits = field.get("constraints", {})
    known = [cell for cell in cells if cell]
    if not field.get("description"):
        yield f"{field['name']}: no description"
    if limits.get("required") and len(known) < len(cells):
        yield f"{field['name']}: empty"
    if limits.get("unique") and len(set(known)) < len(known):
        yield f"{field['name']}: twice"
    for cell in known:
        try:
            _READS[field["type"]](cell)
        except ValueError:
            yield f"{field['name']}: {cell} is no {field['type']}"
        if "pattern" in limits and not re.fullmatch(limits["pattern"], cell):
            yield f"{field['name']}: {cell} does not fit"
        if "enum" in limits and cell not in limits["enum"]:
            yield f"{field['name']}: {cell} is no choice"
