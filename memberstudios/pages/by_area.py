"""Which studios lie in an area or below it, and which areas are worth naming first. Knows no page."""

from collections.abc import Iterable
from dataclasses import replace

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.cards import StudioCard, area_text, cards
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    """An area as a row of a list; `count` is of the area and everything below."""

    id: str
    name: str
    path: str
    count: int


def studios_within(directory: Directory, area: str) -> tuple[str, ...]:
    """The listed studios of an area or below it, in the order of the tree; of no known area where `area` is empty."""
    return directory.within.get(area, ())


def cards_within(directory: Directory, words: Words, ids: Iterable[str], area: str) -> tuple[StudioCard, ...]:
    """Studios as entries of a list that stands under the name of an area, which their places need not repeat."""
    known = area_text(directory, area)
    shown = cards(directory, words, ids)
    return tuple(replace(one, place=one.place.removeprefix(known)) for one in shown)


def rows_below(directory: Directory, parent: str | None) -> tuple[AreaRow, ...]:
    """The areas right below one, also those without a studio."""
    return tuple(
        AreaRow(id=id_, name=directory.areas.name(id_), path=addresses.area(id_), count=_count(directory, id_))
        for id_ in directory.areas.children.get(parent, ())
    )


def main_places(directory: Directory) -> tuple[AreaRow, ...]:
    """The areas to choose from first, those with most studios first.

    In a directory of one city these are its districts. Where it spans several provinces, each is followed down to
    where its studios are, and named in full: 安徽省 · 池州市贵池区.
    """
    places = [row for row in rows_below(directory, None) if row.count]
    if len(places) == 1:
        top = _narrowed(directory, places[0].id)
        below = [row for row in rows_below(directory, top) if row.count]
        places = below or [_row(directory, top)]
    else:
        places = [_row(directory, _narrowed(directory, row.id)) for row in places]
    return tuple(sorted(places, key=lambda row: -row.count))


def _narrowed(directory: Directory, area: str) -> str:
    """The lowest area below `area` that holds the same studios, before they part."""
    while True:
        same = [
            child
            for child in directory.areas.children.get(area, ())
            if _count(directory, child) == _count(directory, area)
        ]
        if not same:
            return area
        area = same[0]


def _row(directory: Directory, area: str) -> AreaRow:
    names = [directory.areas.name(id_) for id_ in directory.areas.paths[area]]
    full = " · ".join([names[0], "".join(names[1:])] if len(names) > 1 else names)
    return AreaRow(id=area, name=full, path=addresses.area(area), count=_count(directory, area))


def _count(directory: Directory, area: str) -> int:
    return len(studios_within(directory, area))
