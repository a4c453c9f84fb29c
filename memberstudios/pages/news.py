"""News: the list by year, and each item with the studios, activities and topics it is about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from memberstudios.base.dates import PartialDate
from memberstudios.content.prose import EMPTY, Prose
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.activity_lines import ActivityView, activities
from memberstudios.pages.cards import StudioCard, cards
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.pictures import PictureView, pictures
from memberstudios.pages.provenance import SourceLine, source_lines
from memberstudios.pages.studio_work import TopicView, topics
from memberstudios.records.papers import News
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words

_STUDIOS_NAMED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsEntry:
    """An item of the list; `studios` names one or two, in words."""

    title: str
    path: str
    date: PartialDate
    summary: str
    studios: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsYear:
    """The items of one year that stand on a page."""

    year: int
    entries: tuple[NewsEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsListView:
    """A page of the list of news."""

    years: tuple[NewsYear, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsView:
    """One item. `newer` and `older` are title and site path of its neighbours."""

    title: str
    date: PartialDate
    author: str
    summary: str
    cover: tuple[PictureView, ...]
    body: Prose
    studios: tuple[StudioCard, ...]
    activities: tuple[ActivityView, ...]
    topics: tuple[TopicView, ...]
    sources: tuple[SourceLine, ...]
    newer: tuple[str, str] | None
    older: tuple[str, str] | None


def outputs(directory: Directory, words: Words) -> Iterator[Output]:
    """`news/index.html` and `news/<slug>.html`; nothing where there is no news."""
    items = tuple(directory.news.values())
    if not items:
        return
    for number, (path, shown, pager) in enumerate(paged(addresses.NEWS, items), 1):
        page = Page(
            path=path,
            title=words("news.title"),
            description=words("news.description", title=directory.site.title),
            section="news",
            index=number == 1,
            is_landmark=number == 1,
        )
        yield html(page, "news_list.html", NewsListView(years=_years(directory, words, shown), pager=pager))
    for newer, item, older in zip((None, *items), items, (*items[1:], None), strict=False):
        yield _item(directory, words, item, newer, older)


def entries(directory: Directory, words: Words, items: Iterable[News]) -> tuple[NewsEntry, ...]:
    """Items as entries of a list."""
    return tuple(
        NewsEntry(
            title=item.title,
            path=addresses.news(item.id),
            date=item.date,
            summary=item.summary,
            studios=_studios_text(directory, words, item),
        )
        for item in items
    )


def _years(directory: Directory, words: Words, items: Iterable[News]) -> tuple[NewsYear, ...]:
    by_year = groupby(items, key=lambda item: item.date.year)
    return tuple(NewsYear(year=year, entries=entries(directory, words, group)) for year, group in by_year)


def _studios_text(directory: Directory, words: Words, item: News) -> str:
    known = [directory.studios[id_] for id_ in item.studios if id_ in directory.studios]
    names = words("days.separator").join(studio.short_name or studio.name for studio in known[:_STUDIOS_NAMED])
    return words("news.and_more", names=names, count=len(known)) if len(known) > _STUDIOS_NAMED else names


def _item(directory: Directory, words: Words, item: News, newer: News | None, older: News | None) -> Output:
    page = Page(
        path=addresses.news(item.id),
        title=item.title,
        description=item.summary,
        section="news",
        crumbs=((words("news.title"), addresses.NEWS),),
    )
    view = NewsView(
        title=item.title,
        date=item.date,
        author=item.author or "",
        summary=item.summary,
        cover=pictures(directory, (item.cover,)),
        body=directory.prose("news", item.id, "body") or EMPTY,
        studios=cards(directory, words, item.studios),
        activities=activities(directory, words, item.activities),
        topics=topics(directory, words, item.topics),
        sources=source_lines(directory, item.sources),
        newer=_neighbour(newer),
        older=_neighbour(older),
    )
    return html(page, "news.html", view)


def _neighbour(item: News | None) -> tuple[str, str] | None:
    return None if item is None else (item.title, addresses.news(item.id))
