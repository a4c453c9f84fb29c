"""The finder: search, list and map as one page, which the browser fills from the compact data file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from memberstudios.directory.directory import Directory
from memberstudios.directory.positions import locate
from memberstudios.pages import addresses
from memberstudios.pages.cards import StudioBrief, listed_briefs
from memberstudios.render.output import Output, Page, html
from memberstudios.render.points import PlaceRow, PointRow, encode
from memberstudios.words import Words


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
    """`data_url` is the site path of the compact data file. The map is the site's map `finder`, if it has one."""

    total: int
    areas: tuple[AreaRow, ...]
    data_url: str


def outputs(directory: Directory, words: Words) -> Iterator[Output]:
    """`find.html` and the data file that it and every map read."""
    rows = place_rows(directory)
    index = {row.id: number for number, row in enumerate(rows)}
    listed = list(listed_briefs(directory, words))
    base_map = directory.site.base_map
    data = encode(
        (point_row(one, index) for one in listed),
        rows,
        decimals=directory.site.publish_precision,
        system=base_map.system if base_map.kind == "tiles" else "wgs84",
    )
    version = blake2b(data, digest_size=5).hexdigest()
    page = Page(
        path=addresses.FIND,
        title=words("finder.title"),
        description=words("finder.lead", count=f"{len(listed):,}"),
        section="studios",
        styles=("css/find.css",),
        scripts=("js/find/main.js",),
        is_landmark=True,
    )
    view = FinderView(total=len(listed), areas=area_rows(directory), data_url=f"{addresses.POINTS}?v={version}")
    yield html(page, "find.html", view)
    yield Output(path=addresses.POINTS, maker="bytes", view=data)


def area_rows(directory: Directory) -> tuple[AreaRow, ...]:
    """The areas that hold a studio, there or below, in tree order."""
    areas = directory.areas
    totals = {id_: len(directory.within.get(id_, ())) for id_ in areas.divisions}
    return tuple(
        AreaRow(
            id=id_, name=areas.name(id_), depth=len(areas.paths[id_]) - 1, count=totals[id_], path=addresses.area(id_)
        )
        for id_ in areas.depth_first()
        if totals[id_]
    )


def place_rows(directory: Directory) -> tuple[PlaceRow, ...]:
    """All areas of the directory for the data file, each after its parent."""
    areas, system = directory.areas, directory.site.coordinate_system
    ids = tuple(areas.depth_first())
    index = {id_: number for number, id_ in enumerate(ids)}
    rows = []
    for id_ in ids:
        division, path = areas.divisions[id_], areas.paths[id_]
        parent = index[path[-2]] if len(path) > 1 else None
        centre = None if division.center is None else locate(division.center, system)
        rows.append(PlaceRow(id=id_, name=division.name, level=division.level or "", parent=parent, centre=centre))
    return tuple(rows)


def point_row(brief: StudioBrief, index: Mapping[str, int]) -> PointRow:
    """A studio with all words that find it in this version: its other names, and the sectors it stands for."""
    return PointRow(
        id=brief.id,
        name=brief.card.name,
        place=index.get(brief.division),
        address=brief.address,
        position=brief.position,
        precision=brief.precision,
        status=brief.status,
        form=brief.form,
        also=brief.also,
    )
