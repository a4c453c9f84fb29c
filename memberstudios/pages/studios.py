"""All studios by area: on one page while they fit, else the areas with their counts."""

from collections.abc import Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.by_area import AreaRow, cards_within, main_places, studios_within
from memberstudios.pages.cards import StudioCard, cards
from memberstudios.pages.paging import Pager, paged
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioGroup:
    """The studios of one area; its count alone where the list is too long for one page."""

    area: AreaRow
    studios: tuple[StudioCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StudiosView:
    """`ways` are other lists that lead to studios: label, site path and how many entries they have."""

    count: int
    ways: tuple[tuple[str, str, int], ...]
    groups: tuple[StudioGroup, ...]
    is_whole: bool
    others: tuple[StudioCard, ...]
    pager: Pager | None


def outputs(directory: Directory, words: Words) -> Iterator[Output]:
    """`studios/index.html`; only studios without an area can make it go on."""
    places = tuple(place for place in main_places(directory) if place.count)
    rest = _rest(directory, places)
    count = len(rest) + sum(place.count for place in places)
    is_whole = count <= addresses.PAGE_SIZE
    for number, (path, ids, pager) in enumerate(paged(addresses.STUDIOS, rest), 1):
        page = Page(
            path=path,
            title=words("studios.title"),
            description=words("studios.description", title=directory.site.title, count=count),
            section="studios",
            index=number == 1,
            is_landmark=number == 1,
        )
        view = StudiosView(
            count=count,
            ways=_ways(directory, words),
            groups=tuple(_groups(directory, words, places, is_whole=is_whole)) if number == 1 else (),
            is_whole=is_whole,
            others=cards(directory, words, ids),
            pager=pager,
        )
        yield html(page, "studios.html", view)


def _rest(directory: Directory, places: tuple[AreaRow, ...]) -> tuple[str, ...]:
    """Studios that lie in none of the areas shown: above them, or in no area at all."""
    shown = {id_ for place in places for id_ in studios_within(directory, place.id)}
    above = [
        id_
        for top in directory.areas.children.get(None, ())
        for id_ in studios_within(directory, top)
        if id_ not in shown
    ]
    return (*above, *studios_within(directory, ""))


def _groups(
    directory: Directory, words: Words, places: tuple[AreaRow, ...], *, is_whole: bool
) -> Iterator[StudioGroup]:
    for place in places:
        yield StudioGroup(
            area=place,
            studios=cards_within(directory, words, studios_within(directory, place.id), place.id) if is_whole else (),
        )


def _ways(directory: Directory, words: Words) -> tuple[tuple[str, str, int], ...]:
    ways = (
        (words("studios.by_matter"), addresses.MATTERS, len(directory.matters)),
        (words("studios.by_sector"), addresses.SECTORS, len(directory.sectors)),
        (words("studios.by_member"), addresses.MEMBERS, sum(map(directory.is_public, directory.members.values()))),
        (words("studios.by_organization"), addresses.ORGANIZATIONS, len(directory.organizations)),
    )
    return tuple(way for way in ways if way[2])
