"""The compact files that finder and map read: every listed studio in columns, and the areas as a tree.

One file holds what is needed to filter and to draw. What is only read (names, addresses) stands in it as well, or, of a
large directory, in further files of `PER_SHARD` rows each, so that a page fetches what it shows.
`docs/open-data.md` describes the format for others. Knows no studio: callers hand over plain rows.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from memberstudios.base.coordinates import CoordinateSystem, Position, from_wgs84
from memberstudios.base.dataclass import dataclass
from memberstudios.directory.positions import OWN_PRECISIONS
from memberstudios.render.columns import DataFiles, compact, differences, indexed, version

FORMAT_VERSION: Final = 2
LARGE: Final = 30_000
"""Rows above which texts stand in files of their own."""
PER_SHARD: Final = 5_000
PHONE, ONLINE = 1, 2
"""Ways to reach a studio without coming; their sum in `PointRow.reach`."""
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
    """A studio as lists and the map need it.

    `place` is an index into the areas, `matters` are ids, `sectors` names; `times` are as `pages.visit_times` writes
    them and `when` the same in words; `step_free` is yes, no, partly or empty.
    """

    id: str
    name: str
    place: int | None
    address: str = ""
    position: Position | None = None
    precision: str = ""
    status: str = "open"
    form: str = "studio"
    base: str = ""
    step_free: str = ""
    matters: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    when: str = ""
    reach: int = 0


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Areas so that each is followed by all below it, and rows by their area's place there, then by name and id.

    It is the order in which lists show them. `parents` and `at` (the area of each row) are indexes into `areas`.
    """

    areas: tuple[PlaceRow, ...]
    parents: tuple[int | None, ...]
    rows: tuple[PointRow, ...]
    at: tuple[int, ...]


def arrange(rows: Iterable[PointRow], places: Sequence[PlaceRow]) -> Arrangement:
    """Rows and areas in order. Raises ValueError when areas stand above each other in a circle."""
    order = _tree_order(places)
    rank = {old: new for new, old in enumerate(order)}
    areas = tuple(places[old] for old in order)
    listed = sorted(rows, key=lambda row: (-1 if row.place is None else rank[row.place], row.name, row.id))
    return Arrangement(
        areas=areas,
        parents=tuple(None if area.parent is None else rank[area.parent] for area in areas),
        rows=tuple(listed),
        at=tuple(-1 if row.place is None else rank[row.place] for row in listed),
    )


def encode(
    arranged: Arrangement,
    matters: Sequence[tuple[str, str]],
    *,
    decimals: int,
    system: CoordinateSystem = "wgs84",
    unusual: Sequence[str] = (),
    large: int = LARGE,
    per_shard: int = PER_SHARD,
) -> DataFiles:
    """The files' bytes. `matters` are ids and names of all there are, `unusual` are days of which no hours are known.

    Positions are rounded to `decimals` and written as the base map's `system` has them.
    """
    rows = arranged.rows
    shards = _shards(rows, per_shard) if len(rows) > large else ()
    sectors = sorted({name for row in rows for name in row.sectors})
    document = {
        "version": FORMAT_VERSION,
        "count": len(rows),
        **_where(arranged, 10**decimals, system),
        "matters": {"id": [id_ for id_, _ in matters], "name": [name for _, name in matters]},
        "sectors": sectors,
        "matter": _choices([row.matters for row in rows], [id_ for id_, _ in matters]),
        "sector": _choices([row.sectors for row in rows], sectors),
        **{name: indexed([getattr(row, name) for row in rows]) for name in _OF_FEW_KINDS},
        "reach": [row.reach for row in rows],
        "unusual": unusual,
        "shards": [version(data) for data in shards],
        "per_shard": per_shard,
        "texts": None if shards else _texts(rows),
    }
    return DataFiles(first=compact(document), shards=shards)


_OF_FEW_KINDS: Final = ("precision", "status", "form", "base", "step_free", "times")


def _texts(rows: Sequence[PointRow]) -> dict[str, Any]:
    return {
        "id": [row.id for row in rows],
        "name": [row.name for row in rows],
        "address": [row.address for row in rows],
        "when": indexed([row.when for row in rows]),
    }


def _shards(rows: Sequence[PointRow], size: int) -> tuple[bytes, ...]:
    return tuple(compact(_texts(rows[start : start + size])) for start in range(0, len(rows), size))


def _choices(values: Sequence[tuple[str, ...]], known: Sequence[str]) -> dict[str, list[Any]]:
    """What each row has of a list of known things: each combination once, as indexes into that list."""
    index = {name: number for number, name in enumerate(known)}
    combined = indexed([tuple(sorted({index[name] for name in names if name in index})) for names in values])
    return combined | {"words": [list(one) for one in combined["words"]]}


def _where(arranged: Arrangement, scale: int, system: CoordinateSystem) -> dict[str, Any]:
    """The areas, and where rows are."""
    areas, parents, rows, at = arranged.areas, arranged.parents, arranged.rows, arranged.at
    groups = [_group(row, place, areas, parents, scale) for row, place in zip(rows, at, strict=True)]
    spots = _scaled(_spots(rows, groups, areas), scale, system)
    centres = _scaled([area.centre for area in areas], scale, system)
    return {
        "scale": scale,
        "system": system,
        "places": {
            "id": [area.id for area in areas],
            "name": [area.name for area in areas],
            "level": indexed([area.level for area in areas]),
            "up": [0 if parent is None else number - parent for number, parent in enumerate(parents)],
            "lat": differences([spot and spot[0] for spot in centres]),
            "lng": differences([spot and spot[1] for spot in centres]),
        },
        "place": differences(at),
        "lat": differences([spot and spot[0] for spot in spots]),
        "lng": differences([spot and spot[1] for spot in spots]),
        "group": groups,
    }


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


def _group(row: PointRow, place: int, areas: Sequence[PlaceRow], parents: Sequence[int | None], scale: int) -> int:
    """The area at which an approximate row is drawn: where its position is the centre, else by its precision; or -1."""
    if row.position is None or row.precision in OWN_PRECISIONS or place < 0:
        return -1
    line = [place]
    while (above := parents[line[-1]]) is not None:
        line.append(above)
    here = _rounded(row.position, scale)
    for index in line:
        centre = areas[index].centre
        if centre is not None and _rounded(centre, scale) == here:
            return index
    wanted = _COARSENESS.index(row.precision) if row.precision in _COARSENESS else 0
    return next((index for index in line if _coarseness(areas[index]) >= wanted), line[-1])


def _rounded(position: Position, scale: int) -> tuple[int, int]:
    return round(position.lat * scale), round(position.lng * scale)


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
