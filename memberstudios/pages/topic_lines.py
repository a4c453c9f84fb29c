"""Topics as entries of a list: what was raised, how far it came, and what came of it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Final

from memberstudios.base.dataclass import dataclass
from memberstudios.base.dates import PartialDate
from memberstudios.directory.directory import Directory
from memberstudios.directory.shelf import Shelf
from memberstudios.pages import addresses, named
from memberstudios.pages.named import Named
from memberstudios.records.work import Topic
from memberstudios.words import Words

LINE: Final = "topic_line"
"""The name of these among what is derived from topics."""
SOLVED: Final = ("resolved", "closed")
"""States in which a matter is done with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLine:
    """A topic. `state` and `origin` are the record's words, the names what people read; all may be empty.

    `raised` and `moved` are the first and the newest day that are known of it.
    """

    id: str
    title: str
    path: str
    state: str
    state_name: str
    origin: str
    matter: Named | None
    studios: tuple[Named, ...]
    result: str
    raised: PartialDate | None
    moved: PartialDate | None
    shade: str
    """The state as colours have it: `open` for what is done, `later` for what is under way."""

    @property
    def is_solved(self) -> bool:
        """Whether it is done with."""
        return self.state in SOLVED


def line_shelf(directory: Directory, words: Words) -> Shelf[TopicLine]:
    """Of every topic; made when asked for, where they are not kept from an earlier build."""
    return directory.made(LINE, "topic", partial(make_line, directory, words))


def make_line(directory: Directory, words: Words, id_: str) -> TopicLine:
    """The line of a topic, from its record."""
    topic = directory.topics[id_]
    state = topic.reached or ""
    studios = (named.studio(directory, words, one) for one in topic.studios)
    days = sorted(days_of(topic), key=lambda day: day.last)
    return TopicLine(
        id=id_,
        title=topic.title,
        path=addresses.topic(id_),
        state=state,
        state_name=words(f"work.topic.{state}") if state else "",
        origin=topic.origin or "",
        matter=named.matter(directory, topic.matter),
        studios=tuple(name for name in studios if name is not None),
        result=topic.result or "",
        raised=topic.raised_on or (days[0] if days else None),
        moved=days[-1] if days else None,
        shade="" if not state else "open" if state in SOLVED else "later",
    )


def days_of(topic: Topic) -> list[PartialDate]:
    """Every day that is known of a topic."""
    proposal = topic.proposal
    filed = () if proposal is None else (proposal.filed_on, proposal.case_opened, proposal.answered_on)
    days = (topic.raised_on, *(step.date for step in topic.steps), *filed)
    return [day for day in days if day is not None]


def topics(directory: Directory, words: Words, ids: Iterable[str], beside: str = "") -> tuple[TopicLine, ...]:
    """The topics of `ids`, in order; `beside` is the path of the page they stand on, which need not be named there."""
    shelf = line_shelf(directory, words)
    found = (shelf[id_] for id_ in ids if id_ in directory.topics)
    return in_order(_without(line, beside) if beside else line for line in found)


def _without(line: TopicLine, path: str) -> TopicLine:
    return replace(line, studios=tuple(studio for studio in line.studios if studio[1] != path))


def in_order(lines: Iterable[TopicLine]) -> tuple[TopicLine, ...]:
    """The one that moved last first; those without any date come last, in their order."""
    return tuple(sorted(lines, key=lambda line: 0 if line.moved is None else -line.moved.last.toordinal()))
