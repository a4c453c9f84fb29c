"""The finder: search, list and map as one page, which the browser fills from the compact data file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final, get_args

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.directory.positions import locate
from memberstudios.pages import addresses
from memberstudios.pages.duty_lines import unusual_days
from memberstudios.pages.found import STUDIO, TOPIC, FoundStudio, found_studio, found_topic, news_shelf
from memberstudios.records.studio import Base, Form, Status
from memberstudios.render.columns import version
from memberstudios.render.output import Output, Page, html
from memberstudios.render.points import PlaceRow, arrange
from memberstudios.render.points import encode as points_files
from memberstudios.render.search import encode as search_files
from memberstudios.words import Words

Options = tuple[tuple[str, str], ...]
_DAYS_AHEAD: Final = 400
"""For so many days the finder knows on which of them hours are not known."""
_LEVELS: Final = 3
"""Levels of areas that the page itself lists, fewer where there are several at the top."""


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
    """`data_url` and `search_url` are site paths of the compact data files. The map is the site's map `finder`, if any.

    `areas` are those of the upper levels. Of each choice the options: a value and what it is called, the first for any.
    """

    total: int
    areas: tuple[AreaRow, ...]
    data_url: str
    search_url: str
    times: Options
    forms: Options
    bases: Options
    statuses: Options
    orders: Options


def outputs(directory: Directory, words: Words) -> Iterator[Output]:
    """`find.html`, the same for other sites to show in a frame, and the data files that it and every map read."""
    studios = _listed(directory, words)
    places = place_rows(directory)
    index = {row.id: number for number, row in enumerate(places)}
    found = {one.row.id: one for one in studios}
    arranged = arrange((replace(one.row, place=index.get(one.area)) for one in studios), places)
    matters = tuple(directory.matters.values())
    base_map = directory.site.base_map
    points = points_files(
        arranged,
        [(matter.id, matter.name) for matter in matters],
        decimals=directory.site.publish_precision,
        system=base_map.system if base_map.kind == "tiles" else "wgs84",
        unusual=unusual_days(directory, _DAYS_AHEAD) if any(one.row.times for one in studios) else (),
    )
    search = search_files(
        [found[row.id].words for row in arranged.rows],
        [(matter.id, (matter.name, *matter.words)) for matter in matters],
        [page for page in directory.made(TOPIC, "topic", partial(found_topic, directory, words)).values() if page.path],
        list(news_shelf(directory, words).values()),
    )
    page = Page(
        path=addresses.FIND,
        title=words("finder.title"),
        description=words("finder.lead", count=f"{len(studios):,}"),
        section="studios",
        styles=("css/find.css",),
        scripts=("js/find/main.js",),
        is_landmark=True,
    )
    view = FinderView(
        total=len(studios),
        areas=area_rows(directory),
        data_url=_versioned(addresses.POINTS, points.first),
        search_url=_versioned(addresses.SEARCH, search.first),
        times=_options(words, "finder.times", ("day", "evening", "weekend", "date")),
        forms=_options(words, "choices.form", get_args(Form)),
        bases=_options(words, "choices.base", get_args(Base)),
        statuses=_options(words, "choices.status", get_args(Status)),
        orders=_options(words, "finder.orders", ("name", "near"), first="finder.orders.own"),
    )
    yield html(page, "find.html", view)
    yield html(replace(page, path=addresses.EMBED, index=False, is_landmark=False, bare=True), "find.html", view)
    for path, files in ((addresses.POINTS, points), (addresses.SEARCH, search)):
        yield Output(path=path, maker="bytes", view=files.first)
        for number, data in enumerate(files.shards):
            yield Output(path=addresses.shard(path, number), maker="bytes", view=data)


def _options(words: Words, prefix: str, values: Iterable[str], first: str = "finder.any") -> Options:
    return (("", words(first)), *((value, words(f"{prefix}.{value}")) for value in values))


def _listed(directory: Directory, words: Words) -> list[FoundStudio]:
    return list(directory.of_listed(directory.made(STUDIO, "studio", partial(found_studio, directory, words))))


def _versioned(path: str, data: bytes) -> str:
    return f"{path}?v={version(data)}"


def area_rows(directory: Directory) -> tuple[AreaRow, ...]:
    """The areas of the upper levels that hold a studio, there or below, in tree order."""
    areas = directory.areas
    totals = {id_: len(directory.within.get(id_, ())) for id_ in areas.divisions}
    several = sum(totals[id_] > 0 for id_ in areas.children.get(None, ())) > 1
    deepest = _LEVELS - 1 if several else _LEVELS
    return tuple(
        AreaRow(
            id=id_, name=areas.name(id_), depth=len(areas.paths[id_]) - 1, count=totals[id_], path=addresses.area(id_)
        )
        for id_ in areas.depth_first()
        if totals[id_] and len(areas.paths[id_]) <= deepest
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
