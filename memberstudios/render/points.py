"""The compact file that the finder and the map read: every listed studio in columns, and the areas as a tree.

Columns instead of records, differences instead of numbers and indexes instead of words make it a third of the same
data as GeoJSON. `docs/open-data.md` describes the format for others. Knows no studio: callers hand over plain rows.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from memberstudios.base.coordinates import CoordinateSystem, Position, from_wgs84
from memberstudios.directory.positions import OWN_PRECISIONS

FORMAT_VERSION: Final = 1
_COARSENESS: Final = ("village", "town", "county", "city", "province")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """An area: its parent is an index into the same sequence; `level` as in the records."""

    id: str
    name: str
    level: str
    parent: int | None = None
    centre: Position | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """A studio as lists and the map need it: `place` is an index into the areas, `also` other words that find it."""

    id: str
    name: str
    place: int | None
    address: str = ""
    position: Position | None = None
    precision: str = ""
    status: str = "open"
    form: str = "studio"
    also: tuple[str, ...] = ()


def encode(
    rows: Iterable[PointRow], places: Sequence[PlaceRow], *, decimals: int, system: CoordinateSystem = "wgs84"
) -> bytes:
    """The file's bytes. Positions are rounded to `decimals` and written as the base map's `system` has them.

    Rows are ordered by their area's place in the tree, then by name: the order in which lists show them.
    """
    order = _tree_order(places)
    rank = {old: new for new, old in enumerate(order)}
    areas = [places[old] for old in order]
    parents = [None if area.parent is None else rank[area.parent] for area in areas]
    scale = 10**decimals
    listed = sorted(rows, key=lambda row: (-1 if row.place is None else rank[row.place], row.name, row.id))
    at = [-1 if row.place is None else rank[row.place] for row in listed]
    groups = [_group(row, place, areas, parents, decimals) for row, place in zip(listed, at, strict=True)]
    spots = _scaled(_spots(listed, groups, areas), scale, system)
    centres = _scaled([area.centre for area in areas], scale, system)
    document = {
        "version": FORMAT_VERSION,
        "count": len(listed),
        "scale": scale,
        "system": system,
        "places": {
            "id": [area.id for area in areas],
            "name": [area.name for area in areas],
            "level": [area.level for area in areas],
            "parent": [-1 if parent is None else parent for parent in parents],
            "lat": [spot and spot[0] for spot in centres],
            "lng": [spot and spot[1] for spot in centres],
        },
        "id": [row.id for row in listed],
        "name": [row.name for row in listed],
        "also": [" ".join(row.also) for row in listed],
        "address": [row.address for row in listed],
        "place": _differences(at),
        "lat": _differences([spot and spot[0] for spot in spots]),
        "lng": _differences([spot and spot[1] for spot in spots]),
        "group": groups,
        "precision": _indexed([row.precision for row in listed]),
        "status": _indexed([row.status for row in listed]),
        "form": _indexed([row.form for row in listed]),
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _tree_order(places: Sequence[PlaceRow]) -> list[int]:
    """Indexes so that each area is followed by all below it; siblings stay in the order given."""
    below: dict[int | None, list[int]] = {}
    for index, place in enumerate(places):
        below.setdefault(place.parent, []).append(index)
    order: list[int] = []
    waiting = below.get(None, [])[::-1]
    while waiting:
        index = waiting.pop()
        order.append(index)
        waiting += below.get(index, [])[::-1]
    if len(order) != len(places):
        raise ValueError("areas above each other in a circle")
    return order


def _group(row: PointRow, place: int, areas: Sequence[PlaceRow], parents: Sequence[int | None], decimals: int) -> int:
    """The area at which an approximate row is drawn: where its position is the centre, else by its precision; or -1."""
    if row.position is None or row.precision in OWN_PRECISIONS or place < 0:
        return -1
    line = [place]
    while (above := parents[line[-1]]) is not None:
        line.append(above)
    here = row.position.rounded(decimals)
    for index in line:
        centre = areas[index].centre
        if centre is not None and centre.rounded(decimals) == here:
            return index
    wanted = _COARSENESS.index(row.precision) if row.precision in _COARSENESS else 0
    return next((index for index in line if _coarseness(areas[index]) >= wanted), line[-1])


def _coarseness(area: PlaceRow) -> int:
    return _COARSENESS.index(area.level) if area.level in _COARSENESS else -1


def _spots(rows: Sequence[PointRow], groups: Sequence[int], areas: Sequence[PlaceRow]) -> list[Position | None]:
    """Where each row is drawn: all of a group at one spot, which is the area's centre or else its first row's."""
    spot_of: dict[int, Position | None] = {}
    spots: list[Position | None] = []
    for row, group in zip(rows, groups, strict=True):
        if group >= 0:
            spots.append(spot_of.setdefault(group, areas[group].centre or row.position))
        else:
            spots.append(row.position)
    return spots


def _scaled(positions: Iterable[Position | None], scale: int, system: CoordinateSystem) -> list[tuple[int, int] | None]:
    return [None if position is None else _scaled_one(position, scale, system) for position in positions]


def _scaled_one(position: Position, scale: int, system: CoordinateSystem) -> tuple[int, int]:
    lat, lng = from_wgs84(position, system)
    return round(lat * scale), round(lng * scale)


def _differences(values: Sequence[int | None]) -> list[int | None]:
    """Each value as the difference to the last one that was there; what is missing stays missing."""
    present = [0, *(value for value in values if value is not None)]
    steps = iter([after - before for before, after in pairwise(present)])
    return [None if value is None else next(steps) for value in values]


def _indexed(values: Sequence[str]) -> dict[str, list[str] | list[int]]:
    words = sorted(set(values))
    index = {word: number for number, word in enumerate(words)}
    return {"words": words, "rows": [index[value] for value in values]}
