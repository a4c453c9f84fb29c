"""GeoJSON (RFC 7946) and plain JSON documents from finished values. Knows no studio."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Value = Any
"""What JSON can hold: None, numbers, text, lists or tuples, mappings with text keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A point in WGS-84 degrees, longitude first; None for what has no place."""

    id: str
    point: tuple[float, float] | None
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureCollection:
    """`about` are further members of the collection (RFC 7946, 6.1), such as a licence."""

    about: Mapping[str, Value]
    features: tuple[Feature, ...]


def make_geojson(collection: FeatureCollection) -> bytes:
    """The collection's bytes, one feature a line."""
    head = {"type": "FeatureCollection", **collection.about}
    return _lines(head, "features", [_feature(feature) for feature in collection.features])


def make_json(document: Mapping[str, Value]) -> bytes:
    """A document's bytes; its last member is a list, whose entries have a line each."""
    *head, (name, entries) = document.items()
    return _lines(dict(head), name, entries)


def _feature(feature: Feature) -> Mapping[str, Value]:
    geometry = None if feature.point is None else {"type": "Point", "coordinates": feature.point}
    return {"type": "Feature", "id": feature.id, "geometry": geometry, "properties": feature.properties}


def _lines(head: Mapping[str, Value], name: str, entries: list[Any]) -> bytes:
    """An object whose last member has a line an entry: good for people, for `diff`, and hardly longer."""
    before = _compact(head)[:-1] + ("," if head else "")
    inside = ",\n".join(map(_compact, entries))
    return f"{before}{_compact(name)}:[\n{inside}\n]}}\n".encode()


def _compact(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
