"""Where the directory's facts come from: every source, and what was taken from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.cards import card
from memberstudios.pages.named import Named
from memberstudios.pages.paging import Pager, paged
from memberstudios.records.papers import Source
from memberstudios.render.output import Output, Page, html
from memberstudios.words import Words

_KINDS = (
    "studio",
    "figure",
    "activity",
    "series",
    "topic",
    "framework",
    "pairing",
    "document",
    "organization",
    "division",
    "sector",
    "news",
)
_NAMED = 30
"""Studios named under one source; a directory that says where each comes from may hold thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One source. `taken` says how much of what kind; `studios` and `news` are what it speaks of."""

    id: str
    title: str
    supplied: bool
    publisher: str
    authors: str
    date: PartialDate | None
    not_before: PartialDate | None
    url: str
    accessed: PartialDate | None
    taken: str
    studios: tuple[Named, ...]
    studios_left: int
    news: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    """All sources, in the order in which they were written."""

    sources: tuple[SourceEntry, ...]
    pager: Pager | None


def outputs(directory: Directory, words: Words) -> Iterator[Output]:
    """`pages/sources.html`, unless people wrote a page of that name or there is no source."""
    if not len(directory.sources) or addresses.SOURCES_SLUG in directory.pages:
        return
    sources = tuple(directory.sources.values())
    for number, (path, shown, pager) in enumerate(paged(addresses.SOURCES, sources), 1):
        page = Page(
            path=path,
            title=words("sources_list.title"),
            description=words("sources_list.description", title=directory.site.title),
            index=number == 1,
        )
        entries = tuple(_entry(directory, words, source, _users(directory, source.id)) for source in shown)
        yield html(page, "sources_list.html", SourcesView(sources=entries, pager=pager))


def _users(directory: Directory, source: str) -> Mapping[str, tuple[str, ...]]:
    """By kind the ids of the records that name a source; positions name theirs inside."""
    links = directory.links
    found = {kind: getattr(links, f"{kind}_of_source").get(source, ()) for kind in _KINDS}
    found["position"] = (*links.centers_of_source.get(source, ()), *links.positions_of_source.get(source, ()))
    return {kind: ids for kind, ids in found.items() if ids}


def _entry(directory: Directory, words: Words, source: Source, users: Mapping[str, tuple[str, ...]]) -> SourceEntry:
    studios = users.get("studio", ())
    parts = [words(f"sources_list.taken.{kind}", count=len(ids)) for kind, ids in users.items() if kind != "news"]
    return SourceEntry(
        id=source.id,
        title=source.title,
        supplied=source.title_supplied,
        publisher=source.publisher or "",
        authors=words("days.separator").join(source.authors),
        date=source.date,
        not_before=source.not_before,
        url=source.url or "",
        accessed=source.accessed,
        taken=words("days.separator").join(parts),
        studios=tuple((card(directory, words, id_).name, addresses.studio(id_)) for id_ in studios[:_NAMED]),
        studios_left=max(0, len(studios) - _NAMED),
        news=tuple((directory.news[id_].title, addresses.news(id_)) for id_ in users.get("news", ())),
    )
