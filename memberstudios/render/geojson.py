"""GeoJSON (RFC 7946) and plain JSON documents from finished values. Knows no studio."""

import json
from collections.abc import Mapping
from typing import Any

from memberstudios.base.dataclass import dataclass

Value = Any
"""What JSON can hold: None, numbers, text, lists or tuples, mappings with text keys."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
"""Made once: `json.dumps` would make one for each value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A point in WGS-84 degrees, longitude first; None for what has no place."""

    id: str
    point: tuple[float, float] | None
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A JSON object whose last member `name` is a list: `head` are its other members, `lines` the entries' texts."""

    head: Mapping[str, Value]
    name: str
    lines: tuple[str, ...]


def geojson(about: Mapping[str, Value], lines: tuple[str, ...]) -> Lines:
    """A FeatureCollection of features as `feature_line` writes them; `about` are further members (RFC 7946, 6.1)."""
    return Lines(head={"type": "FeatureCollection", **about}, name="features", lines=lines)


def feature_line(feature: Feature) -> str:
    """The text of one feature."""
    geometry = None if feature.point is None else {"type": "Point", "coordinates": feature.point}
    return json_line({"type": "Feature", "id": feature.id, "geometry": geometry, "properties": feature.properties})


def json_line(value: Value) -> str:
    """The text of a value, without spaces."""
    return _encode(value)


def make_lines(document: Lines) -> bytes:
    """The document's bytes, an entry a line: good for people, for `diff`, and hardly longer."""
    before = json_line(document.head)[:-1] + ("," if document.head else "")
    inside = ",\n".join(document.lines)
    return f"{before}{json_line(document.name)}:[\n{inside}\n]}}\n".encode()
