"""What came of it: the results first, as residents ask for them; then all topics by how far they came and who raised them."""

from collections.abc import Iterator, Sequence
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.directory.directory import Directory
from memberstudios.pages import addresses
from memberstudios.pages.paging import Pager, paged
from memberstudios.pages.topic_lines import TopicLine, in_order, line_shelf
from memberstudios.records.work import TOPIC_ORIGINS, TOPIC_STATES
from memberstudios.render.output import Crumb, Output, Page, html
from memberstudios.words import Words

_RESULTS: Final = ""

Way = tuple[str, str, int]
"""A list to choose: its name, its path, and how many stand there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsView:
    """One page of what is done with; `count` is of all pages, `others` are the newest that are not."""

    count: int
    results: tuple[TopicLine, ...]
    pager: Pager | None
    others: tuple[TopicLine, ...]
    states: tuple[Way, ...]
    origins: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsView:
    """One page of the topics in a state or of an origin; `about` explains it, `ways` lead to the others of its kind."""

    about: str
    count: int
    topics: tuple[TopicLine, ...]
    pager: Pager | None
    ways: tuple[Way, ...]


_OTHERS: Final = 10


def keys(directory: Directory) -> Iterator[str]:
    """The results (empty), each state and each origin; nothing where there are no topics."""
    if len(directory.topics):
        yield _RESULTS
        yield from (f"state/{state}" for state in TOPIC_STATES)
        yield from (f"origin/{origin}" for origin in TOPIC_ORIGINS)


def outputs(directory: Directory, words: Words, key: str) -> Iterator[Output]:
    """`topics/index.html`, `topics/states/<state>.html`, `topics/origins/<origin>.html`, each with further pages."""
    known = line_shelf(directory, words).values()
    lines = in_order(line for line in known if f"topic/{line.id}" not in directory.ended)
    group, _, name = key.partition("/")
    if group == "state":
        shown = [line for line in lines if line.state == name]
        about = words(f"topic.about_state.{name}")
        path = addresses.topics_in_state(name)
        yield from _pages(words, path, words(f"work.topic.{name}"), about, shown, _states(words, lines))
    elif group == "origin":
        shown = [line for line in lines if line.origin == name]
        about = words(f"topic.about_origin.{name}")
        path = addresses.topics_of_origin(name)
        yield from _pages(words, path, words(f"work.origin.{name}"), about, shown, _origins(words, lines))
    else:
        yield from _results(directory, words, lines)


def _results(directory: Directory, words: Words, lines: Sequence[TopicLine]) -> Iterator[Output]:
    results = [line for line in lines if line.is_solved]
    others = [line for line in lines if not line.is_solved]
    for number, (path, shown, pager) in enumerate(paged(addresses.TOPICS, results), 1):
        is_first = number == 1
        page = Page(
            path=path,
            title=words("topic.index_title"),
            description=words("topic.index_description", title=directory.site.title, count=len(results)),
            section="topics",
            index=is_first,
            is_landmark=is_first,
        )
        view = ResultsView(
            count=len(results),
            results=shown,
            pager=pager,
            others=tuple(others[:_OTHERS]) if is_first else (),
            states=_states(words, lines) if is_first else (),
            origins=_origins(words, lines) if is_first else (),
        )
        yield html(page, "topics.html", view)


def _pages(
    words: Words, path: str, title: str, about: str, lines: Sequence[TopicLine], ways: tuple[Way, ...]
) -> Iterator[Output]:
    if not lines:
        return
    crumbs: tuple[Crumb, ...] = ((words("topic.index_title"), addresses.TOPICS),)
    for number, (path_, shown, pager) in enumerate(paged(path, lines), 1):
        page = Page(
            path=path_,
            title=words("topic.list_title", title=title),
            description=words("topic.list_description", title=title, count=len(lines)),
            section="topics",
            crumbs=crumbs,
            index=number == 1,
        )
        view = TopicsView(about=about, count=len(lines), topics=shown, pager=pager, ways=ways)
        yield html(page, "topics_list.html", view)


def _states(words: Words, lines: Sequence[TopicLine]) -> tuple[Way, ...]:
    counted = ((state, sum(line.state == state for line in lines)) for state in TOPIC_STATES)
    return tuple(
        (words(f"work.topic.{state}"), addresses.topics_in_state(state), count) for state, count in counted if count
    )


def _origins(words: Words, lines: Sequence[TopicLine]) -> tuple[Way, ...]:
    counted = ((origin, sum(line.origin == origin for line in lines)) for origin in TOPIC_ORIGINS)
    return tuple(
        (words(f"work.origin.{origin}"), addresses.topics_of_origin(origin), count)
        for origin, count in counted
        if count
    )
