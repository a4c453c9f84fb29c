"""Every kind of page in order: the one table of what a site consists of.

A kind makes its pages in units, each named by a key such as the id of a record: what one unit looked at decides when it
is made again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from memberstudios.directory.directory import Directory
from memberstudios.directory.duty import Duty
from memberstudios.directory.facts import ActivityFacts, StudioFacts, TopicFacts
from memberstudios.pages import (
    area,
    cards,
    duty,
    duty_calendar,
    duty_lines,
    feed,
    figures,
    finder,
    found,
    gathered,
    home,
    matter,
    media,
    member,
    news,
    next_changes,
    not_found,
    open_data,
    organization,
    poster,
    redirects,
    report,
    sector,
    sources_list,
    studio,
    studios,
    text,
)
from memberstudios.render.output import Output
from memberstudios.render.search import FoundPage
from memberstudios.words import Words

Unit = tuple[str, str]
"""The name of a kind, and a key."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`keys` names the units of a kind, `outputs` makes what belongs to one."""

    keys: Callable[[Directory], Iterable[str]]
    outputs: Callable[[Directory, Words, str], Iterator[Output]]


def _once(outputs: Callable[[Directory, Words], Iterator[Output]]) -> Kind:
    """A kind of one unit."""
    return Kind(lambda _: ("",), lambda directory, words, _: outputs(directory, words))


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "home": _once(home.outputs),
        "finder": _once(finder.outputs),
        "studios": _once(studios.outputs),
        "studio": Kind(studio.keys, studio.outputs),
        "poster": Kind(poster.keys, poster.outputs),
        "redirects": _once(redirects.outputs),
        "area": Kind(area.keys, area.outputs),
        "duty": Kind(duty.keys, duty.outputs),
        "sector": Kind(sector.keys, sector.outputs),
        "matter": Kind(matter.keys, matter.outputs),
        "member": Kind(member.keys, member.outputs),
        "organization": Kind(organization.keys, organization.outputs),
        "news": Kind(news.keys, news.outputs),
        "text": Kind(text.keys, text.outputs),
        "figures": Kind(figures.keys, figures.outputs),
        "report": Kind(report.keys, report.outputs),
        "sources_list": _once(sources_list.outputs),
        "open_data": Kind(open_data.keys, open_data.outputs),
        "next_changes": _once(next_changes.outputs),
        "not_found": _once(not_found.outputs),
        "feed": _once(feed.outputs),
        "media": Kind(media.keys, media.outputs),
    }
)


@dataclass(frozen=True, slots=True)
class Derived:
    """What is made of every record of a kind before any page: `make` gives a value of `type` for an id."""

    kind: str
    type: type
    make: Callable[[Directory, Words, str], Any]


DERIVED: Final[Mapping[str, Derived]] = MappingProxyType(
    {
        duty_lines.DUTY: Derived("studio", Duty, duty_lines.make_duty),
        duty_calendar.EVENTS: Derived("studio", duty_calendar.StudioEvents, duty_calendar.make_events),
        poster.CODE: Derived("studio", poster.StudioCode, poster.make_studio_code),
        cards.BRIEF: Derived("studio", cards.StudioBrief, cards.make_brief),
        open_data.OPEN: Derived("studio", open_data.OpenLines, open_data.open_lines),
        gathered.STUDIO: Derived("studio", StudioFacts, gathered.make_studio),
        gathered.ACTIVITY: Derived("activity", ActivityFacts, gathered.make_activity),
        gathered.TOPIC: Derived("topic", TopicFacts, gathered.make_topic),
        found.STUDIO: Derived("studio", found.FoundStudio, found.found_studio),
        found.TOPIC: Derived("topic", FoundPage, found.found_topic),
        found.NEWS: Derived("news", FoundPage, found.found_news),
    }
)
"""In this order: lists, data files and the finder are put together from it."""


def units(directory: Directory) -> list[Unit]:
    """Everything that a site is made of, in the order of its kinds."""
    return [(name, key) for name, kind in KINDS.items() for key in kind.keys(directory)]


def outputs(directory: Directory, words: Words, unit: Unit) -> Iterator[Output]:
    """What belongs to a unit."""
    name, key = unit
    return KINDS[name].outputs(directory, words, key)
