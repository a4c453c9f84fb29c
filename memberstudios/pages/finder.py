"""The finder: search, list and map as one page, which the browser fills from the compact data file."""

from dataclasses import dataclass

from memberstudios.render.map.frame import MapFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    """An area to choose from, in tree order; `count` are the studios there and below, `depth` is 0 at the top."""

    id: str
    name: str
    depth: int
    count: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinderView:
    """`data_url` is the site path of the data file, with its version; `map` is None on a site without a map."""

    total: int
    areas: tuple[AreaRow, ...]
    data_url: str
    map: MapFrame | None
