"""Which studios lie in an area or below it, and which areas are worth naming first. Knows no page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.cards import StudioCard, area_text, card
from memberstudios.words import Words

ByArea = Mapping[str, tuple[str, ...]]
"""Area id, and the listed studios there or below: first the area's own, then those of each area below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    """An area as a row of a list; `count` is of the area and everything below."""

    id: str
    name: str
    path: str
    count: int


def studios_by_area(directory: Directory) -> ByArea:
    """The listed studios of every area, in the order of the tree."""
    found: dict[str, list[str]] = {id_: [] for id_ in directory.areas.divisions}
    for place in directory.areas.depth_first():
        own = [studio.id for studio in directory.listed(directory.links.studios_of_division.get(place, ()))]
        for area in directory.areas.paths[place] if own else ():
            found[area] += own
    return {area: tuple(ids) for area, ids in found.items()}


def without_area(directory: Directory) -> tuple[str, ...]:
    """The listed studios that lie in no known area."""
    known = directory.areas.divisions
    return tuple(
        studio.id for studio in directory.studios.values()
        if studio.division not in known and directory.is_listed(studio)
    )  # fmt: skip


def cards_within(directory: Directory, words: Words, ids: Iterable[str], area: str) -> tuple[StudioCard, ...]:
    """Studios as entries of a list that stands under the name of an area, which their places need not repeat."""
    known = area_text(directory, area)
    shown = (card(directory, words, studio) for studio in directory.listed(ids))
    return tuple(replace(one, place=one.place.removeprefix(known)) for one in shown)


def rows_below(directory: Directory, by_area: ByArea, parent: str | None) -> tuple[AreaRow, ...]:
    """The areas right below one, also those without a studio."""
    return tuple(
        AreaRow(id=id_, name=directory.areas.name(id_), path=addresses.area(id_), count=len(by_area[id_]))
        for id_ in directory.areas.children.get(parent, ())
    )


def main_places(directory: Directory, by_area: ByArea) -> tuple[AreaRow, ...]:
    """The areas to choose from first, those with most studios first.

    In a directory of one city these are its districts. Where it spans several provinces, each is followed down to
    where its studios are, and named in full: 安徽省 · 池州市贵池区.
    """
    places = [row for row in rows_below(directory, by_area, None) if row.count]
    if len(places) == 1:
        top = _narrowed(directory, by_area, places[0].id)
        below = [row for row in rows_below(directory, by_area, top) if row.count]
        places = below or [_row(directory, by_area, top)]
    else:
        places = [_row(directory, by_area, _narrowed(directory, by_area, row.id)) for row in places]
    return tuple(sorted(places, key=lambda row: -row.count))


def _narrowed(directory: Directory, by_area: ByArea, area: str) -> str:
    """The lowest area below `area` that holds the same studios, before they part."""
    while True:
        same = [child for child in directory.areas.children.get(area, ()) if len(by_area[child]) == len(by_area[area])]
        if not same:
            return area
        area = same[0]


def _row(directory: Directory, by_area: ByArea, area: str) -> AreaRow:
    names = [directory.areas.name(id_) for id_ in directory.areas.paths[area]]
    full = " · ".join([names[0], "".join(names[1:])] if len(names) > 1 else names)
    return AreaRow(id=area, name=full, path=addresses.area(area), count=len(by_area[area]))
