"""Where the directory's facts come from: every source, and what was taken from it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.directory.shelf import Shelf
from memberstudios.pages import activity_lines, addresses, found, named, topic_lines
from memberstudios.pages.activity_lines import ActivityLine
from memberstudios.pages.cards import card
from memberstudios.pages.named import Named
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.topic_lines import TopicLine
from memberstudios.records.papers import Source
from memberstudios.render.output import Output, Page, html
from memberstudios.render.search import FoundPage
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
"""Records of a kind named under one source; a directory that says where each comes from may hold thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenGroup:
    """What was taken from a source of one kind: the first of them by name, and how many more there are."""

    kind: str
    names: tuple[Named, ...]
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One source. `taken` says how much of what kind; `groups` name what has a page."""

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
    groups: tuple[TakenGroup, ...]


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
        groups=tuple(_groups(directory, words, users)),
    )


def _groups(directory: Directory, words: Words, users: Mapping[str, tuple[str, ...]]) -> Iterator[TakenGroup]:
    for kind, names in _NAMES.items():
        ids = users.get(kind, ())
        if ids:
            yield TakenGroup(
                kind=words(f"kinds.{kind}"), names=names(directory, words, ids[:_NAMED]), left=max(0, len(ids) - _NAMED)
            )


def _studios(directory: Directory, words: Words, ids: Iterable[str]) -> tuple[Named, ...]:
    return tuple((card(directory, words, id_).name, addresses.studio(id_)) for id_ in ids)


def _series(directory: Directory, words: Words, ids: Iterable[str]) -> tuple[Named, ...]:  # noqa: ARG001 - as all here
    return tuple(name for id_ in ids if (name := named.series(directory, id_)) is not None)


def _led(shelf: Shelf[ActivityLine] | Shelf[TopicLine] | Shelf[FoundPage], ids: Iterable[str]) -> tuple[Named, ...]:
    """Titles that lead to their pages, from what is derived of records: few edits change it."""
    return tuple((shelf[id_].title, shelf[id_].path) for id_ in ids if id_ in shelf)


_NAMES: Final[Mapping[str, Callable[[Directory, Words, Iterable[str]], tuple[Named, ...]]]] = MappingProxyType(
    {
        "studio": _studios,
        "activity": lambda directory, words, ids: _led(activity_lines.line_shelf(directory, words), ids),
        "series": _series,
        "topic": lambda directory, words, ids: _led(topic_lines.line_shelf(directory, words), ids),
        "framework": lambda directory, _, ids: named.frameworks(directory, ids),
        "document": lambda directory, _, ids: named.documents(directory, ids),
        "organization": lambda directory, _, ids: named.organizations(directory, ids),
        "news": lambda directory, words, ids: _led(found.news_shelf(directory, words), ids),
    }
)
"""Kinds that have pages, and how each is named."""
