"""Areas: their tree with counts, and a page for each with its studios, what was reported of it, and its news."""

from collections.abc import Iterator

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.day import has_ended
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses, named
from memberstudios.pages.activity_lines import Activities, activities
from memberstudios.pages.by_area import AreaRow, cards_within, rows_below, studios_within
from memberstudios.pages.cards import StudioCard, cards
from memberstudios.pages.committees import committees_of
from memberstudios.pages.compared import totals_above
from memberstudios.pages.linked import Linked, area_linked, site_at
from memberstudios.pages.named import Named
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.provenance import SourceLine, source_lines
from memberstudios.pages.reported import FigureLine, figure_lines
from memberstudios.pages.topic_lines import TopicLine, topics
from memberstudios.pages.years import has_report, kept_facts
from memberstudios.render.output import Crumb, Output, Page, html
from memberstudios.words import Words

_NEWS_SHOWN = _SHOWN = 5
_WHOLE_TREE, _ALL_LEVELS = 200, 9
"""Areas up to which the index shows every level; above, two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaBranch:
    """An area of the tree and what is below it."""

    row: AreaRow
    below: tuple["AreaBranch", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreasView:
    """The tree of areas: `trunk` leads from the top to where it parts. `unplaced` counts studios in no known area."""

    trunk: tuple[AreaRow, ...]
    branches: tuple[AreaBranch, ...]
    unplaced: int
    studios_path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaNews:
    """A news item about a studio of the area."""

    title: str
    path: str
    date: PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaView:
    """One area; `full_name` leads from the top. `count` is of the area and below, `studios` are those of this page.

    `totals_above`: a reported number of studios is above what is on record, as reports name only some. A further page has studios alone.
    """

    name: str
    full_name: str
    count: int
    areas: tuple[AreaRow, ...]
    own_title: bool
    studios: tuple[StudioCard, ...]
    pager: Pager | None
    serving: tuple[StudioCard, ...]
    figures: tuple[FigureLine, ...]
    totals_above: bool
    committees: tuple[Named, ...]
    topics: tuple[TopicLine, ...]
    """The newest of the area and below."""
    activities: Activities
    """Those to come, and the newest others."""
    ways: tuple[Named, ...]
    """What else is told of the area: how far its committees reach, its yearly reports."""
    news: tuple[AreaNews, ...]
    sources: tuple[SourceLine, ...]
    is_first: bool


def keys(directory: Directory) -> Iterator[str]:
    """The tree of areas (empty), and each area."""
    yield ""
    yield from directory.divisions


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`areas/index.html`, or the page of an area; long lists of studios go on at `areas/<id>/2.html`."""
    if key:
        yield from _area(directory, words, key)
    else:
        yield _index(directory, words)


def _index(directory: Directory, words: Words) -> Output:
    levels = _ALL_LEVELS if len(directory.divisions) <= _WHOLE_TREE else 2
    trunk: list[AreaRow] = []
    rows = rows_below(directory, None)
    while len(rows) == 1 and (below := rows_below(directory, rows[0].id)):
        trunk += rows
        rows = below
    page = Page(
        path=addresses.AREAS,
        title=words("area.index_title"),
        description=words("area.index_description", title=directory.site.title),
        section="areas",
        is_landmark=True,
    )
    view = AreasView(
        trunk=tuple(trunk),
        branches=_branches(directory, trunk[-1].id if trunk else None, levels),
        unplaced=len(studios_within(directory, "")),
        studios_path=addresses.STUDIOS,
    )
    return html(page, "areas.html", view)


def _branches(directory: Directory, parent: str | None, levels: int) -> tuple[AreaBranch, ...]:
    if levels == 0:
        return ()
    return tuple(
        AreaBranch(row=row, below=_branches(directory, row.id, levels - 1)) for row in rows_below(directory, parent)
    )


def _area(directory: Directory, words: Words, id_: str) -> Iterator[Output]:
    everything = studios_within(directory, id_)
    areas = rows_below(directory, id_)
    is_cut = len(everything) > addresses.PAGE_SIZE and any(row.count for row in areas)
    own = directory.links.studios_of_division.get(id_, ())
    shown = directory.listed(own) if is_cut else everything
    here = set(everything)
    serving = [studio for studio in directory.links.studios_serving.get(id_, ()) if studio not in here]
    figures = directory.links.figures_of_division.get(id_, ())
    full_name = "".join(directory.areas.name(area) for area in directory.areas.paths[id_])
    committees = committees_of(directory, id_)
    news = _news(directory, id_)
    name = directory.areas.name(id_)
    for number, (path, ids, pager) in enumerate(paged(addresses.area(id_), shown), 1):
        is_first = number == 1
        title = words("area.title", name=name)
        page = Page(
            path=path,
            title=title if is_first else words("area.page_title", title=title, number=number),
            description=words("area.description", name=full_name, count=len(everything)),
            section="areas",
            crumbs=_crumbs(directory, words, id_),
            index=is_first,
            linked=_linked(directory, id_) if is_first else None,
        )
        view = AreaView(
            name=name,
            full_name=full_name,
            count=len(everything),
            areas=areas,
            own_title=is_cut,
            studios=cards_within(directory, words, ids, id_),
            pager=pager,
            serving=cards(directory, words, serving) if is_first else (),
            figures=figure_lines(directory, words, figures) if is_first else (),
            totals_above=is_first and bool(totals_above(directory, id_)),
            committees=named.organizations(directory, committees),
            topics=topics(directory, words, directory.topics_within.get(id_, ()))[:_SHOWN] if is_first else (),
            activities=_activities(directory, words, id_) if is_first else Activities(coming=(), past=()),
            ways=tuple(_ways(directory, words, id_, committees)) if is_first else (),
            news=news,
            sources=_sources(directory, figures),
            is_first=is_first,
        )
        yield html(page, "area.html", view)


def _linked(directory: Directory, id_: str) -> Linked | None:
    """What the page says for programs; nothing of an area that is no more."""
    area = directory.divisions[id_]
    if area.valid_to is not None and has_ended(area, directory.day):
        return None
    path, above = addresses.area(id_), directory.areas.paths[id_][:-1]
    site = site_at(directory, path)
    return area_linked(site, path, name=area.name, above=named.area(directory, above[-1]) if above else None)


def _crumbs(directory: Directory, words: Words, id_: str) -> tuple[Crumb, ...]:
    above = directory.areas.paths[id_][:-1]
    return (
        (words("area.index_crumb"), addresses.AREAS),
        *((directory.areas.name(area), addresses.area(area)) for area in above),
    )


def _sources(directory: Directory, figures: tuple[str, ...]) -> tuple[SourceLine, ...]:
    named_once = dict.fromkeys(source for id_ in figures for source in directory.figures[id_].sources)
    return source_lines(directory, named_once)


def _news(directory: Directory, area: str) -> tuple[AreaNews, ...]:
    """The newest items about studios in the area or below."""
    items = (directory.news[id_] for id_ in directory.news_within.get(area, ())[:_NEWS_SHOWN])
    return tuple(AreaNews(title=item.title, path=addresses.news(item.id), date=item.date) for item in items)


def _activities(directory: Directory, words: Words, area: str) -> Activities:
    found = activities(directory, words, directory.activities_within.get(area, ()))
    return Activities(coming=found.coming[:_SHOWN], past=found.past[:_SHOWN])


def _ways(directory: Directory, words: Words, area: str, committees: tuple[str, ...]) -> Iterator[Named]:
    for id_ in committees:
        if id_ in directory.links.committees_with_area:
            name = directory.organizations[id_].name
            yield words("area.coverage", name=name), addresses.coverage(id_)
    if has_report(directory, kept_facts(directory, words), area):
        yield words("area.reports"), addresses.REPORTS
