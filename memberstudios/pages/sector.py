"""Sectors (界别): an index by committee, and a page for each with its studios."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.cards import StudioCard, cards
from memberstudios.pages.named import Named
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.provenance import SourceLine, source_lines
from memberstudios.records.bodies import Sector
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorRow:
    """A sector as a row of the index."""

    name: str
    path: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorGroup:
    """The sectors of one committee; those that name none stand together without one."""

    committee: Named | None
    sectors: tuple[SectorRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorsView:
    """A page of the index of sectors."""

    groups: tuple[SectorGroup, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorView:
    """One sector. `national` are the national names it corresponds to, where they differ from its own."""

    name: str
    committee: Named | None
    national: tuple[str, ...]
    count: int
    studios: tuple[StudioCard, ...]
    pager: Pager | None
    sources: tuple[SourceLine, ...]


def keys(directory: Directory) -> Iterator[str]:
    """The index (empty), and each sector; nothing where there are none."""
    if len(directory.sectors):
        yield ""
        yield from directory.sectors


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`sectors/index.html`, or the page of a sector."""
    if key:
        yield from _sector(directory, words, directory.sectors[key])
        return
    by_committee = sorted(directory.sectors.values(), key=_committee_order(directory))
    for number, (path, shown, pager) in enumerate(paged(addresses.SECTORS, by_committee), 1):
        page = Page(
            path=path,
            title=words("sector.index_title"),
            description=words("sector.index_description", title=directory.site.title),
            section="studios",
            crumbs=((words("sector.index_up"), addresses.STUDIOS),),
            index=number == 1,
            is_landmark=number == 1,
        )
        yield html(page, "sectors.html", SectorsView(groups=tuple(_groups(directory, shown)), pager=pager))


def _committee_order(directory: Directory) -> Callable[[Sector], int]:
    """Sectors in the order of their committees; those that name none come last."""
    order = {id_: number for number, id_ in enumerate(directory.organizations)}
    return lambda sector: order.get(sector.committee or "", len(order))


def _groups(directory: Directory, sectors: Iterable[Sector]) -> Iterator[SectorGroup]:
    for committee, group in groupby(sectors, key=lambda sector: sector.committee):
        yield SectorGroup(
            committee=named.organization(directory, committee),
            sectors=tuple(
                SectorRow(name=sector.name, path=addresses.sector(sector.id), count=len(_studios(directory, sector)))
                for sector in group
            ),
        )


def _studios(directory: Directory, sector: Sector) -> tuple[str, ...]:
    return directory.listed(directory.links.studios_of_sector.get(sector.id, ()))


def _sector(directory: Directory, words: Words, sector: Sector) -> Iterator[Output]:
    committee = named.organization(directory, sector.committee)
    studios = _studios(directory, sector)
    full_name = sector.name if committee is None else words("sector.of", committee=committee[0], name=sector.name)
    for number, (path, ids, pager) in enumerate(paged(addresses.sector(sector.id), studios), 1):
        page = Page(
            path=path,
            title=words("sector.title", name=full_name),
            description=words("sector.description", name=full_name, count=len(studios)),
            section="studios",
            crumbs=((words("sector.index_up"), addresses.STUDIOS), (words("sector.index_crumb"), addresses.SECTORS)),
            index=number == 1,
        )
        view = SectorView(
            name=sector.name,
            committee=committee,
            national=tuple(name for name in sector.national if name != sector.name),
            count=len(studios),
            studios=cards(directory, words, ids),
            pager=pager,
            sources=source_lines(directory, sector.sources),
        )
        yield html(page, "sector.html", view)
