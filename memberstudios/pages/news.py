"""News: the list by year, and each item with the studios, activities and topics it is about."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.content.prose import EMPTY, Prose
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.activity_lines import Activities, activities
from memberstudios.pages.cards import StudioCard, brief, cards
from memberstudios.pages.linked import news_linked, site_at
from memberstudios.pages.paging import Pager, page_of
from memberstudios.pages.pictures import PictureView, pictures
from memberstudios.pages.provenance import SourceLine, source_lines
from memberstudios.pages.topic_lines import TopicLine, topics
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
    activities: Activities
    topics: tuple[TopicLine, ...]
    sources: tuple[SourceLine, ...]
    newer: tuple[str, str] | None
    older: tuple[str, str] | None


def keys(directory: Directory) -> Iterator[str]:
    """The pages of the list by their numbers, and each item; nothing where there is no news."""
    count = -(-len(directory.news) // addresses.PAGE_SIZE)
    yield from map(str, range(1, count + 1))
    yield from (f"/{id_}" for id_ in directory.news)


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """A page of `news/index.html`, or the page of an item, whose key is its id after a slash."""
    if key.startswith("/"):
        yield _item(directory, words, directory.news[key[1:]])
    else:
        yield _list(directory, words, int(key))


def _list(directory: Directory, words: Words, number: int) -> Output:
    path, shown, pager = page_of(addresses.NEWS, tuple(directory.news), number)
    page = Page(
        path=path,
        title=words("news.title"),
        description=words("news.description", title=directory.site.title),
        section="news",
        index=number == 1,
        is_landmark=number == 1,
    )
    items = (directory.news[id_] for id_ in shown)
    return html(page, "news_list.html", NewsListView(years=_years(directory, words, items), pager=pager))


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
    known = [brief(directory, words, id_) for id_ in item.studios if id_ in directory.standing]
    names = words("days.separator").join(studio.short_name or studio.card.name for studio in known[:_STUDIOS_NAMED])
    return words("news.and_more", names=names, count=len(known)) if len(known) > _STUDIOS_NAMED else names


def _item(directory: Directory, words: Words, item: News) -> Output:
    newer, older = directory.neighbours[item.id]
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
        newer=_neighbour(directory, newer),
        older=_neighbour(directory, older),
    )
    path = addresses.news(item.id)
    page = Page(
        path=path,
        title=item.title,
        description=item.summary,
        section="news",
        crumbs=((words("news.title"), addresses.NEWS),),
        linked=news_linked(
            site_at(directory, path),
            path,
            title=view.title,
            date=view.date,
            author=view.author,
            summary="" if view.body else view.summary,
            studios=((studio.name, studio.path) for studio in view.studios),
            sources=((source.title, source.url) for source in view.sources),
        ),
    )
    return html(page, "news.html", view)


def _neighbour(directory: Directory, id_: str) -> tuple[str, str] | None:
    return (directory.news[id_].title, addresses.news(id_)) if id_ else None
